"""Files are written whole or not at all; an older file stays until the new one is complete."""

import os
from pathlib import Path
from uuid import uuid4

from kiassess.domain.errors import ExportBlockedError


def write_file(path: Path, content: bytes) -> None:
    """Write a file so that ``path`` is afterwards either complete or as it was before.

    Args:
        path: Where it goes; a file of this name is replaced unless it is write-protected.
        content: All of it.

    Raises:
        ExportBlockedError: The folder is missing or protected, the disk is full, the file is
            protected or open in a program that locks it, or a folder has its name.
    """
    draft = path.with_name(f".{uuid4().hex}.tmp")  # in the same folder, so that it can be moved
    try:
        _refuse_protected(path)
        try:
            _write(draft, content)
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportBlockedError(file=path.name) from error


def _refuse_protected(path: Path) -> None:
    """On Linux a file may be replaced that may not be written to; find out all the same."""
    if path.is_file():
        with path.open("r+b"):
            pass


def _write(draft: Path, content: bytes) -> None:
    # Not `NamedTemporaryFile`: nobody else could read what it makes on a shared drive.
    with draft.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
