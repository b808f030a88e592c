"""The disk that fails when it is told to, see ``faults.c``, as Python sees it."""

import ctypes
import errno
import os
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("faults.c")
NEVER = 1 << 30  # a fault so late that none comes; the calls are counted


class Mode(IntEnum):
    """How a disk fails: one call, all later ones too, or after half of what was to be written."""

    ONCE = 0
    STICKY = 1
    SHORT = 2


COARSE = (  # for what has hundreds of calls that can fail
    (errno.ENOSPC, Mode.STICKY),
    (errno.EIO, Mode.ONCE),
)
ROUGH = (*COARSE, (errno.ENOSPC, Mode.SHORT))
THOROUGH = (
    *ROUGH,
    (errno.ENOSPC, Mode.ONCE),
    (errno.EIO, Mode.STICKY),
    (errno.EDQUOT, Mode.STICKY),
    (errno.EROFS, Mode.STICKY),
    (errno.EACCES, Mode.ONCE),
)


def build(compiler: str, folder: Path) -> Path:
    """Compile the disk; to be preloaded."""
    made = folder / "faults.so"
    subprocess.run(
        [compiler, "-O2", "-shared", "-fPIC", "-o", str(made), str(SOURCE), "-ldl"], check=True
    )
    return made


def run_driver(library: Path, folder: Path, driver: str, *arguments: str) -> str:
    """Run one of the drivers beside this file over a failing disk; returns what it prints."""
    tests = SOURCE.parents[1]
    done = subprocess.run(
        [sys.executable, str(SOURCE.with_name(driver)), str(folder), *arguments],
        env={
            **os.environ,
            "LD_PRELOAD": str(library),
            "FAULTS_FOLDER": str(folder),
            "PYTHONPATH": str(tests),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "USER": "tester",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-5000:]
    return done.stdout


class Disk:
    """The failing disk of this process; it works until ``arm`` is called."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.faults_first.restype = ctypes.c_char_p

    def arm(self, n: int, error: int, mode: Mode) -> None:
        """Let the n-th call that changes something fail, counted from 1."""
        self._library.faults_arm(n, error, int(mode))

    def disarm(self) -> int:
        """Let the disk work again; returns how many calls have failed."""
        self._library.faults_disarm()
        return int(self._library.faults_failed())

    @property
    def counted(self) -> int:
        """Calls that changed something, or should have, since ``arm``."""
        return int(self._library.faults_count())

    @property
    def first(self) -> str:
        """The call that failed first, with its path."""
        return self._library.faults_first().decode(errors="replace")
