"""What several respondents say, in real files: kept, replaced, taken away, with every change."""

from datetime import timedelta

import pytest
from builders import NOON, make_answer, make_assessment
from towns import full_answer

from kiassess.domain.assessment import AnswerState, Voice
from kiassess.domain.errors import WorkspaceUnreadableError
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.voices import voice_key
from kiassess.store.answers import save_answer
from kiassess.store.assessments import delete_assessment, insert_assessment
from kiassess.store.journal import load_item_steps, load_steps, record
from kiassess.store.listing import load_states
from kiassess.store.voices import load_voices

WHO = "Hauptamt, Frau Ö/2"


def voice(value, who=WHO, item_id="q.one", **facts):
    return Voice(who, make_answer(item_id, value, **facts), NOON, "office")


def hear(db, assessment, *voices, **more):
    after = {(Subject.VOICE, voice_key(one.answer.item_id, one.respondent)): one for one in voices}
    record(db, assessment.id, StepKind.IMPORT, after, now=NOON, who="A", **more)


def take_away(db, assessment, *keys):
    after = {(Subject.VOICE, key): None for key in keys}
    record(db, assessment.id, StepKind.IMPORT, after, now=NOON)


def test_a_voice_comes_back_as_it_was_given(db, assessment):
    full = Voice(WHO, full_answer("q.one"), NOON, "office")
    hear(db, assessment, full, voice(2, "IT"), voice("U", item_id="q.two"))
    assert load_voices(db, assessment.id) == {
        "q.one": (full, voice(2, "IT")), "q.two": (voice("U", item_id="q.two"),),
    }  # fmt: skip
    assert load_voices(db, "x") == {}


def test_every_change_stands_in_the_journal(db, assessment):
    hear(db, assessment, voice(2))
    hear(db, assessment, voice(3))
    take_away(db, assessment, voice_key("q.one", WHO))
    assert load_voices(db, assessment.id) == {}
    changes = [(c.before, c.after) for s in load_steps(db, assessment.id) for c in s.changes]
    assert changes == [(None, voice(2)), (voice(2), voice(3)), (voice(3), None)]


def test_of_an_item_answers_and_voices_are_told(db, assessment):
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    hear(db, assessment, voice(2), voice(3, item_id="q.on"), voice(3, item_id="q.ones"))
    found = load_item_steps(db, assessment.id, "q.one")
    assert [step.changes[0].item_id for step in found] == ["q.one", f"q.one/{WHO}"]


def test_a_voice_cannot_be_kept_under_another_name(db, assessment):
    after = {(Subject.VOICE, "q.two/IT"): voice(2)}
    with pytest.raises(ValueError, match=r"q\.two/IT"):
        record(db, assessment.id, StepKind.IMPORT, after, now=NOON)
    with pytest.raises(ValueError, match="answer"):
        record(db, assessment.id, StepKind.IMPORT, {(Subject.ANSWER, "q.one"): voice(2)}, now=NOON)
    assert load_steps(db, assessment.id) == ()


def test_lists_count_what_counts(db, assessment):
    other = make_assessment(2)
    insert_assessment(db, other, "{}")
    save_answer(db, assessment.id, make_answer("q.one", "U"), now=NOON)
    hear(db, assessment, voice(2), voice(3, item_id="q.two"))
    hear(db, other, voice(2), voice(2, "IT"), voice(1, item_id="q.two"))
    hear(db, other, voice(0, "IT", item_id="q.two"))
    assert load_states(db) == {
        assessment.id: {"q.one": AnswerState.UNKNOWN, "q.two": AnswerState.ANSWERED},
        other.id: {"q.one": AnswerState.ANSWERED, "q.two": AnswerState.OPEN},
    }


def test_voices_go_with_their_assessment(db, assessment):
    hear(db, assessment, voice(2))
    delete_assessment(db, assessment.id)
    assert db.execute("SELECT count(*) FROM voice").fetchone() == (0,)


@pytest.mark.parametrize(
    "damage",
    [
        "content = '{'",
        "content = '{}'",
        "content = replace(content, 'answered', 'said')",
        "content = replace(content, 'q.one', 'q.two')",
        "given_at = 'yesterday'",
        "given_at = '2026-03-02T12:00:00.000'",
    ],
)
def test_what_we_never_write_is_damage(db, assessment, damage):
    hear(db, assessment, voice(2))
    db.execute(f"UPDATE voice SET {damage}")
    with pytest.raises(WorkspaceUnreadableError):
        load_voices(db, assessment.id)


@pytest.mark.parametrize("damage", ["'{'", "'{}'", "replace(content, 'answered', 'said')"])
def test_a_list_notices_damage_too(db, assessment, damage):
    hear(db, assessment, voice(2))
    db.execute(f"UPDATE voice SET content = {damage}")
    with pytest.raises(WorkspaceUnreadableError):
        load_states(db)


def test_times_are_kept_to_the_millisecond(db, assessment):
    late = Voice("IT", make_answer("q.one", 1), NOON + timedelta(milliseconds=5))
    hear(db, assessment, late)
    assert load_voices(db, assessment.id) == {"q.one": (late,)}
