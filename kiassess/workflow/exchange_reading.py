"""Exchange files as they come: found, opened, and sound in every respect, or refused."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kiassess.content.edition import edition_from_json
from kiassess.content.legal import legal_table_of_text
from kiassess.domain.assessment import Assessment
from kiassess.domain.errors import (
    ExchangeDamagedError,
    ExchangeFolderError,
    ExchangeUnreadableError,
    InvalidQuestionnaireError,
    KiassessError,
)
from kiassess.domain.history import Subject
from kiassess.domain.kinds import Extent
from kiassess.domain.package import Package, changes
from kiassess.domain.voices import split_key
from kiassess.exchange.exchange_file import LARGEST_BYTES, SUFFIX, read_package
from kiassess.exchange.plain_toml import is_plain_toml
from kiassess.wording.texts import LANGUAGES

# What reading may stumble over that nobody has written by hand.
STUMBLES = (
    InvalidQuestionnaireError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
)


def exchange_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files meant: of a folder all exchange files in it, by name; each of them once.

    A folder without any stays what it is, and is refused like a file.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_in_folder(path) or (path,)))
    return tuple(found)


@dataclass
class ExchangeReader:
    """Reads files, and looks into every questionnaire and legal table once.

    Attributes:
        _editions: By checksum: the items each extent asks, and all items.
        _legal: Checksums of the legal tables that can be read.
    """

    _editions: dict[str, tuple[frozenset[Extent], frozenset[str]]] = field(default_factory=dict)
    _legal: set[str] = field(default_factory=set)

    def read(self, file: Path) -> Package | KiassessError:
        """The package in a file, found sound in every respect; or why it is refused."""
        try:
            package = read_package(_bytes(file), file.name)
            where = self._wrong(package, file.name)
            if where:
                raise ExchangeDamagedError(file=file.name, where=where)
        except KiassessError as error:
            return error
        return package

    def _wrong(self, package: Package, name: str) -> str:
        """The part that does not go with the questionnaires; ``""`` if all do."""
        for mark, text in package.questionnaires.items():
            if not self._can_be_asked(mark, text, name):
                return "questionnaires"
        for mark, text in package.legal_tables.items():
            if not self._can_be_shown(mark, text):
                return "legal_tables"
        if not self._fits(package.questionnaire, package.assessment, package.answers):
            return "answers"
        if not self._fits(package.questionnaire, package.assessment, _items(package.voices)):
            return "voices"
        known = {item for mark in package.questionnaires for item in self._editions[mark][1]}
        about = (Subject.ANSWER, Subject.VOICE)
        changed = {c.item_id for c in changes(package.journal) if c.subject in about}
        if not set(_items(changed)) <= known:
            return "journal"
        states = (
            (one.questionnaire, one.assessment, [*one.answers, *_items(one.voices)])
            for one in package.states
        )
        return "" if all(self._fits(*state) for state in states) else "states"

    def _fits(self, mark: str, assessment: Assessment, answers: Iterable[str]) -> bool:
        extents, items = self._editions[mark]
        return assessment.extent in extents and items.issuperset(answers)

    def _can_be_asked(self, mark: str, text: str, name: str) -> bool:
        if mark not in self._editions:
            try:
                edition = edition_from_json(text, name)
                first = edition.questionnaire(edition.languages[0])
            except STUMBLES:
                return False
            asked = frozenset(extent for extent, number in first.counts().items() if number)
            self._editions[mark] = asked, frozenset(item.id for item in first.items())
        return True

    def _can_be_shown(self, mark: str, text: str) -> bool:
        if mark not in self._legal:
            if not is_plain_toml(text) or not any(_is_legal_table(text, one) for one in LANGUAGES):
                return False
            self._legal.add(mark)
        return True


def _items(keys: Iterable[str]) -> Iterable[str]:
    """The items of answers, which are their names, and of voices."""
    return (split_key(key)[0] for key in keys)


def _is_legal_table(text: str, language: str) -> bool:
    try:
        legal_table_of_text(text, language)
    except STUMBLES:
        return False
    return True


def _in_folder(path: Path) -> tuple[Path, ...]:
    """The exchange files in a folder; none if it is no folder, or cannot be read."""
    try:
        found = [one for one in path.iterdir() if one.suffix.lower() == SUFFIX]
    except (OSError, ValueError):
        return ()
    return tuple(sorted(one for one in found if not one.name.startswith(".")))


def _bytes(file: Path) -> bytes:
    """The content of a file, or as much of it as shows that it is too large."""
    try:
        if file.is_dir():
            raise ExchangeFolderError(file=file.name)
        if not file.is_file():  # a pipe would never answer
            raise ExchangeUnreadableError(file=file.name)
        with file.open("rb") as stream:
            return stream.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:  # the latter for a name no file can have
        raise ExchangeUnreadableError(file=file.name) from error
