"""Sheets as both kinds of workbook know them: what is written where, and how it is laid out."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from kiassess.exchange.workbook_cells import (
    FONT_SIZE,
    Cell,
    Place,
    Role,
    height_of,
    lines_of,
    look_of,
)


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


@dataclass(frozen=True, slots=True)
class Table:
    """A list in a sheet, with filters.

    Attributes:
        name: Its name in formulas.
        top: Row of the headings.
        last: Row of the last line.
        titles: The headings; no two alike.
    """

    name: str
    top: int
    last: int
    titles: tuple[str, ...]


class Page(ABC):
    """One sheet of a workbook, with columns of fixed widths.

    Rows and columns count from 0 on.

    Attributes:
        name: What is written on its tab.
        widths: Of its columns, in characters.
    """

    def __init__(self, name: str, widths: Sequence[int]) -> None:
        self.name, self.widths = name, tuple(widths)

    @abstractmethod
    def write(self, place: Place, value: Cell, role: Role = Role.CELL, *, number: str = "") -> None:
        """Write a value with its real type; text can become neither formula nor link.

        Args:
            place: Where.
            value: ``None`` leaves the cell empty; times are written as their wall clock shows.
            role: How it looks.
            number: Number format, if not the usual one of the type.
        """

    @abstractmethod
    def write_formula(
        self, place: Place, formula: str, shown: Cell, *, number: str = "", role: Role = Role.CELL
    ) -> None:
        """Write a formula as Excel has it, with the result a viewer shows that does not calculate.

        Args:
            place: Where.
            formula: Of functions every spreadsheet knows, and cells of this sheet.
            shown: Its result.
            number: Number format.
            role: How it looks.
        """

    @abstractmethod
    def merge(self, row: int, first: int, last: int, role: Role) -> None:
        """Make one cell of several in a row, before it is written."""

    @abstractmethod
    def set_height(self, row: int, points: float) -> None:
        """Give a row its height."""

    @abstractmethod
    def offer(self, place: Place, values: Sequence[int]) -> None:
        """Let the reader choose a value of a cell from a list."""

    @abstractmethod
    def freeze(self, rows: int, columns: int = 0) -> None:
        """Keep the first rows and columns in sight."""

    @abstractmethod
    def repeat(self, row: int, columns: int = 0) -> None:
        """Print a row, and the first columns, anew on each sheet of paper."""

    @abstractmethod
    def prepare_paper(self, paper: Paper, footer: str, page_words: str) -> None:
        """Lay the sheet out on paper, with a footer.

        Args:
            paper: How it is printed.
            footer: Text at the left of the footer, as a user may have typed it.
            page_words: Text at its right, with ``&P`` and ``&N`` for the page numbers.
        """

    @abstractmethod
    def _mark_table(self, table: Table) -> None:
        """Give a list its filters."""

    def write_row(self, row: int, values: Sequence[Cell], role: Role = Role.CELL) -> None:
        """Write values side by side from the first column on, and make room for their lines."""
        for column, value in enumerate(values):
            self.write((row, column), value, role)
        self.fit_row(row, values)

    def write_across(
        self, row: int, text: str, *, first: int = 0, role: Role = Role.REMARK
    ) -> float:
        """Write a text from a column to the last one.

        Returns:
            How high the row has to be for all its lines, in points.
        """
        last = len(self.widths) - 1
        if first < last:
            self.merge(row, first, last, role)
        self.write((row, first), text, role)
        larger = look_of(role, "")["font_size"] / FONT_SIZE
        return height_of(lines_of(text, sum(self.widths[first:]) / larger), larger)

    def write_wide(self, row: int, text: str, role: Role = Role.REMARK) -> None:
        """Write a sentence across all columns, in as many lines as it takes."""
        self.set_height(row, self.write_across(row, text, role=role))

    def write_beside(self, row: int, label: str, text: str, role: Role = Role.CELL) -> None:
        """Write a label, and beside it a text across all other columns."""
        self.write((row, 0), label, Role.STRONG)
        height = self.write_across(row, text, first=1, role=role)
        self.set_height(row, max(height, height_of(lines_of(label, self.widths[0]))))

    def fit_row(self, row: int, values: Sequence[Cell]) -> None:
        """Make a row as high as its longest text needs.

        Excel would do so itself; LibreOffice takes a file from XlsxWriter for one from Excel
        and believes its heights.
        """
        lines = [
            lines_of(value, width)
            for value, width in zip(values, self.widths, strict=False)
            if isinstance(value, str)
        ]
        self.set_height(row, height_of(max(lines, default=1)))

    def add_table(
        self, top: int, titles: Sequence[str], rows: Sequence[Sequence[Cell]], *, name: str
    ) -> None:
        """Write headings and rows as a table with filters.

        Args:
            top: Row of the headings.
            titles: The headings; no two alike.
            rows: The rows; without any, only the headings are written.
            name: Name of the table in formulas.
        """
        self.write_row(top, titles, Role.HEADING)
        for row, values in enumerate(rows, start=top + 1):
            self.write_row(row, values)
        if rows:
            self._mark_table(Table(name, top, top + len(rows), tuple(titles)))


class Book(ABC):
    """A workbook under construction."""

    @abstractmethod
    def page(self, name: str, widths: Sequence[int]) -> Page:
        """Add a sheet behind the others, with columns of these widths in characters."""
