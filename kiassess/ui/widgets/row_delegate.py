"""Cells of a table of which whole rows are chosen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kiassess.marks import override

FOCUS_PX, CHOSEN_PX = 2, 4


class RowDelegate(QStyledItemDelegate):
    """Marks the current row with a bar at its left, and the focus around the whole row.

    The style sheet takes away the frame around the single cell that has the focus.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if index.row() != self._table.currentIndex().row():
            return
        colour = option.palette.color(QPalette.ColorRole.Accent)
        for edge in self._edges(option.rect, index):
            painter.fillRect(edge, colour)

    def _edges(self, cell: QRect, index: QModelIndex | QPersistentModelIndex) -> list[QRect]:
        edges = []
        if index.column() == 0:
            edges.append(QRect(cell.left(), cell.top(), CHOSEN_PX, cell.height()))
        if self._table.hasFocus():
            edges.append(QRect(cell.left(), cell.top(), cell.width(), FOCUS_PX))
            edges.append(QRect(cell.left(), cell.bottom() + 1 - FOCUS_PX, cell.width(), FOCUS_PX))
            if index.column() == index.model().columnCount() - 1:
                edges.append(
                    QRect(cell.right() + 1 - FOCUS_PX, cell.top(), FOCUS_PX, cell.height())
                )
        return edges
