"""The comparison over time: one municipality over all its rounds, and the gates of the group."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.group_gaps import YearOfGates
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.domain.trend import Trend
from kiassess.ui.background import Background
from kiassess.ui.models.grid_model import GridCell, GridModel
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.pages.comparison_chart import ComparisonChartCard
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.wording.comparison_page import (
    extent_and_version,
    round_who,
    secured_words,
    year_words,
)
from kiassess.wording.texts import Texts


class TrendPart(QWidget):
    """The trend of the municipality in focus, then what the whole group has reached year by year.

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
        self._none = Label(parent=self)
        self._chart = ComparisonChartCard(texts, background, appearance, self)
        self._values = GridModel(self)
        self._values_title = Label(self.tr("Values and secured levels"), "section", parent=self)
        self._values_table = FullTable(self.tr("Values and secured levels"), self)
        self._rounds = WordsModel(self)
        self._rounds_title = Label(self.tr("Who answered"), "section", parent=self)
        self._rounds_table = FullTable(self.tr("Who answered"), self)
        self._years = GridModel(self)
        self._years_title = Label(self.tr("Minimum requirements met"), "section", parent=self)
        self._years_about = Label(texts("comparison_page.years_about"), "help", parent=self)
        self._years_table = FullTable(self.tr("Minimum requirements met"), self)
        self._years_none = Label(texts("comparison_page.years_none"), parent=self)
        self._arrange()

        self._chart.save_requested.connect(self.save_requested)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._chart.drawing

    @property
    def charted(self) -> ShownComparison | None:
        """What the chart shows."""
        return self._chart.shown

    def show_trend(
        self, shown: ShownComparison | None, trend: Trend | None, why_not: str = ""
    ) -> None:
        """Show the rounds of a municipality, or say why there are none."""
        enough = trend is not None and len(trend.rounds) > 1
        self._none.setVisible(not enough)
        self._none.setText(why_not or self._texts("comparison_page.one_round"))
        self._chart.show_chart(ComparisonChart.TREND, shown if enough else None)
        tables = (self._values_title, self._values_table, self._rounds_title, self._rounds_table)
        for widget in tables:
            widget.setVisible(enough)
        if trend is not None and enough:
            self._show_values(trend)
            self._show_rounds(trend)

    def show_years(self, years: Sequence[YearOfGates], asked: Questionnaire) -> None:
        """Show the share of municipalities that met each gate, year by year."""
        texts = self._texts
        known = [year for year in years if year.met]
        some = bool(known)
        self._years_table.setVisible(some)
        self._years_about.setVisible(some)
        self._years_none.setVisible(not some)
        if not some:
            return
        ids = {item_id for year in known for item_id in year.met or ()}
        gates = [item for item in asked.items() if item.id in ids]
        titles = [
            self.tr("Minimum requirement"),
            *(
                texts("comparison_page.year", year=year.year, n=texts.count(year.n))
                for year in years
            ),
        ]
        rows = [
            [
                GridCell(gate.title, f"{number:03}"),
                *(
                    GridCell(year_words(year, gate.id, texts), _share(year, gate.id))
                    for year in years
                ),
            ]
            for number, gate in enumerate(gates)
        ]
        self._years.set_grid(titles, rows)
        self._years_table.show_model(
            self._years, sort_role=GridModel.SortRole, wordy=frozenset({0})
        )

    def _show_values(self, trend: Trend) -> None:
        texts, asked = self._texts, trend.questionnaire
        names = {} if asked is None else {block.id: block.name for block in asked.blocks}
        titles = [self.tr("Building block"), *(texts.day(one.round_date) for one in trend.rounds)]
        rows = [
            [
                GridCell(names.get(block.id, block.id), f"{number:02}"),
                *(
                    GridCell(secured_words(score, texts), -1.0 if v is None else v)
                    for score in block.scores
                    for v in [score.score.value]
                ),
            ]
            for number, block in enumerate(trend.blocks)
        ]
        self._values.set_grid(titles, rows)
        self._values_table.show_model(
            self._values, sort_role=GridModel.SortRole, wordy=frozenset({0})
        )

    def _show_rounds(self, trend: Trend) -> None:
        titles = (self.tr("Round"), self.tr("Questionnaire"), self.tr("Who answered how much"))
        rows = [
            (
                GridCell(self._texts.day(one.round_date), one.round_date.isoformat()),
                GridCell(words := extent_and_version(one, self._texts), words),
                GridCell(who := round_who(one, self._texts), who),
            )
            for one in trend.rounds
        ]
        self._rounds.set_grid(titles, rows)
        self._rounds_table.show_model(
            self._rounds, sort_role=WordsModel.SortRole, wordy=frozenset({1, 2})
        )

    def _arrange(self) -> None:
        self._none.setObjectName("none")
        self._values_table.setObjectName("values")
        self._rounds_table.setObjectName("rounds")
        self._years_table.setObjectName("years")
        self._years_none.setObjectName("years-none")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * self.fontMetrics().height() // 4)
        for widget in (
            self._none, self._chart, self._values_title, self._values_table,
            self._rounds_title, self._rounds_table, self._years_title, self._years_about,
            self._years_table, self._years_none,
        ):  # fmt: skip
            layout.addWidget(widget)


def _share(year: YearOfGates, item_id: str) -> float:
    return -1.0 if year.met is None or item_id not in year.met else year.met[item_id] / year.n
