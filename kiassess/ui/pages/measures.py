"""The page that says what to do: recommended, planned, tried out, and the AI register."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiassess.marks import override
from kiassess.ui.pages.measures_part import MeasuresPart
from kiassess.ui.planning import Planning
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.page import Page
from kiassess.ui.widgets.segments import Segments


class Part(StrEnum):
    """The parts of the page."""

    RECOMMENDED = "recommended"
    PLAN = "plan"
    WHAT_IF = "what_if"
    FIELDS = "fields"
    REGISTER = "register"


Maker: TypeAlias = Callable[[QWidget], MeasuresPart]


class MeasuresPage(Page):
    """Shows one part at a time, each made when it is first chosen.

    Signals:
        item_requested: The user wants to see a question.
                        arg: ``Item.id``.
    """

    item_requested = Signal(str)

    def __init__(
        self, planning: Planning, makers: Mapping[Part, Maker], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._planning = planning
        self._makers = makers
        self._parts: dict[Part, MeasuresPart] = {}
        self._stale = set(makers)
        self._shown = next(iter(makers))
        self._revealed = ""
        self._arranged = QTimer(self, singleShot=True, interval=0)  # after the layout
        self.setAccessibleName(self.tr("Measures"))
        content = self.widget()
        self._segments = Segments(self.tr("Part of the page"), content)
        for part in makers:
            self._segments.add(part, self._title(part))
        self._segments.choose(self._shown)
        self.column.addWidget(Label(self.tr("Measures"), "title", parent=content))
        self.column.addWidget(self._segments)
        self.column.addStretch(1)

        self._segments.chosen.connect(self._on_chosen)
        self._arranged.timeout.connect(self._on_arranged)
        planning.changed.connect(self._on_changed)

    @property
    def part(self) -> Part:
        """The part on the screen."""
        return self._shown

    @property
    def drawing(self) -> bool:
        """Whether a chart is still to come."""
        return self._shown in self._parts and self._parts[self._shown].drawing

    def show_part(self, part: Part) -> None:
        """Show a part as the user would choose it."""
        self._segments.choose(part)
        self._on_chosen(part)

    def print_out(self) -> bool:
        """Put the part shown on paper; false if it has nothing to print."""
        return self._parts[self._shown].print_out() if self._shown in self._parts else False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        """Make and fill the part that is wanted; hide the others."""
        part = self._parts.get(self._shown)
        if part is None:
            part = self._parts[self._shown] = self._makers[self._shown](self)
            part.item_requested.connect(self.item_requested)
            part.part_requested.connect(self._on_part_requested)
            part.reveal_requested.connect(self._on_reveal_requested)
            self.column.insertWidget(self.column.count() - 1, part)
        for key, other in self._parts.items():
            other.setVisible(key is self._shown)
        if self._shown in self._stale:
            self._stale.discard(self._shown)
            part.refresh()

    def _title(self, part: Part) -> str:
        match part:
            case Part.RECOMMENDED:
                return self.tr("Recommended")
            case Part.PLAN:
                return self.tr("Plan")
            case Part.WHAT_IF:
                return self.tr("What if")
            case Part.FIELDS:
                return self.tr("Action fields")
            case Part.REGISTER:
                return self.tr("AI register")

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._shown = Part(key)
        if self.isVisible():
            self._fill()
            self.verticalScrollBar().setValue(0)

    @Slot(str)
    def _on_part_requested(self, key: str) -> None:
        self.show_part(Part(key))

    @Slot(str)
    def _on_reveal_requested(self, name: str) -> None:
        self._revealed = name
        self._arranged.start()

    @Slot()
    def _on_arranged(self) -> None:
        revealed = self.findChild(QWidget, self._revealed)
        if revealed is not None:
            self.ensureWidgetVisible(revealed)

    @Slot()
    def _on_changed(self) -> None:
        self._stale = set(self._makers)
        if self.isVisible():
            self._fill()
