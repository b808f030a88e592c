"""Deleting an assessment for good, and what that takes away."""

from dataclasses import dataclass

from kiassess.domain.assessment import Assessment
from kiassess.store import erasing
from kiassess.store.answers import load_answers
from kiassess.store.journal import last_number
from kiassess.store.states import load_states
from kiassess.workflow.assessing import find
from kiassess.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Belongings:
    """What goes with an assessment.

    Attributes:
        assessment: Which one.
        answers: Items with an answer, “weiß nicht” included.
        notes: Answers with a note.
        steps: Entries of its history.
        states: Names of its frozen states.
        backups: Backups that hold it.
        aside: Damaged or replaced files set aside; it may be in them.
    """

    assessment: Assessment
    answers: int
    notes: int
    steps: int
    states: tuple[str, ...]
    backups: int
    aside: int


def belongings(workspace: Workspace, assessment_id: str) -> Belongings:
    """What goes if an assessment is deleted.

    Raises:
        UnknownAssessmentError: There is no such assessment.
    """
    db = workspace.db
    assessment = find(workspace, assessment_id)
    answers = load_answers(db, assessment.id).values()
    return Belongings(
        assessment=assessment,
        answers=sum(answer.touched for answer in answers),
        notes=sum(bool(answer.note) for answer in answers),
        steps=last_number(db, assessment.id),
        states=tuple(state.name for state in load_states(db, assessment.id)),
        backups=erasing.backups_with(workspace.path, assessment.id),
        aside=len(erasing.files_aside(workspace.path)),
    )


def delete(workspace: Workspace, assessment_id: str, *, from_backups: bool) -> None:
    """Delete an assessment with answers, history and states; nothing of it can be read any more.

    Args:
        workspace: Open for writing.
        assessment_id: The assessment.
        from_backups: Whether it goes from all backups, too, first of all; files set aside go
            altogether. Without it, backups go by and by as they become too old.

    Raises:
        BackupError: A backup cannot be changed; the assessment is still there.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be deleted now.
    """
    db = workspace.writing_db()
    if from_backups:
        erasing.erase_from_backups(workspace.path, assessment_id)
    erasing.erase(db, assessment_id)
