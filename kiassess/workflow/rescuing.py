"""Opening a workspace whatever has happened to it: damaged, lost, or no longer of any use."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiassess.content.library import Library
from kiassess.domain.errors import KiassessError, WorkspaceUnreadableError
from kiassess.store.workspace import refuse_other_files
from kiassess.workflow.workspace import Workspace, lock_for_writing, open_locked

if TYPE_CHECKING:
    from kiassess.domain.backups import Backup
    from kiassess.domain.rescue import Rescue


def open_or_rescue(
    path: Path, library: Library, *, now: datetime
) -> "tuple[Workspace, Rescue | None]":
    """Open a workspace as its one writer, as ``open_for_writing`` does; rescue a damaged one.

    Returns:
        The workspace, and what had to be rescued; ``None`` if it was sound.

    Raises:
        WorkspaceUnreadableError: It is none of ours, or nothing of it can be rescued; it is as
            it was.
        KiassessError: It cannot be opened; see ``open_for_writing``.
    """
    try:
        refuse_other_files(path)
    except WorkspaceUnreadableError:
        if not _is_ours(path):
            raise  # before a lock file is laid beside it
    lock = lock_for_writing(path)
    try:
        try:
            return open_locked(path, library, lock), None
        except WorkspaceUnreadableError:
            if not _is_ours(path):
                raise
        from kiassess.store.aligning import Editions  # noqa: PLC0415 - hardly ever needed
        from kiassess.store.rescue import rescue  # noqa: PLC0415 - hardly ever needed

        editions = Editions(lambda *named: _installed(library, *named), _named)
        rescued = rescue(path, now=now, editions=editions)
        return open_locked(path, library, lock), rescued
    except BaseException:
        lock.release()
        raise


def lost_file(path: Path) -> "Backup | None":
    """The newest backup of a workspace that is missing or empty, if there is something in it."""
    from kiassess.store.successor import SUFFIX  # noqa: PLC0415 - hardly ever needed

    try:
        if Path(f"{path}{SUFFIX}").exists() or path.stat().st_size:
            return None  # a complete new file waits for being opened, or the file is there
    except FileNotFoundError:
        pass
    except OSError:
        return None  # it cannot be reached; opening says so
    from kiassess.store.rescue import newest_sound  # noqa: PLC0415 - hardly ever needed

    return newest_sound(path, filled=True)


def restore_lost(path: Path, backup: "Backup") -> None:
    """Put a backup in the place of a workspace that is missing or empty.

    Raises:
        WorkspaceInUseError: Another program is writing to it.
        WorkspaceFolderError: It cannot be put there now.
    """
    from kiassess.store import rescue  # noqa: PLC0415 - hardly ever needed

    lock = lock_for_writing(path)
    try:
        rescue.restore_lost(path, backup)
    finally:
        lock.release()


def set_aside(path: Path, *, now: datetime) -> Path:
    """Move a file of which nothing can be rescued into the folder of the backups.

    Returns:
        Where it lies now.

    Raises:
        WorkspaceInUseError: Another program is writing to it.
        WorkspaceFolderError: It cannot be moved now; it is where it was.
    """
    from kiassess.store import rescue  # noqa: PLC0415 - hardly ever needed

    lock = lock_for_writing(path)
    try:
        return rescue.set_aside(path, now=now)
    finally:
        lock.release()


def _is_ours(path: Path) -> bool:
    from kiassess.store.rescue import is_damaged_workspace  # noqa: PLC0415 - hardly ever needed

    return is_damaged_workspace(path)


def _installed(library: Library, catalogue: str, version: str) -> str | None:
    """The content of a questionnaire that is installed, ``None`` of all others."""
    try:
        return library.load(catalogue, version).to_json()
    except KiassessError:
        return None


def _named(content: str) -> tuple[str, str] | None:
    """Catalogue and version of a stored questionnaire; ``None`` if it is damaged."""
    from kiassess.content.edition import edition_from_json  # noqa: PLC0415 - see above

    try:
        edition = edition_from_json(content, "")
    except KiassessError:
        return None
    return edition.id, edition.version
