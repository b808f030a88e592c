"""A table that shows all its rows and leaves scrolling to the page."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kiassess.marks import override
from kiassess.ui.widgets.cell_delegate import CellDelegate

PADDING_IN_LETTERS = 4  # what a cell needs around its text, and a header for its arrow


class FullTable(QTableView):
    """A read-only table as high as its rows; Tab leaves it, a click on a header sorts it.

    Texts wrap between words and are never cut off; only where not even the longest words have
    room side by side, the table scrolls sideways. A third click on the same header brings back
    the original order.

    Signals:
        asked: The user wants to know how a row came about: a click on an underlined cell, or
            Enter in the row.
               row: Number of the row in the model that is shown.
    """

    asked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wordy: frozenset[int] = frozenset()
        self._asking: frozenset[int] = frozenset()
        self._order = QSortFilterProxyModel(self)
        self._order.setSortLocaleAware(True)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setModel(self._order)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorClearable(True)
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

        self.clicked.connect(self._on_clicked)
        self._order.modelReset.connect(self._fit)
        self._order.layoutChanged.connect(self._fit)

    def show_model(
        self, model: QAbstractItemModel, *, sort_role: int, wordy: frozenset[int]
    ) -> None:
        """Show a model.

        Args:
            model: What to show.
            sort_role: Role of the raw values.
            wordy: The columns that may wrap and share the room that is left over.
        """
        self._wordy = wordy
        self._order.setSortRole(sort_role)
        if self._order.sourceModel() is not model:
            self._order.setSourceModel(model)
        self._fit()

    def set_asking(self, columns: frozenset[int]) -> None:
        """Announce a click in these columns, and Enter in any row; none turns it off."""
        self._asking = columns

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._asking:
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() in self._asking:
            self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.asked.emit(self._order.mapToSource(index).row())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    @Slot()
    def _fit(self) -> None:
        """Share out the width, then be as high as all rows."""
        for column, width in enumerate(self._widths()):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        header = self.horizontalHeader()
        height = header.sizeHint().height() + self.verticalHeader().length()
        overflows = header.length() > self.viewport().width()
        if overflows:
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self._shown_height(height + 2 * self.frameWidth()))
        if not overflows and self.horizontalScrollBar().maximum():
            self.updateGeometries()  # the bar is of the widths before, and would cover a row

    def _shown_height(self, height: int) -> int:
        """How high the table is where all its rows need this height."""
        return height

    def _widths(self) -> list[int]:
        columns = range(self._order.columnCount())
        wished = [self._text_width(column, whole=True) for column in columns]
        widths = [self._text_width(column, whole=column not in self._wordy) for column in columns]
        left = self.viewport().width() - sum(widths)
        wordy = self._wordy & set(columns)  # another model may just have fewer columns
        for column in sorted(wordy):
            more = max(0, min(left, wished[column] - widths[column]))
            widths[column] += more
            left -= more
        if widths and left > 0:
            widths[max(wordy, default=0)] += left
        return widths

    def _text_width(self, column: int, *, whole: bool) -> int:
        """The width of the longest text of a column, or of its longest word."""
        bold = QFont(self.font())
        bold.setBold(True)
        title = str(self._order.headerData(column, Qt.Orientation.Horizontal))
        cells = [
            str(self._order.index(row, column).data()) for row in range(self._order.rowCount())
        ]
        if not whole:
            cells = [word for cell in cells for word in cell.split()]
        metrics, bold_metrics = self.fontMetrics(), QFontMetrics(bold)
        widest = max(
            (
                *(bold_metrics.horizontalAdvance(line) for line in title.splitlines()),
                *(metrics.horizontalAdvance(text) for text in cells),
                0,
            )
        )
        return widest + PADDING_IN_LETTERS * metrics.averageCharWidth()
