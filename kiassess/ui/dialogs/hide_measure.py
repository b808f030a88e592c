"""The dialog “Maßnahme ausblenden”: why a municipality does not want to see a measure."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label


class HideMeasureDialog(FormDialog):
    """Says what hiding means, and asks for a reason."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._reason = QLineEdit(self)
        self._reason.setObjectName("reason")
        self._accept = self.make_primary(self.tr("&Hide"))
        self.setWindowTitle(self.tr("Hide a measure"))
        about = self.tr(
            "A hidden measure is no longer recommended, and no other measure waits for it. "
            "It stands at the end of the list, where you can show it again."
        )
        self.column.addWidget(Label(title, "section", parent=self))
        self.column.addWidget(Label(about, parent=self))
        self.column.addWidget(
            Field(self.tr("&Reason, for example: the county does it"), self._reason, self)
        )
        self.column.addStretch()

        self._reason.textChanged.connect(self._on_changed)
        self._reason.setFocus()
        self._on_changed()

    @staticmethod
    def ask(parent: QWidget | None, title: str) -> str | None:
        """Ask why a measure is to be hidden; ``None`` if it is not.

        Args:
            parent: The window below.
            title: What the measure is called.
        """
        dialog = HideMeasureDialog(title, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        value = dialog.value() if accepted else None
        dialog.deleteLater()
        return value

    def value(self) -> str:
        """The reason."""
        return self._reason.text().strip()

    @Slot()
    def _on_changed(self) -> None:
        blank = not self.value()
        self._accept.setEnabled(not blank)
        self.show_hint(self.tr("Please say why.") if blank else "")
