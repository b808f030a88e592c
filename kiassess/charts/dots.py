"""The profile as dots on bands: one row a building block, on a scale from 0 to 4."""

from typing import Any

from kiassess.charts.bands import draw_band
from kiassess.charts.canvas import MARGIN_IN, Chart, make_chart, make_header, write
from kiassess.charts.lettering import (
    POINTS_PER_INCH,
    SMALL_PT,
    VALUE_PT,
    text_height,
    text_width,
    widest_word,
)
from kiassess.charts.level_scale import LevelScale, make_level_scale
from kiassess.charts.looks import Look
from kiassess.charts.rows import GAP_IN, Plot, Room, draw_rows, names_width, row_label
from kiassess.charts.words import describe, facet_words, legend, score_words, summary_words
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.profile import BlockResult, Profile
from kiassess.wording.summary import profile_title
from kiassess.wording.texts import Texts

TICK_DOWN_PT = 11
RING_UP_PT = 9.5  # an earlier value stands above the band, where it hides nothing


def dot_plot(
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
    """Draw each building block as a dot on its band, with target and secured level.

    The scale always runs from 0 to 4. A block without a value keeps its band and says in words
    why there is no dot. An earlier value stands above its band as a ring.

    Args:
        profile: What to show; not of the quick check.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``dot_plot_height`` rows come too close.
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
    room = _room(profile, texts, named, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(room.header, look, width_in=width_in, height_in=height_in)
    chart.title = profile_title(profile, texts)
    chart.description = describe("dots", profile, texts, second=second, second_name=named)
    chart.summary = summary_words(profile, texts, second=second, second_name=named)
    plot = draw_rows(chart, room, texts, look)
    plot.axes.set_xlim(0, TOP_LEVEL)
    _level_scale(texts, room.right - room.left, font_scale).draw(plot, room.left)
    before = {} if second is None else {block.id: block.score.value for block in second.blocks}
    level_in = (room.right - room.left) / TOP_LEVEL
    for y, block in zip(plot.rows, profile.blocks, strict=True):
        draw_band(plot, y, block.score, level_in=level_in, gid=f"band.{block.id}")
        _draw_marks(plot, y, block, before.get(block.id))
        _write_value(plot, y, block, left_in=room.right + GAP_IN)
    return chart


def dot_plot_height(
    profile: Profile,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
    second_name: str = "",
) -> float:
    """The least height in inches at which no row touches the next one."""
    room = _room(
        profile, texts, second_name, width_in=width_in, font_scale=font_scale, titled=titled
    )
    return room.needed_in


def _room(
    profile: Profile,
    texts: Texts,
    second_name: str,
    *,
    width_in: float,
    font_scale: float,
    titled: bool,
) -> Room:
    title = profile_title(profile, texts) if titled else ""
    marks = legend("dots", texts, second_name=second_name)
    names = names_width([b.name for b in profile.blocks], width_in=width_in, scale=font_scale)
    values = [score_words(block.score, texts) for block in profile.blocks]
    value_in = max(
        text_width(texts.number(TOP_LEVEL), VALUE_PT * font_scale, bold=True),
        *(widest_word(value, SMALL_PT * font_scale) for value in values),
    )
    left = MARGIN_IN + names + GAP_IN
    right = width_in - MARGIN_IN - value_in - GAP_IN
    return Room(
        left=left,
        right=right,
        header=make_header(title, marks, width_in=width_in, scale=font_scale),
        head_in=_level_scale(texts, right - left, font_scale).height_in,
        labels=tuple(
            row_label(b.id, b.name, *_notes(b, texts), width_in=names, scale=font_scale)
            for b in profile.blocks
        ),
        scale=font_scale,
    )


def _level_scale(texts: Texts, width_in: float, scale: float) -> LevelScale:
    return make_level_scale(texts, width_in / TOP_LEVEL, scale)


def _notes(block: BlockResult, texts: Texts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    limited = (texts("score.limited"),) if block.scored.limited_comparability else ()
    return facet_words(block, texts), limited


def _draw_marks(plot: Plot, y: float, block: BlockResult, before: float | None) -> None:
    """Ring, tick, diamond and dot; each of them only where there is something to mark."""
    below = y - TICK_DOWN_PT * plot.scale / POINTS_PER_INCH
    above = y + RING_UP_PT * plot.scale / POINTS_PER_INCH
    marks = (
        ("second", before, above),
        ("secured", block.scored.secured_level, below),
        ("target", block.scored.target, y),
        ("value", block.score.value, y),
    )
    for name, at, height in marks:
        if at is not None:
            looks = _mark(name, plot.look, plot.scale)
            plot.axes.plot([at], [height], clip_on=False, gid=f"{name}.{block.id}", **looks)


def _mark(name: str, look: Look, scale: float) -> dict[str, Any]:
    """Told apart by shape first, so that a copy in grey says the same."""
    match name:
        case "second":
            marker, size, edge, outside, inside, order = "o", 6.0, 1.5, look.accent, look.ground, 2
        case "secured":
            marker, size, edge, outside, inside, order = "|", 7.0, 2.4, look.text, look.text, 2
        case "target":
            marker, size, edge, outside, inside, order = "D", 8.5, 1.7, look.target, "none", 3
        case _:
            marker, size, edge, outside, inside, order = "o", 9.0, 1.2, look.ground, look.accent, 4
    return {
        "marker": marker,
        "markersize": size * scale,
        "markeredgewidth": edge * scale,
        "markeredgecolor": outside,
        "markerfacecolor": inside,
        "zorder": order,
    }


def _write_value(plot: Plot, y: float, block: BlockResult, *, left_in: float) -> None:
    words = score_words(block.score, plot.texts)
    known = block.score.value is not None
    size = (VALUE_PT if known else SMALL_PT) * plot.scale
    lines = words.replace(" ", "\n")
    write(
        plot.chart,
        lines,
        left_in,
        y + text_height(lines, size) / 2,
        size_pt=size,
        colour=plot.look.text if known else plot.look.muted,
        bold=known,
        gid=f"words.{block.id}",
    )
