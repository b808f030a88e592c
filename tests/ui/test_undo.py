"""Taking back and doing again in the window: keys, words, text fields, after a restart."""

import shutil
from dataclasses import replace

import pytest
from builders import NOON
from probe import FOLDER, PROBE
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QRadioButton

from kiassess import paths
from kiassess.content.library import Library
from kiassess.domain.assessment import AiInUse, Answer, AnswerState, NewAssessment
from kiassess.domain.errors import WorkspaceUnwritableError
from kiassess.domain.own_measures import HiddenMeasure, OwnMeasure
from kiassess.ui.models.choices import NOT_APPLICABLE
from kiassess.ui.page_stack import PROFILE, QUESTIONS
from kiassess.ui.session import Session
from kiassess.workflow import moving, planning
from kiassess.workflow.workspace import open_for_reading, open_for_writing

from .conftest import ROUND, TOWN

ANSWERED = AnswerState.ANSWERED
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def town(qtbot, window, session):
    """The main window with a full analysis open, at its first question."""
    assert session.create(NewAssessment(TOWN, ROUND))
    window.pages.show_page(QUESTIONS)
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    return window


@pytest.fixture
def items(town, session):
    return session.current.items()


def press_undo(qtbot, key=Qt.Key.Key_Z, modifiers=CTRL):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def press_redo(qtbot):
    press_undo(qtbot, Qt.Key.Key_Y)


def level_shown(window):
    shown = [
        button.objectName().removeprefix("choice-")
        for button in window.pages.questions.findChildren(QRadioButton)
        if button.isChecked()
    ]
    return int(shown[0]) if shown else None


def note_of(window):
    window.pages.questions.show_details()
    return window.pages.questions.findChild(QPlainTextEdit, "note")


def status(window):
    return " ".join(label.text() for label in window.statusBar().findChildren(QLabel))


def stored(session, item):
    """What the workspace says, read by another."""
    library = Library(paths.bundled().questionnaires)
    with open_for_reading(session.file, library) as workspace:
        reader = Session(workspace, session.texts, paths.bundled())
        assert reader.open(session.current.assessment.id)
        return reader.current.answer(item.id)


# --- keys and words


def test_with_nothing_changed_there_is_nothing_to_take_back(town):
    assert not town.menus.undo.isEnabled()
    assert not town.menus.redo.isEnabled()


def test_keys_take_an_answer_back_and_give_it_again(town, qtbot, session, items):
    town.pages.questions.choose(1)
    town.pages.questions.choose(3)
    press_undo(qtbot)
    assert (level_shown(town), stored(session, items[0]).level) == (1, 1)
    press_undo(qtbot)
    assert (level_shown(town), stored(session, items[0])) == (None, Answer(items[0].id))
    assert not town.menus.undo.isEnabled()
    press_redo(qtbot)
    press_undo(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)  # the other key of redo
    assert (level_shown(town), stored(session, items[0]).level) == (3, 3)
    assert not town.menus.redo.isEnabled()


def test_the_keys_are_those_of_an_office_program(town):
    assert town.menus.undo.shortcut() == QKeySequence("Ctrl+Z")
    assert QKeySequence("Ctrl+Y") in town.menus.redo.shortcuts()
    assert QKeySequence("Ctrl+Shift+Z") in town.menus.redo.shortcuts()


def test_the_menu_says_what_it_takes_back(town, session, items):
    session.save(Answer(items[0].id, ANSWERED, 1))
    town.menus.edit.aboutToShow.emit()
    named = f"Antwort zu „{items[0].title}“"
    assert named in town.menus.undo.text()
    assert named not in town.menus.redo.text()
    town.menus.undo.trigger()
    town.menus.edit.aboutToShow.emit()
    assert named not in town.menus.undo.text()
    assert named in town.menus.redo.text()


def test_the_words_come_by_themselves(town, qtbot, session, items):
    session.save(Answer(items[0].id, ANSWERED, 1))
    qtbot.waitUntil(lambda: items[0].title in town.menus.undo.text())


def test_both_entries_are_right_at_once(town, session, items):
    session.save(Answer(items[0].id, ANSWERED, 1))
    assert (town.menus.undo.isEnabled(), town.menus.redo.isEnabled()) == (True, False)
    town.menus.undo.trigger()
    assert (town.menus.undo.isEnabled(), town.menus.redo.isEnabled()) == (False, True)
    session.save(Answer(items[1].id, ANSWERED, 1))  # overtakes what was taken back
    assert (town.menus.undo.isEnabled(), town.menus.redo.isEnabled()) == (True, False)


def test_no_letter_of_a_title_is_a_key(town):
    town.menus.show_undo("Antwort zu „Forschung & Lehre“")
    assert "Forschung && Lehre" in town.menus.undo.text()


def test_the_status_bar_says_what_was_done(town, session, items):
    session.save(Answer(items[0].id, ANSWERED, 1))
    town.menus.undo.trigger()
    assert f"Zurückgenommen: Antwort zu „{items[0].title}“" in status(town)
    town.menus.redo.trigger()
    assert f"Wiederhergestellt: Antwort zu „{items[0].title}“" in status(town)


# --- what is shown


def test_the_question_concerned_is_shown(town, session, items):
    session.save(Answer(items[4].id, ANSWERED, 2))
    town.pages.questions.show_item(items[7].id)
    town.menus.undo.trigger()
    assert town.pages.questions.item_id == items[4].id
    assert level_shown(town) is None


def test_another_page_stays_and_shows_it_too(town, session, items):
    for item in items:
        session.save(Answer(item.id, ANSWERED, 3))
    town.pages.show_page(PROFILE)
    town.menus.undo.trigger()
    assert town.pages.current == PROFILE
    touched = session.profile().blocks
    assert touched != ()
    assert session.current.progress().touched == len(items) - 1


def test_the_list_keeps_its_filter(town, qtbot, session, items):
    session.save(Answer(items[0].id, ANSWERED, 2))
    search = town.pages.questions.findChild(QLineEdit, "search")
    qtbot.keyClicks(search, "Daten")
    town.menus.undo.trigger()
    assert search.text() == "Daten"


def test_details_of_the_assessment_are_taken_back(town, qtbot, session):
    before = session.current.assessment.facts
    assert session.change_facts(replace(before, ai_in_use=AiInUse.YES, population=123))
    with qtbot.waitSignal(session.facts_changed, timeout=0):
        town.menus.undo.trigger()
    assert session.current.assessment.facts == before
    assert "Angaben zur Standortbestimmung" in status(town)


def test_several_targets_are_taken_back_at_once(town, session, items):
    targets = {item.id: 4 for item in items[:5]}
    assert session.set_targets(targets)
    town.menus.undo.trigger()
    assert {session.current.answer(item_id).target for item_id in targets} == {None}
    assert "Zielstufen von 5 Fragen" in status(town)


def test_the_start_page_follows(town, session, items):
    session.save(Answer(items[0].id, ANSWERED, 2))
    town.menus.undo.trigger()
    town.pages.show_page("start")
    assert session.listed()[0].progress.touched == 0


# --- text


def test_in_a_text_the_typing_is_taken_back_first(town, qtbot, session, items):
    town.pages.questions.choose(2)
    note = note_of(town)
    qtbot.keyClicks(note, "abc")
    press_undo(qtbot)
    assert note.toPlainText() == ""
    assert session.current.answer(items[0].id).level == 2
    press_redo(qtbot)
    assert note.toPlainText() == "abc"


def test_with_no_typing_left_the_key_takes_back_the_answer(town, qtbot, session, items):
    town.pages.questions.choose(2)
    note = note_of(town)
    note.setFocus()
    press_undo(qtbot)
    assert session.current.answer(items[0].id) == Answer(items[0].id)
    press_redo(qtbot)
    assert session.current.answer(items[0].id).level == 2


def test_the_same_holds_in_a_line(town, qtbot, session, items):
    town.pages.questions.choose(2)
    note_of(town)
    line = town.pages.questions.findChild(QLineEdit, "responsible")
    line.setFocus()
    qtbot.keyClicks(line, "Amt 10")
    press_undo(qtbot)
    assert line.text() != "Amt 10"
    while line.isUndoAvailable():
        press_undo(qtbot)
    assert session.current.answer(items[0].id).level == 2
    press_undo(qtbot)
    assert session.current.answer(items[0].id).level is None


def test_a_saved_note_is_replaced_on_the_screen(town, qtbot, session, items):
    session.save(Answer(items[0].id, note="alt"))
    session.save(Answer(items[0].id, ANSWERED, 1, note="neu"))
    note = note_of(town)
    note.setFocus()
    assert note.toPlainText() == "neu"
    press_undo(qtbot)
    assert (note.toPlainText(), level_shown(town)) == ("alt", None)
    town.pages.flush()
    assert stored(session, items[0]) == Answer(items[0].id, note="alt")


def test_text_just_typed_is_saved_before_it_is_taken_back(town, qtbot, session, items):
    note = note_of(town)
    qtbot.keyClicks(note, "noch nicht gespeichert")
    assert session.current.answer(items[0].id).note == ""
    town.menus.edit.aboutToShow.emit()
    assert f"Notiz zu „{items[0].title}“" in town.menus.undo.text()
    town.menus.undo.trigger()
    assert note.toPlainText() == ""
    town.menus.redo.trigger()
    assert note.toPlainText() == stored(session, items[0]).note == "noch nicht gespeichert"


def test_the_key_pressed_elsewhere_loses_no_typing(town, qtbot, session, items):
    town.pages.questions.choose(2)
    note = note_of(town)
    qtbot.keyClicks(note, "abc")
    town.pages.questions.focus_content()
    press_undo(qtbot)
    assert stored(session, items[0]) == Answer(items[0].id, ANSWERED, 2)
    press_redo(qtbot)
    assert note.toPlainText() == stored(session, items[0]).note == "abc"


def test_text_typed_and_deleted_again_costs_no_undo(town, qtbot, session, items):
    town.pages.questions.choose(2)
    note = note_of(town)
    qtbot.keyClicks(note, "abc")
    town.pages.flush()
    press_undo(qtbot)  # the field's own
    town.pages.flush()
    assert stored(session, items[0]).note == ""
    press_undo(qtbot)
    assert stored(session, items[0]) == Answer(items[0].id)


def test_a_choice_without_its_reason_is_given_up_first(town, session, items):
    optional = next(item for item in items if item.not_applicable_condition)
    town.pages.questions.show_item(optional.id)
    town.pages.questions.choose(1)
    town.pages.questions.choose(NOT_APPLICABLE)
    town.menus.undo.trigger()
    assert (level_shown(town), session.current.answer(optional.id).level) == (1, 1)
    town.menus.undo.trigger()
    assert session.current.answer(optional.id).level is None


# --- another version of the questionnaire


@pytest.fixture
def moved(tmp_path, texts, qapp):
    """A session whose assessment was moved from one version to the next."""
    for version in ("1.0.0", "2.0.0"):
        shutil.copytree(FOLDER / PROBE / version, tmp_path / version / PROBE / version)
        shutil.copytree(paths.bundled().questionnaires / "legal", tmp_path / version / "legal")
    with open_for_writing(tmp_path / "probe.db", Library(tmp_path / "1.0.0")) as workspace:
        session = Session(workspace, texts, paths.bundled())
        assert session.create(NewAssessment(TOWN, ROUND, questionnaire_id=PROBE))
        session.save(Answer("room.cups", ANSWERED, 2))
        workspace.library = Library(tmp_path / "2.0.0")
        newer = moving.newer_version(workspace, session.current)
        moving.move(workspace, session.current, newer, (), state_name="Stand", now=NOON)
        assert session.open(session.current.assessment.id)
        yield session


def test_a_move_is_taken_back_as_if_opened_anew(qtbot, moved):
    assert moved.undoing.undo.version == "2.0.0"
    with qtbot.waitSignals([moved.opened, moved.list_changed], timeout=0):
        moved.undo()
    assert moved.current.questionnaire.version == "1.0.0"
    assert moved.current.answer("room.cups").level == 2
    assert moved.undoing.redo.version == "2.0.0"
    moved.redo()
    assert moved.current.questionnaire.version == "2.0.0"
    assert moved.current.assessment.questionnaire_version == "2.0.0"


# --- what may go wrong


def test_another_day_it_can_still_be_taken_back(town, session, workspace, texts, items):
    session.save(Answer(items[0].id, ANSWERED, 1))
    session.save(Answer(items[1].id, ANSWERED, 2))
    again = Session(workspace, texts, paths.bundled(), clock=lambda: NOON)
    assert again.open(session.current.assessment.id)
    assert again.undoing.can_undo
    again.undo()
    again.undo()
    assert again.current.answers == {}
    assert again.redo().changes[0].item_id == items[0].id


def test_another_window_that_only_reads_takes_nothing_back(town, session, texts, items):
    session.save(Answer(items[0].id, ANSWERED, 1))
    with open_for_reading(session.file, Library(paths.bundled().questionnaires)) as workspace:
        reader = Session(workspace, texts, paths.bundled())
        assert reader.open(session.current.assessment.id)
        assert not reader.undoing.can_undo


def test_what_cannot_be_saved_is_not_taken_back(town, qtbot, session, workspace, items, said):
    session.save(Answer(items[0].id, ANSWERED, 1))
    workspace.db.execute("PRAGMA query_only = 1")
    with qtbot.waitSignal(session.failed, timeout=0) as failed:
        town.menus.undo.trigger()
    assert isinstance(failed.args[0], WorkspaceUnwritableError)
    assert session.current.answer(items[0].id).level == 1
    workspace.db.execute("PRAGMA query_only = 0")
    town.menus.undo.trigger()
    assert session.current.answer(items[0].id).level is None


def test_a_deleted_assessment_leaves_nothing_to_take_back(town, session, items, archive):
    session.save(Answer(items[0].id, ANSWERED, 1))
    archive.delete(session.current.assessment.id, from_backups=False)
    assert not town.menus.undo.isEnabled()
    assert session.undo() is None


@pytest.mark.parametrize(
    "entry",
    [HiddenMeasure("m.gov.coordinator", "Kreis"), OwnMeasure("m.gov.coordinator", goal="X")],
)
def test_a_measure_is_called_by_its_title_not_by_its_id(town, session, entry):
    assert session.keep(lambda held, opened, now: planning.save(held, opened, entry, now=now))
    town.menus.edit.aboutToShow.emit()
    title = session.catalogue()[0].measures[entry.id].title
    assert title[:30] in town.menus.undo.text()
    assert entry.id not in town.menus.undo.text()
    town.menus.undo.trigger()
    assert entry.id not in status(town)
    assert title[:30] in status(town)
