"""The card “Wiederherstellungsprobe”: whether the newest backup can be restored."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.speech import announce
from kiassess.wording.safekeeping import last_rehearsal_words
from kiassess.wording.texts import Texts


class RehearsalCard(Card):
    """Says what a rehearsal is, when the last one was, and how this one has ended.

    Signals:
        requested: The user wants one now; ``show_result`` is the answer.
    """

    requested = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._last = Label(parent=self)
        self._last.setObjectName("last-rehearsal")
        self._result = Label(parent=self)
        self._result.setObjectName("rehearsal")
        self._result.hide()
        self._button = QPushButton(self.tr("Re&hearse now"), self)
        self._button.setObjectName("rehearse")
        about = self.tr(
            "A rehearsal restores the newest backup for a moment, in memory only. Your data stays "
            "as it is. kiassess does this once a week without your doing."
        )
        self.body.addWidget(Label(self.tr("Rehearsal of restoring"), "strong", parent=self))
        self.body.addWidget(Label(about, parent=self))
        self.body.addWidget(self._last)
        self.body.addWidget(self._result)
        self.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

        self._button.clicked.connect(self._on_clicked)
        self.show_last(None)

    def show_last(self, at: datetime | None) -> None:
        """Say when the last one was; ``None`` for never."""
        self._last.setText(last_rehearsal_words(at, self._texts))

    def show_result(self, text: str) -> None:
        """Say how it has ended."""
        self._button.setEnabled(True)
        self._say(text)

    @Slot()
    def _on_clicked(self) -> None:
        self._button.setEnabled(False)
        self._say(self.tr("The rehearsal is running…"))
        self.requested.emit()

    def _say(self, text: str) -> None:
        self._result.setText(text)
        self._result.setVisible(bool(text))
        announce(self._button, text)
