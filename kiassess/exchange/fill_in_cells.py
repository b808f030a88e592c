# mypy: allow-untyped-calls, disable-error-code="attr-defined"
"""Cells of a fill-in workbook: looks by role, text that stays text, heights that fit.

All that is said to openpyxl is said here and in ``fill_in_looks``; it has no types.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from textwrap import wrap
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from kiassess.exchange.fill_in_looks import FONT, LOOKS, SIZE, Role, dress
from kiassess.exchange.plain_text import cut, plain_text

A4 = 9
_LINE_PT = 12.8
# Letters in a line to a width of one: most are narrower than the digit that is the measure. A
# little too few, so that nothing is cut off; long words leave more of a narrow line empty.
_NARROW_LINE, _WIDE_LINE, _WIDE = 1.0, 1.18, 40.0
HIGHEST_ROW_PT = 409.0  # Excel has no higher ones
LONGEST_FOOTER = 90
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would take it for another sign
# What a spreadsheet takes for a formula as soon as somebody edits the cell.
_FORMULA_STARTS = tuple("=+-@")
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file knows


class Book:
    """A workbook under construction."""

    def __init__(self) -> None:
        self._raw = Workbook()
        self._raw.remove(self._raw.worksheets[0])
        self._raw.security.lockStructure = True
        # The measure of all widths; openpyxl has no other way to it.
        self._raw._named_styles["Normal"].font = Font(name=FONT, size=SIZE)  # noqa: SLF001

    def add_sheet(self, name: str, widths: Sequence[float]) -> "Sheet":
        """Add a sheet behind the others.

        Args:
            name: What is written on its tab.
            widths: Of its columns, in characters.
        """
        return Sheet(self._raw.create_sheet(name), name, widths)

    def describe(self, title: str, creator: str) -> None:
        """Say what the file is, for whoever looks at its properties."""
        self._raw.properties.title = plain_text(title)
        self._raw.properties.creator = creator

    def to_bytes(self, at: datetime) -> bytes:
        """The file; same content and time, same bytes.

        Args:
            at: What the file says of its age, in UTC.
        """
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


class Sheet:
    """One sheet under construction; rows and columns count from 1.

    Attributes:
        name: What is written on its tab.
    """

    def __init__(self, raw: Worksheet, name: str, widths: Sequence[float]) -> None:
        self.name = name
        self._raw, self._widths = raw, widths
        raw.sheet_view.showGridLines = False
        for column, width in enumerate(widths, start=1):
            raw.column_dimensions[get_column_letter(column)].width = width

    def write(self, place: tuple[int, int], value: str | int | None, role: Role) -> None:
        """Write a value; text can become neither formula nor link."""
        cell = self._raw.cell(*place)
        dress(cell, role)
        if not isinstance(value, str):
            cell.value = value
        elif value:
            cell.value = stored(value)
            cell.data_type = "s"  # openpyxl has taken “=…” for a formula
            cell.quotePrefix = value.lstrip().startswith(_FORMULA_STARTS)

    def write_parts(
        self, place: tuple[int, int], parts: Sequence[tuple[str, bool]], role: Role
    ) -> None:
        """Write a text whose parts are bold or not."""
        cell = self._raw.cell(*place)
        dress(cell, role)
        size = LOOKS[role].size
        cell.value = CellRichText(*(
            TextBlock(InlineFont(rFont=FONT, sz=size, b=bold or None), stored(text))
            for text, bold in parts
            if text
        ))  # fmt: skip

    def write_formula(self, place: tuple[int, int], formula: str, role: Role) -> None:
        """Write a formula of ours; nothing that a person typed may stand in it."""
        cell = self._raw.cell(*place)
        dress(cell, role)
        cell.value = f"={formula}"

    def fit_row(self, row: int, texts: Sequence[tuple[int, str]], *, least_pt: float = 0) -> None:
        """Make a row as high as its longest text needs; LibreOffice believes what stands there.

        Args:
            row: The row.
            texts: What stands in it, by column, with the columns it reaches over.
            least_pt: Room for what is filled in.
        """
        lines = max((_lines(text, self._widths[column - 1]) for column, text in texts), default=1)
        height = max(lines * _LINE_PT + 4, least_pt)
        self._raw.row_dimensions[row].height = min(height, HIGHEST_ROW_PT)

    def merge(self, row: int, columns: tuple[int, int], text: str, role: Role) -> None:
        """Write a text over several columns, in a row as high as it needs."""
        first, last = columns
        self.write((row, first), text, role)
        self._raw.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        width = sum(self._widths[first - 1 : last])
        lines = _lines(text, width * SIZE / LOOKS[role].size)
        height = lines * _LINE_PT * LOOKS[role].size / SIZE + 4
        self._raw.row_dimensions[row].height = min(height, HIGHEST_ROW_PT)

    def set_height(self, row: int, height_pt: float) -> None:
        """Make a row as high as this."""
        self._raw.row_dimensions[row].height = height_pt

    def hide_row(self, row: int) -> None:
        """Hide a row that is only read by the program."""
        self._raw.row_dimensions[row].hidden = True

    def hide_column(self, column: int) -> None:
        """Hide a column that is only read by the program."""
        self._raw.column_dimensions[get_column_letter(column)].hidden = True

    def hide(self, *, deeply: bool = False) -> None:
        """Hide the sheet; ``deeply`` so that Excel does not offer to show it."""
        self._raw.sheet_state = "veryHidden" if deeply else "hidden"

    def offer(self, source: str, cells: Iterable[str]) -> None:
        """Offer a list of words in some cells; something else may be typed all the same.

        Args:
            source: The range the words stand in.
            cells: For example ``"F5"``.
        """
        offer = DataValidation(type="list", formula1=source, showErrorMessage=False)
        for cell in cells:
            offer.add(cell)
        self._raw.add_data_validation(offer)

    def colour(self, cells: str, formula: str, *, fill: str, ink: str) -> None:
        """Colour those of some cells for which a formula holds, written for the first one."""
        rule = FormulaRule(
            formula=[formula],
            fill=PatternFill("solid", start_color=fill, end_color=fill),
            font=Font(name=FONT, bold=True, color=ink),
        )
        self._raw.conditional_formatting.add(cells, rule)

    def filter(self, cells: str) -> None:
        """Let the rows of a range be filtered by its first row."""
        self._raw.auto_filter.ref = cells

    def show_from(self, cell: str, zoom_percent: int) -> None:
        """Keep what stands above and left of a cell in view."""
        self._raw.freeze_panes = cell
        self._raw.sheet_view.zoomScale = zoom_percent

    def protect(self) -> None:
        """Lock everything but what is to be filled in; without a password, it is no secret."""
        protection = self._raw.protection
        protection.sheet = True
        # These name what is forbidden: heights, widths and filters stay in the user's hands.
        protection.formatRows = protection.formatColumns = protection.autoFilter = False

    def prepare_paper(
        self, footer: str, page_words: str, *, landscape: bool, titles: int | None = None
    ) -> None:
        """Lay the sheet out on A4, one sheet of paper wide.

        Args:
            footer: Text at the left of the footer, as a user may have typed it.
            page_words: Text at its right, with ``&P`` and ``&N`` for the page numbers.
            landscape: Whether the paper lies on its side.
            titles: The row that stands on every page.
        """
        setup, raw = self._raw.page_setup, self._raw
        setup.paperSize = A4
        setup.orientation = "landscape" if landscape else "portrait"
        setup.fitToWidth, setup.fitToHeight = 1, 0
        raw.sheet_properties.pageSetUpPr.fitToPage = True
        if titles is not None:
            raw.print_title_rows = f"{titles}:{titles}"
        margins = raw.page_margins
        margins.left = margins.right = 0.3 if landscape else 0.6
        margins.top, margins.bottom, margins.footer = 0.45, 0.6, 0.3
        left = " ".join(plain_text(footer).split())[:LONGEST_FOOTER].replace("&", "&&")
        raw.oddFooter.left.text, raw.oddFooter.left.size = left, 8
        raw.oddFooter.right.text, raw.oddFooter.right.size = page_words, 8


def place(column: int, row: int) -> str:
    """What a cell is called, ``"F5"``."""
    return f"{get_column_letter(column)}{row}"


def stored(text: str) -> str:
    """A text as a cell keeps it; see ``plain_text`` and ``cut``."""
    return cut(_ESCAPE.sub("_x005F_", plain_text(text)))


def quoted(text: str) -> str:
    """A sentence of ours as a text in a formula."""
    return '"' + text.replace('"', '""') + '"'


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes."""
    letters = max(int(width * (_WIDE_LINE if width >= _WIDE else _NARROW_LINE)), 1)
    return sum(max(len(wrap(part, letters)), 1) for part in text.split("\n"))
