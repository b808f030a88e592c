"""A part of a page that unfolds."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget


class Fold(QWidget):
    """A button with an arrow, and what it shows and hides.

    Signals:
        unfolded: The content is about to be seen.
    """

    unfolded = Signal()

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._button = QToolButton(self)
        self._button.setObjectName("fold")
        self._button.setProperty("fold", "true")
        self._button.setText(title)
        self._button.setCheckable(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setArrowType(Qt.ArrowType.RightArrow)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)
        layout.addWidget(content)
        content.setVisible(False)

        self._button.toggled.connect(self._on_toggled)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._button.setText(title)

    @property
    def is_unfolded(self) -> bool:
        """Whether the content is shown."""
        return self._button.isChecked()

    def unfold(self) -> None:
        """Show the content."""
        self._button.setChecked(True)

    def set_unfolded(self, *, unfolded: bool) -> None:
        """Show or hide the content."""
        self._button.setChecked(unfolded)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        if shown:
            self.unfolded.emit()
        self._content.setVisible(shown)
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self._button.setArrowType(arrow)
