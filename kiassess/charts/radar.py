"""The profile as a radar, the second view: a line for the values, a dashed one beside it."""

from collections.abc import Sequence
from math import nan
from typing import Any

from matplotlib.projections.polar import PolarAxes

from kiassess.charts.canvas import MARGIN_IN, Align, Chart, Header, make_chart, make_header, write
from kiassess.charts.lettering import NAME_PT, SMALL_PT, style, text_height
from kiassess.charts.looks import Look
from kiassess.charts.spokes import Label, Ring, angles, height_of_ring, largest_ring
from kiassess.charts.words import describe, legend, score_words, summary_words
from kiassess.domain.kinds import LEVELS, TOP_LEVEL
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
    axes = _draw_ring(chart, ring, middle, look, font_scale)
    _draw_lines(axes, profile, second, look, font_scale)
    for label, block in zip(ring.labels, profile.blocks, strict=True):
        label_at = (middle[0] + label.x, middle[1] + label.y)
        known = block.score.value is not None
        _write_label(chart, label, label_at, look, font_scale, block_id=block.id, known=known)
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


def _draw_ring(
    chart: Chart, ring: Ring, middle: tuple[float, float], look: Look, scale: float
) -> PolarAxes:
    """The empty ring: spokes, circles and the numbers of the levels between two spokes."""
    width_in, height_in = chart.get_size_inches()
    left, bottom = (middle[0] - ring.radius) / width_in, (middle[1] - ring.radius) / height_in
    size = (2 * ring.radius / width_in, 2 * ring.radius / height_in)
    axes = chart.add_axes((left, bottom, *size), projection="polar")
    assert isinstance(axes, PolarAxes)
    axes.set_theta_zero_location("N")
    axes.set_theta_direction(-1)
    axes.set_ylim(0, TOP_LEVEL)
    axes.set_facecolor(look.ground)
    spokes = angles(len(ring.labels))
    axes.set_xticks(spokes, [""] * len(spokes))
    axes.set_yticks(list(LEVELS), [""] * len(LEVELS))
    axes.grid(visible=True, color=look.line, linewidth=1, linestyle="-")
    axes.spines["polar"].set(color=look.line, linewidth=1)
    crowded = ring.radius / TOP_LEVEL < text_height("", SMALL_PT * scale)
    for level in LEVELS[2::2] if crowded else LEVELS[1:]:
        axes.text(
            (spokes[0] + spokes[1]) / 2,
            level,
            str(level),
            ha="center",
            va="center",
            zorder=1.5,
            bbox={"boxstyle": "circle,pad=0.1", "facecolor": look.ground, "edgecolor": "none"},
            gid=f"level.{level}",
            **style(SMALL_PT * scale, look.muted),
        )
    return axes


def _draw_lines(
    axes: PolarAxes, profile: Profile, second: Profile | None, look: Look, scale: float
) -> None:
    """The values, and below them the targets or the earlier values."""
    if second is None:
        targets = [block.scored.target for block in profile.blocks]
        _draw_series(axes, "target", targets, _dashed(look, scale))
    else:
        before = {block.id: block.score.value for block in second.blocks}
        earlier = [before.get(block.id) for block in profile.blocks]
        _draw_series(axes, "second", earlier, _hollow(look, scale))
    values = [block.score.value for block in profile.blocks]
    _draw_series(axes, "value", values, _plain(look, scale))


def _draw_series(
    axes: PolarAxes, name: str, known: Sequence[float | None], looks: dict[str, Any]
) -> None:
    """A closed line; a missing value leaves a gap, and a lone one is still a mark."""
    values = [nan if value is None else value for value in known]
    spokes = angles(len(values))
    axes.plot([*spokes, spokes[0]], [*values, values[0]], clip_on=False, gid=name, **looks)


def _plain(look: Look, scale: float) -> dict[str, Any]:
    return {
        "color": look.accent,
        "linestyle": "-",
        "linewidth": 2 * scale,
        "marker": "o",
        "markersize": 7 * scale,
        "zorder": 3,
    }


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


def _hollow(look: Look, scale: float) -> dict[str, Any]:
    return {
        "color": look.muted,
        "linestyle": "--",
        "linewidth": 1.4 * scale,
        "marker": "o",
        "markersize": 6 * scale,
        "markerfacecolor": look.ground,
        "zorder": 2,
    }


def _write_label(
    chart: Chart,
    label: Label,
    at: tuple[float, float],
    look: Look,
    scale: float,
    *,
    block_id: str,
    known: bool,
) -> None:
    """The name of a block and below it the value, or why there is none."""
    name, _, value = label.text.rpartition("\n")
    align: Align = "center" if label.side == 0 else "left" if label.side > 0 else "right"
    x, y = at[0] - label.side * label.width / 2, at[1] + label.height / 2
    size = NAME_PT * scale
    y = write(
        chart, name, x, y, size_pt=size, colour=look.text, align=align, gid=f"name.{block_id}"
    )
    write(
        chart,
        value,
        x,
        y,
        size_pt=size if known else SMALL_PT * scale,
        colour=look.text if known else look.muted,
        bold=known,
        align=align,
        gid=f"words.{block_id}",
    )
