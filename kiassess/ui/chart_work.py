"""Drawing charts off the GUI thread; the room of charts is imported here, when first needed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiassess.charts.looks import Look
from kiassess.domain.profile import Profile
from kiassess.domain.roadmap import ShownPlan
from kiassess.domain.shown import Shown
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.wording.texts import Texts

if TYPE_CHECKING:
    from kiassess.charts.canvas import Chart


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the window has to draw on, all of it frozen.

    Attributes:
        look: The colours.
        width_px: Width in the units of the window.
        least_height_px: Height in the same units; more is taken where the chart needs it.
        dpi: Units an inch.
        pixel_ratio: Pixels a unit.
        font_scale: Size of letters and marks, 1.0 is normal.
    """

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
    pixel_ratio: float = 1.0
    rows: tuple[tuple[str, float, float], ...] = ()


def load_charts() -> None:
    """Load what draws charts, so that the first one is there sooner; for the worker."""
    from kiassess.charts import choice, rendering

    del choice, rendering


def draw_profile(kind: str, shown: Shown, texts: Texts, sheet: Sheet) -> Picture:
    """Draw a chart of a profile; the first time takes a second or two.

    Args:
        kind: ``"dots"``, ``"radar"``, ``"heatmap"`` or ``"distribution"``. The quick check gets
            its tendencies for the first two, and has no others.
        shown: What to show.
        texts: The language.
        sheet: What to draw on.

    Raises:
        ValueError: The quick check has no such chart.
    """
    from kiassess.charts.choice import ChartKind, chart_of, height_of

    return drawn((ChartKind(kind), shown, texts), height_of, chart_of, sheet)


def draw_comparison(
    kind: ComparisonChart, shown: ShownComparison, texts: Texts, sheet: Sheet
) -> Picture:
    """Draw a chart of a comparison.

    Raises:
        ValueError: There is no such chart of it; see ``charts.comparison_words.can_draw``.
    """
    from kiassess.charts.comparison_choice import draw, height_of

    return drawn((kind, shown, texts), height_of, draw, sheet)


def draw_roadmap(shown: ShownPlan, texts: Texts, sheet: Sheet) -> Picture:
    """Draw the roadmap of a plan."""
    from kiassess.charts.roadmap import roadmap, roadmap_height

    return drawn((shown, texts), roadmap_height, roadmap, sheet)


def draw_what_if(now: Profile, then: Profile, texts: Texts, sheet: Sheet) -> Picture:
    """Draw a simulation: the profile as it is, and as it would be.

    Raises:
        ValueError: The profiles have tendencies only.
    """
    from kiassess.charts.what_if import what_if_chart, what_if_height

    return drawn((now, then, texts), what_if_height, what_if_chart, sheet)


def drawn(
    what: tuple[object, ...],
    height_of: Callable[..., float],
    draw: "Callable[..., Chart]",
    sheet: Sheet,
) -> Picture:
    """Draw a chart without its title, which the window shows itself.

    Args:
        what: The arguments both functions begin with.
        height_of: Says how high the chart must be at least, in inches.
        draw: Makes the chart.
        sheet: What to draw on.
    """
    from kiassess.charts.rendering import to_rgba

    size = {"width_in": sheet.width_px / sheet.dpi, "font_scale": sheet.font_scale, "titled": False}
    height_in = max(height_of(*what, **size), sheet.least_height_px / sheet.dpi)
    chart = draw(*what, sheet.look, height_in=height_in, **size)
    pixels = to_rgba(chart, sheet.dpi * sheet.pixel_ratio)
    return Picture(*pixels, sheet.pixel_ratio, chart.rows)
