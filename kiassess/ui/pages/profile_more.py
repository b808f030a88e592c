"""What a longer extent would add to the quick check or to the short version."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.questionnaire import offered_extents
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.wording.more import more_sentences
from kiassess.wording.texts import Texts


class MoreCard(Card):
    """Says what the quick check leaves out, and goes on from there with the answers kept.

    Signals:
        extent_requested: The user wants to go on in a longer extent.
                          arg: ``Extent``, as its value.
    """

    extent_requested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._words = Label(parent=self)
        self._words.setObjectName("more")
        titles: Mapping[Extent, str] = {
            Extent.SMALL: self.tr("Go on with the s&hort version"),
            Extent.FULL: self.tr("Go on with the full anal&ysis"),
        }
        self._buttons = {extent: QPushButton(title, self) for extent, title in titles.items()}
        row = FlowLayout()
        for extent, button in self._buttons.items():
            button.setObjectName(f"go-on-{extent}")
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)

        self.body.addWidget(Label(self.tr("What comes on top"), "section", parent=self))
        self.body.addWidget(self._words)
        self.body.addLayout(row)

    def show_assessment(self, opened: OpenAssessment) -> None:
        """Show what a longer extent would add; the card hides where there is none."""
        counts = opened.questionnaire.counts()
        now = opened.assessment.extent
        longer = [e for e in offered_extents(counts) if counts[e] > counts[now]]
        self.setVisible(now is Extent.QUICK and bool(longer) and opened.state is None)
        for extent, button in self._buttons.items():
            button.setVisible(extent in longer)
        if longer:
            self._words.setText(" ".join(more_sentences(opened, longer, self._texts)))

    def _on_clicked(self) -> None:
        for extent, button in self._buttons.items():
            if button is self.sender():
                self.extent_requested.emit(extent.value)
