"""The dialog of one AI system in the register."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QWidget

from kiassess.domain.history import Subject
from kiassess.domain.precheck import GRAVEST_FIRST, Outcome
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.domain.register import AiRole, AiSystem, Dpia, UseStatus
from kiassess.marks import override
from kiassess.ui.dialogs.entry_dialog import EntryDialog
from kiassess.ui.dialogs.maybe_day import MaybeDay
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.wording.register import LawDays
from kiassess.wording.texts import Texts

Kind = TypeVar("Kind", bound=StrEnum)


class AiSystemDialog(EntryDialog):
    """All that the register says of a system; only its name is needed."""

    def __init__(
        self,
        system: AiSystem,
        use_cases: Mapping[str, str],
        texts: Texts,
        law: LawDays,
        *,
        today: date,
        new: bool = False,
        editable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Show a system.

        Args:
            system: As it is kept, or as a new one begins.
            use_cases: Titles of the use cases by id.
            texts: The language.
            law: On which days the law was looked at.
            today: The day of the local clock.
            new: Whether it is not kept yet; a name of one dash is shown as none.
            editable: Whether it can be changed.
            parent: The window below.
        """
        super().__init__(Subject.SYSTEM, texts, law, editable=editable, parent=parent)
        self._id = system.id
        title = self.tr("New AI system") if new else self.tr("AI system")
        about = self.tr(
            "Only the name is needed. Leave open what you do not know yet. "
            "You can add it at any time."
        )
        self.setWindowTitle(title)
        self.column.addWidget(Label(title, "section", parent=self))
        self.column.addWidget(Label(about, "help", parent=self))
        self._line("name", "" if new and system.name == "–" else system.name, self._name)
        self._use = self._choices(system, use_cases)
        self._purpose = self._box("purpose", system.purpose)
        self._provider = self._line("provider", system.provider)
        self._row("status", "role", "use_case_id")
        self._data = self._box("data", system.data)
        self._legal_basis = self._line("legal_basis", system.legal_basis)
        self._row("personal_data", "dpia")
        self._add_precheck(system.precheck)
        self._row("risk")
        self._responsible = self._line("responsible", system.responsible)
        self._start = self._day("start", system.start, today)
        self._review = self._day("review", system.review, today)
        self._note = self._box("note", system.note)
        self.column.addStretch()
        self._on_name_changed()
        self._name.setFocus()

    def value(self) -> AiSystem:
        """What is shown; its name is not blank."""
        return AiSystem(
            self._id,
            self._name.text().strip(),
            status=UseStatus(self._use["status"].currentData()),
            purpose=self._purpose.toPlainText().strip(),
            provider=self._provider.text().strip(),
            role=_chosen(AiRole, self._use["role"]),
            data=self._data.toPlainText().strip(),
            personal_data=self._use["personal_data"].currentData(),
            legal_basis=self._legal_basis.text().strip(),
            dpia=_chosen(Dpia, self._use["dpia"]),
            risk=_chosen(Outcome, self._use["risk"]),
            responsible=self._responsible.text().strip(),
            start=self._start.day(),
            review=self._review.day(),
            note=self._note.toPlainText().strip(),
            use_case_id=self._use["use_case_id"].currentData(),
            precheck=self.precheck,
        )

    @override
    def show_precheck(self, made: PrecheckResult | None) -> None:
        super().show_precheck(made)
        open_words = self.texts("register.open")
        if made is not None:
            outcome = self.texts(f"outcome.{made.outcome}")
            open_words = self.texts("register.risk_of_precheck", outcome=outcome)
        self._use["risk"].setItemText(0, open_words)

    def _choices(self, system: AiSystem, use_cases: Mapping[str, str]) -> dict[str, QComboBox]:
        texts = self.texts
        nothing = (None, texts("register.open"))
        yes_no = [(True, texts("answers.yes")), (False, texts("answers.no"))]
        roles = [(one, texts(f"ai_role.{one}")) for one in AiRole]
        made = [(one, texts(f"dpia.{one}")) for one in Dpia]
        risks = [(one, texts(f"outcome.{one}")) for one in GRAVEST_FIRST]
        states = [(one, texts(f"use_status.{one}")) for one in UseStatus]
        # What was removed may come back with “Undo”.
        gone = system.use_case_id if system.use_case_id not in use_cases else ""
        cases = [(gone, texts("register.no_use_case")), *use_cases.items()]
        return {
            "status": self._choice("status", states, system.status),
            "role": self._choice("role", [nothing, *roles], system.role),
            "use_case_id": self._choice("use_case_id", cases, system.use_case_id),
            "personal_data": self._choice(
                "personal_data", [nothing, *yes_no], system.personal_data
            ),
            "dpia": self._choice("dpia", [nothing, *made], system.dpia),
            "risk": self._choice("risk", [nothing, *risks], system.risk),
        }

    def _row(self, *names: str) -> None:
        row = FlowLayout()
        row.setSpacing(self.fontMetrics().height())
        for name in names:
            row.addWidget(self._field(name, self._use[name]))
        self.column.addLayout(row)

    def _day(self, name: str, day: date | None, today: date) -> MaybeDay:
        made = MaybeDay(self._label(name), self.texts, today, self)
        made.setObjectName(name)
        made.show_day(day)
        made.setEnabled(self._editable)
        self.column.addWidget(made)
        return made


def _chosen(kind: type[Kind], combo: QComboBox) -> Kind | None:
    """The value chosen; Qt keeps but its text."""
    key = combo.currentData()
    return None if key is None else kind(key)
