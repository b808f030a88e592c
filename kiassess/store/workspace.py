"""The workspace file: opening, upgrading, and writing all or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from kiassess.domain.errors import (
    WorkspaceFolderError,
    WorkspaceTooNewError,
    WorkspaceUnreadableError,
    WorkspaceUnwritableError,
)
from kiassess.store.location import is_on_network
from kiassess.store.migrations import APPLICATION_ID, FORMAT, migrations

BUSY_SECONDS = 2.0  # how long a write waits for a reader of a rollback journal
SQLITE_HEADER = b"SQLite format 3\x00"

# What the world does to us, as opposed to what our SQL gets wrong.
CIRCUMSTANCES = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CORRUPT,
}


def open_workspace(path: Path, *, read_only: bool = False) -> Database:
    """Open a workspace; for writing, create it if missing and upgrade it if old.

    An upgrade first copies the file to ``<name>.backup``; without an upgrade nothing is written.
    A new file gets write-ahead logging on a local disk and a rollback journal on a network
    drive; both are set to survive a power cut.

    Raises:
        WorkspaceTooNewError: A newer program wrote the file.
        WorkspaceUnreadableError: The file is damaged or is not a workspace.
        WorkspaceFolderError: The file is missing or cannot be reached or written.
    """
    _refuse_other_files(path)
    try:
        db = Database(_connect(path, read_only=read_only), execute_plugins=False)
        try:
            _prepare(db, path, read_only=read_only)
        except BaseException:
            db.close()
            raise
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise WorkspaceUnreadableError(file=path.name) from error
        if code not in CIRCUMSTANCES:
            raise
        raise _folder_error(path) from error
    return db


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """Group writes into one transaction: all of them are kept, or none.

    Raises:
        WorkspaceUnwritableError: Disk full, file locked, read-only or damaged. Errors in our own
            SQL pass through unchanged; they are bugs.
    """
    try:
        with db.atomic():
            yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in CIRCUMSTANCES:
            raise
        file = Path(db.execute("PRAGMA database_list").fetchone()[2]).name
        raise WorkspaceUnwritableError(file=file) from error


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if not read_only:
        return sqlite3.connect(path, timeout=BUSY_SECONDS)
    address = f"file:{quote(str(path.absolute()))}"
    try:
        connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        # Write-ahead logging needs a second file even for reading; on a read-only medium, where
        # nobody can be writing, the file alone is the whole truth.
        if not path.exists() or path.with_name(f"{path.name}-wal").exists():
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True)
    return connection


def _refuse_other_files(path: Path) -> None:
    """Refuse what is no SQLite file before SQLite touches it, and folders.

    An empty file is fine: SQLite makes one before the first write.
    """
    try:
        if path.is_dir():
            raise WorkspaceUnreadableError(file=path.name)
        if path.exists():
            with path.open("rb") as file:
                start = file.read(len(SQLITE_HEADER))
            if start and start != SQLITE_HEADER:
                raise WorkspaceUnreadableError(file=path.name)
    except OSError as error:
        raise _folder_error(path) from error


def _prepare(db: Database, path: Path, *, read_only: bool) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    if db.table_names():
        if _header(db, "application_id") != APPLICATION_ID:
            raise WorkspaceUnreadableError(file=path.name)
        if _header(db, "user_version") > FORMAT:
            raise WorkspaceTooNewError(file=path.name)
    elif read_only:
        raise WorkspaceUnreadableError(file=path.name)
    elif not _journal_is_wal(db):
        _choose_journal(db, path)
    if read_only:
        db.execute("PRAGMA query_only = ON")
        return
    # The strictest the journal mode knows; it is a property of the connection, not of the file.
    db.execute(f"PRAGMA synchronous = {'FULL' if _journal_is_wal(db) else 'EXTRA'}")
    db.execute("PRAGMA fullfsync = ON")  # macOS acknowledges writes before they are on the disk
    if not migrations.pending(db):
        return
    if migrations.applied(db):
        with closing(sqlite3.connect(f"{path}.backup")) as backup:
            db.conn.backup(backup)
    migrations.apply(db)


def _choose_journal(db: Database, path: Path) -> None:
    """Set the journal mode of a new file; SQLite keeps it with the file."""
    mode = "DELETE" if is_on_network(path) else "WAL"
    db.conn.execute(f"PRAGMA journal_mode = {mode}")


def _journal_is_wal(db: Database) -> bool:
    return str(db.conn.execute("PRAGMA journal_mode").fetchone()[0]).lower() == "wal"


def _header(db: Database, pragma: str) -> int:
    return int(db.conn.execute(f"PRAGMA {pragma}").fetchone()[0])


def _folder_error(path: Path) -> WorkspaceFolderError:
    return WorkspaceFolderError(file=path.name, folder=str(path.parent.absolute()))
