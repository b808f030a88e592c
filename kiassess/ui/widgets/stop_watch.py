"""A clock that counts up and says politely when a limit is reached."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.speech import announce

TICK_MS = 1_000
MINUTE_S = 60


class StopWatch(Label):
    """Minutes and seconds since ``start``; beyond a limit it only says so.

    Signals:
        limit_reached: The limit has just been reached; once after each start.
    """

    limit_reached = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(role="strong", wrap=False, parent=parent)
        self._clock = clock
        self._since = clock()
        self._before = 0.0
        self._limit: int | None = None
        self._told = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self, before: float = 0.0, limit: int | None = None) -> None:
        """Begin to count.

        Args:
            before: Seconds that have passed already.
            limit: In seconds; ``None`` for none.
        """
        self._since, self._before, self._limit = self._clock(), before, limit
        self._told = limit is not None and before >= limit
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Count no further."""
        self._before = self.elapsed()
        self._timer.stop()

    def elapsed(self) -> float:
        """Seconds that have passed."""
        running = self._timer.isActive()
        return self._before + (max(0.0, self._clock() - self._since) if running else 0.0)

    @Slot()
    def tick(self) -> None:
        """Show the time that has passed now."""
        passed = int(self.elapsed())
        shown = _minutes(passed)
        if self._limit is None:
            self.setText(shown)
            return
        over = passed >= self._limit
        words = self.tr("{time} – time is up") if over else self.tr("{time} of {limit}")
        self.setText(words.format(time=shown, limit=_minutes(self._limit)))
        self.set_role("attention" if over else "strong")
        if over and not self._told:
            self._told = True
            announce(self, self.text())
            self.limit_reached.emit()


def _minutes(seconds: int) -> str:
    return f"{seconds // MINUTE_S}:{seconds % MINUTE_S:02}"
