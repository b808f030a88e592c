"""Backups, restoring, the workplace check, and a file that cannot be written: in the window."""

import sys
from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton

from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.domain.backups import BackupKind
from kiassess.domain.municipality import Municipality
from kiassess.store.backups import backup_folder, list_backups
from kiassess.ui.page_stack import QUESTIONS, START
from kiassess.workflow import safekeeping

ITEM = "data.access"


@pytest.fixture
def answered(window, town_session):
    """The window with one answer given."""
    town_session.save(Answer(ITEM, AnswerState.ANSWERED, 1, note="damals"))
    window.pages.show_page(QUESTIONS)
    return window


def test_a_backup_is_made_without_anybodys_doing(wait_for_worker, answered, session, qtbot):
    with qtbot.waitSignal(answered.services.told) as told:
        answered.services.safekeeping.begin()
    wait_for_worker(answered)
    (backup,) = list_backups(session.file)
    assert backup.kind is BackupKind.DAILY
    assert "Gesichert" in told.args[0]
    assert safekeeping.last_rehearsal(session.file) is not None


def test_where_no_backup_can_be_made_the_status_bar_says_so(
    wait_for_worker, answered, session, qtbot
):
    backup_folder(session.file).write_text("im Weg", encoding="utf-8")
    with qtbot.waitSignal(answered.services.told) as told:
        answered.services.safekeeping.begin()
    wait_for_worker(answered)
    assert told.args[1]
    assert "keine Sicherung" in told.args[0]


def test_a_backup_is_restored_and_that_is_taken_back(
    answered, session, workspace, qtbot, in_dialog, said
):
    safekeeping.back_up(workspace, BackupKind.MANUAL, now=session.now())
    session.save(Answer(ITEM, AnswerState.ANSWERED, 4, note="heute"))

    def restore(dialog):
        button = dialog.findChild(QPushButton, "restore")
        qtbot.waitUntil(button.isEnabled)
        assert "eine ändert sich" in dialog.findChild(QLabel, "hint").text()
        button.click()

    in_dialog(restore)
    answered.menus.restore.trigger()
    assert session.current.answer(ITEM).note == "damals"
    assert answered.pages.current == START
    assert "wiederhergestellt" in said[-1]
    in_dialog(restore)  # the newest is the one of before
    answered.menus.restore.trigger()
    assert session.current.answer(ITEM).note == "heute"


def test_the_rehearsal_says_what_came_back(
    wait_for_worker, answered, session, workspace, qtbot, in_dialog
):
    safekeeping.back_up(workspace, BackupKind.MANUAL, now=session.now())
    seen = []

    def rehearse(dialog):
        dialog.rehearsal_requested.emit()
        wait_for_worker(answered)
        seen.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))

    in_dialog(rehearse)
    answered.menus.restore.trigger()
    assert "eine Antwort" in seen[0]
    assert safekeeping.last_rehearsal(session.file) is not None


def test_a_backup_that_cannot_be_read_is_not_offered(
    wait_for_worker, answered, session, workspace, qtbot, in_dialog
):
    made = safekeeping.back_up(workspace, BackupKind.MANUAL, now=session.now())
    (backup_folder(session.file) / made.name).write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    seen = []

    def look(dialog):
        wait_for_worker(answered)
        seen.append(dialog.findChild(QLabel, "state").text())
        assert not dialog.findChild(QPushButton, "restore").isEnabled()

    in_dialog(look)
    answered.menus.restore.trigger()
    assert "nicht lesbar" in seen[0] or "nicht gelesen" in seen[0]


def test_the_workplace_is_looked_at_and_the_report_holds_no_answers(
    wait_for_worker, answered, session, qtbot, in_dialog, tmp_path, monkeypatch
):
    target = tmp_path / "Bericht.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    in_dialog(lambda dialog: dialog.findChild(QPushButton, "save").click())
    answered.menus.workplace.trigger()
    qtbot.waitUntil(target.exists)
    text = target.read_text(encoding="utf-8-sig")
    assert "Musterbach" not in text
    assert "damals" not in text
    assert "SQLite" in text


@pytest.fixture
def boxes(monkeypatch):
    """What message boxes say; each is answered by what the test has put into ``answers``."""

    found = SimpleNamespace(said=[], answers=[])

    def answer(box):
        found.said.append(f"{box.text()} {box.informativeText()}")
        (found.answers.pop(0) if found.answers else (lambda _box: None))(box)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(
        QMessageBox, "clickedButton", lambda box: getattr(box, "_chosen", box.escapeButton())
    )
    return found


def again(prepare):
    """Press “Erneut versuchen” after something has been mended."""

    def press(box):
        prepare()
        box._chosen = next(b for b in box.buttons() if "Erneut" in b.text())

    return press


def test_what_cannot_be_saved_stays_and_a_retry_saves_it(answered, session, workspace, boxes):
    workspace.db.execute("PRAGMA query_only = 1")
    boxes.answers.append(again(lambda: workspace.db.execute("PRAGMA query_only = 0")))
    answered.pages.questions.show_item(ITEM)
    answered.pages.questions.choose(3)
    assert len(boxes.said) == 1
    assert "schreibgeschützt" in boxes.said[0]
    assert not session.has_unsaved
    assert session.current.answer(ITEM).level == 3


def test_later_keeps_the_answer_on_the_screen(answered, session, workspace, boxes):
    workspace.db.execute("PRAGMA query_only = 1")
    answered.pages.questions.show_item(ITEM)
    answered.pages.questions.choose(3)
    assert session.has_unsaved
    assert answered.pages.questions.findChild(object, "item-title") is not None
    workspace.db.execute("PRAGMA query_only = 0")
    answered.menus.save_now.trigger()
    assert not session.has_unsaved
    assert session.current.answer(ITEM).level == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move an open file")
def test_a_file_that_is_gone_is_put_back_with_all_answers(answered, session, boxes):
    session.file.rename(session.file.with_name("weg.db"))
    boxes.answers.append(again(lambda: None))
    answered.pages.questions.show_item(ITEM)
    answered.pages.questions.choose(2)
    assert "verschoben" in boxes.said[0]
    assert session.file.is_file()
    assert not session.has_unsaved
    session.reload()
    assert session.current.answer(ITEM).level == 2
    session.save(Answer("data.inventory", AnswerState.ANSWERED, 1))
    assert not session.has_unsaved


def ways_to_show_something_else(archive, session):
    """Each would put other answers in the place of what is shown."""
    others = [row for row in session.listed() if row.assessment.id != session.current.assessment.id]
    return {
        "delete": lambda: archive.delete(others[0].assessment.id, from_backups=False),
        "restore": lambda: archive.restore(archive.backups()[0]),
        "state": lambda: archive.show_state("Ratssitzung"),
        "exchange": lambda: archive.write_exchange_file(others[0].assessment.id, session.file),
    }


@pytest.mark.parametrize("way", ["delete", "restore", "state", "exchange"])
def test_what_is_not_saved_yet_is_never_given_up(answered, archive, session, workspace, boxes, way):
    first = session.current.assessment.id
    session.create(NewAssessment(Municipality("Nebenan"), date(2026, 3, 2)))
    session.open(first)
    archive.freeze("Ratssitzung")
    safekeeping.back_up(workspace, BackupKind.DAILY, now=session.now())
    workspace.db.execute("PRAGMA query_only = 1")
    session.save(Answer(ITEM, AnswerState.ANSWERED, 4, note="noch nicht gesichert"))
    done = ways_to_show_something_else(archive, session)[way]()
    assert not done
    assert session.has_unsaved
    workspace.db.execute("PRAGMA query_only = 0")
    session.flush()
    session.reload()
    assert session.current.answer(ITEM).note == "noch nicht gesichert"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move an open file")
def test_saving_with_the_keyboard_puts_a_file_back_too(answered, session, boxes):
    session.file.rename(session.file.with_name("weg.db"))
    answered.pages.questions.show_item(ITEM)
    answered.pages.questions.choose(2)
    assert session.has_unsaved
    answered.menus.save_now.trigger()
    assert not session.has_unsaved
    assert session.file.is_file()


def test_reading_everything_anew_tells_of_one_opening(town_session, qtbot):
    opened = []
    town_session.opened.connect(lambda: opened.append(town_session.current))
    town_session.reload()
    assert [one.assessment.id for one in opened] == [town_session.current.assessment.id]
