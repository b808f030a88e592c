"""What is counted with: the person-days there are, and how many work on it together."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiassess.domain.effort import Scale
from kiassess.domain.entries import MOST_DAYS
from kiassess.domain.planning import MOST_NEIGHBOURS, PlanFrame
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.count_box import UNKNOWN, CountBox
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.measure_list import size_note
from kiassess.wording.texts import Texts


class FrameCard(Card):
    """Three numbers, and what they and the size of the municipality change.

    Signals:
        changed: The user has changed one of the numbers; see ``frame``.
    """

    changed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown = PlanFrame()
        self._days = CountBox(str, self.tr("not stated"), self)
        self._each = CountBox(str, self.tr("not stated"), self)
        self._neighbours = CountBox(str, self.tr("none"), self)
        self._note = Label(role="help", parent=self)
        self._arrange()

        for box in (self._days, self._each, self._neighbours):
            box.editingFinished.connect(self._on_edited)

    @property
    def frame(self) -> PlanFrame:
        """The numbers as they stand there; what was not typed stays exact."""
        shown = self._shown
        return replace(
            shown,
            days_per_quarter=_typed(self._days, shown.days_per_quarter),
            days_per_person=_typed(self._each, shown.days_per_person),
            neighbours=self._neighbours.count() or 0,
        )

    def show_frame(self, frame: PlanFrame, scale: Scale, *, editable: bool) -> None:
        """Show what is counted with; this is not announced."""
        self._shown = frame
        self._days.set_count(_whole(frame.days_per_quarter))
        self._each.set_count(_whole(frame.days_per_person))
        self._neighbours.set_count(frame.neighbours or None)
        for box in (self._days, self._each, self._neighbours):
            box.setEnabled(editable)
        self._note.setText(size_note(scale, self._texts))

    @Slot()
    def _on_edited(self) -> None:
        if self.frame != self._shown:
            self.changed.emit()

    def _arrange(self) -> None:
        self._days.setObjectName("days")
        self._days.setRange(UNKNOWN, int(MOST_DAYS))
        self._each.setObjectName("days-each")
        self._each.setRange(UNKNOWN, int(MOST_DAYS))
        self._neighbours.setObjectName("neighbours")
        self._neighbours.setRange(UNKNOWN, MOST_NEIGHBOURS)
        self._note.setObjectName("size-note")
        WheelGuard(self).watch(self._days, self._each, self._neighbours)
        fields = FlowLayout()
        fields.setSpacing(self.fontMetrics().height())
        days = self.tr("Your person-&days in the next 90 days")
        neighbours = self.tr("&Neighbouring municipalities that do it with you")
        each = self._texts("entry.days_per_person")
        for label, box in (
            (days, self._days),
            (each, self._each),
            (neighbours, self._neighbours),
        ):
            box.setAccessibleName(label.replace("&", ""))
            fields.addWidget(Field(label, box, self))
        self.body.addLayout(fields)
        self.body.addWidget(self._note)


def _typed(box: CountBox, shown: float | None) -> float | None:
    count = box.count()
    return shown if count == _whole(shown) else count


def _whole(days: float | None) -> int | None:
    return None if days is None else int(days)
