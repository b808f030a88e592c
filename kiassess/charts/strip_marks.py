"""What is drawn in a strip: dots or columns, the median, the middle half, one's own value."""

from dataclasses import dataclass
from typing import Any, Self

from matplotlib.patches import Rectangle

from kiassess.charts.canvas import write
from kiassess.charts.lettering import POINTS_PER_INCH, SMALL_PT, VALUE_PT, text_height, wrap
from kiassess.charts.rows import Plot, Room
from kiassess.charts.swarm import Swarm, make_swarm
from kiassess.domain.comparison import ComparedPart
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.numbers import rounded
from kiassess.domain.shown_comparison import ShownComparison
from kiassess.domain.statistics import MEDIAN_FROM, Statistics
from kiassess.wording.compared_columns import part_words

ABOVE_IN = 0.19  # of a row, for the own value
EDGE_IN = 0.05  # above and below the dots
BOX_SHARE = 0.2  # of a strip, for the middle half below columns
NUMBER_IN = 0.95  # of the words beside a strip
BINS = 10  # columns a level
LINE_PT = 0.8


@dataclass(frozen=True, slots=True)
class Strip:
    """Where a row is drawn, in inches from the lower edge of the chart.

    Attributes:
        lower: Lower edge of the dots.
        upper: Upper edge of the dots.
        words: Upper edge of the words above them.
    """

    lower: float
    upper: float
    words: float

    @classmethod
    def between(cls, lower: float, upper: float, *, words: bool, scale: float) -> Self:
        """The strip in a row, with room above it if there will be words."""
        edge = EDGE_IN * scale
        above = ABOVE_IN * scale if words else 0.0
        return cls(lower + edge, upper - above - edge, upper - edge)

    @property
    def middle(self) -> float:
        """Where the line of dots runs."""
        return (self.lower + self.upper) / 2

    @property
    def tall(self) -> float:
        """The height for dots."""
        return self.upper - self.lower


def draw_dots(plot: Plot, places: list[Strip], shown: ShownComparison, *, unit_in: float) -> None:
    """A dot for each municipality, a ring where comparability is limited."""
    known = [
        [at for at in shown.others if part.values[at] is not None]
        for part in shown.comparison.blocks
    ]
    values = [
        [part.values[at] or 0.0 for at in found]
        for part, found in zip(shown.comparison.blocks, known, strict=True)
    ]
    room_in = min(strip.tall for strip in places)
    swarm = make_swarm(values, unit_in=unit_in, room_in=room_in, scale=plot.scale)
    for strip, part, found, xs, lifts in zip(
        places, shown.comparison.blocks, known, values, swarm.lifts_in, strict=True
    ):
        ys = [strip.middle + lift for lift in lifts]
        for limited in (False, True):
            chosen = [n for n, at in enumerate(found) if part.limited[at] is limited]
            plot.axes.scatter(
                [xs[n] for n in chosen],
                [ys[n] for n in chosen],
                clip_on=False,
                gid=f"{'limited' if limited else 'dots'}.{part.id}",
                **_dot(plot, swarm, limited=limited),
            )


def _dot(plot: Plot, swarm: Swarm, *, limited: bool) -> dict[str, Any]:
    diameter_pt = swarm.diameter_in * POINTS_PER_INCH
    edge_pt = min(1.2 * plot.scale, diameter_pt / 4)
    look = plot.look
    return {
        "s": (diameter_pt - edge_pt) ** 2,
        "marker": "o",
        "facecolors": look.ground if limited else look.accent,
        "edgecolors": look.accent if limited else look.ground,
        "linewidths": edge_pt if limited else edge_pt / 2,
        "zorder": 3,
    }


def draw_columns(plot: Plot, places: list[Strip], shown: ShownComparison) -> None:
    """How many municipalities have each value, as it is shown; the same scale in all strips."""
    counts = [_counts(part, shown) for part in shown.comparison.blocks]
    most = max(max(line) for line in counts)
    edges = [(n - 0.5) / BINS for n in range(len(counts[0]) + 1)]
    for strip, part, line in zip(places, shown.comparison.blocks, counts, strict=True):
        base = strip.lower + BOX_SHARE * strip.tall
        plot.axes.stairs(
            [base + (strip.upper - base) * n / most for n in line],
            edges,
            baseline=base,
            fill=True,
            facecolor=plot.look.band,
            edgecolor=plot.look.accent,
            linewidth=LINE_PT * plot.scale,
            clip_on=False,
            zorder=1,
            gid=f"columns.{part.id}",
        )


def _counts(part: ComparedPart, shown: ShownComparison) -> list[int]:
    counts = [0] * (BINS * TOP_LEVEL + 1)
    for at in shown.others:
        value = part.values[at]
        if value is not None:
            counts[round(rounded(value) * BINS)] += 1
    return counts


def draw_statistics(
    plot: Plot, strip: Strip, told: Statistics, block_id: str, *, dense_: bool
) -> None:
    """The median as a line through the strip, the middle half as a box behind or below it."""
    if told.quartiles is not None:
        low, high = told.quartiles
        tall = strip.tall * BOX_SHARE if dense_ else strip.tall
        plot.axes.add_patch(
            Rectangle(
                (low, strip.lower),
                high - low,
                tall,
                facecolor=plot.look.accent if dense_ else plot.look.band,
                edgecolor=plot.look.accent,
                linewidth=LINE_PT * plot.scale,
                clip_on=False,
                zorder=1,
                gid=f"quartiles.{block_id}",
            )
        )
    if told.median is not None:
        reach = EDGE_IN * plot.scale / 2
        plot.axes.plot(
            [told.median] * 2,
            [strip.lower - reach, strip.upper + reach],
            color=plot.look.text,
            linewidth=2.2 * plot.scale,
            solid_capstyle="butt",
            clip_on=False,
            zorder=4,
            gid=f"median.{block_id}",
        )


def draw_own(
    plot: Plot, strip: Strip, shown: ShownComparison, part: ComparedPart, room: Room
) -> None:
    """One's own value: a diamond, and above the strip its number."""
    value = None if shown.marked is None else part.values[shown.marked]
    if value is None or shown.marked is None:
        return
    look, scale = plot.look, plot.scale
    plot.axes.plot(
        [value],
        [strip.middle],
        marker="D",
        markersize=9 * scale,
        markeredgewidth=1.5 * scale,
        markeredgecolor=look.ground,
        markerfacecolor=look.target,
        clip_on=False,
        zorder=6,
        gid=f"own.{part.id}",
    )
    plot.axes.plot(
        [value] * 2,
        [strip.middle, strip.upper],
        color=look.target,
        linewidth=1.2 * scale,
        clip_on=False,
        zorder=5,
        gid=f"own_line.{part.id}",
    )
    write(
        plot.chart,
        part_words(part, shown.marked, plot.texts),
        room.left + value * (room.right - room.left) / TOP_LEVEL,
        strip.words,
        size_pt=SMALL_PT * scale,
        colour=look.text,
        bold=True,
        align="center",
        gid=f"own_words.{part.id}",
    )


def write_numbers(
    plot: Plot, strip: Strip, told: Statistics, block_id: str, *, left_in: float
) -> None:
    """The median and the number of municipalities, or that they are too few."""
    small, size = SMALL_PT * plot.scale, VALUE_PT * plot.scale
    n = plot.texts.count(told.n)
    if told.median is None:
        words = plot.texts("comparison_chart.too_few", n=n, least=MEDIAN_FROM)
        lines = [(wrap(words, NUMBER_IN * plot.scale, small), small, False)]
    else:
        lines = [(plot.texts.number(told.median), size, True)]
        lines.append((plot.texts("comparison_chart.n", n=n), small, False))
    y = strip.middle + sum(text_height(text, pt) for text, pt, _ in lines) / 2
    for text, pt, bold in lines:
        y = write(
            plot.chart,
            text,
            left_in,
            y,
            size_pt=pt,
            colour=plot.look.text if bold else plot.look.muted,
            bold=bold,
            gid=f"{'median_words' if bold else 'n'}.{block_id}",
        )
