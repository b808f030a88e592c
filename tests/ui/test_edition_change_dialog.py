"""The preview of a move: what is shown, what is ticked, what comes back."""

import pytest
from accessibility import nameless, tab_stops
from builders import NOT_APPLICABLE
from probe import probe, probe_town
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QTextCharFormat
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QLabel

from kiassess.domain.edition_change import compare_editions
from kiassess.domain.kinds import Extent
from kiassess.ui.dialogs.edition_change import EditionChangeDialog
from kiassess.ui.models.edition_change_model import Column, EditionChangeModel
from kiassess.ui.widgets.difference_view import DifferenceView, Mark, Paragraph
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.tick_table import TickTable

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def show(qtbot, texts, appearance):
    """Show the dialog for a move of a town that has answered everything unless said."""

    def show(newer="2.0.0", given=None, *, older="1.0.0", **facts):
        opened = probe_town(given, version=older, language="de", **facts)
        dialog = EditionChangeDialog(opened, probe(newer, "de"), texts)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return show


def table(dialog):
    return dialog.findChild(TickTable, "changes")


def rows(view):
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def effects(dialog):
    return {row[0]: row[1:] for row in rows(dialog.findChild(FullTable, "effects"))}


def cell(dialog, title, column=Column.ANSWER):
    model = table(dialog).model()
    (row,) = (n for n, texts in enumerate(rows(table(dialog))) if texts[0] == title)
    return model.index(row, column)


def choose(dialog, title, column=Column.ITEM):
    table(dialog).setCurrentIndex(cell(dialog, title, column))


def at(place, x):
    """A point of a cell, so far from its left edge."""
    return QPoint(place.left() + x, place.center().y())


def wording(dialog):
    return dialog.findChild(DifferenceView, "wording")


def said(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def hint(dialog):
    return dialog.findChild(QLabel, "hint").text()


# The table ---------------------------------------------------------------------------------


@pytest.mark.parametrize("newer", ["1.0.0", "2.0.0", "3.0.0"])
def test_it_is_a_sound_model(texts, qtmodeltester, newer):
    change = compare_editions(probe_town(language="de"), probe(newer, "de"))
    model = EditionChangeModel(change, texts)
    qtmodeltester.check(model)
    model.show_rows(only_answered=True)
    qtmodeltester.check(model)


def test_every_question_that_is_not_the_same_is_listed(show):
    assert rows(table(show())) == [
        ["Tassen", "neu formuliert", "wird übernommen"],
        ["Kühlschrank", "andere Stufen", "bleibt im Verlauf"],
        ["Radio", "entfällt", "bleibt im Verlauf"],
        ["Tee", "neu", "keine Antwort"],
        ["Pflege der Pflanzen", "ersetzt", "wird übernommen"],
    ]


def test_a_tick_is_offered_only_where_the_user_decides(show):
    dialog = show(given={"room.cups": NOT_APPLICABLE, "room.fridge": 3, "plants.water": 1})
    ticks = [cell(dialog, row[0]).data(CHECK) for row in rows(table(dialog))]
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert [tick if tick is None else Qt.CheckState(tick) for tick in ticks] == [
        None,  # “trifft nicht zu” can no longer be said
        off,
        None,
        None,
        on,
    ]


def test_nothing_else_can_be_ticked(texts):
    model = EditionChangeModel(compare_editions(probe_town(), probe("2.0.0")), texts)
    radio, fridge = model.index(2, Column.ANSWER), model.index(1, Column.ITEM)
    for index in (radio, fridge):
        assert not model.setData(index, Qt.CheckState.Checked, CHECK)
    assert not model.setData(model.index(1, Column.ANSWER), "3", Qt.ItemDataRole.EditRole)


def test_kinds_are_sorted_in_their_order_and_not_by_their_name(show):
    dialog = show()
    table(dialog).sortByColumn(Column.KIND, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in rows(table(dialog))] == [
        "neu formuliert",
        "andere Stufen",
        "ersetzt",
        "entfällt",
        "neu",
    ]


def test_only_questions_with_an_answer_may_be_listed_and_the_choice_stays(show, qtbot):
    dialog = show(given={"room.cups": 2, "plants.water": 3})
    choose(dialog, "Pflege der Pflanzen")
    box = dialog.findChild(QCheckBox, "only-answered")
    box.click()
    assert [row[0] for row in rows(table(dialog))] == ["Tassen", "Pflege der Pflanzen"]
    assert table(dialog).currentIndex().data() == "Pflege der Pflanzen"
    choose(dialog, "Tassen")
    box.click()
    assert table(dialog).currentIndex().data() == "Tassen"
    assert len(rows(table(dialog))) == 5


def test_ticks_outlive_the_filter(show):
    dialog = show()
    qt_model = table(dialog).model()
    qt_model.setData(cell(dialog, "Kühlschrank"), Qt.CheckState.Checked, CHECK)
    box = dialog.findChild(QCheckBox, "only-answered")
    box.click()
    assert "room.fridge" in dialog.value()


# Ticking -----------------------------------------------------------------------------------


def test_space_turns_the_tick_of_a_row_from_any_column(show, qtbot):
    dialog = show()
    assert hint(dialog).startswith("5 Antworten werden übernommen. 2 Antworten bleiben")
    choose(dialog, "Kühlschrank")
    qtbot.keyClick(table(dialog), Qt.Key.Key_Space)
    assert "room.fridge" in dialog.value()
    assert cell(dialog, "Kühlschrank").data() == "wird übernommen"
    assert hint(dialog).startswith("6 Antworten werden übernommen. Eine Antwort bleibt")
    qtbot.keyClick(table(dialog), Qt.Key.Key_Space)
    assert "room.fridge" not in dialog.value()


def test_space_does_nothing_where_there_is_no_tick(show, qtbot):
    dialog = show()
    before = dialog.value()
    for title in ("Radio", "Tee"):
        choose(dialog, title)
        qtbot.keyClick(table(dialog), Qt.Key.Key_Space)
    assert dialog.value() == before


def test_a_click_on_the_box_or_its_words_turns_the_tick(show, qtbot):
    dialog = show()
    view = table(dialog)
    place = view.visualRect(cell(dialog, "Kühlschrank"))
    for x in (12, 60):
        before = "room.fridge" in dialog.value()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(place, x))
        assert ("room.fridge" in dialog.value()) is not before


def test_a_click_elsewhere_in_a_row_only_chooses_it(show, qtbot):
    dialog = show()
    before = dialog.value()
    view = table(dialog)
    for index in (cell(dialog, "Kühlschrank", Column.ITEM), cell(dialog, "Kühlschrank")):
        place = view.visualRect(index)
        point = at(place, place.width() - 4)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert dialog.value() == before
    assert view.currentIndex().row() == 1


def test_enter_in_the_table_never_moves(show, qtbot):
    dialog = show()
    table(dialog).setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(table(dialog), key)
    assert dialog.isVisible()


def test_the_effect_follows_the_ticks(show, qtbot):
    dialog = show(given={"room.kettle": 3, "room.cups": 3, "room.fridge": 0})
    assert effects(dialog)["Raum"] == ["2,0", "nicht belastbar", "5", "5"]
    choose(dialog, "Kühlschrank")
    qtbot.keyClick(table(dialog), Qt.Key.Key_Space)
    assert effects(dialog)["Raum"] == ["2,0", "2,0", "5", "5"]


def test_the_quick_check_shows_tendencies(show):
    shown = effects(show(extent=Extent.QUICK))
    assert not any(character.isdigit() for character in shown["Raum"][0])


# The wording -------------------------------------------------------------------------------


def formats(view):
    """The stretches of a view that are struck out, and those that are underlined."""
    struck, underlined = [], []
    block = view.document().begin()
    while block.isValid():
        for fragment in block:
            style = fragment.fragment().charFormat()
            if style.fontStrikeOut():
                struck.append(fragment.fragment().text())
            if style.underlineStyle() != QTextCharFormat.UnderlineStyle.NoUnderline:
                underlined.append(fragment.fragment().text())
        block = block.next()
    return struck, underlined


def test_the_chosen_question_is_shown_word_by_word_with_its_old_answer(show):
    dialog = show()
    choose(dialog, "Kühlschrank")
    assert formats(wording(dialog)) == (["jeden Monat"], ["jede Woche"])
    text = wording(dialog).toPlainText()
    assert "Text dieser Stufe damals: „Er wird jeden Monat gereinigt.“" in text
    assert "Er wird jeden Monat jede Woche gereinigt." in text
    assert "Struck out: gone. Underlined: new." in said(dialog)
    assert any("Dieselbe Zahl kann jetzt etwas anderes bedeuten." in line for line in said(dialog))


def test_the_difference_is_said_to_who_cannot_see_it(show):
    dialog = show()
    choose(dialog, "Kühlschrank")
    interface = QAccessible.queryAccessibleInterface(wording(dialog))
    spoken = interface.text(QAccessible.Text.Description)
    assert "(entfällt: jeden Monat; neu: jede Woche)" in spoken


def test_without_a_difference_no_mark_is_explained(show):
    dialog = show()
    choose(dialog, "Tee")
    assert formats(wording(dialog)) == ([], [])
    assert "Struck out: gone. Underlined: new." not in said(dialog)


def test_text_of_a_questionnaire_is_never_read_as_markup(qtbot, appearance):
    view = DifferenceView("Wording")
    qtbot.addWidget(view)
    view.show_paragraphs([Paragraph("<b>1</b>", ((Mark.PLAIN, "<i>two</i>"),))], "")
    assert view.toPlainText() == "<b>1</b>\n<i>two</i>"


def test_a_view_is_as_high_as_its_text(qtbot, appearance):
    view = DifferenceView("Wording")
    qtbot.addWidget(view)
    view.resize(300, 100)
    with qtbot.waitExposed(view):
        view.show()
    heights = []
    for words in (5, 200):
        view.show_paragraphs([Paragraph("Label", ((Mark.PLAIN, "word " * words),))], "")
        heights.append(view.height())
        assert view.verticalScrollBar().maximum() == 0
    assert heights[1] > 4 * heights[0]


# The dialog --------------------------------------------------------------------------------


def test_everything_has_a_name_and_is_reached_by_keyboard(show):
    dialog = show()
    assert nameless(dialog) == []
    assert tab_stops(table(dialog)) == [
        "changes",
        "wording",
        "effects",
        "accept",
        "reject",
        "only-answered",
    ]


def test_where_nothing_changed_it_says_so(show):
    dialog = show("1.0.0")
    assert not table(dialog).isVisible()
    assert not wording(dialog).isVisible()
    assert "No question with an answer has changed." in said(dialog)
    assert "Alle Fragen im Vergleich: 7 gleich." in said(dialog)


def answered(texts, button):
    """What ``ask`` returns when a button of the dialog is pressed."""

    def press():
        QApplication.activeModalWidget().buttons.button(button).click()

    QTimer.singleShot(0, press)
    return EditionChangeDialog.ask(None, texts, probe_town(language="de"), probe("2.0.0", "de"))


def test_it_returns_what_is_accepted_or_none(qtbot, texts, appearance):
    change = compare_editions(probe_town(language="de"), probe("2.0.0", "de"))
    assert answered(texts, QDialogButtonBox.StandardButton.Ok) == change.by_default()
    assert answered(texts, QDialogButtonBox.StandardButton.Cancel) is None


@pytest.mark.parametrize("scale", [100, 200])
def test_words_beside_a_box_are_not_cut_off(show, settings, appearance, scale):
    settings.font_scale = scale
    appearance.apply()
    dialog = show()
    view = table(dialog)
    metrics = view.fontMetrics()
    width = view.columnWidth(Column.ANSWER)
    for row, (title, _, words) in enumerate(rows(view)):
        has_box = cell(dialog, title).data(CHECK) is not None
        room = width - (metrics.height() + metrics.averageCharWidth() if has_box else 0)
        assert all(metrics.horizontalAdvance(word) < room for word in words.split())
        lines = 1 if metrics.horizontalAdvance(words) < room else 2
        assert view.rowHeight(row) >= (lines + 0.5) * metrics.height()


def test_a_long_table_scrolls_so_that_the_wording_stays_near(show, appearance):
    dialog = show("3.0.0")
    view = table(dialog)
    rows_high = view.verticalHeader().length()
    assert view.height() < rows_high + view.horizontalHeader().height()
    assert view.verticalScrollBar().maximum() > 0
