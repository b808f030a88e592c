# mypy: allow-untyped-calls, disable-error-code="attr-defined"
"""A fill-in workbook for Excel. All that is said to openpyxl is said here; it has no types."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from kiassess.exchange.fill_in_looks import FONT, LINE, LOOKS, SIZE, Role
from kiassess.exchange.fill_in_pages import (
    LANDSCAPE_MARGINS,
    PORTRAIT_MARGINS,
    Area,
    Book,
    Part,
    Place,
    Sheet,
    area_name,
    place_name,
)
from kiassess.exchange.plain_text import cut, plain_text
from kiassess.exchange.workbook_cells import footer_text, looks_like_formula
from kiassess.marks import override

A4 = 9
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would take it for another sign
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file knows


class XlsxBook(Book):
    """A workbook under construction."""

    def __init__(self) -> None:
        self._raw = Workbook()
        self._raw.remove(self._raw.worksheets[0])
        self._raw.security.lockStructure = True
        # The measure of all widths; openpyxl has no other way to it.
        self._raw._named_styles["Normal"].font = Font(name=FONT, size=SIZE)  # noqa: SLF001

    @override
    def add_sheet(self, name: str, widths: Sequence[float]) -> "XlsxSheet":
        return XlsxSheet(self._raw.create_sheet(name), name, widths)

    @override
    def describe(self, title: str, creator: str) -> None:
        self._raw.properties.title = plain_text(title)
        self._raw.properties.creator = creator

    @override
    def to_bytes(self, at: datetime) -> bytes:
        moment = at.replace(tzinfo=None, microsecond=0)
        self._raw.properties.created = self._raw.properties.modified = moment
        raw, fixed = BytesIO(), BytesIO()
        with ZipFile(raw, "w") as archive:
            ExcelWriter(self._raw, archive).write_data()  # ``save`` puts the time of now in
        with ZipFile(raw) as archive, ZipFile(fixed, "w", ZIP_DEFLATED) as copy:
            for name in archive.namelist():
                info = ZipInfo(name, _ZIP_TIME)
                info.compress_type = ZIP_DEFLATED
                copy.writestr(info, archive.read(name))
        return fixed.getvalue()


class XlsxSheet(Sheet):
    """One sheet of it."""

    def __init__(self, raw: Worksheet, name: str, widths: Sequence[float]) -> None:
        super().__init__(name, widths)
        self._raw = raw
        raw.sheet_view.showGridLines = False
        for column, width in enumerate(widths, start=1):
            raw.column_dimensions[get_column_letter(column)].width = width

    @override
    def write(self, place: Place, value: str | int | None, role: Role) -> None:
        cell = self._raw.cell(*place)
        _dress(cell, role)
        if not isinstance(value, str):
            cell.value = value
        elif value:
            cell.value = _stored(value)
            cell.data_type = "s"  # openpyxl has taken “=…” for a formula
            cell.quotePrefix = looks_like_formula(value)

    @override
    def write_parts(self, place: Place, parts: Sequence[Part], role: Role) -> None:
        cell = self._raw.cell(*place)
        _dress(cell, role)
        size = LOOKS[role].size
        cell.value = CellRichText(*(
            TextBlock(InlineFont(rFont=FONT, sz=size, b=bold or None), _stored(text))
            for text, bold in parts
            if text
        ))  # fmt: skip

    @override
    def write_formula(self, place: Place, formula: str, shown: str, role: Role) -> None:
        """The result is left out: openpyxl cannot write it beside the formula."""
        cell = self._raw.cell(*place)
        _dress(cell, role)
        cell.value = f"={formula}"

    @override
    def set_height(self, row: int, height_pt: float) -> None:
        self._raw.row_dimensions[row].height = height_pt

    @override
    def hide_row(self, row: int) -> None:
        self._raw.row_dimensions[row].hidden = True

    @override
    def hide_column(self, column: int) -> None:
        self._raw.column_dimensions[get_column_letter(column)].hidden = True

    @override
    def hide(self, *, deeply: bool = False) -> None:
        self._raw.sheet_state = "veryHidden" if deeply else "hidden"

    @override
    def offer(self, source: str, cells: Iterable[Place]) -> None:
        offer = DataValidation(type="list", formula1=source, showErrorMessage=False)
        for cell in cells:
            offer.add(place_name(cell))
        self._raw.add_data_validation(offer)

    @override
    def colour(self, area: Area, formula: str, *, fill: str, ink: str) -> None:
        rule = FormulaRule(
            formula=[formula],
            fill=PatternFill("solid", start_color=fill, end_color=fill),
            font=Font(name=FONT, bold=True, color=ink),
        )
        self._raw.conditional_formatting.add(area_name(area), rule)

    @override
    def filter(self, area: Area) -> None:
        self._raw.auto_filter.ref = area_name(area)

    @override
    def show_from(self, place: Place, zoom_percent: int) -> None:
        self._raw.freeze_panes = place_name(place)
        self._raw.sheet_view.zoomScale = zoom_percent

    @override
    def protect(self) -> None:
        protection = self._raw.protection
        protection.sheet = True
        # These name what is forbidden: heights, widths and filters stay in the user's hands.
        protection.formatRows = protection.formatColumns = protection.autoFilter = False

    @override
    def prepare_paper(
        self, footer: str, page_words: str, *, landscape: bool, titles: int | None = None
    ) -> None:
        setup, raw = self._raw.page_setup, self._raw
        setup.paperSize = A4
        setup.orientation = "landscape" if landscape else "portrait"
        setup.fitToWidth, setup.fitToHeight = 1, 0
        raw.sheet_properties.pageSetUpPr.fitToPage = True
        if titles is not None:
            raw.print_title_rows = f"{titles}:{titles}"
        room, margins = LANDSCAPE_MARGINS if landscape else PORTRAIT_MARGINS, raw.page_margins
        margins.left = margins.right = room.side
        margins.top, margins.bottom, margins.footer = room.top, room.bottom, room.footer
        left = footer_text(footer).replace("&", "&&")
        raw.oddFooter.left.text, raw.oddFooter.left.size = left, 8
        raw.oddFooter.right.text, raw.oddFooter.right.size = page_words, 8

    @override
    def _span(self, row: int, columns: tuple[int, int]) -> None:
        first, last = columns
        self._raw.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)


def _dress(cell: Cell, role: Role) -> None:
    """Make a cell look like its role."""
    look = LOOKS[role]
    side = Side(style="thin", color=LINE)
    # A font without a name loses the font of the workbook.
    cell.font = Font(name=FONT, size=look.size, bold=look.bold, color=look.colour)
    cell.alignment = Alignment(
        horizontal="center" if look.centred else None,
        vertical="top" if look.top else "center",
        wrap_text=True,
    )
    cell.number_format = look.number_format
    cell.protection = Protection(locked=not look.open)
    if look.fill:
        cell.fill = PatternFill("solid", start_color=look.fill)
    if look.lined:
        cell.border = Border(left=side, right=side, top=side, bottom=side)


def _stored(text: str) -> str:
    """A text as a cell keeps it; see ``plain_text`` and ``cut``."""
    return cut(_ESCAPE.sub("_x005F_", plain_text(text)))
