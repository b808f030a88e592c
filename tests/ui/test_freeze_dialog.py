"""Keeping a state: a suggestion, a refusal while typing, a tidy name."""

from datetime import date

import pytest
from accessibility import nameless, tab_stops
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from kiassess.domain.states import NAME_LENGTH
from kiassess.ui.dialogs.freeze import FreezeDialog

TODAY = date(2026, 11, 22)
TAKEN = ["Ratssitzung im Mai"]


@pytest.fixture
def show(qtbot, texts, appearance):
    def shown(taken=TAKEN):
        dialog = FreezeDialog(texts, TODAY, taken)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return shown


def field(dialog):
    return dialog.findChild(QLineEdit, "name")


def button(dialog):
    return dialog.findChild(QPushButton, "accept")


def problem(dialog):
    label = dialog.findChild(QLabel, "problem")
    return label.text() if label.isVisible() else ""


def test_a_name_is_suggested_and_typing_replaces_it(show, qtbot):
    dialog = show()
    assert dialog.value() == "Stand 22.11.2026"
    assert button(dialog).isEnabled()
    qtbot.keyClicks(field(dialog), "Haushalt")
    assert dialog.value() == "Haushalt"


def test_a_suggestion_is_never_taken(show):
    dialog = show(["stand 22.11.2026"])
    assert dialog.value() == "Stand 22.11.2026 (2)"
    assert problem(dialog) == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Bitte geben Sie einen Namen ein."),
        ("   ", "Bitte geben Sie einen Namen ein."),
        ("x" * (NAME_LENGTH + 1), "zu lang"),
        (" RATSSITZUNG  im mai ", "So heißt schon ein anderer Stand."),
    ],
)
def test_a_name_that_cannot_be_used_is_refused_while_typing(show, typed, words):
    dialog = show()
    before = dialog.height()
    field(dialog).setText(typed)
    assert words in problem(dialog)
    assert field(dialog).accessibleDescription() == problem(dialog)
    assert not button(dialog).isEnabled()
    assert dialog.height() > before  # what is said is in sight
    field(dialog).setText("Haushalt")
    assert problem(dialog) == field(dialog).accessibleDescription() == ""
    assert button(dialog).isEnabled()


def test_enter_takes_only_what_can_be_used(show, qtbot):
    dialog = show()
    field(dialog).setText(TAKEN[0])
    qtbot.keyClick(field(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()
    field(dialog).setText("Haushalt")
    qtbot.keyClick(field(dialog), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == FreezeDialog.DialogCode.Accepted


@pytest.mark.parametrize(("name", "value"), [("accept", "Haushalt 2027"), ("reject", None)])
def test_asking_returns_the_tidy_name_or_none(qtbot, texts, appearance, name, value):
    def press():
        dialog = QApplication.activeModalWidget()
        field(dialog).setText("  Haushalt   2027 ")
        dialog.findChild(QPushButton, name).click()

    QTimer.singleShot(0, press)
    assert FreezeDialog.ask(None, texts, TODAY, TAKEN) == value


def test_it_is_worked_by_keyboard(show):
    dialog = show()
    assert nameless(dialog) == []
    assert tab_stops(field(dialog)) == ["name", "accept", "reject"]
