"""A list of results below a search field."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from kiassess.marks import override

ROWS_IN_SIGHT = 4


class ResultList(QListView):
    """A list from which one result is taken, by a click or with Enter.

    Signals:
        taken: A result was taken.
               index: Its ``QModelIndex``.
        left: The arrow up was pressed in the first row.
    """

    taken = Signal(QModelIndex)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.taken)

    @override
    def sizeHint(self) -> QSize:
        row = max(self.sizeHintForRow(0), 2 * self.fontMetrics().height() - 2)
        return QSize(super().sizeHint().width(), ROWS_IN_SIGHT * row + 2 * self.frameWidth())

    @Slot()
    def enter(self) -> None:
        """Take the focus, if there is anything to choose from."""
        if self.model().rowCount() and self.isVisible():
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self.model().index(0, 0))
            self.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.taken.emit(index)
        elif event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)
