"""Where a workspace lies, as far as it decides how safely SQLite can write there."""

import re
import sys
from pathlib import Path

NETWORK_FILE_SYSTEMS = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse",
     "fuse.kio-fuse", "fuse.rclone", "fuse.sshfs", "fuse.vmhgfs-fuse", "ncpfs", "nfs", "nfs4",
     "smb3", "smbfs", "vboxsf"}
)  # fmt: skip
MOUNTS = Path("/proc/self/mountinfo")
DRIVE_REMOTE = 4  # GetDriveTypeW
_ESCAPE = re.compile(r"\\([0-7]{3})")  # how the kernel writes spaces and the like


def is_on_network(path: Path) -> bool:
    """Whether a path lies on a network drive, where write-ahead logging does not work.

    Where the system does not say, the answer is no: SQLite's rollback is used then anyway if
    write-ahead logging cannot be switched on.
    """
    real = path.resolve()  # a link may lead elsewhere
    if sys.platform == "win32":
        return real.drive.startswith("\\\\") or _is_remote_drive(real)
    if MOUNTS.exists():
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        return file_system(real, mounts) in NETWORK_FILE_SYSTEMS
    return False


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system a path lies on, after ``/proc/self/mountinfo``."""
    best, found = -1, ""
    for line in mounts.split("\n"):
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        mount = Path(_ESCAPE.sub(lambda code: chr(int(code[1], 8)), fields[4]))
        # Of two mounts on one folder the later one covers the earlier.
        if path.is_relative_to(mount) and len(mount.parts) >= best:
            best, found = len(mount.parts), after.split()[0]
    return found


def _is_remote_drive(path: Path) -> bool:
    import ctypes  # noqa: PLC0415 - has ``windll`` on Windows only

    windll = getattr(ctypes, "windll")  # noqa: B009 - unknown to type checkers elsewhere
    return bool(windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == DRIVE_REMOTE)
