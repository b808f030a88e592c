"""How a value comes about, in sentences with the numbers in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kiassess.domain.assessment import AnswerState
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.scoring import COVERAGE_PERCENT, FACET_ITEMS, SECURED_PERCENT
from kiassess.domain.trace import Part, Trace, TraceRow
from kiassess.wording.texts import Texts

TERMS = 12  # of a sum before it says “… + 3 more”
PLACES = 3  # after the point, before a result is rounded
GAP = "\N{NO-BREAK SPACE}"  # a term is never torn apart at the end of a line
TIMES, OVER, SO = f"{GAP}×{GAP}", f"{GAP}÷{GAP}", f"{GAP}→{GAP}"
ELLIPSIS = "…"

Pair = tuple[int, int]  # a weight, and the level it is multiplied with


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or two of an explanation.

    Attributes:
        topic: What it is about, in one or two words; lines of one topic follow each other.
        text: What is said.
    """

    topic: str
    text: str


def trace_lines(trace: Trace, texts: Texts) -> tuple[Line, ...]:
    """The rule and the calculation behind a value, from the value itself to its rounding."""
    topics: tuple[tuple[str, Callable[[Trace, Texts], Iterator[str]]], ...] = (
        ("rule", _rule),
        ("value", _value),
        ("band", _band),
        ("coverage", _coverage),
        ("secured", _secured),
        ("target", _target),
        ("rounding", _rounding),
    )
    return tuple(
        Line(texts(f"trace.{topic}"), text) for topic, say in topics for text in say(trace, texts)
    )


def left_out_words(row: TraceRow, texts: Texts) -> str:
    """Whether an item counts in the value, and if not, why and what it does instead."""
    return texts(f"trace.left_{row.left_out}" if row.left_out else "trace.counted")


def _rule(trace: Trace, texts: Texts) -> Iterator[str]:
    yield texts(_named("rule", trace))
    if trace.balanced:
        yield texts("trace.halves_equal")
    elif trace.halves and trace.pooled.applicable:
        share = texts.share(COVERAGE_PERCENT / 100)
        yield texts("trace.halves_pooled", least=FACET_ITEMS, share=share)
        for half in trace.halves:
            yield texts(
                "trace.half",
                name=half.name,
                n=half.score.n_items,
                answered=half.answered,
                total=half.applicable,
            )


def _value(trace: Trace, texts: Texts) -> Iterator[str]:
    pooled = trace.pooled
    if not pooled.applicable:
        yield texts("trace.nothing_applies")
    elif trace.balanced:
        for half in trace.halves:
            formula = _mean(_known(half.rows), texts)
            yield texts("trace.half_formula", name=half.name, formula=formula)
        yield texts("trace.mean_formula", formula=_mean_of(trace.halves, _exact_value, texts))
    elif trace.score.value is None:
        yield texts(
            _named("no_value", trace),
            answered=pooled.answered,
            total=pooled.applicable,
            needed=pooled.needed,
            share=texts.share(COVERAGE_PERCENT / 100),
        )
    else:
        yield _mean(_known(pooled.rows), texts, plain=trace.of_area)


def _band(trace: Trace, texts: Texts) -> Iterator[str]:
    pooled = trace.pooled
    if not pooled.applicable:
        return
    if pooled.answered == pooled.applicable:
        yield texts("trace.band_none")
        return
    for level, exact in ((0, _exact_low), (TOP_LEVEL, _exact_high)):
        if not trace.balanced:
            yield _band_end(_named("band", trace), pooled, level, texts)
            continue
        for half in trace.halves:
            yield _band_end("trace.band_half", half, level, texts)
        yield texts("trace.mean_formula", formula=_mean_of(trace.halves, exact, texts))


def _coverage(trace: Trace, texts: Texts) -> Iterator[str]:
    pooled = trace.pooled
    if pooled.applicable:
        share = texts.share(trace.score.coverage)
        yield texts(
            _named("coverage", trace),
            total=pooled.applicable,
            answered=pooled.answered,
            share=share,
        )
    states = [row.state for row in trace.rows]
    unclear = states.count(AnswerState.UNKNOWN) + states.count(AnswerState.OPEN)
    excluded = states.count(AnswerState.NOT_APPLICABLE)
    if unclear:
        yield texts("trace.unclear", n=unclear)
    if excluded:
        yield texts("trace.not_applicable", n=excluded)


def _secured(trace: Trace, texts: Texts) -> Iterator[str]:
    """The levels up to the first one that is not secured."""
    if trace.secured_level is None:
        return
    needed = texts.share(SECURED_PERCENT / 100)
    yield texts("trace.secured_is", level=trace.secured_level, share=needed)
    for share in trace.secured_shares[: trace.secured_level + 1]:
        sentence = texts(
            "trace.holds" if share.holds else "trace.fails",
            level=share.level,
            reached=share.reached,
            total=share.total,
            needed=share.needed,
        )
        titles = ", ".join(item.title for item in share.lagging)
        behind = texts("trace.lagging", list=titles) if titles else ""
        yield f"{sentence} {behind}".rstrip()


def _target(trace: Trace, texts: Texts) -> Iterator[str]:
    wanted = [(r.weight, r.target) for r in trace.rows if r.applies and r.target is not None]
    if not wanted:
        return
    yield texts("trace.target_is", formula=_mean(wanted, texts))
    missing = [
        (row.weight, max(0, row.target - row.level))
        for row in trace.rows
        if row.applies and row.level is not None and row.target is not None
    ]
    if missing:
        yield texts("trace.gap_is", formula=_mean(missing, texts))
    else:
        yield texts("trace.gap_none")


def _rounding(trace: Trace, texts: Texts) -> Iterator[str]:
    if trace.pooled.applicable:
        yield texts("trace.rounding_is")


def _named(sentence: str, trace: Trace) -> str:
    """The key of a sentence that differs for areas, where weights need no mention."""
    return f"trace.{sentence}_{'area' if trace.of_area else 'block'}"


def _known(rows: Sequence[TraceRow]) -> list[Pair]:
    return [(row.weight, row.level) for row in rows if row.level is not None]


def _mean(pairs: Sequence[Pair], texts: Texts, *, plain: bool = False) -> str:
    """A weighted mean with all its steps: terms, sums, exact result, rounded result.

    Args:
        pairs: Weights and levels; at least one.
        texts: The language.
        plain: Whether all weights are 1 and need no mention.
    """
    terms = [str(level) if plain else f"{weight}{TIMES}{level}" for weight, level in pairs]
    total = sum(weight for weight, _ in pairs)
    points = sum(weight * level for weight, level in pairs)
    steps = f"({_listed(terms, texts)}){OVER}{total} = {points}{OVER}{total}"
    return f"{steps} = {_result(Fraction(points, total), texts)}"


def _band_end(key: str, part: Part, level: int, texts: Texts) -> str:
    """The value if all that is unclear were at one level."""
    unclear = part.applicable - part.answered
    exact = Fraction(part.points + level * unclear, part.applicable)
    terms = f"({part.points} + {unclear}{TIMES}{level}){OVER}{part.applicable}"
    formula = f"{terms} = {_result(exact, texts)}"
    return texts(key, name=part.name, unclear=unclear, level=level, formula=formula)


def _mean_of(halves: Sequence[Part], exact: Callable[[Part], Fraction], texts: Texts) -> str:
    found = [exact(half) for half in halves]
    terms = " + ".join(_exactly(value, texts) for value in found)
    mean = sum(found, Fraction()) / len(found)
    return f"({terms}){OVER}{len(found)} = {_result(mean, texts)}"


def _exact_value(part: Part) -> Fraction:
    return Fraction(part.points, part.answered)


def _exact_low(part: Part) -> Fraction:
    return Fraction(part.points, part.applicable)


def _exact_high(part: Part) -> Fraction:
    unclear = part.applicable - part.answered
    return Fraction(part.points + TOP_LEVEL * unclear, part.applicable)


def _listed(terms: Sequence[str], texts: Texts) -> str:
    """Terms of a sum; behind ``TERMS`` their number."""
    if len(terms) <= TERMS + 1:  # “and one more” takes as much room as the term
        return " + ".join(terms)
    rest = len(terms) - TERMS
    return texts("trace.more", list=" + ".join(terms[:TERMS]), n=rest)


def _result(value: Fraction, texts: Texts) -> str:
    """The exact number, and what it is rounded to where that differs."""
    exact, shown = _exactly(value, texts), texts.number(float(value))
    return shown if exact == shown else f"{exact}{SO}{shown}"


def _exactly(value: Fraction, texts: Texts) -> str:
    """A number with as many places as it has; behind ``PLACES`` an ellipsis, never rounded."""
    scale = 10**PLACES
    cut = value * scale // 1
    if Fraction(cut, scale) != value:
        return f"{texts.number(cut / scale, PLACES)}{ELLIPSIS}"
    places = next(n for n in range(1, PLACES + 1) if (value * 10**n).denominator == 1)
    return texts.number(float(value), places)
