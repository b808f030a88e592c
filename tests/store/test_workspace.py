"""The workspace file: what is opened, what is refused, and that nothing is lost."""

import os
import random
import resource
import shutil
import sqlite3
import subprocess
from contextlib import closing, contextmanager

import pytest
from builders import NOON, make_answer, make_assessment
from permissions import permissions

from kiassess.domain.errors import (
    KiassessError,
    WorkspaceFolderError,
    WorkspaceTooNewError,
    WorkspaceUnreadableError,
    WorkspaceUnwritableError,
)
from kiassess.store import location
from kiassess.store.answers import load_answers, load_changes, save_answer, save_answers
from kiassess.store.assessments import (
    insert_assessment,
    load_assessments,
    load_questionnaire_json,
    load_questionnaire_keys,
)
from kiassess.store.format import APPLICATION_ID, FORMAT
from kiassess.store.listing import load_states
from kiassess.store.workspace import open_workspace, reading, writing

BOTH_WAYS = pytest.mark.parametrize("read_only", [False, True], ids=["writing", "reading"])


def snapshot(folder):
    """Everything in a folder, with content and time of change.

    A reader leaves the empty second and third file of write-ahead logging behind.
    """
    return {
        path.name: (path.stat().st_mtime_ns, path.is_file() and path.read_bytes())
        for path in folder.iterdir()
        if not path.name.endswith("-shm") and path.stat().st_size
    }


def pragma(db, name):
    return db.conn.execute(f"PRAGMA {name}").fetchone()[0]


def with_sql(path, sql):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


@pytest.fixture
def closed(db, file, assessment):
    """A workspace with some answers that nobody has open."""
    answers = [make_answer(f"q.{n}", n % 5, note="Ratsbeschluss " * n) for n in range(30)]
    save_answers(db, assessment.id, answers, now=NOON)
    db.close()
    return file


# --- opening


def test_a_missing_file_is_created(file):
    with closing(open_workspace(file)) as db:
        assert load_assessments(db) == ()
    assert [path.name for path in file.parent.iterdir()] == ["towns.db"]


def test_a_new_file_is_marked_as_ours(file):
    with closing(open_workspace(file)) as db:
        assert pragma(db, "application_id") == APPLICATION_ID
        assert pragma(db, "user_version") == FORMAT


def test_an_empty_file_becomes_a_workspace(file):
    file.touch()
    with closing(open_workspace(file)) as db:
        assert pragma(db, "application_id") == APPLICATION_ID


def test_what_was_stored_is_there_after_opening_again(closed, assessment):
    with closing(open_workspace(closed)) as db:
        assert load_assessments(db)[0].id == assessment.id
        assert len(load_answers(db, assessment.id)) == 30


@BOTH_WAYS
def test_opening_an_up_to_date_file_writes_nothing(closed, read_only):
    before = snapshot(closed.parent)
    for _ in range(2):
        open_workspace(closed, read_only=read_only).close()
    assert snapshot(closed.parent) == before


def test_a_local_file_is_safe_against_a_power_cut(db):
    assert pragma(db, "journal_mode") == "wal"
    assert pragma(db, "synchronous") == 2  # FULL
    assert pragma(db, "fullfsync") == 1
    assert pragma(db, "foreign_keys") == 1


def test_it_is_as_safe_after_opening_again(closed):
    with closing(open_workspace(closed)) as db:
        assert (pragma(db, "journal_mode"), pragma(db, "synchronous")) == ("wal", 2)


@pytest.fixture
def network(tmp_path, monkeypatch):
    """A system that says that everything lies on a network drive."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text("25 1 0:22 / / rw - cifs //server/share rw\n", encoding="utf-8")
    monkeypatch.setattr(location, "MOUNTS", mounts)


def test_a_file_on_a_network_drive_is_safe_in_another_way(network, file):
    with closing(open_workspace(file)) as db:
        assert pragma(db, "journal_mode") == "delete"
        assert pragma(db, "synchronous") == 3  # EXTRA
    before = snapshot(file.parent)
    open_workspace(file).close()
    assert snapshot(file.parent) == before


def test_a_file_moved_to_a_network_drive_changes_its_way(closed, network, assessment):
    with closing(open_workspace(closed)) as db:
        assert (pragma(db, "journal_mode"), pragma(db, "synchronous")) == ("delete", 3)
        assert len(load_answers(db, assessment.id)) == 30


# --- what is refused


def pdf(path):
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"x" * 5000)


def foreign_database(path):
    with_sql(path, "CREATE TABLE places (id INTEGER PRIMARY KEY); INSERT INTO places VALUES (1);")


def foreign_view(path):
    with_sql(path, "CREATE VIEW answer AS SELECT 1")


def foreign_mark(path):
    with_sql(path, "PRAGMA application_id = 252006673; PRAGMA journal_mode = WAL;")


def foreign_mark_in_front(path):
    open_workspace(path).close()
    with_sql(path, "PRAGMA application_id = 252006673")


def folder(path):
    path.mkdir()


def pipe(path):
    os.mkfifo(path)


def beginning_only(path):
    path.write_bytes(b"SQLite format 3\x00")


def header_and_noise(path):
    path.write_bytes(b"SQLite format 3\x00" + bytes(range(256)) * 40)


OTHERS = [
    pdf,
    foreign_database,
    foreign_view,
    foreign_mark,
    foreign_mark_in_front,
    folder,
    pipe,
    beginning_only,
    header_and_noise,
]


@BOTH_WAYS
@pytest.mark.parametrize("make", OTHERS, ids=lambda make: make.__name__)
def test_what_is_no_workspace_is_refused_and_left_alone(file, make, read_only):
    make(file)
    before = snapshot(file.parent)
    with pytest.raises(WorkspaceUnreadableError, match=r"“towns\.db”"):
        open_workspace(file, read_only=read_only)
    assert snapshot(file.parent) == before


@BOTH_WAYS
def test_a_file_of_a_newer_program_is_refused_and_left_alone(closed, read_only):
    with_sql(closed, f"PRAGMA user_version = {FORMAT + 1}")
    before = snapshot(closed.parent)
    with pytest.raises(WorkspaceTooNewError, match=r"towns\.db"):
        open_workspace(closed, read_only=read_only)
    assert snapshot(closed.parent) == before


def test_an_empty_file_cannot_be_read(file):
    file.touch()
    with pytest.raises(WorkspaceUnreadableError):
        open_workspace(file, read_only=True)
    assert file.read_bytes() == b""


def test_a_missing_file_cannot_be_read(file):
    with pytest.raises(WorkspaceFolderError):
        open_workspace(file, read_only=True)
    assert list(file.parent.iterdir()) == []


@BOTH_WAYS
def test_a_missing_folder_is_named(tmp_path, read_only):
    with pytest.raises(WorkspaceFolderError) as caught:
        open_workspace(tmp_path / "gone" / "towns.db", read_only=read_only)
    assert caught.value.values == {"file": "towns.db", "folder": str(tmp_path / "gone")}


@BOTH_WAYS
def test_a_file_in_place_of_the_folder_is_named(tmp_path, read_only):
    pdf(tmp_path / "gone")
    with pytest.raises(WorkspaceFolderError):
        open_workspace(tmp_path / "gone" / "towns.db", read_only=read_only)


@BOTH_WAYS
def test_a_name_longer_than_any_file_name_is_refused(tmp_path, read_only):
    with pytest.raises(WorkspaceFolderError):
        open_workspace(tmp_path / ("x" * 300), read_only=read_only)


# --- permissions


def test_in_a_read_only_folder_nothing_is_created(file):
    with permissions(file.parent, 0o555), pytest.raises(WorkspaceFolderError):
        open_workspace(file)


def test_in_a_read_only_folder_a_workspace_can_still_be_read(closed, assessment):
    with (
        permissions(closed, 0o444),
        permissions(closed.parent, 0o555),
        closing(open_workspace(closed, read_only=True)) as db,
    ):
        assert len(load_answers(db, assessment.id)) == 30


def test_in_a_read_only_folder_the_empty_rest_of_a_reader_does_no_harm(closed):
    closed.with_name("towns.db-wal").touch()
    with permissions(closed.parent, 0o555), closing(open_workspace(closed, read_only=True)) as db:
        assert len(load_assessments(db)) == 1


def test_in_a_read_only_folder_the_rest_of_a_crash_is_not_overlooked(db, file, tmp_path):
    left = tmp_path / "left"
    shutil.copytree(file.parent, left)  # with what a killed program leaves behind
    (left / "towns.db-shm").unlink()
    with permissions(left, 0o555), pytest.raises(WorkspaceFolderError):
        open_workspace(left / "towns.db", read_only=True)
    with closing(open_workspace(left / "towns.db", read_only=True)) as again:
        assert len(load_assessments(again)) == 1


def test_a_folder_that_may_not_be_entered_is_named(closed):
    with permissions(closed.parent, 0o000), pytest.raises(WorkspaceFolderError):
        open_workspace(closed)


def test_a_file_that_may_not_be_read_is_named(closed):
    with permissions(closed, 0o000), pytest.raises(WorkspaceFolderError):
        open_workspace(closed)


def test_a_read_only_file_cannot_be_changed(closed, assessment):
    with permissions(closed, 0o444), closing(open_workspace(closed)) as db:
        with pytest.raises(WorkspaceUnwritableError):
            save_answer(db, assessment.id, make_answer("q.new", 1), now=NOON)
        assert len(load_answers(db, assessment.id)) == 30


# --- damage


@pytest.mark.parametrize("size", [1, 15, 16, 99, 100, 511, 4095, 4096, 8192, 20480, 40000])
@BOTH_WAYS
def test_a_truncated_file_is_a_sentence_or_reads_as_before(closed, assessment, size, read_only):
    os.truncate(closed, size)
    with pytest.raises(WorkspaceUnreadableError):
        read_everything(closed, read_only=read_only)


def read_everything(path, *, read_only=True):
    with closing(open_workspace(path, read_only=read_only)) as db:
        load_states(db)
        answers = {}
        for assessment in load_assessments(db):
            answers[assessment.id] = load_answers(db, assessment.id)
            load_changes(db, assessment.id)
        for key in load_questionnaire_keys(db).values():
            load_questionnaire_json(db, key)
        return answers


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_is_a_sentence_and_never_a_traceback(closed, seed):
    random_bytes = random.Random(seed)
    intact = closed.read_bytes()
    outcomes = set()
    for _ in range(100):
        damaged = bytearray(intact)
        for _ in range(random_bytes.choice([1, 1, 4, 32])):
            # Behind the schema: what its first page says is SQLite's own business.
            damaged[random_bytes.randrange(4096, len(damaged))] = random_bytes.randrange(256)
        closed.write_bytes(damaged)
        try:
            read_everything(closed)
        except KiassessError as error:
            outcomes.add(type(error))
    assert outcomes <= {WorkspaceUnreadableError}
    assert outcomes


def test_a_value_we_never_write_is_damage(db, assessment):
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    db.conn.execute("UPDATE assessment SET extent = 'huge'")
    with pytest.raises(WorkspaceUnreadableError, match=r"towns\.db"):
        load_assessments(db)
    db.conn.execute("UPDATE answer SET confidence = 'rather'")
    with pytest.raises(WorkspaceUnreadableError):
        load_answers(db, assessment.id)


def test_text_that_is_no_text_is_damage(db, assessment):
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    db.conn.execute("UPDATE answer SET note = CAST(x'ff00' AS TEXT)")
    with pytest.raises(WorkspaceUnreadableError):
        load_answers(db, assessment.id)
    with pytest.raises(WorkspaceUnwritableError):
        save_answer(db, assessment.id, make_answer("q.one", 2), now=NOON)


def test_damage_met_while_writing_is_a_sentence(closed, assessment):
    content = bytearray(closed.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    closed.write_bytes(content)
    with pytest.raises(WorkspaceUnreadableError):
        open_workspace(closed)


# --- all or nothing


class StopError(Exception):
    """Something unforeseen."""


def delete_all(db, *, then):
    with writing(db):
        db.conn.execute("DELETE FROM assessment")
        then()


def stop():
    raise StopError


def test_a_block_of_writes_is_kept_or_undone_as_a_whole(db):
    with pytest.raises(StopError):
        delete_all(db, then=stop)
    assert len(load_assessments(db)) == 1
    delete_all(db, then=lambda: None)
    assert load_assessments(db) == ()


def test_errors_in_our_own_sql_pass_through(db):
    with pytest.raises(sqlite3.OperationalError, match="no such table"), writing(db):
        db.conn.execute("DELETE FROM gone")
    with pytest.raises(sqlite3.OperationalError, match="no such table"), reading(db):
        db.conn.execute("SELECT * FROM gone")


def test_a_closed_workspace_is_a_bug_of_the_caller(closed):
    db = open_workspace(closed)
    db.close()
    with pytest.raises(sqlite3.ProgrammingError):
        load_assessments(db)


def test_a_reader_sees_one_state_though_others_write(db, file, assessment):
    with closing(open_workspace(file, read_only=True)) as reader, reading(reader):
        assert load_answers(reader, assessment.id) == {}
        save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
        assert load_answers(reader, assessment.id) == {}
    with closing(open_workspace(file, read_only=True)) as reader:
        assert len(load_answers(reader, assessment.id)) == 1


def test_a_reader_sees_the_newest_state_each_time(db, file, assessment):
    with closing(open_workspace(file, read_only=True)) as reader:
        for level in (1, 2):
            save_answer(db, assessment.id, make_answer("q.one", level), now=NOON)
            assert load_answers(reader, assessment.id)["q.one"].level == level


def test_a_reader_cannot_write(db, file, assessment):
    with (
        closing(open_workspace(file, read_only=True)) as reader,
        pytest.raises(WorkspaceUnwritableError, match=r"towns\.db"),
    ):
        save_answer(reader, assessment.id, make_answer("q.one", 1), now=NOON)
    assert load_answers(db, assessment.id) == {}


# --- circumstances


def save_many(db, assessment, *, count=20, letters=60_000, saved=None):
    for number in range(count):
        answer = make_answer(f"q.{number}", 1, note="n" * letters)
        save_answer(db, assessment.id, answer, now=NOON)
        if saved is not None:
            saved.append(answer.item_id)


def test_a_full_disk_is_a_sentence_and_everything_before_is_safe(db, assessment):
    save_answer(db, assessment.id, make_answer("q.first", 1), now=NOON)
    db.conn.execute(f"PRAGMA max_page_count = {pragma(db, 'page_count') + 4}")
    with pytest.raises(WorkspaceUnwritableError, match=r"towns\.db"):
        save_many(db, assessment)
    kept = load_answers(db, assessment.id)
    assert kept["q.first"].level == 1
    db.conn.execute("PRAGMA max_page_count = 100000")
    save_many(db, assessment)
    assert len(load_answers(db, assessment.id)) == 21


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own with little room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small file system, and not everywhere")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_disk_that_is_really_full_loses_nothing(small_disk):
    file, assessment = small_disk / "towns.db", make_assessment()
    with closing(open_workspace(file)) as db:
        insert_assessment(db, assessment, "{}")
        saved = []
        with pytest.raises(WorkspaceUnwritableError, match=r"towns\.db"):
            save_many(db, assessment, count=1000, letters=5000, saved=saved)
        assert list(load_answers(db, assessment.id)) == sorted(saved)
        assert len(saved) > 5
    with closing(open_workspace(file, read_only=True)) as db:
        assert list(load_answers(db, assessment.id)) == sorted(saved)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@contextmanager
def files_no_larger_than(limit):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("limit", [0, 4096, 8192, 12288, 16384, 32768, 49152])
def test_a_file_whose_making_was_cut_short_can_be_made_later(file, limit):
    with files_no_larger_than(limit), pytest.raises(WorkspaceFolderError):
        open_workspace(file)
    with closing(open_workspace(file)) as db:
        assert load_assessments(db) == ()
        assert pragma(db, "application_id") == APPLICATION_ID


def test_a_change_that_does_not_fit_any_more_is_a_sentence(db, assessment, file):
    save_answer(db, assessment.id, make_answer("q.first", 1), now=NOON)
    size = max(path.stat().st_size for path in file.parent.iterdir())
    with files_no_larger_than(size), pytest.raises(WorkspaceUnwritableError):
        save_many(db, assessment)
    assert load_answers(db, assessment.id)["q.first"].level == 1
    save_many(db, assessment)
    assert len(load_answers(db, assessment.id)) == 21


def test_a_file_locked_by_another_program_is_a_sentence(db, file, assessment):
    db.conn.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceUnwritableError, match=r"towns\.db"):
            save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
        other.execute("ROLLBACK")
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    assert load_answers(db, assessment.id)["q.one"].level == 1


def test_after_a_lock_and_a_full_disk_answers_are_kept_as_ever(db, file, assessment):
    db.conn.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceUnwritableError):
            save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    db.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(WorkspaceUnwritableError):
        save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    db.conn.execute("PRAGMA query_only = OFF")
    for level in (2, 3):
        save_answer(db, assessment.id, make_answer("q.one", level), now=NOON)
        assert load_answers(db, assessment.id)["q.one"].level == level


def test_a_network_file_locked_by_another_program_cannot_be_read_meanwhile(network, file):
    with closing(open_workspace(file)) as db:
        insert_assessment(db, make_assessment(), "{}")
    with (
        closing(open_workspace(file, read_only=True)) as reader,
        closing(sqlite3.connect(file, isolation_level=None)) as other,
    ):
        reader.conn.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WorkspaceFolderError):
            load_assessments(reader)
        other.execute("ROLLBACK")
        assert len(load_assessments(reader)) == 1


@pytest.mark.parametrize("name", ["mit Ümlaut", "100 % #1?", "kein\udcff utf-8"])
def test_a_workspace_is_read_whatever_its_folder_is_called(tmp_path, name):
    folder = tmp_path / name
    try:
        folder.mkdir()
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    file = folder / "kiassess.db"
    open_workspace(file).close()
    open_workspace(file, read_only=True).close()
