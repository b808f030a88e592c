"""The dialogs behind action fields, use cases and the AI register."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kiassess.domain.action_fields import ActionField, all_fields
from kiassess.domain.assessment import AiInUse, Facts
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.domain.register import AiSystem
from kiassess.ui.desk import Desk, Tools
from kiassess.ui.dialogs.ai_system import AiSystemDialog
from kiassess.ui.dialogs.entry_dialog import EntryDialog
from kiassess.ui.dialogs.own_field import OwnFieldDialog
from kiassess.ui.dialogs.precheck import PrecheckDialog
from kiassess.ui.dialogs.use_case import UseCaseDialog
from kiassess.ui.exporter import Exporter
from kiassess.ui.planning import Planning
from kiassess.ui.register_papers import RegisterPapers
from kiassess.wording.planning import field_name
from kiassess.wording.register import LawDays

if TYPE_CHECKING:
    from kiassess.ui.pages.measures_fields import FieldsPart
    from kiassess.ui.pages.measures_register import RegisterPart

NO_NAME = "–"  # of a system that has none yet


class RegisterDesk(Desk):
    """Asks what fields, use cases and systems need, and keeps what was answered.

    Attributes:
        papers: What goes into files and on paper.
    """

    def __init__(
        self,
        tools: Tools,
        planning: Planning,
        exporter: Exporter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tools, parent)
        self._planning = planning
        self._asking: EntryDialog | None = None  # the dialog that is open
        self.papers = RegisterPapers(tools, planning, exporter, self)
        self.papers.told.connect(self.told)

    def attend_fields(self, part: "FieldsPart") -> None:
        """Do what the part with fields and use cases asks for."""
        part.own_field_requested.connect(self.add_field)
        part.rename_requested.connect(self.rename_field)
        part.case_requested.connect(self.show_case)
        part.precheck_requested.connect(self.check_case)
        part.register_requested.connect(self.enter_case)
        part.removed.connect(self._on_removed)
        part.chart_requested.connect(self.papers.export_chart)
        part.export_requested.connect(self.papers.export_fields)
        part.print_requested.connect(self.papers.print_fields)

    def attend_register(self, part: "RegisterPart") -> None:
        """Do what the part with the register asks for."""
        part.system_requested.connect(self.show_system)
        part.precheck_requested.connect(self.check_system)
        part.removed.connect(self._on_removed)
        part.use_confirmed.connect(self.confirm_use)
        part.export_requested.connect(self.papers.export_register)
        part.print_requested.connect(self.papers.print_register)

    @Slot()
    def add_field(self) -> None:
        """Ask for the name of an own field and keep it."""
        name = OwnFieldDialog.ask(self._window)
        if name is not None:
            self._planning.save(ActionField(self._planning.new_id(own=True), name))

    @Slot(str)
    def rename_field(self, field_id: str) -> None:
        """Ask for another name of an own field."""
        field = self._planning.kept.fields.get(field_id)
        name = None if field is None else OwnFieldDialog.ask(self._window, field.name)
        if field is not None and name is not None:
            self._planning.save(replace(field, name=name))

    @Slot(str)
    def show_case(self, case_id: str) -> None:
        """Show a use case, or a new one without an id."""
        dialog = self.case_dialog(case_id)
        if self._confirmed(dialog):
            self._planning.save(dialog.value())
        dialog.deleteLater()

    @Slot(str)
    def show_system(self, system_id: str) -> None:
        """Show an AI system, or a new one without an id."""
        system = self._planning.kept.systems.get(system_id)
        self._ask_system(system or self._new_system(), new=system is None)

    @Slot(str)
    def enter_case(self, case_id: str) -> None:
        """Show an AI system that begins with what is said of a use case."""
        case = self._planning.kept.use_cases.get(case_id)
        if case is None:
            return
        system = replace(
            self._new_system(),
            name=case.title,
            purpose=case.idea,
            data=case.data,
            responsible=case.responsible,
            use_case_id=case.id,
            precheck=case.precheck,
        )
        if self._ask_system(system, new=True):
            said = self.tr("Now in the AI register: {name}").format(name=case.title)
            self.told.emit(said, False)

    @Slot(str)
    def check_case(self, case_id: str) -> None:
        """Go through the pre-check of a use case."""
        case = self._planning.kept.use_cases.get(case_id)
        made = None if case is None else self._ask_precheck(case.title, case.precheck)
        if case is not None and made is not None:
            self._planning.save(replace(case, precheck=made))

    @Slot(str)
    def check_system(self, system_id: str) -> None:
        """Go through the pre-check of an AI system."""
        system = self._planning.kept.systems.get(system_id)
        made = None if system is None else self._ask_precheck(system.name, system.precheck)
        if system is not None and made is not None:
            self._planning.save(replace(system, precheck=made))

    @Slot()
    def confirm_use(self) -> None:
        """Say in the details that AI is in use."""
        opened = self._planning.opened
        if opened is None:
            return
        told = opened.assessment
        facts = Facts(told.extent, told.round_date, AiInUse.YES, told.municipality.population)
        if self._session.change_facts(facts):
            self.told.emit(self.tr("Noted: AI is in use"), False)

    def case_dialog(self, case_id: str, parent: QWidget | None = None) -> UseCaseDialog:
        """The dialog for a use case, ready to be shown."""
        kept = self._planning.kept
        fields = {one.id: field_name(one, self._texts) for one in all_fields(kept.fields.values())}
        return UseCaseDialog(
            case_id or self._planning.new_id(),
            kept.use_cases.get(case_id),
            fields,
            self._texts,
            self._law(),
            editable=self._planning.editable,
            parent=parent or self._window,
        )

    def system_dialog(
        self, system: AiSystem, *, new: bool = False, parent: QWidget | None = None
    ) -> AiSystemDialog:
        """The dialog for an AI system, ready to be shown."""
        cases = self._planning.kept.use_cases.values()
        return AiSystemDialog(
            system,
            {one.id: one.title for one in cases},
            self._texts,
            self._law(),
            today=self._planning.today(),
            new=new,
            editable=self._planning.editable,
            parent=parent or self._window,
        )

    def precheck_dialog(
        self, name: str, made: PrecheckResult | None, parent: QWidget | None = None
    ) -> PrecheckDialog | None:
        """The pre-check, ready to be shown; ``None`` if its questions cannot be read."""
        precheck = self._planning.precheck()
        if precheck is None:
            return None
        return PrecheckDialog(
            name,
            precheck,
            self._planning.legal(),
            self._texts,
            today=self._planning.today(),
            made=made,
            parent=parent or self._window,
        )

    def _ask_system(self, system: AiSystem, *, new: bool) -> bool:
        dialog = self.system_dialog(system, new=new)
        kept = self._confirmed(dialog) and self._planning.save(dialog.value())
        dialog.deleteLater()
        return kept

    def _confirmed(self, dialog: EntryDialog) -> bool:
        """Show a dialog; its pre-check is another dialog above it."""
        self._asking = dialog
        dialog.precheck_requested.connect(self._on_precheck_wanted)
        kept = dialog.confirm()
        self._asking = None
        return kept

    def _ask_precheck(
        self, name: str, made: PrecheckResult | None, parent: QWidget | None = None
    ) -> PrecheckResult | None:
        dialog = self.precheck_dialog(name, made, parent)
        return None if dialog is None else dialog.ask()

    def _new_system(self) -> AiSystem:
        return AiSystem(self._planning.new_id(), NO_NAME)

    def _law(self) -> LawDays:
        precheck = self._planning.precheck()
        questions = None if precheck is None else precheck.as_of
        return LawDays(questions, self._planning.legal().as_of)

    @Slot()
    def _on_precheck_wanted(self) -> None:
        dialog = self._asking
        if dialog is None:
            return
        made = self._ask_precheck(dialog.entry_name, dialog.precheck, dialog)
        if made is not None:
            dialog.show_precheck(made)

    @Slot(str)
    def _on_removed(self, name: str) -> None:
        said = self.tr("Removed: {name}. “Undo” brings it back.").format(name=name)
        self.told.emit(said, False)
