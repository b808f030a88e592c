"""Backups without anybody's doing, restoring them, and trying out whether they can be."""

import json
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiassess.domain.assessment import AnswerState
from kiassess.domain.backups import Backup, BackupContent, BackupKind, Rehearsal
from kiassess.domain.errors import BackupUnusableError
from kiassess.domain.restoring import Content, RestoreEffect, restore_effects
from kiassess.domain.voices import by_key, counted_answers, split_key
from kiassess.domain.workplace import Stored
from kiassess.store import backups as backup_store
from kiassess.store import restoring
from kiassess.store.answers import load_answers
from kiassess.store.assessments import load_assessments, load_questionnaire_keys
from kiassess.store.entries import load_entries
from kiassess.store.listing import load_states
from kiassess.store.sqlite import Database
from kiassess.store.voices import load_voices
from kiassess.store.workspace import open_workspace
from kiassess.workflow.workspace import Workspace

HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)
RECORD = "rehearsal.json"  # in the folder of the backups


def due(path: Path, now: datetime) -> BackupKind | None:
    """Which backup a workspace needs now, if it has changed since the last one."""
    changed = _changed_at(path)
    backups = backup_store.list_backups(path)
    if changed is None or (backups and changed <= backups[0].at):
        return None
    lasting = [backup for backup in backups if backup.kind is not BackupKind.HOURLY]
    today = now.astimezone().date()
    if not lasting or lasting[0].at.astimezone().date() != today:
        return BackupKind.DAILY
    return BackupKind.HOURLY if now - backups[0].at >= HOUR else None


def keep_safe(path: Path, now: datetime) -> Backup | None:
    """Back a workspace up if that is due, and try the newest backup out once a week.

    It reads through a connection of its own, so it may run beside the window.

    Args:
        path: The workspace.
        now: The present, with a time zone.

    Returns:
        The backup made, if one was.

    Raises:
        BackupError: It cannot be made; all earlier backups stay.
        BackupUnusableError: The newest backup could not be restored.
    """
    kind = due(path, now)
    made = None
    if kind is not None:
        with closing(open_workspace(path, read_only=True)) as db:
            if load_questionnaire_keys(db):  # there is something to keep
                made = backup_store.make_backup(db.conn, path, kind, now=now)
    last = last_rehearsal(path)
    if backup_store.list_backups(path) and (last is None or now - last >= WEEK):
        rehearse(path, now=now)
    return made


def back_up(workspace: Workspace, kind: BackupKind, *, now: datetime) -> Backup:
    """Back an open workspace up.

    Raises:
        BackupError: It cannot be made; all earlier backups stay.
    """
    return backup_store.make_backup(workspace.db.conn, workspace.path, kind, now=now)


def list_backups(path: Path) -> tuple[Backup, ...]:
    """The backups of a workspace, the newest first."""
    return backup_store.list_backups(path)


def content_of(path: Path, backup: Backup) -> BackupContent:
    """What lies in a backup of a workspace.

    Raises:
        BackupUnusableError: It cannot be read.
    """
    file = backup_store.backup_file(path, backup)
    with restoring.opened_backup(path, backup) as db:
        return _content(db, file)


def effects(workspace: Workspace, backup: Backup) -> tuple[RestoreEffect, ...]:
    """What restoring a backup would change.

    Raises:
        BackupUnusableError: It cannot be read.
    """
    with restoring.opened_backup(workspace.path, backup) as db:
        return restore_effects(_everything(workspace.db), _everything(db))


def restore(workspace: Workspace, backup: Backup, *, now: datetime) -> Backup:
    """Put a backup in the place of all data; before, that is backed up itself.

    To take it back, restore the backup that is returned.

    Raises:
        BackupUnusableError: The backup cannot be read; nothing was changed.
        BackupError: The present data cannot be backed up; nothing was changed.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now; nothing was changed.
    """
    db = workspace.writing_db()
    with restoring.opened_backup(workspace.path, backup) as source:
        _everything(source)  # what cannot be read is not restored
        before = back_up(workspace, BackupKind.RESTORE, now=now)
        restoring.restore(db, source)
    workspace.forget()
    return before


def rehearse(path: Path, *, now: datetime) -> Rehearsal:
    """Restore the newest backup of a workspace into memory, and read all that is in it.

    When it was done is kept beside the backups.

    Raises:
        BackupUnusableError: It cannot be restored, or there is none.
    """
    backups = backup_store.list_backups(path)
    if not backups:
        raise BackupUnusableError(file="–")
    backup = backups[0]
    with (
        restoring.opened_backup(path, backup) as source,
        restoring.restored_copy(backup, source) as db,
    ):
        content = _content(db, backup_store.backup_file(path, backup))
    folder = backup_store.backup_folder(path)
    with suppress(OSError):  # where it cannot be kept, it is done again
        record = {"at": now.astimezone(UTC).isoformat(), "backup": backup.name}
        (folder / RECORD).write_text(json.dumps(record), encoding="utf-8")
    return Rehearsal(now, backup, content)


def stored_facts(workspace: Workspace) -> Stored:
    """What a workspace says about itself: counts and times, no answers and no names."""
    assessments = load_assessments(workspace.db)
    states = load_states(workspace.db).values()
    backups = backup_store.list_backups(workspace.path)
    return Stored(
        journal_mode=workspace.db.journal_mode,
        newest_change=max((one.changed_at for one in assessments), default=None),
        assessments=len(assessments),
        answers=sum(state is not AnswerState.OPEN for found in states for state in found.values()),
        backups=len(backups),
        last_backup=backups[0].at if backups else None,
        last_rehearsal=last_rehearsal(workspace.path),
    )


def last_rehearsal(path: Path) -> datetime | None:
    """When a backup of a workspace was last restored into memory; ``None`` if never."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        text = (backup_store.backup_folder(path) / RECORD).read_text(encoding="utf-8")
        at = datetime.fromisoformat(json.loads(text)["at"])
        return at if at.tzinfo else None
    return None


def _changed_at(path: Path) -> datetime | None:
    """When a workspace was last written to; ``None`` if it is missing."""
    times = []
    for file in (path, path.with_name(f"{path.name}-wal")):
        with suppress(OSError):
            times.append(file.stat().st_mtime)
    return datetime.fromtimestamp(max(times), UTC) if times and path.is_file() else None


def _everything(db: Database) -> Content:
    found = {}
    for assessment in load_assessments(db):
        voices = load_voices(db, assessment.id)
        counted = counted_answers(load_answers(db, assessment.id), voices)
        said = {key: voice.answer for key, voice in by_key(voices).items()}
        entries = tuple(load_entries(db, assessment.id).values())
        found[assessment.id] = assessment, counted | said, entries
    return found


def _content(db: Database, file: Path) -> BackupContent:
    found = _everything(db).values()
    answers = sum(
        answer.touched and not split_key(key)[1]
        for _, answers, _ in found
        for key, answer in answers.items()
    )
    with suppress(OSError):
        return BackupContent(file.stat().st_size, len(found), answers)
    return BackupContent(0, len(found), answers)
