"""Labels that wrap, and the sizes they come in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Label(QLabel):
    """A plain-text label in one of the roles of the style sheet.

    Text from outside is never read as markup.
    """

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_role(role)

    def set_role(self, role: str) -> None:
        """Take on another role of the style sheet."""
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)


class Rule(QFrame):
    """A quiet horizontal line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "true")
        self.setFixedHeight(1)


def restyle(widget: QWidget) -> None:
    """Let the style sheet see changed properties; before it is first shown it sees them anyway."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
