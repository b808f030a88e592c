"""A control with its label above it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget


class Field(QWidget):
    """A label and the control it names; its mnemonic leads there.

    Labels stand above, so that they are never cut off, however large the text is; a short one
    may stand beside its control.

    Attributes:
        label: The label, the buddy of the control.
    """

    def __init__(
        self, label: str, control: QWidget, parent: QWidget | None = None, *, beside: bool = False
    ) -> None:
        super().__init__(parent)
        self.label = QLabel(label, self)
        self.label.setBuddy(control)

        unit = self.fontMetrics().height() // 4
        layout = QHBoxLayout(self) if beside else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * unit if beside else unit)
        layout.addWidget(self.label)
        layout.addWidget(control)
