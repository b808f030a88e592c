"""What a workbook adds: the voice of one respondent, replaced row by row, never mixed up."""

from dataclasses import replace
from datetime import timedelta

from builders import NOON, make_answer
from towns import small_town

from kiassess.domain.assessment import AnswerState, Voice
from kiassess.domain.fill_in import FillIn, FillInEntry, Respondent, Unclear
from kiassess.domain.taking_back import respondent_name, take_back
from kiassess.domain.voices import opened_with


def level(item_id, number, **facts):
    """A row with a level."""
    return FillInEntry(item_id, "F5", AnswerState.ANSWERED, number, **facts)


def town(said=(), own=None):
    """A small town in which some have spoken already."""
    bare = small_town(own)
    voices = {}
    for voice in said:
        item_id = voice.answer.item_id
        voices[item_id] = (*voices.get(item_id, ()), voice)
    return opened_with(bare.assessment, bare.questionnaire, bare.answers, voices)


def taken(opened, *entries, who="IT", at=NOON, **facts):
    fill_in = FillIn(None, Respondent(), entries, facts.pop("open_ids", ()), **facts)
    return take_back(opened, fill_in, respondent=who, role_id="it", at=at)


def said(value, who="IT", item_id="data.one", at=NOON, **facts):
    return Voice(who, make_answer(item_id, value, **facts), at, "it")


def test_every_row_that_says_something_new_becomes_a_voice():
    untouched = level("data.two", 1, untouched=True)
    found = taken(
        town(), level("data.one", 3, note="seit 2024"), untouched, open_ids=("infra.one",)
    )
    assert found.voices == (said(3, note="seit 2024"),)
    assert (found.replaced, found.repeated, found.differing) == (0, (), ())
    counts = found.counts
    assert (counts.taken, counts.untouched, counts.open, counts.unclear) == (1, 1, 1, 0)


def test_what_the_same_person_has_said_already_is_not_taken_again():
    found = taken(town([said(3)]), level("data.one", 3))
    assert found.voices == ()
    assert found.repeated == ("data.one",)
    assert (found.counts.taken, found.counts.untouched) == (0, 1)


def test_a_level_replaces_all_that_the_same_person_has_said():
    found = taken(town([said(3, note="alt")]), level("data.one", 1))
    assert found.voices == (said(1),)
    assert found.replaced == 1


def test_a_note_alone_is_added_to_what_the_person_has_said():
    found = taken(town([said(3, note="alt")]), FillInEntry("data.one", "F5", note="neu"))
    assert found.voices == (said(3, note="neu"),)
    found = taken(town(), FillInEntry("data.one", "F5", note="neu"), open_ids=("data.one",))
    assert found.voices == (said("-", note="neu"),)
    assert (found.notes, found.counts.taken, found.counts.open) == (1, 0, 1)


def test_others_are_not_touched_and_differing_is_told():
    opened = town([said(3, "Hauptamt"), said(2, "Bauamt", "data.two")], own={"infra.one": 4})
    rows = level("data.one", 3), level("data.two", 0), level("infra.one", 0)
    found = taken(opened, *rows)
    assert len(found.voices) == 3
    assert found.differing == ("data.two", "infra.one")


def test_the_same_name_in_other_letters_is_the_same_person():
    found = taken(town([said(3, "Hauptamt")]), level("data.one", 3), who="HAUPTAMT")
    assert (found.respondent, found.repeated) == ("Hauptamt", ("data.one",))


def test_an_older_workbook_is_told_apart():
    opened = town([said(3, at=NOON)])
    assert taken(opened, level("data.one", 1)).newer_here is None
    assert taken(opened, level("data.one", 1), at=NOON - timedelta(hours=3)).newer_here is None
    assert taken(opened, level("data.one", 1), at=NOON - timedelta(days=1)).newer_here == NOON
    assert taken(opened, level("data.one", 3), at=NOON - timedelta(days=1)).newer_here is None


def test_unclear_cells_are_counted_and_bring_nothing():
    found = taken(town(), unclear=(Unclear("F7", "2,5", "data.one"),))
    assert (found.voices, found.counts.unclear) == ((), 1)


def test_whoever_wrote_a_name_is_called_by_it():
    empty = FillIn(None, Respondent(), (), ())
    assert respondent_name(empty, "", "Mappe 3") == "Mappe 3"
    assert respondent_name(empty, "Hauptamt", "Mappe 3") == "Hauptamt"
    assert respondent_name(empty, "\0") == "?"
    named = replace(empty, respondent=Respondent("M. Ö", "Bauamt"))
    assert respondent_name(named, "Hauptamt") == "Bauamt, M. Ö"
    assert respondent_name(replace(empty, respondent=Respondent("M. Ö")), "x") == "M. Ö"
