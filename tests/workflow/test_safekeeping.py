"""Backups nobody has to think of, and the way back."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from builders import NOON, make_answer

from kiassess.domain.backups import BackupKind
from kiassess.domain.errors import BackupError, BackupUnusableError, ReadOnlyError
from kiassess.domain.restoring import Effect
from kiassess.store.backups import backup_file, backup_folder
from kiassess.workflow import assessing, deleting, safekeeping
from kiassess.workflow.workspace import open_for_reading

ITEM, OTHER = "data.inventory", "data.access"


@pytest.fixture
def now(file):
    """A moment after the last change of the file."""

    def now(**later):
        os.utime(file, (NOON.timestamp(), NOON.timestamp()))
        wal = file.with_name(f"{file.name}-wal")
        if wal.exists():
            os.utime(wal, (NOON.timestamp(), NOON.timestamp()))
        return NOON + timedelta(**later)

    return now


@pytest.fixture
def touch(file):
    """Say that the file was changed at a moment."""

    def touch(at):
        os.utime(file, (at.timestamp(), at.timestamp()))

    return touch


@pytest.fixture
def answered(workspace, opened):
    """An assessment with one answer."""
    return assessing.answer(workspace, opened, make_answer(ITEM, 2, note="alt"), now=NOON)


def kinds(file):
    return [backup.kind for backup in safekeeping.list_backups(file)]


def test_a_backup_is_made_once_a_day_and_then_every_hour(file, answered, now, touch):
    first = now(minutes=1)
    assert safekeeping.keep_safe(file, first).kind is BackupKind.DAILY
    assert safekeeping.keep_safe(file, first + timedelta(minutes=1)) is None
    touch(first + timedelta(minutes=2))
    assert safekeeping.keep_safe(file, first + timedelta(minutes=30)) is None
    assert safekeeping.keep_safe(file, first + timedelta(hours=2)).kind is BackupKind.HOURLY
    touch(first + timedelta(hours=3))
    assert safekeeping.keep_safe(file, first + timedelta(hours=4)).kind is BackupKind.HOURLY
    assert kinds(file) == [BackupKind.HOURLY, BackupKind.DAILY]
    touch(first + timedelta(days=1))
    assert safekeeping.keep_safe(file, first + timedelta(days=1, hours=1)).kind is BackupKind.DAILY


def test_what_has_not_changed_is_not_copied_again(file, answered, now):
    at = now(minutes=1)
    safekeeping.keep_safe(file, at)
    for days in range(1, 5):
        assert safekeeping.keep_safe(file, at + timedelta(days=days)) is None
    assert len(kinds(file)) == 1


def test_an_empty_workspace_needs_no_backup(file, workspace, now):
    assert safekeeping.keep_safe(file, now(minutes=1)) is None
    assert not backup_folder(file).exists()


def test_what_is_still_in_the_log_is_in_the_backup(file, workspace, answered, now):
    made = safekeeping.keep_safe(file, now(minutes=1))
    found = safekeeping.content_of(file, made)
    assert (found.assessments, found.answers) == (1, 1)
    assert found.size == backup_file(file, made).stat().st_size
    with closing(sqlite3.connect(backup_file(file, made))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT note FROM answer").fetchone() == ("alt",)


def test_where_none_can_be_made_a_sentence_says_so(file, answered, now):
    backup_folder(file).write_text("in the way", encoding="utf-8")
    with pytest.raises(BackupError):
        safekeeping.keep_safe(file, now(minutes=1))


def test_what_a_killed_program_has_left_of_a_backup_goes_a_day_later(file, workspace, answered):
    safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    names = ("2026-03-02T120000.000Z daily.tmp", "2026-03-02T120000.000Z daily.tmp-journal")
    others = ("2026-13-02T120000.000Z daily.tmp", "notes.tmp")
    for name in (*names, *others):
        (backup_folder(file) / name).write_text("half", encoding="utf-8")
    for hours, left in ((23, {*names, *others}), (25, {*others})):
        safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON + timedelta(hours=hours))
        assert {path.name for path in backup_folder(file).glob("*.tmp*")} == left


def test_the_effects_of_restoring_are_named(workspace, file, answered, create):
    gone_later = create("Altstadt")
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    assessing.answer(workspace, answered, make_answer(ITEM, 3), now=NOON)
    assessing.answer(workspace, answered, make_answer(OTHER, "U"), now=NOON)
    deleting.delete(workspace, gone_later.id, from_backups=False)
    create("Neustadt")
    found = {
        effect.assessment.municipality.name: effect
        for effect in safekeeping.effects(workspace, backup)
    }
    assert {name: effect.effect for name, effect in found.items()} == {
        "Musterstadt": Effect.CHANGED, "Neustadt": Effect.GONE, "Altstadt": Effect.BACK,
    }  # fmt: skip
    town = found["Musterstadt"]
    assert (town.answers_now, town.answers_then, town.differing) == (2, 1, 2)


def test_nothing_to_change_is_named_as_well(workspace, answered):
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    (effect,) = safekeeping.effects(workspace, backup)
    assert effect.effect is Effect.SAME


def test_a_restored_backup_brings_everything_back_and_can_be_taken_back(
    workspace, answered, library, file
):
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    later = assessing.answer(workspace, answered, make_answer(ITEM, 4), now=NOON)
    before = safekeeping.restore(workspace, backup, now=NOON + timedelta(hours=1))
    back = assessing.load(workspace, answered.assessment.id, "de")
    assert back.answers == answered.answers
    assert before.kind is BackupKind.RESTORE
    safekeeping.restore(workspace, before, now=NOON + timedelta(hours=2))
    assert assessing.load(workspace, answered.assessment.id, "de").answers == later.answers
    with open_for_reading(file, library) as reader:  # what another window sees
        assert assessing.load(reader, answered.assessment.id, "de").answers == later.answers
    assert workspace.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_after_restoring_answers_are_saved_as_before(workspace, answered):
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    safekeeping.restore(workspace, backup, now=NOON + timedelta(hours=1))
    back = assessing.load(workspace, answered.assessment.id, "de")
    saved = assessing.answer(workspace, back, make_answer(OTHER, 1), now=NOON)
    assert assessing.load(workspace, answered.assessment.id, "de").answers == saved.answers


def test_a_key_that_was_used_is_never_used_again(workspace, answered, create):
    """Another window remembers which questionnaire a key stands for."""
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    workspace.db.execute("INSERT INTO questionnaire (catalogue, version, content) VALUES (1, 2, 3)")
    (last,) = workspace.db.execute("SELECT max(id) FROM questionnaire").fetchone()
    safekeeping.restore(workspace, backup, now=NOON + timedelta(hours=1))
    workspace.db.execute("INSERT INTO questionnaire (catalogue, version, content) VALUES (4, 5, 6)")
    assert workspace.db.execute("SELECT max(id) FROM questionnaire").fetchone() > (last,)


@pytest.mark.parametrize("damage", ["cut", "empty", "other", "gone", "newer"])
def test_a_backup_that_is_no_good_changes_nothing(workspace, file, answered, damage):
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    copy = backup_file(file, backup)
    content = copy.read_bytes()
    match damage:
        case "cut":
            copy.write_bytes(content[: len(content) // 2])
        case "empty":
            copy.write_bytes(b"")
        case "other":
            copy.write_text("hallo", encoding="utf-8")
        case "gone":
            copy.unlink()
        case _:
            with closing(sqlite3.connect(copy)) as connection:
                connection.execute("PRAGMA user_version = 999")
    for use in (
        lambda: safekeeping.restore(workspace, backup, now=NOON),
        lambda: safekeeping.effects(workspace, backup),
        lambda: safekeeping.content_of(file, backup),
    ):
        with pytest.raises(BackupUnusableError, match=r"manual\.db"):
            use()
    assert assessing.load(workspace, answered.assessment.id, "de").answers == answered.answers


def test_without_a_backup_of_today_nothing_is_restored(workspace, file, answered):
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    later = assessing.answer(workspace, answered, make_answer(ITEM, 4), now=NOON)
    draft = backup_folder(file) / "2026-03-02T120000.000Z restore.tmp"
    draft.mkdir()
    with pytest.raises(BackupError):
        safekeeping.restore(workspace, backup, now=NOON)
    assert assessing.load(workspace, answered.assessment.id, "de").answers == later.answers


def test_who_reads_restores_nothing(workspace, file, library, answered):
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    workspace.close()
    with open_for_reading(file, library) as reader, pytest.raises(ReadOnlyError):
        safekeeping.restore(reader, backup, now=NOON)


def test_the_rehearsal_restores_the_newest_and_is_done_once_a_week(file, answered, now, touch):
    at = now(minutes=1)
    made = safekeeping.keep_safe(file, at)
    assert safekeeping.last_rehearsal(file) == at
    touch(at + timedelta(days=6))
    safekeeping.keep_safe(file, at + timedelta(days=6, hours=1))
    assert safekeeping.last_rehearsal(file) == at
    safekeeping.keep_safe(file, at + timedelta(days=7))
    assert safekeeping.last_rehearsal(file) == at + timedelta(days=7)
    found = safekeeping.rehearse(file, now=at + timedelta(days=8))
    assert found.backup > made
    assert found.content.answers == 1


def test_a_rehearsal_that_fails_says_so_and_is_not_counted(file, answered, now):
    at = now(minutes=1)
    made = safekeeping.keep_safe(file, at)
    content = bytearray(backup_file(file, made).read_bytes())
    for place in range(4096, len(content), 4096):
        content[place : place + 64] = bytes(64)
    backup_file(file, made).write_bytes(content)
    with pytest.raises(BackupUnusableError):
        safekeeping.keep_safe(file, at + timedelta(days=8))
    assert safekeeping.last_rehearsal(file) == at


def test_a_record_that_makes_no_sense_is_no_record(file, answered, now):
    safekeeping.keep_safe(file, now(minutes=1))
    record = backup_folder(file) / safekeeping.RECORD
    for text in ("", "[]", '{"at": 3}', '{"at": "2026-01-01"}', "null"):
        record.write_text(text, encoding="utf-8")
        assert safekeeping.last_rehearsal(file) is None


def test_a_missing_file_needs_nothing(tmp_path):
    assert safekeeping.keep_safe(tmp_path / "none.db", datetime(2026, 1, 1, tzinfo=UTC)) is None
