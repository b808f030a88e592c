"""Files that arrive wait for dialogs; a second start hands its files over through a file."""

import json
import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QDialog, QWidget

from kiassess.ui.arriving import Arriving
from kiassess.ui.instance import OLD_AFTER_S, FrontRequests, request_file

ONE, TWO = Path("/Post/Ulm.kiassess"), Path("/Post/Köln.kiassess")
WITHIN_MS = 5_000


@pytest.fixture
def shown(qtbot):
    """A window on the screen."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def arriving(shown):
    return Arriving(shown)


@pytest.fixture
def seen(arriving):
    """What has been handed on, list by list."""
    found = []
    arriving.arrived.connect(found.append)
    return found


def test_what_comes_together_is_handed_on_together_and_once(qtbot, qapp, arriving, seen):
    arriving.add([ONE])
    arriving.add([TWO, ONE])
    qtbot.waitUntil(lambda: bool(seen), timeout=WITHIN_MS)
    qapp.processEvents()
    assert seen == [[ONE, TWO]]


def test_files_wait_until_the_last_dialog_is_closed(qtbot, qapp, shown, arriving, seen):
    outer = QDialog(shown)
    outer.open()
    inner = QDialog(outer)
    inner.open()
    arriving.add([ONE])
    arriving.add([TWO])
    qapp.processEvents()
    assert seen == []
    inner.reject()
    qapp.processEvents()
    assert seen == []
    outer.reject()
    qtbot.waitUntil(lambda: bool(seen), timeout=WITHIN_MS)
    assert seen == [[ONE, TWO]]


def test_what_comes_while_the_preview_is_open_gets_the_next_one(qtbot, qapp, shown, arriving):
    seen = []

    def preview(files):
        seen.append(files)
        dialog = QDialog(shown)
        if files == [ONE]:
            arriving.add([TWO])
            qapp.processEvents()
        dialog.open()
        qapp.processEvents()
        dialog.reject()

    arriving.arrived.connect(preview)
    arriving.add([ONE])
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=WITHIN_MS)
    assert seen == [[ONE], [TWO]]


def request(workspace, **changed):
    """Put a request beside a workspace, as a second start does."""
    said = {"host": QSysInfo.machineHostName(), "files": [str(ONE)], **changed}
    file = request_file(workspace)
    file.write_text(json.dumps(said), encoding="utf-8")
    return file


def test_a_request_is_answered_with_its_files(qtbot, tmp_path):
    requests = FrontRequests(tmp_path / "kiassess.db")
    with qtbot.waitSignal(requests.requested, timeout=WITHIN_MS) as signal:
        file = request(tmp_path / "kiassess.db")
    assert signal.args == [[ONE]]
    assert not file.exists()


def test_a_request_that_came_too_early_is_answered_later(qtbot, tmp_path):
    file = request(tmp_path / "kiassess.db", files=[])
    requests = FrontRequests(tmp_path / "kiassess.db")
    with qtbot.waitSignal(requests.requested, timeout=WITHIN_MS) as signal:
        requests.look()
    assert signal.args == [[]]
    assert not file.exists()


def test_one_left_behind_long_ago_is_only_taken_away(qtbot, tmp_path):
    file = request(tmp_path / "kiassess.db")
    ago = time.time() - OLD_AFTER_S - 1
    os.utime(file, (ago, ago))
    requests = FrontRequests(tmp_path / "kiassess.db")
    with qtbot.assertNotEmitted(requests.requested):
        requests.look()
    assert not file.exists()


@pytest.mark.parametrize(
    "changed", [{"host": "another-computer"}, {"files": 7}, {"files": [None]}], ids=str
)
def test_what_is_no_request_for_this_window_lies_where_it_is(qtbot, tmp_path, changed):
    file = request(tmp_path / "kiassess.db", **changed)
    requests = FrontRequests(tmp_path / "kiassess.db")
    with qtbot.assertNotEmitted(requests.requested):
        requests.look()
    assert file.exists()


def test_the_request_for_another_workspace_lies_where_it_is(qtbot, tmp_path):
    file = request(tmp_path / "other.db")
    requests = FrontRequests(tmp_path / "kiassess.db")
    with qtbot.assertNotEmitted(requests.requested):
        requests.look()
    assert file.exists()
