"""The list of backups: what comes later, and that nothing is restored unseen."""

from datetime import UTC, date, datetime, timedelta

import pytest
from accessibility import nameless, tab_stops
from builders import make_assessment
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton

from kiassess.domain.backups import Backup, BackupContent, BackupKind
from kiassess.domain.municipality import Municipality
from kiassess.domain.restoring import Effect, RestoreEffect
from kiassess.ui.dialogs.restore import RestoreDialog
from kiassess.ui.models.backups_model import BackupsModel, Column
from kiassess.ui.widgets.pick_table import PickTable

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
NEW, MIDDLE, OLD = (
    Backup(NOW - timedelta(days=days), kind, f"{days}.db")
    for days, kind in ((0, BackupKind.HOURLY), (1, BackupKind.DAILY), (9, BackupKind.MOVE))
)
BACKUPS = (MIDDLE, OLD, NEW)
CONTENT = BackupContent(1_234_567, 12, 1234)
KEPT, CHANGED, GONE = (
    make_assessment(number, municipality=Municipality(name), round_date=date(2026, 11, 22))
    for number, name in enumerate(("Abdorf", "Bestadt", "Cehausen"), 1)
)
EFFECTS = (
    RestoreEffect(Effect.SAME, KEPT, 22, 22, 0),
    RestoreEffect(Effect.CHANGED, CHANGED, 22, 20, 5),
    RestoreEffect(Effect.GONE, GONE, 84, 0, 84),
)
UNREADABLE = "This backup cannot be read. Please choose another one."


@pytest.fixture
def show(qtbot, texts, appearance):
    def shown(backups=BACKUPS):
        dialog = RestoreDialog(backups, texts)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return shown


@pytest.fixture
def ready(show):
    """The dialog with the effects of the newest backup."""
    dialog = show()
    dialog.show_effects(NEW, EFFECTS)
    return dialog


def table(dialog, name="backups"):
    return dialog.findChild(PickTable, name)


def rows(view):
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def button(dialog, name="restore"):
    return dialog.findChild(QPushButton, name)


def label(dialog, name):
    found = dialog.findChild(QLabel, name)
    return found.text() if found.isVisible() else ""


# --- the backups


def test_the_newest_backup_stands_first_and_its_content_comes_later(show, texts):
    dialog = show()
    assert rows(table(dialog)) == [
        [texts.moment(NEW.at), "stündlich während der Arbeit", "…", "…", "…"],
        [texts.moment(MIDDLE.at), "täglich", "…", "…", "…"],
        [texts.moment(OLD.at), "vor einer Umstellung des Fragenkatalogs", "…", "…", "…"],
    ]
    dialog.show_content(MIDDLE, CONTENT)
    dialog.show_content(OLD, None)
    shown = rows(table(dialog))
    assert shown[0][2:] == ["…", "…", "…"]
    assert shown[1][2:] == ["1,2\N{NO-BREAK SPACE}MB", "12", "1\N{NARROW NO-BREAK SPACE}234"]
    assert shown[2][2:] == ["nicht lesbar", "–", "–"]


def test_the_backups_are_a_sound_model(qtmodeltester, texts):
    model = BackupsModel(BACKUPS, texts)
    model.set_content(MIDDLE, CONTENT)
    model.set_content(OLD, None)
    model.set_content(Backup(NOW, BackupKind.MANUAL, "gone.db"), CONTENT)  # deleted meanwhile
    qtmodeltester.check(model)
    assert [model.index(row, Column.SIZE).data(BackupsModel.SortRole) for row in range(3)] == [
        1_234_567,
        -1,
        -1,
    ]


def test_what_is_no_word_is_spoken_as_one(texts):
    model = BackupsModel(BACKUPS, texts)
    model.set_content(MIDDLE, CONTENT)
    model.set_content(OLD, None)
    spoken = [
        model.index(row, Column.ANSWERS).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(3)
    ]
    assert spoken == ["1\N{NARROW NO-BREAK SPACE}234", "nicht lesbar", "wird gelesen"]


def test_content_that_comes_does_not_move_the_choice(show):
    dialog = show()
    table(dialog).pick_row(1)
    dialog.show_content(NEW, CONTENT)
    dialog.show_content(MIDDLE, CONTENT)
    assert table(dialog).picked_row() == 1


# --- what would change


def test_the_effects_of_the_newest_are_asked_for_by_itself(show, qtbot):
    dialog = show()
    with qtbot.waitSignal(dialog.effects_requested) as signal:
        pass
    assert signal.args == [NEW]


def test_rows_passed_on_the_way_are_not_asked_for(show, qtbot):
    dialog = show()
    asked = []
    dialog.effects_requested.connect(asked.append)
    for _ in range(2):
        qtbot.keyClick(table(dialog), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [OLD]


def test_nothing_can_be_restored_before_its_effects_are_shown(show, qtbot):
    dialog = show()
    assert not button(dialog).isEnabled()
    assert not table(dialog, "effects").isVisible()
    assert label(dialog, "state").startswith("The backup is being compared")
    with qtbot.assertNotEmitted(dialog.restore_requested):
        qtbot.mouseClick(button(dialog), Qt.MouseButton.LeftButton)


def test_the_effects_are_shown_what_changes_first(ready):
    assert rows(table(ready, "effects")) == [
        ["Bestadt", "22.11.2026", "5 Antworten ändern sich, dann 20 statt 22 beantwortet"],
        [
            "Cehausen",
            "22.11.2026",
            "ist in der Sicherung nicht enthalten und verschwindet mit 84 Antworten",
        ],
        ["Abdorf", "22.11.2026", "bleibt gleich"],
    ]
    assert label(ready, "state") == ""
    assert label(ready, "hint") == (
        "Standortbestimmungen: eine ändert sich, eine verschwindet, eine bleibt gleich."
    )


def test_what_is_shown_can_be_restored(ready, qtbot):
    assert button(ready).isEnabled()
    with qtbot.waitSignal(ready.restore_requested, timeout=0) as signal:
        qtbot.mouseClick(button(ready), Qt.MouseButton.LeftButton)
    assert signal.args == [NEW]
    assert ready.isVisible()


@pytest.mark.parametrize("effects", [(), EFFECTS[:1]])
def test_where_nothing_would_change_nothing_is_restored(show, effects):
    dialog = show()
    dialog.show_effects(NEW, effects)
    assert not button(dialog).isEnabled()
    assert "nichts wiederherzustellen" in label(dialog, "hint")


def test_another_choice_takes_the_effects_away(ready):
    table(ready).pick_row(1)
    assert not button(ready).isEnabled()
    assert not table(ready, "effects").isVisible()
    assert label(ready, "hint") == ""


def test_effects_that_come_too_late_are_not_shown(ready):
    table(ready).pick_row(1)
    ready.show_effects(NEW, EFFECTS)
    assert not button(ready).isEnabled()
    assert not table(ready, "effects").isVisible()


@pytest.mark.parametrize("before", [True, False])
def test_a_backup_that_cannot_be_read_cannot_be_restored(show, qtbot, before):
    dialog = show()
    if before:
        dialog.show_content(OLD, None)
    table(dialog).pick_row(2)
    if not before:
        dialog.show_content(OLD, None)
    assert label(dialog, "state") == label(dialog, "hint") == UNREADABLE
    dialog.show_effects(OLD, EFFECTS)
    assert not button(dialog).isEnabled()
    with qtbot.assertNotEmitted(dialog.effects_requested, wait=300):
        pass


def test_effects_shown_before_it_turned_out_unreadable_are_taken_back(ready):
    ready.show_content(NEW, None)
    assert not button(ready).isEnabled()
    assert not table(ready, "effects").isVisible()


def test_enter_in_a_table_restores_nothing_and_closes_nothing(ready, qtbot):
    with qtbot.assertNotEmitted(ready.restore_requested):
        for name in ("backups", "effects"):
            table(ready, name).setFocus()
            qtbot.keyClick(table(ready, name), Qt.Key.Key_Return)
    assert ready.isVisible()


def test_enter_means_the_button_it_is_pressed_on(ready, qtbot):
    for name, signal in (
        ("restore", ready.restore_requested),
        ("rehearse", ready.rehearsal_requested),
    ):
        button(ready, name).setFocus()
        with qtbot.waitSignal(signal, timeout=0):
            qtbot.keyClick(button(ready, name), Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(ready.restore_requested):
        table(ready).setFocus()
        qtbot.keyClick(ready, Qt.Key.Key_Return)
    assert not ready.isVisible()


# --- the rehearsal


def test_a_rehearsal_is_asked_for_once_and_its_end_is_told(show, qtbot, texts):
    dialog = show()
    assert label(dialog, "last-rehearsal") == "Bisher gab es noch keine gelungene Probe."
    dialog.show_last_rehearsal(NOW)
    assert texts.moment(NOW) in label(dialog, "last-rehearsal")
    with qtbot.waitSignal(dialog.rehearsal_requested, timeout=0):
        button(dialog, "rehearse").click()
    assert not button(dialog, "rehearse").isEnabled()
    assert label(dialog, "rehearsal") == "The rehearsal is running…"
    dialog.show_rehearsal("Alles ist da.")
    assert button(dialog, "rehearse").isEnabled()
    assert label(dialog, "rehearsal") == "Alles ist da."


# --- the dialog


def test_without_a_backup_it_says_when_there_will_be_one(show, qtbot):
    dialog = show(())
    said = [found.text() for found in dialog.findChildren(QLabel) if found.isVisible()]
    assert any(line.startswith("There is no backup yet.") for line in said)
    for widget in (table(dialog), button(dialog), button(dialog, "rehearse")):
        assert not widget.isVisible()
    with qtbot.assertNotEmitted(dialog.effects_requested, wait=300):
        pass


def test_it_is_worked_by_keyboard(ready):
    assert nameless(ready) == []
    assert tab_stops(table(ready)) == ["backups", "effects", "rehearse", "restore", "reject"]
    spoken = QAccessible.queryAccessibleInterface(table(ready, "effects"))
    assert spoken.text(QAccessible.Text.Name) == "What would change"


@pytest.mark.parametrize("scale", [100, 200])
def test_the_choice_and_its_effect_stay_in_sight(show, appearance, settings, scale):
    settings.font_scale = scale
    appearance.apply()
    dialog = show()
    dialog.show_effects(NEW, EFFECTS * 20)
    assert dialog.height() <= dialog.screen().availableSize().height()
    view = table(dialog)
    assert not view.visibleRegion().intersected(view.rect()).isEmpty()
    effects = table(dialog, "effects")
    assert effects.height() < 17 * effects.fontMetrics().lineSpacing()
