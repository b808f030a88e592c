"""Cards of which exactly one can be chosen: five in a column, the rest set apart below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from kiassess.ui.widgets.choice_buttons import ChoiceButtons
from kiassess.ui.widgets.choice_card import ChoiceCard


class ChoiceGroup(QGroupBox):
    """One radio group in a group box whose accessible name is the question.

    Choices are numbered from 0: first the column, then those set apart. The cards are made
    once and shown again with other texts.

    Signals:
        chosen: The user chose a card.
                arg: Its number.
        clicked: A card was clicked, also one that was chosen already; after ``chosen``.
                 arg: Its number.
    """

    chosen = Signal(int)
    clicked = Signal(int)

    def __init__(self, column: int, apart: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = ChoiceButtons(self)
        self._cards = [ChoiceCard(self) for _ in range(column + apart)]
        self.setObjectName("plain")
        self.setFlat(True)

        unit = self.fontMetrics().height() // 4
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * unit)
        below = QHBoxLayout()
        below.setSpacing(2 * unit)
        for number, card in enumerate(self._cards):
            card.radio.setObjectName(f"choice-{number}")
            self._group.addButton(card.radio, number)
            if number < column:
                layout.addWidget(card)
            else:
                below.addWidget(card, 1)
        layout.addSpacing(unit)
        layout.addLayout(below)

        self._group.chosen.connect(self.chosen)
        self._group.idClicked.connect(self.clicked)

    @property
    def cards(self) -> Sequence[ChoiceCard]:
        """All cards by number."""
        return self._cards

    def show_question(self, question: str) -> None:
        """Say what is chosen, to those who cannot see it."""
        self.setAccessibleName(question)

    def show_chosen(self, number: int) -> None:
        """Show what is chosen, or ``NOTHING``; this is not announced."""
        self._group.show_chosen(number)

    def choose(self, number: int) -> None:
        """Choose like the user, with a key of the page."""
        card = self._cards[number]
        if card.isEnabled() and card.isVisibleTo(self):
            card.radio.setFocus()
            card.radio.click()

    def focus_chosen(self) -> None:
        """Put the focus on the chosen card, or on the first."""
        (self._group.checkedButton() or self._cards[0].radio).setFocus()
