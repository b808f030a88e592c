"""What went well and what did not."""

import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Report:
    """Counts steps and prints one line for each as it is done.

    Attributes:
        passed: Steps that went well.
        failed: Steps that did not.
    """

    passed: int = 0
    failed: int = 0

    def step(self, name: str, check: Callable[[], object]) -> None:
        """Carry out one step; whatever goes wrong is reported, and the next one follows."""
        try:
            check()
        except Exception as error:  # noqa: BLE001 - reported, never swallowed
            self.failed += 1
            traceback.print_exc(file=sys.stderr)
            _say(f"FAILED  {name}: {error}")
        else:
            self.passed += 1
            _say(f"ok      {name}")

    def close(self) -> int:
        """Print the sum; returns the exit status."""
        _say(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def expect(condition: object, otherwise: str) -> None:
    """Let a step fail.

    Raises:
        AssertionError: The condition does not hold.
    """
    if not condition:
        raise AssertionError(otherwise)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
