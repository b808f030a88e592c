"""The dialog “Eintrag im Plan”: who does what until when, and what it is to bring."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from kiassess.domain.history import Subject
from kiassess.domain.planning import Decision, Kpi, PlanEntry, PlanStatus
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.speech import announce
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.planning import kind_label
from kiassess.wording.texts import Texts
from kiassess.wording.typed import (
    shown_cents,
    shown_day,
    shown_number,
    typed_cents,
    typed_day,
    typed_number,
)

Value = TypeVar("Value")

LINES_OF_TEXT = ("title", "responsible", "kpi_name", "decision_text")
DAYS = ("start", "due", "decision_day")
KPI = ("kpi_start", "kpi_target", "kpi_actual")
NUMBERS = ("days", *KPI)
MONEY = "cost_cents"
NOTE_LINES, LIST_LINES = 4, 5
LETTERS = 18  # of a short field
STEP_LETTERS = 26


class PlanEntryDialog(FormDialog):
    """Shows all that is said about an entry; only the title is needed.

    Days, numbers and money are typed as people write them; what cannot be read is said at once.
    """

    def __init__(
        self,
        entry_id: str,
        plan: Mapping[str, PlanEntry],
        texts: Texts,
        parent: QWidget | None = None,
        *,
        steps: Mapping[int, str],
        items: Mapping[str, str],
        editable: bool = True,
    ) -> None:
        """Show an entry.

        Args:
            entry_id: Of the entry; of a new one nothing is in the plan yet.
            plan: All entries by id.
            texts: The language.
            parent: The window below.
            steps: What the seven steps are called.
            items: Titles of the questions by id.
            editable: Whether it can be changed; else it can only be read.
        """
        entry = plan.get(entry_id)
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._entry, self._id, self._texts = entry, entry_id, texts
        self._fields = {name: QLineEdit(self) for name in (*LINES_OF_TEXT, *DAYS, *NUMBERS, MONEY)}
        self._step, self._status = QComboBox(self), QComboBox(self)
        self._after, self._note = QListWidget(self), QPlainTextEdit(self)
        self._problem = Label(role="bad", parent=self)
        self._aims = Label(role="help", parent=self)
        self._accept = self.make_primary(self.tr("&Keep"))
        self._editable = editable
        self._step.addItem(self.tr("no step"), None)
        for number, name in steps.items():
            self._step.addItem(name, number)
        for status in PlanStatus:
            self._status.addItem(texts(f"plan_status.{status}"), status.value)
        for one in plan.values():
            if one.id != entry_id:
                self._offer(one)
        WheelGuard(self).watch(self._step, self._status, self._after, self._note)
        self._arrange()
        self._show(entry, items)
        self._connect()
        self._reflect()

    def ask(self) -> PlanEntry | None:
        """Show the dialog once; ``None`` if the user keeps nothing."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        value = self.value() if accepted else None
        self.deleteLater()
        return value

    def value(self) -> PlanEntry:
        """What is to be kept.

        Raises:
            ValueError: Something typed cannot be read; the sentence says so. The dialog cannot be
                accepted then.
        """
        lines = {name: self._fields[name].text().strip() for name in LINES_OF_TEXT}
        if not lines["title"]:
            raise ValueError(self._texts("plan_page.no_title"))
        days = {name: self._read(name, typed_day, "day") for name in DAYS}
        numbers = {name: self._read(name, typed_number, "number") for name in NUMBERS}
        cents = self._read(MONEY, typed_cents, "money")
        if days["start"] and days["due"] and days["due"] < days["start"]:
            raise ValueError(self._texts("plan_page.bad_order"))
        kpi = self._kpi(lines["kpi_name"], *(numbers[name] for name in KPI))
        before = self._entry
        try:
            return PlanEntry(
                self._id,
                lines["title"],
                measure_id="" if before is None else before.measure_id,
                step=self._step.currentData(),
                start=days["start"],
                due=days["due"],
                responsible=lines["responsible"],
                days=numbers["days"],
                cost_cents=cents,
                kpi=kpi,
                status=PlanStatus(self._status.currentData()),
                note=self._note.toPlainText().strip(),
                decision=Decision(days["decision_day"], lines["decision_text"]),
                after=self._chosen_after(),
                aims=() if before is None else before.aims,
            )
        except ValueError as error:
            raise self._bad(str(error), "number") from None

    def _kpi(self, name: str, *values: float | None) -> Kpi:
        try:
            return Kpi(name, *values)
        except ValueError as error:
            raise self._bad(f"kpi_{error}", "number") from None

    def _bad(self, name: str, kind: str) -> ValueError:
        """What is wrong with a field, in a sentence."""
        label = kind_label(Subject.PLAN, name, self._texts)
        example = self._texts(f"plan_page.{kind}_example")
        return ValueError(f"{label}: {self._texts(f'plan_page.bad_{kind}', example=example)}")

    def _read(self, name: str, read: Callable[[str, Texts], Value], kind: str) -> Value:
        """What was typed into a field."""
        try:
            return read(self._fields[name].text(), self._texts)
        except ValueError:
            raise self._bad(name, kind) from None

    def _chosen_after(self) -> tuple[str, ...]:
        """What comes first; what is not in the plan yet stays remembered."""
        rows = [self._after.item(row) for row in range(self._after.count())]
        ids = {row.data(Qt.ItemDataRole.UserRole) for row in rows}
        chosen = [
            str(row.data(Qt.ItemDataRole.UserRole))
            for row in rows
            if row.checkState() is Qt.CheckState.Checked
        ]
        kept = () if self._entry is None else self._entry.after
        return (*(one for one in kept if one not in ids or one in chosen),
                *(one for one in chosen if one not in kept))  # fmt: skip

    @Slot()
    def _reflect(self) -> None:
        """Say what cannot be read yet; it cannot be kept as long."""
        try:
            self.value()
            problem = ""
        except ValueError as error:
            problem = str(error)
        self._accept.setEnabled(not problem and self._editable)
        if problem != self._problem.text():
            self._problem.setText(problem)
            self._problem.setVisible(bool(problem))
            if problem:
                announce(self, problem)
                self.reveal(self._problem)

    def _offer(self, other: PlanEntry) -> None:
        row = QListWidgetItem(other.title)
        row.setToolTip(other.title)
        row.setData(Qt.ItemDataRole.UserRole, other.id)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        first = self._entry is not None and other.id in self._entry.after
        row.setCheckState(Qt.CheckState.Checked if first else Qt.CheckState.Unchecked)
        self._after.addItem(row)

    def _show(self, entry: PlanEntry | None, items: Mapping[str, str]) -> None:
        if entry is None:
            self._aims.hide()
            return
        texts = self._texts
        shown = {
            "title": entry.title,
            "responsible": entry.responsible,
            "kpi_name": entry.kpi.name,
            "decision_text": entry.decision.text,
            "start": shown_day(entry.start, texts),
            "due": shown_day(entry.due, texts),
            "decision_day": shown_day(entry.decision.day, texts),
            "days": shown_number(entry.days, texts),
            "kpi_start": shown_number(entry.kpi.start, texts),
            "kpi_target": shown_number(entry.kpi.target, texts),
            "kpi_actual": shown_number(entry.kpi.actual, texts),
            MONEY: shown_cents(entry.cost_cents, texts),
        }
        for name, text in shown.items():
            self._fields[name].setText(text)
            self._fields[name].setCursorPosition(0)
        self._step.setCurrentIndex(self._step.findData(entry.step))
        self._status.setCurrentIndex(self._status.findData(entry.status.value))
        self._note.setPlainText(entry.note)
        titles = "; ".join(items.get(aim.item_id, aim.item_id) for aim in entry.aims)
        self._aims.setText(f"{kind_label(Subject.PLAN, 'aims', texts)}: {titles}")
        self._aims.setVisible(bool(titles))

    def _connect(self) -> None:
        for field in self._fields.values():
            field.textChanged.connect(self._reflect)
        self._fields["title"].setFocus()

    def _arrange(self) -> None:
        unit = self.fontMetrics().height()
        letter = self.fontMetrics().averageCharWidth()
        self.setWindowTitle(self.tr("Plan entry"))
        self.show_hint("" if self._editable else self.tr("Only to be read."))
        self._problem.setObjectName("problem")
        self._problem.hide()
        self._aims.setObjectName("aims")
        for name, field in self._fields.items():
            field.setObjectName(name)
            if name not in LINES_OF_TEXT:
                field.setMinimumWidth(LETTERS * letter)
            if name in DAYS:
                field.setPlaceholderText(self._texts("plan_page.day_example"))
        self._fields[MONEY].setPlaceholderText(self._texts("plan_page.money_example"))
        for name, box in (("step", self._step), ("status", self._status)):
            box.setObjectName(name)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(STEP_LETTERS if name == "step" else LETTERS)
        self._note.setObjectName("note")
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(NOTE_LINES * self.fontMetrics().lineSpacing() + unit)
        self._after.setObjectName("after")
        self._after.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._after.setFixedHeight(LIST_LINES * self.fontMetrics().lineSpacing() + unit)
        controls: dict[str, QWidget] = {
            **self._fields, "step": self._step, "status": self._status,
            "after": self._after, "note": self._note,
        }  # fmt: skip
        rows = (
            ("title",), ("step",), ("status",), ("responsible",), ("start", "due"),
            ("days", MONEY), ("after",), ("kpi_name",), ("kpi_start", "kpi_target", "kpi_actual"),
            ("decision_day",), ("decision_text",), ("note",),
        )  # fmt: skip
        self.column.addWidget(self._problem)
        for row in rows:
            self._add_row([(name, controls[name]) for name in row])
        self.column.addWidget(self._aims)
        self.column.addStretch()
        for control in controls.values():
            control.setEnabled(self._editable)

    def _add_row(self, row: Sequence[tuple[str, QWidget]]) -> None:
        fields = []
        for name, control in row:
            label = kind_label(Subject.PLAN, name, self._texts)
            control.setAccessibleName(label)
            fields.append(Field(label, control, self))
        if len(fields) == 1:
            self.column.addWidget(fields[0])
            return
        flow = FlowLayout()
        flow.setSpacing(self.fontMetrics().height())
        for field in fields:
            flow.addWidget(field)
        self.column.addLayout(flow)
