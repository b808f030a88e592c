"""One municipality over all its rounds."""

from collections.abc import Sequence

from kiassess.domain.assessment import Assessment, OpenAssessment
from kiassess.domain.compared_round import body_of
from kiassess.domain.selection import Selection
from kiassess.domain.trend import Trend, trend_over
from kiassess.store.kept_levels import load_rounds
from kiassess.store.workspace import reading
from kiassess.workflow import assessing
from kiassess.workflow.workspace import Workspace


def trend_of(workspace: Workspace, assessment_id: str, language: str) -> Trend:
    """The trend of a municipality over all its rounds with the same questionnaire.

    Args:
        workspace: Open.
        assessment_id: Of one of the rounds. Rounds of examples follow only those of examples.
        language: Of names and texts.

    Raises:
        UnknownAssessmentError: There is no such assessment.
        InvalidQuestionnaireError: A stored questionnaire is damaged.
    """
    with reading(workspace.db):
        own = assessing.find(workspace, assessment_id)
        opened = [open_leading(workspace, one) for one in _rounds(workspace, own)]
        return _worded(workspace, trend_over(opened), language)


def trend_of_rounds(workspace: Workspace, ids: Sequence[str], language: str) -> Trend:
    """The trend over rounds that were chosen one by one.

    Raises:
        UnknownAssessmentError: One of them is not there.
        InvalidQuestionnaireError: A stored questionnaire is damaged.
    """
    with reading(workspace.db):
        opened = [open_leading(workspace, one) for one in ids]
        return _worded(workspace, trend_over(opened), language)


def open_leading(workspace: Workspace, assessment_id: str) -> OpenAssessment:
    """A round in the leading language of its questionnaire, in which texts are compared.

    Raises:
        UnknownAssessmentError: There is no such assessment.
        InvalidQuestionnaireError: The stored questionnaire is damaged.
    """
    leading = workspace.edition(assessing.find(workspace, assessment_id).id).languages[0]
    return assessing.load(workspace, assessment_id, leading)


def _rounds(workspace: Workspace, own: Assessment) -> list[str]:
    """The ids of all rounds of a municipality that were answered with the same questionnaire."""
    body = body_of(own.municipality)
    like = Selection(types=frozenset({own.municipality.type}))
    rounds = [
        one
        for one in load_rounds(workspace.db, like)
        if body_of(one.municipality) == body and one.is_example == own.is_example and not one.quick
    ]
    asked = {key: _questionnaire_id(workspace, key) for key in {one.edition for one in rounds}}
    return [one.id for one in rounds if asked[one.edition] == own.questionnaire_id]


def _questionnaire_id(workspace: Workspace, key: int) -> str:
    edition = workspace.edition_of(key)
    return edition.questionnaire(edition.languages[0]).id


def _worded(workspace: Workspace, trend: Trend, language: str) -> Trend:
    if trend.questionnaire is None:
        return trend
    newest = next(
        one.id for one in reversed(trend.rounds) if one.version == trend.questionnaire.version
    )
    return trend.in_words_of(workspace.edition(newest).questionnaire(language))
