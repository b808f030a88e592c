"""What is drawn in the roadmap: the quarters, today, bars with patterns, and milestones."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from kiassess.charts.canvas import MARGIN_IN, Align, Chart, write
from kiassess.charts.lettering import NAME_PT, SMALL_PT, text_height, text_width
from kiassess.charts.looks import Look
from kiassess.charts.roadmap_rows import PAD_IN, Row, Rows, column_title
from kiassess.charts.swatches import Swatch
from kiassess.domain.planning import PlanStatus
from kiassess.domain.roadmap import Bar, Roadmap, first_day
from kiassess.wording.texts import Texts

PATTERNS: dict[PlanStatus, tuple[int | None, str]] = {  # shade of a level, pattern
    PlanStatus.PLANNED: (None, ""),
    PlanStatus.RUNNING: (1, "////"),
    PlanStatus.DONE: (4, ""),
    PlanStatus.DROPPED: (None, "xxx"),
}
BAR_IN = 0.13
LEAST_BAR_IN = 0.05
MARK_PT = 6.0
LINE_PT, YEAR_PT = 0.8, 1.4
DUE, DECISION, BEFORE, AFTER = "D", "^", "<", ">"
BESIDE_IN = 0.09  # between a bar and the day it is due


def status_swatches(texts: Texts) -> list[Swatch]:
    """The legend of the bars: a field and a word for each status."""
    return [
        Swatch(status.value, texts(f"plan_status.{status}"), level=level, hatch=hatch)
        for status, (level, hatch) in PATTERNS.items()
    ]


def axis_height(scale: float) -> float:
    """The room of years, quarters and the word for today, in inches."""
    return 3 * text_height("", SMALL_PT * scale) + PAD_IN * scale


@dataclass(frozen=True, slots=True)
class Marks:
    """Draws the rows of one page.

    Attributes:
        chart: The chart to draw on.
        rows: Where the columns are.
        roadmap: What lies when.
        texts: The language.
        look: The colours.
    """

    chart: Chart
    rows: Rows
    roadmap: Roadmap
    texts: Texts
    look: Look

    def draw(self, rows: Sequence[Row], top: float) -> None:
        """Draw rows under their axis.

        Args:
            rows: From above.
            top: Upper edge of the axis from the lower edge of the chart, in inches.
        """
        below = top - axis_height(self._scale)
        self._draw_heads(top, below)
        bottom = below - sum(row.height_in for row in rows)
        self._draw_grid(below, bottom)
        y, regions = below, []
        tall = float(self.chart.get_size_inches()[1])
        for row in rows:
            if row.bar is None:
                self._draw_lane(row, y)
            else:
                self._draw_entry(row, row.bar, y)
                upper, lower = 1 - y / tall, 1 - (y - row.height_in) / tall
                regions.append((row.bar.entry.id, upper, lower))
            y -= row.height_in
        self._draw_today(below, bottom)
        self.chart.rows = tuple(regions)

    @property
    def _scale(self) -> float:
        return self.rows.scale

    def _x(self, share: float) -> float:
        left, right = self.rows.plot
        return left + (right - left) * min(max(share, 0.0), 1.0)

    def _draw_heads(self, top: float, below: float) -> None:
        """Years, quarters, and the headings of the columns."""
        line = text_height("", SMALL_PT * self._scale)
        starts = [self.roadmap.share(first_day(q)) for q in self.roadmap.quarters] + [1.0]
        for year in dict.fromkeys(q.year for q in self.roadmap.quarters):
            within = [n for n, q in enumerate(self.roadmap.quarters) if q.year == year]
            middle = (starts[within[0]] + starts[within[-1] + 1]) / 2
            room = self._x(starts[within[-1] + 1]) - self._x(starts[within[0]])
            if text_width(str(year), SMALL_PT * self._scale, bold=True) <= room:
                self._write(str(year), self._x(middle), top, "year", bold=True, align="center")
        for quarter, start, end in zip(self.roadmap.quarters, starts, starts[1:], strict=False):
            words = self.texts("roadmap.quarter", number=quarter.number)
            if text_width(words, SMALL_PT * self._scale) <= self._x(end) - self._x(start):
                middle = self._x((start + end) / 2)
                self._write(words, middle, top - line, "quarter", align="center")
        titles = ("title", *self.rows.columns)
        for name, left in zip(titles, self.rows.lefts, strict=True):
            words = column_title(name, self.texts)
            self._write(words, left, below + line + PAD_IN * self._scale, "column")

    def _draw_grid(self, top: float, bottom: float) -> None:
        edges = [self.roadmap.share(first_day(q)) for q in self.roadmap.quarters] + [1.0]
        years = [q.number == 1 for q in self.roadmap.quarters] + [True]
        for share, new_year in zip(edges, years, strict=True):
            wide = YEAR_PT if new_year else LINE_PT
            self._line(self._x(share), (bottom, top), self.look.line, "grid", wide=wide)

    def _draw_today(self, top: float, bottom: float) -> None:
        share = self.roadmap.share(self.roadmap.today)
        x, size = self._x(share), SMALL_PT * self._scale
        words = self.texts("roadmap.today")
        half = text_width(words, size) / 2
        at = min(max(x, self.rows.plot[0] + half), self.rows.right - half)
        self._write(words, at, top + text_height("", size), "today", align="center")
        self._line(x, (bottom, top), self.look.text, "today-line", dashed=True)

    def _draw_lane(self, row: Row, top: float) -> None:
        self.chart.add_artist(
            Rectangle(
                (MARGIN_IN, top - row.height_in),
                self.rows.right - MARGIN_IN,
                row.height_in,
                transform=self.chart.inches,
                facecolor=self.look.levels[0],
                linewidth=0,
                zorder=1,
                gid="lane-ground",
            )
        )
        write(
            self.chart,
            row.cells[0],
            MARGIN_IN + PAD_IN,
            top - PAD_IN * self._scale,
            size_pt=NAME_PT * self._scale,
            colour=self.look.text,
            bold=True,
            gid="lane",
        )

    def _draw_entry(self, row: Row, bar: Bar, top: float) -> None:
        for cell, left in zip(row.cells, self.rows.lefts, strict=True):
            self._write(cell, left, top - PAD_IN * self._scale, f"cell.{bar.entry.id}", strong=True)
        middle = top - row.height_in / 2
        start, end = self.roadmap.share(bar.start), self.roadmap.share(bar.due)
        left, right = self._x(start), self._x(end)
        if bar.entry.start is not None:  # else it is a day only
            self._draw_bar(bar, left, right, middle)
        self._draw_ends(bar, left, right, middle)
        self._draw_decision(bar, middle)
        self._write_due(bar, left, right, middle)

    def _draw_bar(self, bar: Bar, left: float, right: float, middle: float) -> None:
        level, hatch = PATTERNS[bar.entry.status]
        swatch = Swatch(bar.entry.status.value, "", level=level, hatch=hatch)
        tall = BAR_IN * self._scale
        self.chart.add_artist(
            Rectangle(
                (left, middle - tall / 2),
                max(right - left, LEAST_BAR_IN),
                tall,
                transform=self.chart.inches,
                facecolor=swatch.colour(self.look),
                edgecolor=self.look.muted,
                hatch=hatch or None,
                linewidth=LINE_PT * self._scale,
                zorder=2,
                gid=f"bar.{bar.entry.id}",
            )
        )

    def _draw_ends(self, bar: Bar, left: float, right: float, middle: float) -> None:
        """Where a bar goes on beyond the two years, and the day it is due."""
        if bar.start < self.roadmap.first:
            self._mark(BEFORE, left, middle, f"before.{bar.entry.id}")
        if bar.due > self.roadmap.last:
            self._mark(AFTER, right, middle, f"after.{bar.entry.id}")
        elif bar.entry.due is not None:
            self._mark(DUE, right, middle, f"due.{bar.entry.id}")

    def _draw_decision(self, bar: Bar, middle: float) -> None:
        day = bar.entry.decision.day
        if day is not None and self.roadmap.first <= day <= self.roadmap.last:
            y = middle - BAR_IN * self._scale / 2
            self._mark(DECISION, self._x(self.roadmap.share(day)), y, f"decision.{bar.entry.id}")

    def _write_due(self, bar: Bar, left: float, right: float, middle: float) -> None:
        """The day something is due, right of its bar or else left of it, where there is room."""
        if bar.entry.due is None or "due" in self.rows.columns:
            return
        size, beside = SMALL_PT * self._scale, BESIDE_IN * self._scale
        words = self.texts.day(bar.entry.due)
        needed = text_width(words, size) + beside
        y = middle + text_height("", size) / 2
        gid = f"day.{bar.entry.id}"
        if right + needed <= self.rows.right:
            x = right + beside
        elif left - needed >= self.rows.plot[0]:
            x = left - needed
        else:
            return
        self._clear(x, y, needed - beside)
        self._write(words, x, y, gid)

    def _clear(self, x: float, top: float, wide: float) -> None:
        """Take the lines away behind words."""
        tall = text_height("", SMALL_PT * self._scale)
        self.chart.add_artist(
            Rectangle(
                (x, top - tall),
                wide,
                tall,
                transform=self.chart.inches,
                facecolor=self.look.ground,
                linewidth=0,
                zorder=1,
            )
        )

    def _mark(self, marker: str, x: float, y: float, gid: str) -> None:
        self.chart.add_artist(
            Line2D(
                [x],
                [y],
                transform=self.chart.inches,
                linestyle="none",
                marker=marker,
                markersize=MARK_PT * self._scale,
                markerfacecolor=self.look.text,
                markeredgecolor=self.look.ground,
                markeredgewidth=0.8 * self._scale,
                zorder=4,
                gid=gid,
            )
        )

    def _line(
        self,
        x: float,
        span: tuple[float, float],
        colour: str,
        gid: str,
        *,
        wide: float = LINE_PT,
        dashed: bool = False,
    ) -> None:
        self.chart.add_artist(
            Line2D(
                [x, x],
                list(span),
                transform=self.chart.inches,
                color=colour,
                linewidth=wide * self._scale,
                linestyle=(0, (4, 3)) if dashed else "-",
                zorder=0.6 if dashed else 0.5,  # lanes, bars and words stand above
                gid=gid,
            )
        )

    def _write(
        self,
        words: str,
        x: float,
        y: float,
        gid: str,
        *,
        strong: bool = False,
        bold: bool = False,
        align: Align = "left",
    ) -> None:
        colour = self.look.text if strong or bold else self.look.muted
        size = SMALL_PT * self._scale
        write(self.chart, words, x, y, size_pt=size, colour=colour, bold=bold, align=align, gid=gid)
