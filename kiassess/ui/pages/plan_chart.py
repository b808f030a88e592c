"""The roadmap on the page with the plan; drawn in the background."""

import logging
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QWidget

from kiassess.charts.roadmap_words import roadmap_words
from kiassess.domain.roadmap import ShownPlan
from kiassess.ui.background import Background
from kiassess.ui.chart_work import Picture, RoadmapOrder, draw_roadmap
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.chart_view import ChartView, Region
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts

NORMAL_PT = 9.0  # of the text of the window, at which letters in charts have their normal size

log = logging.getLogger(__name__)


class PlanChart(Card):
    """Shows the roadmap with its message and summary.

    Signals:
        asked: The user wants to see an entry.
               arg: ``PlanEntry.id``.
    """

    asked = Signal(str)

    def __init__(
        self,
        texts: Texts,
        background: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._background = background
        self._appearance = appearance
        self._shown: ShownPlan | None = None
        self._job: int | None = None
        self._title = Label(role="section", parent=self)
        self._chart = ChartView(self)
        self._failure = Label(role="bad", parent=self)
        self._summary = Label(parent=self)
        self._title.setObjectName("roadmap-title")
        self._chart.setObjectName("roadmap")
        self._summary.setObjectName("roadmap-summary")
        self._chart.set_waiting_text(self.tr("The chart is being drawn …"))
        self._failure.hide()
        for widget in (self._title, self._summary, self._chart, self._failure):
            self.body.addWidget(widget)

        self._chart.render_requested.connect(self._draw)
        self._chart.asked.connect(self.asked)
        appearance.changed.connect(self._ask_for_picture)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._job is not None or self._chart.is_asking

    def show_plan(self, shown: ShownPlan) -> None:
        """Show a plan; the picture follows."""
        self._shown = shown
        words = roadmap_words(shown, self._texts)
        self._title.setText(words.title)
        self._summary.setText(" ".join(words.summary))
        said = (*words.summary, words.description, words.legend)
        help_text = self._texts("plan_page.chart_help")
        self._chart.set_description(words.title, " ".join((*said, help_text)))
        self._chart.set_file_name(f"{words.title}.png")
        self._ask_for_picture()

    @Slot()
    def _ask_for_picture(self) -> None:
        """Ask for a picture, also where the last one failed."""
        self._failure.hide()
        self._chart.show()
        self._chart.request()

    @Slot()
    def _draw(self) -> None:
        if self._shown is None:
            return
        self._forget_job()
        order = RoadmapOrder(
            shown=self._shown,
            texts=self._texts,
            look=self._appearance.look,
            width_px=self._chart.width_px,
            dpi=self._chart.logicalDpiX(),
            pixel_ratio=self._chart.devicePixelRatioF(),
            font_scale=QFontInfo(self.font()).pointSizeF() / NORMAL_PT,
        )
        self._job = self._background.run(
            partial(draw_roadmap, order), done=self._on_drawn, failed=self._on_failed
        )

    def _on_drawn(self, picture: Picture) -> None:
        self._job = None
        image = QImage(
            picture.data,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGBA8888,
        ).copy()
        image.setDevicePixelRatio(picture.pixel_ratio)
        self._chart.show_picture(image)
        bars = () if self._shown is None else self._shown.roadmap.bars
        titles = {bar.entry.id: bar.entry.title for bar in bars}
        rows = ((key, top, bottom) for key, top, bottom in picture.rows if key in titles)
        self._chart.set_regions(
            tuple(Region(key, titles[key], top, bottom) for key, top, bottom in rows)
        )

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        log.error("The roadmap could not be drawn", exc_info=error)
        self._chart.clear_picture()
        self._chart.hide()
        said = self.tr("The chart could not be drawn ({reason}). The table shows the same values.")
        self._failure.setText(f"! {said.format(reason=str(error) or type(error).__name__)}")
        self._failure.show()

    def _forget_job(self) -> None:
        if self._job is not None:
            self._background.forget(self._job)
            self._job = None
