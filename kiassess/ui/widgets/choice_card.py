"""A large radio button or tick: number, title and text on one clickable card."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kiassess.marks import override
from kiassess.ui.widgets.labels import Label, restyle


class ChoiceCard(QFrame):
    """A card around a real button; clicking anywhere on it chooses it.

    Args:
        parent: The widget it stands on.
        tick: Whether it is a tick, of which several can be set, and no radio button.

    Attributes:
        radio: The button; it carries the accessible name, and a radio button belongs into a
            button group.
    """

    def __init__(self, parent: QWidget | None = None, *, tick: bool = False) -> None:
        super().__init__(parent)
        self.radio: QAbstractButton = QCheckBox(self) if tick else QRadioButton(self)
        self._number = Label(role="number", wrap=False, parent=self)
        self._title = Label(role="strong", parent=self)
        self._text = Label(parent=self)
        self._mark = Label(role="mark", wrap=False, parent=self)
        self.setProperty("choice", "true")

        unit = self.fontMetrics().height() // 4
        texts = QVBoxLayout()
        texts.setSpacing(unit // 2)
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * unit, 2 * unit, 3 * unit, 2 * unit)
        row.setSpacing(3 * unit)
        row.addWidget(self.radio)
        row.addWidget(self._number)
        row.addLayout(texts, 1)
        row.addWidget(self._mark)

        self.radio.toggled.connect(self._reflect)
        self.radio.installEventFilter(self)

    def show_choice(self, title: str, text: str = "", *, number: str = "") -> None:
        """Show what this card stands for."""
        self._number.setText(number)
        self._number.setVisible(bool(number))
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        spoken = f"{number}: {title}" if number else title
        self.radio.setAccessibleName(spoken)
        self.radio.setAccessibleDescription(text)

    def show_mark(self, text: str) -> None:
        """Show a short word at the right edge, or none."""
        self._mark.setText(text)
        self._mark.setVisible(bool(text))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()
        super().mousePressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.radio and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            focused = event.type() == QEvent.Type.FocusIn
            self.setProperty("focused", "true" if focused else "false")
            restyle(self)
        return super().eventFilter(watched, event)

    @Slot(bool)
    def _reflect(self, chosen: bool) -> None:
        self.setProperty("chosen", "true" if chosen else "false")
        restyle(self)
