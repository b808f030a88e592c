"""The fields of a heatmap of many assessments, line by line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from matplotlib.collections import PolyCollection

from kiassess.charts.canvas import MARGIN_IN, Chart, write
from kiassess.charts.lettering import SMALL_PT, text_height
from kiassess.charts.looks import Look
from kiassess.charts.shades import ink, shade
from kiassess.charts.town_rows import Line
from kiassess.wording.compared_columns import Column

INSET_IN = 0.012  # between fields

Corners = list[tuple[float, float]]


@dataclass
class Fields:
    """Draws lines with their fields; the shades of a page are one thing, which is quick to draw.

    Attributes:
        chart: The chart to draw on.
        look: The colours.
        columns: What stands in the fields.
        sizes: The size of everything that stands there, in points.
        left: Left edge of the fields, in inches.
        unit_in: Width of a field, in inches.
        scale: Size of the letters, 1.0 is normal.
    """

    chart: Chart
    look: Look
    columns: Sequence[Column]
    sizes: Mapping[str, float]
    left: float
    unit_in: float
    scale: float
    _corners: list[Corners] = field(default_factory=list)
    _grounds: list[str] = field(default_factory=list)

    def draw_line(self, line: Line, top: float, name_right: float) -> None:
        """Write a name or a title, and what stands in the fields of the row.

        Args:
            line: The line.
            top: Its upper edge from the lower edge of the chart, in inches.
            name_right: Where names end, in inches.
        """
        size = SMALL_PT * self.scale
        if line.place is None:
            low = top - line.tall_in + text_height(line.words, size)
            write(
                self.chart,
                line.words,
                MARGIN_IN,
                low,
                size_pt=size,
                colour=self.look.text,
                bold=True,
                gid="group",
            )
            return
        middle = top - line.tall_in / 2
        write(
            self.chart,
            line.words,
            name_right,
            middle + text_height(line.words, size) / 2,
            size_pt=size,
            colour=self.look.text,
            align="right",
            gid=f"name.{line.place}",
        )
        for number, column in enumerate(self.columns):
            self._draw_field(column, line, self.left + number * self.unit_in, top)

    def draw_shades(self) -> None:
        """Draw the shades of all lines so far."""
        self.chart.add_artist(
            PolyCollection(
                self._corners,
                facecolors=self._grounds,
                edgecolors="none",
                transform=self.chart.inches,
                zorder=0.5,
                gid="fields",
            )
        )

    def _draw_field(self, column: Column, line: Line, left: float, top: float) -> None:
        at = line.place or 0
        level, sign = column.shades[at], column.signs[at]
        ground = self.look.ground if level is None else shade(level, self.look)
        if level is not None:
            x, right = left + INSET_IN, left + self.unit_in - INSET_IN
            low, high = top - line.tall_in + INSET_IN, top - INSET_IN
            self._corners.append([(x, low), (right, low), (right, high), (x, high)])
            self._grounds.append(ground)
        size = self.sizes[sign]
        write(
            self.chart,
            sign,
            left + self.unit_in / 2,
            top - line.tall_in / 2 + text_height("", size) / 2,
            size_pt=size,
            colour=self.look.muted if level is None else ink(ground, self.look),
            align="center",
            gid=f"value.{at}.{column.id}",
        )
