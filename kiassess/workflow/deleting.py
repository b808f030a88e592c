"""Deleting an assessment for good, and what that takes away."""

from kiassess.domain.deletion import Belongings
from kiassess.domain.voices import by_key, counted_answers
from kiassess.store import erasing
from kiassess.store.answers import load_answers
from kiassess.store.entries import load_entries
from kiassess.store.journal import last_number
from kiassess.store.states import load_states
from kiassess.store.voices import load_voices
from kiassess.workflow.assessing import find
from kiassess.workflow.workspace import Workspace


def belongings(workspace: Workspace, assessment_id: str) -> Belongings:
    """What goes if an assessment is deleted.

    Raises:
        UnknownAssessmentError: There is no such assessment.
    """
    db = workspace.db
    assessment = find(workspace, assessment_id)
    own, voices = load_answers(db, assessment.id), load_voices(db, assessment.id)
    said = [voice.answer for voice in by_key(voices).values()]
    return Belongings(
        assessment=assessment,
        answers=sum(answer.touched for answer in counted_answers(own, voices).values()),
        notes=sum(bool(answer.note) for answer in [*own.values(), *said]),
        steps=last_number(db, assessment.id),
        states=tuple(state.name for state in load_states(db, assessment.id)),
        backups=erasing.backups_with(workspace.path, assessment.id),
        aside=len(erasing.files_aside(workspace.path)),
        entries=len(load_entries(db, assessment.id)),
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
