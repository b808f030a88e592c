"""Where a workspace lies: network drives are noticed."""

import ctypes
import sys
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from kiassess.store import location
from kiassess.store.location import NETWORK_FILE_SYSTEMS, file_system, is_on_network

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


class Kernel32:
    """Windows, as far as it knows kinds of drives."""

    def GetDriveTypeW(self, root):  # noqa: N802
        return {"Z:\\": 4, "C:\\": 3}[root]


@pytest.mark.parametrize(("path", "remote"), [(r"Z:\Rathaus\towns.db", True), (r"C:\x.db", False)])
def test_windows_knows_the_kind_of_a_drive(monkeypatch, path, remote):
    windll = SimpleNamespace(kernel32=Kernel32())
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    assert location._is_remote_drive(PureWindowsPath(path)) == remote


def test_this_system_can_be_asked(tmp_path):
    assert is_on_network(tmp_path) in {True, False}
