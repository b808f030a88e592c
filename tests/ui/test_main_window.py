import pytest
from accessibility import nameless
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QTableView,
)

from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.ui.desk import Tools
from kiassess.ui.exporter import Exporter
from kiassess.ui.main_window import SMALLEST
from kiassess.ui.page_stack import COMPARISON, MEASURES, PROFILE, QUESTIONS, START
from kiassess.ui.settings import Settings

from .conftest import ROUND, TOWN


@pytest.fixture
def open_window(window, session):
    """The main window with a full analysis open."""
    assert session.create(NewAssessment(TOWN, ROUND))
    window.pages.show_page(QUESTIONS)
    return window


def status(window):
    return " ".join(label.text() for label in window.statusBar().findChildren(QLabel))


def test_without_an_assessment_there_is_only_the_start_page(window):
    window.pages.show_page(PROFILE)
    assert window.pages.current == START
    assert not window.menus.export.isEnabled()
    assert window.menus.new.isEnabled()


def test_pages_are_reached_by_key(open_window, qtbot):
    for number, name in ((3, PROFILE), (1, START), (2, QUESTIONS)):
        action = next(a for a in open_window.menus.pages.actions() if a.data() == name)
        assert action.shortcut() == QKeySequence(f"Ctrl+{number}")
        action.trigger()
        assert open_window.pages.current == name


def test_the_status_bar_says_when_everything_is_saved(open_window, session):
    session.save(Answer("data.access", AnswerState.ANSWERED, 1))
    assert "Alle Änderungen gespeichert – " in status(open_window)
    assert "Rechtsstand 22.11.2026" in status(open_window)


def test_a_failed_save_is_told_and_a_retry_works(open_window, session, workspace, said):
    pages = workspace.db.execute("PRAGMA page_count").fetchone()[0]
    workspace.db.execute(f"PRAGMA max_page_count = {pages}")
    answer = Answer("data.access", AnswerState.ANSWERED, 1, note="x" * 200_000)
    session.save(answer)
    assert "Nicht gespeichert" in status(open_window)
    assert "Alles zuvor Gespeicherte ist sicher" in said[0]
    workspace.db.execute("PRAGMA max_page_count = 1000000")
    open_window.menus.save_now.trigger()
    assert session.current.answer("data.access") == answer
    assert "Alle Änderungen gespeichert" in status(open_window)


def test_closing_with_an_unsaved_answer_asks_and_stays(open_window, session, workspace, said):
    pages = workspace.db.execute("PRAGMA page_count").fetchone()[0]
    workspace.db.execute(f"PRAGMA max_page_count = {pages}")
    session.save(Answer("data.access", AnswerState.ANSWERED, 1, note="x" * 200_000))
    assert not open_window.close()
    assert "Trotzdem schließen?" in said[-1]
    workspace.db.execute("PRAGMA max_page_count = 1000000")
    assert open_window.close()


def test_a_half_typed_note_is_saved_on_closing(open_window, session, qtbot):
    open_window.pages.questions.show_item("data.access")
    open_window.pages.questions.show_details()
    note = open_window.pages.questions.findChild(QPlainTextEdit, "note")
    qtbot.keyClicks(note, "halber Sa")
    with qtbot.waitSignal(session.answer_saved, timeout=0) as saved:
        open_window.close()
    assert saved.args[0].note == "halber Sa"


def test_the_start_page_shows_the_progress_made(open_window, session):
    session.save(Answer("data.access", AnswerState.ANSWERED, 1))
    open_window.pages.show_page(START)
    model = open_window.pages.start.findChild(QTableView).model()
    row = " ".join(str(model.index(0, column).data()) for column in range(model.columnCount()))
    assert "Bad Musterbach" in row
    assert "1 von 86" in row


def test_text_size_and_colours_change_at_once(open_window, appearance):
    before = QApplication.font().pointSizeF()
    open_window.menus.larger.trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(before * 1.25)
    dark = next(a for a in open_window.menus.themes.actions() if a.data() == "dark")
    dark.trigger()
    assert appearance.theme.dark
    open_window.menus.smaller.trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(before)


def test_the_window_fits_a_small_screen(open_window):
    hint = open_window.minimumSizeHint()
    assert hint.width() <= SMALLEST[0]
    assert hint.height() <= SMALLEST[1]


def test_mnemonics_are_unique_in_every_menu(open_window):
    menus = open_window.menuBar().findChildren(QMenu)
    groups = [[a.text() for a in menu.actions() if a.text()] for menu in menus]
    groups.append([a.text() for a in open_window.menuBar().actions()])
    for titles in groups:
        letters = [t[t.index("&") + 1].lower() for t in titles if "&" in t.replace("&&", "")]
        assert len(letters) == len(set(letters)), titles
        assert all(letter.isascii() for letter in letters), titles


def test_shortcuts_are_unique(open_window):
    actions = {a for menu in open_window.menuBar().findChildren(QMenu) for a in menu.actions()}
    keys = [a.shortcut().toString() for a in actions if not a.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", [START, QUESTIONS, PROFILE, MEASURES, COMPARISON])
def test_every_control_has_an_accessible_name(open_window, name):
    open_window.pages.show_page(name)
    assert nameless(open_window) == []


def test_everything_can_be_reached_by_tab(open_window, qtbot):
    page = open_window.pages.questions
    page.focus_content()
    reached = set()
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget().objectName())
    assert {"next", "next-open", "search", "filter", "items", "pages", "fold"} <= reached


def test_f6_goes_to_the_list_of_pages_and_back(open_window):
    open_window.pages.questions.focus_content()
    open_window.menus.focus.trigger()
    assert open_window.focusWidget().objectName() == "pages"
    open_window.menus.focus.trigger()
    assert open_window.focusWidget().objectName().startswith("choice-")


def test_an_export_begun_is_finished_when_the_window_closes(open_window, session, tmp_path):
    background, messages = open_window.background, open_window.messages
    exporter = Exporter(Tools(open_window, session, background, messages, Settings(None)))
    targets = [tmp_path / f"ergebnis.{suffix}" for suffix in ("csv", "xlsx", "pdf")]
    for target in targets:
        exporter.write(target, ask=False)
    open_window.close()
    assert all(target.stat().st_size for target in targets)


def test_an_export_that_fails_while_the_window_closes_is_told(open_window, session, tmp_path, said):
    background, messages = open_window.background, open_window.messages
    exporter = Exporter(Tools(open_window, session, background, messages, Settings(None)))
    exporter.write(tmp_path / "kein Ordner" / "ergebnis.csv")
    open_window.close()
    assert "ergebnis.csv" in said[-1]
