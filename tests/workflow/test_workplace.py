"""Looking at the PC a workspace lies on, and handing the report out."""

import sys
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from threading import Thread

import pytest
from permissions import permissions

from kiassess.domain.errors import ExportBlockedError
from kiassess.domain.workplace import FindingKind, Stored, Versions, findings
from kiassess.store import location
from kiassess.workflow import listing
from kiassess.workflow.workplace import look, save_report, shown_folder

NOW = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)
STORED = Stored("wal", assessments=1, answers=22, backups=1)
VERSIONS = Versions("0.1.0", "3.11.7", "6.11.3", "3.45.1", "Windows 11", "de")


@pytest.fixture
def place(tmp_path):
    """The file of a workspace in an ordinary folder."""
    folder = tmp_path / "anna" / "kiassess"
    folder.mkdir(parents=True)
    file = folder / "kiassess.db"
    file.write_bytes(b"x" * 5000)
    return file


def looked(file, environ=None):
    return look(file, STORED, VERSIONS, environ or {}, NOW)


def kinds(workplace):
    return {one.kind for one in findings(workplace, NOW)}


def test_an_ordinary_folder_is_seen_as_it_is(place, monkeypatch):
    monkeypatch.setattr(location, "MOUNTS", place)  # says nothing
    workplace = looked(place, {"HOME": str(place.parents[1])})
    assert Path(workplace.folder) == Path("~", "kiassess")
    assert workplace.stored is STORED
    assert workplace.versions is VERSIONS
    assert workplace.looked_at == NOW
    assert workplace.file_bytes == 5000
    assert 0 < workplace.free_bytes <= workplace.total_bytes
    assert not workplace.read_only
    assert not workplace.on_network
    assert not workplace.redirected_profile
    assert workplace.synced_by == ""


def test_nothing_is_left_behind_and_nothing_changed(place):
    before = place.stat()
    looked(place)
    assert list(place.parent.iterdir()) == [place]
    assert (place.read_bytes(), place.stat().st_mtime) == (b"x" * 5000, before.st_mtime)


def test_a_folder_that_refuses_new_files_is_read_only(place):
    with permissions(place.parent, 0o555):
        workplace = looked(place)
    assert workplace.read_only
    assert FindingKind.READ_ONLY in kinds(workplace)
    assert list(place.parent.iterdir()) == [place]


def test_a_file_marked_as_read_only_is_read_only(place):
    place.chmod(0o444)
    assert looked(place).read_only
    place.chmod(0o644)
    assert not looked(place).read_only


def test_a_workspace_that_is_not_there_yet_is_no_obstacle(tmp_path):
    workplace = looked(tmp_path / "kiassess.db")
    assert workplace.file_bytes is None
    assert not workplace.read_only


def test_of_a_folder_that_is_gone_nothing_is_known(tmp_path):
    workplace = looked(tmp_path / "gone" / "kiassess.db")
    assert (workplace.free_bytes, workplace.total_bytes, workplace.file_bytes) == (None,) * 3
    assert not workplace.read_only


@pytest.mark.skipif(sys.platform != "linux", reason="mounts of Linux")
def test_a_network_drive_is_seen(place, tmp_path, monkeypatch):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"33 22 0:4 / {place.parent} rw - cifs //s/x rw\n", encoding="utf-8")
    monkeypatch.setattr(location, "MOUNTS", mounts)
    workplace = looked(place)
    assert (workplace.on_network, workplace.file_system) == (True, "cifs")
    assert looked(place, {"HOME": str(place.parent)}).redirected_profile


def test_a_synchronised_folder_is_seen(place):
    assert looked(place, {"OneDrive": str(place.parent)}).synced_by == "OneDrive"
    (place.parents[1] / ".dropbox.cache").mkdir()
    assert looked(place).synced_by == "Dropbox"


def test_a_worker_may_look_while_the_workspace_is_open(workspace, create):
    create()
    seen = []
    worker = Thread(target=lambda: seen.append(looked(workspace.path)))
    worker.start()
    create("Musterdorf")
    worker.join()
    assert seen[0].file_bytes > 0
    assert len(listing.list_all(workspace)) == 2


# --- the folder as others may see it


HOME = {"USERPROFILE": r"C:\Users\anna", "USERNAME": "anna"}


@pytest.mark.parametrize(
    ("folder", "shown"),
    [
        (r"C:\Users\anna\AppData\Local\kiassess", r"~\AppData\Local\kiassess"),
        (r"c:\users\ANNA", "~"),
        (r"D:\Daten\Anna\kiassess", r"D:\Daten\…\kiassess"),
        (r"D:\Joanna\kiassess", r"D:\Joanna\kiassess"),
        (r"\\srv.stadt-x.de\homes$\anna$\kiassess", r"\\…\homes$\…\kiassess"),
        (r"\\?\UNC\srv\share\kiassess", r"\\?\UNC\…\share\kiassess"),
        (r"\\?\D:\kiassess", r"\\?\D:\kiassess"),
        (r"C:\Users\anna\OneDrive - Stadt X\kiassess", r"~\OneDrive …\kiassess"),
        (r"D:\Dropbox (Stadt X)", "D:\\Dropbox …"),
        (r"D:\Dropbox", "D:\\Dropbox"),
    ],
)
def test_a_folder_of_windows_is_shown_without_names(folder, shown):
    assert shown_folder(PureWindowsPath(folder), HOME) == shown


@pytest.mark.parametrize(
    ("folder", "shown"),
    [
        ("/home/anna/.local/share/kiassess", "~/.local/share/kiassess"),
        ("/media/anna/Stick", "/media/…/Stick"),
        (
            "/home/anna/Library/CloudStorage/GoogleDrive-anna@example.org/Amt",
            "~/Library/CloudStorage/GoogleDrive …/Amt",
        ),
        ("/srv/\udc80\n", "/srv/\ufffd\ufffd"),
    ],
)
def test_a_folder_of_other_systems_is_shown_without_names(folder, shown):
    environ = {"HOME": "/home/anna", "USER": "anna"}
    assert shown_folder(PurePosixPath(folder), environ) == shown


def test_without_an_environment_a_folder_is_shown_as_it_is():
    assert shown_folder(PurePosixPath("/home/anna"), {}) == "/home/anna"


# --- handing out


def test_the_report_is_a_text_file_of_windows(tmp_path):
    target = tmp_path / "Prüfung.txt"
    save_report("Größe: 3\nOrdner: \udc80~\x07\n", target)
    assert target.read_bytes() == b"\xef\xbb\xbf" + "Größe: 3\r\nOrdner: ~\r\n".encode()


def test_a_report_that_cannot_be_written_leaves_the_older_one(tmp_path):
    with pytest.raises(ExportBlockedError):
        save_report("x", tmp_path / "gone" / "Prüfung.txt")
    assert list(tmp_path.iterdir()) == []
