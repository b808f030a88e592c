"""What was changed, by whom, and what taking it back would mean."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from kiassess.domain.assessment import (
    Answer,
    AnswerState,
    Facts,
    OpenAssessment,
    Voice,
    may_be_not_applicable,
)
from kiassess.domain.entries import KeptEntry
from kiassess.domain.voices import split_key

if TYPE_CHECKING:
    from kiassess.domain.questionnaire import Questionnaire

TYPING_SECONDS = 60  # text typed further within this time belongs to the change before
VOTING_SECONDS = 3_600  # the same for votes on one question, which are corrected while it is shown


class StepKind(StrEnum):
    """What was done."""

    ANSWER = "answer"
    TARGETS = "targets"
    FACTS = "facts"
    IMPORT = "import"
    VOTES = "votes"  # of those present in a workshop, kept as their voices
    MOVE = "move"  # to another version of the questionnaire
    PLAN = "plan"  # of an entry beside the answers, be it in the plan or elsewhere
    CARRY_OVER = "carry_over"  # of entries from the round before
    UNDO = "undo"
    REDO = "redo"


class Subject(StrEnum):
    """What a change is about."""

    ANSWER = "answer"
    FACTS = "facts"
    QUESTIONNAIRE = "questionnaire"
    VOICE = "voice"
    PLAN = "plan"
    MEASURE = "measure"  # an own one, or own words for one of the catalogue
    HIDDEN = "hidden"  # a measure that is not wanted
    SYSTEM = "system"
    FIELD = "field"
    USE_CASE = "use_case"
    FRAME = "frame"


# What a municipality keeps beside its answers; their values are entries.
ENTRIES = frozenset({
    Subject.PLAN, Subject.MEASURE, Subject.HIDDEN, Subject.SYSTEM, Subject.FIELD,
    Subject.USE_CASE, Subject.FRAME,
})  # fmt: skip

# A number is the key of a stored questionnaire.
Value: TypeAlias = Answer | Voice | Facts | KeptEntry | int


@dataclass(frozen=True, slots=True)
class Change:
    """One thing before and after.

    Attributes:
        subject: What kind of thing.
        item_id: The item of an answer, the ``voice_key`` of a voice, the id of an entry; ``""``
            for all others.
        before: What was there; ``None`` if there was nothing.
        after: The same, afterwards.
    """

    subject: Subject
    item_id: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class StepHead:
    """One step of the journal, without what it changed.

    Attributes:
        number: 1, 2, 3 … within the assessment.
        kind: What was done.
        at: When, UTC.
        who: Who did it; ``""`` if nobody knows.
        undoes: For taking back and doing again: the first step of those meant.
        joins: Whether it goes on with the step before, as typing does; they are taken back
            together.
    """

    number: int
    kind: StepKind
    at: datetime
    who: str = ""
    undoes: int | None = None
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the journal with what it changed; never empty."""

    head: StepHead
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Stacks:
    """What can be taken back and done again, the next one last.

    Attributes:
        undo: Numbers of the steps of each group.
        redo: The same for what was taken back.
    """

    undo: tuple[tuple[int, ...], ...] = ()
    redo: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Undoable:
    """What can be taken back or done again next.

    Attributes:
        kind: What was done.
        changes: What it changed; never empty.
        version: Of the questionnaire a move led to; ``""`` for all else.
    """

    kind: StepKind
    changes: tuple[Change, ...]
    version: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of what has become of an answer; text typed without a break is one.

    Attributes:
        head: When, who, and what was done.
        before: The answer before; ``None`` if there was none.
        after: The answer afterwards; ``None`` if it was taken away.
        older: What was asked before, in the language asked for.
        questionnaire: What was asked afterwards: the same, but for a move.
        respondent: Whose voice it is; ``""`` for the answer of the assessment itself.
    """

    head: StepHead
    before: Answer | None
    after: Answer | None
    older: "Questionnaire"
    questionnaire: "Questionnaire"
    respondent: str = ""


def stacks(heads: Iterable[StepHead]) -> Stacks:
    """What the journal says can be taken back and done again.

    Args:
        heads: All steps of one assessment in their order.
    """
    undo: list[list[int]] = []
    redo: list[list[int]] = []
    for head in heads:
        if head.kind is StepKind.UNDO:
            redo.append(undo.pop())
        elif head.kind is StepKind.REDO:
            undo.append(redo.pop())
        elif head.joins and undo and not redo:
            undo[-1].append(head.number)
        else:
            undo.append([head.number])
            redo.clear()
    return Stacks(tuple(map(tuple, undo)), tuple(map(tuple, redo)))


def together(steps: Iterable[Step]) -> tuple[Change, ...]:
    """What several steps changed as if they were one."""
    first: dict[tuple[Subject, str], Change] = {}
    for step in steps:
        for change in step.changes:
            key = change.subject, change.item_id
            before = first[key].before if key in first else change.before
            first[key] = Change(*key, before, change.after)
    return tuple(first.values())


def changes_anything(changes: Iterable[Change]) -> bool:
    """Whether anything is different afterwards, as nothing is when typing was deleted again."""
    return any(_seen(change, change.before) != _seen(change, change.after) for change in changes)


def can_return(entry: Entry, opened: OpenAssessment) -> bool:
    """Whether the answer of an entry may be given again as it was.

    It must say something else than the present one, and its five levels must have meant then
    what they mean today. What a respondent has said is not an answer of the assessment.
    """
    answer = entry.after
    if answer is None or answer == Answer(answer.item_id):
        return False
    if opened.state is not None or entry.respondent:
        return False
    then, now = (
        {item.id: item for item in asked.items()}.get(answer.item_id)
        for asked in (entry.questionnaire, opened.questionnaire)
    )
    if then is None or now is None or then.levels != now.levels:
        return False
    if answer.state is AnswerState.NOT_APPLICABLE and not may_be_not_applicable(
        now, opened.assessment.ai_in_use
    ):
        return False
    return answer != opened.answer(answer.item_id)


def is_typing(before: Answer, after: Answer) -> bool:
    """Whether nothing but free text differs between two answers to an item."""
    return _without_texts(before) == _without_texts(after)


def goes_on(last: Step | None, before: Answer, after: Answer, now: datetime) -> bool:
    """Whether a new answer only goes on with the text that the last step has typed."""
    if last is None or last.head.kind is not StepKind.ANSWER or len(last.changes) != 1:
        return False
    change = last.changes[0]
    earlier = change.before or Answer(change.item_id)
    return (
        change.item_id == after.item_id
        and isinstance(earlier, Answer)
        and is_typing(earlier, before)
        and is_typing(before, after)
        and 0 <= (now - last.head.at).total_seconds() <= TYPING_SECONDS
    )


def goes_on_voting(last: Step | None, item_id: str, now: datetime) -> bool:
    """Whether votes on an item only go on with those that the last step has kept."""
    if last is None or last.head.kind is not StepKind.VOTES:
        return False
    items = {split_key(change.item_id)[0] for change in last.changes}
    return items == {item_id} and 0 <= (now - last.head.at).total_seconds() <= VOTING_SECONDS


def _seen(change: Change, value: Value | None) -> Value | None:
    """No answer looks like one that says nothing."""
    if change.subject in ENTRIES:
        return value
    return Answer(change.item_id) if value is None else value


def _without_texts(answer: Answer) -> Answer:
    reason = "?" if answer.state is AnswerState.NOT_APPLICABLE else ""
    evidence = replace(answer.evidence, pointer="")
    return replace(answer, reason=reason, note="", evidence=evidence, responsible="")
