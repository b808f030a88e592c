"""Putting a workspace back that was moved, deleted or replaced while it was open."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from kiassess.domain.errors import WorkspaceGoneError
from kiassess.store.backups import backup_folder
from kiassess.store.sqlite import Database
from kiassess.store.successor import install, prepare


def put_back(db: Database, *, now: datetime) -> Path | None:
    """Write what an open connection still knows into the place the file had.

    What lies there now is set aside, never overwritten. A connection that knows nothing any more
    belongs to a drive that was away: a file found in the place is left alone. The connection
    stays open; close it and open the file anew.

    Args:
        db: The workspace, with nothing begun.
        now: The present, with a time zone.

    Returns:
        Where the other file is now, if there was one.

    Raises:
        WorkspaceGoneError: It cannot be put back; nothing was changed.
    """
    try:
        return _put_back(db, now)
    except (OSError, sqlite3.DatabaseError) as error:
        if db.path.is_file():
            return None
        raise WorkspaceGoneError(file=db.path.name) from error


def _put_back(db: Database, now: datetime) -> Path | None:
    def make(draft: Path) -> None:
        with closing(sqlite3.connect(draft)) as copy:
            db.conn.backup(copy)

    db.path.parent.mkdir(parents=True, exist_ok=True)
    prepare(db.path, make)
    aside = None
    if db.path.exists():
        folder = backup_folder(db.path)
        folder.mkdir(exist_ok=True)
        aside = folder / f"{now.astimezone(UTC):%Y-%m-%dT%H%M%S}Z replaced.db"
        db.path.replace(aside)
    install(db.path)
    return aside
