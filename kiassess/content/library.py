"""The questionnaires there are, by id and version: the program's own and those of its user."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiassess.content.outline import STRUCTURE
from kiassess.domain.errors import InvalidQuestionnaireError, UnknownQuestionnaireError
from kiassess.domain.kinds import Extent

if TYPE_CHECKING:
    from kiassess.content.edition import Edition
    from kiassess.domain.catalogue import Catalogue
    from kiassess.domain.questionnaire import Published, Questionnaire

LEGAL_FOLDER = "legal"
PRECHECK_FOLDER = "precheck"
DATED = "????-??-??.toml"


class Library:
    """Folders ``<id>/<version>/`` of questionnaires, and the legal tables beside them.

    Args:
        folders: The program's own first. What stands in a later one comes beside it: another
            questionnaire, a newer version, a newer legal table.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders

    def ids(self) -> tuple[str, ...]:
        """The ids of all questionnaires there are."""
        return tuple(sorted({folder.parent.name for folder in self.folders()}))

    def folders(self) -> tuple[Path, ...]:
        """The folders of all versions."""
        return tuple(
            path.parent
            for folder in self._folders
            for path in sorted(folder.glob(f"*/*/{STRUCTURE}"))
        )

    def published(self, language: str) -> "tuple[Published, ...]":
        """What can be begun: the newest version of every questionnaire, the program's own first.

        Only what a list needs is read, and nothing is checked; ``load`` does that.
        """
        ids = tuple(dict.fromkeys(folder.parent.name for folder in self.folders()))
        return tuple(_published(self.folder(name), language) for name in ids)

    def legal_files(self) -> tuple[Path, ...]:
        """The legal tables there are, the newest first; a file that is dropped in replaces it."""
        return self._dated(LEGAL_FOLDER)

    def precheck_files(self) -> tuple[Path, ...]:
        """The pre-checks under the AI Act there are, the newest first."""
        return self._dated(PRECHECK_FOLDER)

    def _dated(self, name: str) -> tuple[Path, ...]:
        found = (file for folder in self._folders for file in (folder / name).glob(DATED))
        return tuple(sorted(found, key=lambda file: file.name, reverse=True))

    def folder(self, questionnaire_id: str, version: str | None = None) -> Path:
        """The folder of a version of a questionnaire, without one of the newest.

        Raises:
            UnknownQuestionnaireError: There is no such questionnaire.
        """
        found = [
            folder
            for folder in self.folders()
            if folder.parent.name == questionnaire_id and version in {None, folder.name}
        ]
        if not found:
            raise UnknownQuestionnaireError(id=questionnaire_id, known=", ".join(self.ids()))
        return max(found, key=lambda folder: version_key(folder.name))  # the first of equals

    def load(self, questionnaire_id: str, version: str | None = None) -> "Edition":
        """Load a version of a questionnaire, without one the newest.

        Whether its legal anchors are there is left to ``check``: a new legal table may drop one.

        Raises:
            UnknownQuestionnaireError: There is no such questionnaire.
            InvalidQuestionnaireError: Its files break the format.
        """
        from kiassess.content.edition import read_edition

        folder = self.folder(questionnaire_id, version)
        edition, problems = read_edition(folder)
        if edition is None:
            places = tuple(f"{p.file}:{p.line}" for p in problems)
            raise InvalidQuestionnaireError(f"{questionnaire_id} {folder.name}", places)
        return edition

    def catalogue(self, questionnaire_id: str, language: str) -> "tuple[Catalogue, Questionnaire]":
        """What stands beside the questions of the newest version, and these questions.

        Unlike the questions, advice is never kept with an assessment: it may become better.

        Raises:
            UnknownQuestionnaireError: There is no such questionnaire.
            InvalidQuestionnaireError: Its files break the format.
        """
        from kiassess.content.catalogue import load_catalogue

        edition = self.load(questionnaire_id)
        catalogue = load_catalogue(self.folder(questionnaire_id), edition, language)
        return catalogue, edition.questionnaire(language)


def _published(folder: Path, language: str) -> "Published":
    """What a list says of a questionnaire; its folder names stand in for what cannot be read."""
    from kiassess.domain.questionnaire import Published

    structure = _read(folder / STRUCTURE)
    files = (folder / f"{language}.toml", folder / language / "questionnaire.toml")
    texts = next((_read(file) for file in files if file.exists()), {})
    items = structure.get("item")
    asked = items if isinstance(items, list) else []
    return Published(
        id=folder.parent.name,
        version=folder.name,
        title=str(texts.get("title", folder.parent.name)),
        counts={extent: sum(extent in _extents(item) for item in asked) for extent in Extent},
    )


def _read(file: Path) -> Mapping[str, Any]:
    import tomllib  # not for the first window

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}


def _extents(item: object) -> list[object]:
    found = item.get("extents") if isinstance(item, Mapping) else None
    return found if isinstance(found, list) else []


def version_key(version: str) -> tuple[int, ...]:
    """What versions are ordered by: 1.10.0 comes after 1.9.0."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))
