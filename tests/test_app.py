"""The whole program, started as a user starts it."""

import os
import random
import signal
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiassess import paths
from kiassess.content.library import Library
from kiassess.domain.errors import WorkspaceInUseError
from kiassess.workflow import assessing, listing
from kiassess.workflow.demo import make_demo
from kiassess.workflow.workspace import open_for_reading, open_for_writing

DRIVER = Path(__file__).parent / "drivers" / "answering_window.py"
ROUNDS = 3
HEAVY = {"highspy", "matplotlib", "numpy", "openpyxl", "sqlite_utils", "xlsxwriter"}


@pytest.fixture
def library():
    return Library(paths.bundled().questionnaires)


@pytest.fixture
def environment(tmp_path):
    """A home of its own, and no screen."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "LOCALAPPDATA": str(tmp_path / "data"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def start(script, environment, *arguments):
    return subprocess.Popen(
        [sys.executable, *script, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def stored_levels(file, library):
    with open_for_writing(file, library) as workspace:
        listed = listing.list_all(workspace)
        opened = assessing.load(workspace, listed[0].assessment.id, "de")
        checked = workspace.db.execute("PRAGMA integrity_check").fetchone()[0]
    return {item: answer.level for item, answer in opened.answers.items()}, checked


def test_every_acknowledged_answer_survives_a_kill(tmp_path, environment, library):
    file = tmp_path / "kiassess.db"
    chance = random.Random(7)
    told = {}
    for _ in range(ROUNDS):
        window = start([str(DRIVER)], environment, str(file))
        for _ in range(chance.randint(3, 60)):
            item, level = window.stdout.readline().split()
            told[item] = int(level)
        window.send_signal(signal.SIGKILL)
        rest, _ = window.communicate()
        for line in rest.splitlines():
            item, level = line.split()
            told[item] = int(level)
        found, checked = stored_levels(file, library)
        assert checked == "ok"
        # The one being saved when the kill came may be stored without having been told.
        differing = [item for item, level in told.items() if found[item] != level]
        assert len(differing) <= 1
        assert all(found[item] == (told[item] + 1) % 5 for item in differing)
        told = dict(found)


def test_a_second_start_brings_the_first_window_to_the_front(tmp_path, environment):
    file = tmp_path / "kiassess.db"
    first = start([str(DRIVER)], environment, str(file))
    first.stdout.readline()
    second = start(["-m", "kiassess", "--workspace", str(file)], environment)
    _, complaint = second.communicate(timeout=60)
    first.kill()
    first.communicate()
    assert second.returncode == 0
    assert "Traceback" not in complaint
    assert not file.with_name("kiassess.db.show").exists()


def test_a_window_killed_earlier_does_not_stop_the_next(tmp_path, environment, library):
    file = tmp_path / "kiassess.db"
    first = start([str(DRIVER)], environment, str(file))
    first.stdout.readline()
    with pytest.raises(WorkspaceInUseError):
        open_for_writing(file, library)
    first.kill()
    first.communicate()
    open_for_writing(file, library).close()


START_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from kiassess import app
from kiassess.ui.settings import Settings

def answer(box):
    print("SAID", box.text(), box.informativeText(), flush=True)
    return 0

QMessageBox.exec = answer
if len(sys.argv) > 3:  # in a process of its own: the permissions hold until it ends
    sys.path.insert(0, sys.argv[4])
    from permissions import permissions
    held = permissions(Path(sys.argv[3]), 0o555)
    held.__enter__()
application = app.make_application()
start = app.Start(application, Settings(None), Path(sys.argv[1]), "de")
sys.excepthook = start.on_crash
start.window.show()
application.processEvents()
print("LOADED", *sorted({heavy} & sys.modules.keys()), flush=True)
QTimer.singleShot(0, start.open)
QTimer.singleShot(int(sys.argv[2]), start.window.close)
status = application.exec()
print("STATE", start.window.session is not None and start.window.session.writable, flush=True)
sys.exit(status)
"""


def open_window(file, environment, *, stay_ms=300, read_only=None):
    script = START_SCRIPT.replace("{heavy}", repr(HEAVY))
    extra = [] if read_only is None else [str(read_only), str(Path(__file__).parent)]
    child = start(["-c", script], environment, str(file), str(stay_ms), *extra)
    out, err = child.communicate(timeout=120)
    return child.returncode, out, err


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path, environment):
    status, out, err = open_window(tmp_path / "kiassess.db", environment)
    assert "LOADED\n" in out, (out, err)
    assert status == 0


WARM_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from shiboken6.Shiboken import Object
from kiassess import app
from kiassess.ui.settings import Settings

WANTED = {"matplotlib.figure", "kiassess.ui.pages.profile", "kiassess.ui.pages.questions"}
LATER = WANTED | {"tomllib", "decimal", "kiassess.ui.chart_work", "kiassess.domain.profile"}

def known_to_python():
    # the classes of Qt made so far; each brings all its names along
    found, waiting = set(), [Object]
    while waiting:
        for kind in type.__subclasses__(waiting.pop()):
            found.add(kind.__name__)
            waiting.append(kind)
    return found

application = app.make_application()
start = app.Start(application, Settings(None), Path(sys.argv[1]), "de")
start.window.show()
start.open()
application.processEvents()
known = {"QStyle", "QGradient", "QBrush"} & known_to_python()
print("USABLE", *sorted(LATER & sys.modules.keys()), *sorted(known), flush=True)

def look():
    if WANTED <= sys.modules.keys() and start.window.background.idle:
        print("WARM", start.window.pages.current, flush=True)
        start.window.close()

timer = QTimer(interval=10)
timer.timeout.connect(look)
timer.start()
sys.exit(application.exec())
"""


def test_what_the_profile_needs_is_loaded_while_the_start_page_is_read(
    tmp_path, environment, library
):
    file = tmp_path / "kiassess.db"
    with open_for_writing(file, library) as workspace:
        make_demo(workspace, now=datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    child = start(["-c", WARM_SCRIPT], environment, str(file))
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    assert out == "USABLE\nWARM start\n"


def test_the_source_of_modules_is_not_kept_in_memory(environment):
    """PySide6 would read it all, only to look for a word in it."""
    script = "import linecache, kiassess.app, kiassess.ui.session; print(len(linecache.cache))"
    out, err = start(["-c", script], environment).communicate(timeout=60)
    assert int(out) < 10, err


def test_a_pdf_as_workspace_is_one_sentence_and_stays_as_it_is(tmp_path, environment):
    file = tmp_path / "bericht.pdf"
    file.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    before = file.read_bytes()
    status, out, err = open_window(file, environment)
    assert status == 1
    assert "„bericht.pdf“ ist kein Datenbestand von kiassess" in out
    assert "Traceback" not in err
    assert file.read_bytes() == before


def test_a_read_only_folder_is_one_sentence(tmp_path, environment):
    folder = tmp_path / "nur lesen"
    folder.mkdir()
    status, out, err = open_window(folder / "kiassess.db", environment, read_only=folder)
    assert status == 1
    assert "kann im Ordner" in out
    assert "Traceback" not in err
    assert list(folder.iterdir()) == []


def test_a_second_window_reads_when_the_first_does_not_answer(tmp_path, environment, library):
    file = tmp_path / "kiassess.db"
    with closing(open_for_writing(file, library)):
        _, out, err = open_window(file, environment)
    assert "nur zum Lesen" in out, (out, err)
    assert "STATE False" in out
    with open_for_reading(file, library) as reading:
        assert not reading.writable
