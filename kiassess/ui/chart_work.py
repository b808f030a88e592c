"""Drawing charts off the GUI thread; the room of charts is imported here, when first needed."""

from dataclasses import dataclass

from kiassess.charts.looks import Look
from kiassess.domain.profile import Profile
from kiassess.domain.roadmap import ShownPlan
from kiassess.domain.shown import Shown
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw for the window, all of it frozen.

    Attributes:
        kind: ``"dots"``, ``"radar"``, ``"heatmap"`` or ``"distribution"``. The quick check gets
            its tendencies for the first two, and has no others.
        shown: What to show.
        texts: The language.
        look: The colours.
        width_px: Width in the units of the window.
        least_height_px: Height in the same units; more is taken where the chart needs it.
        dpi: Units an inch.
        pixel_ratio: Pixels a unit.
        font_scale: Size of letters and marks, 1.0 is normal.
    """

    kind: str
    shown: Shown
    texts: Texts
    look: Look
    width_px: int
    least_height_px: int
    dpi: float
    pixel_ratio: float
    font_scale: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart.

    Attributes:
        data: Four bytes a pixel (red, green, blue, opacity), row by row from the top.
        width: In pixels.
        height: In pixels.
        pixel_ratio: Pixels a unit of the window.
        rows: See ``Chart.rows``.
    """

    data: bytes
    width: int
    height: int
    pixel_ratio: float
    rows: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ComparisonOrder:
    """Which chart of a comparison to draw for the window, all of it frozen.

    Attributes:
        kind: The chart.
        shown: What to show.
        texts: The language.
        look: The colours.
        width_px: Width in the units of the window.
        least_height_px: Height in the same units; more is taken where the chart needs it.
        dpi: Units an inch.
        pixel_ratio: Pixels a unit.
        font_scale: Size of letters and marks, 1.0 is normal.
    """

    kind: ComparisonChart
    shown: ShownComparison
    texts: Texts
    look: Look
    width_px: int
    least_height_px: int
    dpi: float
    pixel_ratio: float
    font_scale: float


@dataclass(frozen=True, slots=True)
class RoadmapOrder:
    """The roadmap of a plan for the window, all of it frozen.

    Attributes:
        shown: What to show.
        texts: The language.
        look: The colours.
        width_px: Width in the units of the window.
        dpi: Units an inch.
        pixel_ratio: Pixels a unit.
        font_scale: Size of letters and marks, 1.0 is normal.
    """

    shown: ShownPlan
    texts: Texts
    look: Look
    width_px: int
    dpi: float
    pixel_ratio: float
    font_scale: float


@dataclass(frozen=True, slots=True)
class WhatIfOrder:
    """Which simulation to draw for the window, all of it frozen.

    Attributes:
        now: The profile as it is; not of the quick check.
        then: As it would be.
        texts: The language.
        look: The colours.
        width_px: Width in the units of the window.
        least_height_px: Height in the same units; more is taken where the chart needs it.
        dpi: Units an inch.
        pixel_ratio: Pixels a unit.
        font_scale: Size of letters and marks, 1.0 is normal.
    """

    now: Profile
    then: Profile
    texts: Texts
    look: Look
    width_px: int
    least_height_px: int
    dpi: float
    pixel_ratio: float
    font_scale: float


def load_charts() -> None:
    """Load what draws charts, so that the first one is there sooner; for the worker."""
    from kiassess.charts import choice, rendering

    del choice, rendering


def draw_profile(order: Order) -> Picture:
    """Draw a chart without its title; the first time takes a second or two.

    Raises:
        ValueError: The quick check has no such chart.
    """
    from kiassess.charts.choice import ChartKind, chart_of, height_of
    from kiassess.charts.rendering import to_rgba

    kind, width_in = ChartKind(order.kind), order.width_px / order.dpi
    needed_in = height_of(
        kind,
        order.shown,
        order.texts,
        width_in=width_in,
        font_scale=order.font_scale,
        titled=False,
    )
    figure = chart_of(
        kind,
        order.shown,
        order.texts,
        order.look,
        width_in=width_in,
        height_in=max(needed_in, order.least_height_px / order.dpi),
        font_scale=order.font_scale,
        titled=False,
    )
    pixels = to_rgba(figure, order.dpi * order.pixel_ratio)
    return Picture(*pixels, order.pixel_ratio, figure.rows)


def draw_comparison(order: ComparisonOrder) -> Picture:
    """Draw a chart of a comparison without its title.

    Raises:
        ValueError: There is no such chart of it; see ``charts.comparison_words.can_draw``.
    """
    from kiassess.charts.comparison_choice import draw, height_of
    from kiassess.charts.rendering import to_rgba

    width_in = order.width_px / order.dpi
    what = (order.kind, order.shown, order.texts)
    needed_in = height_of(*what, width_in=width_in, font_scale=order.font_scale, titled=False)
    figure = draw(
        *what,
        order.look,
        width_in=width_in,
        height_in=max(needed_in, order.least_height_px / order.dpi),
        font_scale=order.font_scale,
        titled=False,
    )
    pixels = to_rgba(figure, order.dpi * order.pixel_ratio)
    return Picture(*pixels, order.pixel_ratio, figure.rows)


def draw_roadmap(order: RoadmapOrder) -> Picture:
    """Draw the roadmap without its title."""
    from kiassess.charts.rendering import to_rgba
    from kiassess.charts.roadmap import roadmap, roadmap_height

    width_in, scale = order.width_px / order.dpi, order.font_scale
    what = (order.shown, order.texts)
    tall = roadmap_height(*what, width_in=width_in, font_scale=scale, titled=False)
    figure = roadmap(
        *what, order.look, width_in=width_in, height_in=tall, font_scale=scale, titled=False
    )
    pixels = to_rgba(figure, order.dpi * order.pixel_ratio)
    return Picture(*pixels, order.pixel_ratio, figure.rows)


def draw_what_if(order: WhatIfOrder) -> Picture:
    """Draw a simulation without its title.

    Raises:
        ValueError: The profiles have tendencies only.
    """
    from kiassess.charts.rendering import to_rgba
    from kiassess.charts.what_if import what_if_chart, what_if_height

    width_in = order.width_px / order.dpi
    what = (order.now, order.then, order.texts)
    needed_in = what_if_height(*what, width_in=width_in, font_scale=order.font_scale, titled=False)
    figure = what_if_chart(
        *what,
        order.look,
        width_in=width_in,
        height_in=max(needed_in, order.least_height_px / order.dpi),
        font_scale=order.font_scale,
        titled=False,
    )
    pixels = to_rgba(figure, order.dpi * order.pixel_ratio)
    return Picture(*pixels, order.pixel_ratio, figure.rows)
