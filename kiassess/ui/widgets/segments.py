"""A choice of one among a few views, as a row of buttons."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGroupBox, QPushButton, QWidget

from kiassess.ui.widgets.choice_buttons import ChoiceButtons
from kiassess.ui.widgets.flow import FlowLayout


class Segments(QGroupBox):
    """Exclusive buttons in a group with a name; arrow keys go from one to the next.

    Signals:
        chosen: The user chose another segment.
                arg: Its key.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.setAccessibleName(name)
        self._group = ChoiceButtons(self)
        self._keys: list[str] = []
        layout = FlowLayout(self)
        layout.setSpacing(self.fontMetrics().height() // 2)

        self._group.chosen.connect(self._on_chosen)

    def add(self, key: str, text: str) -> None:
        """Add a segment."""
        button = QPushButton(text, self)
        button.setObjectName(f"view-{key}")
        button.setCheckable(True)
        self._group.addButton(button, len(self._keys))
        self._keys.append(key)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)

    def set_text(self, key: str, text: str) -> None:
        """Give a segment another text."""
        self._button(key).setText(text)

    def show_segment(self, key: str, shown: bool) -> None:
        """Show or hide a segment."""
        self._button(key).setVisible(shown)

    def choose(self, key: str) -> None:
        """Mark a segment as chosen; this is not announced."""
        self._group.show_chosen(self._keys.index(key))

    def _button(self, key: str) -> QPushButton:
        button = self._group.button(self._keys.index(key))
        if not isinstance(button, QPushButton):
            raise TypeError(key)
        return button

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(self._keys[number])
