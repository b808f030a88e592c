"""Work off the GUI thread, results back on it."""

from collections.abc import Callable
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

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
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        # A bound slot of an object of this thread: emitted by a worker, it is queued.
        self._finished.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> int:
        """Start work; then either ``done`` or ``failed`` is called, on this thread.

        Returns:
            A key for ``forget``.
        """
        key = next(self._keys)
        self._waiting[key] = done, failed
        self._pool.start(_Job(key, work, self._finished))
        return key

    def forget(self, key: int) -> None:
        """Call nobody back for this work; its result has been overtaken."""
        self._waiting.pop(key, None)

    @property
    def idle(self) -> bool:
        """Whether nobody is waiting for a result."""
        return not self._waiting

    def stop(self) -> None:
        """Drop queued work, let the running one end, and call nobody back."""
        self._pool.clear()
        self._waiting.clear()
        self._pool.waitForDone()

    @Slot(int, object, object)
    def _deliver(self, key: int, result: Any, error: Exception | None) -> None:
        if key not in self._waiting:
            return
        done, failed = self._waiting.pop(key)
        if error is None:
            done(result)
        else:
            failed(error)


class _Job(QRunnable):
    def __init__(self, key: int, work: Callable[[], object], finished: SignalInstance) -> None:
        super().__init__()
        self._key = key
        self._work = work
        self._finished = finished

    @override
    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - handed to ``failed``, never swallowed
            self._finished.emit(self._key, None, error)
        else:
            self._finished.emit(self._key, result, None)
