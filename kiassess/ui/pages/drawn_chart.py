"""A chart of a page: drawn in the worker, shown in its view, and said where that fails."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiassess.ui.background import Background
from kiassess.ui.chart_work import Picture, Sheet
from kiassess.ui.images import image_of
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.chart_view import ChartView
from kiassess.ui.widgets.labels import Label

NORMAL_PT = 9.0  # of the text of the window, at which letters in charts have their normal size

log = logging.getLogger(__name__)


class DrawnChart(QObject):
    """Has a picture drawn anew whenever its content, its width or the look has changed.

    Signals:
        arrived: A new picture is shown.
                 arg: The ``Picture``.

    Attributes:
        view: Where the picture is shown; the owner puts it into a layout.
        failure: Why there is none, else hidden; for the layout, too.
    """

    arrived = Signal(object)

    def __init__(
        self,
        background: Background,
        appearance: Appearance,
        parent: QWidget,
        *,
        name: str = "chart",
        failed_text: str = "",
        least_lines: int = 0,
    ) -> None:
        """See the class.

        Args:
            background: Where it is drawn.
            appearance: The look, and when it changes.
            parent: The widget the chart belongs to.
            name: The object name of the view; that of the failure ends with ``-failure``.
            failed_text: Why there is no picture and what shows the same, with a gap ``{reason}``;
                ``""`` if that is one table.
            least_lines: Height of the picture in lines of text, at least.
        """
        super().__init__(parent)
        self._background = background
        self._appearance = appearance
        self._failed_text = failed_text or self.tr(
            "The chart could not be drawn ({reason}). The table shows the same values."
        )
        self._least_lines = least_lines
        self._work: Callable[[Sheet], Picture] | None = None
        self._job: int | None = None
        self.view = ChartView(parent)
        self.view.setObjectName(name)
        self.view.set_waiting_text(self.tr("The chart is being drawn …"))
        self.failure = Label(role="bad", parent=parent)
        self.failure.setObjectName(f"{name}-failure")
        self.failure.hide()

        self.view.render_requested.connect(self._draw)
        appearance.changed.connect(self._ask)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._job is not None or self.view.is_asking

    def draw(self, work: Callable[[Sheet], Picture]) -> None:
        """Show something else; until its picture is there, the old one stays.

        Args:
            work: Draws it, in the worker.
        """
        self._work = work
        self._ask()

    def hide(self) -> None:
        """Show nothing until there is something to draw again; what is being drawn may arrive."""
        self._work = None
        self.failure.hide()
        self.view.hide()

    def clear(self) -> None:
        """Show no picture until the next is there: it would be taken for something else."""
        self._forget_job()
        self.view.clear_picture()

    def fail(self, error: Exception) -> None:
        """Say that there is no picture, and why."""
        self._job = None
        log.error("The chart “%s” could not be drawn", self.view.objectName(), exc_info=error)
        self.view.clear_picture()
        self.view.hide()
        reason = str(error) or type(error).__name__
        self.failure.setText(f"! {self._failed_text.format(reason=reason)}")
        self.failure.show()

    @Slot()
    def _ask(self) -> None:
        """Ask for a picture, also where the last one failed."""
        if self._work is not None:
            self.failure.hide()
            self.view.show()
            self.view.request()

    @Slot()
    def _draw(self) -> None:
        if self._work is None:
            return
        self._forget_job()
        view = self.view
        sheet = Sheet(
            look=self._appearance.look,
            width_px=view.width_px,
            least_height_px=view.fontMetrics().lineSpacing() * self._least_lines,
            dpi=view.logicalDpiX(),
            pixel_ratio=view.devicePixelRatioF(),
            font_scale=view.fontInfo().pointSizeF() / NORMAL_PT,
        )
        self._job = self._background.run(
            partial(self._work, sheet), done=self._on_drawn, failed=self.fail
        )

    def _on_drawn(self, picture: Picture) -> None:
        self._job = None
        self.view.show_picture(image_of(picture))
        self.arrived.emit(picture)

    def _forget_job(self) -> None:
        if self._job is not None:
            self._background.forget(self._job)
            self._job = None
