"""Where AI may help: action fields with their ratings, and use cases as cards."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.action_fields import ActionField, all_fields
from kiassess.domain.use_cases import UseCase
from kiassess.marks import override
from kiassess.ui.background import Background
from kiassess.ui.pages.field_card import FieldCard
from kiassess.ui.pages.field_matrix_card import FieldMatrixCard
from kiassess.ui.pages.measures_part import MeasuresPart
from kiassess.ui.pages.use_case_card import UseCaseCard
from kiassess.ui.planning import Planning
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.tab_order import follow_layout
from kiassess.wording.planning import field_name
from kiassess.wording.register import LawDays
from kiassess.wording.texts import Texts


class FieldsPart(MeasuresPart):
    """Rates fields at once; all that takes a dialog, a file or paper is asked for.

    Signals:
        own_field_requested: The user wants a field of their own.
        rename_requested: The user wants another name for an own field. arg: ``ActionField.id``.
        case_requested: The user wants to see a use case.
                        arg: ``UseCase.id``; ``""`` for a new one.
        precheck_requested: The user wants to go through the pre-check. arg: ``UseCase.id``.
        register_requested: The user wants a use case in the register. arg: ``UseCase.id``.
        removed: Something was taken away. arg: What it was called.
        chart_requested: The user wants the matrix as a file.
        export_requested: The user wants fields and use cases as a workbook.
        print_requested: The user wants them on paper.
    """

    own_field_requested = Signal()
    rename_requested = Signal(str)
    case_requested = Signal(str)
    precheck_requested = Signal(str)
    register_requested = Signal(str)
    removed = Signal(str)
    chart_requested = Signal()
    export_requested = Signal()
    print_requested = Signal()

    def __init__(
        self,
        planning: Planning,
        texts: Texts,
        background: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(planning, texts, parent)
        self._law = LawDays(None, planning.legal().as_of)
        self._fields: dict[str, FieldCard] = {}
        self._cases: dict[str, UseCaseCard] = {}
        self._field_column = QVBoxLayout()
        self._case_column = QVBoxLayout()
        self._matrix = FieldMatrixCard(texts, background, appearance, self)
        self._none = Label(texts("register.no_use_cases"), parent=self)
        self._own = self._button("own-field", self.tr("&Own action field…"))
        self._new = self._button("new-case", self.tr("&New use case…"))
        self._export = self._button("export", self.tr("To Exce&l…"))
        self._print = self._button("print", self.tr("&Print…"))
        self._arrange()

        self._matrix.save_requested.connect(self.chart_requested)
        self._own.clicked.connect(self.own_field_requested)
        self._new.clicked.connect(self._on_new_case)
        self._export.clicked.connect(self.export_requested)
        self._print.clicked.connect(self.print_requested)

    @property
    @override
    def drawing(self) -> bool:
        return self._matrix.drawing

    @override
    def refresh(self) -> None:
        planning = self.planning
        looked_at = any(one.precheck is not None for one in planning.kept.use_cases.values())
        precheck = planning.precheck() if looked_at else None
        questions = None if precheck is None else precheck.as_of
        self._law = LawDays(questions, planning.legal().as_of)
        fields = {one.id: one for one in all_fields(planning.kept.fields.values())}
        self._show_fields(fields)
        self._matrix.show_fields(tuple(fields.values()))
        self._show_cases({key: field_name(one, self.texts) for key, one in fields.items()})
        for button in (self._own, self._new):
            button.setEnabled(planning.editable)
        follow_layout(self)

    @override
    def print_out(self) -> bool:
        self.print_requested.emit()
        return True

    def _show_fields(self, fields: Mapping[str, ActionField]) -> None:
        """Cards that are there stay, and with them the focus."""
        for key in self._fields.keys() - fields.keys():
            _drop(self._fields.pop(key), self._field_column)
        for at, (key, field) in enumerate(fields.items()):
            if key not in self._fields:
                self._fields[key] = self._field_card(field)
                self._field_column.insertWidget(at, self._fields[key])
            self._fields[key].show_field(field, editable=self.planning.editable)

    def _field_card(self, field: ActionField) -> FieldCard:
        card = FieldCard(field, self.texts, self)
        card.setObjectName(f"field-{field.id}")
        card.changed.connect(self._on_field_changed)
        card.rename_requested.connect(self.rename_requested)
        card.remove_requested.connect(self._on_field_unwanted)
        return card

    def _show_cases(self, fields: Mapping[str, str]) -> None:
        kept = self.planning.kept.use_cases.values()
        cases = {one.id: one for one in sorted(kept, key=_by_title)}
        for key in self._cases.keys() - cases.keys():
            _drop(self._cases.pop(key), self._case_column)
        for at, (key, case) in enumerate(cases.items()):
            if key not in self._cases:
                self._cases[key] = self._case_card(case)
            card = self._cases[key]
            if self._case_column.indexOf(card) != at:
                self._case_column.insertWidget(at, card)
            name = fields.get(case.field_id, "")
            card.show_case(case, name, self._law, editable=self.planning.editable)
        self._none.setVisible(not cases)

    def _case_card(self, case: UseCase) -> UseCaseCard:
        card = UseCaseCard(case.id, self.texts, self)
        card.setObjectName(f"case-{case.id}")
        card.edit_requested.connect(self.case_requested)
        card.precheck_requested.connect(self.precheck_requested)
        card.register_requested.connect(self.register_requested)
        card.remove_requested.connect(self._on_case_unwanted)
        return card

    @Slot(str)
    def _on_field_changed(self, field_id: str) -> None:
        if not self.planning.save(self._fields[field_id].value):
            self.refresh()  # what was not kept is not shown either

    @Slot(str)
    def _on_field_unwanted(self, field_id: str) -> None:
        field = self.planning.kept.fields.get(field_id)
        if field is not None and self.planning.remove(field):
            self._own.setFocus()
            self.removed.emit(field_name(field, self.texts))

    @Slot(str)
    def _on_case_unwanted(self, case_id: str) -> None:
        case = self.planning.kept.use_cases.get(case_id)
        if case is not None and self.planning.remove(case):
            self._new.setFocus()
            self.removed.emit(case.title)

    @Slot()
    def _on_new_case(self) -> None:
        self.case_requested.emit("")

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        return button

    def _row(self, *buttons: QPushButton) -> FlowLayout:
        row = FlowLayout()
        row.setSpacing(self.fontMetrics().height() // 2)
        for button in buttons:
            row.addWidget(button)
        return row

    def _arrange(self) -> None:
        about = self.tr(
            "Where is help needed most, and where is there something to begin with? "
            "Open a field and rate it. What is left open stays open."
        )
        cases = self.tr("A use case says what AI is to do in one place, and for whom.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() * 3 // 4)
        self._field_column.setSpacing(self.fontMetrics().height() // 2)
        self._case_column.setSpacing(self.fontMetrics().height() // 2)
        layout.addWidget(Label(self.tr("Action fields"), "section", parent=self))
        layout.addWidget(_help(about, self))
        layout.addLayout(self._field_column)
        layout.addLayout(self._row(self._own))
        layout.addWidget(self._matrix)
        layout.addWidget(Label(self.texts("register.use_cases"), "section", parent=self))
        layout.addWidget(_help(cases, self))
        layout.addWidget(self._none)
        layout.addLayout(self._case_column)
        layout.addLayout(self._row(self._new, self._export, self._print))


def _by_title(case: UseCase) -> tuple[str, str]:
    return case.title.casefold(), case.id


def _drop(card: QWidget, column: QVBoxLayout) -> None:
    """Take a card off the page; its own button may just be telling that."""
    column.removeWidget(card)
    card.hide()
    card.setParent(None)
    card.deleteLater()


def _help(text: str, parent: QWidget) -> Label:
    """A help text that is as high as it has to be at its width."""
    label = Label(role="help", parent=parent)
    label.setText(text)
    return label
