"""What comes with files, in words."""

from dataclasses import replace

import pytest
from builders import make_answer, make_item, make_questionnaire
from hypothesis import given
from hypothesis import strategies as st
from kept_entries import FIELD, PLAN, SYSTEM, USE_CASE
from packages import OTHER_FACTS, answered, begun, everything, frozen, kept, then

from kiassess import paths
from kiassess.domain.assessment import Voice
from kiassess.domain.entry_tables import key_of
from kiassess.domain.errors import ExchangeDamagedError
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.merge_plan import OnConflict
from kiassess.domain.merging import compare_packages
from kiassess.domain.package import FACTS
from kiassess.wording.import_preview import (
    ImportRow,
    Rank,
    exchange_row,
    exchange_taken_row,
    in_order,
    left_row,
    preview_sentence,
    refused_row,
    report_sentence,
    report_text,
)
from kiassess.wording.texts import load_texts

TEXTS = load_texts(paths.bundled().texts, "de")
ENGLISH = load_texts(paths.bundled().texts, "en")
FILE = "Bad Musterbach.kiassess"


def summary(here, there):
    return compare_packages(here, there).summary()


def asked_about(*item_ids):
    return make_questionnaire([make_item(item_id) for item_id in item_ids])


@pytest.fixture
def both():
    """One thing newer there, one newer here, one changed on both sides, and so are the facts."""
    past = answered(begun(), ("data.one", 1), ("data.two", 1), ("infra.one", 1))
    here = answered(past, ("data.one", 2), ("data.two", 2), who="wir")
    there = answered(past, ("data.one", 3), ("infra.one", 3), who="sie")
    other = replace(OTHER_FACTS, population=12_345)
    here = then(here, StepKind.FACTS, {FACTS: OTHER_FACTS}, who="wir")
    return here, then(there, StepKind.FACTS, {FACTS: other}, who="sie")


def test_a_new_assessment_says_how_much_it_holds():
    row = exchange_row(FILE, summary(None, answered(begun(), ("data.one", 1))), None, TEXTS)
    assert (row.content, row.effect) == ("Bad Musterbach, Stadt, 02.03.2026", "neu, eine Antwort")
    assert row.rank is Rank.NEWS
    assert row.takes


def test_what_is_here_already_is_unchanged():
    package = everything()
    row = exchange_row(FILE, summary(package, package), None, TEXTS)
    assert (row.effect, row.rank, row.takes) == ("unverändert", Rank.SAME, False)


def test_what_is_only_newer_here_is_not_taken():
    past = answered(begun(), ("data.one", 1))
    row = exchange_row(FILE, summary(answered(past, ("data.one", 2)), past), None, TEXTS)
    assert (row.effect, row.takes) == ("1 hier neuer", False)


def test_a_new_state_alone_is_something():
    package = begun()
    row = exchange_row(FILE, summary(package, frozen(package)), None, TEXTS)
    assert (row.effect, row.rank, row.takes) == (
        "ein festgehaltener Stand neu", Rank.NEWS, True,
    )  # fmt: skip


def test_differences_are_counted_and_conflicts_asked_for(both):
    row = exchange_row(FILE, summary(*both), None, TEXTS)
    assert row.effect == (
        "1 dort neuer, 1 auf beiden Seiten geändert, 1 hier neuer, "
        "Angaben auf beiden Seiten geändert"
    )
    assert row.rank is Rank.DECIDE
    assert row.takes


def test_of_the_facts_only_what_differs_is_told(both):
    row = exchange_row(FILE, summary(*both), None, TEXTS)
    facts = row.conflicts[0]
    assert (facts.here, facts.there) == ("Einwohnerzahl 9\u202f100", "Einwohnerzahl 12\u202f345")


def test_entries_are_counted_apart_from_answers_and_told_by_what_differs():
    past = kept(answered(begun(), ("data.one", 1)), PLAN, SYSTEM, USE_CASE)
    here = kept(past, replace(PLAN, note="hier"), replace(USE_CASE, idea="x"), who="wir")
    there = kept(past, replace(PLAN, note="dort"), FIELD, who="sie", gone=[key_of(SYSTEM)])
    row = exchange_row(FILE, summary(here, there), None, TEXTS)
    assert row.effect == (
        "2 Einträge im Plan und daneben dort neuer, ein Eintrag auf beiden Seiten geändert, "
        "ein Eintrag im Plan oder daneben hier neuer"
    )
    (conflict,) = row.conflicts
    assert conflict.title == "Planeintrag „Datenbestände erfassen“"
    assert (conflict.here, conflict.there) == ("Notiz: hier", "Notiz: dort")
    for on_conflict in OnConflict:
        taken = exchange_taken_row(FILE, summary(here, there), on_conflict, TEXTS)
        assert taken.takes
        number = 3 if on_conflict is OnConflict.TAKE else 2
        assert f"{number} Einträge im Plan und daneben übernommen" in taken.lines[0]


def test_an_entry_taken_away_on_one_side_is_a_conflict_too():
    past = kept(begun(), PLAN)
    here = kept(past, gone=[key_of(PLAN)], who="wir")
    there = kept(past, replace(PLAN, note="dort"), who="sie")
    (conflict,) = exchange_row(FILE, summary(here, there), None, TEXTS).conflicts
    assert conflict.title == "Planeintrag „Datenbestände erfassen“"
    assert conflict.here == "nicht vorhanden"
    assert "Notiz: dort" in conflict.there
    assert "Kosten: 12.500,50 Euro" in conflict.there


def test_only_newer_entries_are_something_to_take():
    past = answered(begun(), ("data.one", 1))
    row = exchange_row(FILE, summary(past, kept(past, PLAN)), None, TEXTS)
    assert (row.effect, row.rank) == (
        "ein Eintrag im Plan oder daneben dort neuer", Rank.NEWS,
    )  # fmt: skip


def test_a_conflict_has_the_title_of_its_question_and_the_names_of_the_levels(both):
    asked = asked_about("data.one", "data.two", "infra.one")
    row = exchange_row(FILE, summary(*both), asked, TEXTS)
    conflict = row.conflicts[1]
    assert conflict.title == asked.item("data.one").title
    assert asked.levels[2].name in conflict.here
    assert asked.levels[3].name in conflict.there


def test_where_the_level_is_the_same_only_the_rest_is_told():
    past = answered(begun(), ("data.one", 1))
    asked = asked_about("data.one")
    sides = [
        then(past, StepKind.ANSWER,
             {(Subject.ANSWER, "data.one"): replace(make_answer("data.one", 1), note=note)},
             who=note)
        for note in ("hier", "dort")
    ]  # fmt: skip
    (conflict,) = exchange_row(FILE, summary(*sides), asked, TEXTS).conflicts
    assert (conflict.here, conflict.there) == ("Notiz: hier", "Notiz: dort")


def test_without_the_questionnaire_the_id_and_the_number_are_told(both):
    conflict = exchange_row(FILE, summary(*both), None, TEXTS).conflicts[1]
    assert (conflict.title, conflict.here, conflict.there) == ("data.one", "Stufe 2", "Stufe 3")


@pytest.mark.parametrize("on_conflict", list(OnConflict))
def test_every_choice_can_be_told_afterwards(both, on_conflict):
    row = exchange_taken_row(FILE, summary(*both), on_conflict, TEXTS)
    assert (row.effect, row.takes) == ("übernommen", True)


@pytest.mark.parametrize(
    ("on_conflict", "taken"),
    [(OnConflict.KEEP, False), (OnConflict.TAKE, True), (OnConflict.BOTH, True)],
)
def test_a_conflict_alone_is_taken_or_kept(on_conflict, taken):
    past = answered(begun(), ("data.one", 1))
    here, there = (answered(past, ("data.one", n), who=str(n)) for n in (2, 3))
    row = exchange_taken_row(FILE, summary(here, there), on_conflict, TEXTS)
    assert row.takes is taken


def test_a_voice_is_told_with_its_respondent():
    past = answered(begun(), ("data.one", 1))
    key = Subject.VOICE, "data.one/Hauptamt"
    sides = []
    for level in (2, 4):
        voice = Voice("Hauptamt", make_answer("data.one", level), past.assessment.changed_at)
        changed = then(past, StepKind.IMPORT, {key: voice}, who=str(level))
        sides.append(replace(changed, voices={"data.one": (voice,)})
                     if not changed.voices else changed)  # fmt: skip
    row = exchange_row(FILE, summary(*sides), asked_about("data.one"), TEXTS)
    assert any("Hauptamt" in one.title for one in row.conflicts)


def test_a_refused_file_says_why():
    row = refused_row(FILE, ExchangeDamagedError(file=FILE, where="answers"), TEXTS)
    assert (row.content, row.effect, row.takes) == (FILE, "abgelehnt", False)
    assert FILE in row.lines[0]


ROWS = st.lists(
    st.builds(
        ImportRow,
        file=st.just("a"), content=st.just("b"), effect=st.just("c"),
        rank=st.sampled_from(Rank), takes=st.booleans(),
    ),
    min_size=1,
)  # fmt: skip


@given(ROWS)
def test_every_file_is_counted_once(rows):
    for sentence in (preview_sentence, report_sentence):
        for texts in (TEXTS, ENGLISH):
            words = sentence(rows, texts).replace(":", " ").split()
            numbers = [int(word) for word in words if word.isdigit()]
            total = numbers[0] if len(rows) > 1 else 1
            assert total == len(rows) == sum(numbers[1 if len(rows) > 1 else 0 :])


@given(ROWS)
def test_no_file_is_lost_in_order_or_report(rows):
    assert sorted(in_order(rows)) == list(range(len(rows)))
    report = report_text(rows, TEXTS, at="heute")
    assert report.count("a – b: c") == len(rows)
    assert report.startswith("kiassess: Import vom heute\n")


def test_a_file_that_was_not_reached_brings_nothing(both):
    row = left_row(exchange_row(FILE, summary(*both), None, TEXTS), TEXTS)
    assert (row.rank, row.takes, row.conflicts) == (Rank.LEFT, False, ())
