"""Putting a complete new file in the place of a workspace, whenever the program is killed.

The new file is made under another name and gets the name of the successor when it is whole. From
then on it is the workspace: whoever opens the workspace next puts it in its place.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

SUFFIX = ".next"
LOGS = ("-wal", "-shm", "-journal")


def prepare(path: Path, make: Callable[[Path], None]) -> None:
    """Make the successor of a workspace.

    Args:
        path: The workspace.
        make: Writes the new file to the path it is given; it is kept only if this succeeds.

    Raises:
        OSError, sqlite3.DatabaseError: It cannot be made; nothing is left of the attempt.
    """
    draft = path.with_name(f"{path.name}{SUFFIX}.tmp")
    try:
        remove(draft)  # of a program that was killed; SQLite would play its log into the new file
        make(draft)
        _settle(draft)
        draft.replace(_next(path))
    finally:
        with suppress(OSError):
            remove(draft)
    sync_folder(path)


def install(path: Path) -> bool:
    """Put the successor in its place, if there is one; the workspace must be closed.

    Raises:
        OSError: It cannot be put there now; both files are as they were.
    """
    successor = _next(path)
    if not successor.is_file():
        return False
    for log in LOGS:  # they belong to the file that goes
        path.with_name(f"{path.name}{log}").unlink(missing_ok=True)
    successor.replace(path)
    sync_folder(path)
    return True


def remove(draft: Path) -> None:
    """Remove what is left of a database that was being made, with its logs.

    Raises:
        OSError: It cannot be removed now.
    """
    for log in ("", *LOGS):
        draft.with_name(f"{draft.name}{log}").unlink(missing_ok=True)


def sync_folder(path: Path) -> None:
    """Let a new name survive a power cut, where the system can do that."""
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _next(path: Path) -> Path:
    return path.with_name(f"{path.name}{SUFFIX}")


def _settle(draft: Path) -> None:
    """Bring everything into the one file, check it and let it survive a power cut."""
    with closing(sqlite3.connect(draft)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the new file is damaged")
    with draft.open("r+b") as file:
        os.fsync(file.fileno())
