"""The values of a chart of a comparison as a table, for those who would rather read them."""

from dataclasses import dataclass

from kiassess.domain.shown_comparison import (
    OF_ALL,
    ComparisonChart,
    ShownComparison,
    row_groups,
)
from kiassess.wording.compared_charts import n_limited
from kiassess.wording.compared_columns import columns_of, named_parts, part_words
from kiassess.wording.compared_rounds import Rounds, band_words, change_words, shown_words
from kiassess.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A table in words.

    Attributes:
        headings: One a column.
        rows: As many cells each.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def overview_table(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> ChartTable:
    """The values of strips or of a heatmap.

    The rows of a heatmap stand as on it; of strips there is one row a building block.
    """
    if kind in OF_ALL:
        return _heatmap_table(kind, shown, texts)
    own = shown.marked is not None
    keys = ("n_heading", "median", "lower", "upper")
    headings = [texts("compare.block"), *(texts(f"compare.{key}") for key in keys)]
    headings += [texts("comparison_chart.lowest"), texts("comparison_chart.highest")]
    headings += [texts("comparison_chart.own")] * own + [texts("comparison_chart.n_limited")]
    rows = []
    for name, part in named_parts(kind, shown):
        told = shown.statistics(part)
        low, high = told.quartiles or (None, None)
        known = [value for at in shown.others if (value := part.values[at]) is not None]
        numbers = (told.median, low, high, min(known, default=None), max(known, default=None))
        cells = [name, texts.count(told.n), *(texts.number(number) for number in numbers)]
        if shown.marked is not None:
            cells.append(part_words(part, shown.marked, texts))
        rows.append((*cells, texts.count(n_limited(part, shown))))
    return ChartTable(tuple(headings), tuple(rows))


def rounds_table(kind: ComparisonChart, rounds: Rounds, texts: Texts) -> ChartTable:
    """The values of two rounds, a trend or a radar: one row a building block."""
    with_bands = kind is not ComparisonChart.RADAR
    headings = [texts("compare.block")]
    for name in rounds.names:
        headings.append(name)
        headings += [texts("comparison_chart.band_of", name=name)] * with_bands
    difference = "difference" if kind is ComparisonChart.RADAR else "change"
    headings.append(texts(f"comparison_chart.{difference}"))
    rows = []
    for block in rounds.blocks:
        cells = [block.name]
        for score, limited in zip(block.scores, block.limited, strict=True):
            cells.append(shown_words(score, limited=limited, texts=texts))
            cells += [band_words(score, texts)] * with_bands
        cells.append(change_words(block.scores[0], block.scores[-1], texts))
        rows.append(tuple(cells))
    return ChartTable(tuple(headings), tuple(rows))


def _heatmap_table(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> ChartTable:
    columns = columns_of(kind, shown, texts)
    places = [at for group in row_groups(shown) for at in group.places]
    return ChartTable(
        (texts("compare.municipality"), *(column.name for column in columns)),
        tuple((shown.names[at], *(column.words[at] for column in columns)) for at in places),
    )
