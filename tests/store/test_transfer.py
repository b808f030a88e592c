"""Whole assessments in and out of real files, word for word; all of one, or nothing."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOON, make_answer
from kept_entries import FIELD, PLAN, SYSTEM, USE_CASE, keyed
from packages import (
    OTHER_FACTS,
    answered,
    begun,
    everything,
    frozen,
    full,
    kept,
    moved,
    then,
    undone,
)

from kiassess.domain.entry_tables import key_of
from kiassess.domain.errors import WorkspaceUnreadableError, WorkspaceUnwritableError
from kiassess.domain.history import StepKind, stacks
from kiassess.domain.merge_plan import OnConflict
from kiassess.domain.merging import compare_packages
from kiassess.domain.package import FACTS, broken_step
from kiassess.store.assessments import delete_assessment, load_assessments
from kiassess.store.entries import load_entry_changes
from kiassess.store.journal import load_heads, load_steps
from kiassess.store.transfer import insert_package, load_package, merge_package
from kiassess.store.workspace import open_workspace

LATER = NOON + timedelta(days=9)
WHOLE = everything()
BASE = answered(begun(), ("data.one", 1), ("data.two", 2))


@pytest.fixture
def db(file):
    """An empty workspace open for writing."""
    with closing(open_workspace(file)) as db:
        yield db


def dump(db):
    """All rows of all tables, but what counts them."""
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        table: sorted(map(tuple, db.execute(f"SELECT * FROM {table}")), key=repr)
        for table in tables
        if table not in {"sqlite_sequence"}
    }


def merge(db, there, on_conflict=OnConflict.ASK):
    """Take a package in as the workflow does."""
    here = load_package(db, there.assessment.id)
    plan = compare_packages(here, there)
    merge_package(db, plan, on_conflict, now=LATER, who="Herr Ä")
    return load_package(db, there.assessment.id)


@pytest.mark.parametrize("package", [begun(), BASE, WHOLE, moved(WHOLE), full()])
def test_what_is_stored_comes_back(db, package):
    insert_package(db, package)
    assert load_package(db, package.assessment.id) == package


def test_entries_come_with_the_time_of_their_last_change(db):
    package = kept(kept(begun(), PLAN, SYSTEM), replace(PLAN, note="newer"))
    insert_package(db, package)
    first, second = (step.head.at for step in package.journal)
    changes = load_entry_changes(db, package.assessment.id)
    assert changes == {key_of(SYSTEM): first, key_of(PLAN): second}


def test_what_is_not_there_is_none(db):
    assert load_package(db, "x") is None


def test_assessments_share_their_questionnaires_and_legal_tables(db):
    insert_package(db, WHOLE)
    before = dump(db)
    other = replace(WHOLE.assessment, id="0" * 8)
    states = tuple(
        replace(one, assessment=replace(one.assessment, id="0" * 8)) for one in WHOLE.states
    )
    insert_package(db, replace(WHOLE, assessment=other, states=states))
    after = dump(db)
    for table in ("questionnaire", "legal_table", "municipality"):
        assert after[table] == before[table]
    delete_assessment(db, "0" * 8)
    assert dump(db) == before


def test_an_assessment_that_comes_can_be_taken_back_like_any_other(db):
    insert_package(db, WHOLE)
    heads = load_heads(db, WHOLE.assessment.id)
    assert heads == tuple(step.head for step in WHOLE.journal)
    assert stacks(heads).redo == ((6,),)


@pytest.mark.parametrize("table", ["answer", "journal", "frozen_state", "questionnaire_use"])
def test_what_cannot_be_stored_in_full_is_not_stored_at_all(db, table):
    db.execute(
        f"CREATE TRIGGER stop BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'stop'); END"
    )
    before = dump(db)
    with pytest.raises(sqlite3.IntegrityError):
        insert_package(db, WHOLE)
    assert dump(db) == before


def test_a_workspace_that_cannot_be_written_stays_as_it_is(db):
    insert_package(db, BASE)
    before = dump(db)
    db.execute("PRAGMA query_only = ON")
    for package in (WHOLE, replace(WHOLE, assessment=replace(WHOLE.assessment, id="0" * 8))):
        with pytest.raises(WorkspaceUnwritableError):
            merge(db, package)
    assert dump(db) == before


def test_a_damaged_workspace_is_told(db):
    insert_package(db, WHOLE)
    db.execute("UPDATE questionnaire SET content = '{' || content")
    with pytest.raises(WorkspaceUnreadableError):
        load_package(db, WHOLE.assessment.id)


# --- merging


def test_a_continuation_leaves_what_is_there(db):
    insert_package(db, BASE)
    there = answered(BASE, ("data.one", 3), ("data.new", "U"), who="B")
    there = frozen(moved(then(there, StepKind.FACTS, {FACTS: OTHER_FACTS})))
    assert merge(db, there) == there


def test_an_answer_taken_away_by_a_continuation_is_gone(db):
    insert_package(db, BASE)
    there = undone(BASE)
    assert merge(db, there) == there
    assert "data.two" not in there.answers


def test_entries_follow_a_continuation_and_so_does_what_was_taken_away(db):
    here = kept(BASE, PLAN, SYSTEM)
    insert_package(db, here)
    there = kept(here, replace(PLAN, note="newer"), USE_CASE, gone=[key_of(SYSTEM)])
    assert merge(db, there) == there


@pytest.mark.parametrize("on_conflict", OnConflict)
def test_entries_are_merged_one_by_one(db, on_conflict):
    base = kept(BASE, PLAN, SYSTEM, USE_CASE)
    here = kept(base, replace(PLAN, note="A"), replace(USE_CASE, idea="A"), who="A")
    there = kept(base, replace(PLAN, note="B"), FIELD, gone=[key_of(SYSTEM)], who="B")
    insert_package(db, here)
    after = merge(db, there, on_conflict)
    plan = replace(PLAN, note="B" if on_conflict is OnConflict.TAKE else "A")
    assert after.entries == keyed(plan, replace(USE_CASE, idea="A"), FIELD)
    assert after.voices == {}
    assert broken_step(after) is None
    assert after.journal[-1].head.kind is StepKind.IMPORT


def test_a_continuation_keeps_our_states(db):
    here = frozen(BASE, "Beschluss", who="A")
    insert_package(db, here)
    there = frozen(answered(BASE, ("data.one", 3)), "Beschluss", who="B")
    after = merge(db, there)
    assert [state.name for state in after.states] == ["Beschluss", "Beschluss (Import)"]
    assert after.answers == there.answers
    assert merge(db, there) == after


@pytest.mark.parametrize("on_conflict", OnConflict)
def test_what_is_taken_is_one_step_that_can_be_taken_back(db, on_conflict):
    here = answered(BASE, ("data.one", 4), who="A")
    there = answered(BASE, ("data.one", 3), ("data.two", 0), ("data.new", 1), who="B")
    there = then(there, StepKind.FACTS, {FACTS: OTHER_FACTS})
    insert_package(db, here)
    after = merge(db, there, on_conflict)
    takes = on_conflict is OnConflict.TAKE
    assert after.answers == {
        **there.answers,
        "data.one": make_answer("data.one", 3 if takes else 4),
    }
    assert after.assessment.facts == OTHER_FACTS
    assert after.assessment.changed_at == after.changed["data.new"] == LATER
    assert after.changed["data.one"] == (LATER if takes else here.changed["data.one"])
    assert after.journal[:-1] == here.journal
    last = load_steps(db, here.assessment.id)[-1]
    assert (last.head.kind, last.head.who, last.head.at) == (StepKind.IMPORT, "Herr Ä", LATER)
    beside = {"data.one/B"} if on_conflict is OnConflict.BOTH else set()
    assert {change.item_id for change in last.changes} == {"", "data.two", "data.new"} | beside | (
        {"data.one"} if takes else set()
    )
    assert after.voices.keys() == beside
    if beside:
        assert after.voices["data.one/B"].answer == make_answer("data.one", 3)
        assert merge(db, there, on_conflict) == after  # nothing is left to do
    assert broken_step(after) is None


def test_where_there_is_nothing_to_take_nothing_is_written(db):
    here = answered(BASE, ("data.one", 4), who="A")
    insert_package(db, here)
    before = dump(db)
    merge(db, BASE, OnConflict.TAKE)
    assert dump(db) == before


def test_states_alone_come_without_a_step(db):
    insert_package(db, BASE)
    after = merge(db, frozen(BASE))
    assert [state.name for state in after.states] == ["Beschluss"]
    assert after.journal == BASE.journal


def test_a_merge_that_fails_halfway_changes_nothing(db):
    insert_package(db, BASE)
    db.execute(
        "CREATE TRIGGER stop BEFORE INSERT ON frozen_state BEGIN SELECT RAISE(ABORT, 'x'); END"
    )
    before = dump(db)
    for there in (frozen(answered(BASE, ("data.one", 3))), frozen(undone(BASE))):
        with pytest.raises(sqlite3.IntegrityError):
            merge(db, there)
        assert dump(db) == before


def test_a_new_assessment_may_come_through_the_plan(db):
    assert merge(db, WHOLE) == WHOLE
    assert [one.id for one in load_assessments(db)] == [WHOLE.assessment.id]
