"""Drawing charts off the GUI thread; the room of charts is imported here, when first needed."""

from dataclasses import dataclass

from kiassess.charts.looks import Look
from kiassess.domain.shown import Shown
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
