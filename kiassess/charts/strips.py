"""All municipalities as dots, one strip a building block, on a scale from 0 to 4."""

from kiassess.charts.canvas import MARGIN_IN, Chart, make_chart, make_header
from kiassess.charts.comparison_words import comparison_legend, comparison_words, dense
from kiassess.charts.level_scale import LevelScale, make_level_scale
from kiassess.charts.looks import Look
from kiassess.charts.rows import GAP_IN, Room, draw_rows, names_width, row_label
from kiassess.charts.strip_marks import (
    NUMBER_IN,
    Strip,
    draw_columns,
    draw_dots,
    draw_own,
    draw_statistics,
    write_numbers,
)
from kiassess.domain.comparison import ComparedPart
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.wording.compared_charts import n_limited, overview_title
from kiassess.wording.compared_columns import part_words
from kiassess.wording.texts import Texts

KIND = ComparisonChart.STRIPS
ROW_IN = 0.72  # of a strip with the words above it


def strips(
    shown: ShownComparison,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw for each building block all municipalities, each once, with their median.

    Dots that would lie on each other are moved apart; from ``DENSE_FROM`` municipalities on their
    number is drawn as columns. The median stands only where there are five values, the box around
    the middle half where there are twelve. One's own value is a diamond with its number.

    Args:
        shown: What to show.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``strips_height`` rows come too close.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: There is no value at all.
    """
    words = comparison_words(KIND, shown, texts)
    room = _room(shown, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(room.header, look, width_in=width_in, height_in=height_in)
    chart.title, chart.description, chart.summary = words.title, words.description, words.summary
    plot = draw_rows(chart, room, texts, look)
    plot.axes.set_xlim(0, TOP_LEVEL)
    _level_scale(texts, room.right - room.left, font_scale).draw(plot, room.left)
    own = shown.marked is not None
    places = [Strip.between(*edges, words=own, scale=font_scale) for edges in plot.edges]
    if dense(shown):
        draw_columns(plot, places, shown)
    else:
        draw_dots(plot, places, shown, unit_in=(room.right - room.left) / TOP_LEVEL)
    for strip, part in zip(places, shown.comparison.blocks, strict=True):
        draw_statistics(plot, strip, shown.statistics(part), part.id, dense_=dense(shown))
        draw_own(plot, strip, shown, part, room)
        write_numbers(plot, strip, shown.statistics(part), part.id, left_in=room.right + GAP_IN)
    return chart


def strips_height(
    shown: ShownComparison,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which no row touches the next one."""
    return _room(shown, texts, width_in=width_in, font_scale=font_scale, titled=titled).needed_in


def _room(
    shown: ShownComparison, texts: Texts, *, width_in: float, font_scale: float, titled: bool
) -> Room:
    title = overview_title(KIND, shown, texts) if titled else ""
    legend = comparison_legend(KIND, shown, texts)
    blocks = shown.comparison.questionnaire.blocks
    names = names_width([block.name for block in blocks], width_in=width_in, scale=font_scale)
    left = MARGIN_IN + names + GAP_IN
    right = width_in - MARGIN_IN - NUMBER_IN * font_scale - GAP_IN
    return Room(
        left=left,
        right=right,
        header=make_header(title, legend, width_in=width_in, scale=font_scale),
        head_in=_level_scale(texts, right - left, font_scale).height_in,
        labels=tuple(
            row_label(
                block.id,
                block.name,
                _notes(shown, part, texts),
                width_in=names,
                scale=font_scale,
                least_in=ROW_IN,
            )
            for block, part in zip(blocks, shown.comparison.blocks, strict=True)
        ),
        scale=font_scale,
    )


def _level_scale(texts: Texts, width_in: float, scale: float) -> LevelScale:
    return make_level_scale(texts, width_in / TOP_LEVEL, scale)


def _notes(shown: ShownComparison, part: ComparedPart, texts: Texts) -> tuple[str, ...]:
    """What cannot be seen in the strip."""
    found = []
    if shown.marked is not None and part.values[shown.marked] is None:
        own = {"name": shown.names[shown.marked], "value": part_words(part, shown.marked, texts)}
        found.append(texts("comparison_chart.own_value", **own))
    if dense(shown) and (n := n_limited(part, shown)):
        found.append(texts("comparison_chart.limited", n=texts.count(n)))
    return tuple(found)
