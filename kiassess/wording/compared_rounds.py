"""What the charts of two assessments and of several rounds say: titles, summaries, values.

Values are compared as they are shown, with one decimal; the largest change or gap is only named
where no other is as large.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kiassess.domain.compared_round import body_of
from kiassess.domain.numbers import rounded
from kiassess.domain.scoring import Score
from kiassess.domain.shown_comparison import (
    BlockRounds,
    ComparisonChart,
    ShownComparison,
    block_rounds,
    by_day,
    two_rounds,
)
from kiassess.wording.compared_columns import LIMITED
from kiassess.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class Rounds:
    """Building blocks in two or more assessments, with what those are called.

    Attributes:
        names: What each assessment is called.
        blocks: The building blocks with one score an assessment.
        places: Of the assessments in the comparison.
    """

    names: tuple[str, ...]
    blocks: tuple[BlockRounds, ...]
    places: tuple[int, ...]


class _Move(NamedTuple):
    """A block that has both values, as they are shown."""

    name: str
    before: float
    after: float

    @property
    def gap(self) -> float:
        return rounded(self.after - self.before)


def rounds_shown(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> Rounds:
    """What two rounds, a trend or a radar shows.

    Rounds of one municipality are called by their days, or by their number in an anonymous
    comparison; two municipalities by their names.

    Args:
        kind: ``ROUNDS``, ``TREND`` or ``RADAR``.
        shown: The comparison.
        texts: The language.
    """
    match kind:
        case ComparisonChart.TREND:
            places = shown.rounds
            blocks = block_rounds(shown, places)
        case ComparisonChart.ROUNDS:
            places = () if shown.pair is None else by_day(shown, shown.pair)
            blocks = two_rounds(shown)
        case _:
            places = () if shown.pair is None else shown.pair
            blocks = block_rounds(shown, places)
    return Rounds(tuple(_names(shown, places, texts)), blocks, tuple(places))


def shown_words(score: Score, *, limited: bool, texts: Texts) -> str:
    """A value with “*” where it is limited; a dash where there is none."""
    return f"{texts.number(score.value)}{LIMITED if limited and score.value is not None else ''}"


def rounds_title(kind: ComparisonChart, rounds: Rounds, texts: Texts) -> str:
    """One line with the message."""
    moves = _moves(rounds)
    if not moves:
        return texts("comparison_chart.rounds_nothing")
    if kind is ComparisonChart.RADAR:
        return _radar_title(moves, texts)
    ends = {"earlier": rounds.names[0], "later": rounds.names[-1]}
    if len(moves) == 1:
        only = moves[0]
        named = {"before": texts.number(only.before), "after": texts.number(only.after)}
        return texts("comparison_chart.rounds_title_single", name=only.name, **named, **ends)
    missing = len(rounds.blocks) - len(moves)
    if missing:
        counts = {"missing": missing, **_counts(moves)}
        return texts("comparison_chart.rounds_title_partly", **ends, **counts)
    return texts("comparison_chart.rounds_title", **ends, **_counts(moves))


def rounds_summary(
    kind: ComparisonChart, shown: ShownComparison, rounds: Rounds, texts: Texts
) -> tuple[str, ...]:
    """At most three sentences."""
    moves, n_items = _moves(rounds), len(shown.comparison.items)
    match kind:
        case ComparisonChart.TREND:
            ends = {"first": rounds.names[0], "last": rounds.names[-1]}
            basis = texts("comparison_chart.trend_span", n=len(rounds.names), items=n_items, **ends)
            missing = sum(s.value is None for block in rounds.blocks for s in block.scores)
            gaps = texts("comparison_chart.fields_none", n=missing) if missing else ""
            found = (basis, _most(moves, texts), gaps)
        case ComparisonChart.ROUNDS:
            basis = texts("comparison_chart.basis_rounds", items=n_items)
            if shown.change is not None:
                basis = texts("comparison_chart.basis_own")
            found = (basis, _most(moves, texts), _apart(rounds, texts))
        case _:
            basis = texts("comparison_chart.basis_rounds", items=n_items)
            names = {"one": rounds.names[0], "other": rounds.names[1]}
            counts = _counts([_Move(m.name, m.after, m.before) for m in moves])
            counted = texts("comparison_chart.radar_counts", **names, **counts) if moves else ""
            found = (basis, counted, "")
    return tuple(sentence for sentence in found if sentence)


def round_sentences(rounds: Rounds, texts: Texts) -> Iterable[str]:
    """Each building block with all its values and bands."""
    for block in rounds.blocks:
        marked = zip(rounds.names, block.scores, block.limited, strict=True)
        said = "; ".join(
            texts(
                "comparison_chart.own_value",
                name=name,
                value=_with_band(score, shown_words(score, limited=limited, texts=texts), texts),
            )
            for name, score, limited in marked
        )
        yield texts("comparison_chart.said", name=block.name, list=said)


def band_words(score: Score, texts: Texts) -> str:
    """From where to where the value could move; a dash where nothing is known."""
    low, high = texts.number(score.low), texts.number(score.high)
    return low if score.low is None else f"{low}–{high}"


def change_words(before: Score, after: Score, texts: Texts) -> str:
    """The difference of two values as they are shown, with its sign; a dash without both."""
    if before.value is None or after.value is None:
        return texts.number(None)
    gap = rounded(rounded(after.value) - rounded(before.value))
    sign = "+" if gap > 0 else "−" if gap < 0 else "±"
    return f"{sign}{texts.number(abs(gap))}"


def _names(shown: ShownComparison, places: Sequence[int], texts: Texts) -> Iterable[str]:
    chosen = [shown.comparison.chosen[at] for at in places]
    alone = len({body_of(one.municipality) for one in chosen}) == 1
    days = [texts.day(one.round_date) for one in chosen]
    if shown.anonymous or not alone or len(set(days)) < len(days):
        return (shown.names[at] for at in places)
    return days


def _moves(rounds: Rounds) -> list[_Move]:
    """From the first assessment to the last, for each block that has a value in both."""
    return [
        _Move(block.name, rounded(before), rounded(after))
        for block in rounds.blocks
        if (before := block.scores[0].value) is not None
        and (after := block.scores[-1].value) is not None
    ]


def _counts(moves: Iterable[_Move]) -> dict[str, int]:
    gaps = [move.gap for move in moves]
    return {
        "higher": sum(gap > 0 for gap in gaps),
        "lower": sum(gap < 0 for gap in gaps),
        "same": gaps.count(0),
    }


def _largest(moves: Sequence[_Move]) -> _Move | None:
    """The one with the largest gap; none if several share it, or nothing moved."""
    largest = max((abs(move.gap) for move in moves), default=0.0)
    found = [move for move in moves if abs(move.gap) == largest]
    return found[0] if largest and len(found) == 1 else None


def _most(moves: Sequence[_Move], texts: Texts) -> str:
    most = _largest(moves) if len(moves) > 1 else None
    if most is None:
        return ""
    named = {"before": texts.number(most.before), "after": texts.number(most.after)}
    return texts("comparison_chart.rounds_most", name=most.name, **named)


def _radar_title(moves: Sequence[_Move], texts: Texts) -> str:
    most = _largest(moves)
    if most is None:
        gap = texts.number(max(abs(move.gap) for move in moves))
        return texts("comparison_chart.radar_within", gap=gap)
    values = {"a": texts.number(most.before), "b": texts.number(most.after)}
    return texts("comparison_chart.radar_most", name=most.name, **values)


def _apart(rounds: Rounds, texts: Texts) -> str:
    """In which blocks the bands do not touch."""
    known = [block for block in rounds.blocks if all(s.low is not None for s in block.scores)]
    if not known:
        return ""
    apart = [block.name for block in known if _bands_apart(*block.scores)]
    if not apart:
        moved = any(move.gap for move in _moves(rounds))
        return texts("comparison_chart.rounds_overlap") if moved else ""
    return texts("comparison_chart.rounds_apart", list=", ".join(apart))


def _bands_apart(one: Score, other: Score) -> bool:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.high < other.low or other.high < one.low


def _with_band(score: Score, value: str, texts: Texts) -> str:
    if score.low is None:
        return value
    ends = {"low": texts.number(score.low), "high": texts.number(score.high)}
    return texts("comparison_chart.with_band", value=value, **ends)
