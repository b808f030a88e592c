"""The page that sets several assessments side by side. Never a ranking."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from kiassess.domain.comparison import Note
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.ui.background import Background
from kiassess.ui.pages.comparison_lacking import LackingPart
from kiassess.ui.pages.comparison_overview import OverviewPart
from kiassess.ui.pages.comparison_pair import PairPart
from kiassess.ui.pages.comparison_rounds import RoundsPart
from kiassess.ui.pages.comparison_strips import StripsPart
from kiassess.ui.pages.comparison_table import TablePart
from kiassess.ui.pages.comparison_trend import TrendPart
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.name_choice import NameChoice
from kiassess.ui.widgets.page import Page
from kiassess.ui.widgets.segments import Segments
from kiassess.wording.comparing import note_sentences
from kiassess.wording.comparison_page import chosen_words
from kiassess.wording.texts import Texts


class ComparisonView(StrEnum):
    """How a comparison is shown."""

    OVERVIEW = "overview"
    STRIPS = "strips"
    PAIR = "pair"
    ROUNDS = "rounds"
    TREND = "trend"
    LACKING = "lacking"
    TABLE = "table"


class ComparisonPage(Page):
    """Says who is compared and what has to be known, then shows one of several views.

    Signals:
        choice_requested: Other assessments shall be chosen.
        anonymity_chosen: Numbers shall stand for names, or names again.
                          arg: Whether numbers.
        focus_chosen: Another assessment is in focus, or none.
        view_wanted: A view is seen that needs more than the comparison itself.
                     arg: The ``ComparisonView``.
        peers_wanted: The peers of the one in focus shall be shown.
        change_wanted: What changed between two rounds shall be shown.
                       arg: Id of the earlier one. arg: Id of the later one.
        open_requested: The profile of an assessment shall be shown.
                        arg: ``Assessment.id``.
        export_requested: The comparison is wanted as a workbook.
        chart_save_requested: A chart is wanted as a file.
                              arg: Its ``ComparisonChart``.
    """

    choice_requested = Signal()
    anonymity_chosen = Signal(bool)
    focus_chosen = Signal()
    view_wanted = Signal(str)
    peers_wanted = Signal()
    change_wanted = Signal(str, str)
    open_requested = Signal(str)
    export_requested = Signal()
    chart_save_requested = Signal(str)

    def __init__(
        self,
        texts: Texts,
        background: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Comparison"))
        self._texts = texts
        self._shown: ShownComparison | None = None
        self._view = ComparisonView.OVERVIEW
        self._fresh: set[ComparisonView] = set()  # views that show the present comparison
        content = self.widget()
        self._views = Segments(self.tr("View"), content)
        self._chosen = Label(role="strong", wrap=False, parent=content)
        self._choose = QPushButton(self.tr("Change &selection…"), content)
        self._anonymous = QCheckBox(self.tr("Anon&ymous"), content)
        self._export = QPushButton(self.tr("Ex&port to Excel…"), content)
        self._focus = NameChoice(content)
        self._focus.setPlaceholderText(texts("comparison_page.nobody_in_focus"))
        self._focus_field = Field(self.tr("&In focus"), self._focus, content, beside=True)
        self._notes = Label(role="help", parent=content)
        self._empty = Card(content)
        self._empty_text = Label(parent=self._empty)
        self.overview = OverviewPart(texts, background, appearance, content)
        self.strips = StripsPart(texts, background, appearance, content)
        self.pair = PairPart(texts, background, appearance, content)
        self.rounds = RoundsPart(texts, background, appearance, content)
        self.trend = TrendPart(texts, background, appearance, content)
        self.lacking = LackingPart(texts, content)
        self.table = TablePart(texts, content)
        self._disclaimer = Label(texts("summary.disclaimer"), "muted", parent=content)
        self._parts: dict[ComparisonView, QWidget] = {
            ComparisonView.OVERVIEW: self.overview,
            ComparisonView.STRIPS: self.strips,
            ComparisonView.PAIR: self.pair,
            ComparisonView.ROUNDS: self.rounds,
            ComparisonView.TREND: self.trend,
            ComparisonView.LACKING: self.lacking,
            ComparisonView.TABLE: self.table,
        }
        self._arrange()
        self._connect()
        self.show_nothing(texts("comparison_page.loading"))

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        parts = (self.strips, self.pair, self.rounds, self.trend)
        return any(part.drawing for part in parts)

    @property
    def shown(self) -> ShownComparison | None:
        """What is compared, with the one in focus."""
        return self._shown

    def charted(self, kind: ComparisonChart) -> ShownComparison | None:
        """What a chart shows as it is on the screen; ``None`` if it is not there."""
        match kind:
            case ComparisonChart.STRIPS:
                return self.strips.charted
            case ComparisonChart.RADAR:
                return self.pair.charted
            case ComparisonChart.ROUNDS:
                return self.rounds.charted
            case ComparisonChart.TREND:
                return self.trend.charted
            case _:
                return self.overview.arrangement[1]

    def chart_in_view(self) -> ComparisonChart | None:
        """The chart on the screen, if there is one."""
        kinds = {
            ComparisonView.OVERVIEW: self.overview.arrangement[0],
            ComparisonView.STRIPS: ComparisonChart.STRIPS,
            ComparisonView.PAIR: ComparisonChart.RADAR,
            ComparisonView.ROUNDS: ComparisonChart.ROUNDS,
            ComparisonView.TREND: ComparisonChart.TREND,
        }
        return kinds.get(self._view)

    def show_comparison(self, shown: ShownComparison) -> None:
        """Show a comparison."""
        self._shown = shown
        self._fresh.clear()
        self._empty.hide()
        self._chosen.setText(chosen_words(shown.comparison.chosen, self._texts))
        self._show_notes(shown)
        self._views.show_segment(ComparisonView.ROUNDS, not shown.anonymous)
        if shown.anonymous and self._view is ComparisonView.ROUNDS:
            self._view = ComparisonView.OVERVIEW
        self._anonymous.setChecked(shown.anonymous)
        self._focus_field.setVisible(not shown.anonymous)
        if not shown.anonymous:
            self._focus.set_names(shown.names, shown.own)
        for widget in (self._views, self._export, self._notes, self._disclaimer):
            widget.show()
        self.show_view(self._view)

    def show_nothing(self, why: str, *, can_choose: bool = False) -> None:
        """Show no comparison, and say why."""
        self._shown = None
        self._fresh.clear()
        self._chosen.setText("")
        self._empty_text.setText(why)
        self._empty.show()
        self._choose.setEnabled(can_choose)
        self._anonymous.setEnabled(can_choose)
        for widget in (
            self._views, self._export, self._notes, self._focus_field, self._disclaimer,
            *self._parts.values(),
        ):  # fmt: skip
            widget.hide()

    def show_view(self, view: ComparisonView) -> None:
        """Show the comparison in another way."""
        self._view = view
        self._views.choose(view)
        if self._shown is None:
            return
        self._choose.setEnabled(True)
        self._anonymous.setEnabled(True)
        if view not in self._fresh:
            self._fresh.add(view)
            self._fill(view, self._shown)
        for key, part in self._parts.items():
            part.setVisible(key is view)

    def focus_content(self) -> None:
        """Put the focus where the user most likely goes on."""
        self._choose.setFocus()

    def _fill(self, view: ComparisonView, shown: ShownComparison) -> None:
        match view:
            case ComparisonView.OVERVIEW:
                self.overview.show_comparison(shown)
            case ComparisonView.PAIR:
                self.pair.show_comparison(shown)
            case ComparisonView.TABLE:
                self.table.show_comparison(shown)
            case _:
                self.view_wanted.emit(view.value)

    def _show_notes(self, shown: ShownComparison) -> None:
        texts = self._texts
        sentences = note_sentences(shown.comparison, texts)
        if shown.anonymous:
            sentences.append(texts("comparison_page.anonymous_about"))
        self._notes.setText(" ".join(sentences))
        alone = Note.NO_COMMON_ITEMS in shown.comparison.notes
        self._notes.set_role("attention" if alone else "help")

    @Slot(str)
    def _on_view_chosen(self, key: str) -> None:
        self.show_view(ComparisonView(key))

    @Slot()
    def _on_focus_chosen(self) -> None:
        self.put_in_focus(self._focus.place)

    @Slot(int)
    def put_in_focus(self, place: int | None) -> None:
        """Keep an eye on an assessment: it is marked, and views about one are about it."""
        if self._shown is None or self._shown.anonymous or place == self._shown.own:
            return
        self._shown = replace(self._shown, own=place)
        self._fresh.clear()
        self._focus.set_names(self._shown.names, place)
        self.focus_chosen.emit()
        self.show_view(self._view)

    def _connect(self) -> None:
        self._views.chosen.connect(self._on_view_chosen)
        self._choose.clicked.connect(self.choice_requested)
        self._anonymous.clicked.connect(self.anonymity_chosen)
        self._export.clicked.connect(self.export_requested)
        self._focus.chosen.connect(self._on_focus_chosen)
        self.overview.open_requested.connect(self.open_requested)
        self.overview.focus_requested.connect(self.put_in_focus)
        self.strips.peers_wanted.connect(self.peers_wanted)
        self.rounds.change_wanted.connect(self.change_wanted)
        for part in (self.overview, self.strips, self.pair, self.rounds, self.trend):
            part.save_requested.connect(self.chart_save_requested)

    def _arrange(self) -> None:
        names = {
            "chosen": self._chosen, "choose": self._choose, "anonymous": self._anonymous,
            "export": self._export, "in-focus": self._focus, "notes": self._notes,
            "empty": self._empty, "empty-text": self._empty_text, "disclaimer": self._disclaimer,
        }  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(name)
        for view, part in self._parts.items():
            part.setObjectName(view)
        titles = {
            ComparisonView.OVERVIEW: self.tr("&Overview"),
            ComparisonView.STRIPS: self.tr("&Distribution"),
            ComparisonView.PAIR: self.tr("&Radar"),
            ComparisonView.ROUNDS: self.tr("T&wo rounds"),
            ComparisonView.TREND: self.tr("Develop&ment"),
            ComparisonView.LACKING: self.tr("What many &lack"),
            ComparisonView.TABLE: self.tr("&Table"),
        }
        for view, title in titles.items():
            self._views.add(view, title)
        unit = self.fontMetrics().height() // 4
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Comparison"), "title", wrap=False, parent=self))
        head.addStretch(1)
        head.addWidget(self._export)
        line = FlowLayout(alignment=Qt.AlignmentFlag.AlignVCenter)
        line.setSpacing(4 * unit)
        for widget in (self._chosen, self._choose, self._anonymous, self._focus_field):
            line.addWidget(widget)
        self._empty.body.addWidget(self._empty_text)
        self.column.addLayout(head)
        self.column.addLayout(line)
        for widget in (self._notes, self._empty, self._views):
            self.column.addWidget(widget)
        for view, part in self._parts.items():
            fills = view in {ComparisonView.OVERVIEW, ComparisonView.TABLE}
            self.column.addWidget(part, 1 if fills else 0)
        self.column.addStretch()
        self.column.addWidget(self._disclaimer)
