"""One connection to SQLite, with sqlite_utils around it from the first write on.

Loading sqlite_utils takes longer than listing the assessments of the start page, which only
reads. So reading needs the standard library alone, and the window loads the rest when it is
on the screen.
"""

import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.db import Table

Parameters = Sequence[Any] | Mapping[str, Any]


class Database:
    """A workspace's connection.

    Attributes:
        conn: The connection; single statements commit themselves, ``atomic`` groups them.
        path: The file, wherever the connection has read it from.
    """

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        conn.isolation_level = None
        self.conn = conn
        self.path = path
        self._identity = _identity(path)

    @property
    def in_place(self) -> bool:
        """Whether the file opened still lies in its place.

        Systems other than Windows let an open file be moved or deleted, and SQLite would go on
        writing to what nobody can find any more.
        """
        return self._identity is None or self._identity == _identity(self.path)

    @property
    def version(self) -> str:
        """The version of SQLite."""
        return sqlite3.sqlite_version

    @property
    def journal_mode(self) -> str:
        """How SQLite keeps what is not in the file yet, e.g. ``wal``."""
        return str(self.execute("PRAGMA journal_mode").fetchone()[0]).lower()

    @cached_property
    def utils(self) -> "sqlite_utils.Database":
        """The same connection as sqlite_utils sees it; loaded when first asked for."""
        made: sqlite_utils.Database = load_sqlite_utils().Database(self.conn, execute_plugins=False)
        return made

    def execute(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self.conn.execute(sql, parameters)

    def query(self, sql: str, parameters: Parameters = ()) -> Iterator[dict[str, Any]]:
        """The rows of a query, by column name."""
        cursor = self.conn.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def table(self, name: str) -> "Table":
        """A table, to write into."""
        return self.utils.table(name)

    def atomic(self) -> AbstractContextManager["sqlite_utils.Database"]:
        """Group writes: all of them are kept, or none."""
        return self.utils.atomic()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read one state of the file, whatever others write meanwhile; nothing is written."""
        if self.conn.in_transaction:
            yield
            return
        self.conn.execute("BEGIN")
        try:
            yield
        finally:
            self.conn.rollback()  # nothing to do where SQLite has given up already

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from all others; ``None`` where there is none, or nobody can say."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def load_sqlite_utils() -> Any:
    """The module ``sqlite_utils``, loaded without what it would pull in.

    It imports numpy and pandas wherever they are installed, to adapt types that never reach a
    workspace; so they look absent while it loads.
    """
    absent = [name for name in ("numpy", "pandas") if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        import sqlite_utils  # noqa: PLC0415 - the reason for this module
    finally:
        for name in absent:
            del sys.modules[name]
    return sqlite_utils
