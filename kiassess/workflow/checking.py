"""Checking questionnaires, legal tables and pre-checks while somebody writes them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kiassess.content.catalogue import read_catalogue, unread_files
from kiassess.content.edition import STRUCTURE, read_edition
from kiassess.content.house_style import (
    STYLE_FOLDER,
    can_spell,
    spelling_problems,
    style_problems,
)
from kiassess.content.legal import read_legal_table
from kiassess.content.library import LEGAL_FOLDER, PRECHECK_FOLDER, Library, version_key
from kiassess.content.precheck import KEYS as PRECHECK_KEYS
from kiassess.content.precheck import read_precheck
from kiassess.content.problems import Problem, Source
from kiassess.content.promises import coverage_problems, id_problems
from kiassess.domain.coverage import count

LANGUAGES = ("de", "en")  # a legal table has to speak both
LEGAL_KEYS = ("as_of", "entry")  # what tells a legal table from other TOML files
TOML = ".toml"
DEEPEST = 3  # folders between a file of a version and its version folder: de/items


def check_files(paths: Sequence[Path], library: Library | None = None) -> tuple[Problem, ...]:
    """Check questionnaires, legal tables and pre-checks; every problem is named, each once.

    Args:
        paths: Version folders, folders above them, files of a version, legal tables, pre-checks.
            A file of a version stands for its whole version, because its files belong together.
        library: Whose legal table counts for a questionnaire that has none beside it.

    Returns:
        The problems in the order of the paths and of the lines; none if all is well. What is
        neither a questionnaire nor a legal table is a problem, too.
    """
    found = (problem for path in paths for problem in _check(path, library))
    return tuple({repr(problem): problem for problem in found}.values())


def spelling_was_checked(paths: Sequence[Path]) -> bool:
    """Whether spelling could be checked wherever a house style asks for it."""
    folders = [folder.resolve() for path in paths for folder in _contents(path)[0]]
    asked = any((folder.parent.parent / STYLE_FOLDER).is_dir() for folder in folders)
    return not asked or all(can_spell(language) for language in LANGUAGES)


def _check(path: Path, library: Library | None) -> Iterator[Problem]:
    try:
        folders, tables = _contents(path)
    except OSError as error:
        yield _whole(path, "unreadable", reason=error.strerror or "")
        return
    if not folders and not tables:
        yield _whole(path, "nothing_to_check" if path.exists() else "not_there")
    for folder in folders:
        yield from _version(folder, library)
    for table in tables:
        for language in LANGUAGES:
            yield from _table(table, language, library)


def _table(path: Path, language: str, library: Library | None) -> Iterator[Problem]:
    """The problems of a legal table or a pre-check."""
    if any(key in Source.read(path).data for key in PRECHECK_KEYS[1:]):
        yield from read_precheck(path, language, _legal_ids(path.parent, library))[1]
    else:
        yield from read_legal_table(path, language)[1]


def _version(folder: Path, library: Library | None) -> Iterator[Problem]:
    """The problems of one version: format first, then what it promises and how it is written."""
    folder = folder.resolve()
    edition, problems = read_edition(folder, _legal_ids(folder, library))
    yield from problems
    if edition is None:
        return
    yield from unread_files(folder, edition.languages)
    style = folder.parent.parent / STYLE_FOLDER
    for language in edition.languages:
        yield from read_catalogue(folder, edition, language)[1]
        yield from style_problems(folder, language, style)
        if style.is_dir():
            yield from spelling_problems(folder, language, style) or ()
    questionnaire = edition.questionnaire(edition.languages[0])
    catalogue, _ = read_catalogue(folder, edition, questionnaire.language)
    yield from coverage_problems(folder, count(questionnaire, catalogue))
    ids = (*(item.id for item in questionnaire.items()), *catalogue.measures)
    newest = max(
        folder.parent.glob(f"*/{STRUCTURE}"), key=lambda path: version_key(path.parent.name)
    )
    yield from id_problems(folder, ids, newest=newest.parent == folder)


def _contents(path: Path) -> tuple[list[Path], list[Path]]:
    """The version folders and the dated tables a path stands for."""
    if path.is_dir():
        return _inside(path)
    if path.suffix.lower() != TOML or not path.is_file():
        return [], []
    version = next((p for p in path.absolute().parents[:DEEPEST] if (p / STRUCTURE).exists()), None)
    if path.name == STRUCTURE or version is not None:
        return [version or path.parent], []
    return [], [path] if _may_be_table(path) else []


def _inside(folder: Path) -> tuple[list[Path], list[Path]]:
    """What lies in a folder, or one or two folders below it."""
    structures = (sorted(folder.glob(f"{below}{STRUCTURE}")) for below in ("", "*/", "*/*/"))
    folders = [path.parent for path in next(filter(None, structures), [])]
    beside = (LEGAL_FOLDER, PRECHECK_FOLDER)
    dated = [folder] if folder.name in beside else [folder / name for name in beside]
    return folders, [file for one in dated for file in sorted(one.glob(f"*{TOML}"))]


def _may_be_table(path: Path) -> bool:
    """Whether a file is a legal table or a pre-check, or is too broken to tell."""
    source = Source.read(path)
    known = {*LEGAL_KEYS, *PRECHECK_KEYS}
    return not source.readable or not known.isdisjoint(source.data)


def _legal_ids(folder: Path, library: Library | None) -> frozenset[str] | None:
    """The entries a questionnaire may point to; ``None`` if there is no sound table."""
    here = folder.resolve()
    above = here.parent if here.name == PRECHECK_FOLDER else here.parent.parent
    tables = Library(above).legal_files()
    if not tables and library is not None:
        tables = library.legal_files()
    if not tables:
        return None
    table, _ = read_legal_table(tables[0], LANGUAGES[0])
    return None if table is None else frozenset(table.anchors)


def _whole(path: Path, what: str, **values: object) -> Problem:
    """A problem with a path as a whole; it stands in no line."""
    return Problem(str(path), 0, "", what, values)
