"""A table of many rows and columns that scrolls itself; the names of its rows stay in sight."""

import re

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kiassess.marks import override

BREAKS = re.compile(r"\s+|(?<=[/\u2010-])")  # where a heading may be broken
ROWS_MEASURED = 60  # from the first on; measuring all of many takes long
PADDING_IN_LETTERS, HEAD_PADDING = 4, 7  # around the text of a cell, and of the name of a row
NAMES_IN_LETTERS, NAMES_SHARE = 40, 0.36  # the widest the names of the rows get
ROW, NARROW_ROW = 1.9, 1.35  # height of rows in heights of letters
HEAD_LINES = 6  # a heading has at most
ROWS_IN_SIGHT = 7


class WideTable(QTableView):
    """A read-only table; its rows are named at the left, its headings wrap.

    All rows are as high as each other, and only those in sight are asked for their content.

    Signals:
        cell_chosen: Another cell is current, or none.
        cell_opened: A cell was double-clicked, or Enter was pressed in it.
    """

    cell_chosen = Signal()
    cell_opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unset = True  # no model yet
        self._narrow = False
        self._whole = True
        self.setAccessibleName(name)
        self.setProperty("wide", "true")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setSectionsClickable(False)
        rows.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionsClickable(True)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(
            Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        )

        self.doubleClicked.connect(self._on_double_clicked)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._unset = model is None
        if model is not None:
            model.modelReset.connect(self.fit)
            self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Make rows less high, so that more of them are in sight."""
        self._narrow = narrow
        self.fit()

    def set_even(self, *, even: bool) -> None:
        """Make all columns as wide as the widest needs to be, as in a heatmap."""
        self._whole = not even
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Take the widths and heights the texts need."""
        model = self.model()
        if self._unset:
            return
        height = self.fontMetrics().height()
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(round(height * (NARROW_ROW if self._narrow else ROW)))
        rows.setFixedWidth(self._names_width())
        widths = [self._column_width(column) for column in range(model.columnCount())]
        if not self._whole and widths:
            room = max(0, self.width() - rows.width() - 2 * height)
            most = max(widths)
            if most * len(widths) <= room:
                widths = [min(room // len(widths), 2 * most)] * len(widths)
            else:
                more = max(0, room - sum(widths)) // len(widths)
                widths = [width + more for width in widths]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setFixedHeight(self._head_height(widths))
        self.setMinimumHeight(self.minimumSizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        rows = ROWS_IN_SIGHT * self.verticalHeader().defaultSectionSize()
        height = self.horizontalHeader().height() + rows + 2 * self.frameWidth()
        return QSize(20 * self.fontMetrics().averageCharWidth(), height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.cell_opened.emit()
            return  # never the default button of a dialog
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @Slot()
    def _on_current_changed(self) -> None:
        self.cell_chosen.emit()

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.cell_opened.emit()

    def _names_width(self) -> int:
        model = self.model()
        rows = range(min(model.rowCount(), ROWS_MEASURED))
        names = [str(model.headerData(row, Qt.Orientation.Vertical) or "") for row in rows]
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        letter = metrics.averageCharWidth()
        most = min(NAMES_IN_LETTERS * letter, round(NAMES_SHARE * self.width()))
        return min(widest + HEAD_PADDING * letter, max(most, 8 * letter)) if names else 0

    def _column_width(self, column: int) -> int:
        model, metrics = self.model(), self.fontMetrics()
        rows = range(min(model.rowCount(), ROWS_MEASURED))
        cells = [str(model.index(row, column).data() or "") for row in rows]
        if self._whole is False:
            cells = []
        widest = max((metrics.horizontalAdvance(cell) for cell in cells), default=0)
        bold = self._bold()
        words = (bold.horizontalAdvance(word) for word in BREAKS.split(self._heading(column)))
        needed = max(widest, *words, 0) + PADDING_IN_LETTERS * metrics.averageCharWidth()
        return max(needed, self._least_width(column))

    def _least_width(self, column: int) -> int:
        """So wide that the heading has no more lines than it may."""
        bold, text = self._bold(), self._heading(column)
        letter = bold.averageCharWidth()
        return bold.horizontalAdvance(text) // (HEAD_LINES - 1) + PADDING_IN_LETTERS * letter

    def _head_height(self, widths: list[int]) -> int:
        bold = self._bold()
        padding = PADDING_IN_LETTERS * bold.averageCharWidth()
        lines = [
            bold.boundingRect(
                QRect(0, 0, max(1, width - padding), 10_000),
                Qt.TextFlag.TextWordWrap,
                self._heading(column),
            ).height()
            for column, width in enumerate(widths)
        ]
        return max(lines, default=0) + bold.height()

    def _heading(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def _bold(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setBold(True)
        return QFontMetrics(font)
