"""What the window says while something is held over it that it would take."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.labels import Label


class DropHint(QWidget):
    """Lies over the whole window; the mouse and the keyboard do not notice it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = Card(self, notice=True)
        self._sentence = Label(role="section", wrap=False, parent=card)
        self._sentence.setObjectName("drop-hint")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.body.addWidget(self._sentence)
        layout = QVBoxLayout(self)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence over the parent; an empty one takes it away."""
        self._sentence.setText(sentence)
        parent = self.parentWidget()
        if sentence and parent is not None:
            self.setGeometry(parent.rect())
            self.raise_()
        self.setVisible(bool(sentence))
