"""Backups beside the workspace: made by SQLite itself, checked before they count."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from kiassess.domain.backups import Backup, BackupKind, to_drop
from kiassess.domain.errors import BackupError
from kiassess.store.format import APPLICATION_ID

_NAME = re.compile(
    r"(?P<at>\d{4}-\d{2}-\d{2}T\d{6}\.\d{3})Z (?P<kind>[a-z]+)\.db", re.ASCII
)  # after the name of the workspace
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
        draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, to be read anywhere
            check_sound(copy)
        with draft.open("r+b") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        if isinstance(error, (OSError, sqlite3.DatabaseError)):
            raise BackupError(folder=str(folder.absolute())) from error
        raise
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
    """Delete the backups that need not be kept; one that cannot be deleted stays."""
    for backup in to_drop(list_backups(workspace), now.astimezone().date()):
        with suppress(OSError):
            backup_file(workspace, backup).unlink()


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
        at = datetime.strptime(match["at"], _TIME).replace(tzinfo=UTC)
        return Backup(at, BackupKind(match["kind"]), file.name)
    return None
