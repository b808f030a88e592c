"""What a new round takes over from the round before: all that is kept beside the answers."""

from collections.abc import Sequence
from datetime import UTC, datetime

from kiassess.domain.assessment import Assessment
from kiassess.domain.entries import KeptEntry
from kiassess.domain.history import ENTRIES, StepKind
from kiassess.domain.municipality import same_body
from kiassess.store.assessments import load_assessments
from kiassess.store.entries import load_entries, load_entry_changes
from kiassess.store.journal import load_last_times, record
from kiassess.store.workspace import reading
from kiassess.workflow.workspace import Workspace

LONG_AGO = datetime.min.replace(tzinfo=UTC)


def round_before(workspace: Workspace, this: Assessment) -> Assessment | None:
    """The latest earlier round of the municipality, with any questionnaire; ``None`` for the first.

    Of rounds of the same day the one begun earlier is earlier. Examples follow only examples.
    """
    earlier = [
        one
        for one in load_assessments(workspace.db)
        if one.is_example == this.is_example
        and (one.round_date, one.created_at) < (this.round_date, this.created_at)
        and one.id != this.id
        and same_body(this.municipality, one.municipality)
    ]
    return max(earlier, key=lambda one: (one.round_date, one.created_at, one.id), default=None)


def newer_entries(workspace: Workspace, this: Assessment) -> tuple[KeptEntry, ...]:
    """What the round before keeps and this one does not, or only as it was earlier.

    What was changed or taken away here after its last change there stays as it is here. What was
    taken away there is not missed.
    """
    with reading(workspace.db):
        before = round_before(workspace, this)
        if before is None:
            return ()
        theirs = load_entries(workspace.db, before.id)
        changed = load_entry_changes(workspace.db, before.id)
        ours = load_entries(workspace.db, this.id)
        known = load_last_times(workspace.db, this.id, ENTRIES)
    return tuple(
        entry
        for key, entry in theirs.items()
        if ours.get(key) != entry and changed[key] > known.get(key, LONG_AGO)
    )


def carry(
    workspace: Workspace, assessment_id: str, entries: Sequence[KeptEntry], *, now: datetime
) -> None:
    """Keep entries in another round, as one step; without any, nothing is written.

    Raises:
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    db = workspace.writing_db()
    if entries:
        from kiassess.domain.entry_tables import key_of  # noqa: PLC0415 - seldom needed

        after = {key_of(entry): entry for entry in entries}
        record(db, assessment_id, StepKind.CARRY_OVER, after, now=now, who=workspace.who)
