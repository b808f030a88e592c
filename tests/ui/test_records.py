"""Keeping a state, looking at it, moving to a newer questionnaire, deleting: in the real window."""

import json

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.questionnaire import Questionnaire
from kiassess.ui.page_stack import PROFILE, QUESTIONS, START

ITEM = "data.access"


def notice(window, name):
    """What a notice says; nothing while it is hidden, or never had anything to say."""
    card = window.notices.findChild(QFrame, f"{name}-notice")
    seen = card is not None and card.isVisible()
    return card.findChild(QLabel, "notice-sentence").text() if seen else ""


@pytest.fixture
def answered(window, town_session):
    """The window with one answer given."""
    town_session.save(Answer(ITEM, AnswerState.ANSWERED, 1, note="damals"))
    window.pages.show_page(QUESTIONS)
    return window


@pytest.fixture
def kept(answered, session, in_dialog):
    """The same, with a state kept, and another answer given since."""

    def name_it(dialog):
        dialog.findChild(QLineEdit, "name").setText("Ratssitzung")
        dialog.findChild(QPushButton, "accept").click()

    in_dialog(name_it)
    answered.menus.freeze.trigger()
    session.save(Answer(ITEM, AnswerState.ANSWERED, 4, note="heute"))
    return answered


def look_at(window, in_dialog, button="show"):
    in_dialog(lambda dialog: dialog.findChild(QPushButton, button).click())
    window.menus.states.trigger()


def test_a_state_is_shown_with_a_way_back(kept, session, in_dialog):
    look_at(kept, in_dialog)
    assert kept.pages.current == PROFILE
    assert session.current.answer(ITEM).note == "damals"
    assert "„Ratssitzung“" in notice(kept, "state")
    assert not session.editable
    kept.notices.back_requested.emit()
    assert session.current.answer(ITEM).note == "heute"
    assert notice(kept, "state") == ""
    assert session.editable


def test_nothing_can_be_changed_in_a_state(kept, session, in_dialog):
    look_at(kept, in_dialog)
    kept.pages.show_page(QUESTIONS)
    kept.pages.questions.show_item(ITEM)
    kept.pages.questions.choose(0)
    menus = kept.menus
    for action in (menus.facts, menus.targets, menus.freeze, menus.move, menus.undo, menus.redo):
        assert not action.isEnabled(), action.text()
    session.leave_state()
    assert session.current.answer(ITEM).note == "heute"
    assert kept.menus.undo.isEnabled()


def test_the_page_of_a_state_shows_its_legal_status_and_changes(kept, session, in_dialog):
    today = session.changes()
    look_at(kept, in_dialog)
    assert session.changes()[ITEM] <= today[ITEM]
    assert session.legal().anchors


def test_a_state_is_exported_as_it_was(kept, in_dialog, tmp_path, monkeypatch, wait_for_worker):
    target = tmp_path / "Stand.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def export(dialog):
        dialog.findChild(QPushButton, "export").click()

    in_dialog(export)
    kept.menus.states.trigger()
    wait_for_worker(kept)
    text = target.read_text(encoding="utf-8-sig")
    assert "damals" in text
    assert "heute" not in text


def test_a_state_is_compared_with_today(kept, session, in_dialog):
    look_at(kept, in_dialog, "compare")
    assert kept.pages.current == PROFILE
    assert session.beside().answer(ITEM).note == "damals"
    assert session.current.answer(ITEM).note == "heute"
    assert session.previous_round() is None  # a state of today is no round before


def test_a_state_beside_today_is_called_by_its_name_and_day(kept, session, in_dialog):
    look_at(kept, in_dialog, "compare")
    state = session.beside().state
    said = kept.findChild(QCheckBox, "second").text()
    assert f"„{state.name}“ vom {session.texts.day(state.at.astimezone().date())}" in said


def test_deleting_says_what_goes_and_keeps_by_default(answered, session, in_dialog):
    told = []

    def look(dialog):
        told.append(dialog.findChild(QLabel, "going").text())
        dialog.findChild(QPushButton, "accept").click()  # without the tick

    in_dialog(look)
    answered.menus.delete.trigger()
    assert "eine Antwort" in told[0]
    assert len(session.listed()) == 1


def test_deleting_offers_an_exchange_file_first(
    answered, session, in_dialog, tmp_path, monkeypatch
):
    target = tmp_path / "weg.kiassess"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def delete(dialog):
        dialog.findChild(QPushButton, "exchange").click()
        assert "weg.kiassess" in dialog.findChild(QLabel, "exchanged").text()
        dialog.findChild(QCheckBox, "sure").setChecked(True)
        dialog.findChild(QPushButton, "accept").click()

    in_dialog(delete)
    answered.menus.delete.trigger()
    assert session.listed() == ()
    assert answered.pages.current == START
    assert b"damals" in target.read_bytes()
    assert b"damals" not in session.file.read_bytes()


def test_a_questionnaire_that_is_up_to_date_is_not_moved(answered, said):
    answered.menus.move.trigger()
    assert "aktuell" in said[-1]
    assert notice(answered, "newer") == ""


@pytest.fixture
def older(answered, session, workspace, tmp_path):
    """An assessment of an older version than the one installed."""
    (content,) = workspace.db.execute("SELECT content FROM questionnaire").fetchone()
    older = json.loads(content)
    older["structure"]["version"] = "0.9.0"
    sql = "UPDATE questionnaire SET version = '0.9.0', content = ?"
    workspace.db.execute(sql, [json.dumps(older)])
    workspace.forget()
    session.reload()
    return answered


def test_a_newer_questionnaire_is_offered_and_a_move_taken_back(older, session, in_dialog):
    assert "1.1.0" in notice(older, "newer")
    in_dialog(lambda dialog: dialog.findChild(QPushButton, "accept").click())
    older.notices.move_requested.emit()
    assert isinstance(session.current.questionnaire, Questionnaire)
    assert session.current.questionnaire.version == "1.1.0"
    assert session.current.answer(ITEM).note == "damals"
    assert notice(older, "newer") == ""
    older.menus.undo.trigger()
    assert session.current.questionnaire.version == "0.9.0"
    assert "1.1.0" in notice(older, "newer")


def test_a_second_window_looks_at_states_and_keeps_none(kept, session, in_dialog):
    states = kept.services.archive.states()
    assert [state.name for state in states] == ["Ratssitzung"]
    look_at(kept, in_dialog)
    assert kept.services.archive.freeze("Noch einer") is None


def test_the_list_of_states_is_empty_at_first(answered, in_dialog):
    seen = []
    in_dialog(lambda dialog: seen.append(dialog.findChild(QTableView).isVisible()))
    answered.menus.states.trigger()
    assert seen == [False]
