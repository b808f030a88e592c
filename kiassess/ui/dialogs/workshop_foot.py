"""The foot of the workshop: the way through the questions, and whether all is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kiassess.ui.widgets.save_state import SaveState


class WorkshopFoot(QWidget):
    """Buttons in a row; Enter presses none of them by itself.

    Signals:
        back_requested: The user wants the previous question.
        next_requested: The user wants the next question, or the end after the last one.
        full_screen_requested: The user wants the whole screen, or a window again.
        end_requested: The user wants to leave.
    """

    back_requested = Signal()
    next_requested = Signal()
    full_screen_requested = Signal()
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = QPushButton(self.tr("&Back"), self)
        self._state = SaveState(self)
        self._full = QPushButton(self.tr("&Full screen"), self)
        self._end = QPushButton(self.tr("&End"), self)
        self._next = QPushButton(self.tr("&Next"), self)
        self._arrange()

        self._back.clicked.connect(self.back_requested)
        self._next.clicked.connect(self.next_requested)
        self._full.clicked.connect(self.full_screen_requested)
        self._end.clicked.connect(self.end_requested)

    def show_place(self, place: int, total: int) -> None:
        """Say where the user is.

        Args:
            place: Of the question, from 0.
            total: How many there are.
        """
        self._back.setEnabled(place > 0)
        self._next.setText(self.tr("&Finish") if place + 1 == total else self.tr("&Next"))

    def show_saved(self) -> None:
        """Say that everything is on disk."""
        self._state.show_saved(self.tr("Saved"))

    def show_problem(self) -> None:
        """Say that something is not."""
        self._state.show_problem(self.tr("Not saved yet"))

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        names = {
            "back": self._back, "save-state": self._state, "full": self._full, "end": self._end,
            "next": self._next,
        }  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(name)
        for button, key in ((self._full, "F11"), (self._end, "Esc"), (self._next, "Enter")):
            button.setToolTip(key)
        self._next.setProperty("primary", "true")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8 * unit, 2 * unit, 8 * unit, 3 * unit)
        layout.setSpacing(2 * unit)
        for button in (self._back, self._full, self._end, self._next):
            button.setAutoDefault(False)
            layout.addWidget(button)
        layout.insertWidget(1, self._state, 1)
