"""Which chart an assessment gets: what was asked for, or tendencies where there are no numbers."""

from enum import StrEnum
from typing import TypedDict

from kiassess.charts.canvas import Chart
from kiassess.charts.distribution import distribution, distribution_height
from kiassess.charts.dots import dot_plot, dot_plot_height
from kiassess.charts.heatmap import heatmap, heatmap_height
from kiassess.charts.looks import Look
from kiassess.charts.radar import radar, radar_height
from kiassess.charts.tendencies import tendency_chart, tendency_height
from kiassess.domain.matrix import area_block_matrix, level_distribution
from kiassess.domain.profile import Profile
from kiassess.domain.shown import Shown
from kiassess.wording.texts import Texts


class ChartKind(StrEnum):
    """The charts of an assessment with numbers."""

    DOTS = "dots"
    RADAR = "radar"
    HEATMAP = "heatmap"
    DISTRIBUTION = "distribution"


DRAW = {ChartKind.DOTS: dot_plot, ChartKind.RADAR: radar}
HEIGHT = {ChartKind.DOTS: dot_plot_height, ChartKind.RADAR: radar_height}


class _Form(TypedDict):
    """What decides how much room letters take."""

    width_in: float
    font_scale: float
    titled: bool


def chart_of(
    kind: ChartKind,
    shown: Shown,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw any chart of an assessment.

    Args:
        kind: The chart wished for; the quick check gets its tendencies for dots and radar.
        shown: What to show. A second profile is drawn by dots and radar, if both have numbers.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; see ``height_of``.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: The quick check has no numbers for a heatmap or a distribution.
    """
    form = _Form(width_in=width_in, font_scale=font_scale, titled=titled)
    match kind:
        case ChartKind.HEATMAP:
            matrix = area_block_matrix(shown.opened)
            return heatmap(matrix, texts, look, height_in=height_in, **form)
        case ChartKind.DISTRIBUTION:
            levels = level_distribution(shown.opened)
            return distribution(levels, texts, look, height_in=height_in, **form)
    return profile_chart(
        kind,
        shown.profile,
        texts,
        look,
        height_in=height_in,
        second=shown.comparable,
        second_name=shown.second_name,
        **form,
    )


def height_of(
    kind: ChartKind,
    shown: Shown,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which ``chart_of`` is easy to read at this width."""
    form = _Form(width_in=width_in, font_scale=font_scale, titled=titled)
    match kind:
        case ChartKind.HEATMAP:
            return heatmap_height(area_block_matrix(shown.opened), texts, **form)
        case ChartKind.DISTRIBUTION:
            return distribution_height(level_distribution(shown.opened), texts, **form)
    name = "" if shown.comparable is None else shown.second_name
    return fitting_height(kind, shown.profile, texts, second_name=name, **form)


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
    second: Profile | None = None,
    second_name: str = "",
) -> Chart:
    """Draw a profile; the quick check always gets its tendencies, whatever was asked for.

    Args:
        kind: ``DOTS`` or ``RADAR``.
        profile: What to show.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; see ``fitting_height``.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.
        second: The profile of an earlier round, with numbers; tendencies stand alone.
        second_name: What that one is called.
    """
    form = _Form(width_in=width_in, font_scale=font_scale, titled=titled)
    if profile.tendencies_only:
        return tendency_chart(profile, texts, look, height_in=height_in, **form)
    return DRAW[kind](
        profile,
        texts,
        look,
        height_in=height_in,
        second=second,
        second_name=second_name,
        **form,
    )


def fitting_height(
    kind: ChartKind,
    profile: Profile,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
    second_name: str = "",
) -> float:
    """The least height in inches at which ``profile_chart`` is easy to read at this width."""
    form = _Form(width_in=width_in, font_scale=font_scale, titled=titled)
    if profile.tendencies_only:
        return tendency_height(profile, texts, **form)
    return HEIGHT[kind](profile, texts, second_name=second_name, **form)
