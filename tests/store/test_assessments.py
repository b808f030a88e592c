"""Assessments, their municipalities and the questionnaires as answered."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import NOON, make_answer, make_assessment

from kiassess.domain.assessment import AiInUse
from kiassess.domain.errors import WorkspaceUnwritableError
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.store.answers import load_answers, save_answer
from kiassess.store.assessments import (
    delete_assessment,
    find_assessment,
    insert_assessment,
    load_assessments,
    load_questionnaire_json,
    load_questionnaire_keys,
    load_structure_json,
)
from kiassess.store.journal import record

ULM = Municipality(
    name="Ulm, Universitätsstadt",
    type=OrganisationType.MUNICIPALITY,
    key="08421000",
    state="Baden-Württemberg",
    district="Alb-Donau-Kreis",
    population=126_949,
    designation="Kreisfreie Stadt",
    territory_date="2025-10-31",
)


def change_facts(db, changed):
    after = {(Subject.FACTS, ""): changed.facts}
    record(db, changed.id, StepKind.FACTS, after, now=changed.changed_at)


def count(db, table):
    return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({}, id="the-least"),
        pytest.param(
            {
                "municipality": ULM,
                "extent": Extent.QUICK,
                "ai_in_use": AiInUse.UNKNOWN,
                "is_example": True,
                "changed_at": NOON + timedelta(days=3, milliseconds=7),
            },
            id="everything",
        ),
        pytest.param({"municipality": Municipality("Zell", population=0)}, id="nobody-lives-there"),
        pytest.param({"municipality": Municipality("Ä'\"; --")}, id="signs-in-a-name"),
        pytest.param({"ai_in_use": AiInUse.NO, "round_date": date(1999, 1, 1)}, id="long-ago"),
    ],
)
def test_an_assessment_comes_back_as_it_was_given(db, facts):
    made = make_assessment(2, **facts)
    insert_assessment(db, made, '{"demo": 1}')
    assert find_assessment(db, made.id) == made
    assert made in load_assessments(db)


def test_an_assessment_that_does_not_exist_is_not_found(db):
    assert find_assessment(db, "gone") is None
    assert find_assessment(db, "") is None


def test_an_id_is_used_once(db, assessment):
    with pytest.raises(sqlite3.IntegrityError):
        insert_assessment(db, assessment, "{}")
    assert load_assessments(db) == (assessment,)
    assert count(db, "questionnaire") == 1  # nothing of the attempt is left


def test_the_one_changed_last_comes_first(db, assessment):
    for number, days in ((2, 5), (3, -5), (4, 5)):
        changed = NOON + timedelta(days=days)
        insert_assessment(db, make_assessment(number, changed_at=changed), "{}")
    assert [int(found.id[:8]) for found in load_assessments(db)] == [2, 4, 1, 3]


def test_what_is_the_same_is_stored_once(db):
    for number in (2, 3):
        insert_assessment(db, make_assessment(number, municipality=ULM), '{"demo": 1}')
    assert (count(db, "municipality"), count(db, "questionnaire")) == (2, 1)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("name", "Ulm"),
        ("type", OrganisationType.COUNTY),
        ("key", "08421"),
        ("state", "Bayern"),
        ("district", ""),
        ("designation", "Stadt"),
        ("territory_date", "2026-12-31"),
        ("population", 126_000),
    ],
)
def test_every_round_keeps_the_facts_of_its_day(db, fact, value):
    first = make_assessment(2, municipality=ULM)
    second = make_assessment(3, municipality=replace(ULM, **{fact: value}))
    for made in (first, second):
        insert_assessment(db, made, "{}")
    assert find_assessment(db, first.id) == first
    assert find_assessment(db, second.id) == second


def test_changed_facts_are_stored(db, assessment):
    changed = replace(
        assessment,
        municipality=replace(assessment.municipality, population=4_999),
        extent=Extent.SMALL,
        round_date=date(2027, 1, 1),
        ai_in_use=AiInUse.YES,
        changed_at=NOON + timedelta(days=1),
    )
    change_facts(db, changed)
    assert load_assessments(db) == (changed,)
    change_facts(db, assessment)
    assert load_assessments(db) == (assessment,)


def test_a_change_touches_no_other_assessment(db, assessment):
    other = make_assessment(2)
    insert_assessment(db, other, "{}")
    change_facts(db, replace(assessment, extent=Extent.QUICK))
    assert find_assessment(db, other.id) == other


def test_deleting_takes_everything_that_only_it_has_used(db, assessment):
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    delete_assessment(db, assessment.id)
    tables = (
        "assessment", "answer", "journal", "municipality", "questionnaire", "questionnaire_use"
    )  # fmt: skip
    assert {table: count(db, table) for table in tables} == dict.fromkeys(tables, 0)


def test_deleting_leaves_what_others_use(db, assessment):
    other = make_assessment(2)
    insert_assessment(db, other, '{"demo": 1}')
    save_answer(db, other.id, make_answer("q.one", 1), now=NOON)
    delete_assessment(db, assessment.id)
    assert load_assessments(db) == (other,)
    assert len(load_answers(db, other.id)) == 1
    assert load_questionnaire_json(db, load_questionnaire_keys(db)[other.id]) == '{"demo": 1}'


def test_deleting_what_is_not_there_changes_nothing(db, assessment):
    delete_assessment(db, "gone")
    assert load_assessments(db) == (assessment,)


def test_deleting_is_all_or_nothing(db, assessment):
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    db.conn.execute("""
        CREATE TRIGGER stop BEFORE DELETE ON questionnaire
        BEGIN SELECT RAISE(ABORT, 'no further'); END
    """)
    with pytest.raises(sqlite3.IntegrityError, match="no further"):
        delete_assessment(db, assessment.id)
    assert load_assessments(db) == (assessment,)
    assert len(load_answers(db, assessment.id)) == 1
    assert count(db, "journal") == 1


def test_the_questionnaire_as_answered_is_kept_word_for_word(db):
    content = '{"title":"Ä “Fragen” 🏛","x":[1,2]}'
    insert_assessment(db, make_assessment(2), content)
    keys = load_questionnaire_keys(db)
    assert len(set(keys.values())) == 2
    assert load_questionnaire_json(db, keys[make_assessment(2).id]) == content


@pytest.mark.parametrize(
    ("content", "structure"),
    [
        (
            '{"structure":{"id":"x","item":[{"id":"ä","extents":["full"]}]},"texts":{"de":"…"}}',
            '{"structure":{"item":[{"id":"ä","extents":["full"]}]}}',
        ),
        ('{"texts":{}}', '{"structure":{"item":null}}'),
        ('{"structure":', '{"structure":'),  # whoever reads it finds out
    ],
)
def test_of_a_questionnaire_the_structure_can_be_read_alone(db, content, structure):
    insert_assessment(db, make_assessment(2), content)
    key = load_questionnaire_keys(db)[make_assessment(2).id]
    assert load_structure_json(db, key) == structure


def test_the_key_of_a_questionnaire_is_never_used_again(db, assessment):
    key = load_questionnaire_keys(db)[assessment.id]
    delete_assessment(db, assessment.id)
    insert_assessment(db, assessment, '{"other": 1}')
    assert load_questionnaire_keys(db)[assessment.id] > key


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("DELETE FROM questionnaire", "FOREIGN KEY"),
        ("DELETE FROM municipality", "FOREIGN KEY"),
        ("UPDATE municipality SET name = ''", "CHECK"),
        ("UPDATE assessment SET population = -1", "CHECK"),
        ("UPDATE assessment SET is_example = 2", "CHECK"),
        ("UPDATE assessment SET extent = NULL", "NOT NULL"),
        ("UPDATE assessment SET population = 'many'", "cannot store TEXT"),
    ],
)
def test_the_file_itself_refuses_what_makes_no_sense(db, sql, what):
    with pytest.raises(sqlite3.IntegrityError, match=what):
        db.conn.execute(sql)


@pytest.mark.parametrize(
    "change",
    [
        lambda db: insert_assessment(db, make_assessment(2), "{}"),
        lambda db: change_facts(db, make_assessment()),
        lambda db: delete_assessment(db, make_assessment().id),
    ],
    ids=["insert", "update", "delete"],
)
def test_a_write_protected_file_is_a_sentence(db, assessment, change):
    db.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(WorkspaceUnwritableError, match=r"towns\.db"):
        change(db)
    assert load_assessments(db) == (assessment,)
