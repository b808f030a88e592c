"""What is recommended: three buckets of measures, each measure a row that unfolds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.measure_filter import blocks_of
from kiassess.domain.own_measures import OWN
from kiassess.domain.recommending import Bucket, Recommendation, in_bucket, shown_first
from kiassess.marks import override
from kiassess.ui.pages.measures_details import MeasureDetails, Offer
from kiassess.ui.pages.measures_filters import FilterBar
from kiassess.ui.pages.measures_frame import FrameCard
from kiassess.ui.pages.measures_hidden import HiddenMeasures
from kiassess.ui.pages.measures_part import MeasuresPart
from kiassess.ui.planning import Planning
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.fold_row import FoldRow
from kiassess.ui.widgets.labels import Label, Rule
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.link_button import LinkButton
from kiassess.ui.widgets.tab_order import follow_layout
from kiassess.wording.measure_list import (
    bucket_title,
    count_words,
    left_out_words,
    row_facts,
    step_names,
)
from kiassess.wording.recommending import measure_name
from kiassess.wording.texts import Texts

PLAN = "plan"  # the part with the plan


class RecommendedPart(MeasuresPart):
    """What is counted with, then the measures; at most six at first, the rest one click away.

    Signals:
        own_requested: The user wants to write a measure.
        words_requested: A measure is to get other words.
                         arg: ``Measure.id``.
        hide_requested: A measure is to be hidden; nobody has asked yet why.
                        arg: ``Measure.id``.
        print_requested: The list is to go on paper.
        export_requested: The list is to go into a workbook.
    """

    own_requested = Signal()
    words_requested = Signal(str)
    hide_requested = Signal(str)
    print_requested = Signal()
    export_requested = Signal()

    def __init__(self, planning: Planning, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(planning, texts, parent)
        self._more: set[Bucket] = set()  # buckets shown in full
        self._unfolded: set[str] = set()
        self._rows: dict[str, FoldRow] = {}
        self._frame = FrameCard(texts, self)
        self._filters = FilterBar(self)
        self._count = Label(parent=self)
        self._list = QVBoxLayout()
        self._hidden = HiddenMeasures(texts, self)
        self._own = QPushButton(self.tr("&Own measure…"), self)
        self._export = QPushButton(self.tr("To Ex&cel…"), self)
        self._print = QPushButton(self.tr("&Print…"), self)
        self._arrange()

        self._frame.changed.connect(self._on_frame_changed)
        self._filters.changed.connect(self._show_list)
        self._hidden.show_again_requested.connect(self._on_show_again)
        self._own.clicked.connect(self.own_requested)
        self._export.clicked.connect(self.export_requested)
        self._print.clicked.connect(self.print_requested)

    @override
    def refresh(self) -> None:
        opened, planning = self.planning.opened, self.planning
        self.setEnabled(opened is not None)
        if opened is None:
            return
        self._frame.show_frame(planning.kept.frame, planning.scale(), editable=planning.editable)
        self._own.setVisible(planning.editable)
        self._show_choices(opened)
        names = {key: self._name_of(key, opened) for key in planning.kept.hidden}
        self._hidden.show_hidden(planning.kept, names, editable=planning.editable)
        self._show_list()

    @override
    def print_out(self) -> bool:
        self.print_requested.emit()
        return True

    def reveal(self, measure_id: str) -> None:
        """Bring a measure into sight and give its row the focus, if it is recommended."""
        every = {one.measure.id: one.bucket for one in self.planning.recommendations()}
        if measure_id not in every:
            return
        if measure_id not in self._rows:
            self._filters.clear()
        if measure_id not in self._rows:
            self._on_more(every[measure_id])
        self._focus(f"head-{measure_id}")
        self.reveal_requested.emit(f"row-{measure_id}")

    @Slot()
    def _show_list(self) -> None:
        """Fill the buckets anew; what was unfolded stays so, and the focus where it was."""
        opened = self.planning.opened
        if opened is None:
            return
        focused = self._focused()
        clear_layout(self._list)
        self._rows = {}
        wanted = self._filters.wanted
        every = self.planning.recommendations()
        found = [
            one
            for one in every
            if wanted.lets(one.measure, opened.questionnaire, self._name(one, opened))
        ]
        self._say_count(len(found), len(every), filtered=wanted.active)
        first = found if wanted.active else shown_first(found)
        at_first = {one.measure.id for one in first}
        for bucket in Bucket:
            self._add_bucket(bucket, in_bucket(found, bucket), at_first, opened)
        follow_layout(self)
        if focused:
            self._focus(focused)

    def _say_count(self, n: int, total: int, *, filtered: bool) -> None:
        answered = bool(self.planning.opened and self.planning.opened.answers)
        sentence = count_words(total, self.texts, answered=answered)
        if filtered:
            sentence = self.tr("%n of {total} measures match.", "", n).format(total=total)
        self._count.setText(sentence)

    def _add_bucket(
        self,
        bucket: Bucket,
        found: Sequence[Recommendation],
        at_first: set[str],
        opened: OpenAssessment,
    ) -> None:
        card = Card(self)
        card.setObjectName(f"bucket-{bucket}")
        card.body.addWidget(Label(bucket_title(bucket, found, self.texts), "section", parent=card))
        left_out = left_out_words(found, self.planning.kept.frame.days_per_quarter, self.texts)
        if left_out:
            card.body.addWidget(Label(left_out, "attention", parent=card))
        whole = bucket in self._more
        shown = [one for one in found if whole or one.measure.id in at_first]
        for number, one in enumerate(shown):
            if number:
                card.body.addWidget(Rule(card))
            card.body.addWidget(self._row(one, opened, card))
        first = sum(one.measure.id in at_first for one in found)
        if len(found) > first:
            rest = len(found) - first
            words = self.tr("Show %n more", "", rest) if first else self.tr("Show %n", "", rest)
            words = self.tr("Show fewer") if whole else words
            more = LinkButton(words, bucket, card)
            more.setObjectName(f"more-{bucket}")
            more.setAccessibleName(f"{self.texts(f'recommending.{bucket}')}: {words}")
            more.followed.connect(self._on_more)
            card.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addWidget(card)
        card.show()  # at once, so that it can have the focus

    def _row(self, one: Recommendation, opened: OpenAssessment, parent: QWidget) -> FoldRow:
        key = one.measure.id
        entry = self.planning.kept.plan.get(key)
        facts = row_facts(one, opened.questionnaire, self.texts, entry=entry)
        row = FoldRow(self._name(one, opened), facts, key, parent)
        row.head.setObjectName(f"head-{key}")
        row.setObjectName(f"row-{key}")
        self._rows[key] = row
        row.unfolded.connect(self._on_unfolded)
        row.turned.connect(self._on_turned)
        if key in self._unfolded:
            row.unfold()
        return row

    def _details(self, one: Recommendation, parent: QWidget) -> MeasureDetails:
        key, kept = one.measure.id, self.planning.kept
        own = key.startswith(OWN)
        offer = Offer(
            editable=self.planning.editable,
            planned=key in kept.plan,
            own=own,
            worded=not own and key in kept.measures,
        )
        details = MeasureDetails(one, self.planning, self.texts, offer, parent)
        details.item_requested.connect(self.item_requested)
        details.take_requested.connect(self._on_take)
        details.plan_requested.connect(self._on_plan)
        details.words_requested.connect(self.words_requested)
        details.reset_requested.connect(self._on_reset)
        details.hide_requested.connect(self.hide_requested)
        return details

    def _show_choices(self, opened: OpenAssessment) -> None:
        found, asked = (
            [one.measure for one in self.planning.recommendations()],
            opened.questionnaire,
        )
        leads, steps = {one.lead for one in found}, {one.step for one in found}
        blocks = {block for one in found for block in blocks_of(one, asked)}
        names = step_names(self.planning.catalogue(), self.texts)
        self._filters.show_choices(
            {role.id: role.name for role in asked.roles if role.id in leads},
            {block.id: block.name for block in asked.blocks if block.id in blocks},
            {step: name for step, name in names.items() if step in steps},
        )

    def _name(self, one: Recommendation, opened: OpenAssessment) -> str:
        return measure_name(one.measure, opened.questionnaire, self.texts)

    def _name_of(self, measure_id: str, opened: OpenAssessment) -> str:
        """What a measure is called; its id if it is in no catalogue any more."""
        found = self.planning.measure(measure_id)
        if found is None:
            return measure_id
        return measure_name(found, opened.questionnaire, self.texts)

    def _focused(self) -> str:
        """The name of what has the focus among the rows, or nothing."""
        focused = self.focusWidget()
        return focused.objectName() if focused is not None and focused.hasFocus() else ""

    def _focus(self, name: str) -> None:
        """Put the focus back on what has a name, or on the row it stood in."""
        widget = self.findChild(QWidget, name)
        key = name.partition("-")[2]
        if (widget is None or not widget.isEnabled()) and key in self._rows:
            widget = self.findChild(QWidget, f"plan-{key}") or self._rows[key].head
        if widget is None:
            widget = self._own if self._own.isVisibleTo(self) else self._export
        widget.setFocus()

    @Slot(str)
    def _on_unfolded(self, measure_id: str) -> None:
        row = self._rows[measure_id]
        found = {one.measure.id: one for one in self.planning.recommendations()}
        if not row.has_content and measure_id in found:
            row.set_content(self._details(found[measure_id], row))

    @Slot()
    def _on_turned(self) -> None:
        self._unfolded = {key for key, row in self._rows.items() if row.is_unfolded}

    @Slot(str)
    def _on_more(self, bucket: str) -> None:
        self._more ^= {Bucket(bucket)}
        self._show_list()

    @Slot()
    def _on_frame_changed(self) -> None:
        self.planning.save(self._frame.frame)

    @Slot(str)
    def _on_take(self, measure_id: str) -> None:
        self.planning.take_over(measure_id)

    @Slot()
    def _on_plan(self) -> None:
        self.part_requested.emit(PLAN)

    @Slot(str)
    def _on_reset(self, measure_id: str) -> None:
        own = self.planning.kept.measures.get(measure_id)
        if own is not None:
            self.planning.remove(own)

    @Slot(str)
    def _on_show_again(self, measure_id: str) -> None:
        self.planning.show_again(measure_id)

    def _arrange(self) -> None:
        self._count.setObjectName("count")
        unit = self.fontMetrics().height() // 4
        buttons = FlowLayout()
        buttons.setSpacing(2 * unit)
        named = {"own": self._own, "export": self._export, "print": self._print}
        for name, button in named.items():
            button.setObjectName(name)
            buttons.addWidget(button)
        self._list.setSpacing(3 * unit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * unit)
        for widget in (self._frame, self._filters, self._count):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addLayout(self._list)
        layout.addWidget(self._hidden)
