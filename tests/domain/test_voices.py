"""Several voices: which answer counts, and that a mean never does."""

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOON, make_answer
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.assessment import Answer, AnswerState, Evidence, EvidenceType, Voice
from kiassess.domain.counting import counted_state
from kiassess.domain.voices import (
    by_item,
    by_key,
    counted,
    counted_answers,
    counted_changes,
    differ,
    split_key,
    spread,
    usable_name,
    voice_key,
)

VALUES = st.sampled_from([0, 1, 2, 3, 4, "U", "N", "-"])
NAMES = ("IT", "Hauptamt", "Frau Ö/2")


def voice(value, name="IT", *, minutes=0, **facts):
    """What somebody says about ``data.one``."""
    return Voice(name, make_answer("data.one", value, **facts), NOON + timedelta(minutes=minutes))


@st.composite
def heard(draw):
    """An answer of the assessment itself, or none, and voices of different people."""
    own = draw(st.none() | VALUES)
    values = draw(st.lists(VALUES, max_size=3))
    found = [
        voice(value, name, minutes=draw(st.integers(0, 5)))
        for value, name in zip(values, NAMES, strict=False)
    ]
    return None if own is None else make_answer("data.one", own, target=4, note="x"), found


@given(heard())
def test_what_is_agreed_counts_whatever_the_voices_say(case):
    own, voices = case
    if own is not None and own.touched:
        assert counted(own, voices) == own


@given(heard())
def test_nothing_counts_that_nobody_has_said(case):
    own, voices = case
    found = counted(own, voices)
    said = {(one.answer.state, one.answer.level) for one in voices if one.answer.touched}
    if own is not None and own.touched:
        return
    if found is None or not found.touched:
        assert len(said) != 1
        assert found == own
    else:
        assert said == {(found.state, found.level)}


@given(heard(), st.randoms())
def test_the_order_of_voices_makes_no_difference(case, chance):
    own, voices = case
    mixed = list(voices)
    chance.shuffle(mixed)
    assert counted(own, mixed) == counted(own, voices)


@given(heard())
def test_a_list_says_the_same_as_the_answers(case):
    own, voices = case
    found = counted(own, voices)
    said = [(one.answer.state, one.answer.level) for one in voices]
    expected = AnswerState.OPEN if found is None else found.state
    assert counted_state(own and own.state, said) is expected


def test_target_and_note_of_the_assessment_stay_beside_the_only_voice():
    own = Answer("data.one", target=3, note="ours")
    proof = Evidence(EvidenceType.DOCUMENT, "Az. 1")
    found = counted(own, [voice(2, note="theirs", evidence=proof)])
    assert found == make_answer("data.one", 2, target=3, note="ours", evidence=proof)


def test_of_voices_that_agree_the_latest_one_counts_with_its_note():
    voices = [voice(2, "A", minutes=2, note="new"), voice(2, "B", minutes=1, note="old")]
    assert counted(None, voices).note == "new"


def test_dont_know_is_something_to_say():
    voices = [voice(2, "A"), voice("U", "B")]
    assert counted(None, voices) is None
    assert differ(one.answer for one in voices)
    assert spread(one.answer for one in voices) is None
    assert spread([make_answer("a.a", 1), make_answer("a.a", "U"), make_answer("a.a", 4)]) == 3


def test_an_item_only_respondents_have_spoken_of_has_an_answer():
    assert counted_answers({}, {"data.one": (voice(2),)}) == {
        "data.one": make_answer("data.one", 2)
    }
    assert counted_answers({}, {"data.one": (voice(2, "A"), voice(3, "B"))}) == {}


def test_an_answer_changes_when_a_voice_that_counts_does():
    voices = {"data.one": (voice(2, minutes=7),), "data.two": (voice(2, minutes=7),)}
    own = {"data.one": Answer("data.one", target=1), "data.two": make_answer("data.two", 4)}
    changed = dict.fromkeys(own, NOON)
    assert counted_changes(own, changed, voices) == {
        "data.one": NOON + timedelta(minutes=7), "data.two": NOON,
    }  # fmt: skip


@given(st.sampled_from(["data.one", "a.b@2"]), st.text(min_size=1))
def test_a_voice_is_found_under_its_name(item_id, respondent):
    assert split_key(voice_key(item_id, respondent)) == (item_id, respondent)


def test_voices_are_grouped_by_item_and_back():
    voices = {"data.one": (voice(1, "A"), voice(3, "B"))}
    assert by_item(by_key(voices)) == voices


@pytest.mark.parametrize(
    ("name", "kept"),
    [("  Amt\t10\n", "Amt 10"), ("\x00\u202e", ""), ("ä" * 150, "ä" * 100), ("a/b", "a/b")],
)
def test_a_name_is_one_line(name, kept):
    assert usable_name(name) == kept


def test_what_is_said_keeps_its_details():
    said = replace(voice(3).answer, confidence=None, note="n")
    assert counted(None, [Voice("A", said, NOON)]) == said
