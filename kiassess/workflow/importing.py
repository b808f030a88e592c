"""Taking in whatever comes: exchange files and fill-in workbooks, single ones and folders."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiassess.domain.errors import (
    FillInStrayError,
    ForeignWorkbookError,
    ImportFolderError,
    KiassessError,
)
from kiassess.domain.merge_plan import MergeSummary, OnConflict
from kiassess.domain.taking_back import TakenBack
from kiassess.exchange.exchange_file import SUFFIX
from kiassess.exchange.fill_in_meta import read_meta
from kiassess.exchange.fill_in_table import marks_of
from kiassess.exchange.sniffing import FileKind, sniff
from kiassess.exchange.workbook_reading import WorkbookReader
from kiassess.workflow import exchanging
from kiassess.workflow.batch import Batch
from kiassess.workflow.exchange_reading import ExchangeReader
from kiassess.workflow.looked import Looked
from kiassess.workflow.taking_back import FillInChoices, FillInTaker
from kiassess.workflow.workspace import Workspace

WORKBOOKS = (".xlsx", ".ods")
SUFFIXES = (SUFFIX, *WORKBOOKS)  # what is looked for in a folder
_LOOKED_AT = 8_192  # bytes at the beginning of a file
_NOT_MEANT = (".", "~$")  # hidden files, and what Excel leaves while a workbook is open

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What importing one file would do, or has done; one of the three is there.

    Attributes:
        file: The file.
        merge: For an exchange file.
        fill_in: For a fill-in workbook.
        error: Why it is refused; then nothing of it is taken.
    """

    file: Path
    merge: MergeSummary | None = None
    fill_in: TakenBack | None = None
    error: KiassessError | None = None


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files meant, exchange files first: workbooks may belong to what those bring.

    Of a folder all that can be imported is meant, by name. Each file stands there once. A folder
    without any stays what it is, and is refused like a file.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_in_folder(path) or (path,)))
    return tuple(sorted(found, key=_comes_later))


def preview_files(
    workspace: Workspace,
    paths: Iterable[Path],
    choices: FillInChoices,
    *,
    now: datetime,
    looked: Looked | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Imported, ...]:
    """What importing files and folders would do, file by file; nothing is changed.

    A file is compared with what the ones before it bring; exchange files come first.

    Args:
        workspace: Open.
        paths: Files and folders; see ``files_in``.
        choices: What is known about fill-in workbooks.
        now: The present, with a time zone.
        looked: What was found when the same files were looked at before; what is found now is
            added.
        progress: Told after each file how many are done, and how many there are.
        cancelled: Asked before each file whether to stop.

    Returns:
        One for each file in the order of ``files_in``, but for those left when it was cancelled.
    """
    previewer = exchanging.Previewer(workspace)
    known = Looked() if looked is None else looked

    def look(file: Path, taker: FillInTaker) -> Imported:
        if file in known.exchange or (file not in known.workbooks and _is_exchange_file(file)):
            seen = known.exchange.get(file) or previewer.look(file)
            known.exchange[file] = seen
            return Imported(file, merge=seen.summary, error=seen.error)
        return _imported(file, taker.look(file))

    taker = FillInTaker(workspace, choices, now=now, coming=previewer, looked=known)
    with taker:
        return _one_by_one(paths, taker, look, progress=progress, cancelled=cancelled)


def import_all(
    workspace: Workspace,
    paths: Iterable[Path],
    on_conflict: OnConflict,
    choices: FillInChoices,
    *,
    now: datetime,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Imported, ...]:
    """Take in files and folders; of each file all, or nothing.

    Before the first change the workspace is backed up, unless it is empty.
    Where the workspace cannot be written any more, all that is left is refused.

    Args:
        workspace: Open for writing.
        paths: Files and folders; see ``files_in``.
        on_conflict: What is done where both sides have changed an answer of an exchange file.
        choices: What is known about fill-in workbooks.
        now: The present, with a time zone.
        progress: Told after each file how many are done, and how many there are.
        cancelled: Asked before each file whether to stop; what has been taken stays.

    Returns:
        One for each file in the order of ``files_in``, but for those left when it was cancelled.

    Raises:
        ReadOnlyError: The workspace is open for reading only.
    """
    workspace.writing_db()
    batch = Batch(workspace, now)
    importer = exchanging.Importer(batch, on_conflict)

    def take(file: Path, taker: FillInTaker) -> Imported:
        if not _is_exchange_file(file):
            return _imported(file, taker.take(file, batch))
        done = importer.take(file)
        return Imported(file, merge=done.summary, error=done.error)

    with FillInTaker(workspace, choices, now=now) as taker:
        return _one_by_one(paths, taker, take, progress=progress, cancelled=cancelled)


def refusals(paths: Iterable[Path]) -> tuple[Imported, ...]:
    """Why nothing of some files can be imported where there is no workspace yet.

    Returns:
        Nothing if one of them can: only an exchange file brings an assessment of its own.
    """
    found: list[Imported] = []
    reader = ExchangeReader()
    with WorkbookReader(marks=marks_of(())) as books:
        for file in files_in(paths):
            if (folder := _folder_refusal(file)) is not None:
                found.append(Imported(file, error=folder))
                continue
            if not _is_exchange_file(file):
                found.append(Imported(file, error=_without_home(file, books)))
                continue
            package = reader.read(file)
            if not isinstance(package, KiassessError):
                return ()
            found.append(Imported(file, error=package))
    return tuple(found)


def _one_by_one(
    paths: Iterable[Path],
    taker: FillInTaker,
    work: Callable[[Path, FillInTaker], Imported],
    *,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> tuple[Imported, ...]:
    files, found = files_in(paths), []
    for number, file in enumerate(files, start=1):
        if cancelled is not None and cancelled():
            break
        folder = _folder_refusal(file)
        found.append(work(file, taker) if folder is None else Imported(file, error=folder))
        if progress is not None:
            progress(number, len(files))
    return tuple(found)


def _imported(file: Path, found: TakenBack | KiassessError) -> Imported:
    if isinstance(found, KiassessError):
        return Imported(file, error=found)
    return Imported(file, fill_in=found)


def _folder_refusal(path: Path) -> KiassessError | None:
    """Why a folder is refused in which nothing was found; ``None`` for anything else."""
    with suppress(OSError):
        if path.is_dir():
            return ImportFolderError(file=path.name or str(path))
    return None


def _without_home(file: Path, books: WorkbookReader) -> KiassessError:
    """Why a workbook cannot be taken where there is no assessment."""
    try:
        ours = read_meta(books.read(file)) is not None
    except KiassessError as error:
        return error
    return FillInStrayError(file=file.name) if ours else ForeignWorkbookError(file=file.name)


def _is_exchange_file(file: Path) -> bool:
    """Whether a file is to be read as an exchange file: by what it holds, then by its name."""
    start, size = b"", 0
    with suppress(OSError, ValueError):
        if file.is_file():  # a pipe would never answer
            size = file.stat().st_size
            with file.open("rb") as stream:
                start = stream.read(_LOOKED_AT)
    kind = sniff(start, size, file.name)
    if kind is FileKind.EXCHANGE:
        return True
    return file.suffix.lower() == SUFFIX and kind is not FileKind.ZIP


def _in_folder(path: Path) -> Sequence[Path]:
    """What can be imported of a folder; nothing if it is no folder, or cannot be read."""
    try:
        found = [one for one in path.iterdir() if one.suffix.lower() in SUFFIXES]
    except (OSError, ValueError):
        return ()
    meant = (one for one in found if not one.name.startswith(_NOT_MEANT))
    return sorted(meant)


def _comes_later(file: Path) -> bool:
    return not _is_exchange_file(file)
