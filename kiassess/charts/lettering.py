"""Lettering of charts: one font, few sizes, and how much room a text takes."""

from functools import lru_cache
from typing import Any

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

FONT = "DejaVu Sans"  # comes with matplotlib, so that a chart looks the same everywhere
TITLE_PT = 12.5
VALUE_PT = 11.0
NAME_PT = 10.0
SMALL_PT = 8.5
POINTS_PER_INCH = 72
HINTING = 1.03  # on screens letters are rounded up to whole pixels
MEASURED_PT = 100.0
LINE_HEIGHT = 1.25  # of the size of the letters
ASCENT = 0.96  # from the upper edge of a line to where its letters stand


def style(size_pt: float, colour: str, *, bold: bool = False) -> dict[str, Any]:
    """What a text needs to look like ours; its words are never read as formulas."""
    return {
        "fontfamily": FONT,
        "fontsize": size_pt,
        "fontweight": "bold" if bold else "normal",
        "color": colour,
        "parse_math": False,
    }


def text_width(text: str, size_pt: float, *, bold: bool = False) -> float:
    """The width of the longest line of a text, in inches."""
    widest = max(_points_wide(line, bold) for line in text.split("\n"))
    return widest * size_pt / MEASURED_PT * HINTING / POINTS_PER_INCH


@lru_cache(maxsize=4096)
def _points_wide(line: str, bold: bool) -> float:
    """The width of a line at ``MEASURED_PT``: letters grow evenly, and measuring takes long."""
    font = FontProperties(family=FONT, size=MEASURED_PT, weight="bold" if bold else "normal")
    width: float = text_to_path.get_text_width_height_descent(line, font, False)[0]
    return width


def text_height(text: str, size_pt: float) -> float:
    """The height of a text with all its lines, in inches."""
    return (text.count("\n") + 1) * size_pt * LINE_HEIGHT / POINTS_PER_INCH


def widest_word(text: str, size_pt: float, *, bold: bool = False) -> float:
    """The width in inches below which a text cannot be wrapped."""
    return max(text_width(word, size_pt, bold=bold) for word in text.split() or [""])


def wrap(
    text: str, width_in: float, size_pt: float, *, bold: bool = False, between: str = " "
) -> str:
    """Break a text into lines that fit; a longer word keeps a line of its own.

    Args:
        text: One line.
        width_in: The room there is, in inches.
        size_pt: Size of the letters.
        bold: Whether they are bold.
        between: Where lines may be broken; a part too long for a line is broken between its words.
    """
    lines: list[str] = []
    for part in text.split(between):
        longer = f"{lines[-1]}{between}{part}" if lines else part
        if lines and text_width(longer, size_pt, bold=bold) <= width_in:
            lines[-1] = longer
        elif between == " ":
            lines.append(part)
        else:
            lines.extend(wrap(part, width_in, size_pt, bold=bold).split("\n"))
    return "\n".join(lines)
