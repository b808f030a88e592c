"""Cells as both kinds of workbook know them: looks by role, room, text that stays text."""

from datetime import date, datetime
from enum import StrEnum
from textwrap import wrap
from typing import Any

from kiassess.exchange.plain_text import LONGEST_CELL, cut, plain_text

Cell = str | int | float | date | datetime | None  # None is an empty cell, never 0
Place = tuple[int, int]  # row and column, from 0 on

FONT_SIZE = 10
FONT = {"font_name": "Arial", "font_size": FONT_SIZE}  # or one as wide, on every office PC
LINE_PT = 13
# Letters in a line to a width of one: most are narrower than the digit that is the measure, but
# in a narrow column more of the line stays empty before a word that does not fit.
LETTERS_IN_LINE = {0: 0.95, 30: 1.1, 60: 1.2}  # from which width on
HIGHEST_ROW_PT = 409  # Excel has no higher ones
MARGINS_IN = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.7}
LONGEST_FOOTER = 90  # a footer may have 255 characters, and each “&” counts twice
_LINE, _HEAD, _MUTED = "#C3CCD6", "#E6EDF5", "#56616E"
_FORMULA_STARTS = tuple("=+-@")


class Role(StrEnum):
    """What a cell is for; decides how it looks."""

    HEADLINE = "headline"
    MESSAGE = "message"
    TITLE = "title"
    SECTION = "section"
    HEADING = "heading"
    HEADING_OF_NUMBERS = "heading_of_numbers"
    LABEL = "label"
    FACT = "fact"
    CELL = "cell"
    CENTRED = "centred"
    STRONG = "strong"
    PART = "part"
    REMARK = "remark"
    NOTICE = "notice"
    HELPER = "helper"


_CELL: dict[str, Any] = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": _LINE}
_LOOKS: dict[Role, dict[str, Any]] = {
    Role.HEADLINE: {"text_wrap": True, "valign": "top", "bold": True, "font_size": 16},
    Role.MESSAGE: {"text_wrap": True, "valign": "top", "bold": True, "font_size": 12},
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
    Role.CENTRED: {**_CELL, "align": "center"},
    Role.STRONG: {**_CELL, "bold": True},
    Role.PART: {**_CELL, "align": "left", "indent": 1},
    Role.REMARK: {"text_wrap": True, "valign": "top"},
    Role.NOTICE: {"text_wrap": True, "valign": "top", "bold": True},
    Role.HELPER: {"font_color": _MUTED},
}
_NUMBERS: dict[type, str] = {
    int: "0",
    float: "0.0",
    date: "dd.mm.yyyy",
    datetime: "dd.mm.yyyy hh:mm",
}


def look_of(role: Role, number: str, *, quoted: bool = False) -> dict[str, Any]:
    """How a cell looks, in the words of XlsxWriter.

    Args:
        role: What the cell is for.
        number: Number format; empty for the usual one.
        quoted: Whether it is text that looks like a formula.
    """
    more: dict[str, Any] = {"num_format": number} if number else {}
    if quoted:
        more["quote_prefix"] = True
    if role is Role.CELL and number:
        more["align"] = "center"  # clear of the texts beside them
    return FONT | _LOOKS[role] | more


def number_of(value: Cell) -> str:
    """The usual number format of a value."""
    return _NUMBERS.get(type(value), "")


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet takes a text for a formula as soon as somebody edits the cell."""
    return text.lstrip().startswith(_FORMULA_STARTS)


def footer_text(typed: str) -> str:
    """A text as a footer has room for it."""
    return " ".join(plain_text(typed).split())[:LONGEST_FOOTER]


def cell_text(text: str) -> str:
    """A text as a cell can keep it; see ``plain_text`` and ``cut``."""
    safe = cut(plain_text(text))
    if safe.startswith("<r>") and safe.endswith("</r>"):
        # XlsxWriter 3.3 would write it as markup of its own, unescaped.
        return f"{cut(safe, LONGEST_CELL - 1)} "
    return safe


def lines_of(text: str, width: float) -> int:
    """About how many lines a text takes in a column of a width in characters."""
    letters = max(share for start, share in LETTERS_IN_LINE.items() if width >= start)
    fitting = max(int(letters * width), 1)
    # Most texts are short, and wrapping takes as long as writing the cell.
    return sum(
        1 if len(part) <= fitting else max(len(wrap(part, fitting)), 1) for part in text.split("\n")
    )


def height_of(lines: int, larger: float = 1) -> float:
    """How high a row has to be for some lines, in points; ``larger`` than the usual font."""
    return min(lines * LINE_PT * larger + 2, HIGHEST_ROW_PT)
