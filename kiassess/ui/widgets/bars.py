"""A few counts as small bars, one below the other, each with its words and its number."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiassess.marks import override

SHARE = 0.62  # of a row is bar, the rest is gap
ROUND_PX = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """One row.

    Attributes:
        words: What is counted.
        count: 0 or more.
    """

    words: str
    count: int


class Bars(QWidget):
    """Bars from 0 to the largest count; what they show is said in words as well."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar], spoken: str) -> None:
        """Show other counts.

        Args:
            bars: From above to below.
            spoken: The same in words, for those who cannot see it.
        """
        self._bars = tuple(bars)
        self.setAccessibleDescription(spoken)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = 2 * self._words_width()
        return QSize(width, len(self._bars) * self._row_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        left, height = self._words_width(), self._row_height()
        number = self.fontMetrics().horizontalAdvance("00")
        room = max(0, self.width() - left - 2 * number)
        most = max((bar.count for bar in self._bars), default=0)
        for row, bar in enumerate(self._bars):
            line = QRect(0, row * height, self.width(), height)
            painter.setPen(colours.color(QPalette.ColorRole.WindowText))
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(line, middle, bar.words)
            length = room * bar.count / most if most else 0
            thick = height * SHARE
            drawn = QRectF(left, line.top() + (height - thick) / 2, length, thick)
            if bar.count:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.color(QPalette.ColorRole.Accent))
                painter.drawRoundedRect(drawn, ROUND_PX, ROUND_PX)
            painter.setPen(colours.color(QPalette.ColorRole.WindowText))
            line.setLeft(round(left + length + number / 2))
            painter.drawText(line, middle, str(bar.count))
        painter.end()

    def _row_height(self) -> int:
        return round(1.3 * self.fontMetrics().height())

    def _words_width(self) -> int:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(bar.words) for bar in self._bars), default=0)
        return widest + 2 * metrics.averageCharWidth()
