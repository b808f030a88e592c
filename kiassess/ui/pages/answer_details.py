"""What belongs to an answer beside its level: note, evidence, target, delivery and more."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from kiassess.domain.assessment import YEARS, Answer, Confidence, Evidence, EvidenceType
from kiassess.domain.kinds import LEVELS, DeliveryMode
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts

T = TypeVar("T", bound=StrEnum)

TYPING_PAUSE_MS = 600
NOTE_LINES = 3
DATE_FORMATS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y")


@dataclass(frozen=True, slots=True)
class DetailChoices:
    """What can be chosen for one item.

    Attributes:
        level_names: Names of the levels 0–4.
        default_target: The target level of the size class; ``None`` if it is not known.
        delivery_modes: Who may provide it; empty where the question does not arise.
    """

    level_names: tuple[str, ...]
    default_target: int | None
    delivery_modes: tuple[DeliveryMode, ...]


class AnswerDetails(QWidget):
    """A form over the details of one answer.

    Choices are reported at once, texts when typing pauses or on ``flush``.

    Signals:
        changed: The user changed something; ask ``applied_to`` for the result.
    """

    changed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown: Answer | None = None
        self._day: date | None = None  # the date entered last, when the field was left
        self._day_is_typed = False
        self._note = QPlainTextEdit(self)
        self._evidence = QComboBox(self)
        self._pointer = QLineEdit(self)
        self._date = QLineEdit(self)
        self._date_hint = Label(role="attention", parent=self)
        self._target = QComboBox(self)
        self._delivery = QComboBox(self)
        self._confidence = QComboBox(self)
        self._responsible = QLineEdit(self)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._form = QFormLayout(self)
        self._arrange()
        self._fill_fixed_choices()
        self._connect()

    def show_answer(self, answer: Answer, choices: DetailChoices) -> None:
        """Show the details of an answer; nothing is reported for that."""
        self._pause.stop()
        self._shown = None
        self._fill_choices(choices)
        self._note.setPlainText(answer.note)
        self._choose(self._evidence, answer.evidence.type)
        self._pointer.setText(answer.evidence.pointer)
        self._day = day = answer.evidence.dated
        self._day_is_typed = False
        self._date.setText("" if day is None else f"{day:%d.%m.%Y}")
        self._choose(self._target, answer.target)
        self._choose(self._delivery, answer.delivery)
        self._choose(self._confidence, answer.confidence)
        self._responsible.setText(answer.responsible)
        self._form.setRowVisible(self._delivery, bool(choices.delivery_modes))
        self._show_date_hint()
        self._shown = answer

    def applied_to(self, answer: Answer) -> Answer:
        """An answer with the details on the screen.

        An unreadable date leaves the stored one as it was.
        """
        return replace(
            answer,
            note=self._note.toPlainText().strip(),
            evidence=Evidence(
                _as(EvidenceType, self._evidence), self._pointer.text().strip(), self._day
            ),
            target=self._target.currentData(),
            delivery=_as(DeliveryMode, self._delivery),
            confidence=_as(Confidence, self._confidence),
            responsible=self._responsible.text().strip(),
        )

    def focus_note(self) -> None:
        """Put the cursor into the note."""
        self._note.setFocus()

    @property
    def any_filled(self) -> bool:
        """Whether there is anything to see, so that the fold need not hide it."""
        empty = Answer("")
        return self.applied_to(empty) != empty

    @Slot()
    def flush(self) -> None:
        """Report a pending change of text now."""
        if self._take_date() or self._pause.isActive():
            self._pause.stop()
            self.changed.emit()

    def _take_date(self) -> bool:
        """Take over the date entered; an unreadable one leaves the stored one as it was."""
        if not self._day_is_typed:
            return False
        self._day_is_typed = False
        self._show_date_hint()
        if not self._date_is_readable() or self._entered_date() == self._day:
            return False
        self._day = self._entered_date()
        return True

    @Slot()
    def _on_text(self) -> None:
        if self._shown is not None:
            self._pause.start()

    @Slot()
    def _on_date_typed(self) -> None:
        """Wait until the field is left: half a date may read as another one."""
        self._day_is_typed = True
        self._form.setRowVisible(self._date_hint, False)

    @Slot()
    def _on_choice(self) -> None:
        if self._shown is not None:
            self.changed.emit()

    def _arrange(self) -> None:
        metrics = self._note.fontMetrics()
        self._note.setFixedHeight(metrics.lineSpacing() * NOTE_LINES + metrics.height())
        self._note.setTabChangesFocus(True)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._date.setPlaceholderText(self.tr("DD.MM.YYYY"))
        rows = (
            ("note", self.tr("Note"), self._note),
            ("evidence", self.tr("Evidence"), self._evidence),
            ("pointer", self.tr("Where the evidence is found"), self._pointer),
            ("date", self.tr("Date of the evidence"), self._date),
            ("target", self.tr("Target level"), self._target),
            ("delivery", self.tr("Provided by"), self._delivery),
            ("confidence", self.tr("How sure is the answer?"), self._confidence),
            ("responsible", self.tr("Responsible"), self._responsible),
        )
        for name, title, field in rows:
            field.setObjectName(name)
            field.setAccessibleName(title)
            self._form.addRow(title, field)
            if field is self._date:
                self._form.addRow("", self._date_hint)

    def _connect(self) -> None:
        for line in (self._pointer, self._responsible):
            line.textEdited.connect(self._on_text)
        self._date.textEdited.connect(self._on_date_typed)
        for line in (self._pointer, self._date, self._responsible):
            line.editingFinished.connect(self.flush)
        self._note.textChanged.connect(self._on_text)
        self._pause.timeout.connect(self.changed)
        for box in (self._evidence, self._target, self._delivery, self._confidence):
            box.currentIndexChanged.connect(self._on_choice)

    def _fill_fixed_choices(self) -> None:
        self._evidence.addItem(self.tr("not stated"), None)
        for kind in EvidenceType:
            self._evidence.addItem(self._texts(f"evidence.{kind}"), kind)
        self._confidence.addItem(self.tr("not stated"), None)
        for confidence in Confidence:
            self._confidence.addItem(self._texts(f"confidence.{confidence}"), confidence)

    def _fill_choices(self, choices: DetailChoices) -> None:
        self._target.clear()
        usual = choices.default_target
        if usual is None:
            self._target.addItem(self.tr("no default, population unknown"), None)
        else:
            self._target.addItem(self.tr("default: {level}").format(level=usual), None)
        for level in LEVELS:
            self._target.addItem(f"{level} – {choices.level_names[level]}", level)
        self._delivery.clear()
        self._delivery.addItem(self.tr("not stated"), None)
        for mode in choices.delivery_modes:
            self._delivery.addItem(self._texts(f"delivery.{mode}"), mode)

    @staticmethod
    def _choose(box: QComboBox, value: object) -> None:
        for row in range(box.count()):
            if box.itemData(row) == value:
                box.setCurrentIndex(row)
                return
        box.setCurrentIndex(0)

    def _entered_date(self) -> date | None:
        text = self._date.text().strip()
        for pattern in DATE_FORMATS:
            try:
                day = datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day only
            except ValueError:
                continue
            return day if day.year in YEARS else None
        return None

    def _date_is_readable(self) -> bool:
        return not self._date.text().strip() or self._entered_date() is not None

    def _show_date_hint(self) -> None:
        readable = self._date_is_readable()
        self._date_hint.setText("" if readable else self.tr("Please enter a date like 22.11.2026."))
        self._form.setRowVisible(self._date_hint, not readable)


def _as(kind: type[T], box: QComboBox) -> T | None:
    """What is chosen; Qt keeps the text of a ``StrEnum`` and forgets its class."""
    value = box.currentData()
    return None if value is None else kind(value)
