"""Entries as plain tables and back; nothing else is believed."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_entries import BARE, FIELD, FRAME, FULL, HIDDEN, PLAN, SYSTEM, USE_CASE

from kiassess.domain.entries import KeptEntry, is_typing_entry
from kiassess.domain.entry_tables import (
    KINDS,
    LONGEST_TEXT,
    entry_of,
    entry_table,
    in_their_order,
    key_of,
    storable,
    subject_of,
)
from kiassess.domain.history import ENTRIES, Subject
from kiassess.domain.kept import Kept, kept_of
from kiassess.domain.planning import Kpi, PlanEntry


def back(entry, **changes):
    """An entry after a way through JSON; ``...`` removes a field."""
    table = json.loads(json.dumps(entry_table(entry))) | changes
    kept = {name: value for name, value in table.items() if value is not ...}
    return entry_of(subject_of(entry), entry.id, kept)


def test_every_kind_of_entry_is_known_to_the_journal():
    assert KINDS.keys() == ENTRIES
    assert {type(entry) for entry in FULL} == set(KINDS.values())
    assert {type(entry) for entry in BARE} == set(KINDS.values())


def test_what_is_written_comes_back():
    for entry in (*FULL, *BARE):
        assert back(entry) == entry
        assert "id" not in entry_table(entry)


def test_in_a_full_entry_every_field_says_something():
    for entry in FULL:
        silent = {name for name, value in entry_table(entry).items() if value in (None, "", [])}
        assert silent <= {"name"}, entry  # one of our fields has none


def test_what_a_later_program_has_added_is_left_alone_and_what_is_missing_is_not_said():
    assert back(PLAN, colour="blue") == PLAN
    assert back(PLAN, note=..., aims=...) == replace(PLAN, note="", aims=())
    assert back(SYSTEM, precheck=...) == replace(SYSTEM, precheck=None)


@pytest.mark.parametrize(
    ("entry", "name", "value"),
    [
        (PLAN, "title", ...),
        (PLAN, "title", " "),
        (PLAN, "title", None),
        (PLAN, "title", 7),
        (PLAN, "note", "a\0b"),
        (PLAN, "note", "a" * (LONGEST_TEXT + 1)),
        (PLAN, "step", 0),
        (PLAN, "step", 8),
        (PLAN, "step", 2.0),
        (PLAN, "step", True),
        (PLAN, "start", "2027-02-30"),
        (PLAN, "start", "20270111"),
        (PLAN, "start", "2027-W02-1"),
        (PLAN, "start", "0001-01-01"),
        (PLAN, "due", "2027-01-10"),
        (PLAN, "days", -1),
        (PLAN, "days", "3"),
        (PLAN, "days", float("nan")),
        (PLAN, "days", float("inf")),
        (PLAN, "days", 10**400),
        (PLAN, "cost_cents", 1.5),
        (PLAN, "cost_cents", -1),
        (PLAN, "status", "later"),
        (PLAN, "status", ["done"]),
        (PLAN, "kpi", []),
        (PLAN, "kpi", {"name": 1}),
        (PLAN, "kpi", {"start": float("inf")}),
        (PLAN, "decision", {"day": "2026"}),
        (PLAN, "after", "m.x"),
        (PLAN, "after", [PLAN.id]),
        (PLAN, "after", ["a", "a"]),
        (PLAN, "after", [str(n) for n in range(201)]),
        (PLAN, "aims", [{"level": 1}]),
        (PLAN, "aims", [{"item_id": "a", "level": 5}]),
        (PLAN, "aims", [{"item_id": "a"}, {"item_id": "a"}]),
        (HIDDEN, "reason", "\n"),
        (SYSTEM, "name", ""),
        (SYSTEM, "personal_data", 1),
        (SYSTEM, "role", "user"),
        (SYSTEM, "review", "4.5.2027"),
        (SYSTEM, "precheck", {"outcome": "high_risk"}),
        (FIELD, "challenge", 0),
        (FIELD, "benefit", 5),
        (USE_CASE, "benefit_rate", 9),
        (USE_CASE, "precheck", {"outcome": "x", "as_of": "2026-11-22", "made_on": "2026-11-22"}),
        (FRAME, "neighbours", -1),
        (FRAME, "neighbours", None),
        (FRAME, "days_per_person", -0.5),
    ],
)  # fmt: skip
def test_what_we_would_not_write_is_refused_and_named(entry, name, value):
    with pytest.raises(ValueError, match=name):
        back(entry, **{name: value})


@pytest.mark.parametrize("entry_id", ["", " ", "a b", "a\n", "\u202e", "x" * 101])
def test_an_id_is_one_short_word(entry_id):
    for subject in KINDS:
        with pytest.raises(ValueError, match="id"):
            entry_of(
                subject, entry_id, entry_table(next(e for e in BARE if subject_of(e) is subject))
            )


def test_only_fields_we_know_may_go_without_a_name():
    with pytest.raises(ValueError, match="id"):
        entry_of(Subject.FIELD, "sports", {"name": "Sport"})
    with pytest.raises(ValueError, match="name"):
        entry_of(Subject.FIELD, "own.sports", {})
    with pytest.raises(ValueError, match="id"):
        entry_of(Subject.FRAME, "other", {})
    with pytest.raises(ValueError, match="title"):
        entry_of(Subject.MEASURE, "own.1", {})
    with pytest.raises(ValueError, match="PlanEntry"):
        entry_of(Subject.PLAN, "p", ["title"])


@given(st.text(min_size=1), st.floats(-1e15, 1e15))
def test_whatever_is_typed_can_be_stored_and_read(text, number):
    entry = storable(
        PlanEntry("p", f"x{text}", note=text, kpi=Kpi(text, number), days=abs(number) % 9)
    )
    assert back(entry) == entry
    entry.note.encode()
    assert "\0" not in entry.note


def test_a_whole_number_is_written_as_a_number_with_decimals():
    entry = PlanEntry("p", "P", days=3, kpi=Kpi("n", 1))
    assert json.dumps(entry_table(entry)["days"]) == "3.0"
    assert back(entry) == entry
    assert json.dumps(entry_table(back(entry))) == json.dumps(entry_table(entry))


def test_entries_have_one_order_and_each_is_there_once():
    newer = replace(PLAN, note="newer")
    assert in_their_order((*FULL[::-1], newer)) == in_their_order((newer, *FULL[1:]))
    assert [key_of(entry) for entry in in_their_order(FULL)] == sorted(map(key_of, FULL))


def test_entries_are_told_apart_by_kind():
    kept = kept_of(FULL)
    assert (kept.plan, kept.frame) == ({PLAN.id: PLAN}, FRAME)
    assert set(kept.systems) == {SYSTEM.id}
    assert kept_of(()) == Kept()


# --- typing


def test_typing_changes_nothing_but_text():
    assert is_typing_entry(PLAN, replace(PLAN, title="T", note="n", responsible=""))
    assert not is_typing_entry(PLAN, replace(PLAN, due=date(2028, 1, 1)))
    assert not is_typing_entry(PLAN, replace(PLAN, status="done"))
    assert not is_typing_entry(PLAN, replace(PLAN, measure_id="m.x"))
    assert not is_typing_entry(PLAN, replace(PLAN, id="p2"))
    assert not is_typing_entry(PLAN, SYSTEM)


def test_an_entry_is_nothing_but_its_id():
    assert KeptEntry("a").id == "a"
