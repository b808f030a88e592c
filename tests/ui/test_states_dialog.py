"""The list of frozen states: what is shown, and what is asked for."""

from datetime import UTC, datetime, timedelta

import pytest
from accessibility import nameless, tab_stops
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kiassess.domain.states import FrozenState
from kiassess.ui.dialogs.states import StatesDialog
from kiassess.ui.widgets.pick_table import PickTable

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
STATES = (  # the oldest first, as they are stored
    FrozenState("Ratssitzung im Mai", NOW - timedelta(days=190), "m.muster", "1.0.0"),
    FrozenState("Haushalt", NOW - timedelta(days=20), "", "1.0.0"),
    FrozenState("<b>Umstellung</b> & mehr", NOW, "m.muster", "1.1.0"),
)


@pytest.fixture
def show(qtbot, texts, appearance):
    def shown(states=STATES):
        dialog = StatesDialog(states, texts)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return shown


def table(dialog):
    return dialog.findChild(PickTable, "states")


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def rows(dialog):
    model = table(dialog).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_newest_state_stands_first(show, texts):
    assert rows(show()) == [
        ["<b>Umstellung</b> & mehr", texts.moment(NOW), "m.muster", "1.1.0"],
        ["Haushalt", texts.moment(STATES[1].at), "ohne Namen", "1.0.0"],
        ["Ratssitzung im Mai", texts.moment(STATES[0].at), "m.muster", "1.0.0"],
    ]


def test_a_date_is_sorted_by_time_not_by_its_words(show):
    dialog = show()
    table(dialog).sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in rows(dialog)] == [state.name for state in STATES]


@pytest.mark.parametrize("name", ["show", "export", "compare"])
def test_each_button_asks_for_the_chosen_state(show, qtbot, name):
    dialog = show()
    table(dialog).pick_row(1)
    with qtbot.waitSignal(getattr(dialog, f"{name}_requested"), timeout=0) as signal:
        button(dialog, name).click()
    assert signal.args == ["Haushalt"]
    assert dialog.isVisible() is (name == "export")  # the others lead elsewhere


def test_what_is_chosen_holds_in_any_order(show, qtbot):
    dialog = show()
    table(dialog).sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table(dialog).setCurrentIndex(table(dialog).model().index(0, 0))
    with qtbot.waitSignal(dialog.export_requested, timeout=0) as signal:
        button(dialog, "export").click()
    assert signal.args == ["Ratssitzung im Mai"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_shows_a_state_once(show, qtbot, key):
    dialog = show()
    shown = []
    dialog.show_requested.connect(shown.append)
    qtbot.keyClick(table(dialog), Qt.Key.Key_Down)
    qtbot.keyClick(table(dialog), key)
    assert shown == ["Haushalt"]
    assert not dialog.isVisible()


def test_a_double_click_shows_a_state(show, qtbot):
    dialog = show()
    view = table(dialog)
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(dialog.show_requested, timeout=0) as signal:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == ["Ratssitzung im Mai"]


def test_without_a_state_it_says_how_to_keep_one(show, qtbot):
    dialog = show(())
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(line.startswith("No state has been kept") for line in said)
    assert not table(dialog).isVisible()
    assert not any(button(dialog, name).isVisible() for name in ("show", "export", "compare"))
    assert nameless(dialog) == []
    with qtbot.assertNotEmitted(dialog.show_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_it_is_worked_by_keyboard(show):
    dialog = show()
    assert nameless(dialog) == []
    assert tab_stops(table(dialog)) == ["states", "show", "export", "compare", "reject"]


@pytest.mark.parametrize("scale", [100, 200])
def test_a_long_list_scrolls_itself(show, qtbot, appearance, settings, scale):
    settings.font_scale = scale
    appearance.apply()
    many = [FrozenState(f"Stand {n}", NOW + timedelta(days=n), "", "1.0.0") for n in range(50)]
    dialog = show(many)
    view = table(dialog)
    lines = view.height() / view.fontMetrics().lineSpacing()
    assert 10 < lines < 17
    assert view.verticalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()
    assert view.picked_row() == 49
