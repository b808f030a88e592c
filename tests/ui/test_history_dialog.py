"""The history of an answer, to be read and to bring an earlier answer back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from accessibility import nameless, tab_stops
from builders import NOON, make_answer, make_item, make_questionnaire, open_assessment
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QPushButton, QRadioButton, QTextBrowser

from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.domain.history import Entry, StepHead, StepKind
from kiassess.ui.dialogs.history import HistoryDialog
from kiassess.ui.page_stack import PROFILE, QUESTIONS
from kiassess.wording.history import ENTRIES_AT_FIRST

from .conftest import ROUND, TOWN

ITEM = make_item("data.one")
ASKED = make_questionnaire([ITEM])


def history(*answers, who="meier"):
    """One entry an hour, the newest first."""
    found = []
    for number, (before, after) in enumerate(zip((None, *answers), answers, strict=False), start=1):
        head = StepHead(number, StepKind.ANSWER, NOON + timedelta(hours=number), who)
        found.append(Entry(head, before, after, ASKED, ASKED))
    return tuple(reversed(found))


@pytest.fixture
def show(qtbot, texts, appearance, german):
    def shown(entries, given=None, *, writable=True):
        opened = open_assessment(ASKED, given or {})
        dialog = HistoryDialog(ITEM, entries, opened, texts, writable=writable)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return shown


def view(dialog):
    return dialog.findChild(QTextBrowser, "history-text")


def text(dialog):
    return view(dialog).toPlainText()


def test_it_tells_the_changes_the_newest_first(show):
    said = text(show(history(make_answer("data.one", 1), make_answer("data.one", 3))))
    assert said.startswith("Title of data.one\n")
    assert said.index("Stufe 3 – Level 3") < said.index("offen")
    assert said.count("· meier") == 2


def test_where_nothing_was_entered_it_says_so(show):
    assert "Zu dieser Frage ist noch nichts eingetragen." in text(show(()))


@pytest.mark.parametrize(
    "typed",
    [
        "*Stern* _Strich_ ~~weg~~ `Code`",
        "a | b",
        "R&amp;D <b>fett</b>",
        "[Link](http://example.org) www.example.org a@example.org",
        "- eins\n- zwei",
        "Zeile eins\nZeile zwei",
        "# Titel",
    ],
)
def test_what_was_typed_is_shown_as_it_was_typed(show, typed):
    dialog = show(history(Answer("data.one", note=typed)))
    assert typed in text(dialog)
    assert "example" not in view(dialog).toHtml().partition('href="')[2]


def test_an_earlier_answer_is_chosen_to_be_entered_again(show, qtbot):
    first, second = make_answer("data.one", 1, note="x"), make_answer("data.one", 3)
    dialog = show(history(first, second), {"data.one": 3})
    with qtbot.waitSignal(dialog.accepted, timeout=0):
        view(dialog).anchorClicked.emit(QUrl("#return-1"))
    assert dialog.chosen == first
    assert not dialog.isVisible()


def test_it_is_chosen_by_keyboard(show, qtbot):
    dialog = show(history(make_answer("data.one", 1), make_answer("data.one", 3)), {"data.one": 3})
    view(dialog).setFocus()
    qtbot.keyClick(view(dialog), Qt.Key.Key_Tab)  # to the only link
    qtbot.keyClick(view(dialog), Qt.Key.Key_Return)
    assert dialog.chosen == make_answer("data.one", 1)


def test_who_may_only_read_is_offered_nothing(show):
    dialog = show(history(make_answer("data.one", 1), make_answer("data.one", 3)), writable=False)
    assert "wieder eintragen" not in text(dialog)


def test_an_answer_to_other_levels_is_not_offered(show):
    (entry,) = history(make_answer("data.one", 1))
    then = make_questionnaire([replace(ITEM, levels=("a", "b", "c", "d", "e"))])
    dialog = show([replace(entry, questionnaire=then, older=then)], {"data.one": 3})
    assert "wieder eintragen" not in text(dialog)


def test_a_link_to_anywhere_else_does_nothing(show):
    dialog = show(history(make_answer("data.one", 1)))
    view(dialog).anchorClicked.emit(QUrl("#return-9"))
    view(dialog).anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert dialog.isVisible()
    assert dialog.chosen is None


def test_a_long_history_is_shown_in_two_steps(show):
    many = history(*(make_answer("data.one", n % 5) for n in range(ENTRIES_AT_FIRST + 10)))
    dialog = show(many)
    assert text(dialog).count("· meier") == ENTRIES_AT_FIRST
    view(dialog).anchorClicked.emit(QUrl("#older"))
    assert text(dialog).count("· meier") == len(many)
    assert dialog.isVisible()


def test_it_is_worked_by_keyboard(show, qtbot):
    dialog = show(history(make_answer("data.one", 1)), {"data.one": 1})
    assert nameless(dialog) == []
    assert {"history-text", "reject"} <= set(tab_stops(view(dialog)))
    qtbot.keyClick(view(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.chosen is None


@pytest.mark.parametrize("scale", [100, 200])
def test_it_needs_no_scrolling_sideways(show, settings, appearance, scale):
    settings.font_scale = scale
    appearance.apply()
    dialog = show(history(make_answer("data.one", 1, note="ein Wort nach dem anderen " * 30)))
    assert view(dialog).horizontalScrollBar().maximum() == 0


# --- from the window


@pytest.fixture
def town(window, session):
    assert session.create(NewAssessment(TOWN, ROUND))
    window.pages.show_page(QUESTIONS)
    return window


@pytest.fixture
def asked(monkeypatch):
    """What the dialog was asked to show; it answers with what a test puts into ``answer``."""

    class Asked:
        answer = None
        shown = ()

    def ask(_parent, item, entries, *_rest, **_facts):
        Asked.shown = (item, entries)
        return Asked.answer

    monkeypatch.setattr(HistoryDialog, "ask", ask)
    return Asked


def test_key_and_link_lead_to_the_history_of_the_question_shown(town, session, asked, qtbot):
    item = session.current.items()[2]
    town.pages.questions.show_item(item.id)
    town.pages.questions.choose(2)
    assert town.menus.history.shortcut().toString() == "Ctrl+H"
    town.menus.history.trigger()
    assert asked.shown[0] == item
    assert [e.after.level for e in asked.shown[1]] == [2]
    asked.shown = ()
    qtbot.mouseClick(town.findChild(QPushButton, "history"), Qt.MouseButton.LeftButton)
    assert asked.shown[0] == item


def test_an_answer_entered_again_is_saved_shown_and_can_be_taken_back(town, session, asked):
    item = session.current.items()[0]
    town.pages.questions.choose(1)
    town.pages.questions.choose(4)
    asked.answer = Answer(item.id, AnswerState.ANSWERED, 1, note="wie früher")
    town.menus.history.trigger()
    assert session.current.answer(item.id) == asked.answer
    assert town.pages.questions.findChild(QRadioButton, "choice-1").isChecked()
    town.menus.undo.trigger()
    assert session.current.answer(item.id).level == 4


def test_the_history_is_offered_where_questions_are_shown(town):
    assert town.menus.history.isEnabled()
    town.pages.show_page(PROFILE)
    assert not town.menus.history.isEnabled()
