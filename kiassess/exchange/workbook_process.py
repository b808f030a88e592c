"""The process that reads workbooks, seen from whoever started it; it is not trusted.

It is this program once more with a hidden argument (see ``__main__.py`` and ``workbook_child``), in
a checkout and in a bundle alike. It is not ``multiprocessing``, which would run the main module
anew and unpickle what the process sends.
"""

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Generator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import kiassess
from kiassess.domain.errors import (
    DamagedFileError,
    KiassessError,
    SlowFileError,
    TooLargeFileError,
    UnreadableFileError,
)
from kiassess.exchange.workbook_limits import Limits

CHILD_ARGUMENT = "--read-workbooks"  # as `__main__.py` knows it
START_SECONDS = 20.0  # a virus scanner may look at the program first
END_SECONDS = 5.0
LONGEST_LINE = 12_000_000  # bytes: a full row of the longest texts
_READY = b"ready\n"
_OUT_OF_MEMORY = {77, -6, -9, 0xC0000409}  # our own word for it, and what native code leaves
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW


class FailedError(Exception):
    """The process has failed on a file, and is gone.

    Attributes:
        error: What the user is told.
    """

    def __init__(self, error: type[KiassessError]) -> None:
        super().__init__(error.__name__)
        self.error = error


class WorkbookProcess:
    """One process, answering questions until one goes wrong.

    Raises:
        FailedError: It does not start.
    """

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Where the program itself lies: it finds itself, and keeps no folder in use.
                cwd=Path(kiassess.__file__).parents[1],
                creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
            )
        except OSError as error:
            raise FailedError(UnreadableFileError) from error
        with _Watch(self._process, START_SECONDS):
            ready = self._read_line()
        if ready != _READY:
            self.end()
            raise FailedError(UnreadableFileError)

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(
        self, data: bytes, limits: Limits, marks: Sequence[Sequence[str]] = ()
    ) -> Generator[Any, None, None]:
        """Have a file read.

        Args:
            data: The file.
            limits: How much of it, and how long.
            marks: See ``WorkbookReader``.

        Yields:
            What stands in each line of the answer; where it ends is up to the caller to see.

        Raises:
            FailedError: It took too long, needed too much memory, or crashed.
        """
        question = {"size": len(data), "limits": asdict(limits), "marks": marks}
        with _Watch(self._process, limits.seconds) as watch:
            with contextlib.suppress(OSError):  # it may have ended; then there is no answer
                self._write(json.dumps(question).encode() + b"\n" + data)
            while (line := self._read_line()).endswith(b"\n"):
                try:
                    yield json.loads(line)
                except (ValueError, RecursionError) as error:
                    self.end()
                    raise FailedError(DamagedFileError) from error
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)  # its exit status says why there is no more to read
        self.end()
        if watch.barked:
            raise FailedError(SlowFileError)
        lacked = self._process.returncode in _OUT_OF_MEMORY
        raise FailedError(TooLargeFileError if lacked else DamagedFileError)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)

    def _write(self, data: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def _read_line(self) -> bytes:
        assert self._process.stdout is not None
        return self._process.stdout.readline(LONGEST_LINE)


class _Watch:
    """Ends a process that takes too long; reading from it then comes to its end.

    Attributes:
        barked: Whether it had to.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.barked = False
        self._process = process
        self._timer = threading.Timer(seconds, self._bark)
        self._timer.daemon = True

    def __enter__(self) -> "_Watch":
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def _bark(self) -> None:
        self.barked = True
        self._process.kill()


def _command() -> list[str]:
    """How this program is started once more; in a bundle it is the interpreter itself."""
    program = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiassess"]
    )
    return [*program, CHILD_ARGUMENT]
