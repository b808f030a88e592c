# mypy: allow-untyped-calls, disable-error-code="attr-defined"
"""How the cells of a fill-in workbook look, by what they are for."""

from dataclasses import dataclass
from enum import StrEnum

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

FONT, SIZE = "Arial", 10  # or one as wide, on every office PC
TEXT_FORMAT = "@"  # what is typed stays as it is: no file number becomes a date
_LINE, _HEAD, _INPUT, _MUTED = "C3CCD6", "E6EDF5", "FFF8DC", "56616E"


class Role(StrEnum):
    """What a cell is for; decides how it looks, and whether it can be filled in."""

    TITLE = "title"
    SECTION = "section"
    PLAIN = "plain"
    REMARK = "remark"
    LABEL = "label"
    HEADING = "heading"
    CELL = "cell"
    CENTRED = "centred"
    INPUT = "input"
    CHOICE = "choice"  # an input with a drop-down
    DAY = "day"
    PEN = "pen"  # an input on paper


@dataclass(frozen=True, slots=True)
class Look:
    """How cells of a role look."""

    bold: bool = False
    size: int = SIZE
    colour: str = "000000"
    fill: str = ""
    lined: bool = False
    centred: bool = False
    top: bool = True
    number_format: str = "General"
    open: bool = False


LOOKS = {
    Role.TITLE: Look(bold=True, size=16),
    Role.SECTION: Look(bold=True, size=12),
    Role.PLAIN: Look(),
    Role.REMARK: Look(colour=_MUTED),
    Role.LABEL: Look(bold=True),
    Role.HEADING: Look(bold=True, fill=_HEAD, lined=True, top=False),
    Role.CELL: Look(lined=True),
    Role.CENTRED: Look(lined=True, centred=True, bold=True),
    Role.INPUT: Look(lined=True, fill=_INPUT, number_format=TEXT_FORMAT, open=True),
    Role.CHOICE: Look(lined=True, fill=_INPUT, number_format=TEXT_FORMAT, open=True, bold=True),
    Role.PEN: Look(lined=True, number_format=TEXT_FORMAT, open=True),
    Role.DAY: Look(lined=True, fill=_INPUT, number_format="dd.mm.yyyy", open=True),
}


def dress(cell: Cell, role: Role) -> None:
    """Make a cell look like its role."""
    look = LOOKS[role]
    side = Side(style="thin", color=_LINE)
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
