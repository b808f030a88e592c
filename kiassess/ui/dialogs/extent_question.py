"""Which selection of the questions is asked, as one group of radio cards."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from kiassess.domain.kinds import Extent
from kiassess.domain.questionnaire import minutes_for, offered_extents
from kiassess.ui.widgets.choice_buttons import ChoiceButtons
from kiassess.ui.widgets.choice_card import ChoiceCard
from kiassess.wording.texts import Texts


class ExtentQuestion(QGroupBox):
    """One card an extent; one of them is always chosen.

    Signals:
        changed: The user chose another extent.
    """

    changed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = ChoiceButtons(self)
        self._cards = {extent: ChoiceCard(self) for extent in Extent}
        self._offered: tuple[Extent, ...] = ()
        self.setObjectName("extent")
        self.setProperty("question", "true")
        self.setTitle(self.tr("How thorough shall it be?"))

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        for number, (extent, card) in enumerate(self._cards.items()):
            card.show_mark("")
            card.radio.setObjectName(f"extent-{extent}")
            self._group.addButton(card.radio, number)
            column.addWidget(card)
        self._texts = texts

        self._group.chosen.connect(self._on_chosen)

    def offer(self, counts: Mapping[Extent, int], also: Extent | None = None) -> None:
        """Offer the extents of a questionnaire; what was chosen stays, where it is offered.

        Args:
            counts: How many items each extent asks.
            also: An extent to offer in any case, because it is the present one.
        """
        chosen = self.value() if self._offered else None
        usual = offered_extents(counts)
        self._offered = tuple(extent for extent in Extent if extent in usual or extent is also)
        for extent, card in self._cards.items():
            card.setVisible(extent in self._offered)
            card.show_choice(self._texts(f"extent.{extent}"), self._meaning(extent, counts[extent]))
        if chosen not in self._offered:
            self.show_value(self._offered[0])

    def value(self) -> Extent:
        """What is chosen."""
        return list(self._cards)[self._group.checkedId()]

    def show_value(self, extent: Extent) -> None:
        """Show an extent chosen before; this is not announced."""
        self._group.show_chosen(list(self._cards).index(extent))

    @Slot(int)
    def _on_chosen(self, _number: int) -> None:
        self.changed.emit()

    def _meaning(self, extent: Extent, count: int) -> str:
        match extent:
            case Extent.QUICK:
                outcome = self.tr("Shows tendencies only, no values.")
            case Extent.SMALL:
                outcome = self.tr("What matters to municipalities under 5,000, with values.")
            case _:
                outcome = self.tr("All questions, with values and their bands.")
        size = self.tr("%n question(s), about {minutes} minutes.", "", count)
        return f"{size.format(minutes=minutes_for(count))} {outcome}"
