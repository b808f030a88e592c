"""The list of assessments; the first page waits for it, so it needs little."""

from kiassess.domain.assessment import Listed, progress_of
from kiassess.store.assessments import load_assessments
from kiassess.store.listing import load_states
from kiassess.store.workspace import reading
from kiassess.workflow.workspace import Workspace


def list_all(workspace: Workspace) -> tuple[Listed, ...]:
    """All assessments with their progress, the one changed last first."""
    with reading(workspace.db):
        assessments = load_assessments(workspace.db)
        states = load_states(workspace.db)
        outlines = workspace.outlines()
    return tuple(
        Listed(
            assessment,
            progress_of(outlines[assessment.id][assessment.extent], states.get(assessment.id, {})),
        )
        for assessment in assessments
    )
