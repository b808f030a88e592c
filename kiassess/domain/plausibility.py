"""Whether the answers fit together: what is surprising, and worth a question.

A finding is never a mistake by itself, and no answer is changed because of one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiassess.domain.assessment import EvidenceType, OpenAssessment
from kiassess.domain.kinds import LEVELS

ALL_SAME_ITEMS = 5  # so many answers in an area make one and the same level surprising
HIGH_LEVEL = 3  # from here on a level should have a document behind it
JUMP_LEVELS = 2  # so many levels since the previous round are surprising
OLD_EVIDENCE_MONTHS = 24
BACKED = frozenset({EvidenceType.DOCUMENT, EvidenceType.VERIFIED})


class FindingKind(StrEnum):
    """What is surprising, in the order in which it is told."""

    CONTRADICTION = "contradiction"  # one answer is high, the other low
    JUMP = "jump"  # far from the answer of the previous round
    ALL_SAME = "all_same"  # a whole area at one level
    UNPROVEN = "unproven"  # a high level without a document
    OLD_EVIDENCE = "old_evidence"  # it may no longer hold
    AFTER_ROUND = "after_round"  # it is younger than the round it should back


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items whose answers hardly go together if one is high and the other low.

    Attributes:
        id: Stable key such as ``"p.roadmap-budget"``.
        first: ``Item.id`` of the higher one.
        at_least: Level 1–4 from which on the first is high.
        second: ``Item.id`` of the lower one, another one.
        below: Level 1–4 below which the second is low.
        finding: What does not go together, one sentence without blame.
        question: What to ask.

    Raises:
        ValueError: A rule above is broken.
    """

    id: str
    first: str
    at_least: int
    second: str
    below: int
    finding: str
    question: str

    def __post_init__(self) -> None:
        if self.first == self.second:
            raise ValueError("a pair needs two items")
        if any(level not in LEVELS[1:] for level in (self.at_least, self.below)):
            raise ValueError("both levels of a pair lie between 1 and 4")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is surprising about one or more answers.

    Attributes:
        kind: What is surprising.
        item_ids: ``Item.id`` of the answers in question, at least one.
        pair: The two that hardly go together, else ``None``.
        area_id: ``Area.id`` of the area that is all the same, else ``""``.
        level: 0–4, the level of a whole area or after a jump, else ``None``.
        before: 0–4, the level before a jump, else ``None``.
        since: The day of the round before a jump, else ``None``.
    """

    kind: FindingKind
    item_ids: tuple[str, ...]
    pair: Pair | None = None
    area_id: str = ""
    level: int | None = None
    before: int | None = None
    since: date | None = None


def check_plausibility(
    opened: OpenAssessment, pairs: Mapping[str, Pair], previous: OpenAssessment | None
) -> tuple[Finding, ...]:
    """Everything that is surprising about the answers to the items asked.

    Args:
        opened: The assessment.
        pairs: By ``Pair.id``; one that names an item not asked is passed over.
        previous: The assessment of the round before, or ``None``.

    Returns:
        The findings in the order of ``FindingKind``: contradictions in the order of the pairs,
        the largest jumps first, then the areas, then one finding for each trouble with evidence.
    """
    levels = _levels(opened)
    return (
        *_contradictions(levels, pairs.values()),
        *_jumps(levels, previous),
        *_all_same(levels, opened),
        *_evidence(opened),
    )


def _levels(opened: OpenAssessment) -> dict[str, int]:
    """The levels of the items asked and answered, in the order they are asked."""
    answers = (opened.answer(item.id) for item in opened.items())
    return {answer.item_id: answer.level for answer in answers if answer.level is not None}


def _contradictions(levels: Mapping[str, int], pairs: Iterable[Pair]) -> Iterator[Finding]:
    for pair in pairs:
        first, second = levels.get(pair.first), levels.get(pair.second)
        if first is None or second is None:
            continue
        if first >= pair.at_least and second < pair.below:
            yield Finding(FindingKind.CONTRADICTION, (pair.first, pair.second), pair)


def _jumps(levels: Mapping[str, int], previous: OpenAssessment | None) -> list[Finding]:
    if previous is None:
        return []
    earlier, since = _levels(previous), previous.assessment.round_date
    found = [
        (abs(level - earlier[item_id]), item_id, level)
        for item_id, level in levels.items()
        if item_id in earlier and abs(level - earlier[item_id]) >= JUMP_LEVELS
    ]
    return [
        Finding(FindingKind.JUMP, (item_id,), level=level, before=earlier[item_id], since=since)
        for _, item_id, level in sorted(found, key=lambda row: -row[0])
    ]


def _all_same(levels: Mapping[str, int], opened: OpenAssessment) -> Iterator[Finding]:
    for area in opened.questionnaire.areas:
        answered = tuple(item.id for item in area.items if item.id in levels)
        if len(answered) >= ALL_SAME_ITEMS and len({levels[one] for one in answered}) == 1:
            level = levels[answered[0]]
            yield Finding(FindingKind.ALL_SAME, answered, area_id=area.id, level=level)


def _evidence(opened: OpenAssessment) -> Iterator[Finding]:
    """One finding for each trouble with evidence, with all answers that have it."""
    round_date = opened.assessment.round_date
    settled = [a for item in opened.items() if (a := opened.answer(item.id)).settled]
    high = [a for a in settled if a.level is not None and a.level >= HIGH_LEVEL]
    dated = [(a.item_id, a.evidence.dated) for a in settled if a.evidence.dated is not None]
    troubles = {
        FindingKind.UNPROVEN: [a.item_id for a in high if a.evidence.type not in BACKED],
        FindingKind.OLD_EVIDENCE: [one for one, day in dated if _is_old(day, round_date)],
        FindingKind.AFTER_ROUND: [one for one, day in dated if day > round_date],
    }
    return (Finding(kind, tuple(ids)) for kind, ids in troubles.items() if ids)


def _is_old(day: date, round_date: date) -> bool:
    """Whether the evidence is dated more than 24 months before the round."""
    lasts = (day.year * 12 + day.month + OLD_EVIDENCE_MONTHS, day.day)
    return lasts < (round_date.year * 12 + round_date.month, round_date.day)
