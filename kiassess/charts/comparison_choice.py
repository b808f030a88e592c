"""Any chart of a comparison, asked for in the same way; for files also in pages."""

from collections.abc import Iterator
from typing import TypedDict

from kiassess.charts.canvas import Chart
from kiassess.charts.dumbbell import dumbbell, dumbbell_height
from kiassess.charts.looks import Look
from kiassess.charts.strips import strips, strips_height
from kiassess.charts.town_heatmap import (
    town_heatmap,
    town_heatmap_height,
    town_heatmap_pages,
)
from kiassess.charts.trend import trend, trend_height
from kiassess.charts.two_radar import two_radar, two_radar_height
from kiassess.domain.shown_comparison import OF_ALL, ComparisonChart, ShownComparison
from kiassess.wording.texts import Texts

DRAW = {
    ComparisonChart.STRIPS: strips,
    ComparisonChart.ROUNDS: dumbbell,
    ComparisonChart.TREND: trend,
    ComparisonChart.RADAR: two_radar,
}
HEIGHT = {
    ComparisonChart.STRIPS: strips_height,
    ComparisonChart.ROUNDS: dumbbell_height,
    ComparisonChart.TREND: trend_height,
    ComparisonChart.RADAR: two_radar_height,
}


class _Form(TypedDict):
    """What decides how much room letters take."""

    width_in: float
    font_scale: float
    titled: bool


def draw(
    kind: ComparisonChart,
    shown: ShownComparison,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw any chart of a comparison.

    Args:
        kind: The chart wished for.
        shown: What to show.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; see ``height_of``.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: There is no such chart of it; see ``comparison_words.can_draw``.
    """
    form = _Form(width_in=width_in, font_scale=font_scale, titled=titled)
    if kind in OF_ALL:
        return town_heatmap(kind, shown, texts, look, height_in=height_in, **form)
    return DRAW[kind](shown, texts, look, height_in=height_in, **form)


def height_of(
    kind: ComparisonChart,
    shown: ShownComparison,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which ``draw`` is easy to read at this width."""
    form = _Form(width_in=width_in, font_scale=font_scale, titled=titled)
    if kind in OF_ALL:
        return town_heatmap_height(kind, shown, texts, **form)
    return HEIGHT[kind](shown, texts, **form)


def pages_of(
    kind: ComparisonChart,
    shown: ShownComparison,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    page_in: float,
) -> Iterator[Chart]:
    """Draw any chart for files: a heatmap page by page, all others on one.

    Args:
        kind: The chart wished for.
        shown: What to show.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        page_in: Greatest height of a page of a heatmap, in inches.

    Raises:
        ValueError: There is no such chart of it; see ``comparison_words.can_draw``.
    """
    if kind in OF_ALL:
        size = {"width_in": width_in, "page_in": page_in}
        yield from town_heatmap_pages(kind, shown, texts, look, **size)
        return
    tall = height_of(kind, shown, texts, width_in=width_in)
    yield draw(kind, shown, texts, look, width_in=width_in, height_in=tall)
