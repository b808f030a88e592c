"""The filters above a list of assessments: one choice each, “all” at first."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from kiassess.domain.choosing import Choices
from kiassess.domain.selection import Selection
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.texts import Texts

NAME_LETTERS = 14  # room for names of counties; the open list is as wide as they are


class ComparisonFilters(QWidget):
    """Only what tells the assessments apart is offered.

    Signals:
        changed: The user chose something else.
    """

    changed = Signal()

    def __init__(self, choices: Choices, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._guard = WheelGuard(self)
        self._layout = FlowLayout(self)
        self._layout.setSpacing(3 * self.fontMetrics().height() // 4)
        kinds = ((texts(f"type.{one}"), one) for one in choices.types)
        sizes = (
            (texts(f"size.{one}" if one else "comparison_page.size_unknown"), one)
            for one in choices.size_classes
        )
        extents = ((texts(f"extent.{one}"), one) for one in choices.extents)
        versions = ((" ".join(one), one) for one in choices.versions)
        self._types = self._add("type", self.tr("&Kind"), kinds)
        self._sizes = self._add("size", self.tr("Si&ze"), sizes)
        self._states = self._add("state", self.tr("St&ate"), ((s, s) for s in choices.states))
        districts = ((one, one) for one in choices.districts)
        self._districts = self._add("district", self.tr("Cou&nty"), districts)
        years = ((str(one), one) for one in choices.years)
        self._years = self._add("year", self.tr("&Year"), years)
        self._extents = self._add("extent", self.tr("E&xtent"), extents)
        self._versions = self._add("version", self.tr("&Questionnaire"), versions)

    def value(self) -> Selection:
        """What is asked for."""
        return Selection(
            types=self._types.wanted(),
            size_classes=self._sizes.wanted(),
            states=self._states.wanted(),
            districts=self._districts.wanted(),
            years=self._years.wanted(),
            extents=self._extents.wanted(),
            versions=self._versions.wanted(),
        )

    def _add(self, name: str, label: str, choices: Iterable[tuple[str, Any]]) -> "_Filter":
        made = _Filter(self.tr("all"), list(choices), self)
        made.setObjectName(name)
        self._guard.watch(made)
        field = Field(label, made, self)
        field.setVisible(made.several)
        self._layout.addWidget(field)
        made.activated.connect(self.changed)
        return made


class _Filter(QComboBox):
    """One choice among values, or all of them."""

    def __init__(self, all_: str, choices: list[tuple[str, Any]], parent: QWidget) -> None:
        super().__init__(parent)
        self._values = [value for _, value in choices]
        self.addItem(all_)
        self.addItems([word for word, _ in choices])
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        longest = max((len(word) for word, _ in choices), default=0)
        self.setMinimumContentsLength(min(longest + 2, NAME_LETTERS))

    @property
    def several(self) -> bool:
        """Whether there is anything to choose."""
        return len(self._values) > 1

    def wanted(self) -> frozenset[Any]:
        """What is chosen; nothing where all are."""
        at = self.currentIndex()
        return frozenset({self._values[at - 1]}) if at > 0 else frozenset()
