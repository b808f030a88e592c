"""Where a workspace lies, as far as it decides how safely SQLite can write there."""

import sys
from pathlib import Path

NETWORK_FILE_SYSTEMS = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone",
     "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "vboxsf"}
)  # fmt: skip
MOUNTS = Path("/proc/self/mountinfo")
DRIVE_REMOTE = 4  # GetDriveTypeW


def is_on_network(path: Path) -> bool:
    """Whether a path lies on a network drive, where write-ahead logging does not work.

    Where the system does not say, the answer is no: SQLite's rollback is used then anyway if
    write-ahead logging cannot be switched on.
    """
    absolute = path.absolute()
    if str(absolute).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        return _is_remote_drive(absolute)
    if MOUNTS.exists():
        return file_system(absolute, MOUNTS.read_text(encoding="utf-8")) in NETWORK_FILE_SYSTEMS
    return False


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system a path lies on, after ``/proc/self/mountinfo``."""
    best, found = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        mount = Path(fields[4].encode().decode("unicode_escape"))
        if path.is_relative_to(mount) and len(mount.parts) > best:
            best, found = len(mount.parts), after.split()[0]
    return found


def _is_remote_drive(path: Path) -> bool:
    import ctypes  # noqa: PLC0415 - has ``windll`` on Windows only

    windll = getattr(ctypes, "windll")  # noqa: B009 - unknown to type checkers elsewhere
    return bool(windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == DRIVE_REMOTE)
