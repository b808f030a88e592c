"""Where a workspace lies, as far as it decides how safely SQLite can write there.

Nothing is started and nothing is asked over the network. What the system does not say is unknown:
no file system, no network drive, no synchronised folder.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path, PurePath

NETWORK_FILE_SYSTEMS = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse",
     "fuse.kio-fuse", "fuse.rclone", "fuse.sshfs", "fuse.vmhgfs-fuse", "ncpfs", "nfs", "nfs4",
     "smb3", "smbfs", "vboxsf"}
)  # fmt: skip
MOUNTS = Path("/proc/self/mountinfo")
DRIVE_REMOTE = 4  # GetDriveTypeW
LONGEST_NAME = 261  # of a file system, as Windows gives it
_ESCAPE = re.compile(r"\\([0-7]{3})")  # how the kernel writes spaces and the like
_LONG = re.compile(r"\\\\[?.]\\")  # before a path that may be long, and before a device
_LETTER = re.compile(rf"(?:{_LONG.pattern})?([A-Za-z]:)")

_SERVICES = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "hidrive": "HiDrive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "magentacloud": "MagentaCLOUD",
    "mobile documents": "iCloud Drive",  # what macOS calls it
    "nextcloud": "Nextcloud",
    "onedrive": "OneDrive",
    "owncloud": "ownCloud",
    "seafile": "Seafile",
}
# “OneDrive - Stadt X”, “Dropbox (Personal)”, “Nextcloud2”
_FOLDER = re.compile(
    rf"({'|'.join(_SERVICES)})(?:\d+| [-–] .+| \(.+\))?", re.IGNORECASE | re.DOTALL
)
_GOOGLE = frozenset({"my drive", "meine ablage", "shared drives", "geteilte ablagen"})

# What the programs that synchronise lay into their folder: a name, whether it is a folder, whose.
_MARKS = (
    (".dropbox", False, "Dropbox"),  # a folder of this name lies in the home folder
    (".dropbox.cache", True, "Dropbox"),
    (".tmp.driveupload", True, "Google Drive"),
    (".tmp.drivedownload", True, "Google Drive"),
    (".owncloudsync.log", False, "ownCloud"),
    (".nextcloudsync.log", False, "Nextcloud"),
    ("._sync_*.db", False, "Nextcloud/ownCloud"),  # the same program under two names
    (".sync_*.db", False, "Nextcloud/ownCloud"),
    (".stfolder", True, "Syncthing"),
)


def write_ahead_is_safe(path: Path, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether write-ahead logging, with its two further files, is safe at a place.

    It is not on a network drive, and not where a program carries single files away while they
    are being written.
    """
    return not is_on_network(path) and not synced_by(path, environ)


def is_on_network(path: Path) -> bool:
    """Whether a path lies on a network drive, where write-ahead logging does not work.

    Where the system does not say, the answer is no: SQLite's rollback is used then anyway if
    write-ahead logging cannot be switched on.
    """
    real = _real(path)  # a link may lead elsewhere
    if sys.platform == "win32":
        return is_remote(path, _drive_type) or is_remote(real, _drive_type)
    return file_system(real, _mounts()) in NETWORK_FILE_SYSTEMS


def is_remote(path: PurePath, drive_type: Callable[[str], int]) -> bool:
    r"""Whether a path of Windows names a share, or a drive that stands for one.

    Args:
        path: E.g. ``Z:\Rathaus``, ``\\server\share`` or ``\\?\UNC\server\share``.
        drive_type: ``GetDriveTypeW``.
    """
    text = str(path).replace("/", "\\")
    if _LONG.match(text):
        if text[4:8].upper() == "UNC\\":
            return True
    elif text.startswith("\\\\"):
        return True
    letter = _LETTER.match(text)
    return letter is not None and drive_type(f"{letter[1]}\\") == DRIVE_REMOTE


def file_system_of(path: Path) -> str:
    """The type of the file system a path lies on, such as ``NTFS``; ``""`` if unknown."""
    real = _real(path)
    return _volume_type(real.anchor) if sys.platform == "win32" else file_system(real, _mounts())


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


def synced_by(path: PurePath, environ: Mapping[str, str]) -> str:
    """The service that carries a file to other computers, such as ``OneDrive``; ``""`` if none.

    It is known by the names of the folders, by the environment, and by what the programs of the
    services lay into their folders. A folder that only looks like one costs nothing but time.

    Args:
        path: The file; it may be missing.
        environ: The environment, for the folders of OneDrive.
    """
    if not isinstance(path, Path):  # of another system
        return _service_by_name(path.parent) or _service_by_environment(path, environ)
    places = path, _real(path)
    for place in places:
        if found := _service_by_name(place.parent) or _service_by_environment(place, environ):
            return found
    folders = dict.fromkeys(folder for place in places for folder in place.parents)
    return next(filter(None, map(_service_by_mark, folders)), "")


def is_redirected_profile(environ: Mapping[str, str]) -> bool:
    """Whether folders of the user's account lie on a server."""
    if sys.platform == "win32":
        return is_redirected_on_windows(environ, documents_folder(), _drive_type)
    home = environ.get("HOME", "")
    return bool(home) and is_on_network(Path(home))


def is_redirected_on_windows(
    environ: Mapping[str, str], documents: str, drive_type: Callable[[str], int]
) -> bool:
    """The same on Windows: home folder, application data or documents on a share.

    Args:
        environ: The environment.
        documents: The folder “Dokumente”; ``""`` if unknown.
        drive_type: ``GetDriveTypeW``.
    """
    named = (environ.get(name, "") for name in ("USERPROFILE", "APPDATA", "LOCALAPPDATA"))
    return any(is_remote(PurePath(folder), drive_type) for folder in (*named, documents) if folder)


def documents_folder() -> str:
    """Where Windows keeps the user's documents, from the registry; ``""`` elsewhere."""
    with suppress(ImportError, OSError):
        import winreg  # noqa: PLC0415 - on Windows only

        registry = vars(winreg)  # unknown to type checkers elsewhere
        place = r"Software\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"
        with registry["OpenKey"](registry["HKEY_CURRENT_USER"], place) as key:
            return str(registry["QueryValueEx"](key, "Personal")[0])
    return ""


def _service_by_name(folder: PurePath) -> str:
    for number, (before, part) in enumerate(pairwise(("", *folder.parts))):
        if before.casefold() == "cloudstorage":  # macOS: “OneDrive-StadtX”, “Box-Box”
            name = part.partition("-")[0]
            return _SERVICES.get(name.casefold(), name)
        if found := _FOLDER.fullmatch(part):
            return _SERVICES[found[1].casefold()]
        if number == 1 and folder.drive and part.casefold() in _GOOGLE:  # a drive of its own
            return "Google Drive"
    return ""


def _service_by_environment(path: PurePath, environ: Mapping[str, str]) -> str:
    """OneDrive tells where its folders are, whatever they are called."""
    folders = (value for name, value in environ.items() if name.casefold().startswith("onedrive"))
    within = any(folder and path.is_relative_to(folder) for folder in folders)
    return "OneDrive" if within else ""


def _service_by_mark(folder: Path) -> str:
    entries: Iterable[tuple[str, bool]] = ()
    with suppress(OSError), os.scandir(folder) as found:
        entries = [(one.name, one.is_dir()) for one in found if one.name.startswith(".")]
    for mark, is_folder, service in _MARKS:
        if any(is_dir is is_folder and fnmatch(name, mark) for name, is_dir in entries):
            return service
    return ""


def _real(path: Path) -> Path:
    """Where a path leads; the path itself if that cannot be found out."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # an unreachable share; a circle of links
        return path.absolute()


def _mounts() -> str:
    with suppress(OSError):
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    return ""


def _drive_type(root: str) -> int:
    import ctypes  # noqa: PLC0415 - has ``windll`` on Windows only

    windll = getattr(ctypes, "windll")  # noqa: B009 - unknown to type checkers elsewhere
    return int(windll.kernel32.GetDriveTypeW(root))


def _volume_type(root: str) -> str:
    import ctypes  # noqa: PLC0415 - see above

    windll = getattr(ctypes, "windll")  # noqa: B009 - see above
    name = ctypes.create_unicode_buffer(LONGEST_NAME)
    nothing = None, 0, None, None, None
    windll.kernel32.GetVolumeInformationW(root, *nothing, name, LONGEST_NAME)
    return name.value  # still empty if Windows does not know
