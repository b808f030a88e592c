"""How the cells of a fill-in workbook look, by what they are for."""

from dataclasses import dataclass
from enum import StrEnum

FONT, SIZE = "Arial", 10  # or one as wide, on every office PC
TEXT_FORMAT = "@"  # what is typed stays as it is: no file number becomes a date
LINE = "C3CCD6"  # colours as red, green and blue
_HEAD, _INPUT, _MUTED = "E6EDF5", "FFF8DC", "56616E"


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
    """How cells of a role look; their text wraps.

    Attributes:
        bold: Whether its text is.
        size: Of the text, in points.
        colour: Of the text.
        fill: Colour behind it; ``""`` for none.
        lined: Whether lines stand around it.
        centred: Whether the text stands in the middle.
        top: Whether the text begins at the top.
        number_format: As Excel has it.
        open: Whether it can be filled in.
    """

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
