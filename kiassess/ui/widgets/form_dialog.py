"""The frame of a dialog: a column that scrolls where it must, its buttons always in sight."""

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kiassess.marks import override
from kiassess.ui.widgets.labels import Label, Rule, restyle
from kiassess.ui.widgets.page import Page
from kiassess.ui.widgets.tab_order import follow_layout

WIDTH_IN_LETTERS = 112
SCREEN_SHARE = 0.92  # the most of the screen a dialog takes


class FormDialog(QDialog):
    """A dialog as high as its content, and never higher than the screen.

    Attributes:
        column: The layout to fill.
        buttons: The buttons below; accepting and rejecting are connected.
    """

    def __init__(
        self, buttons: QDialogButtonBox.StandardButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fitted = False
        self._revealed: QWidget | None = None
        self._arranged = QTimer(self, singleShot=True, interval=0)  # after the layout
        self._page = Page(self)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column = self._page.column
        self._hint = Label(role="help", parent=self)
        self._hint.setObjectName("hint")
        self.buttons = QDialogButtonBox(buttons, self)

        unit = self.fontMetrics().height() // 4
        self.column.setContentsMargins(6 * unit, 5 * unit, 6 * unit, 5 * unit)
        self.column.setSpacing(4 * unit)
        self._footer = QHBoxLayout()
        self._footer.setContentsMargins(6 * unit, 3 * unit, 6 * unit, 3 * unit)
        self._footer.setSpacing(4 * unit)
        self._footer.addWidget(self._hint, 1)
        self._footer.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(self._footer)

        for standard in (
            QDialogButtonBox.StandardButton.Cancel,
            QDialogButtonBox.StandardButton.Close,
        ):
            button = self.buttons.button(standard)
            if button is not None:
                button.setObjectName("reject")
        self._arranged.timeout.connect(self._on_arranged)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def make_primary(self, text: str) -> QPushButton:
        """Give the accepting button its own words, and make it the default."""
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText(text)
        button.setProperty("primary", "true")
        button.setObjectName("accept")
        button.setDefault(True)
        restyle(button)
        return button

    def show_hint(self, text: str) -> None:
        """Say beside the buttons why it cannot go on yet, or nothing."""
        self._hint.setText(text)

    def reveal(self, widget: QWidget) -> None:
        """Bring something into sight that has just appeared, growing if the screen has room."""
        if self._fitted:
            self.resize(self.size().expandedTo(self._fitting_size()))
            self._revealed = widget
            self._arranged.start()

    @override
    def setVisible(self, visible: bool) -> None:
        if visible and not self._fitted:
            self._fitted = True
            follow_layout(self._page)
            self.setTabOrder(self._page, self.buttons)  # also after what was added later
            self.resize(self._fitting_size())
        super().setVisible(visible)

    @Slot()
    def _on_arranged(self) -> None:
        if self._revealed is not None:
            self._page.ensureWidgetVisible(self._revealed)

    def _fitting_size(self) -> QSize:
        for widget in [self, *self.findChildren(QWidget)]:
            widget.ensurePolished()  # only then the style sheet counts in their sizes
        most = self.screen().availableSize() * SCREEN_SHARE
        width = min(WIDTH_IN_LETTERS * self.fontMetrics().averageCharWidth(), most.width())
        height = self.column.totalHeightForWidth(width) + self._footer.sizeHint().height()
        return QSize(width, min(height + self.fontMetrics().height() // 2, most.height()))
