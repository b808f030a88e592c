"""A table of which whole rows are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kiassess.marks import override

FOCUS_PX, CHOSEN_PX = 2, 4
PADDING_IN_LETTERS = 5  # what a cell needs around its text, and a header for its arrow
ROWS_MEASURED = 200  # of those it shows; measuring all of many takes long


class RecordTable(QTableView):
    """A read-only table; its columns are as wide as their texts, and the first takes the rest.

    Samples say how wide a column is at least, so that widths stay calm.

    Signals:
        row_opened: A row was double-clicked, or Enter was pressed in it.
                    index: The current ``QModelIndex``.
        row_deleted: The delete key was pressed.
                     index: The current ``QModelIndex``.
        row_chosen: Another row is current, or none.
    """

    row_opened = Signal(QModelIndex)
    row_deleted = Signal(QModelIndex)
    row_chosen = Signal()

    def __init__(self, samples: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = samples
        self._first_width = 0
        self._room = 0  # for all columns together
        self._port = QWidget(self)
        self.setViewport(self._port)
        self.setProperty("rows", "true")  # the focus belongs to a whole row
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leads on to the buttons
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

        self.doubleClicked.connect(self.row_opened)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        if model is not None:
            model.modelReset.connect(self._fit)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.row_opened.emit(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.row_deleted.emit(index)
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark the chosen row with a bar at its left, and the focus around the whole row."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if row < 0 or not self.selectionModel().isRowSelected(row):
            return
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        width = min(self.horizontalHeader().length(), self._port.width())
        painter = QPainter(self._port)
        # In lines: to fill, Python would have to know brushes, gradients and their 169 names.
        painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
        for x in range(CHOSEN_PX):
            painter.drawLine(x, top, x, top + height - 1)
        if self.hasFocus():
            for inset in range(FOCUS_PX):
                wide, high = width - 1 - 2 * inset, height - 1 - 2 * inset
                painter.drawRect(inset, top + inset, wide, high)
        painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._port.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._port.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = event.size().width()
        self._stretch_first()

    @Slot()
    def _on_current_row_changed(self) -> None:
        self.row_chosen.emit()

    @Slot()
    def _fit(self) -> None:
        if self.model() is None:
            return
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height())
        self._first_width = self._width(0)
        for column in range(1, self.model().columnCount()):
            self.setColumnWidth(column, self._width(column))
        self._stretch_first()

    def _stretch_first(self) -> None:
        if self.model() is None:
            return
        others = sum(self.columnWidth(c) for c in range(1, self.model().columnCount()))
        self.setColumnWidth(0, max(self._first_width, self._room - others))

    def _width(self, column: int) -> int:
        model, metrics = self.model(), self.fontMetrics()
        rows = range(min(model.rowCount(), ROWS_MEASURED))
        texts = [str(model.index(row, column).data()) for row in rows]
        texts += [self._samples[column], str(model.headerData(column, Qt.Orientation.Horizontal))]
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        return widest + PADDING_IN_LETTERS * metrics.averageCharWidth()
