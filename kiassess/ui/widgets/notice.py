"""A sentence that deserves attention, with a link to more about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.link_button import LinkButton
from kiassess.ui.widgets.speech import announce


class Notice(Card):
    """Hidden as long as there is nothing to say.

    Signals:
        followed: The user wants to see more.
    """

    followed = Signal()

    def __init__(self, link: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, notice=True)
        self._sentence = Label(parent=self)
        self._sentence.setObjectName("notice-sentence")
        self._link = LinkButton(link, parent=self)
        self._link.setObjectName("notice-link")
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

        self._link.clicked.connect(self.followed)

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the notice."""
        if sentence == self._sentence.text():
            return
        self._sentence.setText(sentence)
        self._link.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)  # it comes while the user is already doing something
