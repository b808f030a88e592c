"""Two assessments around a ring: one line each, never more, and nothing filled."""

from kiassess.charts.canvas import MARGIN_IN, Chart, Header, make_chart, make_header
from kiassess.charts.comparison_words import comparison_legend, comparison_words
from kiassess.charts.lettering import NAME_PT
from kiassess.charts.looks import Look
from kiassess.charts.ring_lines import draw_ring, draw_series, hollow, plain, write_label
from kiassess.charts.spokes import height_of_ring, largest_ring
from kiassess.charts.words import SEPARATOR
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.wording.compared_rounds import Rounds, rounds_shown, rounds_title, shown_words
from kiassess.wording.texts import Texts

KIND = ComparisonChart.RADAR
GOOD_RADIUS_IN = 1.5


def two_radar(
    shown: ShownComparison,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw the values of two assessments, in the fixed order of the blocks from the top clockwise.

    The ring runs from 0 in the middle to 4 at the rim. A block without a value leaves a gap in its
    line. At each name stand both values, in the order of the legend.

    Args:
        shown: What to show; with a pair.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; ``two_radar_height`` gives a ring of decent size.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: There are no two assessments with numbers.
    """
    words = comparison_words(KIND, shown, texts)
    rounds = rounds_shown(KIND, shown, texts)
    header = _header(shown, rounds, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(header, look, width_in=width_in, height_in=height_in)
    chart.title, chart.description, chart.summary = words.title, words.description, words.summary
    room = height_in - header.height_in - MARGIN_IN
    ring = largest_ring(
        _labels(rounds, texts),
        width_in=width_in - 2 * MARGIN_IN,
        height_in=room,
        size_pt=NAME_PT * font_scale,
    )
    middle = (width_in / 2, MARGIN_IN + (room + ring.bottom - ring.top) / 2)
    axes = draw_ring(chart, ring, middle, look, font_scale)
    one, other = ([block.scores[n].value for block in rounds.blocks] for n in range(2))
    draw_series(axes, "other", other, hollow(look, font_scale))
    draw_series(axes, "one", one, plain(look, font_scale))
    for label, block in zip(ring.labels, rounds.blocks, strict=True):
        at = (middle[0] + label.x, middle[1] + label.y)
        known = any(score.value is not None for score in block.scores)
        write_label(chart, label, at, look, font_scale, block_id=block.id, known=known)
    return chart


def two_radar_height(
    shown: ShownComparison,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The height in inches that gives a ring of decent size."""
    rounds = rounds_shown(KIND, shown, texts)
    header = _header(shown, rounds, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    ring_in = height_of_ring(
        _labels(rounds, texts),
        GOOD_RADIUS_IN * (0.5 + 0.5 * font_scale),
        width_in=width_in - 2 * MARGIN_IN,
        size_pt=NAME_PT * font_scale,
    )
    return header.height_in + ring_in + MARGIN_IN


def _header(
    shown: ShownComparison,
    rounds: Rounds,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float,
    titled: bool,
) -> Header:
    title = rounds_title(KIND, rounds, texts) if titled else ""
    legend = comparison_legend(KIND, shown, texts)
    return make_header(title, legend, width_in=width_in, scale=font_scale)


def _labels(rounds: Rounds, texts: Texts) -> list[tuple[str, str]]:
    """The name of each block, and below it both values."""
    return [
        (
            block.name,
            SEPARATOR.join(
                shown_words(score, limited=limited, texts=texts)
                for score, limited in zip(block.scores, block.limited, strict=True)
            ),
        )
        for block in rounds.blocks
    ]
