"""Answers and their journal: kept as given, all or nothing, for ever."""

import json
import sqlite3
from datetime import UTC, date, datetime, timedelta

import pytest
from builders import NOON, load_all_answers, make_answer, make_assessment
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiassess.domain.assessment import (
    Answer,
    AnswerState,
    Confidence,
    Evidence,
    EvidenceType,
)
from kiassess.domain.errors import WorkspaceUnwritableError
from kiassess.domain.kinds import DeliveryMode
from kiassess.store.answers import (
    load_answers,
    load_changes,
    save_answer,
    save_answers,
)
from kiassess.store.assessments import delete_assessment, insert_assessment, load_assessments
from kiassess.store.journal import load_steps

FULL = Answer(
    "q.full",
    AnswerState.ANSWERED,
    4,
    reason="r",
    note="Ä “=1+1” 🏛\n\tzweite Zeile",
    evidence=Evidence(EvidenceType.DOCUMENT, "Az. 12/3", date(2025, 12, 31)),
    target=0,
    delivery=DeliveryMode.COUNTY,
    confidence=Confidence.GUESSED,
    responsible="Hauptamt",
)


def journal(db):
    rows = db.query("SELECT * FROM journal ORDER BY assessment_id, step, item_id")
    return [
        (
            row["item_id"],
            row["changed_at"],
            None if row["before"] is None else json.loads(row["before"]),
            json.loads(row["after"]),
        )
        for row in rows
    ]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(make_answer("q.one", 0), id="level-0"),
        pytest.param(make_answer("q.one", 4), id="level-4"),
        pytest.param(make_answer("q.one", "U"), id="unknown"),
        pytest.param(make_answer("q.one", "N"), id="not-applicable"),
        pytest.param(Answer("q.one", note="only a note"), id="open-with-a-note"),
        pytest.param(Answer("q.one", target=3), id="open-with-a-target"),
        pytest.param(FULL, id="everything"),
        pytest.param(Answer("q.one", evidence=Evidence(EvidenceType.NONE)), id="no-evidence"),
        pytest.param(Answer("q.one", evidence=Evidence(pointer="p")), id="pointer-only"),
        pytest.param(Answer("'; DROP TABLE answer; --"), id="sql-in-an-id"),
    ],
)
def test_an_answer_comes_back_as_it_was_given(db, assessment, answer):
    save_answer(db, assessment.id, answer, now=NOON)
    assert load_answers(db, assessment.id) == {answer.item_id: answer}


STORABLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DETAILS = st.fixed_dictionaries(
    {
        "note": STORABLE,
        "responsible": STORABLE,
        "evidence": st.builds(
            Evidence, st.none() | st.sampled_from(EvidenceType), STORABLE, st.none() | st.dates()
        ),
        "target": st.none() | st.integers(0, 4),
        "delivery": st.none() | st.sampled_from(DeliveryMode),
        "confidence": st.none() | st.sampled_from(Confidence),
    }
)


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.sampled_from([0, 1, 2, 3, 4, "U", "N", "-"]), DETAILS)
def test_any_answer_comes_back_as_it_was_given(db, assessment, value, details):
    answer = make_answer("q.any", value, **details)
    save_answer(db, assessment.id, answer, now=NOON)
    assert load_answers(db, assessment.id)["q.any"] == answer


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("a\0b", id="nul"),
        pytest.param("n" * 1_000_000, id="a-million-letters"),
        pytest.param("👩‍👩‍👧‍👦 ZWJ \u202e backwards", id="emoji-and-direction"),
        pytest.param("\ufeff\u2028", id="marks"),
    ],
)
def test_strange_texts_come_back_as_they_were_given(db, assessment, note):
    save_answer(db, assessment.id, Answer("q.one", note=note), now=NOON)
    assert load_answers(db, assessment.id)["q.one"].note == note


def test_half_a_character_is_a_bug_of_the_caller_and_changes_nothing(db, assessment):
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    with pytest.raises(UnicodeEncodeError):
        save_answer(db, assessment.id, Answer("q.one", note="\ud800"), now=NOON)
    assert load_answers(db, assessment.id) == {"q.one": make_answer("q.one", 1)}
    assert len(journal(db)) == 1


def test_the_last_answer_counts_and_the_journal_keeps_all(db, assessment):
    later = NOON + timedelta(seconds=1.5)
    save_answer(db, assessment.id, make_answer("q.one", 1, note="x"), now=NOON)
    save_answer(db, assessment.id, make_answer("q.one", "U"), now=later)
    assert load_answers(db, assessment.id) == {"q.one": make_answer("q.one", "U")}
    (_, first_at, nothing, first), (item_id, second_at, before, second) = journal(db)
    assert (first_at, second_at) == (
        "2026-03-02T12:00:00.000+00:00",
        "2026-03-02T12:00:01.500+00:00",
    )
    assert nothing is None
    assert before == first
    assert (first["level"], first["note"], first["state"]) == (1, "x", "answered")
    assert (item_id, second["level"], second["note"], second["state"]) == (
        "q.one",
        None,
        "",
        "unknown",
    )


def test_the_journal_tells_every_detail_of_before_and_after(db, assessment):
    save_answer(db, assessment.id, FULL, now=NOON)
    save_answer(db, assessment.id, Answer(FULL.item_id), now=NOON)
    entry = journal(db)[1]
    assert entry[2] == {
        "item_id": "q.full",
        "state": "answered",
        "level": 4,
        "reason": "r",
        "note": "Ä “=1+1” 🏛\n\tzweite Zeile",
        "evidence_type": "document",
        "evidence_pointer": "Az. 12/3",
        "evidence_date": "2025-12-31",
        "target": 0,
        "delivery": "county",
        "confidence": "guessed",
        "responsible": "Hauptamt",
    }
    assert entry[3].keys() == entry[2].keys()
    assert {key: value for key, value in entry[3].items() if value} == {
        "item_id": "q.full",
        "state": "open",
    }


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([0, 4, "U", "N", "-"])), max_size=8)
)
def test_each_change_begins_where_the_one_before_ended(db, assessment, changes):
    db.conn.execute("DELETE FROM answer")
    start = len(journal(db))
    for name, value in changes:
        save_answer(db, assessment.id, make_answer(f"q.{name}", value), now=NOON)
    known = {}
    for item_id, _, before, after in journal(db)[start:]:
        assert before == known.get(item_id)
        known[item_id] = after
    assert known.keys() == load_answers(db, assessment.id).keys()
    assert len(journal(db)) == start + len(changes)


def test_several_answers_are_kept_at_once(db, assessment):
    answers = [make_answer("q.one", 1), make_answer("q.two", 2), make_answer("q.one", 3)]
    save_answers(db, assessment.id, answers, now=NOON)
    assert load_answers(db, assessment.id) == {"q.one": answers[2], "q.two": answers[1]}
    (step,) = load_steps(db, assessment.id)
    assert [change.item_id for change in step.changes] == ["q.one", "q.two"]
    assert [change.after for change in step.changes] == [answers[2], answers[1]]


@pytest.mark.parametrize("table", ["answer", "journal", "assessment"])
@pytest.mark.parametrize("event", ["INSERT", "UPDATE"])
def test_answers_and_journal_stand_or_fall_together(db, assessment, table, event):
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    entries = journal(db)
    db.conn.execute(f"""
        CREATE TRIGGER stop BEFORE {event} ON {table}
        BEGIN SELECT RAISE(ABORT, 'no further'); END
    """)
    answers = [make_answer("q.one", 4), make_answer("q.two", 4)]
    later = NOON + timedelta(days=1)
    if (table, event) in {("answer", "UPDATE"), ("journal", "UPDATE"), ("assessment", "INSERT")}:
        save_answers(db, assessment.id, answers, now=later)  # nothing of the kind happens
        return
    with pytest.raises(sqlite3.IntegrityError, match="no further"):
        save_answers(db, assessment.id, answers, now=later)
    assert load_answers(db, assessment.id) == {"q.one": make_answer("q.one", 1)}
    assert journal(db) == entries
    assert load_assessments(db)[0].changed_at == NOON


def test_a_write_protected_file_is_a_sentence(db, assessment):
    db.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(WorkspaceUnwritableError, match=r"towns\.db"):
        save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    assert load_answers(db, assessment.id) == {}


def test_an_answer_needs_its_assessment(db):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        save_answer(db, "gone", make_answer("q.one", 1), now=NOON)
    assert journal(db) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("level", 5), ("level", -1), ("level", "3"), ("target", 5), ("note", None), ("level", None)],
)
def test_the_file_itself_refuses_what_makes_no_sense(db, assessment, column, value):
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    if value == "3":
        db.conn.execute(f"UPDATE answer SET {column} = ?", [value])  # a number all the same
        assert load_answers(db, assessment.id)["q.one"].level == 3
        return
    with pytest.raises(sqlite3.IntegrityError):
        db.conn.execute(f"UPDATE answer SET {column} = ?", [value])


def test_the_assessment_was_changed_when_its_last_answer_was(db, assessment):
    later = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
    save_answer(db, assessment.id, make_answer("q.one", 1), now=later)
    assert load_assessments(db)[0].changed_at == later


def test_each_answer_knows_when_it_was_changed(db, assessment):
    later = NOON + timedelta(hours=1)
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    save_answer(db, assessment.id, make_answer("q.two", 1), now=NOON)
    save_answer(db, assessment.id, make_answer("q.one", 2), now=later)
    assert load_changes(db, assessment.id) == {"q.one": later, "q.two": NOON}


def test_answers_belong_to_their_assessment(db, assessment):
    other = make_assessment(2)
    insert_assessment(db, other, '{"demo": 1}')
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    save_answer(db, other.id, make_answer("q.one", 2), now=NOON)
    assert load_answers(db, other.id) == {"q.one": make_answer("q.one", 2)}
    assert load_changes(db, other.id) == {"q.one": NOON}
    assert load_all_answers(db) == {
        assessment.id: {"q.one": make_answer("q.one", 1)},
        other.id: {"q.one": make_answer("q.one", 2)},
    }
    assert [before for _, _, before, _ in journal(db)] == [None, None]


def test_without_answers_there_is_nothing(db, assessment):
    assert load_answers(db, assessment.id) == {}
    assert load_changes(db, assessment.id) == {}
    assert load_all_answers(db) == {}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET after = '{}'",
        "UPDATE journal SET changed_at = ''",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE step = 1",
    ],
)
def test_the_journal_can_neither_be_changed_nor_deleted(db, assessment, sql):
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    entries = journal(db)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.conn.execute(sql)
    assert journal(db) == entries


def test_the_journal_goes_with_its_assessment(db, assessment):
    other = make_assessment(2)
    insert_assessment(db, other, '{"demo": 1}')
    for each in (assessment, other):
        save_answer(db, each.id, make_answer("q.one", 1), now=NOON)
    delete_assessment(db, assessment.id)
    assert [row["assessment_id"] for row in db.query("SELECT * FROM journal")] == [other.id]
    assert load_all_answers(db).keys() == {other.id}
