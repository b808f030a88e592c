"""Two rounds on bands: one row a building block, the earlier round above the later one."""

from typing import Any

from kiassess.charts.bands import draw_band
from kiassess.charts.canvas import MARGIN_IN, Chart, make_chart, make_header, write
from kiassess.charts.comparison_words import comparison_legend, comparison_words
from kiassess.charts.lettering import (
    POINTS_PER_INCH,
    SMALL_PT,
    VALUE_PT,
    text_height,
    text_width,
)
from kiassess.charts.level_scale import LevelScale, make_level_scale
from kiassess.charts.looks import Look
from kiassess.charts.rows import GAP_IN, Plot, Room, draw_rows, names_width, row_label
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.shown_comparison import BlockRounds, ComparisonChart, ShownComparison
from kiassess.wording.compared_rounds import (
    Rounds,
    change_words,
    rounds_shown,
    rounds_title,
    shown_words,
)
from kiassess.wording.texts import Texts

KIND = ComparisonChart.ROUNDS
ROW_IN = 0.5
APART_PT = 7.5  # of each round from the middle of its row
BAND_PT = 8
ARROW = "→"


def dumbbell(
    shown: ShownComparison,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw each building block in two rounds: a ring then, a dot now, a line between them.

    Each stands on its own band. Where one of the rounds has no value there is only its band, and
    no line.

    Args:
        shown: What to show; with a pair.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``dumbbell_height`` rows come too close.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: There are no two rounds with numbers.
    """
    words = comparison_words(KIND, shown, texts)
    rounds = rounds_shown(KIND, shown, texts)
    room = _room(shown, rounds, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(room.header, look, width_in=width_in, height_in=height_in)
    chart.title, chart.description, chart.summary = words.title, words.description, words.summary
    plot = draw_rows(chart, room, texts, look)
    plot.axes.set_xlim(0, TOP_LEVEL)
    _level_scale(texts, room.right - room.left, font_scale).draw(plot, room.left)
    level_in = (room.right - room.left) / TOP_LEVEL
    for y, block in zip(plot.rows, rounds.blocks, strict=True):
        _draw_block(plot, y, block, level_in)
        _write_values(plot, y, block, left_in=room.right + GAP_IN)
    return chart


def dumbbell_height(
    shown: ShownComparison,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which no row touches the next one."""
    rounds = rounds_shown(KIND, shown, texts)
    room = _room(shown, rounds, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    return room.needed_in


def _room(
    shown: ShownComparison,
    rounds: Rounds,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float,
    titled: bool,
) -> Room:
    title = rounds_title(KIND, rounds, texts) if titled else ""
    legend = comparison_legend(KIND, shown, texts)
    names = names_width(
        [block.name for block in rounds.blocks], width_in=width_in, scale=font_scale
    )
    value_in = max(
        text_width(_values(block, texts), VALUE_PT * font_scale, bold=True)
        for block in rounds.blocks
    )
    left = MARGIN_IN + names + GAP_IN
    right = width_in - MARGIN_IN - value_in - GAP_IN
    return Room(
        left=left,
        right=right,
        header=make_header(title, legend, width_in=width_in, scale=font_scale),
        head_in=_level_scale(texts, right - left, font_scale).height_in,
        labels=tuple(
            row_label(block.id, block.name, width_in=names, scale=font_scale, least_in=ROW_IN)
            for block in rounds.blocks
        ),
        scale=font_scale,
    )


def _level_scale(texts: Texts, width_in: float, scale: float) -> LevelScale:
    return make_level_scale(texts, width_in / TOP_LEVEL, scale)


def _values(block: BlockRounds, texts: Texts) -> str:
    """Both values, e.g. “2,1 → 2,6*”."""
    return f" {ARROW} ".join(
        shown_words(score, limited=limited, texts=texts)
        for score, limited in zip(block.scores, block.limited, strict=True)
    )


def _draw_block(plot: Plot, y: float, block: BlockRounds, level_in: float) -> None:
    apart = APART_PT * plot.scale / POINTS_PER_INCH
    heights = (y + apart, y - apart)
    before, after = (score.value for score in block.scores)
    for name, score, height in zip(("earlier", "later"), block.scores, heights, strict=True):
        draw_band(
            plot,
            height,
            score,
            level_in=level_in,
            gid=f"{name}_band.{block.id}",
            tall_pt=BAND_PT,
            filled=name == "later",
        )
        if score.value is not None:
            plot.axes.plot(
                [score.value],
                [height],
                clip_on=False,
                gid=f"{name}.{block.id}",
                **_mark(plot, filled=name == "later"),
            )
    if before is not None and after is not None:
        plot.axes.plot(
            [before, after],
            heights,
            color=plot.look.text,
            linewidth=1.6 * plot.scale,
            solid_capstyle="butt",
            clip_on=False,
            zorder=2,
            gid=f"line.{block.id}",
        )


def _mark(plot: Plot, *, filled: bool) -> dict[str, Any]:
    look, scale = plot.look, plot.scale
    return {
        "marker": "o",
        "markersize": (8.5 if filled else 7.5) * scale,
        "markeredgewidth": (1.2 if filled else 1.8) * scale,
        "markeredgecolor": look.ground if filled else look.accent,
        "markerfacecolor": look.accent if filled else look.ground,
        "zorder": 4,
    }


def _write_values(plot: Plot, y: float, block: BlockRounds, *, left_in: float) -> None:
    """Both values, and below them the change."""
    size, small = VALUE_PT * plot.scale, SMALL_PT * plot.scale
    lines = [(_values(block, plot.texts), size, True, "values")]
    if None not in {score.value for score in block.scores}:
        change = change_words(block.scores[0], block.scores[-1], plot.texts)
        lines.append((change, small, False, "change"))
    y += sum(text_height("", pt) for _, pt, _, _ in lines) / 2
    for text, pt, bold, name in lines:
        colour = plot.look.text if bold else plot.look.muted
        y = write(
            plot.chart,
            text,
            left_in,
            y,
            size_pt=pt,
            colour=colour,
            bold=bold,
            gid=f"{name}.{block.id}",
        )
