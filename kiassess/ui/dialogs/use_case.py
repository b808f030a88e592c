"""The dialog of one use case."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QWidget

from kiassess.domain.entries import RATES
from kiassess.domain.history import Subject
from kiassess.domain.use_cases import UseCase
from kiassess.ui.dialogs.entry_dialog import EntryDialog
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.wording.action_fields import rate_words
from kiassess.wording.register import LawDays
from kiassess.wording.texts import Texts


class UseCaseDialog(EntryDialog):
    """What AI is to do, with which data, for whom, and what may go wrong."""

    def __init__(
        self,
        case_id: str,
        case: UseCase | None,
        fields: Mapping[str, str],
        texts: Texts,
        law: LawDays,
        *,
        editable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Show a use case.

        Args:
            case_id: Its id.
            case: As it is kept; ``None`` for a new one.
            fields: Names of the action fields by id.
            texts: The language.
            law: On which days the law was looked at.
            editable: Whether it can be changed.
            parent: The window below.
        """
        super().__init__(Subject.USE_CASE, texts, law, editable=editable, parent=parent)
        self._id = case_id
        shown = case or UseCase(case_id, "–")
        title = self.tr("New use case") if case is None else self.tr("Use case")
        about = self.tr("Only the title is needed. Write so that others understand it, too.")
        self.setWindowTitle(title)
        self.column.addWidget(Label(title, "section", parent=self))
        self.column.addWidget(Label(about, "help", parent=self))
        self._line("title", "" if case is None else case.title, self._name)
        # What was removed may come back with “Undo”.
        gone = shown.field_id if shown.field_id not in fields else ""
        names = [(gone, texts("register.no_field")), *fields.items()]
        self._field_id = self._choice("field_id", names, shown.field_id)
        self._add("field_id", self._field_id)
        self._idea = self._box("idea", shown.idea)
        self._data = self._box("data", shown.data)
        self._benefit = self._box("benefit", shown.benefit)
        self._effort = self._box("effort", shown.effort)
        self._rates = {
            "benefit": self._rate("benefit", shown.benefit_rate),
            "effort": self._rate("effort", shown.effort_rate),
        }
        row = FlowLayout()
        row.setSpacing(self.fontMetrics().height())
        for label, combo in (
            (self.tr("How great is the benefit?"), self._rates["benefit"]),
            (self.tr("How great is the effort?"), self._rates["effort"]),
        ):
            combo.setAccessibleName(label)
            row.addWidget(Field(label, combo, self))
        self.column.addLayout(row)
        self._risk = self._box("risk", shown.risk)
        self._responsible = self._line("responsible", shown.responsible)
        self._add_precheck(shown.precheck)
        self.column.addStretch()
        self._on_name_changed()
        self._name.setFocus()

    def value(self) -> UseCase:
        """What is shown; its title is not blank."""
        return UseCase(
            self._id,
            self._name.text().strip(),
            field_id=self._field_id.currentData(),
            idea=self._idea.toPlainText().strip(),
            data=self._data.toPlainText().strip(),
            benefit=self._benefit.toPlainText().strip(),
            effort=self._effort.toPlainText().strip(),
            risk=self._risk.toPlainText().strip(),
            benefit_rate=self._rates["benefit"].currentData(),
            effort_rate=self._rates["effort"].currentData(),
            responsible=self._responsible.text().strip(),
            precheck=self.precheck,
        )

    def _rate(self, rating: str, rate: int | None) -> QComboBox:
        words = [(one, rate_words(rating, one, self.texts)) for one in (None, *RATES)]
        return self._choice(f"{rating}_rate", words, rate)
