"""Charts of rows: how the room is shared out, and the names of the rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from kiassess.charts.canvas import MARGIN_IN, Chart, Header, write
from kiassess.charts.lettering import (
    NAME_PT,
    SMALL_PT,
    text_height,
    text_width,
    widest_word,
    wrap,
)
from kiassess.charts.looks import Look
from kiassess.charts.words import SEPARATOR
from kiassess.wording.texts import Texts

NAMES_SHARE = 0.34  # of the width, at most, unless a single word needs more
GAP_IN = 0.14
LEAST_ROW_IN = 0.38
BETWEEN_ROWS_IN = 0.1


@dataclass(frozen=True, slots=True)
class RowLabel:
    """What stands left of a row, broken into lines.

    Attributes:
        id: ``BuildingBlock.id`` or ``Area.id``.
        name: The name.
        notes: What stands small below it; may be empty.
        scale: Size of the letters, 1.0 is normal.
        least_in: The least height of the row in inches, at the normal size of letters.
    """

    id: str
    name: str
    notes: str
    scale: float
    least_in: float = LEAST_ROW_IN

    @property
    def height_in(self) -> float:
        """The height of the name with its notes, in inches."""
        height = text_height(self.name, NAME_PT * self.scale)
        return height + (text_height(self.notes, SMALL_PT * self.scale) if self.notes else 0)

    @property
    def row_in(self) -> float:
        """The height the row needs, in inches."""
        return max(self.height_in, self.least_in * self.scale) + BETWEEN_ROWS_IN * self.scale


@dataclass(frozen=True, slots=True)
class Room:
    """Where things stand in a chart of rows; lengths in inches, from the lower left corner.

    Attributes:
        left: Left edge of the plot; names end a gap before it.
        right: Right edge of the plot.
        header: The lines above.
        head_in: Height of the words over the columns or levels.
        labels: The labels of the rows.
        scale: Size of the letters, 1.0 is normal.
        foot_in: Height of what stands below the rows.
    """

    left: float
    right: float
    header: Header
    head_in: float
    labels: tuple[RowLabel, ...]
    scale: float
    foot_in: float = 0.0

    @property
    def needed_in(self) -> float:
        """The height the whole chart needs, in inches."""
        rows = sum(label.row_in for label in self.labels)
        return self.header.height_in + self.head_in + rows + self.foot_in + MARGIN_IN


@dataclass(frozen=True, slots=True)
class Plot:
    """The plot beside the names, and what it takes to draw in it.

    Attributes:
        chart: The whole chart.
        axes: The plot; its y coordinates are inches from the lower edge of the chart.
        rows: The y coordinate of each row, from the uppermost on.
        top: The y coordinate of the upper edge.
        texts: The language.
        look: The colours.
        scale: Size of letters and marks, 1.0 is normal.
    """

    chart: Chart
    axes: Axes
    rows: tuple[float, ...]
    top: float
    texts: Texts
    look: Look
    scale: float

    @property
    def edges(self) -> tuple[tuple[float, float], ...]:
        """The lower and the upper edge of each row; together they fill the plot."""
        found, upper = [], self.top
        for middle in self.rows:
            lower = 2 * middle - upper
            found.append((lower, upper))
            upper = lower
        return tuple(found)


def names_width(names: Sequence[str], *, width_in: float, scale: float) -> float:
    """How wide the column of names is: as wide as they are, within reason."""
    size = NAME_PT * scale
    widest = max(text_width(name, size) for name in names)
    word = max(widest_word(name, size) for name in names)
    return max(min(widest, NAMES_SHARE * width_in), word)


def row_label(
    block_id: str,
    name: str,
    *notes: Sequence[str],
    width_in: float,
    scale: float,
    least_in: float = LEAST_ROW_IN,
) -> RowLabel:
    """Break a name and its notes to the column of names; each note may have several parts."""
    size = SMALL_PT * scale
    broken = [
        wrap(SEPARATOR.join(parts), width_in, size, between=SEPARATOR) for parts in notes if parts
    ]
    wrapped = wrap(name, width_in, NAME_PT * scale)
    return RowLabel(block_id, wrapped, "\n".join(broken), scale, least_in)


def draw_rows(chart: Chart, room: Room, texts: Texts, look: Look) -> Plot:
    """The empty plot with its rows named; room to spare is shared evenly."""
    width_in, height_in = chart.get_size_inches()
    top = height_in - room.header.height_in - room.head_in
    bottom = MARGIN_IN + room.foot_in
    wide, tall = room.right - room.left, top - bottom
    place = (room.left / width_in, bottom / height_in, wide / width_in, tall / height_in)
    axes = chart.add_axes(place)
    axes.set_ylim(bottom, top)
    axes.set_axis_off()
    spare = (tall - sum(label.row_in for label in room.labels)) / len(room.labels)
    edge, rows = top, []
    for label in room.labels:
        row_in = label.row_in + spare
        rows.append(edge - row_in / 2)
        _write_label(chart, label, room.left - GAP_IN, rows[-1], look)
        edge -= row_in
    plot = Plot(chart, axes, tuple(rows), top, texts, look, room.scale)
    chart.rows = tuple(
        (label.id, 1 - upper / height_in, 1 - lower / height_in)
        for label, (lower, upper) in zip(room.labels, plot.edges, strict=True)
    )
    return plot


def _write_label(chart: Chart, label: RowLabel, right: float, middle: float, look: Look) -> None:
    y = middle + label.height_in / 2
    size, small = NAME_PT * label.scale, SMALL_PT * label.scale
    y = write(
        chart,
        label.name,
        right,
        y,
        size_pt=size,
        colour=look.text,
        align="right",
        gid=f"name.{label.id}",
    )
    if label.notes:
        write(
            chart,
            label.notes,
            right,
            y,
            size_pt=small,
            colour=look.muted,
            align="right",
            gid=f"notes.{label.id}",
        )
