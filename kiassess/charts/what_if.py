"""A simulation as dots on bands: today, and as it would be if some measures were done."""

from matplotlib.patches import Ellipse

from kiassess.charts.bands import draw_band
from kiassess.charts.canvas import MARGIN_IN, Chart, make_chart, make_header, write
from kiassess.charts.lettering import SMALL_PT, VALUE_PT, text_height, text_width, widest_word
from kiassess.charts.level_scale import LevelScale, make_level_scale
from kiassess.charts.looks import Look
from kiassess.charts.rows import GAP_IN, Plot, Room, draw_rows, names_width, row_label
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.profile import Profile
from kiassess.wording.texts import NO_VALUE, Texts
from kiassess.wording.what_if import (
    Pair,
    describe_what_if,
    pairs_of,
    what_if_summary,
    what_if_title,
)

ARROW = "→"
CIRCLE_IN = 0.2  # across, of what is simulated
HATCH = "////////"
ROW_IN = 0.46


def what_if_chart(
    now: Profile,
    then: Profile,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw each building block as a dot for today and a hatched circle for the simulation.

    The circle is there only where the simulation shows another value. The word “simulation”
    stands in the title, in the legend and beside every value that is simulated.

    Args:
        now: The profile as it is; not of the quick check.
        then: As it would be.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``what_if_height`` rows come too close.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: The profiles have tendencies only, and no numbers.
    """
    if now.tendencies_only:
        raise ValueError("the quick check has no numbers to plot")
    room = _room(now, then, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(room.header, look, width_in=width_in, height_in=height_in)
    chart.title = what_if_title(now, then, texts)
    chart.description = describe_what_if(now, then, texts)
    chart.summary = what_if_summary(now, then, texts)
    plot = draw_rows(chart, room, texts, look)
    plot.axes.set_xlim(0, TOP_LEVEL)
    _level_scale(texts, room.right - room.left, font_scale).draw(plot, room.left)
    level_in = (room.right - room.left) / TOP_LEVEL
    for y, pair in zip(plot.rows, pairs_of(now, then), strict=True):
        draw_band(plot, y, pair.now.score, level_in=level_in, gid=f"band.{pair.now.id}")
        _draw_now(plot, y, pair)
        if pair.moves:
            _draw_then(plot, y, pair, level_in)
        _write_values(plot, y, pair, left_in=room.right + GAP_IN)
    return chart


def what_if_height(
    now: Profile,
    then: Profile,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which no row touches the next one."""
    room = _room(now, then, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    return room.needed_in


def _room(
    now: Profile,
    then: Profile,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float,
    titled: bool,
) -> Room:
    title = what_if_title(now, then, texts) if titled else ""
    pairs = pairs_of(now, then)
    names = names_width([b.name for b in now.blocks], width_in=width_in, scale=font_scale)
    value_in = max(
        widest_word(texts("what_if.simulated"), SMALL_PT * font_scale),
        *(text_width(_values(pair, texts), VALUE_PT * font_scale, bold=True) for pair in pairs),
    )
    left = MARGIN_IN + names + GAP_IN
    right = width_in - MARGIN_IN - value_in - GAP_IN
    return Room(
        left=left,
        right=right,
        header=make_header(title, texts("what_if.legend"), width_in=width_in, scale=font_scale),
        head_in=_level_scale(texts, right - left, font_scale).height_in,
        labels=tuple(
            row_label(b.id, b.name, width_in=names, scale=font_scale, least_in=ROW_IN)
            for b in now.blocks
        ),
        scale=font_scale,
    )


def _level_scale(texts: Texts, width_in: float, scale: float) -> LevelScale:
    return make_level_scale(texts, width_in / TOP_LEVEL, scale)


def _values(pair: Pair, texts: Texts) -> str:
    """What stands beside a row, e.g. “2,1 → 2,6”; one value where both are the same."""
    before = NO_VALUE if pair.before is None else texts.number(pair.before)
    if not pair.moves:
        return before
    after = NO_VALUE if pair.after is None else texts.number(pair.after)
    return f"{before} {ARROW} {after}"


def _draw_now(plot: Plot, y: float, pair: Pair) -> None:
    value = pair.now.score.value
    if value is None:
        return
    plot.axes.plot(
        [value],
        [y],
        marker="o",
        markersize=9.0 * plot.scale,
        markeredgewidth=1.2 * plot.scale,
        markeredgecolor=plot.look.ground,
        markerfacecolor=plot.look.accent,
        clip_on=False,
        zorder=4,
        gid=f"value.{pair.now.id}",
    )


def _draw_then(plot: Plot, y: float, pair: Pair, level_in: float) -> None:
    """A hatched circle, and a broken line to it; told from a dot by its pattern alone."""
    before, after = pair.now.score.value, pair.then.score.value
    if after is None:
        return
    across = CIRCLE_IN * plot.scale
    if before is not None:
        plot.axes.plot(
            [before, after],
            [y, y],
            color=plot.look.text,
            linewidth=1.2 * plot.scale,
            linestyle=(0, (3, 2)),
            clip_on=False,
            zorder=2,
            gid=f"line.{pair.now.id}",
        )
    plot.axes.add_patch(
        Ellipse(
            (after, y),
            across / level_in,
            across,
            hatch=HATCH,
            facecolor=plot.look.ground,
            edgecolor=plot.look.text,
            linewidth=1.2 * plot.scale,
            clip_on=False,
            zorder=3,
            gid=f"simulated.{pair.now.id}",
        )
    )


def _write_values(plot: Plot, y: float, pair: Pair, *, left_in: float) -> None:
    """The values, and below them that one is simulated."""
    size, small = VALUE_PT * plot.scale, SMALL_PT * plot.scale
    lines = [(_values(pair, plot.texts), size, True, "values")]
    if pair.moves:
        lines.append((plot.texts("what_if.simulated"), small, False, "simulation"))
    y += sum(text_height("", pt) for _, pt, _, _ in lines) / 2
    for text, pt, bold, name in lines:
        colour = plot.look.text if bold else plot.look.muted
        gid = f"{name}.{pair.now.id}"
        y = write(plot.chart, text, left_in, y, size_pt=pt, colour=colour, bold=bold, gid=gid)
