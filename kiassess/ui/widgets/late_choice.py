"""A combo box whose choices may come late."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QWidget

from kiassess.marks import override


class LateChoice(QComboBox):
    """Tells when somebody turns to it, before it can be opened or changed; then fill it.

    However long its choices are, it is no wider than the room it has; only the open list is.

    Args:
        letters: For how many there is room at least.

    Signals:
        wanted: It got the focus or is about to open.
    """

    wanted = Signal()

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(letters)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.wanted.emit()

    @override
    def showPopup(self) -> None:
        self.wanted.emit()
        choices = self.view()
        choices.setMinimumWidth(choices.sizeHintForColumn(0) + 2 * self.iconSize().width())
        super().showPopup()
