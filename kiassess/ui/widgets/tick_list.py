"""A long list of things with ticks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kiassess.marks import override
from kiassess.ui.widgets.tick_table import TickDelegate, turn
from kiassess.ui.widgets.wide_table import WideTable

LEADING_IN_LETTERS = 34  # room for the names in the first column


class TickList(WideTable):
    """A table of many rows; the space bar sets and removes the tick of a row from every column."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(TickDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            turn(self.model(), self.currentIndex().siblingAtColumn(0))
        else:
            super().keyPressEvent(event)

    @override
    def _column_width(self, column: int) -> int:
        width = super()._column_width(column)
        if column:
            return width
        letter = self.fontMetrics().averageCharWidth()
        box = self.fontMetrics().height() + letter
        return max(width + box, LEADING_IN_LETTERS * letter)
