"""Taking files in with the real window: chosen, dropped, previewed, taken, stopped, undone."""

import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fill_ins import Paper, made
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from kiassess import paths
from kiassess.content.library import Library
from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.domain.merge_plan import OnConflict
from kiassess.domain.municipality import Municipality
from kiassess.exchange.exchange_file import to_bytes
from kiassess.ui.dialogs.importing import CHOICES, ImportDialog
from kiassess.ui.page_stack import QUESTIONS, START
from kiassess.ui.widgets.choice_group import ChoiceGroup
from kiassess.ui.widgets.record_table import RecordTable
from kiassess.workflow import assessing, exchanging
from kiassess.workflow.workspace import open_for_writing

from .conftest import ROUND, TOWN

ITEM, OTHER = "data.access", "data.inventory"
NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)


def level(item_id, number, note=""):
    return Answer(item_id, AnswerState.ANSWERED, number, note=note)


@pytest.fixture
def other(tmp_path):
    """Another town hall."""
    library = Library(paths.bundled().questionnaires)
    with open_for_writing(tmp_path / "Kreis" / "kreis.db", library) as workspace:
        yield workspace


@pytest.fixture
def package(other):
    """An assessment of theirs with one answer."""
    made = assessing.create(other, NewAssessment(Municipality("Ulm an der Muster"), ROUND), now=NOW)
    opened = assessing.load(other, made.id, "de")
    assessing.answer(other, opened, level(ITEM, 3), now=NOW)
    return exchanging.package_of(other, made.id)


@pytest.fixture
def file(package, tmp_path):
    """The same as a file."""
    found = tmp_path / "Ulm.kiassess"
    found.write_bytes(to_bytes(package))
    return found


@pytest.fixture
def folder(package, tmp_path):
    """A folder with sixty assessments and two files that are none."""
    made = tmp_path / "Dateien"
    made.mkdir()
    for number in range(60):
        town = replace(package.assessment.municipality, name=f"Musterstadt {number:02}")
        one = replace(package.assessment, id=f"{number:08}-0000-4000-8000-000000000000",
                      municipality=town)  # fmt: skip
        (made / f"{number:02}.kiassess").write_bytes(to_bytes(replace(package, assessment=one)))
    (made / "kaputt.kiassess").write_text("{", encoding="utf-8")
    (made / "fremd.kiassess").write_text('{"format": "x"}', encoding="utf-8")
    return made


@pytest.fixture
def choose(window, monkeypatch, in_dialog, qtbot):
    """Choose files from the menu; then act in the dialog as soon as the preview is there."""

    def chosen(*files, act, ready="accept"):
        names = [str(one) for one in files]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
        in_dialog(lambda dialog: (wait(dialog, qtbot), act(dialog)))
        window.menus.import_files.trigger()

    return chosen


def wait(dialog, qtbot):
    """Until the files are read, or taken."""
    qtbot.waitUntil(dialog.findChild(RecordTable, "files").isVisible, timeout=30_000)


def take(dialog, qtbot):
    button(dialog, "accept").click()
    wait(dialog, qtbot)


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def said(dialog, name="sentence"):
    return dialog.findChild(QLabel, name).text()


def rows(dialog):
    model = dialog.findChild(RecordTable, "files").model()
    return [[model.index(row, column).data() for column in range(3)]
            for row in range(model.rowCount())]  # fmt: skip


def towns(session):
    return {row.assessment.municipality.name for row in session.listed()}


def test_nothing_is_taken_before_it_was_shown(choose, file, session):
    seen = []
    choose(file, act=lambda dialog: seen.append((rows(dialog), towns(session))))
    assert seen == [
        ([["Ulm an der Muster, 22.11.2026", "neu, eine Antwort", "Ulm.kiassess"]], set())
    ]
    assert session.listed() == ()


def test_a_file_is_taken_and_stands_on_the_start_page(choose, window, file, session, qtbot):
    told = []

    def act(dialog):
        take(dialog, qtbot)
        told.append(said(dialog))
        assert not button(dialog, "accept").isVisible()

    choose(file, act=act)
    assert towns(session) == {"Ulm an der Muster"}
    assert told == ["Eine Datei: 1 übernommen."]
    table = window.pages.start.findChild(RecordTable, "assessments")
    assert window.pages.current == START
    assert table.model().index(0, 0).data() == "Ulm an der Muster"


@pytest.fixture
def both_changed(window, session, workspace, other, file, choose, qtbot):
    """The assessment is open here, and both sides have gone on with it; returns their file."""
    choose(file, act=lambda dialog: take(dialog, qtbot))
    (row,) = session.listed()
    assert session.open(row.assessment.id)
    window.pages.show_page(QUESTIONS)
    session.save(level(ITEM, 1, note="hier"))
    theirs = assessing.load(other, row.assessment.id, "de")
    theirs = assessing.answer(other, theirs, level(ITEM, 4, note="dort"), now=NOW)
    assessing.answer(other, theirs, level(OTHER, 2), now=NOW)
    file.write_bytes(to_bytes(exchanging.package_of(other, row.assessment.id)))
    return file


def test_what_both_have_changed_is_shown_and_ours_stays(both_changed, choose, session, qtbot):
    seen = []

    def act(dialog):
        table = dialog.findChild(object, "conflicts").model()
        seen.extend(table.index(0, column).data() for column in range(3))
        assert rows(dialog)[0][1] == "1 dort neuer, 1 auf beiden Seiten geändert"
        take(dialog, qtbot)

    choose(both_changed, act=act)
    title, here, there = seen
    assert title == session.current.questionnaire.item(ITEM).title
    for part in ("Stufe 1", "Notiz: hier"):
        assert part in here
    for part in ("Stufe 4", "Notiz: dort"):
        assert part in there
    assert session.current.answer(ITEM).level == 1
    assert session.current.answer(OTHER).level == 2


def test_theirs_is_taken_and_taken_back_in_one_step(both_changed, choose, window, session, qtbot):
    def act(dialog):
        group = dialog.findChild(ChoiceGroup)
        group.choose(CHOICES.index(OnConflict.TAKE))
        take(dialog, qtbot)

    choose(both_changed, act=act)
    assert [session.current.answer(one).level for one in (ITEM, OTHER)] == [4, 2]
    assert window.pages.current == QUESTIONS
    window.menus.undo.trigger()
    assert session.current.answer(ITEM) == level(ITEM, 1, note="hier")
    assert not session.current.answer(OTHER).touched


def test_what_is_being_typed_is_saved_before(window, town_session, choose, file, qtbot):
    window.pages.show_page(QUESTIONS)
    window.pages.questions.show_item(ITEM)
    window.pages.questions.show_details()
    qtbot.keyClicks(window.pages.questions.findChild(QPlainTextEdit, "note"), "halber Sa")
    choose(file, act=lambda dialog: take(dialog, qtbot))
    assert town_session.current.answer(ITEM).note == "halber Sa"


def import_folder(window, folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.menus.import_folder.trigger()


def test_sixty_files_leave_the_window_alive(window, folder, session, monkeypatch, in_dialog, qtbot):
    ticks = []
    timer = QTimer(window, interval=0)
    timer.timeout.connect(lambda: ticks.append(None))
    told = []

    def act(dialog):
        wait(dialog, qtbot)
        told.append(said(dialog))
        refused = [row[2] for row in rows(dialog) if row[1] == "abgelehnt"]
        assert refused == ["fremd.kiassess", "kaputt.kiassess"]
        ticks.clear()
        take(dialog, qtbot)
        told.append(said(dialog))

    timer.start()
    in_dialog(act)
    import_folder(window, folder, monkeypatch)
    timer.stop()
    assert told == [
        "62 Dateien: 60 mit Neuem, 2 abgelehnt.",
        "62 Dateien: 60 übernommen, 2 abgelehnt.",
    ]
    assert len(session.listed()) == 60
    assert len(ticks) >= 60  # the event loop has run between the files


def test_stopping_keeps_what_has_been_taken(window, folder, session, monkeypatch, in_dialog, qtbot):
    told = []

    def act(dialog):
        wait(dialog, qtbot)
        dialog.stop_requested.connect(lambda: told.append("stop"))
        button(dialog, "accept").click()
        dialog.reject()  # at once: the first file may be taken by then
        wait(dialog, qtbot)
        told.append(said(dialog))
        assert any(row[1] == "nicht mehr gelesen" for row in rows(dialog))

    in_dialog(act)
    import_folder(window, folder, monkeypatch)
    taken = len(session.listed())
    assert told[0] == "stop"
    assert taken < 60
    assert f"{taken} übernommen" in told[1]


def test_closing_while_files_are_read_takes_nothing(window, folder, session, monkeypatch, in_dialog,
                                                    wait_for_worker):  # fmt: skip
    in_dialog(lambda dialog: dialog.reject())
    import_folder(window, folder, monkeypatch)
    wait_for_worker(window)
    assert session.listed() == ()
    assert window.findChild(ImportDialog) is None or not window.findChild(ImportDialog).isVisible()


def test_the_report_is_kept_as_a_text(window, choose, file, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "Bericht.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def act(dialog):
        take(dialog, qtbot)
        button(dialog, "save").click()
        button(dialog, "copy").click()

    choose(file, tmp_path / "fehlt.kiassess", act=act)
    text = target.read_text(encoding="utf-8-sig")
    assert "Ulm.kiassess – Ulm an der Muster, 22.11.2026: übernommen" in text
    assert "fehlt.kiassess – abgelehnt" in text
    assert QApplication.clipboard().text() == text


def test_files_without_anything_new_can_only_be_closed(choose, file, session, qtbot):
    choose(file, act=lambda dialog: take(dialog, qtbot))
    seen = []

    def act(dialog):
        seen.append((rows(dialog)[0][1], button(dialog, "accept").isEnabled()))

    choose(file, act=act)
    assert seen == [("unverändert", False)]


# Workbooks that were handed out.


@pytest.fixture
def workbook(window, town_session, texts, tmp_path):
    """The open town's workbook, filled in: one answer, one cell that is none, one note."""
    town_session.save(level(OTHER, 1))
    window.pages.show_page(QUESTIONS)
    paper = Paper(made(town_session.current, texts))
    paper.fill(ITEM, answer="3", note="Az. 7").fill("data.quality", answer="so lala")
    file = tmp_path / "Umlaufmappe.xlsx"
    file.write_bytes(paper.content())
    return file


def test_a_workbook_becomes_a_voice_and_is_taken_back(choose, workbook, window, session, qtbot):
    seen = []

    def act(dialog):
        seen.extend([*rows(dialog)[0], said(dialog, "lines")])
        take(dialog, qtbot)

    choose(workbook, act=act)
    content, effect, _, lines = seen
    assert content.startswith(TOWN.name)
    assert effect.startswith("eine Antwort ist neu, 1 unverändert")
    assert "so lala" in lines
    assert session.current.answer(ITEM).level == 3
    assert len(session.current.voices[ITEM]) == 1
    assert window.pages.current == QUESTIONS
    window.menus.undo.trigger()
    assert not session.current.answer(ITEM).touched


def test_who_has_filled_a_workbook_in_is_corrected_before_it_is_taken(
    choose, workbook, session, qtbot
):
    seen = []

    def correct(dialog, name):
        line = dialog.findChild(QLineEdit, "respondent")
        line.selectAll()
        qtbot.keyClicks(line, name)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not said(dialog, "hint"), timeout=30_000)
        seen.append((rows(dialog)[0][0], line.text()))

    def act(dialog):
        correct(dialog, "Hochbau")
        correct(dialog, " ")  # goes by what stands in it again
        correct(dialog, "Hochbau")
        take(dialog, qtbot)

    choose(workbook, act=act)
    assert seen == [
        (f"{TOWN.name}: Hochbau", "Hochbau"),
        (f"{TOWN.name}: Umlaufmappe", "Umlaufmappe"),
        (f"{TOWN.name}: Hochbau", "Hochbau"),
    ]
    assert [voice.respondent for voice in session.current.voices[ITEM]] == ["Hochbau"]
    seen.clear()

    def again(dialog):
        assert button(dialog, "accept").isEnabled()
        correct(dialog, "hochbau")  # the same person, the same answers
        assert not button(dialog, "accept").isEnabled()

    choose(workbook, act=again)
    assert seen == [(f"{TOWN.name}: Hochbau", "Hochbau")]
    assert len(session.current.voices[ITEM]) == 1


def test_a_voice_beside_an_answer_of_ones_own_leaves_it(choose, workbook, session, qtbot):
    session.save(level(ITEM, 1))
    choose(workbook, act=lambda dialog: take(dialog, qtbot))
    assert session.current.answer(ITEM).level == 1
    assert [voice.answer.level for voice in session.current.voices[ITEM]] == [3]


def test_everything_in_a_folder_is_taken_together(
    window, workbook, file, session, monkeypatch, in_dialog, qtbot
):
    folder = workbook.parent / "alles"
    folder.mkdir()
    for one in (workbook, file):
        one.rename(folder / one.name)
    (folder / "Notiz.txt").write_text("x", encoding="utf-8")
    in_dialog(lambda dialog: (wait(dialog, qtbot), take(dialog, qtbot)))
    import_folder(window, folder, monkeypatch)
    assert towns(session) == {TOWN.name, "Ulm an der Muster"}
    assert session.current.voices[ITEM]


# Dragged onto the window.


def mime(*files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    return data


def send(window, kind, data, at=None):
    """What the system tells the window while something is dragged; returns the event."""
    where = at or QPoint(200, 200)
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    if kind is QDragEnterEvent:
        event = QDragEnterEvent(where, copy, data, left, none)
    else:
        event = QDropEvent(QPointF(where), copy, data, left, none)
    QApplication.sendEvent(window.windowHandle(), event)
    return event


def hint(window):
    label = window.findChild(QLabel, "drop-hint")
    return label.text() if label is not None and label.isVisible() else ""


def test_files_held_over_the_window_would_be_taken(window, file):
    data = mime(file)
    assert send(window, QDragEnterEvent, data).isAccepted()
    assert hint(window)
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert not hint(window)


def test_a_folder_dropped_on_a_note_is_imported(window, town_session, folder, in_dialog, qtbot):
    window.pages.show_page(QUESTIONS)
    window.pages.questions.show_item(ITEM)
    window.pages.questions.show_details()
    note = window.pages.questions.findChild(QPlainTextEdit, "note")
    seen = []
    in_dialog(lambda dialog: (wait(dialog, qtbot), seen.append(len(rows(dialog)))))
    data = mime(folder)
    where = note.mapTo(window, note.rect().center())
    assert send(window, QDragEnterEvent, data, where).isAccepted()
    assert send(window, QDropEvent, data, where).isAccepted()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [62]
    assert note.toPlainText() == ""
    assert not hint(window)


@pytest.mark.parametrize("url", ["https://example.org/a.kiassess", ""])
def test_what_is_no_file_of_this_pc_is_not_taken(window, url):
    data = QMimeData()
    data.setText("etwas")
    if url:
        data.setUrls([QUrl(url)])
    send(window, QDragEnterEvent, data)
    assert not hint(window)


def test_an_open_dialog_keeps_files_out(window, file, in_dialog):
    seen = []

    def act(_dialog):
        data = mime(file)
        seen.append((send(window, QDragEnterEvent, data).isAccepted(), hint(window)))

    in_dialog(act)
    window.menus.import_files.setEnabled(True)
    window.menus.about.trigger()
    assert [hidden for _, hidden in seen] == [""]


def test_the_start_page_offers_to_import(window, monkeypatch):
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *given: (asked.append(given[1]), ([], ""))[1]
    )
    button(window.pages.start, "import").click()
    assert len(asked) == 1


def test_an_assessment_that_was_open_stays_open(window, session, choose, file, qtbot):
    assert session.create(NewAssessment(TOWN, ROUND))
    window.pages.show_page(QUESTIONS)
    session.save(level(ITEM, 2))
    choose(file, act=lambda dialog: take(dialog, qtbot))
    assert session.current.assessment.municipality == TOWN
    assert session.current.answer(ITEM).level == 2
    assert window.pages.current == QUESTIONS
    session.save(level(ITEM, 3))
    assert session.current.answer(ITEM).level == 3


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_workspace_that_is_gone_is_told(window, session, workspace, monkeypatch, in_dialog, file,
                                          said, qtbot):  # fmt: skip
    assert session.create(NewAssessment(TOWN, ROUND))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    away = workspace.path.with_suffix(".weg")
    workspace.path.rename(away)
    in_dialog(lambda dialog: qtbot.waitUntil(lambda: not dialog.isVisible()))
    window.menus.import_files.trigger()
    assert workspace.path.name in said[-1]
    assert not workspace.path.exists()
    away.rename(workspace.path)
