"""A combo box of one name among very many."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Signal, Slot
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from kiassess.marks import override
from kiassess.ui.widgets.wheel_guard import WheelGuard

LETTERS = 30
ROWS_IN_SIGHT = 15


class NameChoice(QComboBox):
    """Opens at once whatever the number of names; letters typed lead to a name.

    Signals:
        chosen: The user chose another name.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._list = QListView(self)
        self._list.setUniformItemSizes(True)  # else all are measured before the first is seen
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._guard = WheelGuard(self)
        self.setView(self._list)
        self.setModel(QStringListModel(self))
        self.setMaxVisibleItems(ROWS_IN_SIGHT)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(LETTERS)
        self._guard.watch(self)

        self.activated.connect(self._on_activated)

    @property
    def place(self) -> int | None:
        """The place of the name chosen; ``None`` if there is none."""
        at = self.currentIndex()
        return None if at < 0 else at

    def set_names(self, names: Sequence[str], place: int | None) -> None:
        """Offer other names, one of them chosen; this is not announced."""
        if names != self._names:
            self._names = names
            model = self.model()
            if isinstance(model, QStringListModel):
                model.setStringList(list(names))
        self.setCurrentIndex(-1 if place is None else place)

    @override
    def showPopup(self) -> None:
        longest = max(self._names, key=len, default="")
        width = self.fontMetrics().horizontalAdvance(longest) + 4 * self.fontMetrics().height()
        self._list.setMinimumWidth(min(width, self.screen().availableSize().width() // 2))
        super().showPopup()

    @Slot()
    def _on_activated(self) -> None:
        self.chosen.emit()
