"""Opening what a command reads."""

from collections.abc import Mapping
from datetime import datetime

from kiassess.cli.call import Call
from kiassess.content.library import Library
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.errors import UnknownAssessmentError
from kiassess.paths import questionnaire_folders
from kiassess.workflow import assessing
from kiassess.workflow.workspace import open_for_reading

SHOWN_LENGTH = 60  # of an id that does not exist


def load(call: Call, assessment_id: str) -> tuple[OpenAssessment, Mapping[str, datetime]]:
    """An assessment, and when each of its answers was last changed.

    Raises:
        UnknownAssessmentError: There is no such assessment, or no workspace at all.
        KiassessError: The workspace cannot be read.
    """
    if not call.has_workspace():
        raise UnknownAssessmentError(id=assessment_id[:SHOWN_LENGTH])
    with open_for_reading(call.workspace, Library(*questionnaire_folders())) as workspace:
        opened = assessing.load(workspace, assessment_id, call.texts.language)
        return opened, assessing.changes(workspace, opened.assessment.id)
