"""What changed between two rounds of one municipality, and why.

The change of a building block's value is split into four parts that add up to it. They are taken
one after the other, each starting from where the one before has ended:

1. **real**: items asked both times in the same meaning and answered with a level both times take
   their new level;
2. **newly answered**: of those items, the ones whose level was not known and now is, or the other
   way round;
3. **not applicable**: of those items, the ones that did not apply and now do, or the other way
   round;
4. **questionnaire**: everything else: items that one round does not ask (another version, another
   extent), items with other level texts, other weights, other facets.

The same meaning is the same id with the same five level texts. Another order would give other
parts: the real change comes first, so that it is measured with the weights and among the answers
of the earlier round. Between the two ends no coverage is asked for; if nothing at all is answered
there, the change counts to the part after it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from kiassess.domain.assessment import Answer, AnswerState, OpenAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.questionnaire import BuildingBlock, Item
from kiassess.domain.scoring import Score, balanced_score, rate, score_rated

Choice = Callable[[Answer, Answer], bool]


@dataclass(frozen=True, slots=True)
class Split:
    """The change of a value in its parts, in levels."""

    real: float
    newly_answered: float
    not_applicable: float
    questionnaire: float

    @property
    def total(self) -> float:
        """All parts together."""
        return self.real + self.newly_answered + self.not_applicable + self.questionnaire


@dataclass(frozen=True, slots=True)
class BlockChange:
    """One building block in two rounds.

    Attributes:
        id: ``BuildingBlock.id``.
        before: In the earlier round, as its own profile shows it.
        after: In the later round, likewise.
        split: Why the value changed; ``None`` unless both rounds have one.
    """

    id: str
    before: Score
    after: Score
    split: Split | None

    @property
    def bands_apart(self) -> bool:
        """Whether the bands do not touch: then the block has changed whatever is still unknown."""
        one, other = self.before, self.after
        if one.low is None or one.high is None or other.low is None or other.high is None:
            return False
        return one.high < other.low or other.high < one.low


@dataclass(frozen=True, slots=True)
class MovedItem:
    """An item that moved by a level or more.

    Attributes:
        item: As the later round asks it.
        before: Level of the earlier round.
        after: Level of the later round.
        who_before: Who answered then, as far as it is known.
        who_after: Who answered now.
    """

    item: Item
    before: int
    after: int
    who_before: tuple[str, ...]
    who_after: tuple[str, ...]

    @property
    def others_answered(self) -> bool:
        """Whether other people answered now than then, where both are known."""
        known = bool(self.who_before and self.who_after)
        return known and set(self.who_before) != set(self.who_after)


@dataclass(frozen=True, slots=True)
class RoundChange:
    """Two rounds of one municipality.

    Attributes:
        blocks: The building blocks that both know, in the order of the later round; without
            numbers if a round is a quick check.
        moved: The items that moved by a level or more, in the order they are asked.
        n_common: Items asked both times in the same meaning.
        n_others_answered: Of those answered both times, how many were answered by others.
    """

    blocks: tuple[BlockChange, ...]
    moved: tuple[MovedItem, ...]
    n_common: int
    n_others_answered: int

    def in_words_of(self, items: Mapping[str, Item]) -> "RoundChange":
        """The same with the words of other items by id, where there are any."""
        moved = (replace(one, item=items.get(one.item.id, one.item)) for one in self.moved)
        return replace(self, moved=tuple(moved))


def compare_rounds(then: OpenAssessment, now: OpenAssessment) -> RoundChange:
    """What changed from one round to another."""
    common = _common(then, now)
    quick = Extent.QUICK in {then.assessment.extent, now.assessment.extent}
    known = {block.id: block for block in then.questionnaire.blocks}
    both = [
        MovedItem(item, before, after, who_answered(then, item.id), who_answered(now, item.id))
        for item in common
        if (before := then.answer(item.id).level) is not None
        and (after := now.answer(item.id).level) is not None
    ]
    steps = _steps(then, now, common)
    return RoundChange(
        blocks=tuple(
            _block_change(known[block.id], block, then, now, steps=steps)
            for block in now.questionnaire.blocks
            if block.id in known and not quick
        ),
        moved=tuple(item for item in both if item.before != item.after),
        n_common=len(common),
        n_others_answered=sum(item.others_answered for item in both),
    )


def who_answered(opened: OpenAssessment, item_id: str) -> tuple[str, ...]:
    """Who stands behind the answer that counts; empty if nobody has said.

    Voices count where their answer does; an agreed answer is that of the person in charge.
    """
    answer = opened.answer(item_id)
    voices = () if item_id in opened.agreed else opened.voices.get(item_id, ())
    saying = [v.respondent for v in voices if _said(v.answer) == _said(answer)]
    return tuple(sorted(saying)) or ((answer.responsible,) if answer.responsible else ())


def _said(answer: Answer) -> tuple[AnswerState, int | None]:
    return answer.state, answer.level


def _common(then: OpenAssessment, now: OpenAssessment) -> tuple[Item, ...]:
    """The items that mean the same in both rounds, as the later one asks them."""
    if then.questionnaire.id != now.questionnaire.id:
        return ()
    before = {item.id: item.levels for item in then.items()}
    return tuple(item for item in now.items() if before.get(item.id) == item.levels)


def _steps(
    then: OpenAssessment, now: OpenAssessment, common: Iterable[Item]
) -> tuple[Mapping[str, Answer], ...]:
    """The answers to the earlier questionnaire, each part of the change taken in one more."""
    ids = [item.id for item in common]
    answers, found = dict(then.answers), []
    for belongs in (_real, _newly_answered, _not_applicable):
        for item_id in ids:
            before, after = then.answer(item_id), now.answer(item_id)
            if _said(before) != _said(after) and belongs(before, after):
                answers[item_id] = after
        found.append(dict(answers))
    return tuple(found)


def _real(before: Answer, after: Answer) -> bool:
    return before.level is not None and after.level is not None


def _not_applicable(before: Answer, after: Answer) -> bool:
    return AnswerState.NOT_APPLICABLE in {before.state, after.state}


def _newly_answered(before: Answer, after: Answer) -> bool:
    return not _real(before, after) and not _not_applicable(before, after)


def _block_change(
    block: BuildingBlock,
    newer: BuildingBlock,
    then: OpenAssessment,
    now: OpenAssessment,
    *,
    steps: Iterable[Mapping[str, Answer]],
) -> BlockChange:
    before = balanced_score(block, rate(block.id, then.items(), then.answers))
    after = balanced_score(newer, rate(newer.id, now.items(), now.answers))
    if before.value is None or after.value is None:
        return BlockChange(block.id, before, after, None)
    stops = [before.value]
    for answers in steps:
        known = _value(block, then.items(), answers)
        stops.append(stops[-1] if known is None else known)
    stops.append(after.value)
    parts = [to - start for start, to in pairwise(stops)]
    return BlockChange(block.id, before, after, Split(*parts))


def _value(
    block: BuildingBlock, items: Iterable[Item], answers: Mapping[str, Answer]
) -> float | None:
    """The value on the way, whatever the coverage; ``None`` if nothing is answered."""
    rated = rate(block.id, items, answers)
    value = balanced_score(block, rated).value
    if value is not None:
        return value
    return score_rated(r for r in rated if r.level is not None).value
