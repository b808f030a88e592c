"""Scores of building blocks, facets and areas: value, band, coverage, secured level.

The rules, with w the weight of an item in a block (2 primary, 1 secondary), over the items that
apply (“trifft nicht zu” leaves the calculation):

* coverage = Σ w of answered items / Σ w
* value = Σ w·level / Σ w over answered items, shown from a coverage of 60 % on
* band = the value if everything unanswered were 0, and if it were 4
* a double block is the plain mean of its two facets, if each has at least 4 applicable items and
  60 % coverage; otherwise all its items are pooled
* secured level = the highest level that at least 75 % of the weight has reached, unanswered
  items counting as not reached, and to which every primary gate item holds up: it must have
  reached min(level, 2)

The thresholds are conventions of this method, not findings.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.kinds import LEVELS, TOP_LEVEL
from kiassess.domain.questionnaire import GATE_LEVEL, BuildingBlock, Contribution, Item

COVERAGE_PERCENT = 60  # below, there is no value
SECURED_PERCENT = 75  # of the weight must hold a level
LIMITED_PERCENT = 25  # more not applicable weight limits comparability
FACET_ITEMS = 4  # applicable items a facet needs to count as a half of its own
PRIMARY_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class Score:
    """A weighted mean of levels with everything needed to judge it.

    Attributes:
        value: In levels, 0.0–4.0, unrounded; ``None`` below the coverage needed.
        low: The value if everything unanswered were 0; ``None`` if nothing applies.
        high: The value if everything unanswered were 4; ``None`` if nothing applies.
        coverage: Share of the applicable weight that is answered, 0.0–1.0; ``None`` if
            nothing applies.
        n_items: Number of applicable items.
    """

    value: float | None
    low: float | None
    high: float | None
    coverage: float | None
    n_items: int


@dataclass(frozen=True, slots=True)
class FacetScore:
    """The score of one half of a double block."""

    id: str
    score: Score


@dataclass(frozen=True, slots=True)
class BlockScore:
    """What is known about one building block.

    Attributes:
        id: ``BuildingBlock.id``.
        score: Value, band and coverage.
        facets: The two halves of a double block, else empty.
        secured_level: 0–4; ``None`` if nothing applies.
        limited_comparability: Whether more than 25 % of the weight is not applicable.
        target: Weighted mean of the levels wanted, 0.0–4.0; ``None`` without any.
        gap: Weighted mean of what is missing to the targets, in levels, over the answered
            items that have a target; ``None`` without any.
    """

    id: str
    score: Score
    facets: tuple[FacetScore, ...]
    secured_level: int | None
    limited_comparability: bool
    target: float | None = None
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """One item as it counts in one block."""

    item: Item
    weight: int
    facet_id: str
    primary: bool
    answer: Answer

    @property
    def level(self) -> int | None:
        """The level answered, ``None`` while it is not known."""
        return self.answer.level

    @property
    def applies(self) -> bool:
        """Whether the item takes part in the calculation."""
        return self.answer.state is not AnswerState.NOT_APPLICABLE


def rate(
    block_id: str,
    items: Iterable[Item],
    answers: Mapping[str, Answer],
    *,
    primary_weight: int = PRIMARY_WEIGHT,
) -> tuple[Rated, ...]:
    """The items that feed a block, each with its weight and answer.

    Args:
        block_id: ``BuildingBlock.id``.
        items: The items asked.
        answers: By item id; a missing one is open.
        primary_weight: 2; other values only to see how robust an order is.
    """

    def weigh(contribution: Contribution) -> int:
        return primary_weight if contribution.primary else contribution.weight

    return tuple(
        Rated(item, weigh(c), c.facet_id, c.primary, answers.get(item.id) or Answer(item.id))
        for item in items
        for c in item.contributions
        if c.block_id == block_id
    )


def score_rated(rated: Iterable[Rated]) -> Score:
    """The pooled score of some items, whatever their facets."""
    applicable = [r for r in rated if r.applies]
    total = sum(r.weight for r in applicable)
    if not total:
        return Score(None, None, None, None, 0)
    known = [(r.weight, r.level) for r in applicable if r.level is not None]
    answered = sum(weight for weight, _ in known)
    points = sum(weight * level for weight, level in known)
    enough = answered * 100 >= COVERAGE_PERCENT * total
    return Score(
        value=points / answered if enough else None,
        low=points / total,
        high=(points + TOP_LEVEL * (total - answered)) / total,
        coverage=answered / total,
        n_items=len(applicable),
    )


def score_area(items: Iterable[Item], answers: Mapping[str, Answer]) -> Score:
    """The plain mean of an area: every item counts once, with the same band and coverage."""
    return score_rated(
        Rated(item, 1, "", primary=True, answer=answers.get(item.id) or Answer(item.id))
        for item in items
    )


def score_block(
    block: BuildingBlock,
    items: Iterable[Item],
    answers: Mapping[str, Answer],
    *,
    target_of: Callable[[Item], int | None] = lambda _: None,
) -> BlockScore:
    """Score one building block.

    Args:
        block: The block with its facets.
        items: The items asked.
        answers: By item id; a missing one is open.
        target_of: The level wanted for an item, or ``None``.
    """
    rated = rate(block.id, items, answers)
    facets = _facet_scores(block, rated)
    weight = sum(r.weight for r in rated)
    excluded = sum(r.weight for r in rated if not r.applies)
    return BlockScore(
        id=block.id,
        score=_balanced(score_rated(rated), [facet.score for facet in facets]),
        facets=facets,
        secured_level=_secured_level(rated),
        limited_comparability=excluded * 100 > LIMITED_PERCENT * weight,
        target=_target(rated, target_of),
        gap=_gap(rated, target_of),
    )


def balanced_score(block: BuildingBlock, rated: Sequence[Rated]) -> Score:
    """The score of a block made of the items given, the mean of its facets where they carry it."""
    return _balanced(score_rated(rated), [half.score for half in _facet_scores(block, rated)])


def _facet_scores(block: BuildingBlock, rated: Sequence[Rated]) -> tuple[FacetScore, ...]:
    return tuple(
        FacetScore(facet.id, score_rated(r for r in rated if r.facet_id == facet.id))
        for facet in block.facets
    )


def counts_as_half(facet: Score) -> bool:
    """Whether a facet is known well enough to count as one half of its block."""
    return facet.n_items >= FACET_ITEMS and facet.value is not None


def _balanced(pooled: Score, facets: list[Score]) -> Score:
    """The score of a block: the mean of its facets where they carry it, else pooled."""
    if not facets or not all(counts_as_half(facet) for facet in facets):
        return pooled
    return Score(
        value=_mean(facet.value for facet in facets),
        low=_mean(facet.low for facet in facets),
        high=_mean(facet.high for facet in facets),
        coverage=pooled.coverage,
        n_items=pooled.n_items,
    )


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known)


def _secured_level(rated: Iterable[Rated]) -> int | None:
    applicable = [r for r in rated if r.applies]
    total = sum(r.weight for r in applicable)
    if not total:
        return None
    secured = 0
    for level in LEVELS[1:]:
        reached = sum(r.weight for r in applicable if _reached(r, level))
        gates = (r for r in applicable if r.primary and r.item.gate)
        if reached * 100 < SECURED_PERCENT * total:
            break
        if not all(_reached(gate, min(level, GATE_LEVEL)) for gate in gates):
            break
        secured = level
    return secured


def _reached(rated: Rated, level: int) -> bool:
    return rated.level is not None and rated.level >= level


def _target(rated: Iterable[Rated], target_of: Callable[[Item], int | None]) -> float | None:
    wanted = [(r.weight, target_of(r.item)) for r in rated if r.applies]
    known = [(weight, target) for weight, target in wanted if target is not None]
    total = sum(weight for weight, _ in known)
    return sum(weight * target for weight, target in known) / total if total else None


def _gap(rated: Iterable[Rated], target_of: Callable[[Item], int | None]) -> float | None:
    missing = [
        (r.weight, max(0, target - r.level))
        for r in rated
        if r.applies and r.level is not None and (target := target_of(r.item)) is not None
    ]
    total = sum(weight for weight, _ in missing)
    return sum(weight * gap for weight, gap in missing) / total if total else None
