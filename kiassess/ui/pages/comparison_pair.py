"""Two assessments as a radar, for those who know the picture from elsewhere."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.ui.background import Background
from kiassess.ui.pages.comparison_chart import ComparisonChartCard
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.name_choice import NameChoice
from kiassess.wording.texts import Texts


class PairPart(QWidget):
    """A radar of two assessments that the user chooses.

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
        self._shown: ShownComparison | None = None
        self._one = NameChoice(self)
        self._other = NameChoice(self)
        self._none = Label(parent=self)
        self._chart = ComparisonChartCard(texts, background, appearance, self)
        self._arrange()

        self._one.chosen.connect(self._show)
        self._other.chosen.connect(self._show)
        self._chart.save_requested.connect(self.save_requested)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._chart.drawing

    @property
    def charted(self) -> ShownComparison | None:
        """What the chart shows."""
        return self._chart.shown

    def show_comparison(self, shown: ShownComparison) -> None:
        """Show a comparison; one's own and the first other one stand there at first."""
        same = self._shown is not None and self._shown.names == shown.names
        self._shown = shown
        if not same:
            first = shown.own or 0
            other = next((at for at in range(len(shown.names)) if at != first), first)
            self._one.set_names(shown.names, first)
            self._other.set_names(shown.names, other)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._shown is None:
            return
        one, other = self._one.place, self._other.place
        distinct = one is not None and other is not None and one != other
        pair = (one, other) if one is not None and other is not None and distinct else None
        shown = replace(self._shown, pair=pair) if pair else None
        self._chart.show_chart(ComparisonChart.RADAR, shown)
        key = "pair_without" if distinct else "pair_needed"
        self._none.setText(self._texts(f"comparison_page.{key}"))
        self._none.setVisible(self._chart.shown is None)

    def _arrange(self) -> None:
        self._one.setObjectName("one")
        self._other.setObjectName("other")
        self._none.setObjectName("none")
        unit = self.fontMetrics().height() // 4
        choices = FlowLayout()
        choices.setSpacing(3 * unit)
        choices.addWidget(Field(self.tr("Assessment &1"), self._one, self))
        choices.addWidget(Field(self.tr("Assessment &2"), self._other, self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * unit)
        layout.addLayout(choices)
        layout.addWidget(self._none)
        layout.addWidget(self._chart)
