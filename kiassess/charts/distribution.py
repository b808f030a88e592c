"""Which levels were chosen, area by area: one bar each, made of the numbers of questions."""

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.patches import Rectangle

from kiassess.charts.canvas import MARGIN_IN, Chart, make_chart, make_header, write
from kiassess.charts.lettering import POINTS_PER_INCH, SMALL_PT, text_height, text_width
from kiassess.charts.looks import Look
from kiassess.charts.rows import GAP_IN, Plot, Room, draw_rows, names_width, row_label
from kiassess.charts.shades import ink
from kiassess.charts.swatches import LINE_PT, Swatch, SwatchLegend, level_swatches, make_swatches
from kiassess.domain.matrix import AreaLevels, Distribution
from kiassess.wording.chart_summaries import (
    describe_distribution,
    distribution_summary,
    distribution_title,
)
from kiassess.wording.texts import Texts

BAR_PT = 18
PAD_IN = 0.03  # beside a number in its segment
NO_LEVEL = (("unknown", "////"), ("open", ""), ("not_applicable", "xxxx"))  # and their patterns


def distribution(
    levels: Distribution,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw a bar for each area: levels 0 to 4, then unknown, open, and what does not apply.

    A segment is as long as its number of questions, which stands in it where there is room.
    All bars have the same scale. What has no level has no shade but a pattern, or nothing.

    Args:
        levels: What to show; not of the quick check.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``distribution_height`` rows come too close.
        font_scale: Size of letters and bars, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: The quick check has tendencies only, and no numbers.
    """
    if levels.tendencies_only:
        raise ValueError("the quick check has no numbers to plot")
    sheet = _sheet(levels, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(sheet.room.header, look, width_in=width_in, height_in=height_in)
    chart.title = distribution_title(levels, texts)
    chart.description = describe_distribution(levels, texts)
    chart.summary = distribution_summary(levels, texts)
    plot = draw_rows(chart, sheet.room, texts, look)
    most = max(area.n_items for area in levels.rows)
    plot.axes.set_xlim(0, most)
    unit_in = (sheet.room.right - sheet.room.left) / most
    for y, area in zip(plot.rows, levels.rows, strict=True):
        for segment in _segments(area, sheet.swatches):
            _draw_segment(plot, y, segment, area.id)
            _write_count(plot, y, segment, area.id, left_in=sheet.room.left, unit_in=unit_in)
        _write_total(plot, y, area, left_in=sheet.room.right + GAP_IN)
    sheet.legend.draw(chart, look)
    return chart


def distribution_height(
    levels: Distribution,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which nothing touches."""
    sheet = _sheet(levels, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    return sheet.room.needed_in


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All that stands around the bars, and how their segments look."""

    room: Room
    swatches: list[Swatch]
    legend: SwatchLegend


@dataclass(frozen=True, slots=True)
class _Segment:
    """A part of a bar, in numbers of questions from its left end."""

    swatch: Swatch
    start: int
    count: int


def _sheet(
    levels: Distribution,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float,
    titled: bool,
) -> _Sheet:
    title = distribution_title(levels, texts) if titled else ""
    header = make_header(title, texts("distribution.legend"), width_in=width_in, scale=font_scale)
    names = names_width([area.name for area in levels.rows], width_in=width_in, scale=font_scale)
    total_in = max(text_width(_total(area, texts), SMALL_PT * font_scale) for area in levels.rows)
    swatches = level_swatches(texts)
    swatches += [Swatch(state, texts(f"state.{state}"), hatch=hatch) for state, hatch in NO_LEVEL]
    legend = make_swatches(swatches, width_in=width_in, scale=font_scale)
    room = Room(
        left=MARGIN_IN + names + GAP_IN,
        right=width_in - MARGIN_IN - total_in - GAP_IN,
        header=header,
        head_in=0.0,
        labels=tuple(
            row_label(area.id, area.name, width_in=names, scale=font_scale) for area in levels.rows
        ),
        scale=font_scale,
        foot_in=legend.height_in,
    )
    return _Sheet(room, swatches, legend)


def _segments(area: AreaLevels, swatches: list[Swatch]) -> Iterator[_Segment]:
    """The parts of a bar that are there, from the left."""
    counts = (*area.levels, area.unknown, area.open, area.not_applicable)
    start = 0
    for swatch, count in zip(swatches, counts, strict=True):
        if count:
            yield _Segment(swatch, start, count)
        start += count


def _draw_segment(plot: Plot, y: float, segment: _Segment, area_id: str) -> None:
    tall = BAR_PT * plot.scale / POINTS_PER_INCH
    plot.axes.add_patch(
        Rectangle(
            (segment.start, y - tall / 2),
            segment.count,
            tall,
            facecolor=segment.swatch.colour(plot.look),
            edgecolor=plot.look.muted,
            hatch=segment.swatch.hatch or None,
            linewidth=LINE_PT * plot.scale,
            clip_on=False,
            gid=f"{segment.swatch.id}.{area_id}",
        )
    )


def _write_count(
    plot: Plot, y: float, segment: _Segment, area_id: str, *, left_in: float, unit_in: float
) -> None:
    """The number of questions in the middle of its segment, if it fits."""
    size = SMALL_PT * plot.scale
    words = str(segment.count)
    needed = text_width(words, size) + 2 * PAD_IN * plot.scale
    if needed > segment.count * unit_in:
        return
    look = plot.look
    middle = left_in + (segment.start + segment.count / 2) * unit_in
    tall = text_height("", size)
    if segment.swatch.hatch:  # a number is not read through a pattern
        plot.chart.add_artist(
            Rectangle(
                (middle - needed / 2, y - tall / 2),
                needed,
                tall,
                transform=plot.chart.inches,
                facecolor=look.ground,
                edgecolor="none",
            )
        )
    write(
        plot.chart,
        words,
        middle,
        y + tall / 2,
        size_pt=size,
        colour=ink(segment.swatch.colour(look), look),
        align="center",
        gid=f"count.{segment.swatch.id}.{area_id}",
    )


def _write_total(plot: Plot, y: float, area: AreaLevels, *, left_in: float) -> None:
    size = SMALL_PT * plot.scale
    write(
        plot.chart,
        _total(area, plot.texts),
        left_in,
        y + text_height("", size) / 2,
        size_pt=size,
        colour=plot.look.muted,
        gid=f"total.{area.id}",
    )


def _total(area: AreaLevels, texts: Texts) -> str:
    return texts("distribution.total", n=area.n_items)
