"""Sheets of our workbooks: formats by role, and text that stays text whatever a user typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kiassess.exchange.plain_text import LONGEST_CELL, cut, plain_text

Cell = str | int | float | date | datetime | None  # None is an empty cell, never 0

FONT = {"font_name": "Arial", "font_size": 10}  # or one as wide, on every office PC
LINE_PT = 13
# Letters in a line to a width of one: most are narrower than the digit that is the measure.
NARROW_LINE, WIDE_LINE = 0.95, 1.1
HIGHEST_ROW_PT = 409  # Excel has no higher ones
A4 = 9
LONGEST_FOOTER = 90  # a footer may have 255 characters, and each “&” counts twice
_LINE, _HEAD, _MUTED = "#C3CCD6", "#E6EDF5", "#56616E"
# What a spreadsheet takes for a formula as soon as somebody edits the cell.
_FORMULA_STARTS = tuple("=+-@")


class Role(StrEnum):
    """What a cell is for; decides how it looks."""

    TITLE = "title"
    SECTION = "section"
    HEADING = "heading"
    HEADING_OF_NUMBERS = "heading_of_numbers"
    LABEL = "label"
    FACT = "fact"
    CELL = "cell"
    STRONG = "strong"
    PART = "part"
    REMARK = "remark"
    HELPER = "helper"


_CELL: dict[str, Any] = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": _LINE}
_LOOKS: dict[Role, dict[str, Any]] = {
    Role.TITLE: {"bold": True, "font_size": 16},
    Role.SECTION: {"bold": True, "font_size": 12},
    Role.HEADING: {**_CELL, "bold": True, "bg_color": _HEAD, "valign": "vcenter"},
    Role.HEADING_OF_NUMBERS: {
        **_CELL,
        "bold": True,
        "bg_color": _HEAD,
        "valign": "vcenter",
        "align": "center",
    },
    Role.LABEL: {"font_color": _MUTED, "valign": "top"},
    Role.FACT: {"align": "left", "valign": "top"},
    Role.CELL: _CELL,
    Role.STRONG: {**_CELL, "bold": True},
    Role.PART: {**_CELL, "align": "left", "indent": 1},
    Role.REMARK: {"text_wrap": True, "valign": "top"},
    Role.HELPER: {"font_color": _MUTED},
}
_NUMBERS: dict[type, str] = {
    int: "0",
    float: "0.0",
    date: "dd.mm.yyyy",
    datetime: "dd.mm.yyyy hh:mm",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """How a sheet is printed, on A4.

    Attributes:
        landscape: Whether the paper lies on its side.
        wide: Sheets of paper side by side.
        tall: Sheets of paper below each other; 0 for as many as it takes.
    """

    landscape: bool
    wide: int = 1
    tall: int = 0


class Book:
    """A workbook under construction; formats are made once and shared.

    Attributes:
        raw: The XlsxWriter workbook.
    """

    def __init__(self, raw: Workbook) -> None:
        self.raw = raw
        self._formats: dict[tuple[Role, str, bool], Format] = {}

    def looks(self, role: Role, number: str = "", *, quoted: bool = False) -> Format:
        """The format of a role; ``quoted`` marks text that looks like a formula."""
        key = (role, number, quoted)
        if key not in self._formats:
            more: dict[str, Any] = {"num_format": number} if number else {}
            if quoted:
                more["quote_prefix"] = True
            if role is Role.CELL and number:
                more["align"] = "center"  # clear of the texts beside them
            self._formats[key] = self.raw.add_format(FONT | _LOOKS[role] | more)
        return self._formats[key]


class Page:
    """One sheet of a workbook, with columns of fixed widths.

    Attributes:
        book: The workbook.
        name: What is written on its tab.
        sheet: The XlsxWriter worksheet.
        widths: Of its columns, in characters.
    """

    def __init__(self, book: Book, name: str, widths: Sequence[int]) -> None:
        self.book, self.name, self.widths = book, name, widths
        self.sheet: Worksheet = book.raw.add_worksheet(name)
        self.sheet.hide_gridlines(2)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def write(
        self, place: tuple[int, int], value: Cell, role: Role = Role.CELL, *, number: str = ""
    ) -> None:
        """Write a value with its real type; text can become neither formula nor link.

        Args:
            place: Row and column, from 0 on.
            value: ``None`` leaves the cell empty; times are written as their wall clock shows.
            role: How it looks.
            number: Number format, if not the usual one of the type.
        """
        looks = self.book.looks(role, number or _NUMBERS.get(type(value), ""))
        match value:
            case None | "":
                self.sheet.write_blank(*place, None, looks)
            case str():
                safe = cell_text(value)
                quoted = safe.lstrip().startswith(_FORMULA_STARTS)
                self.sheet.write_string(*place, safe, self.book.looks(role, quoted=quoted))
            case datetime():
                self.sheet.write_datetime(*place, value.replace(tzinfo=None), looks)
            case date():
                self.sheet.write_datetime(*place, datetime.combine(value, time()), looks)
            case _:
                self.sheet.write_number(*place, value, looks)

    def write_row(self, row: int, values: Sequence[Cell], role: Role = Role.CELL) -> None:
        """Write values side by side from the first column on, and make room for their lines."""
        for column, value in enumerate(values):
            self.write((row, column), value, role)
        self.fit_row(row, values)

    def write_wide(self, row: int, text: str) -> None:
        """Write a sentence across all columns, in as many lines as it takes."""
        last = len(self.widths) - 1
        self.sheet.merge_range(row, 0, row, last, "", self.book.looks(Role.REMARK))
        self.write((row, 0), text, Role.REMARK)
        self.sheet.set_row(row, _height(_lines(text, WIDE_LINE * sum(self.widths))))

    def fit_row(self, row: int, values: Sequence[Cell]) -> None:
        """Make a row as high as its longest text needs.

        Excel would do so itself; LibreOffice takes a file from XlsxWriter for one from Excel
        and believes its heights.
        """
        lines = [
            _lines(value, NARROW_LINE * width)
            for value, width in zip(values, self.widths, strict=False)
            if isinstance(value, str)
        ]
        self.sheet.set_row(row, _height(max(lines, default=1)))

    def add_table(
        self, top: int, titles: Sequence[str], rows: Sequence[Sequence[Cell]], *, name: str
    ) -> None:
        """Write headings and rows as an Excel table with filters.

        Args:
            top: Row of the headings, from 0 on.
            titles: The headings; no two alike.
            rows: The rows; without any, only the headings are written.
            name: Name of the table in formulas.
        """
        self.write_row(top, titles, Role.HEADING)
        for row, values in enumerate(rows, start=top + 1):
            self.write_row(row, values)
        if rows:
            looks = self.book.looks(Role.HEADING)
            columns = [{"header": title, "header_format": looks} for title in titles]
            place = (top, 0, top + len(rows), len(titles) - 1)
            self.sheet.add_table(*place, {"name": name, "style": None, "columns": columns})

    def prepare_paper(self, paper: Paper, footer: str, page_words: str) -> None:
        """Lay the sheet out on paper, with a footer.

        Args:
            paper: How it is printed.
            footer: Text at the left of the footer, as a user may have typed it.
            page_words: Text at its right, with ``&P`` and ``&N`` for the page numbers.
        """
        left = " ".join(plain_text(footer).split())[:LONGEST_FOOTER].replace("&", "&&")
        self.sheet.set_paper(A4)
        if paper.landscape:
            self.sheet.set_landscape()
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self.sheet.fit_to_pages(paper.wide, paper.tall)
        self.sheet.set_footer(f"&L&8 {left}&R&8 {page_words}")


def cell_text(text: str) -> str:
    """A text as a cell can keep it; see ``plain_text`` and ``cut``."""
    safe = cut(plain_text(text))
    if safe.startswith("<r>") and safe.endswith("</r>"):
        # XlsxWriter 3.3 would write it as markup of its own, unescaped.
        return f"{cut(safe, LONGEST_CELL - 1)} "
    return safe


def _lines(text: str, characters: float) -> int:
    """About how many lines a text takes."""
    return sum(max(len(wrap(part, int(characters))), 1) for part in text.split("\n"))


def _height(lines: int) -> float:
    return min(lines * LINE_PT + 2, HIGHEST_ROW_PT)
