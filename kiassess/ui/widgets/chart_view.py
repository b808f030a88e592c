"""A drawn picture that stays crisp, can be reached by keyboard and says what it shows."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTemporaryDir,
    QTimer,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QDrag,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiassess.marks import override
from kiassess.ui.widgets.speech import announce

RENDER_PAUSE_MS = 120
RING_PX = 2  # of the focus, drawn over the quiet edge of the picture
RING_RADIUS_PX = 4
THUMBNAIL_PX = 200  # what hangs at the pointer while it is dragged
EXPECTED_LINES = 20  # height in lines of text before the first picture has come


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a picture that can be asked about.

    Attributes:
        id: What is said when it is asked about.
        name: As it is read aloud.
        top: Upper edge as a share of the height, 0.0–1.0.
        bottom: Lower edge as a share of the height.
    """

    id: str
    name: str
    top: float
    bottom: float


class ChartView(QLabel):
    """Shows a picture that somebody else draws, as wide as the widget.

    The picture says how high the widget is. Until a new one arrives the old one stays, scaled.
    Copying it works from the keyboard and from the context menu, and it can be dragged out of
    the window: into a text as a picture, onto a folder as a file.

    A ``QLabel`` with a pixmap is what assistive technology calls a graphic; there always is one,
    if only an empty one.

    Parts of it can be asked about: by a click, or with the arrow keys and Enter.

    Signals:
        render_requested: A picture of ``width_px`` at ``devicePixelRatioF`` is needed. Changes in
            quick succession ask once.
        asked: The user wants to know more of a part.
               arg: ``Region.id``.
    """

    render_requested = Signal()
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting_text = ""
        self._wanted: tuple[int, float] | None = None
        self._empty = QPixmap(1, 1)
        self._empty.fill(Qt.GlobalColor.transparent)
        self._drawn = False
        self._file_name = "chart.png"
        self._regions: tuple[Region, ...] = ()
        self._region: int | None = None
        self._pressed: QPoint | None = None
        self._files: QTemporaryDir | None = None
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

    def set_file_name(self, name: str) -> None:
        """What the picture is called when it is dragged onto a folder; ends with ``.png``."""
        self._file_name = name

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
            self._wait()

    @Slot()
    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        if self._drawn:
            QGuiApplication.clipboard().setImage(self.pixmap().toImage())

    def set_regions(self, regions: tuple[Region, ...]) -> None:
        """Say which parts of the picture can be asked about; they lie one below the other."""
        self._regions = regions
        if self._region is not None and self._region >= len(regions):
            self._region = None
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if self._regions and event.key() in steps:
            last = len(self._regions) - 1
            first = 0 if event.key() == Qt.Key.Key_Down else last
            at = first if self._region is None else self._region + steps[Qt.Key(event.key())]
            self._region = min(max(at, 0), last)
            announce(self, self._regions[self._region].name)
            self.update()
        elif self._region is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.asked.emit(self._regions[self._region].id)
        else:
            super().keyPressEvent(event)

    def _region_at(self, y: float) -> int | None:
        share = y / max(1, self.height())
        inside = (n for n, r in enumerate(self._regions) if r.top <= share < r.bottom)
        return next(inside, None)

    def mime_data(self) -> QMimeData:
        """The picture as others take it: as an image, and as a file of that name."""
        data = QMimeData()
        image = self.pixmap().toImage()
        data.setImageData(image)
        if self._files is None:
            self._files = QTemporaryDir()
        file = self._files.filePath(self._file_name)
        if self._files.isValid() and image.save(file):
            data.setUrls([QUrl.fromLocalFile(file)])
        return data

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._drawn:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        region = self._region_at(event.position().y())
        if pressed is not None and region is not None:
            self._region = region
            self.update()
            self.asked.emit(self._regions[region].id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QGuiApplication.styleHints().startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(self.mime_data())
            drag.setPixmap(self.pixmap().scaledToWidth(THUMBNAIL_PX))
            drag.exec(Qt.DropAction.CopyAction)

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
        if self.hasFocus() and self._region is not None and self._drawn:
            self._paint_region(painter, self._regions[self._region])
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().highlight(), RING_PX))
            inset = RING_PX / 2
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, RING_RADIUS_PX, RING_RADIUS_PX)

    def _paint_region(self, painter: QPainter, region: Region) -> None:
        painter.setPen(QPen(self.palette().highlight(), 1, Qt.PenStyle.DashLine))
        top, height = region.top * self.height(), (region.bottom - region.top) * self.height()
        inset = 2.0 * RING_PX
        painter.drawRect(QRectF(inset, top, self.width() - 2 * inset, height))

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
            self._wait()

    def _wait(self) -> None:
        """Ask soon; at once where there is nothing to look at yet."""
        self._pause.start(RENDER_PAUSE_MS if self._drawn else 0)

    @Slot()
    def _on_pause_over(self) -> None:
        self._wanted = self.width_px, self.devicePixelRatioF()
        self.render_requested.emit()
