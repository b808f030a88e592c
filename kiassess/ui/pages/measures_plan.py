"""What is planned: entries in a table, what does not fit, the roadmap, and what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from kiassess.domain.plan_checks import in_order
from kiassess.domain.plan_progress import plan_progress
from kiassess.domain.roadmap import PlanPaper, ShownPlan, make_roadmap
from kiassess.marks import override
from kiassess.ui.background import Background
from kiassess.ui.models.plan_model import PlanModel
from kiassess.ui.pages.measures_part import MeasuresPart
from kiassess.ui.pages.plan_chart import PlanChart
from kiassess.ui.planning import Planning
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.notice import Notice
from kiassess.ui.widgets.tab_order import follow_layout
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.measure_list import step_names
from kiassess.wording.plan_page import (
    carry_sentence,
    progress_sentences,
    undated_sentence,
    warning_sentences,
)
from kiassess.wording.texts import Texts

RECOMMENDED = "recommended"  # the part with the recommendations


class PlanPart(MeasuresPart):
    """The plan of the open assessment; without an entry it says how to get one.

    Signals:
        entry_requested: The user wants to change an entry, or to write one.
                         arg: ``PlanEntry.id``; ``""`` for a new one.
        remove_requested: The user wants an entry gone.
                          arg: ``PlanEntry.id``.
        days_requested: The user wants days for what has none.
        carry_requested: The user wants the entries of the round before.
        print_requested: The roadmap is to go on paper.
                         arg: Its ``PlanPaper``.
        pdf_requested: The same as a file.
                       arg: Its ``PlanPaper``.
        workbook_requested: The plan is wanted as a workbook.
        calendar_requested: Its days are wanted as a calendar.
    """

    entry_requested = Signal(str)
    remove_requested = Signal(str)
    days_requested = Signal()
    carry_requested = Signal()
    print_requested = Signal(str)
    pdf_requested = Signal(str)
    workbook_requested = Signal()
    calendar_requested = Signal()

    def __init__(
        self,
        planning: Planning,
        texts: Texts,
        background: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(planning, texts, parent)
        self._lead = Label(parent=self)
        self._carry = Notice(self.tr("Take over these entries"), self)
        self._warnings = Card(self, notice=True)
        self._sentences = QVBoxLayout()
        self._suggest = QPushButton(self.tr("Suggest &dates"), self)
        self._model = PlanModel(texts, self)
        self._table = FullTable(self.tr("Plan"), self)
        self._chart = PlanChart(texts, background, appearance, self)
        self._progress = Card(self)
        self._moves = QVBoxLayout()
        self._to_list = QPushButton(self.tr("Show &recommendations"), self)
        self._new = QPushButton(self.tr("&New entry…"), self)
        self._open = QPushButton(self.tr("&Open entry…"), self)
        self._remove = QPushButton(self.tr("Re&move entry"), self)
        self._print = QPushButton(self.tr("&Print…"), self)
        self._pdf = QPushButton(self.tr("As PD&F…"), self)
        self._workbook = QPushButton(self.tr("To E&xcel…"), self)
        self._calendar = QPushButton(self.tr("&Calendar file (.ics)…"), self)
        self._paper = QComboBox(self)
        self._arrange()
        self._connect()

    @property
    @override
    def drawing(self) -> bool:
        """Whether the roadmap is still to come."""
        return self._chart.isVisible() and self._chart.drawing

    @property
    def paper(self) -> PlanPaper:
        """What the roadmap is to be printed on."""
        return PlanPaper(self._paper.currentData())

    def shown_plan(self) -> ShownPlan:
        """The plan as the roadmap shows it."""
        planning, opened = self.planning, self.planning.opened
        place = "" if opened is None else opened.assessment.municipality.name
        steps = step_names(planning.catalogue(), self.texts)
        return ShownPlan(make_roadmap(planning.kept.plan, planning.today()), steps, place)

    @override
    def refresh(self) -> None:
        planning, texts = self.planning, self.texts
        plan, editable = planning.kept.plan, planning.editable
        self.setEnabled(planning.opened is not None)
        self._lead.setText(texts("plan_page.lead" if plan else "plan_page.nothing"))
        self._show_carry()
        self._show_warnings()
        chosen = self._chosen()
        self._model.set_entries(in_order(plan))
        self._choose(chosen)
        for widget in self._of_plan:
            widget.setVisible(bool(plan))
        self._to_list.setVisible(not plan)
        self._new.setEnabled(editable)
        if plan:
            self._chart.show_plan(self.shown_plan())
        self._show_progress()
        self._reflect()

    @override
    def print_out(self) -> bool:
        if not self.planning.kept.plan:
            return False
        self.print_requested.emit(self.paper.value)
        return True

    @property
    def _of_plan(self) -> Sequence[QWidget]:
        """What is shown as soon as there is an entry."""
        return (
            self._table, self._chart, self._open, self._remove, self._print, self._pdf,
            self._workbook, self._calendar, self._papers,
        )  # fmt: skip

    def _show_carry(self) -> None:
        planning = self.planning
        newer = planning.newer_entries() if planning.editable else ()
        before = planning.previous_round() if newer else None
        day = None if before is None else before.assessment.round_date
        self._carry.show_sentence(carry_sentence(len(newer), day, self.texts))

    def _show_warnings(self) -> None:
        kept = self.planning.kept
        found, undated = warning_sentences(kept, self.texts), undated_sentence(kept, self.texts)
        clear_layout(self._sentences)
        if found:
            title = Label(self.texts("plan_page.warnings"), "strong", parent=self)
            self._sentences.addWidget(title)
        for sentence in (*found, undated):
            if sentence:
                self._sentences.addWidget(Label(f"! {sentence}", parent=self))
        self._warnings.setVisible(bool(found or undated))
        can = any(one.is_open and None in {one.start, one.due} for one in kept.plan.values())
        self._suggest.setVisible(can and self.planning.editable)

    def _show_progress(self) -> None:
        planning, opened = self.planning, self.planning.opened
        before = planning.previous_round() if planning.kept.plan else None
        self._progress.setVisible(before is not None)
        clear_layout(self._moves)
        if before is None or opened is None:
            return
        day = self.texts.day(before.assessment.round_date)
        title = self.texts("plan_page.progress", date=day)
        self._moves.addWidget(Label(title, "section", parent=self))
        progress = plan_progress(in_order(planning.kept.plan), opened.answers)
        items = {item.id: item.title for item in opened.questionnaire.items()}
        for sentence in progress_sentences(progress, items, self.texts):
            self._moves.addWidget(Label(sentence, parent=self))

    def _chosen(self) -> str:
        index = self._table.currentIndex()
        return str(index.data(PlanModel.IdRole)) if index.isValid() else ""

    def _choose(self, entry_id: str) -> None:
        rows = self._table.model()
        for row in range(rows.rowCount() if entry_id else 0):
            index = rows.index(row, 0)
            if index.data(PlanModel.IdRole) == entry_id:
                self._table.setCurrentIndex(index)

    @Slot()
    def _reflect(self) -> None:
        chosen = bool(self._chosen())
        self._open.setEnabled(chosen)
        self._remove.setEnabled(chosen and self.planning.editable)

    @Slot(int)
    def _on_asked(self, row: int) -> None:
        self.entry_requested.emit(self._model.id_of(row))

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column():  # a click on the title has opened it already
            self.entry_requested.emit(str(index.data(PlanModel.IdRole)))

    @Slot()
    def _on_open(self) -> None:
        self.entry_requested.emit(self._chosen())

    @Slot()
    def _on_new(self) -> None:
        self.entry_requested.emit("")

    @Slot()
    def _on_remove(self) -> None:
        if self._remove.isEnabled():
            self.remove_requested.emit(self._chosen())

    @Slot()
    def _on_print(self) -> None:
        self.print_requested.emit(self.paper.value)

    @Slot()
    def _on_pdf(self) -> None:
        self.pdf_requested.emit(self.paper.value)

    @Slot()
    def _on_to_list(self) -> None:
        self.part_requested.emit(RECOMMENDED)

    def _connect(self) -> None:
        self._carry.followed.connect(self.carry_requested)
        self._suggest.clicked.connect(self.days_requested)
        self._table.asked.connect(self._on_asked)
        self._table.doubleClicked.connect(self._on_double_clicked)
        self._table.selectionModel().currentRowChanged.connect(self._reflect)
        self._chart.asked.connect(self.entry_requested)
        self._to_list.clicked.connect(self._on_to_list)
        self._new.clicked.connect(self._on_new)
        self._open.clicked.connect(self._on_open)
        self._remove.clicked.connect(self._on_remove)
        self._print.clicked.connect(self._on_print)
        self._pdf.clicked.connect(self._on_pdf)
        self._workbook.clicked.connect(self.workbook_requested)
        self._calendar.clicked.connect(self.calendar_requested)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)

    def _arrange(self) -> None:
        unit = self.fontMetrics().height()
        names = {
            "table": self._table, "suggest": self._suggest, "to-list": self._to_list,
            "new": self._new, "open": self._open, "remove": self._remove, "print": self._print,
            "pdf": self._pdf, "workbook": self._workbook, "calendar": self._calendar,
            "paper": self._paper, "carry": self._carry, "warnings": self._warnings,
            "progress": self._progress, "lead": self._lead,
        }  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(f"plan-{name}")
        self._table.show_model(self._model, sort_role=PlanModel.SortRole, wordy=self._model.wordy)
        self._table.set_asking(frozenset({0}))
        self._paper.addItem(self.tr("A4 landscape"), PlanPaper.A4.value)
        self._paper.addItem(self.tr("A3 landscape"), PlanPaper.A3.value)
        self._papers = Field(self.tr("P&aper"), self._paper, self, beside=True)
        WheelGuard(self).watch(self._paper)
        self._warnings.body.addLayout(self._sentences)
        self._warnings.body.addWidget(self._suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self._progress.body.addLayout(self._moves)
        changing, handing = FlowLayout(), FlowLayout(alignment=Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._to_list, self._new, self._open, self._remove):
            changing.addWidget(widget)
        for widget in (self._print, self._papers, self._pdf, self._workbook, self._calendar):
            handing.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit // 2)
        for widget in (self._lead, self._carry, self._warnings, self._table):
            layout.addWidget(widget)
        layout.addLayout(changing)
        layout.addLayout(handing)
        layout.addWidget(self._chart)
        layout.addWidget(self._progress)
        for flow in (changing, handing):
            flow.setSpacing(unit // 2)
        follow_layout(self)
