"""The workplace check: look at the PC the workspace lies on, and hand out what was found.

It looks at the disk only, never into the workspace, so that a worker may do it beside the open
window.
"""

import errno
import re
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePath
from uuid import uuid4

from kiassess.domain.workplace import Stored, Versions, Workplace
from kiassess.exchange.plain_text import plain_text
from kiassess.exchange.writing import write_file
from kiassess.store.location import (
    file_system_of,
    is_on_network,
    is_redirected_profile,
    synced_by,
)

HOME, HIDDEN = "~", "…"
REFUSALS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_SEPARATORS = re.compile(r"([\\/])")
_SERVER = re.compile(r"(\\\\(?:[?.]\\UNC\\)?)(?![?.]\\)[^\\]+", re.IGNORECASE)
# “OneDrive - Stadt X” and “GoogleDrive-anna@example.org” name their owner.
_OWNED = re.compile(
    r"(OneDrive|Dropbox|Nextcloud|ownCloud|Google ?Drive)(?: [-–] | \(|-).+", re.IGNORECASE
)


def look(
    path: Path, stored: Stored, versions: Versions, environ: Mapping[str, str], now: datetime
) -> Workplace:
    """Gather the facts about the place of a workspace; what cannot be found out is unknown.

    A file is made in its folder and removed again, to see whether that can be done.

    Args:
        path: The workspace.
        stored: What the workspace says about itself, read by whoever holds it.
        versions: What is running.
        environ: The environment.
        now: The present, with a time zone.
    """
    path = path.absolute()
    free, total = _room(path.parent)
    return Workplace(
        looked_at=now,
        folder=shown_folder(path.parent, environ),
        stored=stored,
        versions=versions,
        file_system=file_system_of(path),
        on_network=is_on_network(path),
        synced_by=synced_by(path, environ),
        redirected_profile=is_redirected_profile(environ),
        read_only=_is_refused(path.parent) or _is_protected(path),
        free_bytes=free,
        total_bytes=total,
        file_bytes=_size(path),
    )


def save_report(report: str, target: Path) -> None:
    """Write the report as a text file: UTF-8 with a byte order mark, CRLF at the ends of lines.

    Args:
        report: See ``wording.workplace.workplace_text``.
        target: Where it goes; a file of this name is replaced.

    Raises:
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    write_file(target, plain_text(report).replace("\n", "\r\n").encode("utf-8-sig"))


def shown_folder(folder: PurePath, environ: Mapping[str, str]) -> str:
    """A folder as it may be shown to others: ``~`` for the home folder, “…” for names.

    Hidden are the user, the server of a share and the owner of a synchronised folder; the latter
    two often name the municipality.
    """
    home = environ.get("USERPROFILE") or environ.get("HOME") or ""
    user = environ.get("USERNAME") or environ.get("USER") or environ.get("LOGNAME") or ""
    if home and folder.is_relative_to(home):
        folder = type(folder)(HOME, *folder.relative_to(home).parts)
    shown = _SERVER.sub(rf"\1{HIDDEN}", str(folder), count=1)
    parts = _SEPARATORS.split("".join(one if one.isprintable() else "\ufffd" for one in shown))
    return "".join(_without_owner(part, user.casefold()) for part in parts)


def _without_owner(part: str, user: str) -> str:
    if user and part.casefold().removesuffix("$") == user:  # a hidden share is called “anna$”
        return HIDDEN
    owned = _OWNED.fullmatch(part)
    return f"{owned[1]} {HIDDEN}" if owned else part


def _room(folder: Path) -> tuple[int | None, int | None]:
    """Bytes that are free, and all bytes of the disk."""
    with suppress(OSError):
        usage = shutil.disk_usage(folder)
        return usage.free, usage.total
    return None, None


def _size(path: Path) -> int | None:
    with suppress(OSError):
        return path.stat().st_size
    return None


def _is_refused(folder: Path) -> bool:
    """Whether no file can be made in a folder; only trying tells that for a network drive."""
    # Not `tempfile`: on Windows it takes a refusal for a name already used and tries billions of
    # others (python/cpython#66305); it may be used from Python 3.13 on.
    probe = folder / f".{uuid4().hex}.tmp"
    try:
        probe.open("xb").close()
    except OSError as error:  # a folder that is gone, or a full disk, is something else
        return error.errno in REFUSALS
    with suppress(OSError):  # a virus scanner may hold it for a moment
        probe.unlink()
    return False


def _is_protected(path: Path) -> bool:
    """Whether a file is marked as read-only.

    It is not opened: closing it again would take SQLite's locks away from this program.
    """
    with suppress(OSError):
        mode = path.stat().st_mode
        return not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return False
