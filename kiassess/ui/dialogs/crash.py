"""What is said when the program itself has a defect."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from kiassess import __version__
from kiassess.paths import bundled
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import load_texts


class CrashDialog(QDialog):
    """Says that everything saved is safe, and shows what to pass on."""

    def __init__(self, language: str, details: str, log: Path, parent: QWidget | None) -> None:
        texts = load_texts(bundled().texts, language)
        super().__init__(parent)
        self.setWindowTitle("kiassess")
        shown = QPlainTextEdit(f"kiassess {__version__}\n\n{details}", self)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Details to pass on"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addWidget(Label(texts("window.crash", log=log), parent=self))
        layout.addWidget(shown, 1)
        layout.addWidget(buttons)
        width = self.fontMetrics().averageCharWidth() * 80
        self.resize(width, width // 2)

        copy.clicked.connect(shown.selectAll)
        copy.clicked.connect(shown.copy)
        buttons.rejected.connect(self.reject)

    @classmethod
    def show_for(cls, parent: QWidget, language: str, details: str, log: Path) -> None:
        """Show the dialog and wait until it is closed."""
        cls(language, details, log, parent).exec()
