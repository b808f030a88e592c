"""A line of text that stands there already and may be corrected."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiassess.marks import override

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CorrectedLine(QLineEdit):
    """Reports a correction once it is complete: by Enter, or by going elsewhere.

    Enter never presses the default button of the dialog around it. Esc first brings back what
    stood there before.

    Signals:
        corrected: Something else stands there now.
                   arg: The text; it may be empty.
    """

    corrected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self._report)

    def show_text(self, text: str) -> None:
        """Show a text that is not corrected yet; this is not reported."""
        self._shown = text
        if text != self.text():
            self.setText(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._report()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _report(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            self.corrected.emit(self._shown)
