"""The dialog “So kommt dieser Wert zustande”: the calculation behind one value of the profile."""

from itertools import groupby

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from kiassess.domain.trace import Trace
from kiassess.ui.models.trace_model import Column, TraceModel
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts
from kiassess.wording.trace import Line, trace_lines

WORDY = {Column.ITEM, Column.COUNTS}
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class TraceDialog(FormDialog):
    """Stays open beside the main window; Esc closes it.

    The quick check gives no numbers, so there is no trace of it to show: whoever opens this
    dialog offers it for the other extents only.

    Signals:
        item_requested: The user wants to see a question: a double click, or Enter in its row.
                        The dialog is closed then.
                        arg: ``Item.id``.
    """

    item_requested = Signal(str)

    def __init__(self, trace: Trace, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Close, parent)
        self._model = TraceModel(trace, texts, self)
        self._table = FullTable(self.tr("Questions behind this value"), self)
        title = self.tr("How this value comes about: {name}").format(name=trace.name)
        self.setWindowTitle(title)
        self.setModal(False)
        self._table.setObjectName("trace-rows")
        wordy = frozenset(n for n, column in enumerate(self._model.columns) if column in WORDY)
        self._table.show_model(self._model, sort_role=TraceModel.SortRole, wordy=wordy)
        self._arrange(title, trace_lines(trace, texts))
        self.show_hint(self.tr("A double click or Enter leads to the question."))

        self._table.activated.connect(self._on_row_activated)

    @staticmethod
    def show_for(parent: QWidget | None, trace: Trace, texts: Texts) -> "TraceDialog":
        """Show the dialog; it deletes itself when it is closed."""
        dialog = TraceDialog(trace, texts, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    @Slot(QModelIndex)
    def _on_row_activated(self, index: QModelIndex) -> None:
        self.item_requested.emit(index.data(TraceModel.ItemRole))
        self.close()

    def _arrange(self, title: str, lines: tuple[Line, ...]) -> None:
        unit = self.fontMetrics().height() // 4
        self.column.setSpacing(unit)
        self._add(title, "section")
        for topic, group in groupby(lines, key=lambda line: line.topic):
            self.column.addSpacing(2 * unit)
            self._add(topic, "strong")
            for line in group:
                self._add(line.text)
        self.column.addSpacing(2 * unit)
        self._add(self.tr("Questions behind this value"), "strong")
        self.column.addWidget(self._table)
        self.column.addStretch()

    def _add(self, text: str, role: str = "") -> None:
        label = Label(text, role, parent=self)
        label.setTextInteractionFlags(SELECTABLE)
        self.column.addWidget(label)
