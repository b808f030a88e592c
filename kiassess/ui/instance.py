"""A second start hands over to the first window: asked and answered through a file.

No socket is opened for that: the second start puts a request beside the workspace, the first
window watches the folder, comes to the front, shows the files named in the request and takes it
away. A request that stays means that nobody answers; the second window then opens for reading.
On a network drive the first window may be that of another computer: it lets the request lie.
"""

import contextlib
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QElapsedTimer,
    QFileSystemWatcher,
    QObject,
    QSysInfo,
    QThread,
    Signal,
    Slot,
)

ANSWER_WITHIN_MS = 3000
TAKE_WITHIN_MS = 15_000  # files nobody takes would have to be opened once more
LOOK_AGAIN_MS = 50
OLD_AFTER_S = 30  # whoever has asked so long ago waits no more
ENDING = ".show"
WINDOWS_LIBRARY = "user32"


def request_file(workspace: Path) -> Path:
    """Where this process puts its request; several starts at once do not disturb each other."""
    return workspace.with_name(f"{workspace.name}.{os.getpid()}{ENDING}")


class FrontRequests(QObject):
    """Watches for requests of a second start.

    Signals:
        requested: Somebody has started the program again.
                   arg: The files to be shown, a list of paths; empty if none was named.
    """

    requested = Signal(list)

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._watcher = QFileSystemWatcher([str(workspace.parent)], self)
        self._watcher.directoryChanged.connect(self._on_changed)

    @Slot()
    def look(self) -> None:
        """Answer what lies there already."""
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        for file in sorted(self._workspace.parent.glob(f"*{ENDING}")):
            if file.name.startswith(f"{self._workspace.name}."):
                self._answer(file)

    def _answer(self, file: Path) -> None:
        try:
            waits = time.time() - file.stat().st_mtime < OLD_AFTER_S
            request = json.loads(file.read_text(encoding="utf-8"))
            if request["host"] != QSysInfo.machineHostName():
                return
            named = [Path(one) for one in request["files"]]
            file.unlink()
        except (OSError, ValueError, KeyError, TypeError):
            return  # gone already, or no request of ours
        if waits:
            self.requested.emit(named)


def bring_to_front(workspace: Path, files: Sequence[Path] = ()) -> bool:
    """Ask the window that holds the workspace to come to the front.

    Args:
        workspace: Its file.
        files: What it shall show, absolute paths.

    Returns:
        Whether it answered soon enough.
    """
    _allow_front()
    file = request_file(workspace)
    request = {"host": QSysInfo.machineHostName(), "files": [str(one) for one in files]}
    whole = file.with_suffix(".tmp")
    try:
        whole.write_text(json.dumps(request), encoding="utf-8")
        whole.replace(file)  # nobody reads half of it
    except OSError:
        return False
    waited = QElapsedTimer()
    waited.start()
    patience = TAKE_WITHIN_MS if files else ANSWER_WITHIN_MS
    while file.exists() and waited.elapsed() < patience:
        QThread.msleep(LOOK_AGAIN_MS)  # there is no window yet that could freeze
    answered = not file.exists()
    with contextlib.suppress(OSError):
        file.unlink()
    return answered


def _allow_front() -> None:
    """Windows lets only the program started last, this one, decide who comes to the front."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for this system alone

        ctypes.WinDLL(WINDOWS_LIBRARY).AllowSetForegroundWindow(-1)
