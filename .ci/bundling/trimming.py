"""What of a PyInstaller analysis goes into a bundle; the smallest bundles of the bench use it too.

An entry is what PyInstaller calls one: path in the bundle, source, kind.
"""

import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path, PurePath

Entry = tuple[str, str, str]

EXCLUDED_MODULES = [
    # There is no network code in the program; the bundle holds not even the means for it.
    *(f"PySide6.Qt{name}" for name in ("Network", "OpenGL", "Pdf", "Qml", "Quick", "Sql")),
    "_hashlib",  # hashlib does without OpenSSL
    "_ssl",
    "asyncio",
    "concurrent.futures",
    "ftplib",
    "http.server",
    "imaplib",
    "multiprocessing",  # to be ready for it, PyInstaller would load it at every start
    "smtplib",
    "socketserver",
    "ssl",
    "xmlrpc",
    # Found in the environment, used only for building and testing.
    "IPython",
    "hatchling",
    "mypy",
    "pip",
    "pytest",
    "setuptools",
    # What matplotlib, numpy, Pillow and Python bring along for others.
    *(f"_codecs_{name}" for name in ("cn", "hk", "iso2022", "jp", "kr", "tw")),
    "PIL._avif",
    "PIL._webp",
    "_multibytecodec",
    "_tkinter",
    "doctest",
    "matplotlib.tests",
    "numpy.f2py",
    "numpy.testing",
    "pdb",
    "pydoc",
    "pydoc_data",
    "readline",
    "tkinter",
]
if sys.platform != "win32":
    EXCLUDED_MODULES.append("ctypes")  # PyInstaller would load it at every start
HIDDEN_IMPORTS = [f"matplotlib.backends.backend_{name}" for name in ("agg", "pdf", "svg")]

# What PyInstaller would do at every start, and why it need not be done.
DROPPED_HOOKS = {
    "pyi_rth_mplconfig",  # a folder in TEMP; see charts/surroundings.py
    "pyi_rth_pkgutil",  # nobody looks for modules that he does not know
}

# Qt plug-ins that stay: folder -> part of the file name. All others go.
PLUGINS = {
    "iconengines": ["svg"],
    "imageformats": ["gif", "ico.", "jpeg", "svg"],
    "platforminputcontexts": ["compose", "ibus"],
    "platforms": ["cocoa", "offscreen", "qwindows.", "wayland", "xcb"],
    "platformthemes": ["xdgdesktopportal"],
    "printsupport": [""],
    "styles": [""],
    "wayland-decoration-client": [""],
    "wayland-graphics-integration-client": ["egl."],
    "wayland-shell-integration": ["xdg"],
    "xcbglintegrations": [""],
}
QT_TRANSLATIONS = {"qt_de.qm", "qtbase_de.qm"}
DROPPED = [
    "*.dist-info/*",
    "*/opengl32sw.dll",
    # Who prints has it installed, up to date; it brings TLS and Kerberos along. Without it Qt's
    # printing knows only PDF files.
    "libcups.so.*",
    "*Qt*Network*",
    "*Qt*Pdf*",
    "*Qt*Qml*",
    "*Qt*Quick*",
    "*Qt*VirtualKeyboard*",
    "matplotlib/mpl-data/fonts/afm/*",
    "matplotlib/mpl-data/fonts/pdfcorefonts/*",
    "matplotlib/mpl-data/fonts/ttf/DejaVuSansMono*",
    "matplotlib/mpl-data/fonts/ttf/DejaVuSerif*",
    "matplotlib/mpl-data/fonts/ttf/STIX*",
    "matplotlib/mpl-data/fonts/ttf/cm*",
    "matplotlib/mpl-data/images/*",
    "matplotlib/mpl-data/plot_directive/*",
    "matplotlib/mpl-data/sample_data/*",
    "matplotlib/mpl-data/stylelib/*",
    "numpy/*/tests/*",
    "numpy/_core/_*_tests.*",
]


def is_wanted(entry: Entry) -> bool:
    """Whether a file, by its path in the bundle, stays."""
    path = PurePath(entry[0]).as_posix()
    if "/plugins/" in path:
        folder, file = path.split("/plugins/")[1].split("/", 1)
        return any(part in file for part in PLUGINS.get(folder, ()))
    if path.startswith("PySide6/") and path.endswith(".qm"):
        return PurePath(path).name in QT_TRANSLATIONS
    return not any(fnmatch(path, pattern) for pattern in DROPPED)


def trimmed(entries: list[Entry]) -> list[Entry]:
    """What a bundle needs of the data and binaries that PyInstaller found."""
    wanted = [entry for entry in entries if is_wanted(entry)]
    return only_used(wanted) if sys.platform == "linux" else wanted


def started(scripts: list[Entry]) -> list[Entry]:
    """What of the scripts that run at every start is needed, our own last."""
    return [entry for entry in scripts if entry[0] not in DROPPED_HOOKS]


def is_shared_library(entry: Entry) -> bool:
    """Whether this is a library that lies there only for others (Linux)."""
    path = PurePath(entry[0])
    home = path.parent.as_posix() in {".", "PySide6/Qt/lib"}
    return home and fnmatch(path.name, "lib*.so*") and not path.name.startswith("libpython")


def only_used(entries: list[Entry]) -> list[Entry]:
    """Drop the libraries that nothing needs now that their plug-ins are gone (Linux)."""
    binaries = [entry for entry in entries if entry[2] in {"BINARY", "EXTENSION"}]
    libraries = {PurePath(entry[0]).name: entry for entry in binaries if is_shared_library(entry)}
    used: set[str] = set()
    waiting = [entry for entry in binaries if not is_shared_library(entry)]
    while waiting:
        needed = needed_by(waiting.pop()[1]) & libraries.keys() - used
        used |= needed
        waiting += [libraries[name] for name in needed]
    # By name, so that a link goes with the library it points to.
    return [entry for entry in entries if PurePath(entry[0]).name not in libraries.keys() - used]


def needed_by(library: str) -> set[str]:
    """The libraries that one asks for itself (Linux); PyInstaller would name theirs, too."""
    told = subprocess.run(["objdump", "-p", library], capture_output=True, text=True, check=True)
    return set(re.findall(r"^ +NEEDED +(\S+)$", told.stdout, re.MULTILINE))


def slim(bundle: Path) -> None:
    """Take debugging symbols out of Python's own library and extension modules (Linux).

    What Qt and the repair of wheels have moved about inside breaks when it is stripped: such files
    find others by a path relative to their own, and stay as they are. Python's own files forget
    the folder of the Python that builds; it exists nowhere else.
    """
    if sys.platform != "linux":
        return
    strip, patchelf = shutil.which("strip"), shutil.which("patchelf")
    for file in sorted(bundle.rglob("*.so*")):
        top = file.relative_to(bundle / "_internal").parts[0]
        own = top.startswith(("libpython", "python3"))
        repaired = top in {"PySide6", "shiboken6"} or b"$ORIGIN" in file.read_bytes()
        library = fnmatch(top, "lib*.so*") or top.endswith(".libs")
        if file.is_symlink() or (not own and (repaired or library)):
            continue
        if strip is not None:
            subprocess.run([strip, "--strip-unneeded", str(file)], check=True)
        if own and patchelf is not None:
            subprocess.run([patchelf, "--remove-rpath", str(file)], check=True)
