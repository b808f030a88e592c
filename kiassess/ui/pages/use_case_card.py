"""One use case as a card."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.use_cases import UseCase
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.wording.register import LawDays, case_lines, outdated_words, precheck_words
from kiassess.wording.texts import Texts


class UseCaseCard(Card):
    """Says what a use case is about, and leads to what can be done with it.

    Signals:
        edit_requested: The user wants to see all of it. arg: ``UseCase.id``; so below.
        precheck_requested: The user wants to go through the pre-check.
        register_requested: The user wants it in the register of AI systems.
        remove_requested: The user wants it to go.
    """

    edit_requested = Signal(str)
    precheck_requested = Signal(str)
    register_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, case_id: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = case_id
        self._texts = texts
        self._title = Label(role="section", parent=self)
        self._title.setObjectName("title")
        self._field = Label(role="muted", parent=self)
        self._lines = QVBoxLayout()
        self._result = Label(parent=self)
        self._result.setObjectName("precheck-result")
        self._outdated = Label(role="attention", parent=self)
        self._outdated.setObjectName("precheck-outdated")
        self._edit = QPushButton(self.tr("Edit…"), self)
        self._precheck = QPushButton(self.tr("Pre-check under the AI Act…"), self)
        self._register = QPushButton(self.tr("Into the AI register…"), self)
        self._remove = QPushButton(self.tr("Remove"), self)
        self._arrange()

        self._edit.clicked.connect(self._on_edit)
        self._precheck.clicked.connect(self._on_precheck)
        self._register.clicked.connect(self._on_register)
        self._remove.clicked.connect(self._on_remove)

    def show_case(self, case: UseCase, field: str, law: LawDays, *, editable: bool) -> None:
        """Show a use case.

        Args:
            case: The use case.
            field: Name of its action field; may be empty.
            law: On which days the law was looked at.
            editable: Whether it can be changed.
        """
        texts = self._texts
        self._title.setText(case.title)
        self._field.setText(field)
        self._field.setVisible(bool(field))
        clear_layout(self._lines)
        for label, text in case_lines(case, texts):
            line = Label(parent=self)
            line.setText(f"{label}: {text}")  # only now it knows how high it is at its width
            self._lines.addWidget(line)
        made = precheck_words(case.precheck, texts)
        self._result.setText(f"{texts('precheck.title')}: {made}")
        said = outdated_words(case.precheck, law, texts)
        self._outdated.setText(f"! {said}" if said else "")
        self._outdated.setVisible(bool(said))
        for button in (self._edit, self._precheck, self._register, self._remove):
            button.setEnabled(editable)
            button.setAccessibleDescription(case.title)

    @Slot()
    def _on_edit(self) -> None:
        self.edit_requested.emit(self._id)

    @Slot()
    def _on_precheck(self) -> None:
        self.precheck_requested.emit(self._id)

    @Slot()
    def _on_register(self) -> None:
        self.register_requested.emit(self._id)

    @Slot()
    def _on_remove(self) -> None:
        self.remove_requested.emit(self._id)

    def _arrange(self) -> None:
        self._lines.setSpacing(self.fontMetrics().height() // 4)
        row = FlowLayout()
        row.setSpacing(self.fontMetrics().height() // 2)
        for button, name in (
            (self._edit, "edit"),
            (self._precheck, "precheck"),
            (self._register, "register"),
            (self._remove, "remove"),
        ):
            button.setObjectName(name)
            row.addWidget(button)
        self.body.addWidget(self._title)
        self.body.addWidget(self._field)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._result)
        self.body.addWidget(self._outdated)
        self.body.addLayout(row)
