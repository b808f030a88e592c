"""The process of its own in which workbooks of others are read, one after the other.

It is the program itself, started with a hidden argument, and ends with whoever started it. A
question is a line with the limits, our marks and the number of bytes, then these bytes: the file.
The answer is one line of JSON a row, and a last one that says how it went. It opens no file itself.
"""

import faulthandler
import json
import math
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import BinaryIO

from kiassess.domain.errors import DamagedFileError, ForeignWorkbookError, TooLargeFileError
from kiassess.exchange.fresh_workbook import RawWorkbook, fresh_workbook
from kiassess.exchange.ods_parts import read_ods
from kiassess.exchange.package_kind import kind_of
from kiassess.exchange.refusals import REFUSALS, RefusedError
from kiassess.exchange.sniffing import FileKind
from kiassess.exchange.workbook_guard import Package
from kiassess.exchange.workbook_limits import Limits
from kiassess.exchange.xlsx_parts import read_xlsx

OUT_OF_MEMORY = 77  # exit status
READY = b"ready\n"
GRACE_SECONDS = 2.0  # after which it ends on its own: whoever started it may be gone
LARGEST_WHOLE = 2**53  # beyond it a float is no longer exact

Value = bool | int | float | str | dict[str, str] | None


def main() -> None:
    """Answer questions on standard input until there are no more.

    The streams are opened by their numbers: a program without a console has no others.
    """
    import python_calamine  # noqa: F401, PLC0415 - it need not be loaded within the time limit

    with os.fdopen(0, "rb") as questions, os.fdopen(1, "wb") as answers:
        answers.write(READY)
        answers.flush()
        try:
            while answer_one(questions, answers):
                pass
        except MemoryError:
            os._exit(OUT_OF_MEMORY)  # what is left of the memory may be of no use


def answer_one(questions: BinaryIO, answers: BinaryIO) -> bool:
    """Answer one question.

    Returns:
        Whether there was one.
    """
    line = questions.readline()
    if not line:
        return False
    question = json.loads(line)
    limits = Limits(**question["limits"])
    _limit_memory(limits.memory_bytes)
    data = questions.read(question["size"])
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - it is no path
        faulthandler.dump_traceback_later(limits.seconds + GRACE_SECONDS, exit=True, file=nowhere)
        for one in _answer(data, limits, question["marks"]):
            answers.write(json.dumps(one, ensure_ascii=False).encode() + b"\n")
        answers.flush()
        faulthandler.cancel_dump_traceback_later()
    return True


def _answer(data: bytes, limits: Limits, marks: Sequence[Sequence[str]]) -> Iterator[object]:
    try:
        raw = raw_workbook(data, limits, marks)
        yield from _lines(raw)
    except RefusedError as refusal:
        yield {"refused": refusal.error.__name__}
    else:
        yield {"done": True}


def raw_workbook(data: bytes, limits: Limits, marks: Sequence[Sequence[str]] = ()) -> RawWorkbook:
    """Take out of a packed file what is in its cells.

    Args:
        data: The file.
        limits: How much of it is read.
        marks: Words, one group of which stands in every workbook that is wanted, in small
            letters; without any, all workbooks are.

    Raises:
        RefusedError: It is no workbook that we read, or one that we had better not.
    """
    package = Package(data, limits, {word for mark in marks for word in mark})
    if not marks or any(package.found.issuperset(mark) for mark in marks):
        return _read(package, limits)
    # What is to be found in it is not there: reading it to its end would only take time.
    few = replace(limits, cells=min(limits.cells, limits.foreign_cells))
    try:
        return _read(package, few, most_bytes=limits.foreign_bytes)
    except RefusedError as refusal:
        if refusal.error is TooLargeFileError:
            raise RefusedError(ForeignWorkbookError) from refusal
        raise


def _read(package: Package, limits: Limits, *, most_bytes: float = math.inf) -> RawWorkbook:
    kind = kind_of(package)
    if kind not in {FileKind.XLSX, FileKind.ODS}:
        raise RefusedError(REFUSALS[kind])
    if package.size > most_bytes:
        raise RefusedError(TooLargeFileError)
    return (read_xlsx if kind is FileKind.XLSX else read_ods)(package, limits)


def _lines(raw: RawWorkbook) -> Iterator[object]:
    """A line for each sheet, and then one for each of its rows."""
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - only here

    try:
        book = load_workbook(BytesIO(fresh_workbook(raw)))
        for number, sheet in enumerate(raw.sheets):
            yield {"sheet": sheet.name, "hidden": sheet.hidden}
            for row in book.get_sheet_by_index(number).to_python(skip_empty_area=False):
                values = [_value(cell) for cell in row]
                while values and values[-1] is None:
                    values.pop()
                yield values
    except CalamineError as error:
        raise RefusedError(DamagedFileError) from error


def _value(cell: object) -> Value:
    match cell:
        case datetime():
            return {"at": cell.isoformat()}
        case date():
            return {"day": cell.isoformat()}
        case float() if cell.is_integer() and abs(cell) < LARGEST_WHOLE:
            return int(cell)
        case bool() | float() if math.isfinite(cell):
            return cell
        case _:  # texts, times, numbers that are none
            return str(cell) or None


def _limit_memory(most: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
