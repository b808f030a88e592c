"""The window opens over a damaged or lost workspace, and tells: as a user starts it."""

import os
import random
import shutil
import subprocess
import sys

import pytest
from builders import NOON

from kiassess import paths
from kiassess.content.library import Library
from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.store.backups import backup_folder, list_backups
from kiassess.workflow import assessing, safekeeping
from kiassess.workflow.workspace import open_for_writing

from .conftest import ROUND, TOWN

PAGE = 4096

# Boxes are answered with their default button, or, if the user insists, with the other one.
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from kiassess import app
from kiassess.ui.settings import Settings

def answer(box):
    print("SAID", box.text(), box.informativeText(), flush=True)
    safe = box.defaultButton()
    print("WINDOW", start.window.session is not None, flush=True)
    others = [button for button in box.buttons() if button is not safe]
    pressed = others[0] if sys.argv[2] == "insist" and others else safe
    if pressed is not None:
        print("PRESSED", pressed.text(), flush=True)
        pressed.click()
    return 0

def finish():
    session = start.window.session
    listed = [] if session is None else session.listed()
    print("LISTED", *(one.progress.settled for one in listed), flush=True)
    start.window.close()

QMessageBox.exec = answer
application = app.make_application()
path = None if sys.argv[1] == "usual" else Path(sys.argv[1])
start = app.Start(application, Settings(None), path, "de")
sys.excepthook = start.on_crash
start.window.show()
QTimer.singleShot(0, start.open)
QTimer.singleShot(300, finish)
sys.exit(application.exec())
"""


@pytest.fixture
def usual(tmp_path, monkeypatch):
    """The usual workspace of a home of its own, with two answers and a backup."""
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    file = paths.default_workspace()
    with open_for_writing(file, Library(paths.bundled().questionnaires)) as workspace:
        made = assessing.create(workspace, NewAssessment(TOWN, ROUND), now=NOON)
        opened = assessing.load(workspace, made.id, "de")
        for item in opened.items()[:2]:
            answer = Answer(item.id, AnswerState.ANSWERED, 3)
            opened = assessing.answer(workspace, opened, answer, now=NOON)
        safekeeping.keep_safe(file, NOON)
    return file


def open_window(workspace="usual", *, insist=False):
    command = [sys.executable, "-c", SCRIPT, str(workspace), "insist" if insist else "agree"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def damage(file, *pages):
    data = bytearray(file.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = random.Random(page).randbytes(PAGE)
    file.write_bytes(data)
    return bytes(data)


def test_a_damaged_workspace_is_rescued_and_told_over_the_window(usual):
    damaged = damage(usual, 4, 9)
    status, told = open_window()
    assert status == 0
    assert "SAID „kiassess.db“ war beschädigt und ließ sich nicht öffnen. Gerettet" in told
    assert "1 Standortbestimmung mit 2 Antworten" in told
    assert "WINDOW True" in told
    assert "LISTED 2" in told
    (aside,) = backup_folder(usual).glob("*damaged.db")
    assert str(aside) in told
    assert aside.read_bytes() == damaged
    assert "SAID" not in open_window()[1]


def test_a_lost_workspace_is_restored_unless_the_user_insists(usual):
    usual.unlink()
    status, told = open_window()
    assert status == 0
    assert "SAID Der Datenbestand „kiassess.db“ fehlt oder ist leer." in told
    assert "PRESSED Sicherung wiederherstellen" in told
    assert "LISTED 2" in told


def test_the_user_may_begin_anew_and_loses_no_backup(usual):
    before = list_backups(usual)
    usual.unlink()
    status, told = open_window(insist=True)
    assert status == 0
    assert "PRESSED Neu beginnen" in told
    assert "LISTED\n" in told
    assert set(before) <= set(list_backups(usual))
    assert "SAID" not in open_window()[1]


@pytest.mark.parametrize("insist", [True, False])
def test_where_nothing_can_be_rescued_one_may_begin_anew(usual, insist):
    shutil.rmtree(backup_folder(usual))
    usual.write_bytes(b"%PDF-1.7" + bytes(9000))
    before = usual.read_bytes()
    status, told = open_window(insist=insist)
    assert "aus der Datei ist nichts zu retten" in told
    if insist:
        (aside,) = backup_folder(usual).glob("*damaged.db")
        assert (status, aside.read_bytes()) == (0, before)
        assert "LISTED\n" in told
    else:
        assert status == 1
        assert usual.read_bytes() == before
        assert not backup_folder(usual).exists()


def test_a_file_somebody_has_chosen_is_only_refused(tmp_path):
    pdf = tmp_path / "bericht.pdf"
    pdf.write_bytes(b"%PDF-1.7" + bytes(9000))
    status, told = open_window(pdf, insist=True)
    assert status == 1
    assert "„bericht.pdf“ ist kein Datenbestand" in told
    assert [file.name for file in tmp_path.iterdir()] == ["bericht.pdf"]
