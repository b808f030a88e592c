"""Names over narrow columns: in lines, in two tiers, or upright; never on top of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from matplotlib.lines import Line2D

from kiassess.charts.canvas import Chart, write
from kiassess.charts.lettering import (
    POINTS_PER_INCH,
    SMALL_PT,
    style,
    text_height,
    text_width,
    widest_word,
    wrap,
)
from kiassess.charts.looks import Look

GAP_PT = 4
FILL = 0.94  # of the width of a column
FILL_STAGGERED = 1.8  # two columns apart
OVERHANG = 0.4  # of a column, how far the outermost names reach out where they are staggered
STEP_IN = 0.1
BREAK = "/"  # a name may be broken after it


class Form(Enum):
    """How names over columns are written."""

    FLAT = auto()
    STAGGERED = auto()  # even columns above odd ones
    UPRIGHT = auto()  # from below upwards


@dataclass(frozen=True, slots=True)
class ColumnHeads:
    """Names over columns.

    Attributes:
        words: One text a column, broken into lines.
        form: How they are written.
        unit_in: Width of a column in inches.
        scale: Size of the letters, 1.0 is normal.
    """

    words: tuple[str, ...]
    form: Form
    unit_in: float
    scale: float

    @property
    def width_in(self) -> float:
        """The width of all columns, in inches."""
        return self.unit_in * len(self.words)

    @property
    def height_in(self) -> float:
        """The room it takes, in inches."""
        if self.form is Form.UPRIGHT:
            return max(text_width(w, self._size) for w in self.words) + self._gap
        odd, even = self._tallest(1), self._tallest(0)
        return (odd + even if self.form is Form.STAGGERED else max(odd, even)) + self._gap

    def draw(
        self, chart: Chart, ids: Sequence[str], left: float, bottom: float, look: Look
    ) -> None:
        """Write the names over their columns.

        Args:
            chart: The chart to write on.
            ids: What the names are called, to find them again.
            left: Left edge of the first column from the left edge of the chart, in inches.
            bottom: Upper edge of the columns from the lower edge of the chart, in inches.
            look: The colours.
        """
        for column, (name, words) in enumerate(zip(ids, self.words, strict=True)):
            middle = left + (column + 0.5) * self.unit_in
            if self.form is Form.UPRIGHT:
                self._write_upright(
                    chart, words, (middle, bottom + self._gap), look, gid=f"column.{name}"
                )
                continue
            lift = self._gap
            if self.form is Form.STAGGERED and column % 2 == 0:
                lift += self._tallest(1)
                self._draw_leader(chart, middle, bottom, bottom + lift, look)
            write(
                chart,
                words,
                middle,
                bottom + lift + text_height(words, self._size),
                size_pt=self._size,
                colour=look.text,
                align="center",
                gid=f"column.{name}",
            )

    @property
    def _size(self) -> float:
        return SMALL_PT * self.scale

    @property
    def _gap(self) -> float:
        return GAP_PT * self.scale / POINTS_PER_INCH

    def _tallest(self, remainder: int) -> float:
        heights = [text_height(w, self._size) for w in self.words[remainder::2]]
        return max(heights, default=0.0)

    def _draw_leader(self, chart: Chart, x: float, bottom: float, top: float, look: Look) -> None:
        """A quiet line from a column up to its name in the upper tier."""
        chart.add_artist(Line2D([x, x], [bottom, top], transform=chart.inches, color=look.line))

    def _write_upright(
        self, chart: Chart, words: str, at_in: tuple[float, float], look: Look, *, gid: str
    ) -> None:
        width_in, height_in = chart.get_size_inches()
        lines = words.split("\n")
        line_in = text_height("", self._size)
        for number, line in enumerate(lines):
            x = at_in[0] + (number - (len(lines) - 1) / 2) * line_in
            chart.text(
                x / width_in,
                at_in[1] / height_in,
                line,
                ha="center",
                va="bottom",
                rotation=90,
                gid=gid,
                **style(self._size, look.text),
            )


def make_column_heads(names: Sequence[str], width_in: float, scale: float) -> ColumnHeads:
    """Break names to the columns that fit into a width, upright where nothing else fits.

    Args:
        names: One a column.
        width_in: The room for all columns.
        scale: Size of the letters, 1.0 is normal.
    """
    size = SMALL_PT * scale
    widest = max(widest_word(_breakable(name), size) for name in names)
    flat, staggered = width_in / len(names), width_in / (len(names) + OVERHANG)
    for form, unit_in, fill in (
        (Form.FLAT, flat, FILL),
        (Form.STAGGERED, staggered, FILL_STAGGERED),
    ):
        if widest <= fill * unit_in:
            words = tuple(_broken(name, fill * unit_in, size) for name in names)
            return ColumnHeads(words, form, unit_in, scale)
    return ColumnHeads(_upright(names, flat, size), Form.UPRIGHT, flat, scale)


def _upright(names: Sequence[str], unit_in: float, size: float) -> tuple[str, ...]:
    """As short as the width of a column allows."""
    most = max(1, int(FILL * unit_in / text_height("", size)))
    room = max(widest_word(_breakable(name), size) for name in names)
    words = [_broken(name, room, size) for name in names]
    while any(text.count("\n") >= most for text in words):
        room += STEP_IN
        words = [_broken(name, room, size) for name in names]
    return tuple(words)


def _broken(name: str, room_in: float, size: float) -> str:
    return wrap(_breakable(name), room_in, size).replace(f"{BREAK} ", BREAK)


def _breakable(name: str) -> str:
    return name.replace(BREAK, f"{BREAK} ")
