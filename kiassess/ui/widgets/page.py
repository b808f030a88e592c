"""The frame of a page: a scrolled column that is never cut off."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kiassess.marks import override


class Page(QScrollArea):
    """A vertically scrolled column; wide enough texts wrap instead of scrolling sideways.

    Attributes:
        column: The layout to fill.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = self.fontMetrics().height() // 4
        content = _Content(self)
        content.setObjectName("page")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(8 * unit, 7 * unit, 8 * unit, 6 * unit)
        self.column.setSpacing(3 * unit)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)


class _Content(QWidget):
    """As high as its texts at the width they have, not at the narrowest they could have."""

    @override
    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            size.setHeight(0)  # the scroll area asks for the height at its own width
        return size
