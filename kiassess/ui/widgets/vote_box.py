"""A field for one hidden sign, typed by the one who counts the votes."""

from collections.abc import Collection

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from kiassess.marks import override

LETTERS_OF_QT = 17  # as wide as this many x is a line edit by itself


class VoteBox(QLineEdit):
    """Takes one of a few signs, in either case; a dot hides which until ``reveal``.

    A new sign replaces the one before; the delete keys empty the field.

    Signals:
        voted: A sign was entered.
        cleared: The field was emptied.
    """

    voted = Signal()
    cleared = Signal()

    def __init__(self, name: str, signs: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs = frozenset(signs)
        allowed = QRegularExpression(f"[{''.join(sorted(signs))}]")
        allowed.setPatternOptions(QRegularExpression.PatternOption.CaseInsensitiveOption)
        self.setValidator(QRegularExpressionValidator(allowed, self))  # for what is pasted
        self.setAccessibleName(name)
        self.setMaxLength(1)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.conceal()

        self.textEdited.connect(self._on_text_edited)

    def sign(self) -> str:
        """What was entered; ``""`` if nothing was."""
        return self.text().upper()

    def show_sign(self, sign: str) -> None:
        """Show what was entered before, or nothing; this is not announced."""
        self.setText(sign)

    def reveal(self) -> None:
        """Show the sign."""
        self.setEchoMode(QLineEdit.EchoMode.Normal)

    def conceal(self) -> None:
        """Show a dot in its place."""
        self.setEchoMode(QLineEdit.EchoMode.Password)

    @override
    def sizeHint(self) -> QSize:
        usual, metrics = super().sizeHint(), self.fontMetrics()
        around = usual.width() - LETTERS_OF_QT * metrics.horizontalAdvance("x")
        return QSize(around + 2 * metrics.horizontalAdvance("W"), usual.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = event.text().upper()
        if sign and sign in self._signs:
            self.setText(sign)
            self.voted.emit()
        elif event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.clear()
            self.cleared.emit()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.focusPreviousChild()
        elif event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _on_text_edited(self) -> None:
        """Tell what an input method has entered."""
        if self.text():
            self.setText(self.sign())
            self.voted.emit()
        else:
            self.cleared.emit()
