"""Frozen states: nothing changes them, and they bring all that is needed to show them."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import NOON, make_answer

from kiassess.content.library import Library
from kiassess.domain.assessment import Facts
from kiassess.domain.errors import ReadOnlyError, StateNameError, UnknownStateError
from kiassess.domain.kinds import Extent
from kiassess.domain.profile import make_profile
from kiassess.workflow import assessing, deleting, states
from kiassess.workflow.workspace import open_for_reading, open_for_writing

LATER = NOON + timedelta(days=400)
ITEM, OTHER = "data.inventory", "data.access"


@pytest.fixture
def frozen(workspace, opened):
    """An assessment with two answers, frozen as “Ratssitzung”."""
    for given in (make_answer(ITEM, 2, note="so war es"), make_answer(OTHER, "U", target=3)):
        opened = assessing.answer(workspace, opened, given, now=NOON)
    states.freeze(workspace, opened, "  Ratssitzung  im Mai ", now=NOON)
    return opened


def test_a_state_stays_as_it_was(workspace, frozen):
    before = make_profile(frozen)
    changed = assessing.answer(workspace, frozen, make_answer(ITEM, 4), now=LATER)
    facts = Facts(Extent.SMALL, date(2027, 1, 1), None, 123)
    assessing.change_facts(workspace, changed, facts, now=LATER)
    found = states.open_state(workspace, frozen.assessment.id, "ratssitzung IM mai", "de")
    assert found.opened.answers == frozen.answers
    assert found.opened.assessment == frozen.assessment
    assert make_profile(found.opened) == before
    assert found.changed == dict.fromkeys((ITEM, OTHER), NOON)
    assert found.opened.state == states.list_states(workspace, frozen.assessment.id)[0]
    assert found.opened.state.name == "Ratssitzung im Mai"


def test_it_is_read_with_no_questionnaire_and_no_legal_table_installed(
    workspace, frozen, file, tmp_path
):
    workspace.close()
    empty = Library(tmp_path / "nothing here")
    with open_for_reading(file, empty) as reader:
        found = states.open_state(reader, frozen.assessment.id, "Ratssitzung im Mai", "en")
    assert found.opened.questionnaire.language == "en"
    assert found.legal.as_of == date(2026, 11, 22)
    assert found.legal.anchors


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\x00b", "RATSSITZUNG im Mai"])
def test_a_name_that_cannot_be_used_is_refused(workspace, frozen, name):
    with pytest.raises(StateNameError):
        states.freeze(workspace, frozen, name, now=LATER)
    assert len(states.list_states(workspace, frozen.assessment.id)) == 1


def test_two_assessments_may_use_the_same_name(workspace, frozen, create):
    other = assessing.load(workspace, create("Zweitstadt").id, "de")
    states.freeze(workspace, other, "Ratssitzung im Mai", now=LATER)
    assert len(states.list_states(workspace, other.assessment.id)) == 1


def test_what_counts_is_on_the_disk(workspace, frozen):
    """Somebody else's answer is not lost because a window has not seen it."""
    stale = replace(frozen, answers={})
    states.freeze(workspace, stale, "Zweiter", now=LATER)
    found = states.open_state(workspace, frozen.assessment.id, "Zweiter", "de")
    assert found.opened.answers == frozen.answers


def test_an_unknown_state_names_those_there_are(workspace, frozen):
    with pytest.raises(UnknownStateError) as refused:
        states.open_state(workspace, frozen.assessment.id, "Rat", "de")
    assert "Ratssitzung im Mai" in str(refused.value)


@pytest.mark.parametrize("sql", ["UPDATE frozen_state SET name = 'x'", "DELETE FROM frozen_state"])
def test_the_file_itself_refuses_a_change(workspace, frozen, sql):
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        workspace.db.execute(sql)


def test_who_reads_freezes_nothing(workspace, frozen, file, library):
    workspace.close()
    with open_for_reading(file, library) as reader, pytest.raises(ReadOnlyError):
        states.freeze(reader, frozen, "Neu", now=LATER)


def test_a_state_goes_with_its_assessment(workspace, frozen, file, library):
    deleting.delete(workspace, frozen.assessment.id, from_backups=False)
    workspace.close()
    with open_for_writing(file, library) as again:
        for table in ("frozen_state", "legal_table", "questionnaire", "questionnaire_use"):
            assert again.db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
