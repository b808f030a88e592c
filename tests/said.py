"""What several respondents say, for tests."""

from builders import NOON, make_answer

from kiassess.domain.assessment import OpenAssessment, Voice
from kiassess.domain.voices import opened_with
from kiassess.store.refusing import writing
from kiassess.store.voices import put_voice


def make_voice(who, item_id, given, role_id="", at=NOON, **facts) -> Voice:
    """One voice from a level, or from ``UNKNOWN``, ``NOT_APPLICABLE``, ``OPEN``."""
    return Voice(who, make_answer(item_id, given, **facts), at, role_id)


def with_voices(opened: OpenAssessment, *voices: Voice) -> OpenAssessment:
    """An assessment whose answers are the agreed ones, and in which these voices are kept."""
    found: dict[str, tuple[Voice, ...]] = {}
    for voice in voices:
        item_id = voice.answer.item_id
        found[item_id] = (*found.get(item_id, ()), voice)
    return opened_with(opened.assessment, opened.questionnaire, opened.answers, found)


def give_voices(session, workspace, *voices: Voice) -> None:
    """Put voices into the workspace, as an import does, and show them."""
    assessment_id = session.current.assessment.id
    with writing(workspace.db):
        for voice in voices:
            put_voice(workspace.db, assessment_id, voice)
    session.reload()
