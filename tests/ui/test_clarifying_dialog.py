"""The list of what needs clarifying, and the spread of each building block."""

import pytest
from accessibility import nameless, tab_stops
from builders import UNKNOWN
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from said import give_voices, make_voice, with_voices
from towns import small_town

from kiassess.domain.assessment import NewAssessment
from kiassess.ui.dialogs.clarifying import ClarifyingDialog
from kiassess.ui.page_stack import QUESTIONS
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.pick_table import PickTable

from .conftest import ROUND, TOWN

VOICES = (
    make_voice("Anna", "infra.one", 2),
    make_voice("Ben", "infra.one", 3),
    make_voice("Anna", "strat.one", 2, "IT"),
    make_voice("Ben", "strat.one", UNKNOWN),
    make_voice("Anna", "strat.three", 0),
    make_voice("Ben", "strat.three", 3),
)
GIVEN = {"data.one": 3, "data.two": 2, "strat.two": 2, "strat.four": 1}


@pytest.fixture
def show(qtbot, texts, appearance):
    def shown(*voices, given=None, **facts):
        opened = with_voices(small_town(GIVEN if given is None else given), *voices)
        dialog = ClarifyingDialog(opened, texts, **facts)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return shown


def table(dialog):
    return dialog.findChild(PickTable, "differing")


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def rows(view):
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_widest_spread_stands_first(show):
    assert rows(table(show(*VOICES))) == [
        ["Title of strat.three", "Klärungsbedarf", "3 Stufen", "Anna: 0 · Ben: 3"],
        ["Title of infra.one", "noch abzustimmen", "1 Stufe", "Anna: 2 · Ben: 3"],
        [
            "Title of strat.one",
            "noch abzustimmen",
            "–",
            "Anna (IT office): 2 · Ben: weiß nicht",
        ],
    ]


def test_the_spread_of_each_block_is_shown(show):
    dialog = show(*VOICES)
    assert rows(dialog.findChild(FullTable, "spreads")) == [
        ["Block VIS", "2,0", "2,0", "0,0"],
        ["Block DI", "2,3", "2,7", "0,4"],
        ["Block RM", "0,8", "2,0", "1,2"],
    ]


def test_a_spread_is_sorted_by_its_number(show):
    dialog = show(*VOICES)
    view = dialog.findChild(FullTable, "spreads")
    view.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in rows(view)] == ["Block RM", "Block DI", "Block VIS"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_leads_to_the_question(show, qtbot, key):
    dialog = show(*VOICES)
    qtbot.keyClick(table(dialog), Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.item_requested, timeout=0) as asked:
        qtbot.keyClick(table(dialog), key)
    assert asked.args == ["infra.one"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["workshop", "print", "pdf"])
def test_each_button_asks_for_something(show, qtbot, name):
    dialog = show(*VOICES)
    with qtbot.waitSignal(getattr(dialog, f"{name}_requested"), timeout=0):
        button(dialog, name).click()
    assert dialog.isVisible() is (name != "workshop")


def test_where_all_agree_there_is_nothing_to_do(show):
    dialog = show(make_voice("Anna", "strat.one", 2))
    assert dialog.findChild(QLabel, "lead").text() == (
        "Bei keiner Frage gehen die Antworten auseinander."
    )
    assert not table(dialog).isVisible()
    assert not any(button(dialog, name).isVisible() for name in ("workshop", "print", "pdf"))
    assert nameless(dialog) == []


def test_what_is_agreed_stays_in_the_list_and_needs_no_workshop(show):
    dialog = show(*VOICES[-2:], given=GIVEN | {"strat.three": 2})
    assert rows(table(dialog))[0][1] == "abgestimmt"
    assert not button(dialog, "workshop").isEnabled()


def test_reading_only_there_is_no_workshop(show):
    assert not button(show(*VOICES, editable=False), "workshop").isEnabled()


def test_it_is_worked_by_keyboard(show, qtbot):
    dialog = show(*VOICES)
    assert nameless(dialog) == []
    assert tab_stops(table(dialog)) == [
        "differing", "workshop", "print", "pdf", "spreads", "reject"
    ]  # fmt: skip
    qtbot.keyClick(table(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.fixture
def open_window(window, session, workspace):
    """The main window with two voices that differ."""
    assert session.create(NewAssessment(TOWN, ROUND))
    give_voices(
        session,
        workspace,
        make_voice("Anna", "strat.vision", 0),
        make_voice("Ben", "strat.vision", 3),
    )
    return window


def shown_dialog(window):
    return next(d for d in window.findChildren(ClarifyingDialog) if d.isVisible())


def test_the_menu_leads_through_the_list_to_the_question(open_window, qtbot):
    open_window.menus.clarifying.trigger()
    qtbot.keyClick(table(shown_dialog(open_window)), Qt.Key.Key_Return)
    assert open_window.pages.current == QUESTIONS
    assert open_window.pages.questions.item_id == "strat.vision"


def test_the_list_is_saved_as_pdf(open_window, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "Klärungsbedarf.pdf"
    monkeypatch.setattr(
        "kiassess.ui.printouts.QFileDialog.getSaveFileName", lambda *_: (str(target), "")
    )
    open_window.menus.clarifying.trigger()
    dialog = shown_dialog(open_window)
    button(dialog, "pdf").click()
    assert target.read_bytes().startswith(b"%PDF")
    dialog.close()
