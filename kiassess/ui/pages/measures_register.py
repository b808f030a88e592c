"""The register of AI systems: what is in use or planned, and what it asks for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.register import AiSystem, overdue_reviews, suggested_ai_in_use
from kiassess.marks import override
from kiassess.ui.models.register_model import COLUMNS, RegisterModel
from kiassess.ui.pages.measures_part import MeasuresPart
from kiassess.ui.planning import Planning
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.notice import Notice
from kiassess.ui.widgets.pick_table import PickTable
from kiassess.wording.register import (
    LawDays,
    by_name,
    outdated_words,
    overdue_sentence,
)
from kiassess.wording.texts import Texts

WORDY = frozenset(range(len(COLUMNS)))


class RegisterPart(MeasuresPart):
    """Lists the systems; all that takes a dialog, a file or paper is asked for.

    Signals:
        system_requested: The user wants to see a system: a click on the button, a double click,
                          or Enter in its row.
                          arg: ``AiSystem.id``; ``""`` for a new one.
        precheck_requested: The user wants to go through the pre-check. arg: ``AiSystem.id``.
        removed: A system was taken away. arg: Its name.
        use_confirmed: The user says that AI is in use.
        export_requested: The user wants the register as a workbook.
        print_requested: The user wants it on paper.
    """

    system_requested = Signal(str)
    precheck_requested = Signal(str)
    removed = Signal(str)
    use_confirmed = Signal()
    export_requested = Signal()
    print_requested = Signal()

    def __init__(self, planning: Planning, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(planning, texts, parent)
        self._late: tuple[AiSystem, ...] = ()
        self._overdue = Notice(self.tr("Show this system"), self)
        self._suggestion = Notice(self.tr("Yes, AI is in use"), self)
        self._table = PickTable(texts("register.document"), self)
        self._model = RegisterModel(self)
        self._none = Label(texts("register.none"), parent=self)
        self._outdated = Label(role="attention", parent=self)
        self._new = self._button("new-system", self.tr("New AI &system…"))
        self._open = self._button("open-system", self.tr("&Open…"))
        self._precheck = self._button("precheck", self.tr("&Pre-check under the AI Act…"))
        self._remove = self._button("remove", self.tr("&Remove"))
        self._export = self._button("export", self.tr("AI register to Exce&l…"))
        self._print = self._button("print", self.tr("Prin&t…"))
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        planning = self.planning
        systems = by_name(planning.kept.systems.values())
        picked = self._picked()
        self._model.show_systems(systems, planning.today(), self.texts)
        self._table.show_model(self._model, sort_role=RegisterModel.SortRole, wordy=WORDY)
        self._show_notices(systems)
        row = self._model.row_of(picked)
        if systems:
            self._table.pick_row(row if row is not None else 0)
        for widget in (self._table, self._open, self._precheck, self._remove):
            widget.setVisible(bool(systems))
        self._none.setVisible(not systems)
        for button in (self._new, self._precheck, self._remove):
            button.setEnabled(planning.editable)

    @override
    def print_out(self) -> bool:
        self.print_requested.emit()
        return True

    def pick(self, system_id: str) -> None:
        """Make the row of a system the current one, if it is there."""
        row = self._model.row_of(system_id)
        if row is not None:
            self._table.pick_row(row)

    def _show_notices(self, systems: tuple[AiSystem, ...]) -> None:
        planning, texts = self.planning, self.texts
        self._late = overdue_reviews(systems, planning.today())
        self._overdue.show_sentence(overdue_sentence(self._late, texts))
        opened = planning.opened
        said = None if opened is None else opened.assessment.ai_in_use
        wanted = planning.editable and suggested_ai_in_use(systems, said) is not None
        used = next((one.name for one in systems if one.is_in_use), "")
        self._suggestion.show_sentence(texts("register.suggest", name=used) if wanted else "")
        self._show_outdated([one for one in systems if one.precheck is not None])

    def _show_outdated(self, looked_at: list[AiSystem]) -> None:
        """Say which pre-check is to be made again, the oldest first."""
        planning, texts = self.planning, self.texts
        precheck = planning.precheck() if looked_at else None
        law = LawDays(None if precheck is None else precheck.as_of, planning.legal().as_of)
        told = ((one.name, outdated_words(one.precheck, law, texts)) for one in looked_at)
        words = [texts("register.outdated_of", name=name, said=said) for name, said in told if said]
        self._outdated.setText(f"! {words[0]}" if words else "")
        self._outdated.setVisible(bool(words))

    def _picked(self) -> str:
        row = self._table.picked_row()
        return "" if row is None else self._model.id_of(row)

    @Slot()
    def _on_new(self) -> None:
        self.system_requested.emit("")

    @Slot()
    def _on_opened(self) -> None:
        if self._picked():
            self.system_requested.emit(self._picked())

    @Slot()
    def _on_precheck(self) -> None:
        if self._picked():
            self.precheck_requested.emit(self._picked())

    @Slot()
    def _on_remove(self) -> None:
        system = self.planning.kept.systems.get(self._picked())
        if system is not None and self.planning.remove(system):
            self._new.setFocus()
            self.removed.emit(system.name)

    @Slot()
    def _on_overdue(self) -> None:
        if self._late:
            self.pick(self._late[0].id)
            self._table.setFocus()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        return button

    def _connect(self) -> None:
        self._overdue.followed.connect(self._on_overdue)
        self._suggestion.followed.connect(self.use_confirmed)
        self._table.row_opened.connect(self._on_opened)
        self._new.clicked.connect(self._on_new)
        self._open.clicked.connect(self._on_opened)
        self._precheck.clicked.connect(self._on_precheck)
        self._remove.clicked.connect(self._on_remove)
        self._export.clicked.connect(self.export_requested)
        self._print.clicked.connect(self.print_requested)

    def _arrange(self) -> None:
        about = self.tr(
            "All AI systems that your administration uses, tries out or plans. "
            "The register goes along into the next assessment."
        )
        for widget, name in (
            (self._overdue, "overdue"),
            (self._suggestion, "suggestion"),
            (self._table, "systems"),
            (self._outdated, "precheck-outdated"),
        ):
            widget.setObjectName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() * 3 // 4)
        layout.addWidget(Label(self.texts("register.document"), "section", parent=self))
        layout.addWidget(_help(about, self))
        for widget in (
            self._suggestion, self._overdue, self._outdated, self._none, self._table
        ):  # fmt: skip
            layout.addWidget(widget)
        for buttons in (
            (self._new, self._open, self._precheck, self._remove),
            (self._export, self._print),
        ):
            row = FlowLayout()
            row.setSpacing(self.fontMetrics().height() // 2)
            for button in buttons:
                row.addWidget(button)
            layout.addLayout(row)
        layout.addWidget(Label(self.texts("plan_export.hint"), "muted", parent=self))


def _help(text: str, parent: QWidget) -> Label:
    """A help text that is as high as it has to be at its width."""
    label = Label(role="help", parent=parent)
    label.setText(text)
    return label
