"""Workbooks that come back from people, read by a process that may fail without harm.

What a hostile file does to a parser cannot be foreseen: an endless loop, all of the memory, or a
crash of native code ends with that process, and becomes a sentence.
"""

import contextlib
import math
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from kiassess.domain.errors import DamagedFileError, TooLargeFileError
from kiassess.exchange.cells import Cell
from kiassess.exchange.incoming import Incoming, take_in
from kiassess.exchange.refusals import BY_NAME, REFUSALS
from kiassess.exchange.sniffing import FileKind
from kiassess.exchange.workbook_limits import Limits
from kiassess.exchange.workbook_process import FailedError, WorkbookProcess

USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook.

    Attributes:
        name: As the user sees it.
        hidden: Whether the user does not.
        rows: ``rows[0][0]`` is cell A1. An empty cell is ``None``; a row ends behind its last
            cell with a value.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """What is in a workbook; no formulas, no looks.

    Attributes:
        name: Of the file, without folders.
        sheets: In their order, hidden ones too; sheets that hold only a chart are missing.
    """

    name: str
    sheets: tuple[Sheet, ...]


def read_workbook(path: Path, *, limits: Limits = USUAL) -> Workbook:
    """Read one workbook; see ``WorkbookReader.read``. For several a reader is quicker."""
    with WorkbookReader(limits) as reader:
        return reader.read(path)


class WorkbookReader:
    """Reads workbooks one after the other; not from several threads at a time.

    The process behind it starts with the first file that needs it, and anew after a failure.

    Args:
        limits: How much is read.
        marks: Words, one group of which stands in every workbook that is wanted, in small
            letters. A large one without them is refused quickly; without marks, all are read.
    """

    def __init__(self, limits: Limits = USUAL, marks: Sequence[Sequence[str]] = ()) -> None:
        self._limits = limits
        self._marks = marks
        self._process: WorkbookProcess | None = None

    def __enter__(self) -> "WorkbookReader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process; the next file starts another one."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def read(self, path: Path) -> Workbook:
        """Read a workbook of Excel (.xlsx) or OpenDocument (.ods), whatever its name says.

        Nothing is written, and nothing that the file names is opened.

        Raises:
            KiassessError: It is something else (``REFUSALS``), a folder, or cannot be read; it is
                damaged, suspicious, foreign, too large, or takes too long.
        """
        return self.read_incoming(take_in(path, self._limits.file_bytes))

    def read_incoming(self, incoming: Incoming) -> Workbook:
        """Read a workbook that was taken in already; raises the same errors as ``read``."""
        if incoming.kind is not FileKind.ZIP:
            raise REFUSALS[incoming.kind](file=incoming.name)
        if not incoming.complete:
            raise TooLargeFileError(file=incoming.name)
        try:
            return Workbook(incoming.name, self._sheets(incoming))
        except _RefusalError as refusal:
            raise BY_NAME[refusal.word](file=incoming.name) from None
        except FailedError as failure:
            self.close()
            raise failure.error(file=incoming.name) from failure
        except BaseException:
            self.close()  # an answer that is not read to its end must not be taken for the next
            raise

    def _sheets(self, incoming: Incoming) -> tuple[Sheet, ...]:
        if self._process is None or not self._process.alive:
            self.close()
            self._process = WorkbookProcess()
        with contextlib.closing(
            self._process.ask(incoming.data, self._limits, self._marks)
        ) as lines:
            return tuple(_sheets(lines, self._limits))


class _RefusalError(Exception):
    """The process is well, and does not read this file.

    Attributes:
        word: A key of ``BY_NAME``.
    """

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def _sheets(lines: Generator[Any, None, None], limits: Limits) -> Iterator[Sheet]:
    """What the lines of an answer say.

    Raises:
        FailedError: They are none of ours.
        _RefusalError: They say that the file is refused.
    """
    head: tuple[str, bool] | None = None
    count = 0
    rows: list[tuple[Cell, ...]] = []
    for line in lines:
        if isinstance(line, list):
            if head is None or len(rows) == limits.rows or len(line) > limits.columns:
                raise FailedError(DamagedFileError)
            rows.append(tuple(map(_cell, line)))
            continue
        if head is not None:
            yield Sheet(*head, tuple(rows))
        match line:
            case {"done": True}:
                return
            case {"refused": str(word)} if word in BY_NAME:
                raise _RefusalError(word)
            case {"sheet": str(name), "hidden": bool(hidden)} if count < limits.sheets:
                head, rows, count = (name, hidden), [], count + 1
            case _:
                raise FailedError(DamagedFileError)


def _cell(value: object) -> Cell:
    match value:
        case None | bool() | int() | str():
            return value
        case float() if math.isfinite(value):
            return value
        case {"day": str(text)}:
            return _moment(text).date()
        case {"at": str(text)}:
            return _moment(text)
        case _:
            raise FailedError(DamagedFileError)


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise FailedError(DamagedFileError) from error
