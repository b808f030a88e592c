"""A table of which one row is picked."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiassess.marks import override
from kiassess.ui.widgets.full_table import FullTable

LINES_SHOWN = 13  # of text, before it scrolls


class PickTable(FullTable):
    """A read-only table as high as its rows, up to a height from which on it scrolls itself.

    Enter never reaches the default button of the dialog.

    Signals:
        row_picked: Another row is current, or none.
        row_opened: A row was double-clicked, or Enter was pressed in it.
    """

    row_picked = Signal()
    row_opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(PickTable.ScrollMode.ScrollPerPixel)

        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.model().dataChanged.connect(self._fit)

    def picked_row(self) -> int | None:
        """The number of the current row in the model that is shown; ``None`` if there is none."""
        index = self._order.mapToSource(self.currentIndex())
        return index.row() if index.isValid() else None

    def pick_row(self, row: int) -> None:
        """Make a row of the model the current one."""
        self.setCurrentIndex(self._order.mapFromSource(self._order.sourceModel().index(row, 0)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.currentIndex().isValid():
            self.row_opened.emit()

    @Slot()
    def _on_current_row_changed(self) -> None:
        self.row_picked.emit()

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.row_opened.emit()

    @override
    def _shown_height(self, height: int) -> int:
        most = self.horizontalHeader().sizeHint().height()
        most += LINES_SHOWN * self.fontMetrics().lineSpacing()
        return min(height, most)
