"""Taking changes back, doing them again, and telling what has become of an answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kiassess.domain.assessment import Answer, OpenAssessment, Voice
from kiassess.domain.history import (
    Change,
    Entry,
    Stacks,
    Step,
    StepKind,
    Subject,
    Undoable,
    changes_anything,
    stacks,
    together,
)
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.voices import split_key
from kiassess.store import journal
from kiassess.store.workspace import reading
from kiassess.workflow.workspace import Workspace


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
            _next(workspace, assessment_id, known.undo),
            _next(workspace, assessment_id, known.redo),
        )


def undo(workspace: Workspace, assessment_id: str, *, now: datetime) -> Undoable | None:
    """Take the last change back, also one of an earlier day; ``None`` if there is none.

    The journal keeps both: the change, and that it was taken back. What changed nothing in the
    end, as text typed and deleted again, is passed over.

    Raises:
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    while groups := _stacks(workspace, assessment_id).undo:
        done = _apply(workspace, assessment_id, groups[-1], StepKind.UNDO, now=now)
        if changes_anything(done.changes):
            return done
    return None


def redo(workspace: Workspace, assessment_id: str, *, now: datetime) -> Undoable | None:
    """Do again what was taken back last; ``None`` if there is nothing, or it is overtaken.

    Raises:
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    while groups := _stacks(workspace, assessment_id).redo:
        done = _apply(workspace, assessment_id, groups[-1], StepKind.REDO, now=now)
        if changes_anything(done.changes):
            return done
    return None


def of_item(workspace: Workspace, opened: OpenAssessment, item_id: str) -> tuple[Entry, ...]:
    """What has become of the answer to an item and of the voices on it, the newest change first.

    Each entry carries the questionnaire of its time, so that a level keeps its meaning. Text
    typed without a break is one entry, at the time it was finished; what changed nothing in the
    end is none. A frozen state knows nothing that came later.
    """
    assessment_id = opened.assessment.id
    found: list[Entry] = []
    with reading(workspace.db):
        steps = journal.load_item_steps(workspace.db, assessment_id, item_id)
        moves = journal.load_moves(workspace.db, assessment_id)
        for step in steps:
            number, change = step.head.number, step.changes[0]
            older, newer = (_asked(workspace, opened, n, moves) for n in (number - 1, number))
            entry = Entry(
                step.head,
                _answer(change.before),
                _answer(change.after),
                older,
                newer,
                split_key(change.item_id)[1],
            )
            if found and step.head.joins:
                first = found.pop()
                head = replace(first.head, at=step.head.at)
                entry = replace(first, head=head, after=entry.after)
            found.append(entry)
    state = opened.state
    return tuple(
        entry
        for entry in reversed(found)
        if _is_worth_telling(entry) and (state is None or entry.head.at <= state.at)
    )


def _stacks(workspace: Workspace, assessment_id: str) -> Stacks:
    return stacks(journal.load_heads(workspace.db, assessment_id))


def _next(
    workspace: Workspace, assessment_id: str, groups: Sequence[Sequence[int]]
) -> Undoable | None:
    """The last of several groups that changed anything."""
    for group in reversed(groups):
        found = _undoable(workspace, assessment_id, group)
        if changes_anything(found.changes):
            return found
    return None


def _undoable(workspace: Workspace, assessment_id: str, group: Sequence[int]) -> Undoable:
    steps = journal.load_steps(workspace.db, assessment_id, group)
    changes = together(steps)
    keys = [change.after for change in changes if change.subject is Subject.QUESTIONNAIRE]
    versions = [workspace.edition_of(key).version for key in keys if isinstance(key, int)]
    return Undoable(steps[0].head.kind, changes, "".join(versions))


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


def _asked(
    workspace: Workspace, opened: OpenAssessment, number: int, moves: Sequence[Step]
) -> Questionnaire:
    """The questionnaire an assessment was answered with after a step."""
    later = [move for move in moves if move.head.number > number]
    key = _move(later[0]).before if later else None
    if not isinstance(key, int):
        return opened.questionnaire
    return workspace.edition_of(key).questionnaire(opened.questionnaire.language)


def _move(step: Step) -> Change:
    return next(c for c in step.changes if c.subject is Subject.QUESTIONNAIRE)


def _answer(value: object) -> Answer | None:
    if isinstance(value, Voice):
        return value.answer
    return value if isinstance(value, Answer) else None


def _is_worth_telling(entry: Entry) -> bool:
    said = entry.after or entry.before
    nothing = None if said is None else Answer(said.item_id)
    changed = (entry.before or nothing) != (entry.after or nothing)
    return changed or entry.older is not entry.questionnaire
