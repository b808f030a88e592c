"""Two rounds of one municipality: how the values changed, why, what moved, and who answered."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.change_split import BlockChange, RoundChange
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.ui.background import Background
from kiassess.ui.models.grid_model import GridCell, GridModel
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.pages.comparison_chart import ComparisonChartCard
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.name_choice import NameChoice
from kiassess.wording.comparison_page import change_sentences, signed, who_words
from kiassess.wording.texts import Texts

NOTHING = -9.0  # what has no value is sorted before everything that has one


class RoundsPart(QWidget):
    """Compares two rounds that the user chooses; the last two at first.

    Signals:
        change_wanted: What changed between two rounds shall be shown; answer with ``show_change``.
                       arg: Id of the earlier one. arg: Id of the later one.
        save_requested: The user wants the chart as a file.
                        arg: Its ``ComparisonChart``.
    """

    change_wanted = Signal(str, str)
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
        self._none = Label(parent=self)
        self._content = QWidget(self)
        self._from = NameChoice(self._content)
        self._to = NameChoice(self._content)
        self._chart = ComparisonChartCard(texts, background, appearance, self._content)
        self._notes = Label(parent=self._content)
        self._split = GridModel(self)
        self._moved = WordsModel(self)
        self._split_table = FullTable(self.tr("Why the values changed"), self._content)
        self._moved_title = Label(role="section", parent=self._content)
        self._moved_table = FullTable(self.tr("Answers that moved"), self._content)
        self._arrange()

        self._from.chosen.connect(self._ask)
        self._to.chosen.connect(self._ask)
        self._chart.save_requested.connect(self.save_requested)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._chart.drawing

    @property
    def charted(self) -> ShownComparison | None:
        """What the chart shows."""
        return self._chart.shown

    def show_rounds(self, shown: ShownComparison | None, why_not: str = "") -> None:
        """Show the rounds of a municipality, or say why there is nothing to compare."""
        self._shown = shown
        enough = shown is not None and len(shown.names) > 1
        self._content.setVisible(enough)
        self._none.setVisible(not enough)
        self._none.setText(why_not or self._texts("comparison_page.one_round"))
        if shown is None or not enough:
            return
        days = [self._texts.day(one.round_date) for one in shown.comparison.chosen]
        self._from.set_names(days, len(days) - 2)
        self._to.set_names(days, len(days) - 1)
        self._ask()

    def show_change(self, change: RoundChange) -> None:
        """Show what changed between the two rounds."""
        if self._shown is None:
            return
        self._notes.setText(" ".join(change_sentences(change, self._texts)))
        self._chart.show_chart(
            ComparisonChart.ROUNDS, replace(self._shown, pair=self._pair(), change=change)
        )
        self._show_split(change)
        self._show_moved(change)

    def _pair(self) -> tuple[int, int]:
        one, other = self._from.place or 0, self._to.place or 0
        return (one, other) if one < other else (other, one)

    @Slot()
    def _ask(self) -> None:
        if self._shown is None:
            return
        one, other = self._pair()
        if one == other:
            self._notes.setText(self._texts("comparison_page.same_round"))
            for widget in (self._split_table, self._moved_table, self._moved_title):
                widget.hide()
            self._chart.show_chart(ComparisonChart.ROUNDS, None)
            return
        chosen = self._shown.comparison.chosen
        self.change_wanted.emit(chosen[one].id, chosen[other].id)

    def _show_split(self, change: RoundChange) -> None:
        if self._shown is None:
            return
        names = {block.id: block.name for block in self._shown.comparison.questionnaire.blocks}
        titles = (
            self.tr("Building block"), self.tr("Before"), self.tr("After"), self.tr("Change"),
            self.tr("Real\nchange"), self.tr("Newly\nanswered"), self.tr("Does not\napply"),
            self.tr("Question-\nnaire"),
        )  # fmt: skip
        self._split.set_grid(titles, [self._row(names, one) for one in change.blocks])
        self._split_table.setVisible(bool(change.blocks))
        self._split_table.show_model(
            self._split, sort_role=GridModel.SortRole, wordy=frozenset({0})
        )

    def _row(self, names: dict[str, str], one: BlockChange) -> list[GridCell]:
        texts, split = self._texts, one.split
        ends = (one.before.value, one.after.value)
        parts = (
            (None,) * 5
            if split is None
            else (
                split.total, split.real, split.newly_answered, split.not_applicable,
                split.questionnaire,
            )
        )  # fmt: skip
        return [
            GridCell(names.get(one.id, one.id), names.get(one.id, one.id)),
            *(GridCell(texts.number(v, 2), NOTHING if v is None else v) for v in ends),
            *(GridCell(signed(v, texts), NOTHING if v is None else v) for v in parts),
        ]

    def _show_moved(self, change: RoundChange) -> None:
        some = bool(change.moved)
        title = self.tr("%n answer(s) moved by a level or more", "", len(change.moved))
        self._moved_title.setText(title if some else self.tr("No answer moved by a level"))
        self._moved_title.show()
        self._moved_table.setVisible(some)
        titles = (self.tr("Question"), self.tr("Before"), self.tr("After"), self.tr("Who answered"))
        rows = [
            (
                GridCell(one.item.title, one.item.title.casefold()),
                GridCell(self._level(one.before), one.before),
                GridCell(self._level(one.after), one.after),
                GridCell(who := who_words(one, self._texts), who),
            )
            for one in change.moved
        ]
        self._moved.set_grid(titles, rows)
        self._moved_table.show_model(
            self._moved, sort_role=WordsModel.SortRole, wordy=frozenset({0, 3})
        )

    def _level(self, level: int) -> str:
        return self._texts("profile_page.level", level=level)

    def _arrange(self) -> None:
        names = {
            "from": self._from, "to": self._to, "round-notes": self._notes, "none": self._none,
            "split": self._split_table, "moved": self._moved_table,
            "moved-title": self._moved_title,
        }  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(name)
        unit = self.fontMetrics().height() // 4
        choices = FlowLayout()
        choices.setSpacing(3 * unit)
        choices.addWidget(Field(self.tr("Round &1"), self._from, self))
        choices.addWidget(Field(self.tr("Round &2"), self._to, self))
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(3 * unit)
        inner.addLayout(choices)
        about = Label(self._texts("comparison_page.split_about"), "help", parent=self._content)
        title = Label(self.tr("Why the values changed"), "section", parent=self._content)
        for widget in (
            self._notes, self._chart, title, self._split_table, about,
            self._moved_title, self._moved_table,
        ):  # fmt: skip
            inner.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self._content)
