"""Sheets of an Excel workbook, written with XlsxWriter."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kiassess.exchange.workbook_cells import (
    FONT,
    MARGINS_IN,
    Cell,
    Place,
    Role,
    cell_text,
    footer_text,
    look_of,
    looks_like_formula,
    number_of,
)
from kiassess.exchange.workbook_pages import Book, Page, Paper, Table
from kiassess.marks import override

A4 = 9
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class XlsxBook(Book):
    """A workbook under construction; formats are made once and shared.

    Attributes:
        raw: The XlsxWriter workbook.
    """

    def __init__(self, stream: BinaryIO) -> None:
        # A copy: XlsxWriter writes into it, and the second workbook would differ from the first.
        self.raw = Workbook(stream, {**OPTIONS, "default_format_properties": dict(FONT)})
        self._formats: dict[tuple[Role, str, bool], Format] = {}

    @override
    def page(self, name: str, widths: Sequence[int]) -> "XlsxPage":
        return XlsxPage(self, name, widths)

    def describe(self, *, title: str, comments: str, author: str, created: datetime) -> None:
        """Say what the file is, for those who look at its properties."""
        self.raw.set_properties({
            "title": title,
            "comments": comments,
            "author": author,
            "created": created.astimezone(UTC).replace(tzinfo=None),
        })  # fmt: skip

    def close(self) -> None:
        """Write everything to the stream."""
        self.raw.close()

    def looks(self, role: Role, number: str = "", *, quoted: bool = False) -> Format:
        """The format of a role; ``quoted`` marks text that looks like a formula."""
        key = (role, number, quoted)
        if key not in self._formats:
            self._formats[key] = self.raw.add_format(look_of(role, number, quoted=quoted))
        return self._formats[key]


class XlsxPage(Page):
    """One sheet of it.

    Attributes:
        book: The workbook.
        sheet: The XlsxWriter worksheet.
    """

    def __init__(self, book: XlsxBook, name: str, widths: Sequence[int]) -> None:
        super().__init__(name, widths)
        self.book = book
        self.sheet: Worksheet = book.raw.add_worksheet(name)
        self.sheet.hide_gridlines(2)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    @override
    def write(self, place: Place, value: Cell, role: Role = Role.CELL, *, number: str = "") -> None:
        looks = self.book.looks(role, number or number_of(value))
        match value:
            case None | "":
                self.sheet.write_blank(*place, None, looks)
            case str():
                safe = cell_text(value)
                quoted = looks_like_formula(safe)
                self.sheet.write_string(*place, safe, self.book.looks(role, quoted=quoted))
            case datetime():
                self.sheet.write_datetime(*place, value.replace(tzinfo=None), looks)
            case date():
                self.sheet.write_datetime(*place, datetime.combine(value, time()), looks)
            case _:
                self.sheet.write_number(*place, value, looks)

    @override
    def write_formula(
        self, place: Place, formula: str, shown: Cell, *, number: str = "", role: Role = Role.CELL
    ) -> None:
        looks = self.book.looks(role, number)
        self.sheet.write_formula(*place, formula, looks, "" if shown is None else shown)

    @override
    def merge(self, row: int, first: int, last: int, role: Role) -> None:
        self.sheet.merge_range(row, first, row, last, "", self.book.looks(role))

    @override
    def set_height(self, row: int, points: float) -> None:
        self.sheet.set_row(row, points)

    @override
    def offer(self, place: Place, values: Sequence[int]) -> None:
        self.sheet.data_validation(*place, *place, {"validate": "list", "source": list(values)})

    @override
    def freeze(self, rows: int, columns: int = 0) -> None:
        self.sheet.freeze_panes(rows, columns)

    @override
    def repeat(self, row: int, columns: int = 0) -> None:
        self.sheet.repeat_rows(row)
        if columns:
            self.sheet.repeat_columns(0, columns - 1)

    @override
    def prepare_paper(self, paper: Paper, footer: str, page_words: str) -> None:
        left = footer_text(footer).replace("&", "&&")
        self.sheet.set_paper(A4)
        if paper.landscape:
            self.sheet.set_landscape()
        self.sheet.set_margins(**MARGINS_IN)
        self.sheet.fit_to_pages(paper.wide, paper.tall)
        self.sheet.set_footer(f"&L&8 {left}&R&8 {page_words}")

    @override
    def _mark_table(self, table: Table) -> None:
        looks = self.book.looks(Role.HEADING)
        columns = [{"header": title, "header_format": looks} for title in table.titles]
        place = (table.top, 0, table.last, len(table.titles) - 1)
        self.sheet.add_table(*place, {"name": table.name, "style": None, "columns": columns})
