"""Handing out fill-in workbooks: who gets one, and what lies in the folder afterwards."""

import pytest
from accessibility import nameless, tab_stops
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton, QRadioButton

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.fill_in import fill_in_round
from kiassess.ui.dialogs.pack import PackDialog
from kiassess.ui.models.pack_model import Column
from kiassess.ui.widgets.tick_table import TickTable

ITEM = "data.access"


@pytest.fixture
def dialog(qtbot, town_session, texts, appearance, tmp_path):
    town_session.save(Answer(ITEM, AnswerState.ANSWERED, 2))
    made = PackDialog(town_session.current, tmp_path / "Mappen", texts)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def table(dialog):
    return dialog.findChild(TickTable, "roles")


def cell(dialog, row, column):
    return table(dialog).model().index(row, column).data()


def row_of(dialog, name):
    model = table(dialog).model()
    return next(row for row in range(model.rowCount()) if cell(dialog, row, Column.WHO) == name)


def untick(dialog, qtbot, row):
    table(dialog).setCurrentIndex(table(dialog).model().index(row, 0))
    qtbot.keyClick(table(dialog), Qt.Key.Key_Space)


def test_everybody_is_ticked_and_the_whole_is_offered(dialog, town_session, texts):
    everyone = fill_in_round(town_session.current)
    assert dialog.value().asked == everyone
    assert table(dialog).model().rowCount() == len(everyone) + 1
    last = table(dialog).model().rowCount() - 1
    assert cell(dialog, last, Column.WHO) == texts("fill_in.everybody")
    assert cell(dialog, last, Column.ITEMS) == "86"
    assert cell(dialog, last, Column.OPEN) == "85"


def test_the_time_follows_what_is_still_open(dialog):
    last = table(dialog).model().rowCount() - 1
    with_answers = int(cell(dialog, last, Column.MINUTES))
    assert with_answers == 55
    dialog.findChild(QCheckBox, "prefill").setChecked(False)
    assert int(cell(dialog, last, Column.MINUTES)) >= with_answers


def test_only_those_ticked_get_one(dialog, qtbot, town_session):
    first = fill_in_round(town_session.current)[0]
    untick(dialog, qtbot, row_of(dialog, first.name))
    assert first not in dialog.value().asked


def test_without_a_tick_nothing_is_handed_out(dialog, qtbot):
    for row in range(table(dialog).model().rowCount() - 1):
        untick(dialog, qtbot, row)
    assert dialog.value().asked == ()
    assert not dialog.findChild(QPushButton, "accept").isEnabled()


def test_paper_is_empty(dialog):
    assert dialog.value().prefill
    dialog.findChild(QCheckBox, "for-print").setChecked(True)
    assert not dialog.findChild(QCheckBox, "prefill").isEnabled()
    assert dialog.value().for_print
    assert not dialog.value().prefill


def test_a_workbook_for_excel_is_offered_first(dialog, qtbot):
    assert dialog.value().file_format == "xlsx"
    dialog.findChild(QRadioButton, "xlsx").setFocus()
    qtbot.keyClick(dialog.findChild(QRadioButton, "xlsx"), Qt.Key.Key_Right)
    assert dialog.value().file_format == "ods"


def test_everything_has_a_name_and_is_reached_by_tab(dialog):
    assert nameless(dialog) == []
    stops = tab_stops(table(dialog))
    assert {"roles", "prefill", "for-print", "xlsx", "path", "change-folder"} <= set(stops)
    assert "accept" in stops


@pytest.fixture
def hand_out(window, town_session, in_dialog, wait_for_worker, settings, tmp_path, qtbot):
    """Hand out to the first role and to those questions that name none, into a folder."""
    settings.pack_folder = str(tmp_path / "Mappen")

    def handed(act=lambda _dialog: None):
        def later(dialog):
            act(dialog)
            dialog.findChild(QPushButton, "accept").click()

        in_dialog(later)
        window.menus.hand_out.trigger()
        wait_for_worker(window)
        return sorted(one.name for one in (tmp_path / "Mappen").iterdir())

    return handed


def test_the_workbooks_lie_in_the_folder(hand_out, town_session, said, tmp_path):
    found = hand_out()
    everyone = fill_in_round(town_session.current)
    assert len(found) == len(everyone) + 1  # and the text for the e-mails
    assert any(one.name in " ".join(found) for one in everyone)
    assert str(tmp_path / "Mappen") in said[-1]


def test_the_kind_of_file_is_kept_for_the_next_time(hand_out, town_session, settings):
    found = hand_out(lambda dialog: dialog.findChild(QRadioButton, "ods").click())
    assert len([one for one in found if one.endswith(".ods")]) == len(found) - 1
    assert settings.pack_format == "ods"
    assert hand_out() == found  # the same once more, and none for Excel


def test_known_answers_stand_in_them_or_do_not(hand_out, town_session, qtbot, tmp_path):
    town_session.save(Answer(ITEM, AnswerState.ANSWERED, 2, note="steht schon da"))

    def only_the_whole(dialog):
        for row in range(table(dialog).model().rowCount()):
            untick(dialog, qtbot, row)  # the last one is ticked by that

    def blank(dialog):
        only_the_whole(dialog)
        dialog.findChild(QCheckBox, "prefill").setChecked(False)

    (name,) = [one for one in hand_out(only_the_whole) if one.endswith("xlsx")]
    assert "steht schon da" in words(tmp_path / "Mappen" / name)
    (other,) = [one for one in hand_out(blank) if one.endswith("xlsx") and one != name]
    assert "steht schon da" not in words(tmp_path / "Mappen" / other)


def words(file):
    book = load_workbook(file)
    return {cell.value for sheet in book for row in sheet for cell in row}


def test_what_is_being_typed_goes_along(hand_out, window, town_session, qtbot):
    window.pages.show_page(window.pages.QUESTIONS)
    window.pages.questions.show_item(ITEM)
    window.pages.questions.choose(2)
    hand_out()
    assert town_session.current.answer(ITEM).level == 2


def test_another_folder_is_chosen(hand_out, settings, tmp_path, monkeypatch, said):
    elsewhere = tmp_path / "Woanders"
    elsewhere.mkdir()
    (tmp_path / "Mappen").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))

    def change(dialog):
        dialog.findChild(QPushButton, "change-folder").click()
        assert dialog.findChild(QLineEdit, "path").text() == str(elsewhere)

    assert hand_out(change) == []
    assert list(elsewhere.glob("*.xlsx"))
    assert settings.pack_folder == str(elsewhere)
    assert str(elsewhere) in said[-1]


def test_a_folder_that_cannot_be_made_is_told(hand_out, settings, tmp_path, said):
    (tmp_path / "Datei").write_text("x", encoding="utf-8")
    (tmp_path / "Mappen").mkdir()
    settings.pack_folder = str(tmp_path / "Datei" / "Mappen")
    assert hand_out() == []
    assert said


def test_a_frozen_state_is_not_handed_out(window, town_session, archive):
    assert window.menus.hand_out.isEnabled()
    assert archive.freeze("Beschluss") is not None
    assert archive.show_state("Beschluss")
    assert not window.menus.hand_out.isEnabled()
    assert not window.menus.export_exchange.isEnabled()
    town_session.leave_state()
    assert window.menus.hand_out.isEnabled()
