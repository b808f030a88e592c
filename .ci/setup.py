"""Set up a checkout: Qt's system libraries, `.venv`, the locked packages. Standard library only.

    python3 .ci/setup.py run            what the program needs
    python3 .ci/setup.py dev            what its developers need
    python3 .ci/setup.py build          what building the desktop bundle needs
    python3 .ci/setup.py --companions   the programs that tests ask for a second opinion

The first call downloads; the next ones find their stamp and take a fraction of a second, offline.
"""

from __future__ import annotations  # an old Python shall get as far as the sentence in `main`

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "kiassess-setup.json"
UNFINISHED = VENV / "kiassess-unfinished"
LOCKS = {
    "run": "requirements.lock",
    "dev": "requirements-dev.lock",  # holds everything that `run` needs
    "build": "requirements-build.lock",
}

# What is expected of the system: library (or command) -> Debian package. First what nothing works
# without, even without a screen.
ESSENTIAL = {
    "pip": "python3-venv",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW = {  # a real window under X11
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
TRANSLATION = {  # lupdate and lrelease
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
BUNDLE = {"objcopy": "binutils"}
INSTALLERS = {  # without them there are fewer of them
    "makensis": "nsis",
    "patchelf": "patchelf",
}
COMPANIONS = (
    "appstream",
    "at-spi2-core",
    "dbus",
    "desktop-file-utils",
    "gcc",  # for a disk that fails when it is told to
    "gir1.2-atspi-2.0",
    "hunspell",
    "hunspell-de-de",
    "hunspell-en-gb",
    "libc6-dev",
    "libreoffice-calc",
    "lintian",
    "nsis",
    "poppler-utils",
    "python3-gi",
    "strace",
    "xauth",
    "xvfb",
)

LOCALE = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
GERMAN = LOCALE.startswith("de")


def say(german: str, english: str) -> None:
    """Print one line in the language of the terminal."""
    print(german if GERMAN else english, flush=True)


def fail(german: str, english: str) -> NoReturn:
    """End with one sentence and status 1."""
    raise SystemExit(german if GERMAN else english)


def output_of(*command: str | Path, complain: bool = False) -> str | None:
    """What a command prints, or None where it does not exist or fails (loudly, if wished)."""
    try:
        done = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    if done.returncode == 0:
        return done.stdout.strip()
    if complain:
        print(done.stderr.strip(), file=sys.stderr)
    return None


# System packages ----------------------------------------------------------------------------


def apt_command() -> list[str] | None:
    """How this user may install Debian packages without being asked, or None."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        sudo = []
    elif output_of("sudo", "-n", "true") is not None:
        sudo = ["sudo", "-n"]
    else:
        return None
    wait = ["-o", "DPkg::Lock::Timeout=120"]
    return [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y", *wait]


def apt_install(packages: Iterable[str]) -> None:
    """Install Debian packages where that is allowed; the caller looks whether it worked."""
    apt = apt_command()
    if apt is None:
        return
    names = sorted(packages)
    say(f"Installiere Systempakete: {' '.join(names)}", f"System packages: {' '.join(names)}")
    install = [*apt, "install", "--no-install-recommends", *names]
    # A new or old machine does not know today's package list yet.
    if output_of(*install) is None:
        output_of(*apt, "update", complain=True)
        output_of(*install, complain=True)


def by_hand(packages: Iterable[str]) -> str:
    """The command a person types instead."""
    return "sudo apt install --no-install-recommends " + " ".join(sorted(packages))


def is_there(name: str) -> bool:
    """Whether a library can be loaded, a command be found, or `.venv` can get its pip."""
    if name == "pip":
        importlib.invalidate_caches()
        return PYTHON.exists() or any(map(importlib.util.find_spec, ("ensurepip", "pip")))
    if ".so." not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def provide_system(mode: str) -> None:
    """Find out what is missing outside `.venv`, and install it or name all of it at once."""
    if sys.platform != "linux":
        return  # Python and the wheels for Windows and macOS bring everything along
    needed = ESSENTIAL | (BUNDLE if mode == "build" else {})
    more = {"dev": TRANSLATION, "build": INSTALLERS}.get(mode, {})
    wanted = needed | WINDOW | more
    absent = {name: package for name, package in wanted.items() if not is_there(name)}
    if absent:
        apt_install(absent.values())
        absent = {name: package for name, package in absent.items() if not is_there(name)}
    if not absent:
        return
    if shutil.which("apt-get"):
        german = english = by_hand(absent.values())
    else:
        names = ", ".join(sorted(absent))
        german, english = f"Paketverwaltung ({names})", f"your package manager ({names})"
    if absent.keys() & needed.keys():
        fail(
            f"Auf diesem Rechner fehlen Systempakete; bitte nachholen mit: {german}",
            f"System packages are missing on this machine; please install them with: {english}",
        )
    say(
        f"Hinweis: Für Fenster, Übersetzungen oder Installationsdateien fehlt noch: {german}",
        f"Note: windows, translations or installers still miss something: {english}",
    )


def companions_missing() -> list[str]:
    """The companions that Debian's package database does not call installed."""
    installed = output_of("dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n") or ""
    return [name for name in COMPANIONS if f"installed {name}" not in installed.splitlines()]


def provide_companions() -> None:
    """Install the programs with which tests check their results a second time."""
    absent = companions_missing()
    if not absent:
        return
    apt_install(absent)
    absent = companions_missing()
    if absent:
        fail(
            f"Für die Gegenproben fehlen Programme; bitte nachholen mit: {by_hand(absent)}",
            f"Programs for the cross-checks are missing; install them with: {by_hand(absent)}",
        )


# The environment ----------------------------------------------------------------------------


def fingerprint(mode: str) -> str:
    """Changes with everything that decides what is installed, and where."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for name in (LOCKS[mode], "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def stamps() -> dict[str, str]:
    """Mode -> fingerprint of what was installed for it; and the place it was made for."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def is_current(mode: str) -> bool:
    """Whether the environment already holds what this mode asks for."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    found = stamps()
    modes = ("run", "dev") if mode == "run" else (mode,)
    return any(found.get(each) == fingerprint(each) for each in modes)


def provide_interpreter() -> None:
    """Make `.venv`, or make it anew where it is broken, half-made, moved or of another Python."""
    version = "import sys; print(*sys.version_info[:2])"
    ours = f"{sys.version_info[0]} {sys.version_info[1]}"
    # The commands in a moved environment still start the old one.
    at_home = stamps().get("place", str(VENV)) == str(VENV)
    if at_home and not UNFINISHED.exists() and output_of(PYTHON, "-c", version) == ours:
        return
    if VENV.exists():
        say("Lege .venv neu an …", "Making .venv anew …")
        shutil.rmtree(VENV)
    else:
        say("Lege .venv an …", "Making .venv …")
    # Without pip: Debian ships `venv` but splits off what puts pip into it; `pip_command` sees.
    if output_of(sys.executable, "-m", "venv", "--without-pip", VENV) is None:
        fail(
            f"{sys.executable} kann keine virtuelle Umgebung in {VENV} anlegen.",
            f"{sys.executable} cannot make a virtual environment in {VENV}.",
        )


def pip_command() -> list[str | Path]:
    """The pip that serves `.venv`: its own, Python's bundled one, the system's or Debian's."""
    own: list[str | Path] = [PYTHON, "-m", "pip"]
    bundled: list[str | Path] = [PYTHON, "-m", "ensurepip"]
    system: list[str | Path] = [sys.executable, "-m", "pip", "--python", PYTHON]
    if output_of(*own, "--version") or output_of(*bundled) is not None:
        return own
    if output_of(*system, "--version"):
        return system
    apt_install(["python3-venv"])
    if output_of(*bundled) is not None:
        return own
    fail(
        f"Zum Installieren fehlt pip; bitte nachholen mit: {by_hand(['python3-venv'])}",
        f"There is no pip to install with; please get it with: {by_hand(['python3-venv'])}",
    )


def pip_install(pip: list[str | Path], *what: str) -> None:
    """Let pip install; its own words appear only when something went wrong."""
    quiet = ["-qq", "--disable-pip-version-check", "--root-user-action", "ignore"]
    done = subprocess.run([*pip, "install", *quiet, *what], cwd=ROOT, check=False)
    if done.returncode != 0:
        UNFINISHED.unlink()  # pip has cleaned up behind itself
        fail(
            "pip konnte nicht alles installieren (siehe oben); es braucht dafür das Netz.",
            "pip could not install everything (see above); it needs the network for that.",
        )


def provide_packages(mode: str) -> None:
    """Bring `.venv` to what the lock file says, and the project itself into it."""
    if is_current(mode):
        return
    provide_interpreter()
    pip = pip_command()
    UNFINISHED.touch()  # stays behind when this is interrupted
    say(f"Installiere Pakete aus {LOCKS[mode]} …", f"Packages from {LOCKS[mode]} …")
    # Wheels only: a source package would run its build, with packages nobody has pinned.
    pip_install(pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCKS[mode])
    # The lock file brings a pip of its own; the way here may have been another one.
    own: list[str | Path] = [PYTHON, "-m", "pip"]
    pip_install(own, "--no-deps", "--no-build-isolation", "--editable", ".")
    done = stamps() | {"place": str(VENV), mode: fingerprint(mode)}
    STAMP.write_text(json.dumps(done), encoding="utf-8")
    UNFINISHED.unlink()


def main() -> None:
    """Do what the command line asks for."""
    if sys.version_info < (3, 11):  # noqa: UP036 - here an older Python may well arrive
        fail(
            f"kiassess braucht Python 3.11 oder neuer, das hier ist {sys.version.split()[0]}.",
            f"kiassess needs Python 3.11 or newer, this is {sys.version.split()[0]}.",
        )
    parser = argparse.ArgumentParser(description="Set up a checkout of kiassess.")
    parser.add_argument("mode", nargs="?", choices=sorted(LOCKS))
    parser.add_argument("--companions", action="store_true", help="programs for the tests, by apt")
    wish = parser.parse_args()
    if not wish.mode and not wish.companions:
        parser.error("say run, dev, build or --companions")
    if wish.companions:
        provide_companions()
    if wish.mode:
        provide_system(wish.mode)
        provide_packages(wish.mode)


if __name__ == "__main__":
    main()
