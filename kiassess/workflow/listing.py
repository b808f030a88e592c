"""The list of assessments; the first page waits for it, so it needs little."""

from kiassess.domain.assessment import Assessment, Listed, Progress, progress_of
from kiassess.domain.kinds import Extent
from kiassess.domain.levels_row import progress_of_row
from kiassess.store.assessments import load_assessments
from kiassess.store.listing import load_kept, load_states
from kiassess.store.workspace import reading
from kiassess.workflow.workspace import Workspace


def list_all(workspace: Workspace) -> tuple[Listed, ...]:
    """All assessments with their progress, the one changed last first.

    Where rows of levels are kept, thousands are listed without reading their answers.
    """
    with reading(workspace.db):
        assessments = load_assessments(workspace.db)
        known = _kept_progress(workspace, assessments)
        states = load_states(workspace.db, also_kept=not known)
        outlines = workspace.outlines()
    return tuple(
        Listed(
            assessment,
            known.get(assessment.id)
            or progress_of(
                outlines[assessment.id][assessment.extent], states.get(assessment.id, {})
            ),
        )
        for assessment in assessments
    )


def _kept_progress(
    workspace: Workspace, assessments: tuple[Assessment, ...]
) -> dict[str, Progress]:
    """The progress of those whose row is kept; nothing if a row is not as long as it should be."""
    kept = load_kept(workspace.db)
    if not kept:
        return {}
    places = workspace.places()
    if any(len(row) != len(places[key][Extent.FULL]) for key, row in kept.items()):
        return {}
    return {
        one.id: progress_of_row(kept[one.id], places[one.id][one.extent])
        for one in assessments
        if one.id in kept
    }
