"""The profile as a radar, the second view: a line for the values, a dashed one beside it."""

from typing import Any

from matplotlib.projections.polar import PolarAxes

from kiassess.charts.canvas import MARGIN_IN, Chart, Header, make_chart, make_header
from kiassess.charts.lettering import NAME_PT
from kiassess.charts.looks import Look
from kiassess.charts.ring_lines import draw_ring, draw_series, hollow, plain, write_label
from kiassess.charts.spokes import height_of_ring, largest_ring
from kiassess.charts.words import describe, legend, score_words, summary_words
from kiassess.domain.profile import Profile
from kiassess.wording.summary import profile_title
from kiassess.wording.texts import Texts

GOOD_RADIUS_IN = 1.5


def radar(
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
    """Draw the values of the building blocks around a ring, with their targets dashed.

    The ring always runs from 0 in the middle to 4 at the rim, in the fixed order of the blocks
    from the top clockwise. A block without a value leaves a gap. Nothing is filled: the area
    has no meaning. There are two lines at most: an earlier profile takes the place of the
    targets, which the dot plot shows.

    Args:
        profile: What to show; not of the quick check.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; ``radar_height`` gives a ring of decent size.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.
        second: The profile of an earlier round, not of the quick check either.
        second_name: What that one is called in the legend.

    Raises:
        ValueError: One of the profiles has tendencies only, and no numbers.
    """
    if profile.tendencies_only or (second is not None and second.tendencies_only):
        raise ValueError("the quick check has no numbers to plot")
    named = "" if second is None else second_name
    header = _header(profile, texts, named, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(header, look, width_in=width_in, height_in=height_in)
    chart.title = profile_title(profile, texts)
    chart.description = describe("radar", profile, texts, second=second, second_name=named)
    chart.summary = summary_words(profile, texts, second=second, second_name=named)
    room = height_in - header.height_in - MARGIN_IN
    ring = largest_ring(
        _labels(profile, texts),
        width_in=width_in - 2 * MARGIN_IN,
        height_in=room,
        size_pt=NAME_PT * font_scale,
    )
    middle = (width_in / 2, MARGIN_IN + (room + ring.bottom - ring.top) / 2)
    axes = draw_ring(chart, ring, middle, look, font_scale)
    _draw_lines(axes, profile, second, look, font_scale)
    for label, block in zip(ring.labels, profile.blocks, strict=True):
        label_at = (middle[0] + label.x, middle[1] + label.y)
        known = block.score.value is not None
        write_label(chart, label, label_at, look, font_scale, block_id=block.id, known=known)
    return chart


def radar_height(
    profile: Profile,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
    second_name: str = "",
) -> float:
    """The height in inches that gives a ring of decent size."""
    header = _header(
        profile, texts, second_name, width_in=width_in, font_scale=font_scale, titled=titled
    )
    ring_in = height_of_ring(
        _labels(profile, texts),
        GOOD_RADIUS_IN * (0.5 + 0.5 * font_scale),
        width_in=width_in - 2 * MARGIN_IN,
        size_pt=NAME_PT * font_scale,
    )
    return header.height_in + ring_in + MARGIN_IN


def _header(
    profile: Profile,
    texts: Texts,
    second_name: str,
    *,
    width_in: float,
    font_scale: float,
    titled: bool,
) -> Header:
    title = profile_title(profile, texts) if titled else ""
    lines = legend("radar", texts, second_name=second_name)
    return make_header(title, lines, width_in=width_in, scale=font_scale)


def _labels(profile: Profile, texts: Texts) -> list[tuple[str, str]]:
    return [(block.name, score_words(block.score, texts)) for block in profile.blocks]


def _draw_lines(
    axes: PolarAxes, profile: Profile, second: Profile | None, look: Look, scale: float
) -> None:
    """The values, and below them the targets or the earlier values."""
    if second is None:
        targets = [block.scored.target for block in profile.blocks]
        draw_series(axes, "target", targets, _dashed(look, scale))
    else:
        before = {block.id: block.score.value for block in second.blocks}
        earlier = [before.get(block.id) for block in profile.blocks]
        draw_series(axes, "second", earlier, hollow(look, scale))
    values = [block.score.value for block in profile.blocks]
    draw_series(axes, "value", values, plain(look, scale))


def _dashed(look: Look, scale: float) -> dict[str, Any]:
    return {
        "color": look.target,
        "linestyle": "--",
        "linewidth": 1.4 * scale,
        "marker": "D",
        "markersize": 5 * scale,
        "markerfacecolor": look.ground,
        "zorder": 2,
    }
