"""Work off the GUI thread, results back on it."""

from collections.abc import Callable
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QRunnable,
    QThreadPool,
    Signal,
    SignalInstance,
    Slot,
)

from kiassess.marks import override

T = TypeVar("T")


class Background(QObject):
    """Runs functions one after another in a worker thread.

    Give it pure functions over frozen values; the work must touch neither widgets nor the
    database. ``done`` and ``failed`` are bound methods of objects that outlive the work, or
    forget it with ``forget``. The main window owns the one ``Background`` and calls ``stop``
    when it closes.
    """

    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._keys = count()
        self._stopping = False
        self._kept: set[int] = set()
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        # A bound slot of an object of this thread: emitted by a worker, it is queued.
        self._finished.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        to_the_end: bool = False,
    ) -> int:
        """Start work; then either ``done`` or ``failed`` is called, on this thread.

        Args:
            work: What to do in the worker.
            done: Gets the result.
            failed: Gets the exception.
            to_the_end: Whether ``stop`` waits for this work even if it has not begun.

        Returns:
            A key for ``forget``.
        """
        key = next(self._keys)
        self._waiting[key] = done, failed
        if to_the_end:
            self._kept.add(key)
        self._pool.start(_Job(key, work, self._finished, self._wanted))
        return key

    def forget(self, key: int) -> None:
        """Call nobody back for this work; its result has been overtaken."""
        self._waiting.pop(key, None)

    @property
    def idle(self) -> bool:
        """Whether nobody is waiting for a result."""
        return not self._waiting

    @property
    def stopping(self) -> bool:
        """Whether long work should come to an end; the worker may ask."""
        return self._stopping

    def stop(self) -> None:
        """Drop queued work, let the running one end, and call nobody back.

        Work that was to be done to the end is done; whoever asked for it hears of a failure.
        """
        self._stopping = True
        self._pool.waitForDone()
        self._waiting = {
            key: (_ignore, failed)
            for key, (_, failed) in self._waiting.items()
            if key in self._kept
        }
        QCoreApplication.sendPostedEvents(self)  # what the worker has just told
        self._waiting.clear()

    def _wanted(self, key: int) -> bool:
        """Whether work that is about to begin still makes sense; asked by the worker."""
        return not self._stopping or key in self._kept

    @Slot(int, object, object)
    def _deliver(self, key: int, result: Any, error: Exception | None) -> None:
        if key not in self._waiting:
            return
        done, failed = self._waiting.pop(key)
        if error is None:
            done(result)
        else:
            failed(error)


def _ignore(_result: object) -> None:
    """Nobody is there any more to be told."""


class _Job(QRunnable):
    def __init__(
        self,
        key: int,
        work: Callable[[], object],
        finished: SignalInstance,
        wanted: Callable[[int], bool],
    ) -> None:
        super().__init__()
        self._wanted = wanted
        self._key = key
        self._work = work
        self._finished = finished

    @override
    def run(self) -> None:
        if not self._wanted(self._key):
            return
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - handed to ``failed``, never swallowed
            self._finished.emit(self._key, None, error)
        else:
            self._finished.emit(self._key, result, None)
