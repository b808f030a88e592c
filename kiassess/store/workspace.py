"""The workspace file: opening and upgrading."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from kiassess.domain.errors import WorkspaceTooNewError, WorkspaceUnreadableError
from kiassess.store.format import APPLICATION_ID, FORMAT, MIGRATIONS, RAISED_BY
from kiassess.store.location import write_ahead_is_safe
from kiassess.store.refusing import folder_error, primary_code, reading, refusing, writing
from kiassess.store.sqlite import Database

BUSY_SECONDS = 2.0  # how long a write waits for a reader of a rollback journal
SQLITE_HEADER = b"SQLite format 3\x00"

__all__ = ["open_workspace", "reading", "refuse_other_files", "writing"]


def open_workspace(path: Path, *, read_only: bool = False, thorough: bool = False) -> Database:
    """Open a workspace; for writing, create it if missing and upgrade it if old.

    A file opened for writing is looked through first. An upgrade is made on a copy, which then
    takes the place of the file; before it comes a backup. Reading never changes the file: what
    is old is upgraded in memory. Without an upgrade nothing is written.

    A new file gets write-ahead logging on a local disk, and a rollback journal on a network drive
    or in a folder that is synchronised; both are set to survive a power cut.

    Args:
        path: The file.
        read_only: Whether nothing may be changed; others may be writing meanwhile.
        thorough: Whether to check every entry and not only the structure, which takes longer.

    Raises:
        WorkspaceTooNewError: A newer program wrote the file.
        WorkspaceUnreadableError: The file is damaged or is not a workspace.
        WorkspaceFolderError: The file is missing or cannot be reached or written.
    """
    refuse_other_files(path)
    with refusing(path):
        if not read_only:
            finish_upgrade(path)
        db = Database(_connect(path, read_only=read_only), path)
        try:
            if _needs_upgrade(db, read_only=read_only):
                if read_only:
                    return _upgraded_in_memory(db)
                _look_through(db, thorough=thorough)
                _upgrade(db)
                db = Database(_connect(path, read_only=False), path)
            _prepare(db, read_only=read_only, thorough=thorough)
        except BaseException:
            db.close()
            raise
    return db


def refuse_other_files(path: Path) -> None:
    """Refuse what is no SQLite file before SQLite touches it, and folders.

    An empty file is fine: SQLite makes one before the first write.

    Raises:
        WorkspaceUnreadableError: It is something else.
        WorkspaceFolderError: It cannot be reached.
    """
    try:
        if not path.exists():
            return
        if not path.is_file():  # a folder; or a pipe, which would never answer
            raise WorkspaceUnreadableError(file=path.name or str(path))
        with path.open("rb") as file:
            start = file.read(len(SQLITE_HEADER))
    except OSError as error:
        raise folder_error(path) from error
    if start and start != SQLITE_HEADER:
        raise WorkspaceUnreadableError(file=path.name)


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if not read_only:
        return sqlite3.connect(path, timeout=BUSY_SECONDS)
    address = _address(path)
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.DatabaseError as error:
        connection.close()
        # Write-ahead logging needs a second file even for reading. Where none can be made, nobody
        # is writing, and without one left behind the file alone is the whole truth.
        logs = [Path(f"{path}-{log}") for log in ("wal", "journal")]
        behind = any(log.exists() and log.stat().st_size for log in logs)
        if primary_code(error) not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY} or behind:
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True)
    return connection


def _address(path: Path) -> str:
    """A path as SQLite's URI; drive letters, shares and names that are no UTF-8 included."""
    name = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{name if name.startswith('/') else f'/{name}'}"


def finish_upgrade(path: Path) -> None:
    """Put a complete new file in the place of the workspace, if a program was killed before.

    Raises:
        WorkspaceFolderError: It cannot be put there now.
    """
    from kiassess.store.successor import install  # noqa: PLC0415 - hardly ever needed

    try:
        install(path)
    except OSError as error:
        raise folder_error(path) from error


def _needs_upgrade(db: Database, *, read_only: bool) -> bool:
    """Whether migrations are pending for an older file of ours; all others are refused."""
    mark = _header(db, "application_id")
    empty = not mark and db.execute("SELECT 1 FROM sqlite_master").fetchone() is None
    if mark != APPLICATION_ID and (read_only or not empty):
        raise WorkspaceUnreadableError(file=db.path.name)
    if not empty and _header(db, "user_version") > FORMAT:
        raise WorkspaceTooNewError(file=db.path.name)
    return not empty and not _migrated(db)


def _prepare(db: Database, *, read_only: bool, thorough: bool) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    if read_only:
        db.execute("PRAGMA query_only = ON")
        return
    empty = db.execute("SELECT 1 FROM sqlite_master").fetchone() is None
    if not empty:
        _look_through(db, thorough=thorough)
        db.execute("PRAGMA shrink_memory")  # of all that was looked at little is needed soon
    _choose_journal(db)
    # The strictest the journal mode knows; it is a property of the connection, not of the file.
    db.execute(f"PRAGMA synchronous = {'FULL' if db.journal_mode == 'wal' else 'EXTRA'}")
    db.execute("PRAGMA fullfsync = ON")  # macOS acknowledges writes before they are on the disk
    db.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
    if empty:
        _migrate(db)


def _look_through(db: Database, *, thorough: bool) -> None:
    """Refuse a damaged file before anything is written into it."""
    check = "integrity_check" if thorough else "quick_check"
    sound = db.execute(f"PRAGMA {check}(1)").fetchall() == [("ok",)]
    if not sound or (thorough and db.execute("PRAGMA foreign_key_check").fetchone() is not None):
        raise WorkspaceUnreadableError(file=db.path.name)


def _upgrade(db: Database) -> None:
    """Back the file up, and put an upgraded copy in its place; the connection is closed."""
    from kiassess.domain.backups import BackupKind  # noqa: PLC0415 - hardly ever needed
    from kiassess.store.backups import make_backup  # noqa: PLC0415 - hardly ever needed
    from kiassess.store.successor import prepare  # noqa: PLC0415 - hardly ever needed

    def make(draft: Path) -> None:
        with closing(Database(sqlite3.connect(draft), draft)) as copy:
            db.conn.backup(copy.conn)
            _migrate(copy)

    try:
        state = datetime.fromtimestamp(db.path.stat().st_mtime, UTC)  # of the day it is from
        make_backup(db.conn, db.path, BackupKind.UPGRADE, now=state)
        prepare(db.path, make)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
    except OSError as error:
        raise folder_error(db.path) from error
    finish_upgrade(db.path)


def _upgraded_in_memory(db: Database) -> Database:
    """An upgraded copy of an old file, for reading; the file stays as it is."""
    with closing(db):
        copy = Database(sqlite3.connect(":memory:"), db.path)
        db.conn.backup(copy.conn)
    try:
        _migrate(copy)
        copy.execute("PRAGMA query_only = ON")
    except BaseException:
        copy.close()
        raise
    return copy


def _migrate(db: Database) -> None:
    from kiassess.store.migrations import migrations  # noqa: PLC0415 - loads sqlite_utils

    with db.atomic():  # sqlite_utils would commit its own table before ours: an unmarked file
        migrations.apply(db.utils)


def _migrated(db: Database) -> bool:
    """Whether all migrations have been carried out."""
    try:
        rows = db.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'kiassess'")
        names = {name for (name,) in rows}
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_ERROR:
            raise
        raise WorkspaceUnreadableError(file=db.path.name) from error  # no such table
    known = [name for name in MIGRATIONS if name in names]
    gap = known != list(MIGRATIONS[: len(known)])
    behind = _header(db, "user_version") == FORMAT and RAISED_BY not in names
    if gap or behind or (len(names) >= len(MIGRATIONS) and len(known) < len(MIGRATIONS)):
        raise WorkspaceUnreadableError(file=db.path.name)  # damaged: others must be there
    return set(MIGRATIONS) <= names


def _choose_journal(db: Database) -> None:
    """Set the journal mode that is safe where the file lies; it may have been moved.

    SQLite keeps the mode with the file; setting what it has already writes nothing.
    """
    db.execute(f"PRAGMA journal_mode = {'WAL' if write_ahead_is_safe(db.path) else 'DELETE'}")


def _header(db: Database, pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])
