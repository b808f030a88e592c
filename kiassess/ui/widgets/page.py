"""The frame of a page: a scrolled column that is never cut off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Page(QScrollArea):
    """A vertically scrolled column; wide enough texts wrap instead of scrolling sideways.

    Attributes:
        column: The layout to fill.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = self.fontMetrics().height() // 4
        content = QWidget(self)
        content.setObjectName("page")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(8 * unit, 7 * unit, 8 * unit, 6 * unit)
        self.column.setSpacing(3 * unit)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
