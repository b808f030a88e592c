"""The interview plan to be read, and from here printed or saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from kiassess.ui.widgets.markdown_view import MarkdownView

WIDTH_IN_LETTERS, HEIGHT_IN_LINES = 100, 42
SCREEN_SHARE = 0.92  # the most of the screen the window takes


class InterviewDialog(QDialog):
    """Shows the plan; where nothing is open, the text says so and there is nothing to print.

    Signals:
        print_requested: The plan is wanted on paper.
        pdf_requested: The plan is wanted as a PDF.
    """

    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(
        self, markdown: str, *, printable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = MarkdownView(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.setWindowTitle(self.tr("Interview plan"))
        self._view.setObjectName("plan")
        self._view.setAccessibleName(self.tr("Interview plan"))
        self._view.show_markdown(markdown)
        self._buttons.rejected.connect(self.reject)
        if printable:
            self._add_buttons()
        self._arrange()

    def _add_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole.ActionRole
        to_print = self._buttons.addButton(self.tr("&Print…"), role)
        to_save = self._buttons.addButton(self.tr("Save as P&DF…"), role)
        to_print.setObjectName("print")
        to_save.setObjectName("pdf")
        to_print.setAutoDefault(False)
        to_save.setAutoDefault(False)
        to_print.clicked.connect(self.print_requested)
        to_save.clicked.connect(self.pdf_requested)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._buttons)
        metrics = self.fontMetrics()
        letter, line = metrics.averageCharWidth(), metrics.height()
        most = self.screen().availableSize() * SCREEN_SHARE
        self.resize(
            min(WIDTH_IN_LETTERS * letter, most.width()), min(HEIGHT_IN_LINES * line, most.height())
        )
