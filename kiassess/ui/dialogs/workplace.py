"""The dialog “Arbeitsplatz-Check”: how safe the data is on this PC, to be read and passed on."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from kiassess.domain.workplace import Finding, Severity, Workplace
from kiassess.ui.models.workplace_model import WorkplaceModel
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.speech import announce
from kiassess.wording.texts import Texts
from kiassess.wording.workplace import facts, tell, workplace_text

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class WorkplaceDialog(FormDialog):
    """What was found comes first, then all facts; no answers and no municipalities are in it.

    Signals:
        save_requested: The user wants the report as a text file; nobody has asked yet where.
                        arg: The report.
    """

    save_requested = Signal(str)

    def __init__(
        self,
        workplace: Workplace,
        found: Sequence[Finding],
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Close, parent)
        self._texts = texts
        self._report = workplace_text(workplace, found, texts)
        self._table = FullTable(texts("workplace.facts"), self)
        self._table.setObjectName("facts")
        self.setWindowTitle(texts("workplace.title"))
        self._table.show_model(
            WorkplaceModel(facts(workplace, texts), texts, self),
            sort_role=WorkplaceModel.SortRole,
            wordy=frozenset({0, 1}),
        )
        copy = self._add_button("copy", self.tr("Co&py"))
        save = self._add_button("save", self.tr("Save as &text file…"))
        self._arrange(workplace, found)

        self._table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        copy.clicked.connect(self._on_copy_clicked)
        save.clicked.connect(self._on_save_clicked)

    @Slot(QModelIndex)
    def _on_row_changed(self, index: QModelIndex) -> None:
        """Let the page follow the arrow keys; the table itself does not scroll."""
        row = self._table.visualRect(index)
        middle = self._table.viewport().mapTo(self._table, row.center())
        self._page.ensureVisible(0, self._table.mapToParent(middle).y(), 0, row.height())

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.show_hint(self.tr("Copied."))
        announce(self, self.tr("Copied."))

    @Slot()
    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._report)

    def _add_button(self, name: str, text: str) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _arrange(self, workplace: Workplace, found: Sequence[Finding]) -> None:
        texts = self._texts
        self.column.addWidget(Label(texts("workplace.title"), "section", parent=self))
        spoken = []  # as the dialog opens
        for finding in found:
            told = tell(finding, workplace, texts)
            spoken.append(f"{told.severity}: {told.sentence}")
            grave = finding.severity is Severity.WARNING
            lines = (told.sentence, told.advice)
            role = "attention" if grave else "strong"
            self.column.addWidget(self._card(told.severity, role, lines, notice=grave))
        if not found:
            lines = (texts("workplace.fine_about"), "")
            spoken.append(texts("workplace.fine"))
            self.column.addWidget(self._card(texts("workplace.fine"), "good", lines))
        self.setAccessibleDescription(" ".join(spoken))
        self.column.addWidget(Label(texts("workplace.facts"), "strong", parent=self))
        self.column.addWidget(self._table)
        for key in ("about", "look_first"):
            self.column.addWidget(Label(texts(f"workplace.{key}"), "help", parent=self))
        self.column.addStretch()

    def _card(self, head: str, role: str, lines: Sequence[str], *, notice: bool = False) -> Card:
        card = Card(self, notice=notice)
        card.setObjectName("finding")
        for text, named in ((head, role), *((line, "") for line in lines if line)):
            label = Label(text, named, parent=card)
            label.setTextInteractionFlags(SELECTABLE)
            card.body.addWidget(label)
        return card
