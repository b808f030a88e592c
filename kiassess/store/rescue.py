"""Rescuing a damaged workspace: what can be read of it, the rest from the latest backup."""

import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from kiassess.domain.backups import Backup, BackupKind
from kiassess.domain.errors import BackupUnusableError, WorkspaceUnreadableError
from kiassess.domain.rescue import Rescue
from kiassess.store.aligning import Editions
from kiassess.store.assessments import load_questionnaire_keys
from kiassess.store.backups import backup_folder, check_sound, list_backups
from kiassess.store.contents import Contents, insert_contents, load_contents
from kiassess.store.format import APPLICATION_ID, FORMAT
from kiassess.store.location import write_ahead_is_safe
from kiassess.store.mending import mend
from kiassess.store.migrations import migrations
from kiassess.store.refusing import folder_error, refusing
from kiassess.store.restoring import opened_backup
from kiassess.store.salvage import salvage
from kiassess.store.sqlite import Database
from kiassess.store.successor import install, prepare, sync_folder
from kiassess.store.workspace import SQLITE_HEADER

LOGS = ("-wal", "-journal")  # what belongs to a file that was not closed
_ASIDE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{6}Z damaged( \d+)?\.db", re.ASCII)
_MARK_AT, _FORMAT_AT, _NUMBER = 68, 60, 4  # places in the header of a file


def rescue(path: Path, *, now: datetime, editions: Editions) -> Rescue:
    """Put a sound workspace in the place of a damaged one, which is set aside.

    What can be read is kept, what cannot comes from the journal and from the newest sound backup.
    Whenever the program is killed, the damaged file is in its place or the sound one is. The
    caller holds the right to write; nobody has the file open.

    Raises:
        WorkspaceUnreadableError: Nothing can be rescued; the file is as it was.
        WorkspaceFolderError: The new file cannot be made now; the file is as it was.
    """
    try:
        with refusing(path):
            return _rescue(path, now, editions)
    except OSError as error:
        raise folder_error(path) from error


def is_damaged_workspace(path: Path) -> bool:
    """Whether a file that cannot be opened is one of ours.

    It is if its header says so, or if it has no header any more and backups of ours lie beside it.
    """
    with suppress(OSError), path.open("rb") as file:
        header = file.read(100)
        if header.startswith(SQLITE_HEADER):
            ours = _number(header, _MARK_AT) == APPLICATION_ID
            return ours and _number(header, _FORMAT_AT) <= FORMAT
        return newest_sound(path) is not None
    return False


def newest_sound(path: Path, *, filled: bool = False) -> Backup | None:
    """The newest backup that can be opened, if there is one.

    Args:
        path: The workspace.
        filled: Whether there must be an assessment in it.
    """
    for backup, db in _sound(path):
        if not filled or load_questionnaire_keys(db):
            return backup
    return None


def restore_lost(path: Path, backup: Backup) -> None:
    """Put a backup in the place of a workspace that is gone.

    Raises:
        WorkspaceFolderError: It cannot be put there now.
    """

    def copy(draft: Path) -> None:
        with closing(sqlite3.connect(draft)) as new, opened_backup(path, backup) as db:
            db.conn.backup(new)

    try:
        with refusing(path):
            prepare(path, copy)
            _install(path)
    except OSError as error:
        raise folder_error(path) from error


def set_aside(path: Path, *, now: datetime) -> Path:
    """Move a file of which nothing can be rescued into the folder of the backups.

    Returns:
        Where it lies now.

    Raises:
        WorkspaceFolderError: It cannot be moved now.
    """
    try:
        aside = _copy_aside(path, now)
        for name in ("", *LOGS, "-shm"):
            Path(f"{path}{name}").unlink(missing_ok=True)
    except OSError as error:
        raise folder_error(path) from error
    sync_folder(path)
    return aside


def _rescue(path: Path, now: datetime, editions: Editions) -> Rescue:
    log = Path(f"{path}-wal")
    found = salvage(path.read_bytes(), log.read_bytes() if log.exists() else b"")
    backup, contents = _newest_contents(path)
    restored = [known.at for known in list_backups(path) if known.kind is BackupKind.RESTORE]
    ahead = backup is not None and all(at < backup.at for at in restored)
    mended = mend(found, contents, editions, ahead=ahead)
    new = mended.contents
    if not new.assessments and (mended.lost or found.existing is None):
        raise WorkspaceUnreadableError(file=path.name)

    def make(draft: Path) -> None:
        with closing(Database(sqlite3.connect(draft), draft)) as db:
            db.execute("PRAGMA foreign_keys = ON")
            with db.atomic():
                migrations.apply(db.utils)
            insert_contents(db, new)
            check_sound(db.conn)

    aside = _copy_aside(path, now)
    prepare(path, make)
    _install(path)
    return Rescue(
        aside=str(aside),
        backup=backup,
        assessments=len(new.assessments),
        answers=len(new.answers) + len(new.voices),
        from_backup=mended.from_backup,
        lost=mended.lost,
        complete=mended.complete,
    )


def _install(path: Path) -> None:
    """Put the new file in its place; it is to write as quickly as one made by the program."""
    install(path)
    if write_ahead_is_safe(path):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")


def _newest_contents(path: Path) -> tuple[Backup | None, Contents]:
    """The newest sound backup and all that is in it."""
    for backup, db in _sound(path):
        with suppress(sqlite3.DatabaseError):
            return backup, load_contents(db)
    return None, Contents()


def _sound(path: Path) -> Iterator[tuple[Backup, Database]]:
    """The backups that can be opened, the newest first."""
    for backup in list_backups(path):
        with suppress(BackupUnusableError), opened_backup(path, backup) as db:
            yield backup, db


def _copy_aside(path: Path, now: datetime) -> Path:
    """Copy a file with its logs into the folder of the backups, unless it is there already."""
    folder = backup_folder(path)
    folder.mkdir(exist_ok=True)
    for file in folder.glob("*Z damaged*"):  # of an attempt that was cut short
        if not Path(f"{str(file).partition('.db')[0]}.db").exists() or file.suffix == ".tmp":
            file.unlink(missing_ok=True)
    known = [file for file in folder.iterdir() if _ASIDE.fullmatch(file.name)]
    newest = max(known, key=lambda file: (file.stat().st_mtime_ns, file.name), default=None)
    if newest is not None and _same(path, newest):
        return newest
    moment = f"{now.astimezone(UTC):%Y-%m-%dT%H%M%S}Z"
    names = (f"{moment} damaged{f' {n}' if n > 1 else ''}.db" for n in count(1))
    target = next(folder / name for name in names if not (folder / name).exists())
    for log in (*LOGS, ""):  # the file itself last: with it the copy is complete
        if Path(f"{path}{log}").exists():
            _copy(Path(f"{path}{log}"), Path(f"{target}{log}"))
    sync_folder(target)
    return target


def _copy(source: Path, target: Path) -> None:
    draft = Path(f"{target}.tmp")
    with source.open("rb") as old, draft.open("wb") as new:
        shutil.copyfileobj(old, new)
        new.flush()
        os.fsync(new.fileno())
    draft.replace(target)


def _same(path: Path, aside: Path) -> bool:
    """Whether a file with its logs is what was set aside."""
    return all(
        _digest(Path(f"{path}{log}")) == _digest(Path(f"{aside}{log}")) for log in ("", *LOGS)
    )


def _digest(path: Path) -> str:
    """What tells the content of a file from all others; ``""`` if there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + _NUMBER], "big")
