"""Rows of a table as high as their wrapped texts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kiassess.marks import override

PADDING_IN_LETTERS = 3  # what borders and gaps take from the width of a cell


class CellDelegate(QStyledItemDelegate):
    """Gives every cell of a table the height its text needs.

    With a style sheet Qt measures a text as if it had the whole width of the cell, but draws it
    between borders: a text that is only just too long for that was cut off.
    """

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        view = self.parent()
        if not isinstance(view, QTableView):
            return hint
        self.initStyleOption(option, index)
        metrics = QFontMetrics(option.font)
        room = view.columnWidth(index.column()) - PADDING_IN_LETTERS * metrics.averageCharWidth()
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        wrapped = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, text)
        return QSize(hint.width(), max(hint.height(), wrapped.height() + metrics.height()))
