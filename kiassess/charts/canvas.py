"""What all charts share: a figure that knows its title, with headlines laid out on it."""

from dataclasses import dataclass
from typing import Literal

from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D, Transform

from kiassess.charts.lettering import (
    ASCENT,
    POINTS_PER_INCH,
    SMALL_PT,
    TITLE_PT,
    style,
    text_height,
    wrap,
)
from kiassess.charts.looks import Look
from kiassess.charts.words import SEPARATOR

MARGIN_IN = 0.15
TITLE_GAP_PT = 4
HEADER_GAP_PT = 8

Align = Literal["left", "center", "right"]


class Chart(Figure):
    """A figure that carries its own words, for the files it is saved in.

    Attributes:
        title: The message in one line.
        description: What is to be seen, in words, with all values.
        summary: What it says, in at most three sentences.
        rows: Of a chart of rows: id, upper and lower edge as shares of the height, from above.
    """

    title: str = ""
    description: str = ""
    summary: tuple[str, ...] = ()
    rows: tuple[tuple[str, float, float], ...] = ()

    @property
    def inches(self) -> Transform:
        """Inches from the lower left corner; unlike ``dpi_scale_trans`` they move with the page."""
        wide, tall = self.get_size_inches()
        return Affine2D().scale(1 / wide, 1 / tall) + self.transFigure


@dataclass(frozen=True, slots=True)
class Header:
    """The lines above a chart, broken to its width.

    Attributes:
        title: The message; empty where the window shows it itself.
        legend: What the marks mean.
        scale: Size of the letters, 1.0 is normal.
    """

    title: str
    legend: str
    scale: float

    @property
    def height_in(self) -> float:
        """The room it takes from the upper edge on, in inches."""
        height = MARGIN_IN + text_height(self.legend, SMALL_PT * self.scale)
        if self.title:
            height += text_height(self.title, TITLE_PT * self.scale)
            height += TITLE_GAP_PT * self.scale / POINTS_PER_INCH
        return height + HEADER_GAP_PT * self.scale / POINTS_PER_INCH


def make_header(title: str, legend: str, *, width_in: float, scale: float) -> Header:
    """Break title and legend to the width of a chart; an empty title takes no room."""
    room = width_in - 2 * MARGIN_IN
    return Header(
        title=wrap(title, room, TITLE_PT * scale, bold=True),
        legend=wrap(legend, room, SMALL_PT * scale, between=SEPARATOR),
        scale=scale,
    )


def make_chart(header: Header, look: Look, *, width_in: float, height_in: float) -> Chart:
    """An empty chart with its header."""
    chart = Chart(figsize=(width_in, height_in), facecolor=look.ground)
    x, y = MARGIN_IN, height_in - MARGIN_IN
    if header.title:
        size = TITLE_PT * header.scale
        y = write(chart, header.title, x, y, size_pt=size, colour=look.text, bold=True)
        y -= TITLE_GAP_PT * header.scale / POINTS_PER_INCH
    write(chart, header.legend, x, y, size_pt=SMALL_PT * header.scale, colour=look.muted)
    return chart


def write(
    chart: Chart,
    text: str,
    x_in: float,
    y_in: float,
    *,
    size_pt: float,
    colour: str,
    bold: bool = False,
    align: Align = "left",
    gid: str | None = None,
) -> float:
    """Write a text line by line, evenly spaced whatever its letters.

    Args:
        chart: The chart to write on.
        text: Broken into lines.
        x_in: Side or middle of the text from the left edge, in inches; see ``align``.
        y_in: Upper edge of the text from the lower edge, in inches.
        size_pt: Size of the letters.
        colour: ``#RRGGBB``.
        bold: Whether the letters are bold.
        align: Which side of the text ``x_in`` means.
        gid: Name of the lines, to find them again.

    Returns:
        The lower edge of the text.
    """
    width_in, height_in = chart.get_size_inches()
    for line in text.split("\n"):
        chart.text(
            x_in / width_in,
            (y_in - ASCENT * size_pt / POINTS_PER_INCH) / height_in,
            line,
            ha=align,
            va="baseline",
            gid=gid,
            **style(size_pt, colour, bold=bold),
        )
        y_in -= text_height("", size_pt)
    return y_in
