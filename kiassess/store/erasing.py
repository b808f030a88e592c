"""Deleting for good: what is deleted can be read nowhere any more."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from kiassess.domain.errors import BackupError, WorkspaceUnwritableError
from kiassess.store.assessments import delete_assessment
from kiassess.store.backups import backup_file, backup_folder, check_sound, drafts, list_backups
from kiassess.store.sqlite import Database
from kiassess.store.successor import remove

ASIDE = ("*Z damaged*", "*Z replaced*")  # in the folder of the backups: files set aside


def erase(db: Database, assessment_id: str) -> None:
    """Delete an assessment and overwrite what it has left in the file and its log.

    While another window is reading, the log is emptied only when that is closed.

    Raises:
        WorkspaceUnwritableError: It cannot be deleted now; nothing was deleted.
    """
    delete_assessment(db, assessment_id)  # overwritten with zeros: see ``secure_delete``
    with suppress(sqlite3.OperationalError):  # no room left to write the file anew
        db.execute("VACUUM")
    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def backups_with(workspace: Path, assessment_id: str) -> int:
    """How many backups hold an assessment; a damaged one counts, it may."""
    found = list_backups(workspace)
    return sum(_holds(backup_file(workspace, backup), assessment_id) for backup in found)


def files_aside(workspace: Path) -> tuple[Path, ...]:
    """Files set aside because they were damaged or in the way; nobody knows what is in them."""
    folder = backup_folder(workspace)
    return tuple(sorted(file for pattern in ASIDE for file in folder.glob(pattern)))


def erase_from_backups(workspace: Path, assessment_id: str) -> None:
    """Delete an assessment from all backups, and the files set aside altogether.

    A backup that cannot be read is of no use and is deleted, too.

    Raises:
        BackupError: A file cannot be changed; those before it have been.
    """
    try:
        for file in (*files_aside(workspace), *(draft for draft, _ in drafts(workspace))):
            file.unlink(missing_ok=True)
        for backup in list_backups(workspace):
            file = backup_file(workspace, backup)
            if _holds(file, assessment_id):
                _erase_from(file, assessment_id)
    except (OSError, sqlite3.DatabaseError, WorkspaceUnwritableError) as error:
        raise BackupError(folder=str(backup_folder(workspace).absolute())) from error


def _holds(file: Path, assessment_id: str) -> bool:
    try:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA query_only = ON")
            sql = "SELECT 1 FROM assessment WHERE id = ?"
            return connection.execute(sql, [assessment_id]).fetchone() is not None
    except sqlite3.DatabaseError:
        return True


def _erase_from(file: Path, assessment_id: str) -> None:
    draft = file.with_suffix(".tmp")
    try:
        shutil.copyfile(file, draft)
        with closing(Database(sqlite3.connect(draft), draft)) as db:
            if not _is_sound(db.conn):
                file.unlink()
                return
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA secure_delete = ON")
            delete_assessment(db, assessment_id)
            db.execute("VACUUM")
            check_sound(db.conn)
        with draft.open("r+b") as written:
            os.fsync(written.fileno())
        draft.replace(file)
    finally:
        with suppress(OSError):
            remove(draft)


def _is_sound(connection: sqlite3.Connection) -> bool:
    try:
        check_sound(connection)
    except sqlite3.DatabaseError:
        return False
    return True
