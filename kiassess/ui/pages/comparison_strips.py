"""The comparison as strips: how the group is spread in each building block, one's own marked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kiassess.domain.group_statistics import GroupStatistics
from kiassess.domain.peers import PeerGroup
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.ui.background import Background
from kiassess.ui.models.grid_model import GridCell, GridModel
from kiassess.ui.pages.comparison_chart import ComparisonChartCard
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.wording.comparing import peer_sentence, standing_sentences
from kiassess.wording.comparison_page import statistics_row
from kiassess.wording.texts import NO_VALUE, Texts


class StripsPart(QWidget):
    """Strips of all chosen, or of the peers of one's own municipality, with the statistics.

    Signals:
        peers_wanted: The peers shall be shown; answer with ``show_peers``.
        save_requested: The user wants the chart as a file.
                        arg: Its ``ComparisonChart``.
    """

    peers_wanted = Signal()
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
        self._peers = QCheckBox(self.tr("Only municipalities of the same &kind and size"), self)
        self._chart = ComparisonChartCard(texts, background, appearance, self)
        self._standing = Label(parent=self)
        self._title = Label(self.tr("Statistics by size class"), "section", parent=self)
        self._table = FullTable(self.tr("Statistics by size class"), self)
        self._about = Label(texts("compare.suppressed_cells"), "help", parent=self)
        self._model = GridModel(self)
        self._arrange()

        self._peers.toggled.connect(self._reflect)
        self._chart.save_requested.connect(self.save_requested)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._chart.drawing

    @property
    def charted(self) -> ShownComparison | None:
        """What the chart shows."""
        return self._chart.shown

    def show_comparison(
        self, shown: ShownComparison, statistics: Sequence[GroupStatistics]
    ) -> None:
        """Show a comparison.

        Args:
            shown: The comparison.
            statistics: What may be told of it, see ``domain.group_statistics``.
        """
        self._shown = shown
        self._peers.setVisible(shown.marked is not None)
        self._show_statistics(shown, statistics)
        self._reflect()

    def show_peers(self, group: PeerGroup | None, shown: ShownComparison | None) -> None:
        """Show the peers of one's own municipality; ``None`` if its size is not known."""
        if not self._wants_peers:
            return
        texts = self._texts
        if group is None or shown is None:
            self._standing.setText(texts("comparison_page.no_peers"))
            self._chart.show_chart(ComparisonChart.STRIPS, None)
            return
        said = standing_sentences(shown.standings, shown.comparison, texts)
        self._standing.setText("\n".join([peer_sentence(group, texts), *said]))
        self._chart.show_chart(ComparisonChart.STRIPS, shown)

    @property
    def _wants_peers(self) -> bool:
        own = self._shown is not None and self._shown.marked is not None
        return own and self._peers.isChecked()

    @Slot()
    def _reflect(self) -> None:
        self._standing.setVisible(self._wants_peers)
        if self._wants_peers:
            self._standing.setText("")
            self.peers_wanted.emit()
        elif self._shown is not None:
            self._chart.show_chart(ComparisonChart.STRIPS, self._shown)

    def _show_statistics(
        self, shown: ShownComparison, statistics: Sequence[GroupStatistics]
    ) -> None:
        texts = self._texts
        names = {block.id: block.name for block in shown.comparison.questionnaire.blocks}
        keys = ("block", "group", "n_heading", "median", "lower", "upper")
        rows = []
        for number, found in enumerate(statistics):
            if found.size_class is not None and found.statistics is None:
                continue  # a group that says nothing only makes the table longer
            group = texts(f"size.{found.size_class}" if found.size_class else "compare.all")
            words = statistics_row(found, texts)
            rows.append([
                GridCell(names[found.block_id], f"{number:04}"),
                GridCell(group, number),
                *(GridCell(word, _raw(word)) for word in words),
            ])  # fmt: skip
        titles = [texts(f"compare.{key}") for key in keys]
        self._model.set_grid(titles, rows, words=frozenset({0, 1}))
        self._table.show_model(self._model, sort_role=GridModel.SortRole, wordy=frozenset({0, 1}))

    def _arrange(self) -> None:
        self._peers.setObjectName("peers")
        self._standing.setObjectName("standing")
        self._table.setObjectName("statistics")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * self.fontMetrics().height() // 4)
        for widget in (
            self._peers, self._chart, self._standing, self._title, self._table, self._about
        ):  # fmt: skip
            layout.addWidget(widget)


def _raw(word: str) -> float:
    """What a shown number is sorted by; a dash comes before all numbers."""
    digits = "".join(c for c in word.replace(",", ".") if c.isdigit() or c == ".")
    return -1.0 if word == NO_VALUE or not digits else float(digits)
