import os
import subprocess
import sys

import pytest
from permissions import permissions

from kiassess.domain.errors import ExportBlockedError
from kiassess.exchange.writing import write_file

ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from kiassess.domain.errors import ExportBlockedError
from kiassess.exchange.writing import write_file
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_file(Path(sys.argv[1]), b"x" * 5000)
except ExportBlockedError as error:
    print(error.values["file"])
"""


@pytest.fixture
def target(tmp_path):
    """An older file of the same name."""
    path = tmp_path / "Ämter.xlsx"
    path.write_bytes(b"old")
    return path


def names(folder):
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_complete_and_alone(tmp_path):
    write_file(tmp_path / "new.csv", b"content")
    assert (tmp_path / "new.csv").read_bytes() == b"content"
    assert names(tmp_path) == ["new.csv"]


def test_an_older_file_is_replaced(target):
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert names(target.parent) == [target.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_others_may_read_it_as_any_new_file(tmp_path):
    (tmp_path / "usual").write_bytes(b"")
    write_file(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_missing_folder_is_named_and_not_made(tmp_path):
    with pytest.raises(ExportBlockedError, match=r"“out\.csv”"):
        write_file(tmp_path / "missing" / "out.csv", b"x")
    assert names(tmp_path) == []


def test_a_folder_of_this_name_stays(tmp_path):
    folder = tmp_path / "out.csv"
    folder.mkdir()
    (folder / "inside").write_bytes(b"kept")
    with pytest.raises(ExportBlockedError):
        write_file(folder, b"x")
    assert names(tmp_path) == ["out.csv"]
    assert (folder / "inside").read_bytes() == b"kept"


def test_a_file_is_no_folder(target):
    with pytest.raises(ExportBlockedError):
        write_file(target / "out.csv", b"x")
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["Ämter.xlsx", "new.csv"])
def test_a_protected_folder_stays_as_it_was(target, name):
    with permissions(target.parent, 0o555), pytest.raises(ExportBlockedError, match=name):
        write_file(target.with_name(name), b"new")
    assert target.read_bytes() == b"old"
    assert names(target.parent) == [target.name]


def test_a_protected_file_stays_as_it_was(target):
    with permissions(target, 0o444), pytest.raises(ExportBlockedError):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(target.parent) == [target.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_leaves_the_older_file_and_no_draft(target):
    done = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, target],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == target.name
    assert target.read_bytes() == b"old"
    assert names(target.parent) == [target.name]


def test_an_older_file_is_never_half_overwritten(target):
    other_name = target.with_name("linked")
    other_name.hardlink_to(target)
    write_file(target, b"new")
    assert other_name.read_bytes() == b"old"
