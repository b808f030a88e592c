"""How far something has come that takes a while: a sentence, a bar, and numbers."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kiassess.ui.widgets.labels import Label


class ProgressLine(QWidget):
    """As long as nobody knows how much there is to do, the bar only shows that something is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Label(role="strong", parent=self)
        self._bar = QProgressBar(self)
        self._numbers = Label(role="muted", parent=self)
        self._bar.setObjectName("progress")
        self._bar.setTextVisible(False)
        self._numbers.setObjectName("numbers")

        unit = self.fontMetrics().height() // 4
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * unit)
        for widget in (self._sentence, self._bar, self._numbers):
            layout.addWidget(widget)

    def begin(self, sentence: str) -> None:
        """Say what is being done; nobody knows yet how much it is."""
        self._sentence.setText(sentence)
        self._bar.setAccessibleName(sentence)
        self._bar.setRange(0, 0)
        self._numbers.setText("")

    def show_progress(self, done: int, total: int, numbers: str) -> None:
        """Say how far it is.

        Args:
            done: How many are done.
            total: Of how many, at least one.
            numbers: The same in words.
        """
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._numbers.setText(numbers)
