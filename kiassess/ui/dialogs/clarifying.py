"""The dialog “Klärungsbedarf”: where voices differ, and how much hangs on it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.clarifying import BlockSpread, Clarification, block_spreads, clarifications
from kiassess.domain.numbers import rounded
from kiassess.ui.models.grid_model import GridCell, GridModel
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.pick_table import PickTable
from kiassess.wording.texts import Texts
from kiassess.wording.voices import (
    apart_words,
    clarifying_lead,
    role_names,
    stand_words,
    voices_in_short,
)


class ClarifyingDialog(FormDialog):
    """Lists the questions on which voices differ; stays open beside the main window.

    Signals:
        item_requested: The user wants to see a question: a double click, or Enter in its row.
                        The dialog is closed then.
                        arg: ``Item.id``.
        workshop_requested: The user wants to agree on answers in a meeting. The dialog is closed
                            then.
        print_requested: The list is wanted on paper.
        pdf_requested: The list is wanted as a PDF.
    """

    item_requested = Signal(str)
    workshop_requested = Signal()
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(
        self,
        opened: OpenAssessment,
        texts: Texts,
        parent: QWidget | None = None,
        *,
        editable: bool = True,
    ) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Close, parent)
        self._opened = opened
        self._texts = texts
        self._found = clarifications(opened)
        self._table = PickTable(self.tr("Questions on which the answers differ"), self)
        self._workshop = self._make_button("workshop", self.tr("Begin &workshop…"))
        self._print = self._make_button("print", self.tr("&Print…"))
        self._pdf = self._make_button("pdf", self.tr("Save as P&DF…"))
        self._blocks = FullTable(self.tr("Spread per building block"), self)
        self._show_questions()
        spreads = [one for one in block_spreads(opened) if one.low is not None]
        self._show_blocks(spreads)
        self._arrange(spreads)
        self._workshop.setEnabled(editable and any(not one.agreed for one in self._found))

        self._table.row_opened.connect(self._on_row_opened)
        self._workshop.clicked.connect(self._on_workshop_clicked)
        self._print.clicked.connect(self.print_requested)
        self._pdf.clicked.connect(self.pdf_requested)

    @Slot()
    def _on_row_opened(self) -> None:
        row = self._table.picked_row()
        if row is not None:
            self.accept()
            self.item_requested.emit(self._found[row].item.id)

    @Slot()
    def _on_workshop_clicked(self) -> None:
        self.accept()
        self.workshop_requested.emit()

    def _show_questions(self) -> None:
        titles = (
            self.tr("Question"),
            self.tr("State"),
            self.tr("Distance"),
            self.tr("Who says what"),
        )
        model = WordsModel(self)
        model.set_grid(titles, [self._row(one) for one in self._found])
        wordy = frozenset({0, 1, 3})
        self._table.show_model(model, sort_role=WordsModel.SortRole, wordy=wordy)

    def _row(self, one: Clarification) -> tuple[GridCell, ...]:
        texts = self._texts
        said = voices_in_short(one.voices, role_names(self._opened), texts)
        return (
            GridCell(one.item.title, one.item.title.casefold()),
            GridCell(stand := stand_words(one, texts), stand),
            GridCell(apart_words(one, texts), -1 if one.spread is None else one.spread),
            GridCell(said, said.casefold()),
        )

    def _show_blocks(self, spreads: Sequence[BlockSpread]) -> None:
        names = {block.id: block.name for block in self._opened.questionnaire.blocks}
        titles = (
            self.tr("Building block"),
            self.tr("Lowest voices"),
            self.tr("Highest voices"),
            self.tr("Distance"),
        )
        rows = [
            (
                GridCell(names[one.id], str(number)),
                self._number(one.low),
                self._number(one.high),
                self._number(_between(one)),
            )
            for number, one in enumerate(spreads)
        ]
        model = GridModel(self)
        model.set_grid(titles, rows)
        self._blocks.show_model(model, sort_role=GridModel.SortRole, wordy=frozenset({0}))

    def _number(self, value: float | None) -> GridCell:
        return GridCell(self._texts.number(value), -1.0 if value is None else value)

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _arrange(self, spreads: Sequence[BlockSpread]) -> None:
        some = bool(self._found)
        self.setWindowTitle(self.tr("What needs clarifying"))
        self.setModal(False)
        self._table.setObjectName("differing")
        self._blocks.setObjectName("spreads")
        self._workshop.setProperty("primary", "true")
        buttons = FlowLayout()
        buttons.setSpacing(3 * self.fontMetrics().height() // 4)
        for button in (self._workshop, self._print, self._pdf):
            buttons.addWidget(button)
            button.setVisible(some)
        self.column.addWidget(Label(self.tr("What needs clarifying"), "section", parent=self))
        lead = Label(clarifying_lead(self._found, self._texts), parent=self)
        lead.setObjectName("lead")
        self.column.addWidget(lead)
        self.column.addWidget(self._table)
        self._table.setVisible(some)
        self.column.addLayout(buttons)
        title = Label(self.tr("Spread per building block"), "strong", parent=self)
        about = Label(self._texts("voices.blocks_about"), "help", parent=self)
        for widget in (title, about, self._blocks):
            self.column.addWidget(widget)
            widget.setVisible(bool(spreads))
        self.column.addStretch()
        if some:
            self.show_hint(self.tr("A double click or Enter leads to the question."))
            self._table.pick_row(0)
            self._table.setFocus()


def _between(one: BlockSpread) -> float | None:
    """The distance between the two values as they are read."""
    if one.low is None or one.high is None:
        return None
    return rounded(one.high, 1) - rounded(one.low, 1)
