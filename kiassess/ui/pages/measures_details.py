"""What unfolds below a recommended measure: why it is here, what to do, and what it takes."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.recommending import Recommendation
from kiassess.ui.planning import Planning
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.link_button import FRAME_PX, LinkButton
from kiassess.wording.measure_list import (
    before_words,
    circumstance_words,
    fact_lines,
    reason_words,
)
from kiassess.wording.texts import Texts

LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done with a measure in its present state.

    Attributes:
        editable: Whether anything can be changed at all.
        planned: Whether it is in the plan already.
        own: Whether it is one of the municipality.
        worded: Whether it stands in words of the municipality.
    """

    editable: bool
    planned: bool
    own: bool
    worded: bool


class MeasureDetails(QWidget):
    """The measure in full, and what can be done with it.

    Signals:
        item_requested: The user wants to see a question.
                        arg: ``Item.id``.
        take_requested: It is to go into the plan.
                        arg: ``Measure.id``.
        plan_requested: The user wants to see it in the plan.
        words_requested: It is to get other words.
                         arg: ``Measure.id``.
        reset_requested: It is to get the words of the catalogue back, or an own one to go.
                         arg: ``Measure.id``.
        hide_requested: It is to be hidden.
                        arg: ``Measure.id``.
    """

    item_requested = Signal(str)
    take_requested = Signal(str)
    plan_requested = Signal()
    words_requested = Signal(str)
    reset_requested = Signal(str)
    hide_requested = Signal(str)

    def __init__(
        self,
        one: Recommendation,
        planning: Planning,
        texts: Texts,
        offer: Offer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._id = one.measure.id
        self._texts = texts
        unit = self.fontMetrics().height() // 4
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(unit)
        if one.measure.goal:
            self._say(one.measure.goal)
        self._add_reasons(one)
        self._add_steps(one)
        self._add_before(one, planning)
        self._add_facts(one, planning)
        self._layout.addSpacing(unit)
        self._layout.addLayout(self._buttons(one, offer))
        self._layout.addSpacing(2 * unit)

    def _add_reasons(self, one: Recommendation) -> None:
        self._head(self._texts("measure_list.why"))
        sentence = circumstance_words(one, self._texts)
        if sentence:
            self._say(sentence)
        for reason in one.why:
            link = LinkButton(reason_words(reason, self._texts), reason.item.id, self)
            link.setObjectName(f"why-{reason.item.id}")
            link.followed.connect(self.item_requested)
            self._layout.addWidget(link, 0, LEFT)

    def _add_steps(self, one: Recommendation) -> None:
        measure = one.measure
        steps = (measure.title,) if one.generic else measure.steps
        if steps:
            self._head(self._texts("measure.steps"))
        for number, step in enumerate(steps, start=1):
            self._say(step if len(steps) == 1 else f"{number}. {step}")

    def _add_before(self, one: Recommendation, planning: Planning) -> None:
        lines = list(before_words(one, planning.measures(), planning.kept, self._texts))
        if lines:
            self._head(self._texts("measure.before"))
        for line in lines:
            self._say(line)

    def _add_facts(self, one: Recommendation, planning: Planning) -> None:
        opened = planning.opened
        if opened is None:
            return
        last = ""
        for line in fact_lines(
            one, opened.questionnaire, planning.catalogue(), planning.scale(), self._texts
        ):
            if line.title != last:
                self._head(line.title)
            last = line.title
            self._say(line.text)

    def _buttons(self, one: Recommendation, offer: Offer) -> FlowLayout:
        row = FlowLayout()
        row.setSpacing(self.fontMetrics().height() // 2)
        if offer.planned:
            row.addWidget(self._button("plan", self.tr("See it in the plan"), self._on_plan))
        elif offer.editable:
            take = self._button("take", self.tr("Take over into the plan"), self._on_take)
            take.setProperty("primary", "true")
            row.addWidget(take)
        if not offer.editable:
            return row
        if not one.generic:
            words = self.tr("Edit…") if offer.own else self.tr("Own wording…")
            row.addWidget(self._button("words", words, self._on_words))
        if offer.own or offer.worded:
            reset = self.tr("Delete") if offer.own else self.tr("Words of the catalogue again")
            row.addWidget(self._button("reset", reset, self._on_reset))
        row.addWidget(self._button("hide", self.tr("Hide…"), self._on_hide))
        return row

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"{name}-{self._id}")
        button.clicked.connect(slot)
        return button

    def _head(self, text: str) -> None:
        label = Label(text, "strong", parent=self)
        label.setContentsMargins(FRAME_PX, self.fontMetrics().height() // 4, 0, 0)
        self._layout.addWidget(label)

    def _say(self, text: str) -> None:
        label = Label(text, parent=self)
        label.setContentsMargins(FRAME_PX, 0, 0, 0)
        self._layout.addWidget(label)

    @Slot()
    def _on_take(self) -> None:
        self.take_requested.emit(self._id)

    @Slot()
    def _on_plan(self) -> None:
        self.plan_requested.emit()

    @Slot()
    def _on_words(self) -> None:
        self.words_requested.emit(self._id)

    @Slot()
    def _on_reset(self) -> None:
        self.reset_requested.emit(self._id)

    @Slot()
    def _on_hide(self) -> None:
        self.hide_requested.emit(self._id)
