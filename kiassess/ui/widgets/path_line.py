"""A quiet line that names a file, to be read or copied."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiassess.ui.widgets.labels import Label


class PathLine(QWidget):
    """A sentence and a path below it; a long path can be scrolled and copied."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Label(sentence, "muted", parent=self)
        self._path = QLineEdit(self)
        self._path.setObjectName("path")
        self._path.setReadOnly(True)
        self._path.setAccessibleName(sentence)
        self._path.setProperty("quiet", "true")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sentence)
        layout.addWidget(self._path)

    def show_path(self, path: str) -> None:
        """Show this path, from its beginning."""
        self._path.setText(path)
        self._path.setCursorPosition(0)
