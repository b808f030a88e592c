"""What is kept beside the answers, in words."""

from dataclasses import fields, replace
from datetime import date

import pytest
from kept_entries import BARE, CHECK, FIELD, FRAME, FULL, HIDDEN, OWN_MEASURE, PLAN, SYSTEM, plan_of

from kiassess.domain.entry_tables import KINDS, subject_of
from kiassess.domain.history import Change, StepKind, Undoable
from kiassess.domain.plan_checks import OrderProblem, order_warnings, overloads
from kiassess.domain.planning import PlanEntry, PlanFrame, PlanStatus
from kiassess.wording.history import what_words
from kiassess.wording.planning import (
    entry_fields,
    entry_name,
    euros,
    kind_words,
    order_sentence,
    overload_sentence,
    plain_number,
)


def test_every_kind_has_its_words(texts_de, texts_en):
    for texts in (texts_de, texts_en):
        words = {kind_words(subject, "Ö", texts) for subject in KINDS}
        assert len(words) == len(KINDS)
        assert sum("Ö" in one for one in words) == len(KINDS) - 1  # there is one frame


def test_an_entry_is_called_by_its_name(texts_de):
    names = [entry_name(entry, texts_de) for entry in FULL]
    assert names == [
        "Datenbestände erfassen", "Sprechstunde", "m.data.catalogue", "Protokoll-Assistent",
        "Mobilität", "Niederschriften", "",
    ]  # fmt: skip
    titles = {HIDDEN.id: "Datenkatalog", BARE[1].id: "Bestände"}
    assert entry_name(HIDDEN, texts_de, titles) == "Datenkatalog"
    assert entry_name(BARE[1], texts_de, titles) == "Bestände"
    assert entry_name(OWN_MEASURE, texts_de, titles) == "Sprechstunde"
    assert entry_name(BARE[4], texts_de) == "Feuerwehr"


def test_every_field_of_every_entry_has_a_word_of_its_own(texts_de, texts_en):
    for texts in (texts_de, texts_en):
        for entry in (*FULL, *BARE):
            told = entry_fields(entry, texts)
            assert all(label and words for label, words in told.items())
            hidden = {"id", "measure_id", "use_case_id"}
            inner = {"kpi": 4, "decision": 2} if isinstance(entry, PlanEntry) else {}
            plain = [one.name for one in fields(entry) if one.name not in hidden | inner.keys()]
            assert len(told) == len(plain) + sum(inner.values()), entry


def test_values_are_told_as_people_write_them(texts_de, texts_en):
    told = entry_fields(PLAN, texts_de)
    assert told["Beginn"] == "11.01.2027"
    assert told["Kosten"] == "12.500,50 Euro"
    assert told["Personentage"] == "10,5"
    assert told["Status"] == "läuft"
    assert told["Kennzahl: Zielwert"] == "80"
    assert told["Soll bewegen"] == "data.one (damals Stufe 1); data.two"
    assert told["Beschluss vom"] == "15.12.2026"
    assert entry_fields(SYSTEM, texts_de)["Personenbezogene Daten"] == "ja"
    assert entry_fields(SYSTEM, texts_en)["Pre-check under the AI Act"] == (
        "check for high risk (legal status of 22 November 2026)"
    )
    assert entry_fields(BARE[0], texts_de)["Kosten"] == "keine Angabe"
    assert entry_fields(FIELD, texts_de)["Nutzen für die Menschen"] == "3"
    assert entry_fields(FRAME, texts_de)["Kommunen, die mitmachen"] == "2"
    assert entry_fields(OWN_MEASURE, texts_de)["Aufwand"] == "bis 1 Personentag"


@pytest.mark.parametrize(
    ("cents", "de", "en"),
    [
        (None, "–", "–"),
        (0, "0,00 Euro", "0.00 euros"),
        (5, "0,05 Euro", "0.05 euros"),
        (123_456_789, "1.234.567,89 Euro", "1,234,567.89 euros"),
    ],
)
def test_money(texts_de, texts_en, cents, de, en):
    assert (euros(cents, texts_de), euros(cents, texts_en)) == (de, en)


@pytest.mark.parametrize(
    ("number", "de"),
    [(None, "–"), (3, "3"), (3.0, "3"), (0.25, "0,25"), (-1.5, "-1,5"), (1e6, "1000000")],
)
def test_numbers_have_as_many_digits_as_they_need(texts_de, number, de):
    assert plain_number(number, texts_de) == de


# --- what does not go together


def test_what_cannot_follow_is_a_sentence(texts_de, texts_en):
    first = PlanEntry("a", "Erfassen", due=date(2027, 3, 31))
    second = PlanEntry("b", "Nutzen", start=date(2027, 3, 1), after=("a",))
    (warning,) = order_warnings(plan_of(first, second))
    assert order_sentence(warning, texts_de) == (
        "„Nutzen“ beginnt am 01.03.2027. Vorher soll „Erfassen“ fertig sein, fällig am 31.03.2027."
    )
    for problem in OrderProblem:
        for texts in (texts_de, texts_en):
            said = order_sentence(replace(warning, problem=problem), texts)
            assert "Erfassen" in said
            assert "Nutzen" in said


def test_too_much_for_a_quarter_is_a_sentence(texts_de, texts_en):
    days = date(2027, 1, 4), date(2027, 3, 26)
    entries = [
        PlanEntry(str(n), f"T{n}", start=days[0], due=days[1], days=3, responsible="Frau Ö")
        for n in range(5)
    ]
    everybody, person = overloads(
        plan_of(*entries), PlanFrame(days_per_quarter=12, days_per_person=8.5)
    )
    assert overload_sentence(everybody, texts_de) == (
        "1. Quartal 2027: 15,0 Personentage sind geplant, möglich sind 12,0."
        " Geplant: „T0“, „T1“, „T2“ und 2 weitere."
    )
    assert overload_sentence(person, texts_de).startswith(
        "1. Quartal 2027: Frau Ö hat 15,0 Personentage vor sich, möglich sind 8,5."
    )
    assert "In quarter 1 of 2027, Frau Ö has 15.0" in overload_sentence(person, texts_en)


# --- what is taken back


def undoable(before, after, kind=StepKind.PLAN, more=()):
    entry = before or after
    change = Change(subject_of(entry), entry.id, before, after)
    return Undoable(kind, (change, *more))


def test_what_is_taken_back_is_named(texts_de, texts_en):
    for before, after in ((None, PLAN), (PLAN, None), (PLAN, replace(PLAN, status="done"))):
        words = what_words(undoable(before, after), None, texts_de)
        assert words == "Planeintrag „Datenbestände erfassen“"
    more = undoable(None, SYSTEM).changes
    words = what_words(undoable(None, PLAN, more=more), None, texts_de)
    assert words == "2 Einträge im Plan und daneben"
    carried = undoable(None, PLAN, StepKind.CARRY_OVER)
    assert what_words(carried, None, texts_de) == "Übernahme aus der vorigen Runde"
    assert what_words(carried, None, texts_en) == "taking over from the round before"


def test_a_long_name_is_cut(texts_de):
    entry = PlanEntry("p", "Wissensbasis: Ortsrecht, häufige Fragen, Dienstanweisungen")
    words = what_words(undoable(None, entry), None, texts_de)
    assert words == "Planeintrag „Wissensbasis: Ortsrecht, häufige Fragen…“"


def test_statuses_and_outcomes_have_their_words(texts_de):
    assert texts_de(f"plan_status.{PlanStatus.DROPPED}") == "aufgegeben"
    assert texts_de(f"outcome.{CHECK.outcome}") == "Hochrisiko prüfen"
