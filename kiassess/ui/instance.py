"""A second start brings the first window to the front: asked and answered through a file.

No socket is opened for that: the second start puts a request beside the workspace, the first
window watches the folder, comes to the front and takes the request away. A request that stays
means that nobody answers; the second window then opens for reading.
"""

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QFileSystemWatcher, QObject, QThread, Signal, Slot

ANSWER_WITHIN_MS = 2000
LOOK_AGAIN_MS = 50


def request_file(workspace: Path) -> Path:
    """Where the request to come to the front is put."""
    return workspace.with_name(f"{workspace.name}.show")


class FrontRequests(QObject):
    """Watches for requests of a second start.

    Signals:
        requested: Somebody has started the program again.
    """

    requested = Signal()

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = request_file(workspace)
        self._watcher = QFileSystemWatcher([str(workspace.parent)], self)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._take()  # one left behind by a program that was killed

    @Slot()
    def _on_changed(self) -> None:
        if self._take():
            self.requested.emit()

    def _take(self) -> bool:
        try:
            self._file.unlink()
        except OSError:
            return False
        return True


def bring_to_front(workspace: Path) -> bool:
    """Ask the window that holds the workspace to come to the front.

    Returns:
        Whether it answered within two seconds.
    """
    file = request_file(workspace)
    try:
        file.write_text(str(os.getpid()), encoding="utf-8")
    except OSError:
        return False
    waited = QElapsedTimer()
    waited.start()
    while file.exists() and waited.elapsed() < ANSWER_WITHIN_MS:
        QThread.msleep(LOOK_AGAIN_MS)  # there is no window yet that could freeze
    answered = not file.exists()
    with contextlib.suppress(OSError):
        file.unlink()
    return answered
