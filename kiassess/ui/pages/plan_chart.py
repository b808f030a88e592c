"""The roadmap on the page with the plan; drawn in the background."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiassess.charts.roadmap_words import roadmap_words
from kiassess.domain.roadmap import ShownPlan
from kiassess.ui.background import Background
from kiassess.ui.chart_work import Picture, draw_roadmap
from kiassess.ui.pages.drawn_chart import DrawnChart
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.chart_view import Region
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts


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
        self._shown: ShownPlan | None = None
        self._title = Label(role="section", parent=self)
        self._chart = DrawnChart(background, appearance, self, name="roadmap")
        self._summary = Label(parent=self)
        self._title.setObjectName("roadmap-title")
        self._summary.setObjectName("roadmap-summary")
        for widget in (self._title, self._summary, self._chart.view, self._chart.failure):
            self.body.addWidget(widget)

        self._chart.view.asked.connect(self.asked)
        self._chart.arrived.connect(self._on_arrived)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._chart.drawing

    def show_plan(self, shown: ShownPlan) -> None:
        """Show a plan; the picture follows."""
        self._shown = shown
        words = roadmap_words(shown, self._texts)
        self._title.setText(words.title)
        self._summary.setText(" ".join(words.summary))
        said = (*words.summary, words.description, words.legend)
        help_text = self._texts("plan_page.chart_help")
        self._chart.view.set_description(words.title, " ".join((*said, help_text)))
        self._chart.view.set_file_name(f"{words.title}.png")
        self._chart.draw(partial(draw_roadmap, shown, self._texts))

    @Slot(object)
    def _on_arrived(self, picture: Picture) -> None:
        bars = () if self._shown is None else self._shown.roadmap.bars
        titles = {bar.entry.id: bar.entry.title for bar in bars}
        rows = ((key, top, bottom) for key, top, bottom in picture.rows if key in titles)
        self._chart.view.set_regions(
            tuple(Region(key, titles[key], top, bottom) for key, top, bottom in rows)
        )
