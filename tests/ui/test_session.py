import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from kiassess import paths
from kiassess.content.library import Library
from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.domain.errors import (
    InvalidAnswerError,
    ReadOnlyError,
    UnknownAssessmentError,
    WorkspaceUnreadableError,
    WorkspaceUnwritableError,
)
from kiassess.domain.municipality import Municipality
from kiassess.ui.session import Session
from kiassess.workflow.workspace import open_for_reading


@pytest.fixture
def full_disk(town_session, workspace):
    """A workspace that cannot grow by a single page; undone by calling it."""
    pages = workspace.db.execute("PRAGMA page_count").fetchone()[0]
    workspace.db.execute(f"PRAGMA max_page_count = {pages}")

    def relieve():
        workspace.db.execute("PRAGMA max_page_count = 1000000")

    return relieve


def fill(session, item_id):
    """An answer too large for the pages that are left."""
    return Answer(item_id, AnswerState.ANSWERED, 2, note="x" * 200_000)


def test_an_answer_that_cannot_be_saved_is_kept_and_tried_again(qtbot, town_session, full_disk):
    item = town_session.current.items()[0]
    with qtbot.waitSignal(town_session.failed, timeout=0) as failed:
        town_session.save(fill(town_session, item.id))
    assert isinstance(failed.args[0], WorkspaceUnwritableError)
    assert town_session.has_unsaved
    assert not town_session.current.answer(item.id).touched
    full_disk()
    with qtbot.waitSignal(town_session.answer_saved, timeout=0):
        assert town_session.flush()
    assert town_session.current.answer(item.id).level == 2
    assert not town_session.has_unsaved


def test_nothing_else_is_opened_while_something_is_unsaved(qtbot, town_session, full_disk):
    shown = town_session.current.assessment.id
    with qtbot.waitSignal(town_session.failed, timeout=0):
        town_session.save(fill(town_session, town_session.current.items()[0].id))
    with qtbot.waitSignal(town_session.failed, timeout=0):
        assert not town_session.open(shown)
    assert town_session.has_unsaved


def test_a_forbidden_answer_is_given_up_with_a_sentence(qtbot, town_session):
    answer = Answer("data.access", AnswerState.NOT_APPLICABLE, reason="mag ich nicht")
    with qtbot.waitSignal(town_session.failed, timeout=0) as failed:
        town_session.save(answer)
    assert isinstance(failed.args[0], InvalidAnswerError)
    assert not town_session.has_unsaved


def test_the_profile_follows_the_answers(town_session):
    before = town_session.profile()
    assert before is town_session.profile()
    for item in town_session.current.items():
        town_session.save(Answer(item.id, AnswerState.ANSWERED, 3))
    assert before.blocks[0].score.value is None
    assert town_session.profile().blocks[0].score.value == 3


def test_an_unknown_assessment_is_told(qtbot, session):
    with qtbot.waitSignal(session.failed, timeout=0) as failed:
        assert not session.open("gibt-es-nicht")
    assert isinstance(failed.args[0], UnknownAssessmentError)


def test_deleting_the_open_assessment_closes_it(qtbot, town_session, workspace, archive):
    with qtbot.waitSignal(town_session.opened, timeout=0):
        assert archive.delete(town_session.current.assessment.id, from_backups=False)
    assert town_session.current is None
    assert town_session.listed() == ()
    assert workspace.db.execute("SELECT count(*) FROM journal").fetchone() == (0,)


def test_a_second_session_reads_and_changes_nothing(qtbot, town_session, texts):
    item = town_session.current.items()[0]
    town_session.save(Answer(item.id, AnswerState.ANSWERED, 4))
    library = Library(paths.bundled().questionnaires)
    with open_for_reading(town_session.file, library) as reading:
        second = Session(reading, texts, paths.bundled())
        assert not second.writable
        assert second.open(town_session.current.assessment.id)
        assert second.current.answer(item.id).level == 4
        with qtbot.waitSignal(second.failed, timeout=0) as failed:
            second.save(Answer(item.id, AnswerState.ANSWERED, 0))
        assert isinstance(failed.args[0], ReadOnlyError)
        with qtbot.waitSignal(second.failed, timeout=0):
            assert not second.create(NewAssessment(Municipality("X"), second.today()))
    assert town_session.current.answer(item.id).level == 4


def test_the_example_is_made_once(session):
    assert session.open_example()
    first = session.current.assessment
    assert first.is_example
    assert session.open_example()
    assert session.current.assessment.id == first.id
    assert len(session.listed()) == 1


def test_what_was_answered_is_still_there_in_the_next_session(session, town_session, texts):
    item = town_session.current.items()[3]
    town_session.save(Answer(item.id, AnswerState.UNKNOWN, note="fragen"))
    with sqlite3.connect(town_session.file) as other:
        found = other.execute("SELECT state, note FROM answer").fetchall()
    other.close()
    assert found == [("unknown", "fragen")]


# --- the round before


def begin(session, day, *, population=9000):
    assert session.create(NewAssessment(Municipality("Ulm", population=population), day))
    return session.current.assessment


def test_the_round_before_is_sought_once_and_anew_for_another_assessment(session):
    first = begin(session, date(2025, 3, 2))
    assert session.previous_round() is None
    begin(session, date(2026, 3, 2))
    found = session.previous_round()
    assert found.assessment == first
    assert session.previous_round() is found
    assert session.open(first.id)
    assert session.previous_round() is None


def test_a_round_before_that_is_deleted_is_gone(session, archive):
    first = begin(session, date(2025, 3, 2))
    begin(session, date(2026, 3, 2))
    assert session.previous_round().assessment == first
    assert archive.delete(first.id, from_backups=False)
    assert session.previous_round() is None


def test_another_day_has_another_round_before(session):
    first = begin(session, date(2025, 3, 2))
    this = begin(session, date(2024, 3, 2))
    assert session.previous_round() is None
    assert session.change_facts(replace(this.facts, round_date=date(2026, 3, 2)))
    assert session.previous_round().assessment == first


def test_a_round_before_that_cannot_be_read_is_told_once(qtbot, session, workspace):
    begin(session, date(2025, 3, 2))
    begin(session, date(2026, 3, 2))
    workspace.db.execute("UPDATE assessment SET ai_in_use = 'perhaps'")
    with qtbot.waitSignal(session.failed, timeout=0) as failed:
        assert session.previous_round() is None
    assert isinstance(failed.args[0], WorkspaceUnreadableError)
    with qtbot.assertNotEmitted(session.failed):
        assert session.previous_round() is None


def test_with_nothing_open_there_is_no_round_before(session):
    assert session.previous_round() is None
