"""Files opened with the program: on its command line, by the desktop, or by a second start."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from kiassess.marks import override


class Arriving(QObject):
    """Lets files wait while a dialog is open; then all that have come are handed on together.

    Signals:
        arrived: Files are there, and nothing is in the way.
                 arg: Their paths, a list; never empty, none twice.
    """

    arrived = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._files: dict[Path, None] = {}  # in the order in which they came
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._hand_on)

    @Slot(list)
    def add(self, files: Sequence[Path]) -> None:
        """Take files, to be handed on as soon as the window is free."""
        self._files |= dict.fromkeys(files)
        self._timer.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowUnblocked:
            self._timer.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _hand_on(self) -> None:
        self._window.removeEventFilter(self)
        if QApplication.activeModalWidget() is not None:
            self._window.installEventFilter(self)
        elif self._files:
            files = list(self._files)
            self._files.clear()
            self.arrived.emit(files)
