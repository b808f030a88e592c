"""What would be if: measures to tick, what they would change, and the way with the least effort."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import Profile, make_profile
from kiassess.domain.recommending import Bucket
from kiassess.domain.what_if import Simulation
from kiassess.marks import override
from kiassess.ui.background import Background
from kiassess.ui.models.what_if_model import Column, TryRow, WhatIfModel
from kiassess.ui.pages.measures_part import MeasuresPart
from kiassess.ui.pages.measures_simulation import SimulationCard
from kiassess.ui.pages.measures_way import WayCard
from kiassess.ui.planning import Planning
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.link_button import LinkButton
from kiassess.ui.widgets.speech import announce
from kiassess.ui.widgets.tab_order import follow_layout
from kiassess.ui.widgets.tick_table import TickTable
from kiassess.wording.recommending import measure_name
from kiassess.wording.texts import Texts
from kiassess.wording.what_if import joined_sentence, sum_sentences, try_hint

PLAN = "plan"  # the part with the plan


class WhatIfPart(MeasuresPart):
    """Nothing that is ticked here is kept; only taking over into the plan is.

    Signals:
        save_requested: The user wants the chart as a file; see ``charted``.
        print_requested: The simulation is to go on paper.
    """

    save_requested = Signal()
    print_requested = Signal()

    def __init__(
        self,
        planning: Planning,
        texts: Texts,
        parent: QWidget | None = None,
        *,
        background: Background,
        appearance: Appearance,
    ) -> None:
        super().__init__(planning, texts, parent)
        self._chosen: list[str] = []  # in the order they were ticked
        self._simulation: Simulation | None = None
        self._of = ""  # the assessment they were ticked for
        self._now: tuple[OpenAssessment, Profile] | None = None
        self._way = WayCard(planning, texts, self)
        self._model = WhatIfModel(texts, self)
        self._table = TickTable(self.tr("Measures to tick"), Column.MEASURE, self)
        self._sums = Label(parent=self)
        self._also = Label(role="strong", parent=self)
        self._take = QPushButton(self.tr("Take over into the pla&n"), self)
        self._planned = LinkButton(self.tr("See it in the plan"), PLAN, self)
        self._clear = QPushButton(self.tr("&Remove all ticks"), self)
        self._print = QPushButton(self.tr("Pr&int…"), self)
        self._card = SimulationCard(texts, background, appearance, self)
        self._arrange()

        self._way.tick_requested.connect(self._on_tick_way)
        self._way.take_requested.connect(self._on_take_way)
        self._model.ticked.connect(self._on_ticked)
        self._take.clicked.connect(self._on_take)
        self._planned.followed.connect(self.part_requested)
        self._clear.clicked.connect(self._on_clear)
        self._print.clicked.connect(self.print_requested)
        self._card.save_requested.connect(self.save_requested)

    @property
    @override
    def drawing(self) -> bool:
        return self._way.searching or self._card.drawing

    @property
    def chosen(self) -> tuple[str, ...]:
        """``Measure.id`` of what is ticked."""
        return tuple(self._chosen)

    @property
    def simulation(self) -> Simulation | None:
        """What would be."""
        return self._simulation

    @property
    def charted(self) -> tuple[Profile, Profile] | None:
        """The profile as it is and as it would be."""
        return self._card.shown

    @override
    def refresh(self) -> None:
        opened = self.planning.opened
        self.setEnabled(opened is not None)
        if opened is None:
            return
        if opened.assessment.id != self._of:
            self._of, self._chosen = opened.assessment.id, []
        hidden = self.planning.kept.hidden
        self._chosen = [
            one
            for one in self._chosen
            if one not in hidden and self.planning.measure(one) is not None
        ]
        self._way.refresh()
        self._also.setText("")
        self._show()

    @override
    def print_out(self) -> bool:
        self.print_requested.emit()
        return True

    def choose(self, ids: Iterable[str]) -> None:
        """Tick measures and what has to be done before them, and no others."""
        asked = list(dict.fromkeys(ids))
        before = self.planning.before(asked)
        self._chosen = [*asked, *before]
        self._say("pulled", before)
        self._show()

    @Slot(str, bool)
    def _on_ticked(self, measure_id: str, is_set: bool) -> None:
        if is_set:
            self._chosen.append(measure_id)
            before = self.planning.before(self._chosen)
            self._chosen += before
            self._say("pulled", before)
        else:
            self._chosen.remove(measure_id)
            rest = [one for one in self._chosen if measure_id not in self.planning.before([one])]
            dropped = [one for one in self._chosen if one not in rest]
            self._chosen = rest
            self._say("dropped", dropped)
        self._show()

    @Slot()
    def _on_tick_way(self) -> None:
        if self._way.found is not None:
            self.choose(one.id for one in self._way.found.measures)
            self._table.setFocus()

    @Slot()
    def _on_take_way(self) -> None:
        if self._way.found is not None:
            self.choose(one.id for one in self._way.found.measures)
            self._on_take()

    @Slot()
    def _on_take(self) -> None:
        self.planning.take_over(*self._chosen)

    @Slot()
    def _on_clear(self) -> None:
        self._chosen = []
        self._also.setText("")
        self._show()
        self._table.setFocus()

    def _show(self) -> None:
        """Show rows, ticks, sums and what would be."""
        opened = self.planning.opened
        if opened is None:
            return
        self._model.set_rows(self._rows(opened), self._chosen)
        self._simulation = self.planning.simulate(self._chosen)
        if self._simulation is None:
            return
        kept = self.planning.kept
        sums = sum_sentences(
            self._simulation,
            len(self._chosen),
            kept.frame.days_per_quarter,
            opened.questionnaire,
            self.texts,
        )
        all_planned = bool(self._chosen) and all(one in kept.plan for one in self._chosen)
        if all_planned:
            sums = (*sums, self.texts("what_if.all_planned"))
        self._sums.setText("\n".join(sums))
        self._also.setVisible(bool(self._also.text()))
        self._take.setVisible(self.planning.editable)
        self._take.setEnabled(bool(self._chosen) and not all_planned)
        self._planned.setVisible(all_planned)
        self._clear.setEnabled(bool(self._chosen))
        self._card.show_profiles(self._profile(opened), self._simulation.profile)

    def _profile(self, opened: OpenAssessment) -> Profile:
        """The profile as it is, worked out once."""
        if self._now is None or self._now[0] is not opened:
            self._now = opened, make_profile(opened)
        return self._now[1]

    def _rows(self, opened: OpenAssessment) -> list[TryRow]:
        """What is recommended, then what else is ticked."""
        order, scale, kept = list(Bucket), self.planning.scale(), self.planning.kept
        rows = [
            TryRow(
                one.measure.id,
                measure_name(one.measure, opened.questionnaire, self.texts),
                one.days,
                self.texts(f"what_if.when_{one.bucket}"),
                order.index(one.bucket),
                try_hint(one, self.texts, entry=kept.plan.get(one.measure.id)),
            )
            for one in self.planning.recommendations()
        ]
        known = {row.id for row in rows}
        for key in self._chosen:
            measure = self.planning.measure(key)
            if key not in known and measure is not None:
                name = measure_name(measure, opened.questionnaire, self.texts)
                days = scale.days_of(measure.effort)
                rows.append(TryRow(key, name, days, "", len(order), ""))
        return rows

    def _say(self, key: str, ids: Iterable[str]) -> None:
        """Say what was ticked or unticked as well."""
        opened = self.planning.opened
        found = [self.planning.measure(one) for one in ids]
        names = [
            measure_name(one, opened.questionnaire, self.texts)
            for one in found
            if one is not None and opened is not None
        ]
        sentence = joined_sentence(key, names, self.texts)
        self._also.setText(sentence)
        if sentence:
            announce(self._table, sentence)

    def _arrange(self) -> None:
        self._table.setObjectName("measures")
        self._table.show_model(
            self._model,
            sort_role=WhatIfModel.SortRole,
            wordy=frozenset({Column.MEASURE, Column.WHEN, Column.HINT}),
        )
        self._sums.setObjectName("sums")
        self._also.setObjectName("also")
        self._take.setObjectName("take")
        self._planned.setObjectName("planned")
        self._clear.setObjectName("clear")
        self._print.setObjectName("print")
        unit = self.fontMetrics().height() // 4
        buttons = FlowLayout(alignment=Qt.AlignmentFlag.AlignVCenter)
        buttons.setSpacing(2 * unit)
        for button in (self._take, self._planned, self._clear, self._print):
            buttons.addWidget(button)
        ticks = Card(self)
        about = self.tr(
            "Tick what you would do. The program then works out what your profile would look "
            "like. None of it changes your answers."
        )
        ticks.body.addWidget(Label(self.tr("What would be if?"), "section", parent=ticks))
        ticks.body.addWidget(Label(about, "help", parent=ticks))
        for widget in (self._table, self._also, self._sums):
            ticks.body.addWidget(widget)
        ticks.body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * unit)
        for card in (self._way, ticks, self._card):
            layout.addWidget(card)
        follow_layout(self)
