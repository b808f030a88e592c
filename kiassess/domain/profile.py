"""The readiness profile: gates first, then blocks and areas, and what is still unknown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from kiassess.domain.assessment import AiInUse, Answer, AnswerState, OpenAssessment
from kiassess.domain.kinds import Extent, NotApplicableRule
from kiassess.domain.questionnaire import GATE_LEVEL, BuildingBlock, Item
from kiassess.domain.scoring import (
    BlockScore,
    Score,
    balanced_score,
    rate,
    score_area,
    score_block,
)

OTHER_WEIGHTS = (1, 3)  # weights of the primary block an order has to survive
SAME = 1e-9  # two values closer than this count as equal
MEDIUM_FROM = 1.3
HIGH_FROM = 2.5


class Tendency(StrEnum):
    """What the quick check says instead of a number."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class GateStatus(StrEnum):
    """How a minimum requirement stands."""

    MET = "met"
    MISSING = "missing"
    UNCLEAR = "unclear"  # nobody knows, or nobody has answered
    BEFORE_FIRST_USE = "before_first_use"  # needed before the first AI is used


@dataclass(frozen=True, slots=True)
class GateResult:
    """One minimum requirement.

    Attributes:
        item_id: ``Item.id``.
        level: The level answered, if any.
        state: What was answered.
        status: What follows.
    """

    item_id: str
    level: int | None
    state: AnswerState
    status: GateStatus

    @property
    def met(self) -> bool:
        """Whether level 2 is reached."""
        return self.status is GateStatus.MET


@dataclass(frozen=True, slots=True)
class BlockResult:
    """One building block or area in the profile.

    Attributes:
        id: ``BuildingBlock.id`` or ``Area.id``.
        name: As the user reads it.
        scored: Value, band, coverage, facets, secured level. In the quick check its numbers
            are ``None``: there are tendencies only.
        tendency: In the quick check; ``None`` below the coverage needed.
    """

    id: str
    name: str
    scored: BlockScore
    tendency: Tendency | None = None

    @property
    def score(self) -> Score:
        """Value, band and coverage."""
        return self.scored.score


@dataclass(frozen=True, slots=True)
class Profile:
    """All that an assessment says, as of its answers.

    Attributes:
        extent: Which selection of items was asked.
        ai_in_use: As stated; ``None`` if nobody has said.
        blocks: The building blocks in their fixed order.
        areas: The areas in the order they are asked; without secured level.
        gates: The minimum requirements asked.
        unknown_items: Ids of the items answered “weiß nicht”.
        open_items: Ids of the items nobody has answered.
        order_is_robust: Whether highest and lowest block stay the same with other weights and
            with any one item left out.
        n_items: Items asked.
        n_answered: Items a level was chosen for; what the tendencies rest on.
    """

    extent: Extent
    ai_in_use: AiInUse | None
    blocks: tuple[BlockResult, ...]
    areas: tuple[BlockResult, ...]
    gates: tuple[GateResult, ...]
    unknown_items: tuple[str, ...]
    open_items: tuple[str, ...]
    order_is_robust: bool
    n_items: int
    n_answered: int

    @property
    def tendencies_only(self) -> bool:
        """Whether the profile shows tendencies and no numbers."""
        return self.extent is Extent.QUICK

    @property
    def gates_met(self) -> int:
        """How many minimum requirements are met."""
        return sum(gate.met for gate in self.gates)


def make_profile(opened: OpenAssessment) -> Profile:
    """Work out the profile of an assessment from its answers."""
    items, answers = opened.items(), opened.answers
    blocks = opened.questionnaire.blocks
    scored = [score_block(b, items, answers, target_of=opened.target) for b in blocks]
    asked = {item.id for item in items}
    quick = opened.assessment.extent is Extent.QUICK
    result = _tendency_result if quick else BlockResult
    return Profile(
        extent=opened.assessment.extent,
        ai_in_use=opened.assessment.ai_in_use,
        blocks=tuple(result(b.id, b.name, s) for b, s in zip(blocks, scored, strict=True)),
        areas=tuple(
            result(area.id, area.name, _area(area.id, area.items, asked, answers))
            for area in opened.questionnaire.areas
            if any(item.id in asked for item in area.items)
        ),
        gates=tuple(
            gate_result(item, opened.answer(item.id), opened.assessment.ai_in_use)
            for item in items
            if item.gate
        ),
        unknown_items=_in_state(opened, AnswerState.UNKNOWN),
        open_items=_in_state(opened, AnswerState.OPEN),
        order_is_robust=order_is_robust(blocks, items, answers),
        n_items=len(items),
        n_answered=len(_in_state(opened, AnswerState.ANSWERED)),
    )


def gate_result(item: Item, answer: Answer, ai_in_use: AiInUse | None) -> GateResult:
    """How one minimum requirement stands.

    A requirement that only matters once AI is used is never “missing” while none is: it is
    needed before the first use.
    """
    known = partial(GateResult, item.id, answer.level, answer.state)
    if answer.level is not None and answer.level >= GATE_LEVEL:
        return known(GateStatus.MET)
    if item.not_applicable is NotApplicableRule.WHILE_NO_AI and ai_in_use is AiInUse.NO:
        return known(GateStatus.BEFORE_FIRST_USE)
    if answer.state is AnswerState.NOT_APPLICABLE and ai_in_use is not AiInUse.YES:
        return known(GateStatus.BEFORE_FIRST_USE)
    return known(GateStatus.UNCLEAR if answer.level is None else GateStatus.MISSING)


def tendency(score: Score) -> Tendency | None:
    """Low below 1.3, high from 2.5 on, medium between; ``None`` where there is no value."""
    if score.value is None:
        return None
    if score.value < MEDIUM_FROM - SAME:
        return Tendency.LOW
    return Tendency.MEDIUM if score.value < HIGH_FROM - SAME else Tendency.HIGH


def order_is_robust(
    blocks: Sequence[BuildingBlock], items: Sequence[Item], answers: Mapping[str, Answer]
) -> bool:
    """Whether the highest and the lowest block are so under every variation.

    The variations: primary to secondary weight 1:1 and 3:1 instead of 2:1, and each item left
    out in turn. Blocks of equal value share their place; a place that gains or loses a block
    has changed.
    """
    usual = {block.id: rate(block.id, items, answers) for block in blocks}
    values = {block.id: balanced_score(block, usual[block.id]).value for block in blocks}
    places = _extremes(values)
    for weight in OTHER_WEIGHTS:
        other = (rate(block.id, items, answers, primary_weight=weight) for block in blocks)
        weighed = (balanced_score(*pair).value for pair in zip(blocks, other, strict=True))
        if _extremes(dict(zip(values, weighed, strict=True))) != places:
            return False
    by_id = {block.id: block for block in blocks}
    for left_out in items:
        without = {
            c.block_id: balanced_score(
                by_id[c.block_id], [r for r in usual[c.block_id] if r.item is not left_out]
            ).value
            for c in left_out.contributions
            if c.block_id in by_id
        }
        if _extremes(values | without) != places:
            return False
    return True


def _extremes(values: Mapping[str, float | None]) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the lowest and of the highest blocks."""
    known = {block: value for block, value in values.items() if value is not None}
    if not known:
        return frozenset(), frozenset()
    lowest, highest = min(known.values()), max(known.values())
    return (
        frozenset(block for block, value in known.items() if value - lowest < SAME),
        frozenset(block for block, value in known.items() if highest - value < SAME),
    )


def _area(
    area_id: str, items: Sequence[Item], asked: set[str], answers: Mapping[str, Answer]
) -> BlockScore:
    present = [item for item in items if item.id in asked]
    states = [answers[item.id].state for item in present if item.id in answers]
    excluded = states.count(AnswerState.NOT_APPLICABLE)
    return BlockScore(
        id=area_id,
        score=score_area(present, answers),
        facets=(),
        secured_level=None,
        limited_comparability=excluded * 4 > len(present),
    )


def _tendency_result(block_id: str, name: str, scored: BlockScore) -> BlockResult:
    silent = [
        replace(facet, score=replace(facet.score, value=None, low=None, high=None))
        for facet in scored.facets
    ]
    return BlockResult(
        block_id,
        name,
        replace(
            scored,
            score=replace(scored.score, value=None, low=None, high=None),
            facets=tuple(silent),
            secured_level=None,
            target=None,
            gap=None,
        ),
        tendency(scored.score),
    )


def _in_state(opened: OpenAssessment, state: AnswerState) -> tuple[str, ...]:
    return tuple(item.id for item in opened.items() if opened.answer(item.id).state is state)
