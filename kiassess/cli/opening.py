"""Opening what a command reads."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from kiassess.cli.call import Call
from kiassess.content.library import Library
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.errors import UnknownAssessmentError
from kiassess.domain.legal import LegalTable
from kiassess.paths import questionnaire_folders
from kiassess.workflow import assessing, states
from kiassess.workflow.workspace import open_for_reading

SHOWN_LENGTH = 60  # of an id that does not exist


class Loaded(NamedTuple):
    """What a command reads.

    Attributes:
        opened: The assessment, or a frozen state of it.
        changed: When each of its answers was last changed, by item id.
        legal: The legal table of a state; ``None`` for that of today.
    """

    opened: OpenAssessment
    changed: Mapping[str, datetime]
    legal: LegalTable | None = None


def load(call: Call, assessment_id: str, state: str | None = None) -> Loaded:
    """An assessment as it is today, or as it was kept.

    Args:
        call: The call.
        assessment_id: The assessment.
        state: The name of a frozen state.

    Raises:
        UnknownAssessmentError: There is no such assessment, or no workspace at all.
        UnknownStateError: It has no such state.
        KiassessError: The workspace cannot be read.
    """
    if not call.has_workspace():
        raise UnknownAssessmentError(id=assessment_id[:SHOWN_LENGTH])
    language = call.texts.language
    with open_for_reading(call.workspace, Library(*questionnaire_folders())) as workspace:
        if state is not None:
            wanted = assessing.find(workspace, assessment_id).id
            found = states.open_state(workspace, wanted, state, language)
            return Loaded(found.opened, found.changed, found.legal)
        opened = assessing.load(workspace, assessment_id, language)
        return Loaded(opened, assessing.changes(workspace, opened.assessment.id))
