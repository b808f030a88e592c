"""Where a workspace lies: network drives, synchronised folders and redirected profiles."""

import ctypes
import os
import sys
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from permissions import permissions

from kiassess.store import location
from kiassess.store.location import (
    NETWORK_FILE_SYSTEMS,
    documents_folder,
    file_system,
    file_system_of,
    is_on_network,
    is_redirected_on_windows,
    is_redirected_profile,
    is_remote,
    synced_by,
    write_ahead_is_safe,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="paths of other systems")

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:21 / /proc rw - proc proc rw
30 22 0:40 / /mnt/Amt\\040f\\303\\274r rw - ext4 /dev/sdb rw
31 22 0:41 / /mnt/share rw shared:9 master:1 - cifs //server/share rw
32 31 8:2 / /mnt/share/local rw - xfs /dev/sdc rw
33 22 0:42 / /mnt/Bürgeramt\\040Süd rw - nfs4 server:/süd rw
34 22 0:43 / /net rw - autofs systemd-1 rw
35 34 0:44 / /net rw - nfs server:/net rw
36 22 0:45 / /home rw - btrfs /dev/sdd rw
37 22 0:46 / /back\\134slash rw - cifs //server/b rw
38 22 0:47 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
a broken line
39 22 - cut short
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "ext4"),
        ("/srv/towns.db", "ext4"),
        ("/mnt/share/towns.db", "cifs"),
        ("/mnt/share", "cifs"),
        ("/mnt/shared/towns.db", "ext4"),
        ("/mnt/share/local/towns.db", "xfs"),
        ("/mnt/Bürgeramt Süd/a b/towns.db", "nfs4"),
        ("/net/towns.db", "nfs"),
        ("/home/anna/towns.db", "btrfs"),
        ("/back\\slash/towns.db", "cifs"),
        ("/run/user/1000/gvfs/smb-share:server=x/towns.db", "fuse.gvfsd-fuse"),
    ],
)
def test_the_innermost_and_latest_mount_decides(path, kind):
    assert file_system(Path(path), MOUNTS) == kind


@pytest.mark.parametrize("mounts", ["", "nonsense", "1 2 3 4 / - ", " - ext4"])
def test_where_nothing_is_said_nothing_is_known(mounts):
    assert file_system(Path("/home"), mounts) == ""


@pytest.mark.parametrize("kind", ["cifs", "nfs4", "fuse.sshfs", "9p", "vboxsf"])
def test_network_file_systems_are_known(kind):
    assert kind in NETWORK_FILE_SYSTEMS


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuseblk", "apfs"])
def test_local_file_systems_are_none_of_them(kind):
    assert kind not in NETWORK_FILE_SYSTEMS


@pytest.fixture
def mounts(tmp_path, monkeypatch):
    """Let the system say that a folder is a network drive."""

    def mount(folder, encoding="utf-8"):
        file = tmp_path / "mountinfo"
        text = f"22 1 8:1 / / rw - ext4 /dev/sda1 rw\n33 22 0:4 / {folder} rw - cifs //s/x rw\n"
        file.write_text(text, encoding=encoding)
        monkeypatch.setattr(location, "MOUNTS", file)

    return mount


def test_a_folder_on_a_network_drive_is_noticed(tmp_path, mounts):
    mounts(tmp_path / "share")
    assert is_on_network(tmp_path / "share" / "towns.db")
    assert not is_on_network(tmp_path / "towns.db")


def test_a_relative_path_is_noticed(tmp_path, mounts, monkeypatch):
    (tmp_path / "share").mkdir()
    mounts(tmp_path / "share")
    monkeypatch.chdir(tmp_path / "share")
    assert is_on_network(Path("towns.db"))


def test_a_link_to_a_network_drive_is_noticed(tmp_path, mounts):
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    mounts(tmp_path / "share")
    assert is_on_network(tmp_path / "link" / "towns.db")


def test_mounts_with_strange_letters_are_no_obstacle(tmp_path, mounts):
    mounts("/mnt/B\xfcro", encoding="latin-1")
    assert not is_on_network(tmp_path / "towns.db")


def test_without_a_list_of_mounts_everything_is_local(tmp_path, monkeypatch):
    monkeypatch.setattr(location, "MOUNTS", tmp_path / "gone")
    assert not is_on_network(tmp_path / "towns.db")


def test_the_type_of_a_file_system_is_known_by_its_mount(tmp_path, mounts):
    mounts(tmp_path / "share")
    assert file_system_of(tmp_path / "share" / "towns.db") == "cifs"
    assert file_system_of(tmp_path / "towns.db") == "ext4"


def test_what_the_system_does_not_say_is_unknown(tmp_path, monkeypatch):
    monkeypatch.setattr(location, "MOUNTS", tmp_path)  # a folder cannot be read
    assert file_system_of(tmp_path) == ""
    assert not is_on_network(tmp_path)


def test_a_circle_of_links_is_no_obstacle(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    circle = tmp_path / "a" / "towns.db"
    assert not is_on_network(circle)
    assert synced_by(circle, {}) == ""


# --- Windows


class Kernel32:
    """Windows, as far as it knows kinds of drives."""

    def GetDriveTypeW(self, root):  # noqa: N802
        return {"Z:\\": 4, "C:\\": 3, "D:\\": 3}[root]

    def GetVolumeInformationW(self, root, *given):  # noqa: N802
        assert len(given) == 7
        if root == "C:\\":
            given[5].value = "NTFS"
        return root == "C:\\"


drive_type = Kernel32().GetDriveTypeW


@pytest.fixture
def windows(monkeypatch):
    """A ``ctypes`` that knows Windows."""
    windll = SimpleNamespace(kernel32=Kernel32())
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        (r"Z:\Rathaus\towns.db", True),
        (r"C:\x.db", False),
        (r"\\server\share\towns.db", True),
        ("//server/share/towns.db", True),
        (r"\\?\UNC\server\share\towns.db", True),
        (r"\\?\unc\server\share\towns.db", True),
        (r"\\?\C:\towns.db", False),
        (r"\\?\Z:\towns.db", True),
        (r"\\?\Volume{4c1b02c1-d990-11dc-99ae-806e6f6e6963}\towns.db", False),
        (r"\\.\C:\towns.db", False),
        (r"\\wsl.localhost\Debian\home", True),
        ("towns.db", False),
        (r"\towns.db", False),
    ],
)
def test_shares_and_drives_that_stand_for_one_are_remote(path, remote):
    assert is_remote(PureWindowsPath(path), drive_type) == remote


def test_windows_knows_drives_and_file_systems(windows):
    assert is_remote(PureWindowsPath(r"Z:\towns.db"), location._drive_type)
    assert location._volume_type("C:\\") == "NTFS"
    assert location._volume_type("D:\\") == ""


HOME = r"C:\Users\anna"
LOCAL = {
    "USERPROFILE": HOME,
    "APPDATA": rf"{HOME}\AppData\Roaming",
    "LOCALAPPDATA": rf"{HOME}\AppData\Local",
}


@pytest.mark.parametrize(
    ("environ", "documents", "redirected"),
    [
        pytest.param(LOCAL, rf"{HOME}\Documents", False, id="local"),
        pytest.param({}, "", False, id="unknown"),
        pytest.param(LOCAL, r"D:\Daten\anna", False, id="another-local-drive"),
        pytest.param(LOCAL, r"\\dc1\homes$\anna\Documents", True, id="documents-on-a-share"),
        pytest.param(LOCAL, "Z:\\", True, id="documents-on-a-mapped-drive"),
        pytest.param(LOCAL | {"APPDATA": r"\\dc1\profile\anna"}, "", True, id="appdata"),
        pytest.param(LOCAL | {"USERPROFILE": r"Z:\anna"}, "", True, id="profile"),
        pytest.param(LOCAL | {"LOCALAPPDATA": r"Z:\anna\Local"}, "", True, id="local-appdata"),
        pytest.param(LOCAL | {"LOCALAPPDATA": r"D:\Local"}, "", False, id="moved-but-local"),
        pytest.param(LOCAL | {"APPDATA": ""}, "", False, id="empty"),
    ],
)
def test_a_redirected_profile_is_noticed(environ, documents, redirected):
    assert is_redirected_on_windows(environ, documents, drive_type) == redirected


@pytest.mark.parametrize(("found", "folder"), [(True, r"\\dc1\homes\anna"), (False, "")])
def test_the_documents_are_found_in_the_registry(monkeypatch, found, folder):
    @contextmanager
    def open_key(root, place):
        if not found:
            raise FileNotFoundError(place)
        assert (root, place.rpartition("\\")[2]) == ("user", "Shell Folders")
        yield "key"

    values = {("key", "Personal"): (r"\\dc1\homes\anna", 1)}
    registry = SimpleNamespace(
        HKEY_CURRENT_USER="user", OpenKey=open_key, QueryValueEx=lambda *key: values[key]
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    assert documents_folder() == folder


def test_without_a_registry_the_documents_are_unknown():
    assert documents_folder() == ""


def test_a_home_folder_on_a_network_drive_is_noticed(tmp_path, mounts):
    mounts(tmp_path / "homes")
    assert is_redirected_profile({"HOME": str(tmp_path / "homes" / "anna")})
    assert not is_redirected_profile({"HOME": str(tmp_path)})
    assert not is_redirected_profile({})


# --- synchronised folders


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (r"C:\Users\anna\OneDrive\Daten", "OneDrive"),
        (r"C:\Users\anna\OneDrive - Stadt X\Dokumente", "OneDrive"),
        (r"c:\users\anna\onedrive", "OneDrive"),
        (r"D:\Dropbox (Personal)", "Dropbox"),
        (r"C:\Users\anna\Nextcloud2\Amt", "Nextcloud"),
        (r"C:\Users\anna\ownCloud", "ownCloud"),
        (r"C:\Users\anna\iCloudDrive", "iCloud Drive"),
        (r"C:\Users\anna\MagentaCLOUD", "MagentaCLOUD"),
        (r"C:\Users\anna\Google Drive\Meine Ablage", "Google Drive"),
        (r"G:\Meine Ablage\Amt", "Google Drive"),
        (r"G:\My Drive", "Google Drive"),
        (r"C:\Users\anna\AppData\Local\kiassess", ""),
        (r"C:\Users\anna\My Drive", ""),
        (r"C:\Nextcloud-Handbuch", ""),
        (r"C:\OneDriveTemp", ""),
        (r"\\server\share\Amt", ""),
    ],
)
def test_synchronised_folders_of_windows_are_known_by_name(folder, service):
    assert synced_by(PureWindowsPath(folder, "kiassess.db"), {}) == service


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/Users/anna/Library/CloudStorage/OneDrive-StadtX/Amt", "OneDrive"),
        ("/Users/anna/Library/CloudStorage/GoogleDrive-a@b.de/Meine Ablage", "Google Drive"),
        ("/Users/anna/Library/CloudStorage/Box-Box", "Box"),
        ("/Users/anna/Library/CloudStorage", ""),
        ("/Users/anna/Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("/home/anna/Nextcloud", "Nextcloud"),
        ("/home/anna/.local/share/kiassess", ""),
        ("/Meine Ablage", ""),
    ],
)
def test_synchronised_folders_elsewhere_are_known_by_name(folder, service):
    assert synced_by(PurePosixPath(folder, "kiassess.db"), {}) == service


def test_the_name_of_the_file_itself_says_nothing():
    assert synced_by(PureWindowsPath(r"C:\Daten\OneDrive"), {}) == ""


@pytest.mark.parametrize(
    ("environ", "service"),
    [
        ({"OneDriveCommercial": r"C:\Users\anna\Stadt X"}, "OneDrive"),
        ({"ONEDRIVE": r"c:\users\ANNA\stadt x"}, "OneDrive"),
        ({"OneDrive": r"C:\Users\anna\Anderes"}, ""),
        ({"OneDrive": ""}, ""),
        ({"HOME": r"C:\Users\anna\Stadt X"}, ""),
    ],
)
def test_onedrive_says_where_it_is_whatever_it_is_called(environ, service):
    path = PureWindowsPath(r"C:\Users\anna\Stadt X\Amt\kiassess.db")
    assert synced_by(path, environ) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".owncloudsync.log", "ownCloud"),
        ("._sync_0123abcd.db", "Nextcloud/ownCloud"),
        (".sync_0123abcd.db", "Nextcloud/ownCloud"),
        (".stfolder/", "Syncthing"),
        (".tmp.driveupload/", "Google Drive"),
        (".dropbox/", ""),  # in the home folder of all who use Dropbox
        (".dropbox.cache", ""),
        ("sync_0123abcd.db", ""),
    ],
)
def test_synchronised_folders_are_known_by_what_lies_in_them(tmp_path, mark, service):
    folder = tmp_path / "Amt" / "Daten"
    folder.mkdir(parents=True)
    if mark.endswith("/"):
        (tmp_path / mark).mkdir()
    else:
        (tmp_path / mark).touch()
    assert synced_by(folder / "kiassess.db", {}) == service


def test_a_link_into_a_synchronised_folder_is_noticed(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "Daten").symlink_to(tmp_path / "Dropbox")
    assert synced_by(tmp_path / "Daten" / "kiassess.db", {}) == "Dropbox"


def test_a_folder_that_may_not_be_looked_into_is_no_obstacle(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    with permissions(tmp_path, 0o111):
        assert synced_by(tmp_path / "Amt" / "kiassess.db", {}) == ""
    assert synced_by(tmp_path / "Amt" / "kiassess.db", {}) == "Syncthing"


@given(st.text(st.characters(exclude_characters="\0/", codec="utf-8"), min_size=1, max_size=20))
def test_no_name_of_a_folder_is_an_obstacle(name):
    assert isinstance(synced_by(Path("/nowhere", name, "kiassess.db"), os.environ), str)


# --- what follows


def test_write_ahead_logging_is_safe_on_a_local_disk_only(tmp_path, mounts):
    mounts(tmp_path / "share")
    assert write_ahead_is_safe(tmp_path / "kiassess.db", {})
    assert not write_ahead_is_safe(tmp_path / "share" / "kiassess.db", {})
    assert not write_ahead_is_safe(tmp_path / "Nextcloud" / "kiassess.db", {})
    assert not write_ahead_is_safe(tmp_path / "kiassess.db", {"OneDrive": str(tmp_path)})


def test_this_system_can_be_asked(tmp_path):
    assert is_on_network(tmp_path) in {True, False}
    assert is_redirected_profile(os.environ) in {True, False}
    assert isinstance(file_system_of(tmp_path), str)
