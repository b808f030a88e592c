"""Narrowing the recommended measures down, with a search and three lists."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kiassess.domain.measure_filter import MeasureFilter
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.wheel_guard import WheelGuard

LETTERS = 18  # for which a list has room at least


class FilterBar(QWidget):
    """A line to search in, and lists of roles, building blocks and steps.

    Signals:
        changed: Something else is looked for; see ``wanted``.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLineEdit(self)
        self._words.setObjectName("words")
        self._words.setClearButtonEnabled(True)
        self._words.setMinimumWidth(24 * self.fontMetrics().averageCharWidth())
        self._lead, self._block, self._step = (self._combo(n) for n in ("lead", "block", "step"))
        layout = FlowLayout(self)
        layout.setSpacing(self.fontMetrics().height() // 2)
        for label, control in (
            (self.tr("&Search"), self._words),
            (self.tr("&Lead"), self._lead),
            (self.tr("&Building block"), self._block),
            (self.tr("S&tep"), self._step),
        ):
            control.setAccessibleName(label.replace("&", ""))
            layout.addWidget(Field(label, control, self))

        WheelGuard(self).watch(self._lead, self._block, self._step)

        self._words.textChanged.connect(self.changed)

    @property
    def wanted(self) -> MeasureFilter:
        """What a measure has to be."""
        step = self._step.currentData()
        return MeasureFilter(
            words=self._words.text(),
            lead=self._lead.currentData() or "",
            block=self._block.currentData() or "",
            step=int(step) if step else None,
        )

    def show_choices(
        self, leads: Mapping[str, str], blocks: Mapping[str, str], steps: Mapping[int, str]
    ) -> None:
        """Offer roles, building blocks and steps by name; a choice that is still there stays."""
        numbered = {str(number): name for number, name in steps.items()}
        for combo, names in ((self._lead, leads), (self._block, blocks), (self._step, numbered)):
            chosen = combo.currentData()
            combo.blockSignals(True)
            combo.clear()
            combo.addItem(self.tr("all"), "")
            for key, name in names.items():
                combo.addItem(name, key)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
            combo.blockSignals(False)

    @Slot()
    def clear(self) -> None:
        """Look for nothing any more."""
        for combo in (self._lead, self._block, self._step):
            combo.setCurrentIndex(0)
        self._words.clear()

    @Slot()
    def _on_chosen(self) -> None:
        self.changed.emit()

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(f"filter-{name}")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(LETTERS)
        combo.currentIndexChanged.connect(self._on_chosen)
        return combo
