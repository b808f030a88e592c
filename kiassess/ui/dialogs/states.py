"""The dialog “Festgehaltene Stände”: the frozen states of an assessment."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from kiassess.domain.states import FrozenState
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.pick_table import PickTable
from kiassess.wording.texts import Texts


class StatesDialog(FormDialog):
    """Lists the states, the newest first.

    Signals:
        show_requested: The user wants to see a state: a click on the button, a double click, or
                        Enter in its row. The dialog is closed then.
                        arg: ``FrozenState.name``.
        export_requested: The user wants a state as a file; nobody has asked yet as which.
                          arg: ``FrozenState.name``.
        compare_requested: The user wants to see what has changed since. The dialog is closed then.
                           arg: ``FrozenState.name``.
    """

    show_requested = Signal(str)
    export_requested = Signal(str)
    compare_requested = Signal(str)

    def __init__(
        self, states: Sequence[FrozenState], texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Close, parent)
        self._states = sorted(states, key=lambda state: state.at, reverse=True)
        self._texts = texts
        self._table = PickTable(self.tr("Kept states"), self)
        self._show = self._make_button("show", self.tr("&View"))
        self._export = self._make_button("export", self.tr("&Export…"))
        self._compare = self._make_button("compare", self.tr("Compare with &today"))
        self._show_states()
        self._arrange()

        self._table.row_opened.connect(self._on_show_wanted)
        self._show.clicked.connect(self._on_show_wanted)
        self._export.clicked.connect(self._on_export_clicked)
        self._compare.clicked.connect(self._on_compare_clicked)

    @Slot()
    def _on_show_wanted(self) -> None:
        self.accept()
        self.show_requested.emit(self._picked())

    @Slot()
    def _on_export_clicked(self) -> None:
        self.export_requested.emit(self._picked())

    @Slot()
    def _on_compare_clicked(self) -> None:
        self.accept()
        self.compare_requested.emit(self._picked())

    def _picked(self) -> str:
        row = self._table.picked_row()
        return "" if row is None else self._states[row].name

    def _show_states(self) -> None:
        titles = (
            self.tr("Name"),
            self.tr("Kept on"),
            self.tr("By"),
            self.tr("Version of the\nquestionnaire"),
        )
        rows = [
            (
                GridCell(state.name, state.name.casefold()),
                GridCell(self._texts.moment(state.at), state.at.timestamp()),
                GridCell(who := state.who or self._texts("history.nobody"), who.casefold()),
                GridCell(state.questionnaire_version, state.questionnaire_version),
            )
            for state in self._states
        ]
        model = WordsModel(self)
        model.set_grid(titles, rows)
        columns = frozenset(range(len(titles)))
        self._table.show_model(model, sort_role=WordsModel.SortRole, wordy=columns)

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        return button

    def _arrange(self) -> None:
        some = bool(self._states)
        self.setWindowTitle(self.tr("Kept states"))
        self._table.setObjectName("states")
        self._show.setProperty("primary", "true")
        buttons = FlowLayout()
        buttons.setSpacing(3 * self.fontMetrics().height() // 4)
        for button in (self._show, self._export, self._compare):
            buttons.addWidget(button)
            button.setVisible(some)
        nothing = self.tr(
            "No state has been kept of this assessment yet. With “Keep a state” you hold on to "
            "all answers of a day, for example before a council meeting."
        )
        about = self.tr("A state never changes. Double click or Enter shows it.")
        self.column.addWidget(Label(self.tr("Kept states"), "section", parent=self))
        self.column.addWidget(Label(about if some else nothing, parent=self))
        self.column.addWidget(self._table)
        self.column.addLayout(buttons)
        self.column.addStretch()
        self._table.setVisible(some)
        if some:
            self._show.setDefault(True)
            self._table.pick_row(0)
            self._table.setFocus()
