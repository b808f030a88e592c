"""Rows as high as their wrapped texts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from kiassess.marks import override

PADDING_IN_LETTERS = 3  # what borders and gaps take from the width of a row


class WrappingDelegate(QStyledItemDelegate):
    """Gives every row of a list view the height its text needs.

    With a style sheet Qt forgets the borders of a row when it wraps the text, and cuts it off.
    """

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = self.parent()
        if not isinstance(view, QListView):
            return super().sizeHint(option, index)
        self.initStyleOption(option, index)
        metrics = QFontMetrics(option.font)
        icon = view.iconSize()
        has_icon = index.data(Qt.ItemDataRole.DecorationRole) is not None
        width = view.viewport().width()
        room = width - PADDING_IN_LETTERS * metrics.averageCharWidth()
        room -= icon.width() + metrics.averageCharWidth() if has_icon else 0
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        rect = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, text)
        return QSize(width, max(icon.height(), rect.height()) + metrics.height() // 2)
