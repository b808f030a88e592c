"""Drawing charts off the GUI thread; the room of charts is imported here, when first needed."""

from dataclasses import dataclass

from kiassess.charts.looks import Look
from kiassess.domain.profile import Profile
from kiassess.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw for the window, all of it frozen.

    Attributes:
        kind: ``"dots"`` or ``"radar"``; the quick check gets its tendencies for both.
        profile: What to show.
        texts: The language.
        look: The colours.
        width_px: Width in the units of the window.
        least_height_px: Height in the same units; more is taken where the chart needs it.
        dpi: Units an inch.
        pixel_ratio: Pixels a unit.
        font_scale: Size of letters and marks, 1.0 is normal.
    """

    kind: str
    profile: Profile
    texts: Texts
    look: Look
    width_px: int
    least_height_px: int
    dpi: float
    pixel_ratio: float
    font_scale: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart: four bytes a pixel (red, green, blue, opacity), row by row from the top."""

    data: bytes
    width: int
    height: int
    pixel_ratio: float


def draw_profile(order: Order) -> Picture:
    """Draw the chart of a profile without its title; the first time takes a second or two."""
    from kiassess.charts.choice import ChartKind, fitting_height, profile_chart
    from kiassess.charts.rendering import to_rgba

    kind, width_in = ChartKind(order.kind), order.width_px / order.dpi
    needed_in = fitting_height(
        kind,
        order.profile,
        order.texts,
        width_in=width_in,
        font_scale=order.font_scale,
        titled=False,
    )
    figure = profile_chart(
        kind,
        order.profile,
        order.texts,
        order.look,
        width_in=width_in,
        height_in=max(needed_in, order.least_height_px / order.dpi),
        font_scale=order.font_scale,
        titled=False,
    )
    return Picture(*to_rgba(figure, order.dpi * order.pixel_ratio), order.pixel_ratio)
