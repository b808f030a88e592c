"""A workbook of our own making with the values of another: all that the parser ever sees."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_STORED, ZipFile

from kiassess.domain.errors import TooLargeFileError
from kiassess.exchange.refusals import RefusedError
from kiassess.exchange.workbook_limits import Limits

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ESCAPES = str.maketrans({
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;",
    "\t": "&#9;",
})  # fmt: skip
LONGEST_NUMBER = 40  # characters; 17 digits are all that a cell can hold
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class ValueType(StrEnum):
    """What the text of a raw cell says; the value is what a workbook calls it."""

    NUMBER = "n"  # or a date, as its style says
    TEXT = "str"
    FLAG = "b"
    DAY = "d"  # a date or moment, ISO 8601
    SHARED = "s"  # the number of a shared text; replaced before a workbook is made


class RawCell(NamedTuple):  # there are many, and a dataclass is slower to make
    """A cell that holds something, as it stands in a file.

    Attributes:
        type: What the text says.
        text: Never empty.
        style: Number of the style of a number.
    """

    type: ValueType
    text: str
    style: int = 0


_PATTERNS = {
    ValueType.NUMBER: re.compile(r"-?\d+(\.\d*)?(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE),
    ValueType.FLAG: re.compile("[01]"),
    ValueType.DAY: re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,9})?)?Z?", re.ASCII),
}


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as it stands in a file.

    Attributes:
        name: As the user sees it.
        hidden: Whether the user does not.
        cells: By row and column, both from 0.
    """

    name: str
    hidden: bool = False
    cells: dict[int, dict[int, RawCell]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """A workbook as it stands in a file.

    Attributes:
        sheets: In their order.
        formats: Codes of number formats, such as ``dd.mm.yyyy``, by their number.
        styles: The number of the format of each style.
        since_1904: Whether days are counted from 1904 and not from 1900.
    """

    sheets: Sequence[RawSheet]
    formats: Mapping[int, str] = field(default_factory=dict)
    styles: Sequence[int] = (0,)
    since_1904: bool = False


class Room:
    """How much may still be taken in of one workbook."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._cells = limits.cells
        self._characters = limits.characters

    def has_place(self, row: int, column: int) -> bool:
        """Whether a cell lies where it is read."""
        return row < self._limits.rows and column < self._limits.columns

    def add_cell(self) -> None:
        """Count a cell with a value.

        Raises:
            RefusedError: There are too many.
        """
        self._cells -= 1
        if self._cells < 0:
            raise RefusedError(TooLargeFileError)

    def fitted(self, text: str) -> str:
        """Count a text, and cut it where a cell ends.

        Raises:
            RefusedError: All texts together are too long.
        """
        kept = text[: self._limits.cell_characters]
        self._characters -= len(kept)
        if self._characters < 0:
            raise RefusedError(TooLargeFileError)
        return kept


def raw_cell(kind: ValueType, text: str, style: int = 0) -> RawCell:
    """A cell whose text is what it says to be; else it is just a text."""
    pattern = _PATTERNS.get(kind)
    if pattern is None or (len(text) <= LONGEST_NUMBER and pattern.fullmatch(text)):
        return RawCell(kind, text, style)
    return RawCell(ValueType.TEXT, text)


def literal(text: str) -> str:
    """A text in which nothing is taken for the escape of a sign, as workbooks have it."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def fresh_workbook(raw: RawWorkbook) -> bytes:
    """Write a workbook; its sheets are called by their numbers, from 0."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, text in _parts(raw):
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}'.encode())
    return target.getvalue()


def _parts(raw: RawWorkbook) -> Iterator[tuple[str, str]]:
    numbers = range(len(raw.sheets))
    yield "[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>'
    yield "_rels/.rels", _relations([("r", "officeDocument", "xl/workbook.xml")])
    sheets = "".join(f'<sheet name="{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in numbers)
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<workbookPr date1904="{raw.since_1904:d}"/><sheets>{sheets}</sheets></workbook>',
    )
    targets = [(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations([*targets, ("styles", "styles", "styles.xml")]),
    )
    yield "xl/styles.xml", _styles(raw)
    for number, sheet in enumerate(raw.sheets):
        rows = "".join(_row(row, cells) for row, cells in sorted(sheet.cells.items()))
        data = f"<sheetData>{rows}</sheetData>"
        yield f"xl/worksheets/sheet{number}.xml", f'<worksheet xmlns="{_MAIN}">{data}</worksheet>'


def _relations(relations: Sequence[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _styles(raw: RawWorkbook) -> str:
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code.translate(_ESCAPES)}"/>'
        for number, code in raw.formats.items()
    )
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in raw.styles)
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts>{formats}</numFmts>'
        f"<cellXfs>{styles}</cellXfs></styleSheet>"
    )


def _row(row: int, cells: Mapping[int, RawCell]) -> str:
    inner = "".join(
        f'<c r="{_letters(column)}{row + 1}" s="{cell.style}" t="{cell.type}">'
        f"<v>{cell.text.translate(_ESCAPES)}</v></c>"
        for column, cell in sorted(cells.items())
    )
    return f'<row r="{row + 1}">{inner}</row>'


def _letters(column: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    first, last = divmod(column, 26)
    return f"{_letters(first - 1) if first else ''}{chr(ord('A') + last)}"
