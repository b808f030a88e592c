"""A chart of the comparison with its message and summary; drawn in the background."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QPushButton, QWidget

from kiassess.charts.comparison_words import can_draw, comparison_words
from kiassess.charts.words import ChartWords
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.ui.background import Background
from kiassess.ui.chart_work import ComparisonOrder, Picture, draw_comparison
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.chart_view import ChartView
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts

AT_ONCE = 2_000  # assessments of which the words are found without the worker
NORMAL_PT = 9.0  # of the text of the window, at which letters in charts have their normal size
HEIGHT_IN_LINES = 16  # of a chart, at least

log = logging.getLogger(__name__)


class ComparisonChartCard(Card):
    """Shows one chart of a comparison, or nothing where it cannot be drawn.

    Signals:
        save_requested: The user wants the chart as a file.
                        arg: Its ``ComparisonChart``.
    """

    save_requested = Signal(str)

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
        self._kind = ComparisonChart.STRIPS
        self._shown: ShownComparison | None = None
        self._job: int | None = None
        self._telling: int | None = None  # the job that finds the words
        self._title = Label(role="section", parent=self)
        self._chart = ChartView(self)
        self._failure = Label(role="bad", parent=self)
        self._summary = Label(parent=self)
        self._save = QPushButton(self.tr("Save &chart…"), self)
        self._arrange()

        self._chart.render_requested.connect(self._draw)
        self._save.clicked.connect(self._on_save)
        appearance.changed.connect(self._ask_for_picture)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._job is not None or self._chart.is_asking

    @property
    def shown(self) -> ShownComparison | None:
        """What is shown; ``None`` if nothing is."""
        return self._shown

    def show_chart(self, kind: ComparisonChart, shown: ShownComparison | None) -> None:
        """Show a chart; its picture follows. ``None``, and what cannot be drawn, hides the card."""
        if shown is None or not can_draw(kind, shown):
            self._forget_job()
            self._shown = None
            self.setVisible(False)
            return
        if self._kind is not kind:
            self._chart.clear_picture()  # it would be mistaken for the other one
        self._kind, self._shown = kind, shown
        self._chart.set_file_name(f"kiassess {self._texts('comparison_page.file_name')}.png")
        self._find_words(partial(comparison_words, kind, shown, self._texts), len(shown.names))
        self.setVisible(True)
        self._ask_for_picture()

    def _find_words(self, words: Callable[[], ChartWords], size: int) -> None:
        """Say what the chart shows; of very many the worker finds it out."""
        if self._telling is not None:
            self._background.forget(self._telling)
            self._telling = None
        if size <= AT_ONCE:
            self._show_words(words())
        else:
            self._telling = self._background.run(
                words, done=self._show_words, failed=self._on_failed
            )

    def _show_words(self, words: ChartWords) -> None:
        self._telling = None
        self._title.setText(words.title)
        self._summary.setText(" ".join(words.summary))
        self._chart.set_description(words.title, f"{words.description} {words.legend}".strip())

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
        order = ComparisonOrder(
            kind=self._kind,
            shown=self._shown,
            texts=self._texts,
            look=self._appearance.look,
            width_px=self._chart.width_px,
            least_height_px=self.fontMetrics().lineSpacing() * HEIGHT_IN_LINES,
            dpi=self._chart.logicalDpiX(),
            pixel_ratio=self._chart.devicePixelRatioF(),
            font_scale=QFontInfo(self.font()).pointSizeF() / NORMAL_PT,
        )
        self._job = self._background.run(
            partial(draw_comparison, order), done=self._on_drawn, failed=self._on_failed
        )

    @Slot()
    def _on_save(self) -> None:
        self.save_requested.emit(self._kind.value)

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

    def _on_failed(self, error: Exception) -> None:
        self._job = self._telling = None
        log.error("The chart of the comparison could not be drawn", exc_info=error)
        self._chart.clear_picture()
        self._chart.hide()
        said = self.tr("The chart could not be drawn ({reason}). The tables show the same values.")
        self._failure.setText(f"! {said.format(reason=str(error) or type(error).__name__)}")
        self._failure.show()

    def _forget_job(self) -> None:
        if self._job is not None:
            self._background.forget(self._job)
            self._job = None

    def _arrange(self) -> None:
        self._title.setObjectName("chart-title")
        self._chart.setObjectName("chart")
        self._chart.set_waiting_text(self.tr("The chart is being drawn …"))
        self._failure.setObjectName("chart-failure")
        self._failure.hide()
        self._summary.setObjectName("summary")
        self._save.setObjectName("save-chart")
        for widget in (self._title, self._chart, self._failure, self._summary):
            self.body.addWidget(widget)
        self.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(False)
