from dataclasses import replace

import pytest
from accessibility import nameless, tab_stops
from builders import make_item, make_questionnaire, open_assessment
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel
from towns import small_town

from kiassess.domain.trace import trace_area, trace_block
from kiassess.ui.dialogs.trace import TraceDialog
from kiassess.ui.models.trace_model import TraceModel
from kiassess.ui.widgets.full_table import FullTable

TITLE = "Freigegebenes KI-Werkzeug"


def traced(block_id="DI", opened=None):
    opened = opened or small_town()
    return trace_block({b.id: b for b in opened.questionnaire.blocks}[block_id], opened)


@pytest.fixture
def dialog(qtbot, texts, appearance):
    dialog = TraceDialog(traced(), texts)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def table(dialog):
    return dialog.findChild(FullTable, "trace-rows")


def shown(model, role=Qt.ItemDataRole.DisplayRole):
    return [
        [model.index(row, column).data(role) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def heads(model):
    return [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]


# The table ---------------------------------------------------------------------------------


@pytest.mark.parametrize("block_id", ["VIS", "DI", "RM"])
def test_it_is_a_sound_model(texts, qtmodeltester, block_id):
    qtmodeltester.check(TraceModel(traced(block_id), texts))


def test_a_row_says_what_a_question_adds_or_why_it_is_left_out(texts):
    model = TraceModel(traced(), texts)
    assert heads(model) == ["Question", "Half", "Level", "Weight", "Target", "Counts in the value"]
    assert shown(model) == [
        ["Title of data.one", "Daten", "3", "2", "3", "ja"],
        ["Title of data.two", "Daten", "–", "2", "3", "nein: weiß nicht, weitet nur die Spanne"],
        ["Title of infra.one", "Infrastruktur", "2", "2", "3", "ja"],
        [
            "Title of infra.two",
            "Infrastruktur",
            "–",
            "2",
            "–",
            "nein: trifft nicht zu, bleibt ganz außer Betracht",
        ],
    ]


def test_only_columns_that_say_something_are_there(texts):
    assert heads(TraceModel(trace_area("data", small_town()), texts)) == [
        "Question",
        "Level",
        "Counts in the value",
    ]
    assert "Half" not in heads(TraceModel(traced("VIS"), texts))
    assert "Target" not in heads(TraceModel(traced("VIS", small_town(population=None)), texts))


def test_a_dash_is_read_as_what_is_missing(texts):
    last = shown(TraceModel(traced(), texts), Qt.ItemDataRole.AccessibleTextRole)[-1]
    assert (last[2], last[4]) == ("keine Stufe", "kein Ziel")


def test_numbers_are_sorted_as_numbers_and_none_comes_first(texts):
    rows = shown(TraceModel(traced(), texts), TraceModel.SortRole)
    assert [row[2] for row in rows] == [3, -1, 2, -1]


# The dialog --------------------------------------------------------------------------------


def test_it_names_the_value_and_shows_rule_formula_and_questions(dialog, texts):
    assert dialog.windowTitle() == "How this value comes about: Block DI"
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel)).replace("\xa0", " ")
    assert "(2 × 3 + 2 × 2) ÷ 4 = 10 ÷ 4 = 2,5" in said
    for topic in ("Regel", "Profilwert", "Spanne", "Abdeckung", "Gesicherte Stufe", "Rundung"):
        assert said.split("\n").count(topic) == 1
    assert table(dialog).model().rowCount() == 4


def test_it_can_be_selected_and_copied(dialog):
    formula = next(
        label
        for label in dialog.findChildren(QLabel)
        if "÷" in label.text() and "2,5" in label.text()
    )
    assert formula.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_double_click_leads_to_the_question(dialog, qtbot):
    rows = table(dialog)
    place = rows.visualRect(rows.model().index(2, 5)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.item_requested, timeout=0) as signal:
        qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == ["infra.one"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_leads_to_the_question_once(dialog, qtbot, key):
    spy = QSignalSpy(dialog.item_requested)
    rows = table(dialog)
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(1, 0))
    qtbot.keyClick(rows, key)
    assert [spy.at(number) for number in range(spy.count())] == [["data.two"]]
    assert not dialog.isVisible()


def test_a_sorted_table_still_leads_to_the_right_question(dialog, qtbot):
    rows = table(dialog)
    rows.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(1, 0))
    with qtbot.waitSignal(dialog.item_requested, timeout=0) as signal:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert signal.args == ["infra.one"]


def test_escape_closes_it_without_asking_for_anything(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.item_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_stays_beside_the_window_and_goes_when_closed(qtbot, texts, appearance, qapp):
    dialog = TraceDialog.show_for(None, traced("VIS"), texts)
    with qtbot.waitExposed(dialog):
        assert not dialog.isModal()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_everything_has_a_name_and_is_reached_by_keyboard(dialog):
    assert nameless(dialog) == []
    assert set(tab_stops(table(dialog))) == {"trace-rows", "reject"}
    interface = QAccessible.queryAccessibleInterface(table(dialog))
    assert interface.text(QAccessible.Text.Name) == "Questions behind this value"


@pytest.mark.parametrize("scale", [100, 200])
def test_a_title_that_only_just_fits_is_not_cut_off(qtbot, texts, settings, appearance, scale):
    settings.font_scale = scale
    appearance.apply()
    item = replace(make_item("q.0"), title=TITLE)
    dialog = TraceDialog(traced("A", open_assessment(make_questionnaire([item]), {})), texts)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    rows = table(dialog)
    metrics = rows.fontMetrics()
    title = metrics.horizontalAdvance(TITLE)
    for more in range(-5, 8):  # the style takes up to three letters for its borders
        rows.setColumnWidth(0, title + more * metrics.averageCharWidth())
        rows.resizeRowsToContents()
        lines = 1 if more >= 3 else 2
        assert rows.rowHeight(0) >= (lines + 0.5) * metrics.height(), more
