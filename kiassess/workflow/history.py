"""Taking changes back, doing them again, and telling what has become of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiassess.domain.assessment import Answer, OpenAssessment
from kiassess.domain.history import (
    Change,
    Stacks,
    Step,
    StepHead,
    StepKind,
    Subject,
    stacks,
    together,
)
from kiassess.domain.questionnaire import Questionnaire
from kiassess.store import journal
from kiassess.store.workspace import reading
from kiassess.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Undoable:
    """What can be taken back or done again next.

    Attributes:
        kind: What was done.
        changes: What it changed; never empty.
    """

    kind: StepKind
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of what has become of an answer.

    Attributes:
        head: When, who, and what was done.
        before: The answer before; ``None`` if there was none.
        after: The answer afterwards; ``None`` if it was taken away.
        questionnaire: What was asked at that time, in the language asked for.
    """

    head: StepHead
    before: Answer | None
    after: Answer | None
    questionnaire: Questionnaire


def last_step(workspace: Workspace, assessment_id: str) -> Step | None:
    """The step made last, or ``None``."""
    number = journal.last_number(workspace.db, assessment_id)
    found = journal.load_steps(workspace.db, assessment_id, [number])
    return found[0] if found else None


def next_steps(workspace: Workspace, assessment_id: str) -> tuple[Undoable | None, Undoable | None]:
    """What can be taken back next, and what can be done again next."""
    with reading(workspace.db):
        known = _stacks(workspace, assessment_id)
        return (
            _undoable(workspace, assessment_id, known.undo[-1]) if known.undo else None,
            _undoable(workspace, assessment_id, known.redo[-1]) if known.redo else None,
        )


def undo(workspace: Workspace, assessment_id: str, *, now: datetime) -> Undoable | None:
    """Take the last change back, also one of an earlier day; ``None`` if there is none.

    The journal keeps both: the change, and that it was taken back.

    Raises:
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    known = _stacks(workspace, assessment_id)
    if not known.undo:
        return None
    return _apply(workspace, assessment_id, known.undo[-1], StepKind.UNDO, now=now)


def redo(workspace: Workspace, assessment_id: str, *, now: datetime) -> Undoable | None:
    """Do again what was taken back last; ``None`` if there is nothing, or it is overtaken.

    Raises:
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    known = _stacks(workspace, assessment_id)
    if not known.redo:
        return None
    return _apply(workspace, assessment_id, known.redo[-1], StepKind.REDO, now=now)


def of_item(workspace: Workspace, opened: OpenAssessment, item_id: str) -> tuple[Entry, ...]:
    """What has become of the answer to an item, the newest change first.

    Each entry carries the questionnaire of its time, so that a level keeps its meaning.
    """
    assessment_id = opened.assessment.id
    with reading(workspace.db):
        steps = journal.load_item_steps(workspace.db, assessment_id, item_id)
        moves = journal.load_moves(workspace.db, assessment_id)
        entries = [
            Entry(
                step.head,
                _answer(step.changes[0].before),
                _answer(step.changes[0].after),
                _asked_then(workspace, opened, step.head.number, moves),
            )
            for step in steps
        ]
    return tuple(reversed(entries))


def _stacks(workspace: Workspace, assessment_id: str) -> Stacks:
    return stacks(journal.load_heads(workspace.db, assessment_id))


def _undoable(workspace: Workspace, assessment_id: str, group: Sequence[int]) -> Undoable:
    steps = journal.load_steps(workspace.db, assessment_id, group)
    return Undoable(steps[0].head.kind, together(steps))


def _apply(
    workspace: Workspace, assessment_id: str, group: Sequence[int], kind: StepKind, *, now: datetime
) -> Undoable:
    meant = _undoable(workspace, assessment_id, group)
    back = kind is StepKind.UNDO
    after = {
        (change.subject, change.item_id): change.before if back else change.after
        for change in meant.changes
    }
    journal.record(
        workspace.writing_db(),
        assessment_id,
        kind,
        after,
        now=now,
        who=workspace.who,
        undoes=group[0],
    )
    return meant


def _asked_then(
    workspace: Workspace, opened: OpenAssessment, number: int, moves: Sequence[Step]
) -> Questionnaire:
    """The questionnaire an assessment was answered with when a step was made."""
    later = [move for move in moves if move.head.number > number]
    key = _move(later[0]).before if later else None
    if not isinstance(key, int):
        return opened.questionnaire
    return workspace.edition_of(key).questionnaire(opened.questionnaire.language)


def _move(step: Step) -> Change:
    return next(c for c in step.changes if c.subject is Subject.QUESTIONNAIRE)


def _answer(value: object) -> Answer | None:
    return value if isinstance(value, Answer) else None
