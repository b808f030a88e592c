"""Which selection of the questions is asked, as one group of radio cards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QWidget

from kiassess.domain.questionnaire import Extent
from kiassess.ui.widgets.choice_buttons import ChoiceButtons
from kiassess.ui.widgets.choice_card import ChoiceCard
from kiassess.wording.texts import Texts

OFFERED = (Extent.QUICK, Extent.FULL)


class ExtentQuestion(QGroupBox):
    """One card an extent; one of them is always chosen.

    Signals:
        changed: The user chose another extent.
    """

    changed = Signal()

    def __init__(
        self, texts: Texts, offered: Sequence[Extent] = OFFERED, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offered = tuple(offered)
        self._group = ChoiceButtons(self)
        self.setObjectName("extent")
        self.setProperty("question", "true")
        self.setTitle(self.tr("How thorough shall it be?"))

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height() // 2)
        for number, extent in enumerate(self._offered):
            card = ChoiceCard(self)
            card.show_choice(texts(f"extent.{extent}"), self._meaning(extent))
            card.show_mark("")
            card.radio.setObjectName(f"extent-{extent}")
            self._group.addButton(card.radio, number)
            row.addWidget(card, 1)
        self._group.show_chosen(0)

        self._group.chosen.connect(self._on_chosen)

    def value(self) -> Extent:
        """What is chosen."""
        return self._offered[self._group.checkedId()]

    def show_value(self, extent: Extent) -> None:
        """Show an extent chosen before; this is not announced."""
        self._group.show_chosen(self._offered.index(extent))

    @Slot(int)
    def _on_chosen(self, _number: int) -> None:
        self.changed.emit()

    def _meaning(self, extent: Extent) -> str:
        match extent:
            case Extent.QUICK:
                return self.tr("About 15 minutes. Shows tendencies only, no values.")
            case Extent.SMALL:
                return self.tr("The questions that matter to small municipalities, with values.")
            case Extent.FULL:
                return self.tr("All questions. Shows values with their bands.")
