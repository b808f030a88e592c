"""A row of a list that unfolds; its head wraps, and what belongs to it is made when it is seen."""

from PySide6.QtCore import QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QVBoxLayout, QWidget

from kiassess.marks import override
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.link_button import FRAME_PX, WRAPPED, LinkButton
from kiassess.ui.widgets.tab_order import follow_layout


class FoldRow(QWidget):
    """A head with an arrow and a quiet line below it, and what they show and hide.

    Attributes:
        head: The button; Enter and the space bar press it.

    Signals:
        unfolded: The content is about to be seen; without any, this is the moment to give it.
                  arg: Its key.
        turned: It was unfolded or folded up.
    """

    unfolded = Signal(str)
    turned = Signal()

    def __init__(self, title: str, facts: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._content: QWidget | None = None
        self.head = _Head(title, self)
        self.head.setAccessibleDescription(facts)
        words = Label(facts, "muted", parent=self)
        words.setContentsMargins(self.head.indent + FRAME_PX, 0, 0, 0)

        unit = self.fontMetrics().height() // 4
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(unit // 2)
        self._layout.addWidget(self.head)
        self._layout.addWidget(words)

        self.head.toggled.connect(self._on_toggled)

    @property
    def is_unfolded(self) -> bool:
        """Whether the content is shown."""
        return self.head.isChecked()

    @property
    def has_content(self) -> bool:
        """Whether the content has been made."""
        return self._content is not None

    def set_content(self, content: QWidget) -> None:
        """Give what is shown when the row is unfolded."""
        self._content = content
        content.setContentsMargins(self.head.indent + FRAME_PX, 0, 0, 0)
        content.setVisible(self.is_unfolded)
        self._layout.addWidget(content)
        follow_layout(self)

    def unfold(self) -> None:
        """Show the content."""
        self.head.setChecked(True)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        if shown:
            self.unfolded.emit(self._key)
        if self._content is not None:
            self._content.setVisible(shown)
        self.turned.emit()


class _Head(LinkButton):
    """A bold text that wraps, after an arrow that says whether more is shown."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent=parent)
        self.setCheckable(True)
        font = self.font()
        font.setBold(True)
        self.setFont(font)

    @property
    def indent(self) -> int:
        """How far the text stands from the edge, in pixels of the window."""
        return self.fontMetrics().height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = self._option()
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setPen(self.palette().windowText().color())
        QPainter.drawText(painter, self._contents(option), WRAPPED, self._words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().link())
        painter.drawPolygon(self._arrow())

    @override
    def _contents(self, option: QStyleOptionButton) -> QRect:
        return super()._contents(option).adjusted(self.indent, 0, 0, 0)

    def _arrow(self) -> QPolygonF:
        """A triangle beside the first line: to the right, or down where more is shown."""
        side = self.indent / 2
        left, top = FRAME_PX + side / 4, FRAME_PX + side / 2
        if self.isChecked():
            corners = ((0.0, 0.25), (1.0, 0.25), (0.5, 0.85))
        else:
            corners = ((0.2, 0.0), (0.8, 0.5), (0.2, 1.0))
        return QPolygonF([QPointF(left + x * side, top + y * side) for x, y in corners])
