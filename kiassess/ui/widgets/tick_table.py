"""A table with one column of ticks."""

from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

from kiassess.marks import override
from kiassess.ui.widgets.cell_delegate import PADDING_IN_LETTERS, CellDelegate
from kiassess.ui.widgets.full_table import FullTable

Index: TypeAlias = QModelIndex | QPersistentModelIndex

LINES_SHOWN = 13  # of text, before it scrolls
CHECK = Qt.ItemDataRole.CheckStateRole


class TickTable(FullTable):
    """Scrolls when it has many rows, so that what stands below it stays near.

    The space bar sets and removes the tick of a row from every column; Enter does nothing, so
    that it never means the default button of the dialog.

    Signals:
        row_chosen: Another row is current, or none.
    """

    row_chosen = Signal()

    def __init__(self, name: str, tick_column: int, parent: QWidget | None = None) -> None:
        self._tick_column = tick_column
        super().__init__(name, parent)
        self.setItemDelegate(TickDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(TickTable.ScrollMode.ScrollPerPixel)

        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.model().dataChanged.connect(self._fit)  # a tick may change the words beside it

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Space:
                turn(self.model(), self.currentIndex().siblingAtColumn(self._tick_column))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                event.accept()
            case _:
                super().keyPressEvent(event)

    @Slot()
    def _on_current_row_changed(self) -> None:
        self.row_chosen.emit()

    @override
    def setFixedHeight(self, height: int) -> None:
        most = self.horizontalHeader().sizeHint().height()
        most += LINES_SHOWN * self.fontMetrics().lineSpacing()
        super().setFixedHeight(min(height, most))

    @override
    def _text_width(self, column: int, *, whole: bool) -> int:
        """The same, but a text beside a box needs room for both."""
        width = super()._text_width(column, whole=whole)
        if column != self._tick_column:
            return width
        model, metrics = self.model(), self.fontMetrics()
        cells = [str(model.index(row, column).data()) for row in range(model.rowCount())]
        if not whole:
            cells = [word for cell in cells for word in cell.split()]
        widest = max((metrics.horizontalAdvance(text) for text in cells), default=0)
        padding = PADDING_IN_LETTERS * metrics.averageCharWidth()
        return max(width, widest + _room_of_box(metrics) + padding)


class TickDelegate(CellDelegate):
    """Draws a box as high as the text, in the colours of the theme; Qt's own stays small."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._boxes: dict[tuple[object, ...], QIcon] = {}  # drawn for every cell otherwise

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        feature = QStyleOptionViewItem.ViewItemFeature
        if _may_be_ticked(index):
            side = _side_of_box(option.fontMetrics)
            scale = option.widget.devicePixelRatio()
            look = side, scale, option.palette.cacheKey(), _is_ticked(index)
            if look not in self._boxes:
                self._boxes[look] = _box(side, option.palette, scale, ticked=_is_ticked(index))
            option.icon = self._boxes[look]
            option.decorationSize = QSize(side, side)
            option.features &= ~feature.HasCheckIndicator
            option.features |= feature.HasDecoration

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint, view = super().sizeHint(option, index), self.parent()
        if not _may_be_ticked(index) or not isinstance(view, TickTable):
            return hint
        metrics = QFontMetrics(option.font)
        room = view.columnWidth(index.column()) - PADDING_IN_LETTERS * metrics.averageCharWidth()
        room -= _room_of_box(metrics)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        wrapped = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, text)
        return QSize(hint.width(), max(hint.height(), wrapped.height() + metrics.height()))

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Let a click on the box or its words turn the tick."""
        if not isinstance(event, QMouseEvent) or not _may_be_ticked(index):
            return False
        if event.type() != QEvent.Type.MouseButtonRelease:
            return False
        metrics = option.fontMetrics
        words = metrics.horizontalAdvance(str(index.data(Qt.ItemDataRole.DisplayRole)))
        hot = QRect(option.rect)
        padding = PADDING_IN_LETTERS * metrics.averageCharWidth()
        hot.setWidth(min(hot.width(), _room_of_box(metrics) + words + padding))
        if event.button() is Qt.MouseButton.LeftButton and hot.contains(event.position().toPoint()):
            turn(model, index)
            return True
        return False


def _may_be_ticked(index: Index) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)


def _is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(CHECK)) is Qt.CheckState.Checked


def turn(model: QAbstractItemModel, index: Index) -> None:
    """Set a tick, or remove it; where there can be none nothing happens."""
    if _may_be_ticked(index):
        ticked = _is_ticked(index)
        model.setData(index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, CHECK)


def _side_of_box(metrics: QFontMetrics) -> int:
    return metrics.height()


def _room_of_box(metrics: QFontMetrics) -> int:
    """The width of the box with the gap beside it."""
    return _side_of_box(metrics) + metrics.averageCharWidth()


def _box(side: int, palette: QPalette, scale: float, *, ticked: bool) -> QIcon:
    """A box, empty or with a tick."""
    pixmap = QPixmap(QSize(side, side) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    role = QPalette.ColorRole.Accent if ticked else QPalette.ColorRole.Dark
    colour, width = palette.color(role), max(1, side // 10)
    painter.setPen(QPen(colour, width))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    rim = width / 2
    painter.drawRoundedRect(QRectF(0, 0, side, side).adjusted(rim, rim, -rim, -rim), rim, rim)
    if ticked:
        painter.setPen(QPen(colour, 1.5 * width))
        corners = ((0.25, 0.52), (0.43, 0.7), (0.76, 0.3))
        painter.drawPolyline([QPoint(round(x * side), round(y * side)) for x, y in corners])
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt tints it
    return icon
