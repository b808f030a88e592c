"""The dialog for the name of an own action field."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label


class OwnFieldDialog(FormDialog):
    """Takes any name of which something can be seen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Ask for a name.

        Args:
            name: The name so far; ``""`` for a new field.
            parent: The window below.
        """
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        title = self.tr("Own action field")
        about = self.tr("For example fire brigade, tourism or economic development.")
        self._name = QLineEdit(name, self)
        self._name.setObjectName("name")
        self._accept = self.make_primary(self.tr("&Keep"))
        self.setWindowTitle(title)
        self.column.addWidget(Label(title, "section", parent=self))
        self.column.addWidget(Label(about, "help", parent=self))
        self.column.addWidget(Field(self.tr("&Name of the field"), self._name, self))
        self.column.addStretch()
        self._name.textChanged.connect(self._on_changed)
        self._on_changed()
        self._name.setFocus()

    @staticmethod
    def ask(parent: QWidget | None, name: str = "") -> str | None:
        """Ask for a name; ``None`` if the user keeps none."""
        dialog = OwnFieldDialog(name, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        value = dialog.value() if accepted else None
        dialog.deleteLater()
        return value

    def value(self) -> str:
        """The name as it is kept."""
        return self._name.text().strip()

    @Slot()
    def _on_changed(self) -> None:
        self._accept.setEnabled(bool(self.value()))
