"""Moving an assessment to another version of its questionnaire: what changed, what goes along.

An answer belongs to the words it was given to. It goes along where they are the same, or where
the user has seen the difference and said so; everything else stays behind. Nothing is invented.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from kiassess.domain.assessment import (
    AiInUse,
    Answer,
    AnswerState,
    OpenAssessment,
    may_be_not_applicable,
)
from kiassess.domain.questionnaire import Item, Questionnaire


class ChangeKind(StrEnum):
    """What became of a question."""

    SAME = "same"
    REWORDED = "reworded"  # asked in other words; all five levels are the same
    LEVELS = "levels"  # a level has another text
    RENAMED = "renamed"  # another id in the place of one earlier question
    SPLIT = "split"  # one of several in the place of one earlier question
    MERGED = "merged"  # in the place of several earlier questions
    REMOVED = "removed"
    NEW = "new"


BY_DEFAULT = {ChangeKind.SAME, ChangeKind.REWORDED, ChangeKind.RENAMED}


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One question of the newer version and what stood in its place, or one that is gone.

    Attributes:
        kind: What became of it.
        before: The items of the older version; none for a new one.
        after: The item of the newer version; ``None`` for a removed one.
        answers: Those to ``before`` that say anything, if only a note.
        may_not_apply: Whether “trifft nicht zu” may be answered to ``after``.
    """

    kind: ChangeKind
    before: tuple[Item, ...]
    after: Item | None
    answers: tuple[Answer, ...] = ()
    may_not_apply: bool = False

    @property
    def title(self) -> str:
        """How the question is called, in the newer version if it is asked there."""
        return self.before[0].title if self.after is None else self.after.title

    @property
    def levels_equal(self) -> bool:
        """Whether it took the place of one question with the same five level texts."""
        return (
            self.after is not None
            and len(self.before) == 1
            and self.before[0].levels == self.after.levels
        )

    @property
    def can_carry(self) -> bool:
        """Whether there is one answer that may be given to the newer question, too."""
        if self.after is None or len(self.answers) != 1:
            return False
        not_applicable = self.answers[0].state is AnswerState.NOT_APPLICABLE
        return self.kind is ChangeKind.SAME or self.may_not_apply or not not_applicable

    @property
    def keeps_meaning(self) -> bool:
        """Whether it stands in the place of one question, and its levels mean what they meant."""
        return self.kind in BY_DEFAULT and self.levels_equal

    @property
    def carried_by_default(self) -> bool:
        """Whether the answer goes along unless the user says otherwise."""
        return self.can_carry and self.keeps_meaning

    def is_carried(self, accepted: Collection[str]) -> bool:
        """Whether the answer goes along.

        Args:
            accepted: Ids of the newer items for which the user wants it; an answer to an
                unchanged question always goes along.
        """
        if self.after is None or not self.can_carry:
            return False
        return self.kind is ChangeKind.SAME or self.after.id in accepted


@dataclass(frozen=True, slots=True)
class EditionChange:
    """What moving to another version means for every question.

    Attributes:
        items: In the order of the newer version; a removed question follows the one it
            followed in the older version.
        strays: Answers to items that the older version does not know; nobody can tell what they
            meant, so they stay behind.
    """

    items: tuple[ItemChange, ...]
    strays: tuple[Answer, ...] = ()

    def counts(self) -> dict[ChangeKind, int]:
        """How many questions there are of each kind, kinds without any included."""
        found = Counter(item.kind for item in self.items)
        return {kind: found[kind] for kind in ChangeKind}

    def by_default(self) -> frozenset[str]:
        """The ids of newer items that are accepted unless the user says otherwise."""
        return frozenset(
            item.after.id
            for item in self.items
            if item.after is not None and item.carried_by_default
        )


def compare_editions(opened: OpenAssessment, newer: Questionnaire) -> EditionChange:
    """What the questions of an assessment become in another version.

    All items are compared, also those outside the extent: they may have answers.

    Args:
        opened: The assessment, with the questionnaire as answered.
        newer: The other version, in the same language.

    Raises:
        ValueError: It is another questionnaire, or in another language.
    """
    older = opened.questionnaire
    if (older.id, older.language) != (newer.id, newer.language):
        raise ValueError("two versions of one questionnaire in one language are needed")
    known = {item.id: item for item in older.items()}
    before = {item.id: _predecessors(item, known) for item in newer.items()}
    claims = Counter(item.id for items in before.values() for item in items)
    ai_in_use = opened.assessment.ai_in_use
    changes = [
        _change(before[item.id], item, opened.answers, claims=claims, ai_in_use=ai_in_use)
        for item in newer.items()
    ]
    strays = (answer for item_id, answer in opened.answers.items() if item_id not in known)
    return EditionChange(
        tuple(_with_removed(changes, older, opened.answers)), tuple(filter(_says_anything, strays))
    )


def carried(
    opened: OpenAssessment, change: EditionChange, accepted: Collection[str]
) -> dict[str, str]:
    """Where what is said goes along from: the id of the older item by that of the newer one.

    With the answer go the voices. Where voices differ and no answer counts yet, they go along
    like an answer to which nobody has objected.

    Args:
        opened: The assessment, with the questionnaire as answered.
        change: What ``compare_editions`` found.
        accepted: Ids of newer items; one whose answer cannot go along is ignored.
    """
    found = {}
    for item in change.items:
        if item.after is None:
            continue
        if item.is_carried(accepted):
            found[item.after.id] = item.answers[0].item_id
        elif not item.answers and item.keeps_meaning and item.before[0].id in opened.voices:
            found[item.after.id] = item.before[0].id
    return found


def moved(
    opened: OpenAssessment, newer: Questionnaire, change: EditionChange, accepted: Collection[str]
) -> OpenAssessment:
    """The assessment in the newer version, with the answers that go along.

    Args:
        opened: The assessment, with the questionnaire as answered.
        newer: The other version.
        change: What ``compare_editions`` found for the two.
        accepted: Ids of newer items; one whose answer cannot go along is ignored.
    """
    ways = carried(opened, change, accepted)
    may_not_apply = {item.after.id: item.may_not_apply for item in change.items if item.after}
    return OpenAssessment(
        assessment=replace(opened.assessment, questionnaire_version=newer.version),
        questionnaire=newer,
        answers={
            new: replace(opened.answers[old], item_id=new)
            for new, old in ways.items()
            if old in opened.answers
        },
        voices={
            new: tuple(
                replace(voice, answer=replace(voice.answer, item_id=new))
                for voice in opened.voices[old]
                if may_not_apply[new] or voice.answer.state is not AnswerState.NOT_APPLICABLE
            )
            for new, old in ways.items()
            if old in opened.voices
        },
        agreed=frozenset(new for new, old in ways.items() if old in opened.agreed),
    )


def left_behind(change: EditionChange, accepted: Collection[str]) -> tuple[Answer, ...]:
    """The answers that do not go along; they stay in the journal and in the frozen state."""
    carried = {
        answer.item_id
        for item in change.items
        if item.is_carried(accepted)
        for answer in item.answers
    }
    found = {answer.item_id: answer for item in change.items for answer in item.answers}
    staying = (answer for item_id, answer in found.items() if item_id not in carried)
    return (*staying, *change.strays)


def _predecessors(item: Item, known: Mapping[str, Item]) -> tuple[Item, ...]:
    """The items of the older version in whose place an item stands.

    An unchanged question stands in its own place only, whatever it is said to have taken up: its
    answer is never in doubt.
    """
    kept = known.get(item.id)
    if kept is not None and _unchanged(kept, item):
        return (kept,)
    ids = dict.fromkeys((item.id, *item.replaces))
    return tuple(known[item_id] for item_id in ids if item_id in known)


def _change(
    before: tuple[Item, ...],
    after: Item,
    answers: Mapping[str, Answer],
    *,
    claims: Mapping[str, int],
    ai_in_use: AiInUse | None,
) -> ItemChange:
    return ItemChange(
        kind=_kind(before, after, claims),
        before=before,
        after=after,
        answers=_answers(before, answers),
        may_not_apply=may_be_not_applicable(after, ai_in_use),
    )


def _kind(before: tuple[Item, ...], after: Item, claims: Mapping[str, int]) -> ChangeKind:
    """What became of a question; ``claims`` says how many newer items stand in an older's place."""
    if not before:
        return ChangeKind.NEW
    first, same_id = before[0], before[0].id == after.id
    if same_id and _unchanged(first, after):
        return ChangeKind.SAME
    if len(before) > 1:
        return ChangeKind.MERGED
    if claims[first.id] > 1:
        return ChangeKind.SPLIT
    if not same_id:
        return ChangeKind.RENAMED
    return ChangeKind.REWORDED if first.levels == after.levels else ChangeKind.LEVELS


def _unchanged(one: Item, other: Item) -> bool:
    """Whether two items ask the same in the same words."""
    return _asked(one) == _asked(other)


def _asked(item: Item) -> tuple[object, ...]:
    rule = item.not_applicable, item.not_applicable_condition
    return item.title, item.question, item.levels, rule


def _answers(items: tuple[Item, ...], answers: Mapping[str, Answer]) -> tuple[Answer, ...]:
    found = (answers[item.id] for item in items if item.id in answers)
    return tuple(filter(_says_anything, found))


def _says_anything(answer: Answer) -> bool:
    return answer != Answer(answer.item_id)


def _with_removed(
    changes: list[ItemChange], older: Questionnaire, answers: Mapping[str, Answer]
) -> Iterator[ItemChange]:
    """The changes, and after each the questions that followed it and are gone."""
    places = {item.id: n for n, change in enumerate(changes, 1) for item in change.before}
    rows: list[list[ItemChange]] = [[], *([change] for change in changes)]
    place = 0
    for item in older.items():
        place = places.get(item.id, place)
        if item.id not in places:
            gone = ItemChange(ChangeKind.REMOVED, (item,), None, _answers((item,), answers))
            rows[place].append(gone)
    return chain.from_iterable(rows)
