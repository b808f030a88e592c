"""A chart of the comparison with its message and summary; drawn in the background."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kiassess.charts.comparison_words import can_draw, comparison_words
from kiassess.charts.words import ChartWords
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.ui.background import Background
from kiassess.ui.chart_work import draw_comparison
from kiassess.ui.pages.drawn_chart import DrawnChart
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts

AT_ONCE = 2_000  # assessments of which the words are found without the worker
HEIGHT_IN_LINES = 16  # of a chart, at least


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
        self._kind = ComparisonChart.STRIPS
        self._shown: ShownComparison | None = None
        self._telling: int | None = None  # the job that finds the words
        self._title = Label(role="section", parent=self)
        self._chart = DrawnChart(
            background,
            appearance,
            self,
            failed_text=self.tr(
                "The chart could not be drawn ({reason}). The tables show the same values."
            ),
            least_lines=HEIGHT_IN_LINES,
        )
        self._summary = Label(parent=self)
        self._save = QPushButton(self.tr("Save &chart…"), self)
        self._arrange()

        self._save.clicked.connect(self._on_save)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._chart.drawing

    @property
    def shown(self) -> ShownComparison | None:
        """What is shown; ``None`` if nothing is."""
        return self._shown

    def show_chart(self, kind: ComparisonChart, shown: ShownComparison | None) -> None:
        """Show a chart; its picture follows. ``None``, and what cannot be drawn, hides the card."""
        if shown is None or not can_draw(kind, shown):
            self._chart.clear()
            self._chart.hide()
            self._shown = None
            self.setVisible(False)
            return
        if self._kind is not kind:
            self._chart.clear()  # it would be mistaken for the other one
        self._kind, self._shown = kind, shown
        self._chart.view.set_file_name(f"kiassess {self._texts('comparison_page.file_name')}.png")
        self._find_words(partial(comparison_words, kind, shown, self._texts), len(shown.names))
        self.setVisible(True)
        self._chart.draw(partial(draw_comparison, kind, shown, self._texts))

    def _find_words(self, words: Callable[[], ChartWords], size: int) -> None:
        """Say what the chart shows; of very many the worker finds it out."""
        if self._telling is not None:
            self._background.forget(self._telling)
            self._telling = None
        if size <= AT_ONCE:
            self._show_words(words())
        else:
            self._telling = self._background.run(
                words, done=self._show_words, failed=self._on_no_words
            )

    def _on_no_words(self, error: Exception) -> None:
        self._telling = None
        self._chart.fail(error)

    def _show_words(self, words: ChartWords) -> None:
        self._telling = None
        self._title.setText(words.title)
        self._summary.setText(" ".join(words.summary))
        self._chart.view.set_description(words.title, f"{words.description} {words.legend}".strip())

    @Slot()
    def _on_save(self) -> None:
        self.save_requested.emit(self._kind.value)

    def _arrange(self) -> None:
        self._title.setObjectName("chart-title")
        self._summary.setObjectName("summary")
        self._save.setObjectName("save-chart")
        for widget in (self._title, self._chart.view, self._chart.failure, self._summary):
            self.body.addWidget(widget)
        self.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(False)
