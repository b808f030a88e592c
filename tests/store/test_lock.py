"""One writer per workspace, and the lock of a program that was killed."""

import json
import subprocess
import sys

import pytest
from permissions import permissions

from kiassess.store.lock import WriterLock

HOLDER = """
import sys
from pathlib import Path
from kiassess.store.lock import WriterLock
lock = WriterLock(Path(sys.argv[1]))
print(lock.acquire("Rathaus-PC 7"), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other_program(file):
    """A program that holds the lock until it is killed."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, file],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout.readline() == "True\n"
        yield holder
        holder.kill()


@pytest.fixture
def lock(file):
    lock = WriterLock(file)
    yield lock
    lock.release()


def test_the_first_gets_the_lock(lock, file):
    assert not lock.held
    assert lock.acquire("PC 1")
    assert lock.held
    assert [path.name for path in file.parent.iterdir()] == ["towns.db.lock"]


def test_who_has_it_keeps_it(lock):
    assert lock.acquire("PC 1")
    assert lock.acquire("PC 1")
    assert lock.holder() == "PC 1"


def test_the_second_is_refused_and_told_who_has_it(lock, file):
    lock.acquire("Kämmerei 3")
    second = WriterLock(file)
    assert not second.acquire("PC 2")
    assert not second.held
    assert second.holder() == "Kämmerei 3"
    assert lock.held


def test_after_the_release_the_next_gets_it(lock, file):
    lock.acquire("a rather long name of the first holder")
    lock.release()
    assert not lock.held
    second = WriterLock(file)
    assert second.acquire("PC 2")
    assert second.holder() == "PC 2"
    second.release()
    lock.release()  # without effect
    assert lock.acquire("PC 1")


def test_another_program_is_refused_too(lock, other_program):
    assert not lock.acquire("PC 1")
    assert lock.holder() == "Rathaus-PC 7"


def test_the_lock_of_a_killed_program_is_free(lock, other_program):
    assert not lock.acquire("PC 1")
    other_program.kill()  # SIGKILL: nothing of it can clean up
    other_program.wait()
    assert lock.acquire("PC 1")
    assert lock.holder() == "PC 1"


def test_locks_of_different_workspaces_are_independent(lock, file):
    lock.acquire("PC 1")
    other = WriterLock(file.with_name("other.db"))
    assert other.acquire("PC 1")
    other.release()


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b"3", b'"x"', b"null", b"{}", b"\xff\xfe", b'{"pid": 3}'],
    ids=repr,
)
def test_a_lock_file_that_says_nothing_is_no_obstacle(lock, file, text):
    file.with_name("towns.db.lock").write_bytes(text)
    assert lock.holder() == ""
    assert lock.acquire("PC 1")
    written = json.loads(file.with_name("towns.db.lock").read_text(encoding="utf-8"))
    assert written["holder"] == "PC 1"


def test_without_a_lock_file_nobody_is_named(lock):
    assert lock.holder() == ""


def test_in_a_missing_folder_there_is_no_lock(tmp_path):
    with pytest.raises(FileNotFoundError):
        WriterLock(tmp_path / "gone" / "towns.db").acquire("PC 1")


def test_in_a_read_only_folder_there_is_no_lock(lock, file):
    with permissions(file.parent, 0o555), pytest.raises(PermissionError):
        lock.acquire("PC 1")
    assert not lock.held
    assert lock.acquire("PC 1")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_on_a_full_disk_the_lock_is_held_without_a_name(file):
    file.with_name("towns.db.lock").symlink_to("/dev/full")
    lock, other = WriterLock(file), WriterLock(file)
    assert lock.acquire("PC 1")
    assert not other.acquire("PC 2")
    lock.release()
    assert other.acquire("PC 2")
    other.release()
