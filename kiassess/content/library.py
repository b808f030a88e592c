"""The questionnaires that came with the program, by id and version."""

from pathlib import Path
from typing import TYPE_CHECKING

from kiassess.content.outline import STRUCTURE
from kiassess.domain.errors import InvalidQuestionnaireError, UnknownQuestionnaireError

if TYPE_CHECKING:
    from kiassess.content.edition import Edition

LEGAL_FOLDER = "legal"


class Library:
    """A folder ``<id>/<version>/`` of questionnaires, and the legal table beside them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ids(self) -> tuple[str, ...]:
        """The ids of all questionnaires there are."""
        return tuple(sorted({path.parent.parent.name for path in self._structures()}))

    def folders(self) -> tuple[Path, ...]:
        """The folders of all versions."""
        return tuple(path.parent for path in self._structures())

    def legal_file(self) -> Path:
        """The legal table in use."""
        from kiassess.content.legal import newest_legal_file  # what reads files comes when asked

        return newest_legal_file(self._folder / LEGAL_FOLDER)

    def load(self, questionnaire_id: str, version: str | None = None) -> "Edition":
        """Load a version of a questionnaire, without one the newest.

        Raises:
            UnknownQuestionnaireError: There is no such questionnaire.
            InvalidQuestionnaireError: Its files break the format.
        """
        from kiassess.content.edition import read_edition
        from kiassess.content.legal import read_legal_table

        found = [
            path.parent
            for path in self._structures()
            if path.parent.parent.name == questionnaire_id and version in {None, path.parent.name}
        ]
        if not found:
            raise UnknownQuestionnaireError(id=questionnaire_id, known=", ".join(self.ids()))
        folder = max(found, key=lambda path: _version_key(path.name))
        legal, _ = read_legal_table(self.legal_file(), "de")
        edition, problems = read_edition(folder, None if legal is None else legal.anchors.keys())
        if edition is None:
            places = tuple(f"{p.file}:{p.line}" for p in problems)
            raise InvalidQuestionnaireError(f"{questionnaire_id} {folder.name}", places)
        return edition

    def _structures(self) -> list[Path]:
        return sorted(self._folder.glob(f"*/*/{STRUCTURE}"))


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))
