"""Backups beside the workspace: made by SQLite itself, checked before they count."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiassess.domain.backups import Backup, BackupKind, to_drop
from kiassess.domain.errors import BackupError
from kiassess.store.format import APPLICATION_ID
from kiassess.store.successor import remove

_STEM = r"(?P<at>\d{4}-\d{2}-\d{2}T\d{6}\.\d{3})Z (?P<kind>[a-z]+)"
_NAME = re.compile(rf"{_STEM}\.db", re.ASCII)
_DRAFT = re.compile(rf"{_STEM}\.tmp(?:-\w+)?", re.ASCII)  # and its logs
_DRAFT_KEPT = timedelta(days=1)  # it may be in the making, in another window
_TIME = "%Y-%m-%dT%H%M%S.%f"


def backup_folder(workspace: Path) -> Path:
    """Where the backups of a workspace lie; it may be missing."""
    return workspace.with_name(f"{workspace.stem}-backups")


def backup_file(workspace: Path, backup: Backup) -> Path:
    """The file of a backup."""
    return backup_folder(workspace) / backup.name


def make_backup(
    source: sqlite3.Connection, workspace: Path, kind: BackupKind, *, now: datetime
) -> Backup:
    """Copy a workspace as it is in this moment, check the copy, and drop what is too old.

    Args:
        source: An open connection to the workspace; it stays as it is.
        workspace: Its file.
        kind: Why the backup is made.
        now: The present, with a time zone.

    Raises:
        BackupError: It cannot be made, or the copy is not sound; nothing is left of the attempt,
            and all earlier backups stay.
    """
    folder = backup_folder(workspace)
    moment = now.astimezone(UTC).strftime(_TIME)[:-3]
    target = folder / f"{moment}Z {kind.value}.db"
    draft = target.with_suffix(".tmp")
    try:
        folder.mkdir(exist_ok=True)
        remove(draft)
        with closing(sqlite3.connect(draft)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, to be read anywhere
            check_sound(copy)
        with draft.open("r+b") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    except (OSError, sqlite3.DatabaseError) as error:
        raise BackupError(folder=str(folder.absolute())) from error
    finally:
        with suppress(OSError):
            remove(draft)
    made = _backup(target)
    if made is None:
        raise ValueError(target.name)
    drop_old(workspace, now)
    return made


def list_backups(workspace: Path) -> tuple[Backup, ...]:
    """The backups of a workspace, the newest first."""
    with suppress(OSError):
        found = map(_backup, backup_folder(workspace).iterdir())
        return tuple(sorted((backup for backup in found if backup), reverse=True))
    return ()


def drop_old(workspace: Path, now: datetime) -> None:
    """Delete the backups that need not be kept, and what killed programs have left of theirs.

    What cannot be deleted stays.
    """
    for backup in to_drop(list_backups(workspace), now.astimezone().date()):
        with suppress(OSError):
            backup_file(workspace, backup).unlink()
    for draft, begun in drafts(workspace):
        if now - begun > _DRAFT_KEPT:
            with suppress(OSError):
                draft.unlink()


def drafts(workspace: Path) -> tuple[tuple[Path, datetime], ...]:
    """Backups that were begun and not finished, and when; there is data in them all the same."""
    found = []
    with suppress(OSError):
        for file in backup_folder(workspace).iterdir():
            match = _DRAFT.fullmatch(file.name)
            with suppress(ValueError):
                if match is not None:
                    found.append((file, _moment(match["at"])))
    return tuple(found)


def check_sound(connection: sqlite3.Connection) -> None:
    """Refuse a copy that is damaged or no workspace.

    Raises:
        sqlite3.DatabaseError: It is.
    """
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    problems = connection.execute("PRAGMA integrity_check(1)").fetchall()
    orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
    if mark != APPLICATION_ID or problems != [("ok",)] or orphans is not None:
        raise sqlite3.DatabaseError("the copy is not sound")


def _backup(file: Path) -> Backup | None:
    """A backup by the name of its file; ``None`` for all other files."""
    match = _NAME.fullmatch(file.name)
    if match is None or match["kind"] not in set(BackupKind):
        return None
    with suppress(ValueError):
        at = _moment(match["at"])
        return Backup(at, BackupKind(match["kind"]), file.name)
    return None


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _TIME).replace(tzinfo=UTC)
