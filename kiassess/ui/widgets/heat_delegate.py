"""Cells of a heatmap: a shade, a text that can be read on it, and a hatching where it says less."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kiassess.marks import override

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Shades: TypeAlias = Callable[[float], tuple[QColor, QColor]]  # ground and ink of a value

RING_PX = 2
HATCHING = 0.35  # how much of the ink the lines have
TITLE_INDENT = 0.5  # of the height of a letter


class HeatDelegate(QStyledItemDelegate):
    """Draws cells by the value they stand for; nothing is told by the colour alone.

    Args:
        value_role: Role of the value that decides the shade; ``None`` leaves a cell blank.
        hatched_role: Role that says whether a cell is hatched.
        title_role: Role that says whether the row is a title above others.
        shades: The colours of a value.
        parent: The view.
    """

    def __init__(
        self,
        *,
        value_role: int,
        hatched_role: int,
        title_role: int,
        shades: Shades,
        parent: QAbstractItemView,
    ) -> None:
        super().__init__(parent)
        self._value_role = value_role
        self._hatched_role = hatched_role
        self._title_role = title_role
        self._shades = shades

    def set_shades(self, shades: Shades) -> None:
        """Use other colours."""
        self._shades = shades

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = option.palette, QRect(option.rect)
        painter.save()
        if index.data(self._title_role):
            self._paint_title(painter, option, str(index.data()))
            painter.restore()
            return
        ink = palette.color(QPalette.ColorRole.Text)
        value = index.data(self._value_role)
        if value is not None:
            ground, ink = self._shades(value)
            painter.fillRect(rect.adjusted(0, 0, -1, -1), ground)
        if index.data(self._hatched_role):
            lines = QColor(ink)
            lines.setAlphaF(HATCHING)
            painter.fillRect(rect.adjusted(0, 0, -1, -1), QBrush(lines, Qt.BrushStyle.BDiagPattern))
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_ring(painter, option)
        painter.restore()

    def _paint_title(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        rect = QRect(option.rect)
        painter.fillRect(rect, option.palette.color(QPalette.ColorRole.Window))
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        # Its state is “disabled”, because it cannot be chosen; it is to be read all the same.
        active = QPalette.ColorGroup.Active
        painter.setPen(option.palette.color(active, QPalette.ColorRole.Text))
        indent = round(TITLE_INDENT * option.fontMetrics.height())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        rect.setLeft(max(rect.left(), 0))  # in sight, however far the columns are scrolled
        painter.drawText(rect.adjusted(indent, 0, 0, 0), middle, text)

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """A frame around the current cell; a thick one while it has the focus."""
        focused = option.state & QStyle.StateFlag.State_HasFocus
        role = QPalette.ColorRole.Accent if focused else QPalette.ColorRole.Dark
        width = RING_PX if focused else 1
        ring = QRect(option.rect).adjusted(0, 0, -1, -1)
        # A light line inside keeps it visible on every shade.
        painter.setPen(option.palette.color(QPalette.ColorRole.Base))
        inner = ring.adjusted(width, width, -width, -width)
        painter.drawRect(inner)
        painter.setPen(option.palette.color(role))
        for inset in range(width):
            painter.drawRect(ring.adjusted(inset, inset, -inset, -inset))
