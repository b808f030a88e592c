"""Reading and writing as a whole, and what the world does to us told apart from our own bugs."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiassess.domain.errors import (
    WorkspaceDamagedError,
    WorkspaceFolderError,
    WorkspaceFullError,
    WorkspaceGoneError,
    WorkspaceLockedError,
    WorkspaceProtectedError,
    WorkspaceUnreadableError,
    WorkspaceUnwritableError,
)
from kiassess.store.sqlite import Database

FULL_BELOW = 64 * 1024  # bytes; some systems call a full disk a failure of the device

# What the world does to us, as opposed to what our SQL gets wrong.
CIRCUMSTANCES: dict[int, type[WorkspaceUnwritableError]] = {
    sqlite3.SQLITE_BUSY: WorkspaceLockedError,
    sqlite3.SQLITE_LOCKED: WorkspaceLockedError,
    sqlite3.SQLITE_CANTOPEN: WorkspaceUnwritableError,
    sqlite3.SQLITE_FULL: WorkspaceFullError,
    sqlite3.SQLITE_IOERR: WorkspaceUnwritableError,
    sqlite3.SQLITE_READONLY: WorkspaceProtectedError,
    sqlite3.SQLITE_PERM: WorkspaceProtectedError,
    sqlite3.SQLITE_AUTH: WorkspaceProtectedError,
    sqlite3.SQLITE_NOTADB: WorkspaceDamagedError,
    sqlite3.SQLITE_CORRUPT: WorkspaceDamagedError,
}


@contextmanager
def reading(db: Database) -> Iterator[None]:
    """Read one state of the workspace, whatever others write meanwhile.

    Rows become values inside this block, so that a damaged one is noticed here.

    Raises:
        WorkspaceUnreadableError: The file is damaged.
        WorkspaceFolderError: It cannot be reached any more.
    """
    try:
        with refusing(db.path), db.snapshot():
            yield
    except ValueError as error:  # what we never write, such as an unknown state
        raise WorkspaceUnreadableError(file=db.path.name) from error
    except sqlite3.OperationalError as error:
        if has_our_schema(db):
            raise  # a bug
        raise WorkspaceUnreadableError(file=db.path.name) from error


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """Group writes into one transaction: all of them are kept, or none.

    Raises:
        WorkspaceUnwritableError: Disk full, file locked, read-only, gone or damaged. Errors in
            our own SQL pass through unchanged; they are bugs.
    """
    with translating(db), db.atomic():
        yield
        if not db.in_place:
            raise WorkspaceGoneError(file=db.path.name)


@contextmanager
def translating(db: Database) -> Iterator[None]:
    """Turn what stops a write into what the user can understand; bugs pass through.

    Raises:
        WorkspaceUnwritableError: See ``writing``.
    """
    name = db.path.name
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = primary_code(error)
        if code == sqlite3.SQLITE_ERROR and not has_our_schema(db):
            code = sqlite3.SQLITE_CORRUPT
        if code not in CIRCUMSTANCES:
            raise
        if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN} and _is_full(db.path):
            code = sqlite3.SQLITE_FULL
        elif not db.in_place:
            raise WorkspaceGoneError(file=name) from error
        raise CIRCUMSTANCES[code](file=name) from error


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn circumstances into what the user can understand; bugs pass through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = primary_code(error)
        if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise WorkspaceUnreadableError(file=path.name) from error
        if code not in CIRCUMSTANCES:
            raise
        raise folder_error(path) from error
    except UnicodeDecodeError as error:  # SQLite quotes the damaged schema in its message
        raise WorkspaceUnreadableError(file=path.name) from error


def has_our_schema(db: Database) -> bool:
    """Whether all our tables are there, to the letter; what others have added does not count."""
    from kiassess.store.migrations import migrations  # noqa: PLC0415 - loads sqlite_utils

    with closing(Database(sqlite3.connect(":memory:"), db.path)) as fresh:
        migrations.apply(fresh.utils)
        return _schema(fresh) <= _schema(db)


def _schema(db: Database) -> set[tuple[object, ...]]:
    try:
        rows = db.execute(
            "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '!_%' ESCAPE '!'"
        )
        return set(rows)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return set()


def primary_code(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary result code."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, sqlite3.OperationalError):
        return sqlite3.SQLITE_CORRUPT  # Python could not decode a text
    return (code or sqlite3.SQLITE_ERROR) & 0xFF


def folder_error(path: Path) -> WorkspaceFolderError:
    """The file cannot be made, reached or opened where it should lie."""
    return WorkspaceFolderError(file=path.name, folder=str(path.parent.absolute()))


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < FULL_BELOW
    except OSError:
        return False
