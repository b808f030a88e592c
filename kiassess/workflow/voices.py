"""Votes of those present in a workshop, kept as their voices."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from kiassess.domain.assessment import Answer, OpenAssessment, Voice
from kiassess.domain.errors import FrozenError
from kiassess.domain.history import Step, StepKind, Subject, goes_on_voting, stacks, together
from kiassess.domain.voices import split_key
from kiassess.domain.workshop import kept_votes
from kiassess.store import journal
from kiassess.store.workspace import reading
from kiassess.workflow import assessing
from kiassess.workflow.workspace import Workspace


def save_votes(
    workspace: Workspace,
    opened: OpenAssessment,
    item_id: str,
    votes: Mapping[str, Answer | None],
    *,
    now: datetime,
) -> OpenAssessment:
    """Keep the votes on a question as voices; when this returns, they are on disk.

    All votes on one question are taken back in one step. One that is corrected while nothing else
    has happened goes on with that step: whoever takes a vote back then has the voice again that
    was there before. What is kept already is not written again.

    Args:
        workspace: Open for writing.
        opened: The assessment.
        item_id: Of the question; one of the questionnaire.
        votes: What each person with a name votes; ``None`` for a vote that was taken back.
        now: The present, with a time zone.

    Returns:
        The assessment with the voices in it.

    Raises:
        FrozenError: It is a frozen state.
        KeyError: The item is not one of the questionnaire; a bug of the caller.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    if opened.state is not None:
        raise FrozenError(name=opened.state.name)
    item_id = opened.questionnaire.item(item_id).id
    db, assessment_id = workspace.writing_db(), opened.assessment.id
    steps = _last_steps(workspace, assessment_id)
    joins = goes_on_voting(steps[-1] if steps else None, item_id, now)
    earlier: dict[str, Voice | None] = {
        one.respondent: one for one in opened.voices.get(item_id, ())
    }
    if joins:
        earlier |= _before(steps)
    before = {name: voice for name, voice in earlier.items() if voice is not None}
    kept = kept_votes(opened, item_id, votes, before, now)
    if not kept:
        return opened
    after = {(Subject.VOICE, key): voice for key, voice in kept.items()}
    journal.record(
        db, assessment_id, StepKind.VOTES, after, now=now, who=workspace.who, joins=joins
    )
    return assessing.load(workspace, assessment_id, opened.questionnaire.language)


def _last_steps(workspace: Workspace, assessment_id: str) -> tuple[Step, ...]:
    """What undo would take back now, if it was also done last; else nothing."""
    db = workspace.db
    with reading(db):
        groups = stacks(journal.load_heads(db, assessment_id)).undo
        if not groups or groups[-1][-1] != journal.last_number(db, assessment_id):
            return ()
        return journal.load_steps(db, assessment_id, groups[-1])


def _before(steps: Sequence[Step]) -> dict[str, Voice | None]:
    """What each respondent had said before some steps; ``None`` for nothing."""
    found: dict[str, Voice | None] = {}
    for change in together(steps):
        before = change.before
        found[split_key(change.item_id)[1]] = before if isinstance(before, Voice) else None
    return found
