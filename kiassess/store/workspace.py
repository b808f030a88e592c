"""The workspace file: opening, upgrading, and writing all or nothing."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from kiassess.domain.errors import (
    WorkspaceFolderError,
    WorkspaceTooNewError,
    WorkspaceUnreadableError,
    WorkspaceUnwritableError,
)
from kiassess.store.format import APPLICATION_ID, FORMAT, MIGRATIONS
from kiassess.store.location import is_on_network
from kiassess.store.sqlite import Database

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
    refuse_other_files(path)
    with _refusing(path):
        db = Database(_connect(path, read_only=read_only))
        try:
            _prepare(db, path, read_only=read_only)
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
        raise _folder_error(path) from error
    if start and start != SQLITE_HEADER:
        raise WorkspaceUnreadableError(file=path.name)


@contextmanager
def reading(db: Database) -> Iterator[None]:
    """Read one state of the workspace, whatever others write meanwhile.

    Rows become values inside this block, so that a damaged one is noticed here.

    Raises:
        WorkspaceUnreadableError: The file is damaged.
        WorkspaceFolderError: It cannot be reached any more.
    """
    path = _path(db)
    try:
        with _refusing(path), db.snapshot():
            yield
    except ValueError as error:  # what we never write, such as an unknown state
        raise WorkspaceUnreadableError(file=path.name) from error


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
        if _code(error) not in CIRCUMSTANCES:
            raise
        raise WorkspaceUnwritableError(file=_path(db).name) from error


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
        if _code(error) not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY} or behind:
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True)
    return connection


def _address(path: Path) -> str:
    """A path as SQLite's URI; drive letters, shares and names that are no UTF-8 included."""
    name = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{name if name.startswith('/') else f'/{name}'}"


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn circumstances into what the user can understand; bugs pass through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _code(error)
        if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise WorkspaceUnreadableError(file=path.name) from error
        if code not in CIRCUMSTANCES:
            raise
        raise _folder_error(path) from error


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary result code."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, sqlite3.OperationalError):
        return sqlite3.SQLITE_CORRUPT  # Python could not decode a text
    return (code or sqlite3.SQLITE_ERROR) & 0xFF


def _path(db: Database) -> Path:
    return Path(db.conn.execute("PRAGMA database_list").fetchone()[2])


def _prepare(db: Database, path: Path, *, read_only: bool) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    mark = _header(db, "application_id")
    empty = not mark and db.conn.execute("SELECT 1 FROM sqlite_master").fetchone() is None
    if mark != APPLICATION_ID and (read_only or not empty):
        raise WorkspaceUnreadableError(file=path.name)
    if not empty and _header(db, "user_version") > FORMAT:
        raise WorkspaceTooNewError(file=path.name)
    if read_only:
        db.execute("PRAGMA query_only = ON")
        return
    _choose_journal(db, path, empty=empty)
    # The strictest the journal mode knows; it is a property of the connection, not of the file.
    db.execute(f"PRAGMA synchronous = {'FULL' if _journal_is_wal(db) else 'EXTRA'}")
    db.execute("PRAGMA fullfsync = ON")  # macOS acknowledges writes before they are on the disk
    if not empty and _migrated(db):
        return
    from kiassess.store.migrations import migrations  # noqa: PLC0415 - loads sqlite_utils

    if not empty:
        with closing(sqlite3.connect(f"{path}.backup")) as backup:
            db.conn.backup(backup)
    with db.atomic():  # sqlite_utils would commit its own table before ours: an unmarked file
        migrations.apply(db.utils)


def _migrated(db: Database) -> bool:
    """Whether all migrations have been carried out."""
    rows = db.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'kiassess'")
    return set(MIGRATIONS) <= {name for (name,) in rows}


def _choose_journal(db: Database, path: Path, *, empty: bool) -> None:
    """Set the journal mode of a new file, and of one that was moved to a network drive.

    SQLite keeps the mode with the file; setting what it has already writes nothing.
    """
    if is_on_network(path):
        db.conn.execute("PRAGMA journal_mode = DELETE")
    elif empty:
        db.conn.execute("PRAGMA journal_mode = WAL")


def _journal_is_wal(db: Database) -> bool:
    return str(db.conn.execute("PRAGMA journal_mode").fetchone()[0]).lower() == "wal"


def _header(db: Database, pragma: str) -> int:
    return int(db.conn.execute(f"PRAGMA {pragma}").fetchone()[0])


def _folder_error(path: Path) -> WorkspaceFolderError:
    return WorkspaceFolderError(file=path.name, folder=str(path.parent.absolute()))
