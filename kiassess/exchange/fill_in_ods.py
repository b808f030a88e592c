"""A fill-in workbook as an OpenDocument spreadsheet, for offices with LibreOffice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import quoteattr

from kiassess.exchange.fill_in_looks import LOOKS, Role
from kiassess.exchange.fill_in_ods_styles import Colour, FillInStyles
from kiassess.exchange.fill_in_pages import Area, Book, Part, Place, Sheet, place_name
from kiassess.exchange.ods_cells import calculated, open_expression, paragraphs, typed
from kiassess.exchange.ods_package import View, ods_package
from kiassess.exchange.plain_text import cut, plain_text
from kiassess.exchange.workbook_cells import footer_text, looks_like_formula
from kiassess.marks import override

# Searching compares as Excel does, but takes no word for a pattern: the names of levels are words.
_CALCULATION = (
    '<table:calculation-settings table:case-sensitive="false"'
    ' table:automatic-find-labels="false" table:use-regular-expressions="false"'
    ' table:use-wildcards="false"/>'
)
# LibreOffice has its own name for what stays allowed; the standard has none.
_ALLOWED = (
    '<loext:table-protection xmlns:loext="urn:org:documentfoundation:names:experimental:office:'
    'xmlns:loext:1.0" loext:select-protected-cells="true" loext:select-unprotected-cells="true"'
    ' loext:use-autofilter="true"/>'
)


class OdsBook(Book):
    """A spreadsheet under construction.

    Args:
        language: ``"de"`` or ``"en"``.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._title = self._creator = ""
        self._styles = FillInStyles()
        self._sheets: list[OdsSheet] = []

    @override
    def add_sheet(self, name: str, widths: Sequence[float]) -> "OdsSheet":
        sheet = OdsSheet(self._styles, name, widths)
        self._sheets.append(sheet)
        return sheet

    @override
    def describe(self, title: str, creator: str) -> None:
        self._title, self._creator = plain_text(title), creator

    @override
    def to_bytes(self, at: datetime) -> bytes:
        sources = dict.fromkeys(source for sheet in self._sheets for source in sheet.sources)
        names = {source: f"offer{number}" for number, source in enumerate(sources, start=1)}
        offers = "".join(_offer(name, source) for source, name in names.items())
        sheets = "".join(sheet.xml(names) for sheet in self._sheets)
        lists = "".join(sheet.list for sheet in self._sheets)
        return ods_package(
            f"{_CALCULATION}<table:content-validations>{offers}</table:content-validations>"
            f"{sheets}<table:database-ranges>{lists}</table:database-ranges>",
            self._styles,
            language=self._language,
            views={sheet.name: sheet.view for sheet in self._sheets},
            title=self._title,
            comments="",
            author=self._creator,
            created=at,
            locked=True,
        )


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: what it is for, what kind of value it holds, and the value, as XML."""

    role: Role
    kind: str = ""
    inner: str = ""
    quoted: bool = False


class OdsSheet(Sheet):
    """One sheet of it.

    Attributes:
        view: How it is shown.
        list: Where a list with filters stands, as XML.
    """

    def __init__(self, styles: FillInStyles, name: str, widths: Sequence[float]) -> None:
        super().__init__(name, widths)
        self._styles = styles
        self._cells: dict[int, dict[int, _Cell]] = {}
        self._heights: dict[int, float] = {}
        self._spans: dict[Place, int] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._offered: dict[Place, str] = {}
        self._colours: list[tuple[Area, Colour]] = []
        self._titles: int | None = None
        self._style = ""
        self._is_printed = self._is_protected = False
        self.view = View()
        self.list = ""

    @override
    def write(self, place: Place, value: str | int | None, role: Role) -> None:
        if isinstance(value, str):
            value = cut(plain_text(value))
        if value is None or value == "":
            self._put(place, _Cell(role))
        else:
            quoted = isinstance(value, str) and looks_like_formula(value)
            self._put(place, _Cell(role, *typed(value), quoted=quoted))

    @override
    def write_parts(self, place: Place, parts: Sequence[Part], role: Role) -> None:
        kind, _ = typed("")
        usual = LOOKS[role].bold
        styled = [
            (cut(plain_text(text)), "" if bold is usual else self._styles.of_part(bold=bold))
            for text, bold in parts
        ]
        self._put(place, _Cell(role, kind, paragraphs(styled)))

    @override
    def write_formula(self, place: Place, formula: str, shown: str, role: Role) -> None:
        self._put(place, _Cell(role, *calculated(f"={formula}", shown)))

    @override
    def set_height(self, row: int, height_pt: float) -> None:
        self._heights[row] = height_pt

    @override
    def hide_row(self, row: int) -> None:
        self._hidden_rows.add(row)

    @override
    def hide_column(self, column: int) -> None:
        self._hidden_columns.add(column)

    @override
    def hide(self, *, deeply: bool = False) -> None:
        """There is only one way to hide a sheet."""
        self._style = self._styles.of_hidden_sheet()

    @override
    def offer(self, source: str, cells: Iterable[Place]) -> None:
        self._offered.update(dict.fromkeys(cells, source))

    @override
    def colour(self, area: Area, formula: str, *, fill: str, ink: str) -> None:
        base = f"{_quoted(self.name)}.{place_name(area[0])}"
        self._colours.append((area, Colour(open_expression(formula), base, fill, ink)))

    @override
    def filter(self, area: Area) -> None:
        self.list = (
            '<table:database-range table:name="kiassess_questions"'
            f" table:target-range-address={quoteattr(self._address(area))}"
            ' table:display-filter-buttons="true"/>'
        )

    @override
    def show_from(self, place: Place, zoom_percent: int) -> None:
        row, column = place
        self.view = View(row - 1, column - 1, zoom_percent)

    @override
    def protect(self) -> None:
        self._is_protected = True

    @override
    def prepare_paper(
        self, footer: str, page_words: str, *, landscape: bool, titles: int | None = None
    ) -> None:
        self._style = self._styles.of_printed_sheet(
            footer_text(footer), page_words, landscape=landscape
        )
        self._titles, self._is_printed = titles, True

    @override
    def _span(self, row: int, columns: tuple[int, int]) -> None:
        first, last = columns
        self._spans[row, first] = last - first + 1

    @property
    def sources(self) -> Iterable[str]:
        """The ranges that are offered."""
        return self._offered.values()

    def xml(self, offers: dict[str, str]) -> str:
        """The whole sheet.

        Args:
            offers: The name of each offer, by its source.
        """
        last = max(self._cells, default=1)
        head = f"table:name={quoteattr(self.name)} table:style-name={quoteattr(self._style)}"
        if self._is_protected:
            head += ' table:protected="true"'
        if self._is_printed:
            seen = set(range(1, len(self.widths) + 1)) - self._hidden_columns
            area = (1, min(seen)), (last, max(seen))
            head += f" table:print-ranges={quoteattr(self._address(area))}"
        columns = "".join(map(self._column, range(1, len(self.widths) + 1)))
        rows = "".join(self._row(row, offers) for row in range(1, last + 1))
        allowed = _ALLOWED if self._is_protected else ""
        return f"<table:table {head}>{allowed}{columns}{rows}</table:table>"

    def _put(self, place: Place, cell: _Cell) -> None:
        row, column = place
        self._cells.setdefault(row, {})[column] = cell

    def _address(self, area: Area) -> str:
        sheet = _quoted(self.name)
        return ":".join(f"{sheet}.{place_name(place)}" for place in area)

    def _column(self, column: int) -> str:
        style = self._styles.of_width(self.widths[column - 1])
        hidden = _HIDDEN if column in self._hidden_columns else ""
        return f'<table:table-column table:style-name="{style}"{hidden}/>'

    def _row(self, row: int, offers: dict[str, str]) -> str:
        known, inner, column = self._cells.get(row, {}), [], 1
        while column <= max(known, default=1):
            inner.append(self._cell((row, column), known.get(column), offers))
            span = self._spans.get((row, column), 1)
            inner.append("<table:covered-table-cell/>" * (span - 1))
            column += span
        head = ""
        if row in self._heights:
            head = f' table:style-name="{self._styles.of_row(self._heights[row])}"'
        if row in self._hidden_rows:
            head += _HIDDEN
        made = f"<table:table-row{head}>{''.join(inner)}</table:table-row>"
        if row == self._titles:
            return f"<table:table-header-rows>{made}</table:table-header-rows>"
        return made

    def _cell(self, place: Place, cell: _Cell | None, offers: dict[str, str]) -> str:
        if cell is None:
            return "<table:table-cell/>"
        colours = tuple(colour for area, colour in self._colours if _holds(area, place))
        style = self._styles.of_role(cell.role, quoted=cell.quoted, colours=colours)
        head = f'table:style-name="{style}" {cell.kind}'
        if place in self._spans:
            span = self._spans[place]
            head += f' table:number-columns-spanned="{span}" table:number-rows-spanned="1"'
        if place in self._offered:
            head += f' table:content-validation-name="{offers[self._offered[place]]}"'
        return f"<table:table-cell {head}>{cell.inner}</table:table-cell>"


_HIDDEN = ' table:visibility="collapse"'


def _offer(name: str, source: str) -> str:
    condition = quoteattr(f"of:cell-content-is-in-list({open_expression(source)})")
    return (
        f'<table:content-validation table:name="{name}" table:condition={condition}'
        ' table:allow-empty-cell="true" table:display-list="unsorted">'
        '<table:error-message table:display="false"/></table:content-validation>'
    )


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"


def _holds(area: Area, place: Place) -> bool:
    (top, left), (bottom, right) = area
    return top <= place[0] <= bottom and left <= place[1] <= right
