"""A button that looks like a link and wraps like a text."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from kiassess.marks import override

FRAME_PX = 2  # around the text, for the focus ring; neighbours line up with it
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class LinkButton(QPushButton):
    """An underlined text that leads somewhere.

    Signals:
        followed: The user wants to go there.
                  arg: Where it leads.
    """

    followed = Signal(str)

    def __init__(self, text: str, target: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self._target = target
        self._heights: dict[int, int] = {}
        self.setText(text.replace("&", "&&"))  # no letter of it is a shortcut
        self.setAccessibleName(text)
        self.setProperty("link", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

        self.clicked.connect(self._on_clicked)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # a layout asks again and again
            frame = self._frame()
            room = QRect(0, 0, max(1, width - frame.width()), 1_000_000)
            self._heights[width] = self._bounding(room).height() + frame.height()
        return self._heights[width]

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()  # another font or style needs other room
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        room = QRect(0, 0, 1_000_000, 1_000_000)
        return self._bounding(room).size() + self._frame()

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(widest + self._frame().width(), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = self._option()
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self.palette().link().color())
        QPainter.drawText(painter, self._contents(option), WRAPPED, self._words)

    @Slot()
    def _on_clicked(self) -> None:
        self.followed.emit(self._target)

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option

    def _contents(self, option: QStyleOptionButton) -> QRect:
        element = QStyle.SubElement.SE_PushButtonContents
        return self.style().subElementRect(element, option, self)

    def _frame(self) -> QSize:
        """What the style needs around the text."""
        option = self._option()
        option.rect = QRect(0, 0, 1000, 1000)
        inside = self._contents(option)
        return QSize(1000 - inside.width(), 1000 - inside.height())

    def _bounding(self, room: QRect) -> QRect:
        return self.fontMetrics().boundingRect(room, WRAPPED, self._words)
