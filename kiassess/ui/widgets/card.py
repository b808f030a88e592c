"""A bordered surface that holds what belongs together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A frame with a vertical layout.

    Attributes:
        body: The layout to fill.
    """

    def __init__(self, parent: QWidget | None = None, *, notice: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("card", "notice" if notice else "true")
        unit = self.fontMetrics().height() // 4
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(4 * unit, 3 * unit, 4 * unit, 3 * unit)
        self.body.setSpacing(2 * unit)
