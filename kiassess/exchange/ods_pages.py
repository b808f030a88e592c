"""Sheets of an OpenDocument spreadsheet: values, formulas, lists with filters; no charts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import quoteattr

from kiassess.exchange.cells import address
from kiassess.exchange.ods_cells import calculated, typed
from kiassess.exchange.ods_package import View, ods_package
from kiassess.exchange.ods_styles import Styles, inches_of
from kiassess.exchange.workbook_cells import (
    Cell,
    Place,
    Role,
    cell_text,
    footer_text,
    looks_like_formula,
    number_of,
)
from kiassess.exchange.workbook_pages import Book, Page, Paper, Table
from kiassess.marks import override

Choice = tuple[int, ...]  # values that are offered


class OdsBook(Book):
    """A spreadsheet under construction.

    Attributes:
        styles: The styles of all sheets.
    """

    def __init__(
        self, language: str, *, title: str, comments: str, author: str, created: datetime
    ) -> None:
        self._language = language
        self._title, self._comments, self._author = title, comments, author
        self._created = created
        self._pages: list[OdsPage] = []
        self.styles = Styles()

    @override
    def page(self, name: str, widths: Sequence[int]) -> "OdsPage":
        page = OdsPage(self.styles, name, widths)
        self._pages.append(page)
        return page

    def content(self) -> bytes:
        """The whole file."""
        sheets = "".join(page.xml() for page in self._pages)
        choices = dict.fromkeys(choice for page in self._pages for choice in page.choices)
        offered = "".join(_validation(choice) for choice in choices)
        if offered:
            offered = f"<table:content-validations>{offered}</table:content-validations>"
        lists = "".join(page.lists for page in self._pages)
        body = f"{offered}{sheets}<table:database-ranges>{lists}</table:database-ranges>"
        views = {page.name: page.view for page in self._pages}
        return ods_package(
            body,
            self.styles,
            language=self._language,
            views=views,
            title=self._title,
            comments=self._comments,
            author=self._author,
            created=self._created,
        )


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: the name of its style, what kind of value it holds, and the value, as XML."""

    style: str
    kind: str
    inner: str


class OdsPage(Page):
    """One sheet of it.

    Attributes:
        view: How the sheet is shown.
        lists: Where lists with filters stand, as XML.
    """

    def __init__(self, styles: Styles, name: str, widths: Sequence[int]) -> None:
        super().__init__(name, widths)
        self._styles = styles
        self._cells: dict[int, dict[int, _Cell]] = {}
        self._spans: dict[Place, int] = {}
        self._offered: dict[Place, Choice] = {}
        self._heights: dict[int, float] = {}
        self._head_row, self._head_columns = -1, 0
        self._style = ""
        self.view = View()
        self.lists = ""

    @override
    def write(self, place: Place, value: Cell, role: Role = Role.CELL, *, number: str = "") -> None:
        code = number or number_of(value)
        quoted = False
        if isinstance(value, str):
            value, code = cell_text(value), ""
            quoted = looks_like_formula(value)
        style = self._styles.of_cell(role, code, quoted=quoted)
        kind, inner = ("", "") if value in {None, ""} else typed(value, code)
        self._cells.setdefault(place[0], {})[place[1]] = _Cell(style, kind, inner)

    @override
    def write_formula(
        self, place: Place, formula: str, shown: Cell, *, number: str = "", role: Role = Role.CELL
    ) -> None:
        cell = _Cell(self._styles.of_cell(role, number), *calculated(formula, shown, number))
        self._cells.setdefault(place[0], {})[place[1]] = cell

    @override
    def merge(self, row: int, first: int, last: int, role: Role) -> None:
        self._spans[row, first] = last - first + 1

    @override
    def set_height(self, row: int, points: float) -> None:
        self._heights[row] = points

    @override
    def offer(self, place: Place, values: Sequence[int]) -> None:
        self._offered[place] = tuple(values)

    @override
    def freeze(self, rows: int, columns: int = 0) -> None:
        self.view = View(rows, columns)

    @override
    def repeat(self, row: int, columns: int = 0) -> None:
        self._head_row, self._head_columns = row, columns

    @override
    def prepare_paper(self, paper: Paper, footer: str, page_words: str) -> None:
        self._style = self._styles.of_sheet(paper, footer_text(footer), page_words)

    @property
    def choices(self) -> Iterable[Choice]:
        """The lists of values that are offered."""
        return self._offered.values()

    def xml(self) -> str:
        """The whole sheet."""
        columns = [self._column(width) for width in self.widths]
        head = "".join(columns[: self._head_columns])
        if head:
            head = f"<table:table-header-columns>{head}</table:table-header-columns>"
        last = max([*self._cells, *self._heights], default=0)
        rows = [self._row(row) for row in range(last + 1)]
        if self._head_row >= 0:
            inner = rows[self._head_row]
            rows[self._head_row] = f"<table:table-header-rows>{inner}</table:table-header-rows>"
        name, style = quoteattr(self.name), quoteattr(self._style)
        body = "".join((head, *columns[self._head_columns :], *rows))
        return f"<table:table table:name={name} table:style-name={style}>{body}</table:table>"

    @override
    def _mark_table(self, table: Table) -> None:
        sheet = "'" + self.name.replace("'", "''") + "'"
        last = address(table.last, len(table.titles) - 1)
        place = quoteattr(f"{sheet}.A{table.top + 1}:{sheet}.{last}")
        self.lists += (
            f"<table:database-range table:name={quoteattr(table.name)}"
            f' table:target-range-address={place} table:display-filter-buttons="true"/>'
        )

    def _column(self, width: int) -> str:
        return (
            f'<table:table-column table:style-name="{self._styles.of_column(inches_of(width))}"/>'
        )

    def _row(self, row: int) -> str:
        style = ""
        if row in self._heights:
            style = f' table:style-name="{self._styles.of_row(self._heights[row])}"'
        known = self._cells.get(row, {})
        inner, column = [], 0
        while column <= max(known, default=0):
            place = row, column
            if column in known:
                inner.append(self._cell(place, known[column]))
            else:
                inner.append("<table:table-cell/>")
            span = self._spans.get(place, 1)
            inner.append("<table:covered-table-cell/>" * (span - 1))
            column += span
        return f"<table:table-row{style}>{''.join(inner)}</table:table-row>"

    def _cell(self, place: Place, cell: _Cell) -> str:
        more = ""
        if place in self._spans:
            span = self._spans[place]
            more = f' table:number-columns-spanned="{span}" table:number-rows-spanned="1"'
        if place in self._offered:
            more += f' table:content-validation-name="{_choice_name(self._offered[place])}"'
        start = f'<table:table-cell table:style-name="{cell.style}"{more} {cell.kind}'
        return f"{start}>{cell.inner}</table:table-cell>"


def _choice_name(choice: Choice) -> str:
    return "choice" + "".join(f"_{value}" for value in choice)


def _validation(choice: Choice) -> str:
    condition = quoteattr(f"of:cell-content-is-in-list({';'.join(map(str, choice))})")
    return (
        f'<table:content-validation table:name="{_choice_name(choice)}"'
        f' table:condition={condition} table:allow-empty-cell="true"'
        ' table:display-list="unsorted"/>'
    )
