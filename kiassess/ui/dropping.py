"""Files and folders dropped anywhere on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from kiassess.marks import override
from kiassess.ui.widgets.drop_hint import DropHint

HELD = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})


class Dropping(QObject):
    """Takes them before the field below the mouse could take their names for text.

    What is dragged besides, such as text, goes where it always goes. While a dialog is open the
    window takes nothing.

    Signals:
        dropped: Files and folders were dropped.
                 arg: Their paths, a list; never empty.
    """

    dropped = Signal(list)

    _taken = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._hint: DropHint | None = None
        # The program the files come from waits until the event is over.
        self._taken.connect(self.dropped, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Take what is dropped from now on; the window must be on the screen."""
        self._window.winId()  # makes the handle, should it not be there yet
        handle = self._window.windowHandle()
        if isinstance(handle, QWindow):
            handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in HELD and isinstance(event, QDropEvent):
            return self._on_held(event)
        if kind == QEvent.Type.DragLeave:
            self._show("")
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._on_dropped(event)
        return super().eventFilter(watched, event)

    def _on_held(self, event: QDropEvent) -> bool:
        if not self._takes(event):
            return False
        number = len(event.mimeData().urls())
        self._show(self.tr("Drop to import %n file(s) or folder(s)", "", number))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _on_dropped(self, event: QDropEvent) -> bool:
        self._show("")
        if not self._takes(event):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._taken.emit(local_paths(event.mimeData()))
        return True

    def _takes(self, event: QDropEvent) -> bool:
        copies = bool(event.possibleActions() & Qt.DropAction.CopyAction)
        free = QApplication.activeModalWidget() is None
        return copies and free and bool(local_paths(event.mimeData()))

    def _show(self, sentence: str) -> None:
        if self._hint is None:
            if not sentence:
                return
            self._hint = DropHint(self._window)
        self._hint.show_sentence(sentence)


def local_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this PC in something dragged; nothing if anything else is in it."""
    urls = data.urls()
    if not urls or not all(url.isLocalFile() for url in urls):
        return []
    return [Path(url.toLocalFile()) for url in urls]
