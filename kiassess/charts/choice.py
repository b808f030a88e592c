"""Which chart a profile gets: what was asked for, or tendencies where there are no numbers."""

from enum import StrEnum

from kiassess.charts.canvas import Chart
from kiassess.charts.dots import dot_plot, dot_plot_height
from kiassess.charts.looks import Look
from kiassess.charts.radar import radar, radar_height
from kiassess.charts.tendencies import tendency_chart, tendency_height
from kiassess.domain.profile import Profile
from kiassess.wording.texts import Texts


class ChartKind(StrEnum):
    """The charts of a profile with numbers."""

    DOTS = "dots"
    RADAR = "radar"


DRAW = {ChartKind.DOTS: dot_plot, ChartKind.RADAR: radar}
HEIGHT = {ChartKind.DOTS: dot_plot_height, ChartKind.RADAR: radar_height}


def profile_chart(
    kind: ChartKind,
    profile: Profile,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw a profile; the quick check always gets its tendencies, whatever was asked for.

    Args:
        kind: The chart wished for.
        profile: What to show.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; see ``fitting_height``.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.
    """
    draw = tendency_chart if profile.tendencies_only else DRAW[kind]
    return draw(
        profile,
        texts,
        look,
        width_in=width_in,
        height_in=height_in,
        font_scale=font_scale,
        titled=titled,
    )


def fitting_height(
    kind: ChartKind,
    profile: Profile,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which ``profile_chart`` is easy to read at this width."""
    height = tendency_height if profile.tendencies_only else HEIGHT[kind]
    return height(profile, texts, width_in=width_in, font_scale=font_scale, titled=titled)
