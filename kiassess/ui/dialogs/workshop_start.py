"""The dialog before a workshop: which questions, who is present, how much time for each."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.workshop import SEATS, Agenda, Seat, agenda_items, seats
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts

LIMIT_MINUTES = 5
LONGEST_MINUTES = 60


@dataclass(frozen=True, slots=True)
class WorkshopPlan:
    """How a workshop is held.

    Attributes:
        agenda: Which questions.
        area_id: ``Area.id``, for ``Agenda.AREA`` only.
        names: Who is present, as typed.
        count: How many vote at least.
        limit_minutes: Time for one question; 0 for no limit.
        keep_votes: Whether votes of people with a name are kept as their voices.
    """

    agenda: Agenda = Agenda.CLARIFY
    area_id: str = ""
    names: str = ""
    count: int = 0
    limit_minutes: int = LIMIT_MINUTES
    keep_votes: bool = False


class WorkshopStartDialog(FormDialog):
    """Asks how a workshop is to be held; what was entered the last time stands there again."""

    def __init__(
        self,
        opened: OpenAssessment,
        texts: Texts,
        before: WorkshopPlan,
        parent: QWidget | None = None,
        *,
        can_keep: bool = False,
    ) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._opened = opened
        self._texts = texts
        self._agenda = QComboBox(self)
        self._names = QLineEdit(before.names, self)
        self._count = QSpinBox(self)
        self._present = Label(role="help", parent=self)
        self._limit = QSpinBox(self)
        self._keep = QCheckBox(self.tr("&Keep votes with a name as voices"), self)
        self._accept = self.make_primary(self.tr("&Begin workshop"))
        self._fill_agenda(before)
        self._count.setRange(SEATS[0], SEATS[-1])
        self._count.setSpecialValueText(self.tr("nobody: agree by word of mouth"))
        self._count.setValue(before.count)
        self._limit.setRange(0, LONGEST_MINUTES)
        self._limit.setSpecialValueText(self.tr("no limit"))
        self._limit.setSuffix(self.tr(" minutes"))
        self._limit.setValue(before.limit_minutes)
        self._keep.setChecked(before.keep_votes and can_keep)
        self._keep.setVisible(can_keep)
        for box in (self._count, self._limit):
            box.setProperty("buttonless", "true")
            box.lineEdit().setTextMargins(self.fontMetrics().averageCharWidth(), 0, 0, 0)
        self._arrange()

        self._agenda.currentIndexChanged.connect(self._reflect)
        self._names.textChanged.connect(self._reflect)
        self._count.valueChanged.connect(self._reflect)
        self._reflect()

    @staticmethod
    def ask(
        parent: QWidget | None,
        opened: OpenAssessment,
        texts: Texts,
        before: WorkshopPlan,
        *,
        can_keep: bool,
    ) -> WorkshopPlan | None:
        """Ask how the workshop is held; ``None`` if the user holds none."""
        dialog = WorkshopStartDialog(opened, texts, before, parent, can_keep=can_keep)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        value = dialog.value() if accepted else None
        dialog.deleteLater()
        return value

    def value(self) -> WorkshopPlan:
        """What is entered."""
        agenda, area_id = self._chosen()
        return WorkshopPlan(
            agenda,
            area_id,
            self._names.text().strip(),
            self._count.value(),
            self._limit.value(),
            self._keep.isChecked() and self._keep.isEnabled(),
        )

    @Slot()
    def _reflect(self) -> None:
        """Say who votes, and whether there is anything to talk about."""
        present = self._seats()
        names = ", ".join(seat.name for seat in present)
        if present:
            words = self.tr("%n people vote: {names}", "", len(present)).format(names=names)
        else:
            words = self.tr("Nobody votes; you only enter what has been agreed.")
        self._present.setText(words)
        self._names.setAccessibleDescription(words)
        self._keep.setEnabled(any(seat.named for seat in present))
        agenda, area_id = self._chosen()
        found = bool(agenda_items(self._opened, agenda, area_id))
        self._accept.setEnabled(found)
        self.show_hint("" if found else self.tr("There is no such question any more."))

    def _seats(self) -> tuple[Seat, ...]:
        return seats(self._names.text(), self._count.value(), self._texts("workshop.place"))

    def _chosen(self) -> tuple[Agenda, str]:
        kind, _, area_id = str(self._agenda.currentData()).partition(":")
        return Agenda(kind), area_id

    def _fill_agenda(self, before: WorkshopPlan) -> None:
        kinds = {
            Agenda.CLARIFY: self.tr("Where voices differ, the widest spread first ({n})"),
            Agenda.OPEN: self.tr("All that is open or unknown ({n})"),
        }
        for agenda, title in kinds.items():
            number = len(agenda_items(self._opened, agenda))
            self._agenda.addItem(title.format(n=number), f"{agenda}:")
        for area in self._opened.questionnaire.areas:
            if number := len(agenda_items(self._opened, Agenda.AREA, area.id)):
                title = self.tr("Area: {name} ({n})").format(name=area.name, n=number)
                self._agenda.addItem(title, f"{Agenda.AREA}:{area.id}")
        wanted = self._agenda.findData(f"{before.agenda}:{before.area_id}")
        nothing = before.agenda is Agenda.CLARIFY and not agenda_items(self._opened, before.agenda)
        self._agenda.setCurrentIndex(1 if nothing else max(wanted, 0))

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Workshop"))
        self._agenda.setObjectName("agenda")
        self._agenda.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._names.setObjectName("names")
        self._names.setPlaceholderText(self.tr("For example: Main office, IT, Finance"))
        self._count.setObjectName("count")
        self._limit.setObjectName("limit")
        self._keep.setObjectName("keep")
        self._present.setObjectName("present")
        about = self.tr(
            "One question at a time in large type, for a projector. Those present vote without "
            "seeing each other: you type their votes, then all are shown together. Every agreed "
            "level is saved at once."
        )
        names = self.tr("&Names of those present, optional, with commas")
        self.column.addWidget(Label(self.tr("Workshop"), "section", parent=self))
        self.column.addWidget(Label(about, parent=self))
        self.column.addWidget(Field(self.tr("&Questions"), self._agenda, self))
        self.column.addWidget(Field(names, self._names, self))
        self.column.addWidget(Field(self.tr("How many &vote"), self._count, self))
        self.column.addWidget(self._present)
        self.column.addWidget(self._keep)
        self.column.addWidget(Field(self.tr("&Time for one question"), self._limit, self))
        self.column.addStretch()
        self._names.setFocus()
