"""What the charts of a comparison say in words, and whether there is one; draws nothing."""

from kiassess.charts.words import SEPARATOR, ChartWords
from kiassess.domain.shown_comparison import OF_ALL, ComparisonChart, ShownComparison
from kiassess.wording.compared_charts import (
    gate_sentences,
    overview_summary,
    overview_title,
    part_sentences,
)
from kiassess.wording.compared_columns import sign_legend
from kiassess.wording.compared_rounds import (
    round_sentences,
    rounds_shown,
    rounds_summary,
    rounds_title,
)
from kiassess.wording.compared_tables import ChartTable, overview_table, rounds_table
from kiassess.wording.texts import Texts

OF_MANY = OF_ALL | {ComparisonChart.STRIPS}
DENSE_FROM = 600  # municipalities, from which on dots become columns
LEAST_SPOKES = 3


def can_draw(kind: ComparisonChart, shown: ShownComparison) -> bool:
    """Whether there is such a chart of a comparison."""
    comparison = shown.comparison
    if not comparison.items:
        return False
    match kind:
        case ComparisonChart.GATES:
            return any(item.gate for item in comparison.items)
        case ComparisonChart.STRIPS:
            return any(value is not None for part in comparison.blocks for value in part.values)
        case ComparisonChart.TREND:
            return len(shown.rounds) > 1
        case ComparisonChart.ROUNDS | ComparisonChart.RADAR:
            return _has_pair(kind, shown)
    return True


def _has_pair(kind: ComparisonChart, shown: ShownComparison) -> bool:
    """Whether there are two assessments with numbers to set beside each other."""
    comparison = shown.comparison
    if shown.pair is None or any(comparison.chosen[at].quick for at in shown.pair):
        return False
    if kind is ComparisonChart.RADAR:
        return len(comparison.blocks) >= LEAST_SPOKES
    return shown.change is None or bool(shown.change.blocks)


def comparison_words(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> ChartWords:
    """What a chart says, for those who show it; its description begins with the summary.

    Raises:
        ValueError: There is no such chart; see ``can_draw``.
    """
    if not can_draw(kind, shown):
        raise ValueError(f"nothing to draw as {kind}")
    if kind in OF_MANY:
        title = overview_title(kind, shown, texts)
        summary = overview_summary(kind, shown, texts)
        sentences = (
            gate_sentences(shown, texts)
            if kind is ComparisonChart.GATES
            else part_sentences(kind, shown, texts)
        )
    else:
        rounds = rounds_shown(kind, shown, texts)
        title = rounds_title(kind, rounds, texts)
        summary = rounds_summary(kind, shown, rounds, texts)
        sentences = round_sentences(rounds, texts)
    return ChartWords(
        title=title,
        description=" ".join((*summary, *sentences)),
        legend=comparison_legend(kind, shown, texts),
        summary=summary,
    )


def comparison_table(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> ChartTable:
    """The same values as a table.

    Raises:
        ValueError: There is no such chart; see ``can_draw``.
    """
    if not can_draw(kind, shown):
        raise ValueError(f"nothing to draw as {kind}")
    if kind in OF_MANY:
        return overview_table(kind, shown, texts)
    return rounds_table(kind, rounds_shown(kind, shown, texts), texts)


def comparison_legend(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> str:
    """What the marks of a chart mean."""
    match kind:
        case ComparisonChart.STRIPS:
            parts = [
                texts(f"comparison_chart.{'legend_many' if dense(shown) else 'legend_strips'}")
            ]
            if shown.marked is not None:
                name = shown.names[shown.marked]
                parts.append(texts("comparison_chart.legend_own", name=name))
            if shown.standings:
                parts.append(texts("comparison_chart.legend_peers"))
        case ComparisonChart.GATES:
            parts = [*sign_legend(texts), texts("comparison_chart.legend_gates")]
        case ComparisonChart.ROUNDS:
            earlier, later = _names(kind, shown, texts)
            parts = [texts("comparison_chart.legend_rounds", earlier=earlier, later=later)]
        case ComparisonChart.RADAR:
            one, other = _names(kind, shown, texts)
            parts = [texts("comparison_chart.legend_radar", one=one, other=other)]
            parts.append(texts("chart.scale_radar"))
        case _:
            parts = [texts(f"comparison_chart.legend_{kind}")]
    return SEPARATOR.join(parts)


def dense(shown: ShownComparison) -> bool:
    """Whether there are too many municipalities for a dot each."""
    return len(shown.others) >= DENSE_FROM


def _names(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> tuple[str, ...]:
    return rounds_shown(kind, shown, texts).names
