"""One question of the pre-check with its options, as radio buttons or ticks."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout, QWidget

from kiassess.domain.precheck import Question, choose
from kiassess.ui.widgets.choice_card import ChoiceCard


class PrecheckOptions(QGroupBox):
    """The options of one question; where several may be chosen, they are ticks.

    Signals:
        changed: The user chose something else.
    """

    changed = Signal()

    def __init__(
        self, question: Question, chosen: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._chosen: tuple[str, ...] = ()
        self._showing = False
        self._cards = [ChoiceCard(self, tick=question.several) for _ in question.options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(not question.several)
        self.setObjectName("plain")
        self.setFlat(True)
        self.setAccessibleName(question.text)
        self.setAccessibleDescription(question.help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        for number, (card, option) in enumerate(zip(self._cards, question.options, strict=True)):
            card.show_choice(option.text)
            card.radio.setObjectName(f"option-{option.id}")
            self._group.addButton(card.radio, number)
            layout.addWidget(card)
        self._show([one.id for one in question.options if one.id in chosen])

        # Assistive technology toggles a button without clicking it.
        self._group.idToggled.connect(self._on_toggled)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the options chosen, in their order."""
        return self._chosen

    def focus(self) -> None:
        """Put the focus on what is chosen, or on the first option."""
        ids = [one.id for one in self._question.options]
        at = ids.index(self._chosen[0]) if self._chosen else 0
        self._cards[at].radio.setFocus()

    @Slot(int, bool)
    def _on_toggled(self, number: int, checked: bool) -> None:
        if self._showing or (not checked and not self._question.several):
            return
        option = self._question.options[number]
        self._show(choose(self._question, self._chosen, option.id))
        self.changed.emit()

    def _show(self, chosen: "tuple[str, ...] | list[str]") -> None:
        self._showing = True
        self._chosen = tuple(chosen)
        for card, option in zip(self._cards, self._question.options, strict=True):
            card.radio.setChecked(option.id in self._chosen)
        self._showing = False
