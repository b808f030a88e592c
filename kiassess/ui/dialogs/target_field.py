"""One question with the level wanted for it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kiassess.domain.kinds import LEVELS
from kiassess.ui.widgets.labels import Label

LETTERS = 14  # of a level shown in the closed box


class TargetField(QWidget):
    """A title, what is known today, and the targets to choose from.

    Attributes:
        box: The choice; the first row is the default of the size class.

    Signals:
        chosen: The user chose another target.
    """

    chosen = Signal()

    def __init__(self, title: str, today: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: int | None = None
        self.box = QComboBox(self)
        self.box.setAccessibleName(title)
        self.box.setAccessibleDescription(today)
        # Large text would else push the questions off the dialog; the list shows whole names.
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(LETTERS)

        unit = self.fontMetrics().height() // 4
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, parent=self))
        words.addWidget(Label(today, "muted", parent=self))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4 * unit)
        layout.addLayout(words, 1)
        layout.addWidget(self.box)

    def offer(self, level_names: tuple[str, ...], preset: int | None) -> None:
        """Offer the default of the size class and all levels.

        Args:
            level_names: Names of the levels 0–4.
            preset: The level the size class suggests; ``None`` if it suggests none.
        """
        if preset is None:
            self.box.addItem(self.tr("no default"), None)
        else:
            self.box.addItem(self.tr("default: {level}").format(level=preset), None)
        for level in LEVELS:
            self.box.addItem(f"{level} – {level_names[level]}", level)
        self.box.currentIndexChanged.connect(self._on_index_changed)

    def value(self) -> int | None:
        """The target chosen, 0–4; ``None`` for the default."""
        level: int | None = self.box.currentData()
        return level

    def show_value(self, target: int | None) -> None:
        """Show a target; this is not announced."""
        self._known = target
        self.box.setCurrentIndex(self.box.findData(target))

    @Slot(int)
    def _on_index_changed(self, _index: int) -> None:
        if self.value() != self._known:
            self._known = self.value()
            self.chosen.emit()
