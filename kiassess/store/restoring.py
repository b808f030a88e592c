"""Reading backups and putting their content back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiassess.domain.backups import Backup
from kiassess.domain.errors import BackupUnusableError, KiassessError
from kiassess.store.backups import backup_file, check_sound
from kiassess.store.refusing import translating
from kiassess.store.sqlite import Database
from kiassess.store.workspace import open_workspace


@contextmanager
def opened_backup(workspace: Path, backup: Backup) -> Iterator[Database]:
    """A backup for reading, in the schema of this program; the file stays as it is.

    Raises:
        BackupUnusableError: It is damaged, gone, or of a newer program.
    """
    with _unusable(backup):
        db = open_workspace(backup_file(workspace, backup), read_only=True)
    try:
        with _unusable(backup):
            check_sound(db.conn)
        yield db
    finally:
        db.close()


@contextmanager
def restored_copy(backup: Backup, source: Database) -> Iterator[Database]:
    """A backup restored into memory and looked through.

    Raises:
        BackupUnusableError: That cannot be done.
    """
    copy = Database(sqlite3.connect(":memory:"), source.path)
    try:
        with _unusable(backup):
            source.conn.backup(copy.conn)
            check_sound(copy.conn)
            yield copy
    finally:
        copy.close()


def restore(db: Database, source: Database) -> None:
    """Put all content of a backup in the place of what is in an open workspace: all, or nothing.

    Args:
        db: The workspace, open for writing.
        source: The backup, opened.

    Raises:
        WorkspaceUnwritableError: It cannot be written now; everything is as it was.
    """
    used = db.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
    with translating(db), closing(Database(sqlite3.connect(":memory:"), db.path)) as copy:
        source.conn.backup(copy.conn)
        # Keys are never used again: other windows remember what they stood for.
        sql = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"
        for name, last in used:
            copy.execute(sql, [last, name])
        copy.conn.backup(db.conn)


@contextmanager
def _unusable(backup: Backup) -> Iterator[None]:
    try:
        yield
    except (sqlite3.DatabaseError, OSError, KiassessError) as error:
        raise BackupUnusableError(file=backup.name) from error
