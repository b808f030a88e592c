"""Opening a workspace whatever has happened to it."""

import random
import shutil
from pathlib import Path

import pytest
from builders import NOON, make_answer

from kiassess.domain.errors import (
    WorkspaceInUseError,
    WorkspaceTooNewError,
    WorkspaceUnreadableError,
)
from kiassess.domain.kinds import Extent
from kiassess.store.backups import backup_folder, list_backups
from kiassess.workflow import assessing, history, listing, safekeeping
from kiassess.workflow.rescuing import lost_file, open_or_rescue, restore_lost, set_aside
from kiassess.workflow.workspace import lock_for_writing, open_for_reading, open_for_writing

PAGE = 4096


@pytest.fixture
def closed(workspace, create, file):
    """A closed workspace with two real assessments and a backup, and what is in it."""
    for name in ("Zell", "Aach"):
        made = create(name, population=4_000, extent=Extent.QUICK)
        opened = assessing.load(workspace, made.id, "de")
        for item in opened.items():
            answer = make_answer(item.id, 3, note="Ratsbeschluss")
            opened = assessing.answer(workspace, opened, answer, now=NOON)
    safekeeping.keep_safe(file, NOON)
    found = content(workspace)
    workspace.close()
    return file, found


def content(workspace):
    return {
        listed.assessment.id: assessing.load(workspace, listed.assessment.id, "de")
        for listed in listing.list_all(workspace)
    }


def damage(file, *pages):
    data = bytearray(file.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = random.Random(page).randbytes(PAGE)
    file.write_bytes(data)
    return bytes(data)


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_sound_workspace_is_just_opened(closed, library):
    file, right = closed
    opened, rescued = open_or_rescue(file, library, now=NOON)
    with opened:
        assert rescued is None
        assert content(opened) == right
    assert len(list(backup_folder(file).glob("*damaged*"))) == 0


def test_a_missing_workspace_is_made(file, library):
    opened, rescued = open_or_rescue(file, library, now=NOON)
    with opened:
        assert (opened.writable, rescued, content(opened)) == (True, None, {})


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_one_is_rescued_and_can_be_worked_on(closed, library, seed):
    file, right = closed
    pages = file.stat().st_size // PAGE
    chance = random.Random(seed)
    damaged = damage(file, chance.randrange(1, 25), chance.randrange(1, pages))
    with pytest.raises(WorkspaceUnreadableError):
        open_for_writing(file, library).close()
    opened, rescued = open_or_rescue(file, library, now=NOON)
    with opened:
        assert content(opened) == right
        for key, one in right.items():
            item = one.items()[0].id
            assessing.answer(opened, one, make_answer(item, 1), now=NOON)
            assert history.undo(opened, key, now=NOON)
        assert content(opened).keys() == right.keys()
    assert Path(rescued.aside).read_bytes() == damaged
    assert (rescued.assessments, rescued.lost) == (2, ())
    open_for_writing(file, library).close()


def test_without_a_backup_the_questionnaire_comes_with_the_program(closed, library):
    file, right = closed
    shutil.rmtree(backup_folder(file))
    data = bytearray(file.read_bytes())
    lost = [n for n in range(2, len(data) // PAGE) if b"level_2" in data[n * PAGE : (n + 1) * PAGE]]
    damage(file, *(page + 1 for page in lost))
    opened, rescued = open_or_rescue(file, library, now=NOON)
    with opened:
        assert content(opened) == right
    assert rescued.backup is None


def test_the_header_gone_it_is_known_by_its_backups(closed, library):
    file, right = closed
    damage(file, 1)
    opened, rescued = open_or_rescue(file, library, now=NOON)
    with opened:
        assert content(opened) == right
    assert rescued.backup == list_backups(file)[0]


def test_what_is_not_ours_is_left_alone(tmp_path, library):
    path = tmp_path / "Beschluss.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(WorkspaceUnreadableError):
        open_or_rescue(path, library, now=NOON)
    assert files(tmp_path) == ["Beschluss.pdf"]  # no lock beside it


def test_a_newer_file_is_left_alone(closed, library):
    file, _ = closed
    data = bytearray(file.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")
    file.write_bytes(data)
    with pytest.raises(WorkspaceTooNewError):
        open_or_rescue(file, library, now=NOON)
    damage(file, 9)
    before = file.read_bytes()
    with pytest.raises((WorkspaceTooNewError, WorkspaceUnreadableError)):
        open_or_rescue(file, library, now=NOON)
    assert file.read_bytes() == before


def test_nobody_rescues_what_another_is_writing(closed, library):
    file, _ = closed
    damaged = damage(file, 5)
    lock = lock_for_writing(file)
    with pytest.raises(WorkspaceInUseError):
        open_or_rescue(file, library, now=NOON)
    lock.release()
    assert file.read_bytes() == damaged


def test_where_nothing_can_be_rescued_the_lock_is_free_again(closed, library):
    file, _ = closed
    shutil.rmtree(backup_folder(file))
    damage(file, *range(2, file.stat().st_size // PAGE + 1))
    before = file.read_bytes()
    for _ in range(2):
        with pytest.raises(WorkspaceUnreadableError):
            open_or_rescue(file, library, now=NOON)
    assert file.read_bytes() == before
    aside = set_aside(file, now=NOON)
    assert aside.read_bytes() == before
    opened, rescued = open_or_rescue(file, library, now=NOON)
    with opened:
        assert (content(opened), rescued) == ({}, None)


# --- lost


@pytest.mark.parametrize("way", ["missing", "empty"])
def test_a_lost_workspace_can_be_restored(closed, library, way):
    file, right = closed
    assert lost_file(file) is None
    file.unlink()
    if way == "empty":
        file.touch()
    backup = lost_file(file)
    assert backup == list_backups(file)[0]
    restore_lost(file, backup)
    assert lost_file(file) is None
    with open_for_writing(file, library) as opened:
        assert content(opened) == right


def test_what_never_was_is_not_lost(file, library):
    assert lost_file(file) is None
    open_for_writing(file, library).close()
    assert lost_file(file) is None


def test_an_empty_or_a_damaged_backup_is_nothing_to_restore(file, library):
    with open_for_writing(file, library) as workspace:
        safekeeping.back_up(workspace, safekeeping.BackupKind.MANUAL, now=NOON)
    (backup_folder(file) / "2026-12-01T000000.000Z daily.db").write_bytes(b"SQLite format 3\0xx")
    file.unlink()
    assert lost_file(file) is None


def test_a_lost_workspace_that_another_has_open_is_not_restored(closed, library):
    file, _ = closed
    backup = list_backups(file)[0]
    with open_for_writing(file, library), pytest.raises(WorkspaceInUseError):
        restore_lost(file, backup)


def test_a_rescue_cut_short_after_the_new_file_was_whole_is_finished(closed, library):
    file, right = closed
    shutil.copy(file, f"{file}.next")
    file.unlink()
    assert lost_file(file) is None
    opened, rescued = open_or_rescue(file, library, now=NOON)
    with opened:
        assert (content(opened), rescued) == (right, None)
    with open_for_reading(file, library) as reader:
        assert content(reader) == right
