"""The dialog “Stand festhalten”: a name for an assessment as it is today."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from kiassess.domain.states import tidy_name
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.speech import announce
from kiassess.wording.safekeeping import name_problem_words, state_name
from kiassess.wording.texts import Texts


class FreezeDialog(FormDialog):
    """Says what it means to keep a state, and takes only a name it can have."""

    def __init__(
        self, texts: Texts, today: date, taken: Collection[str], parent: QWidget | None = None
    ) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._texts = texts
        self._taken = taken
        self._name = QLineEdit(state_name(today, taken, texts), self)
        self._problem = Label(role="bad", parent=self)
        self._accept = self.make_primary(self.tr("&Keep state"))
        self._arrange()

        self._name.textChanged.connect(self._on_name_changed)
        self._name.selectAll()
        self._name.setFocus()

    @staticmethod
    def ask(
        parent: QWidget | None, texts: Texts, today: date, taken: Collection[str]
    ) -> str | None:
        """Ask for the name of a state; ``None`` if the user keeps none.

        Args:
            parent: The window below.
            texts: The sentences in the language of the window.
            today: The day of the local clock.
            taken: The names of the states the assessment has already.
        """
        dialog = FreezeDialog(texts, today, taken, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        value = dialog.value() if accepted else None
        dialog.deleteLater()
        return value

    def value(self) -> str:
        """The name as it is kept."""
        return tidy_name(self._name.text())

    @Slot()
    def _on_name_changed(self) -> None:
        problem = name_problem_words(self._name.text(), self._taken, self._texts)
        if problem == self._problem.text():
            return
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._name.setAccessibleDescription(problem)
        self._accept.setEnabled(not problem)
        if problem:
            announce(self._name, problem)
            self.reveal(self._problem)

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Keep a state"))
        self._name.setObjectName("name")
        self._problem.setObjectName("problem")
        self._problem.hide()
        meaning = self.tr(
            "A state holds all answers and details as they are today, together with the "
            "questionnaire and the legal status. It never changes again. You can view and export "
            "it at any time."
        )
        goes_on = self.tr(
            "You can go on answering afterwards. A state is deleted only together with its "
            "assessment."
        )
        self.column.addWidget(Label(self.tr("Keep a state"), "section", parent=self))
        self.column.addWidget(Label(meaning, parent=self))
        self.column.addWidget(Label(goes_on, "help", parent=self))
        self.column.addWidget(Field(self.tr("&Name of the state"), self._name, self))
        self.column.addWidget(self._problem)
        self.column.addStretch()
