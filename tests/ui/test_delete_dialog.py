"""Deleting for good: it says what goes, and only a tick and its own button do it."""

from dataclasses import replace
from datetime import date

import pytest
from accessibility import nameless, tab_stops
from builders import make_assessment
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from kiassess.domain.deletion import Belongings
from kiassess.domain.municipality import Municipality
from kiassess.ui.dialogs.delete import DeleteDialog

TOWN = make_assessment(municipality=Municipality("Musterstadt"), round_date=date(2026, 11, 22))
WHOLE = Belongings(TOWN, 84, 12, 131, ("Mai", "Juni"), 3, 2)
FILE = "kiassess Musterstadt 2026-11-22.kiassess"


@pytest.fixture
def show(qtbot, texts, appearance):
    def shown(belongings=WHOLE):
        dialog = DeleteDialog(belongings, texts)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return shown


def said(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def button(dialog, name="accept"):
    return dialog.findChild(QPushButton, name)


def box(dialog, name):
    return dialog.findChild(QCheckBox, name)


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_it_says_what_goes(show):
    dialog = show()
    for words in ("Musterstadt, as of 22.11.2026", "• 84 Antworten", "„Mai“, „Juni“"):
        assert words in said(dialog)
    assert "84 Antworten" in dialog.accessibleDescription()
    assert "This cannot be taken back." in dialog.accessibleDescription()


def test_only_a_tick_and_the_button_delete(show, qtbot):
    dialog = show()
    qtbot.mouseClick(button(dialog), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    box(dialog, "sure").click()
    qtbot.mouseClick(button(dialog), Qt.MouseButton.LeftButton)
    assert dialog.result() == DeleteDialog.DialogCode.Accepted
    assert not dialog.from_backups()


def test_a_tick_can_be_taken_back(show):
    dialog = show()
    for expected in (True, False):
        box(dialog, "sure").click()
        assert button(dialog).isEnabled() is expected


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
@pytest.mark.parametrize("focused", ["", "sure", "from-backups", "accept", "reject"])
def test_enter_and_escape_keep_it_wherever_the_focus_is(show, qtbot, key, focused):
    dialog = show()
    box(dialog, "sure").click()
    if focused:
        (box(dialog, focused) or button(dialog, focused)).setFocus()
    press(qtbot, key)
    assert not dialog.isVisible()
    assert dialog.result() == DeleteDialog.DialogCode.Rejected


def test_the_backups_are_left_alone_unless_wanted(show):
    dialog = show()
    assert box(dialog, "from-backups").text().endswith("(3)")
    assert "in 3 Sicherungen" in box(dialog, "from-backups").accessibleDescription()
    assert not dialog.from_backups()
    box(dialog, "from-backups").click()
    assert dialog.from_backups()
    assert not button(dialog).isEnabled()  # that tick is none to delete


@pytest.mark.parametrize(("aside", "offered"), [(0, False), (2, True)])
def test_without_a_backup_only_files_set_aside_are_offered(show, aside, offered):
    dialog = show(replace(WHOLE, backups=0, aside=aside))
    assert "Keine Sicherung enthält diese Standortbestimmung." in said(dialog)
    assert box(dialog, "from-backups").isVisible() is offered
    if offered:
        assert box(dialog, "from-backups").text() == "Delete the files set &aside, too (2)"


def test_an_exchange_file_is_offered_first(show, qtbot):
    dialog = show()
    button(dialog, "exchange").setFocus()
    with qtbot.waitSignal(dialog.exchange_requested, timeout=0):
        press(qtbot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.show_exchanged(FILE)
    assert not button(dialog, "exchange").isVisible()
    assert dialog.findChild(QLabel, "exchanged").text() == f"Saved as “{FILE}”."
    assert QApplication.focusWidget() is box(dialog, "sure")


def test_without_a_file_the_offer_stays(show):
    dialog = show()
    button(dialog, "exchange").click()
    assert button(dialog, "exchange").isVisible()
    assert not dialog.findChild(QLabel, "exchanged").isVisible()


def test_names_are_plain_text(show):
    town = replace(TOWN, municipality=Municipality("<b>Stadt</b>"))
    dialog = show(replace(WHOLE, assessment=town, states=("<i>Mai</i>",)))
    assert "<b>Stadt</b>" in said(dialog)
    assert "„<i>Mai</i>“" in said(dialog)
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel)
    )


def test_it_is_worked_by_keyboard(show):
    dialog = show()
    box(dialog, "sure").click()
    assert nameless(dialog) == []
    assert tab_stops(button(dialog, "exchange")) == [
        "exchange",
        "from-backups",
        "sure",
        "accept",
        "reject",
    ]


def test_no_letter_is_a_shortcut_twice(show):
    for belongings in (WHOLE, replace(WHOLE, backups=0)):
        dialog = show(belongings)
        shown = [*dialog.findChildren(QPushButton), *dialog.findChildren(QCheckBox)]
        letters = [one.text().partition("&")[2][:1].lower() for one in shown]
        assert len(set(letters)) == len(letters) == 5
