"""The dialog around an import: what it shows at each stage, and what it asks for."""

from dataclasses import replace

import pytest
from accessibility import nameless, tab_stops
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QPushButton

from kiassess.domain.merge_plan import OnConflict
from kiassess.ui.dialogs.importing import CHOICES, ImportDialog
from kiassess.ui.widgets.choice_group import ChoiceGroup
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.record_table import RecordTable
from kiassess.wording.import_preview import ConflictRow, ImportRow, Rank, left_row

NEWS = ImportRow(
    "a.kiassess", "Aach, 22.11.2026", "neu, 12 Antworten", Rank.NEWS, True, ("Alles.",)
)
SAME = ImportRow("b.kiassess", "Bern, 22.11.2026", "unverändert", Rank.SAME, lines=("Nichts.",))
REFUSED = ImportRow("c.txt", "c.txt", "abgelehnt", Rank.REFUSED, lines=("Keine Austauschdatei.",))
LOOK = ImportRow(
    "d.xlsx", "Ulm: Hauptamt", "3 übernommen", Rank.LOOK, True, ("Zelle F12 …", "Alt."),
    respondent="Hauptamt",
)  # fmt: skip
BOTH = ImportRow(
    "e.kiassess", "Emden, 22.11.2026", "1 auf beiden Seiten geändert", Rank.DECIDE, True, (),
    (ConflictRow("<b>Überblick</b>", "Stufe 1", "Stufe 4\nNotiz: x"),),
)  # fmt: skip


@pytest.fixture
def dialog(qtbot, texts, appearance, german):
    made = ImportDialog(texts)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def table(dialog):
    return dialog.findChild(RecordTable, "files")


def names(dialog):
    model = table(dialog).model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def text(dialog, name):
    label = dialog.findChild(QLabel, name)
    return label.text() if label.isVisible() else ""


def test_reading_shows_how_far_it_is(dialog):
    bar = dialog.findChild(QProgressBar, "progress")
    assert bar.maximum() == 0  # nobody knows yet
    dialog.show_progress(12, 400)
    assert (bar.value(), bar.maximum()) == (12, 400)
    assert "12" in text(dialog, "numbers")
    assert not button(dialog, "accept").isVisible()
    assert not table(dialog).isVisible()


def test_what_asks_for_something_stands_first(dialog):
    dialog.show_preview([NEWS, SAME, REFUSED, LOOK, BOTH])
    assert names(dialog) == ["e.kiassess", "d.xlsx", "c.txt", "a.kiassess", "b.kiassess"]
    assert text(dialog, "sentence") == "5 Dateien: 3 mit Neuem, 1 unverändert, 1 abgelehnt."


def test_the_chosen_file_is_told_in_full(dialog, qtbot):
    dialog.show_preview([LOOK, REFUSED])
    assert text(dialog, "lines") == "Zelle F12 …\nAlt."
    qtbot.keyClick(table(dialog), Qt.Key.Key_Down)
    assert text(dialog, "lines") == "Keine Austauschdatei."


def respondent(dialog):
    return dialog.findChild(QLineEdit, "respondent")


def correct(dialog, qtbot, name, key=Qt.Key.Key_Return):
    respondent(dialog).setFocus()
    respondent(dialog).selectAll()
    qtbot.keyClicks(respondent(dialog), name)
    qtbot.keyClick(respondent(dialog), key)


def test_who_has_filled_it_in_can_be_corrected(dialog, qtbot):
    dialog.show_preview([NEWS, SAME, LOOK])
    assert respondent(dialog).text() == "Hauptamt"
    taken = []
    dialog.take_requested.connect(taken.append)
    with qtbot.waitSignal(dialog.respondent_corrected, timeout=0) as signal:
        correct(dialog, qtbot, "Bauamt")
    assert signal.args == [2, "Bauamt"]
    assert not button(dialog, "accept").isEnabled()  # nothing is taken before it was shown
    assert text(dialog, "hint")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    named = replace(LOOK, content="Ulm: Bauamt", respondent="Bauamt", rank=Rank.NEWS)
    dialog.show_preview([NEWS, SAME, named])
    assert button(dialog, "accept").isEnabled()
    assert not text(dialog, "hint")
    assert names(dialog) == ["a.kiassess", "d.xlsx", "b.kiassess"]
    assert table(dialog).currentIndex().row() == 1  # it stays the chosen one
    assert respondent(dialog).hasFocus()
    assert taken == []
    button(dialog, "accept").click()
    dialog.show_report([NEWS, SAME, named], "jetzt")
    table(dialog).setCurrentIndex(table(dialog).model().index(1, 0))
    assert not respondent(dialog).isVisible()


def test_a_correction_counts_when_the_line_is_left_and_escape_drops_it(dialog, qtbot):
    dialog.show_preview([LOOK, NEWS])
    with qtbot.assertNotEmitted(dialog.respondent_corrected):
        correct(dialog, qtbot, "Bau", Qt.Key.Key_Escape)
        correct(dialog, qtbot, "Hauptamt")
    assert respondent(dialog).text() == "Hauptamt"
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.respondent_corrected, timeout=0) as signal:
        correct(dialog, qtbot, " ", Qt.Key.Key_Tab)
    assert signal.args == [0, " "]


def test_after_a_correction_there_may_be_nothing_to_take_any_more(dialog):
    dialog.show_preview([LOOK])
    dialog.show_preview([replace(LOOK, takes=False, rank=Rank.SAME)])
    assert not button(dialog, "accept").isEnabled()
    assert button(dialog, "reject").isDefault()
    dialog.show_preview([LOOK])
    assert button(dialog, "accept").isEnabled()
    assert button(dialog, "accept").isDefault()


def test_only_workbooks_are_filled_in_by_somebody(dialog):
    dialog.show_preview([NEWS])
    assert not respondent(dialog).isVisible()


def test_what_both_changed_stands_side_by_side(dialog):
    dialog.show_preview([BOTH, NEWS])
    conflicts = dialog.findChild(FullTable, "conflicts")
    model = conflicts.model()
    assert [model.index(0, column).data() for column in range(3)] == [
        "<b>Überblick</b>", "Stufe 1", "Stufe 4\nNotiz: x",
    ]  # fmt: skip
    table(dialog).setCurrentIndex(table(dialog).model().index(1, 0))
    assert not conflicts.isVisible()


def test_without_conflicts_nothing_is_asked(dialog):
    dialog.show_preview([NEWS, SAME])
    assert not dialog.findChild(ChoiceGroup).isVisible()


@pytest.mark.parametrize("choice", CHOICES)
def test_the_choice_goes_along(dialog, qtbot, choice):
    dialog.show_preview([BOTH])
    dialog.findChild(ChoiceGroup).choose(CHOICES.index(choice))
    with qtbot.waitSignal(dialog.take_requested, timeout=0) as signal:
        button(dialog, "accept").click()
    assert signal.args == [choice]


def test_ours_stays_if_nothing_is_chosen(dialog, qtbot):
    dialog.show_preview([BOTH])
    with qtbot.waitSignal(dialog.take_requested, timeout=0) as signal:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert signal.args == [OnConflict.KEEP]


def test_enter_in_the_list_takes_nothing(dialog, qtbot):
    dialog.show_preview([NEWS])
    with qtbot.assertNotEmitted(dialog.take_requested):
        qtbot.keyClick(table(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_nothing_is_taken_twice(dialog, qtbot):
    dialog.show_preview([NEWS])
    asked = []
    dialog.take_requested.connect(asked.append)
    for _ in range(2):
        dialog.buttons.accepted.emit()
    assert len(asked) == 1


@pytest.mark.parametrize("rows", [[SAME], [REFUSED], [SAME, REFUSED]])
def test_where_there_is_nothing_to_take_nothing_can_be_taken(dialog, qtbot, rows):
    dialog.show_preview(rows)
    assert not button(dialog, "accept").isEnabled()
    with qtbot.assertNotEmitted(dialog.take_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_escape_only_asks_to_stop_while_files_are_taken(dialog, qtbot):
    dialog.show_preview([NEWS, SAME])
    button(dialog, "accept").click()
    with qtbot.waitSignal(dialog.stop_requested, timeout=0):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not button(dialog, "reject").isEnabled()


def test_the_window_frame_does_not_close_it_either(dialog, qtbot):
    dialog.show_preview([NEWS])
    button(dialog, "accept").click()
    with qtbot.waitSignal(dialog.stop_requested, timeout=0):
        dialog.close()
    assert dialog.isVisible()


def test_stopping_is_asked_for_once(dialog):
    dialog.show_preview([NEWS])
    button(dialog, "accept").click()
    asked = []
    dialog.stop_requested.connect(lambda: asked.append(True))
    dialog.reject()
    dialog.reject()
    assert asked == [True]


def test_the_report_tells_what_became_of_each_file(dialog, qtbot, texts):
    dialog.show_preview([NEWS, SAME])
    button(dialog, "accept").click()
    dialog.show_report([NEWS, left_row(SAME, texts)], "22.11.2026, 14:32 Uhr")
    assert text(dialog, "sentence") == "2 Dateien: 1 übernommen, 1 nicht mehr gelesen."
    assert text(dialog, "safe")
    assert not button(dialog, "accept").isVisible()
    with qtbot.waitSignal(dialog.save_requested, timeout=0) as signal:
        button(dialog, "save").click()
    (report,) = signal.args
    assert "22.11.2026, 14:32 Uhr" in report
    assert "a.kiassess – Aach, 22.11.2026: neu, 12 Antworten\n    Alles." in report
    assert "b.kiassess – Bern, 22.11.2026: nicht mehr gelesen" in report
    dialog.reject()
    assert not dialog.isVisible()


def test_everything_has_a_name_and_is_reached_by_tab(dialog):
    dialog.show_preview([LOOK])
    assert "respondent" in tab_stops(table(dialog))
    assert nameless(dialog) == []
    dialog.show_preview([BOTH])
    assert nameless(dialog) == []
    stops = tab_stops(table(dialog))
    assert {"files", "conflicts", "choice-0", "accept", "reject"} <= set(stops)
    dialog.show_report([NEWS], "jetzt")
    assert nameless(dialog) == []
    assert {"copy", "save", "reject"} <= set(tab_stops(table(dialog)))


def test_hundreds_of_files_stay_a_short_list(dialog):
    dialog.show_preview([NEWS] * 400)
    assert table(dialog).height() < dialog.screen().availableSize().height()
    assert table(dialog).model().rowCount() == 400
