"""The application on macOS, where the desktop hands files over as events."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from kiassess.marks import override


class Application(QApplication):
    """Tells of files that were opened with the program, before its window or later.

    Signals:
        files_opened: The desktop hands over a file.
                      arg: A list with its path.
    """

    files_opened = Signal(list)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.files_opened.emit([Path(event.file())])
            return True
        return super().event(event)
