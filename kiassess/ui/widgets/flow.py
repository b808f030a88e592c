"""A row that becomes several where it is too narrow."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from kiassess.marks import override


class FlowLayout(QLayout):
    """Places widgets one after another and begins a new row where the width ends.

    Buttons keep their full labels at every text size this way.

    Args:
        alignment: Where widgets of different heights stand in their row: ``AlignTop``,
            ``AlignVCenter`` or ``AlignBottom``.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> None:
        super().__init__(parent)
        self._in_row = alignment
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items, or only work out how high that would be."""
        x, y, row_height = rect.x(), rect.y(), 0
        row: list[tuple[QLayoutItem, int]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                if move:
                    self._place(row, y, row_height)
                x, y, row_height, row = rect.x(), y + row_height + self.spacing(), 0, []
            row.append((item, x))
            x += size.width() + self.spacing()
            row_height = max(row_height, size.height())
        if move:
            self._place(row, y, row_height)
        return y + row_height - rect.y()

    def _place(self, row: list[tuple[QLayoutItem, int]], top: int, height: int) -> None:
        for item, x in row:
            size = item.sizeHint()
            free = height - size.height()
            if self._in_row == Qt.AlignmentFlag.AlignBottom:
                below = free
            else:
                below = free // 2 if self._in_row == Qt.AlignmentFlag.AlignVCenter else 0
            item.setGeometry(QRect(QPoint(x, top + below), size))
