"""Cells of a table of which whole rows are chosen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kiassess.marks import override

FOCUS_PX, CHOSEN_PX = 2, 4


class RowDelegate(QStyledItemDelegate):
    """Marks the chosen row with a bar at its left, and the focus around the whole row."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and option.widget is not None and option.widget.hasFocus()
        option.state &= ~QStyle.StateFlag.State_HasFocus  # would frame a single cell
        super().paint(painter, option, index)
        colour = option.palette.color(QPalette.ColorRole.Accent)
        for edge in self._edges(option.rect, index, chosen=chosen, focused=focused):
            painter.fillRect(edge, colour)

    def _edges(
        self,
        cell: QRect,
        index: QModelIndex | QPersistentModelIndex,
        *,
        chosen: bool,
        focused: bool,
    ) -> list[QRect]:
        edges = []
        if chosen and index.column() == 0:
            edges.append(QRect(cell.left(), cell.top(), CHOSEN_PX, cell.height()))
        if focused:
            edges.append(QRect(cell.left(), cell.top(), cell.width(), FOCUS_PX))
            edges.append(QRect(cell.left(), cell.bottom() + 1 - FOCUS_PX, cell.width(), FOCUS_PX))
            if index.column() == index.model().columnCount() - 1:
                edges.append(
                    QRect(cell.right() + 1 - FOCUS_PX, cell.top(), FOCUS_PX, cell.height())
                )
        return edges
