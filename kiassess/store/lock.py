"""One writer per workspace: a lock the operating system releases even when a process is killed."""

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCKED_BYTE = 1 << 20  # far behind the text, so that others can read who holds the lock


class WriterLock:
    """The right to write to one workspace, held from ``acquire`` to ``release``.

    The lock file beside the workspace stays; what counts is the lock on it. Its text says who
    holds it, for the message in the second window; whoever releases it takes that out again.

    Attributes:
        left_behind: Whether the one who held it before was ended without releasing it.
    """

    def __init__(self, workspace: Path) -> None:
        self._path = workspace.with_name(f"{workspace.name}.lock")
        self._file: IO[str] | None = None
        self.left_behind = False

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._file is not None

    @property
    def in_place(self) -> bool:
        """Whether the file locked is the one others would lock; it may have been deleted."""
        try:
            return self._file is not None and os.path.samestat(
                os.fstat(self._file.fileno()), self._path.stat()
            )
        except OSError:
            return False

    def acquire(self, holder: str) -> bool:
        """Try once; true if the lock is held now.

        Args:
            holder: Who wants to write, e.g. ``"Rathaus-PC 7"``; for the other side's message.

        Raises:
            OSError: The lock file cannot be made, e.g. in a read-only folder, or nothing can be
                locked there.
        """
        if self._file is not None:
            return True
        file = self._path.open("a+", encoding="utf-8", errors="replace")
        with contextlib.ExitStack() as undo:
            undo.callback(file.close)
            if not _lock(file):
                return False
            file.seek(0)
            self.left_behind = bool(file.read(1))
            with contextlib.suppress(OSError):  # on a full disk nobody learns who holds it
                file.seek(0)
                file.truncate()
                json.dump({"holder": holder, "pid": os.getpid()}, file)
                file.flush()
            undo.pop_all()
        self._file = file
        return True

    def release(self) -> None:
        """Let others write; without effect if the lock is not held."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.seek(0)
                self._file.truncate()
            with contextlib.suppress(OSError):
                self._file.close()  # closing unlocks
            self._file = None

    def holder(self) -> str:
        """Who holds the lock, as far as the lock file says; ``""`` if it does not."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            return str(json.loads(self._path.read_text(encoding="utf-8"))["holder"])
        return ""


def _lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # held by another; anything else is no lock at all
        return False
    return True
