"""An exclusive button group that tells every choice, whoever made it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QButtonGroup

NOTHING = -1


class ChoiceButtons(QButtonGroup):
    """Buttons of which at most one is chosen.

    Assistive technology toggles a button without clicking it, so ``idClicked`` would miss its
    choice. Here every change counts that was not made by ``show_chosen``.

    Signals:
        chosen: Another button was chosen.
                arg: Its number.
    """

    chosen = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = NOTHING
        self.idToggled.connect(self._on_toggled)

    def show_chosen(self, number: int) -> None:
        """Show what is chosen, or ``NOTHING``; this is not announced."""
        self._shown = number
        if number == NOTHING:
            # An exclusive group never lets go of its last choice.
            self.setExclusive(False)
            for button in self.buttons():
                button.setChecked(False)
            self.setExclusive(True)
        else:
            self.button(number).setChecked(True)

    @Slot(int, bool)
    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked and number != self._shown:
            self._shown = number
            self.chosen.emit(number)
