"""A control with its label above it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiassess.marks import override


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
        self.label = _FieldLabel(label, self)
        self.label.setBuddy(control)

        unit = self.fontMetrics().height() // 4
        layout = QHBoxLayout(self) if beside else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * unit if beside else unit)
        layout.addWidget(self.label)
        layout.addWidget(control)


class _FieldLabel(QLabel):
    """A little wider than Qt thinks: it measures the text as if no letter were underlined.

    The letters beside an underlined one are drawn without kerning (Qt 6.11), and the last one
    would be cut off.
    """

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + self.fontMetrics().height() // 4, size.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
