"""What the charts of many assessments say: titles, summaries, and the values in words.

Values are compared as they are shown, with one decimal; what is highest, lowest or furthest apart
is only named where nothing shares its place.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from kiassess.domain.comparison import ComparedPart
from kiassess.domain.gate_statuses import gate_rows
from kiassess.domain.group_gaps import gate_counts
from kiassess.domain.numbers import rounded
from kiassess.domain.profile import GateStatus
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.wording.compared_columns import Column, named_parts, part_words
from kiassess.wording.comparing import statistics_words
from kiassess.wording.texts import Texts

Known = Sequence[tuple[str, float]]  # names with values as they are shown


def overview_title(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> str:
    """One line with the message of strips or of a heatmap."""
    if kind is ComparisonChart.GATES:
        return _gates_title(shown, texts)
    parts = named_parts(kind, shown)
    medians = [
        (name, rounded(median))
        for name, part in parts
        if (median := shown.statistics(part).median) is not None
    ]
    if not medians:
        return _small_title([part for _, part in parts], texts)
    if len(medians) == 1:
        name, value = medians[0]
        return texts("comparison_chart.median_single", name=name, value=texts.number(value))
    values = [value for _, value in medians]
    ends = {"low": texts.number(min(values)), "high": texts.number(max(values))}
    if min(values) == max(values):
        return texts("comparison_chart.median_same", value=ends["low"])
    lowest, highest = _only(medians, min(values)), _only(medians, max(values))
    if lowest and highest:
        return texts("comparison_chart.median_ends", lowest=lowest, highest=highest, **ends)
    return texts("comparison_chart.median_range", **ends)


def overview_summary(
    kind: ComparisonChart, shown: ShownComparison, texts: Texts
) -> tuple[str, ...]:
    """At most three sentences about strips or a heatmap."""
    comparison = shown.comparison
    counts = {"towns": texts.count(len(comparison.chosen)), "items": len(comparison.items)}
    basis = texts("comparison_chart.basis", **counts)
    found: tuple[str, ...]
    match kind:
        case ComparisonChart.GATES:
            found = (basis, _gates_counts(shown, texts))
        case ComparisonChart.STRIPS:
            found = (basis, _widest(shown, texts), _own_places(shown, texts))
        case _:
            found = (basis, *_field_counts([p for _, p in named_parts(kind, shown)], shown, texts))
    return tuple(sentence for sentence in found if sentence)


def part_sentences(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> Iterable[str]:
    """What is said of each building block or area: statistics, ends, one's own value."""
    for name, part in named_parts(kind, shown):
        said = [statistics_words(shown.statistics(part), texts)]
        known = _known(part, shown.others)
        if known:
            ends = {"low": texts.number(min(known)), "high": texts.number(max(known))}
            said.append(texts("comparison_chart.values", **ends))
        if shown.marked is not None:
            own = part_words(part, shown.marked, texts)
            named = {"name": shown.names[shown.marked], "value": own}
            said.append(texts("comparison_chart.own_value", **named))
        limited = n_limited(part, shown)
        if limited:
            said.append(texts("comparison_chart.limited", n=limited))
        yield texts("comparison_chart.said", name=name, list=", ".join(said))


def gate_sentences(shown: ShownComparison, texts: Texts) -> Iterable[str]:
    """What is said of each minimum requirement: in how many assessments it stands how."""
    for row in gate_rows(shown.comparison):
        counts = Counter(row.statuses)
        said = ", ".join(
            texts("distribution.alt_part", name=texts(f"gate.{status}"), n=counts[status])
            for status in GateStatus
        )
        yield texts("comparison_chart.said", name=row.item.title, list=said)


def row_sentence(name: str, columns: Iterable[Column], at: int, texts: Texts) -> str:
    """All that a heatmap says of one assessment."""
    cells = (texts("comparison_chart.pair", label=one.name, value=one.words[at]) for one in columns)
    return texts("comparison_chart.said", name=name, list="; ".join(cells))


def n_limited(part: ComparedPart, shown: ShownComparison) -> int:
    """How many of the values shown are limited in comparability."""
    return sum(part.limited[at] and part.values[at] is not None for at in shown.others)


def _known(part: ComparedPart, places: Iterable[int]) -> list[float]:
    return [value for at in places if (value := part.values[at]) is not None]


def _only(known: Known, value: float) -> str:
    """The name with this value; empty if several have it."""
    names = [name for name, other in known if other == value]
    return names[0] if len(names) == 1 else ""


def _small_title(parts: Iterable[ComparedPart], texts: Texts) -> str:
    known = [value for part in parts for value in part.values if value is not None]
    if not known:
        return texts("comparison_chart.values_none")
    ends = {"low": texts.number(min(known)), "high": texts.number(max(known))}
    return texts("comparison_chart.values_range", **ends)


def _widest(shown: ShownComparison, texts: Texts) -> str:
    """Where the values are furthest apart; nothing of groups too small for a median."""
    spans = []
    for name, part in named_parts(ComparisonChart.STRIPS, shown):
        known = [rounded(end) for end in _ends(part, shown)]
        if known and not shown.statistics(part).suppressed:
            spans.append((name, rounded(known[1] - known[0]), known))
    widest = max((span for _, span, _ in spans), default=0.0)
    found = [(name, ends) for name, span, ends in spans if span == widest]
    if len(found) != 1 or not widest:
        return ""
    name, (low, high) = found[0]
    ends = {"low": texts.number(low), "high": texts.number(high)}
    return texts("comparison_chart.widest", name=name, **ends)


def _ends(part: ComparedPart, shown: ShownComparison) -> list[float]:
    known = _known(part, shown.others)
    return [min(known), max(known)] if known else []


def _own_places(shown: ShownComparison, texts: Texts) -> str:
    """In how many blocks one's own value is above, below and at the median."""
    if shown.marked is None:
        return ""
    gaps = [
        rounded(value) - rounded(median)
        for part in shown.comparison.blocks
        if (value := part.values[shown.marked]) is not None
        and (median := shown.statistics(part).median) is not None
    ]
    if not gaps:
        return ""
    return texts(
        "comparison_chart.own_places",
        name=shown.names[shown.marked],
        above=sum(gap > 0 for gap in gaps),
        below=sum(gap < 0 for gap in gaps),
        same=gaps.count(0),
    )


def _field_counts(
    parts: Iterable[ComparedPart], shown: ShownComparison, texts: Texts
) -> Iterable[str]:
    quick = [one.quick for one in shown.comparison.chosen]
    fields = [
        (value, limited)
        for part in parts
        for value, limited, told in zip(part.values, part.limited, quick, strict=True)
        if not told
    ]
    missing = sum(value is None for value, _ in fields)
    limited = sum(marked and value is not None for value, marked in fields)
    if missing:
        yield texts("comparison_chart.fields_none", n=missing)
    if limited:
        yield texts("comparison_chart.fields_limited", n=limited)


def _gates_title(shown: ShownComparison, texts: Texts) -> str:
    counts = gate_counts(shown.comparison)
    if not counts:
        return texts("comparison_chart.gates_small")
    lacking = [(count.item.title, float(count.lacking)) for count in counts]
    low, high = min(n for _, n in lacking), max(n for _, n in lacking)
    if not high:
        return texts("comparison_chart.gates_fine")
    total = texts.count(counts[0].n)
    name = _only(lacking, high)
    if name:
        n = texts.count(int(high))
        return texts("comparison_chart.gates_most", name=name, n=n, total=total)
    if low == high:
        return texts("comparison_chart.gates_same", n=texts.count(int(low)), total=total)
    ends = {"low": texts.count(int(low)), "high": texts.count(int(high))}
    return texts("comparison_chart.gates_range", total=total, **ends)


def _gates_counts(shown: ShownComparison, texts: Texts) -> str:
    counts = Counter(status for row in gate_rows(shown.comparison) for status in row.statuses)
    return texts(
        "comparison_chart.gates_counts",
        met=counts[GateStatus.MET],
        missing=counts[GateStatus.MISSING],
        unclear=counts[GateStatus.UNCLEAR],
        before=counts[GateStatus.BEFORE_FIRST_USE],
    )
