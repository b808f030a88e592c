"""Programs that are killed at random moments."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

TESTS = Path(__file__).parent
DRIVERS = TESTS / "drivers"
READY = "ready"  # what a driver says when the interesting part begins
PATIENCE_S = 120


class Killer:
    """Starts a program again and again, and kills each somewhere between start and end.

    Attributes:
        killed: How many were killed, those that had ended by themselves left out.
    """

    def __init__(self, name: str, seed: int, home: Path) -> None:
        self.killed = 0
        self._name, self._seed = name, seed
        self._moments = random.Random(seed)
        self._began = time.monotonic()
        self._environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "LOCALAPPDATA": str(home / "data"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(TESTS),
        }

    def run(self, *script: object, longest: float, ready: bool = True) -> list[str]:
        """Start Python with these arguments and kill it; returns the lines it has finished.

        Args:
            script: The arguments.
            longest: The kill comes at most so many seconds after the beginning.
            ready: Whether it begins when the program says so, and not when it is started.
        """
        child = self._start(script, stdout=subprocess.PIPE)
        lines: list[str] = []
        if ready:
            assert child.stdout.readline() == f"{READY}\n", child.communicate()
        try:
            child.wait(self._moments.uniform(0, longest))
        except subprocess.TimeoutExpired:
            child.kill()  # SIGKILL; TerminateProcess on Windows
            self.killed += 1
            rest, complaint = child.communicate()
        else:
            rest, complaint = child.communicate()
            assert child.returncode == 0, complaint
        assert "Traceback" not in complaint, complaint
        # A line without its end was not acknowledged.
        lines = [line[:-1] for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        return [line for line in lines if line != READY]

    def duration(self, *script: object) -> float:
        """How long the program takes when nobody kills it, in seconds."""
        began = time.monotonic()
        child = self._start(script, stdout=subprocess.DEVNULL)
        _, complaint = child.communicate(timeout=PATIENCE_S)
        assert child.returncode == 0, complaint
        return time.monotonic() - began

    def chance(self, probability: float) -> bool:
        """Toss a coin."""
        return self._moments.random() < probability

    def pick(self, low: int, high: int) -> int:
        """A number from ``low`` to ``high``."""
        return self._moments.randint(low, high)

    def report(self) -> None:
        """Say how it was."""
        took = time.monotonic() - self._began
        print(f"{self._name}: {self.killed} kills, seed {self._seed}, {took:.0f} s")  # noqa: T201

    def _start(self, script: Sequence[object], stdout: int) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *map(str, script)],
            env=self._environment,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
