"""A drawn picture that stays crisp, can be reached by keyboard and says what it shows."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiassess.marks import override

RENDER_PAUSE_MS = 120
RING_PX = 2  # of the focus, drawn over the quiet edge of the picture
RING_RADIUS_PX = 4
EXPECTED_LINES = 20  # height in lines of text before the first picture has come


class ChartView(QLabel):
    """Shows a picture that somebody else draws, as wide as the widget.

    The picture says how high the widget is. Until a new one arrives the old one stays, scaled.
    Copying it works from the keyboard and from the context menu.

    A ``QLabel`` with a pixmap is what assistive technology calls a graphic; there always is one,
    if only an empty one.

    Signals:
        render_requested: A picture of ``width_px`` at ``devicePixelRatioF`` is needed. Changes in
            quick succession ask once.
    """

    render_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting_text = ""
        self._wanted: tuple[int, float] | None = None
        self._empty = QPixmap(1, 1)
        self._empty.fill(Qt.GlobalColor.transparent)
        self._drawn = False
        self._pause = QTimer(self, singleShot=True, interval=RENDER_PAUSE_MS)
        self._copy = QAction(self.tr("Copy picture"), self)
        self._copy.setObjectName("copy")
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(self._copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clear_picture()

        self._copy.triggered.connect(self.copy_picture)
        self._pause.timeout.connect(self._on_pause_over)

    @property
    def width_px(self) -> int:
        """The width a picture should have, in the units of the window."""
        return max(1, self.width())

    @property
    def has_picture(self) -> bool:
        """Whether a picture has arrived."""
        return self._drawn

    @property
    def is_asking(self) -> bool:
        """Whether it is about to ask for a picture."""
        return self._pause.isActive()

    def set_description(self, name: str, text: str) -> None:
        """Say to assistive technology what the picture is and what it shows."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)

    def set_waiting_text(self, text: str) -> None:
        """What stands here until the first picture arrives."""
        self._waiting_text = text

    def show_picture(self, image: QImage) -> None:
        """Show a picture; its device pixel ratio says how large it is."""
        self._drawn = True
        self._copy.setEnabled(True)
        self.setPixmap(QPixmap.fromImage(image))
        self.updateGeometry()

    def clear_picture(self) -> None:
        """Show no picture, because the one there was shows something else."""
        self._drawn = False
        self._copy.setEnabled(False)
        self.setPixmap(self._empty)

    @Slot()
    def request(self) -> None:
        """Ask for a new picture soon; while hidden, as soon as it is shown."""
        self._wanted = None
        if self.isVisible():
            self._pause.start()

    @Slot()
    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        if self._drawn:
            QGuiApplication.clipboard().setImage(self.pixmap().toImage())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 40, self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self._height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_if_needed()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask_if_needed()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ask_if_needed()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._drawn:
            self._paint_picture(painter)
        else:
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._waiting_text)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().highlight(), RING_PX))
            inset = RING_PX / 2
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, RING_RADIUS_PX, RING_RADIUS_PX)

    def _paint_picture(self, painter: QPainter) -> None:
        picture = self.pixmap()
        size = picture.deviceIndependentSize()
        if round(size.width()) == self.width_px:
            painter.drawPixmap(QPointF(), picture)
            return
        room = QRectF(self.rect())
        scaled = QRectF(QPointF(), size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        scaled.moveCenter(room.center())
        painter.drawPixmap(scaled, picture, QRectF(picture.rect()))

    def _height(self) -> int:
        if self._drawn:
            return round(self.pixmap().deviceIndependentSize().height())
        return self.fontMetrics().lineSpacing() * EXPECTED_LINES

    def _ask_if_needed(self) -> None:
        if self.isVisible() and self._wanted != (self.width_px, self.devicePixelRatioF()):
            self._pause.start()

    @Slot()
    def _on_pause_over(self) -> None:
        self._wanted = self.width_px, self.devicePixelRatioF()
        self.render_requested.emit()
