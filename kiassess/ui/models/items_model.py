"""The questions as a list: areas as headings, items with their state, filtered."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QIcon

from kiassess.domain.assessment import Answer, AnswerState, OpenAssessment
from kiassess.domain.clarifying import Clarification, clarifications
from kiassess.domain.questionnaire import Area, Item
from kiassess.domain.search import fold, search_forms
from kiassess.marks import override
from kiassess.ui.models.record_model import NOWHERE, Index
from kiassess.wording.texts import Texts
from kiassess.wording.voices import stand_words


class StateFilter(StrEnum):
    """Which items are listed, by their state."""

    ALL = "all"
    OPEN = "open"
    UNKNOWN = "unknown"
    CLARIFY = "clarify"  # voices lie two levels or more apart, and nothing is agreed
    AGREE = "agree"  # voices differ in any way, and nothing is agreed


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """Which items are listed.

    Attributes:
        state: By what was answered.
        role: ``Role.id`` of who usually knows; ``""`` for everyone.
        search: Words all of which stand in the title, the question or the id.
    """

    state: StateFilter = StateFilter.ALL
    role: str = ""
    search: str = ""


class ItemsModel(QAbstractListModel):
    """Areas and items of an assessment, one row each.

    Class attributes:
        ItemRole: Role of the ``Item``; ``None`` for the heading of an area.
    """

    ItemRole = Qt.ItemDataRole.UserRole

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._opened: OpenAssessment | None = None
        self._filter = ItemFilter()
        self._icons: dict[AnswerState, QIcon] = {}
        self._differing_icon = QIcon()
        self._differing: dict[str, Clarification] = {}
        self._rows: list[Area | Item] = []

    def set_icons(self, icons: dict[AnswerState, QIcon], differing: QIcon) -> None:
        """Show other drawings for the states, and for voices that differ."""
        self._icons = icons
        self._differing_icon = differing
        self._announce_all()

    def set_assessment(self, opened: OpenAssessment | None) -> None:
        """Show another assessment."""
        self._take(opened)
        self._arrange()

    def set_filter(self, wanted: ItemFilter) -> None:
        """List other items."""
        self._filter = wanted
        self._arrange()

    def update_answers(self, opened: OpenAssessment) -> None:
        """Show changed answers; the rows stay, even where a filter would now hide one."""
        self._take(opened)
        self._announce_all()

    def index_of(self, item_id: str) -> QModelIndex:
        """Where an item stands; invalid if the filter hides it."""
        for row, value in enumerate(self._rows):
            if isinstance(value, Item) and value.id == item_id:
                return self.index(row)
        return QModelIndex()

    def listed(self) -> tuple[Item, ...]:
        """The items the filter lets through, in their order."""
        return tuple(row for row in self._rows if isinstance(row, Item))

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Area):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._opened is None:
            return None
        row = self._rows[index.row()]
        return self._area(row, role) if isinstance(row, Area) else self._item(row, role)

    def _area(self, area: Area, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                done, total = self._done(area)
                return f"{area.name} · {done}/{total}"
            case Qt.ItemDataRole.AccessibleTextRole:
                done, total = self._done(area)
                return self._texts("items.area", name=area.name, done=done, total=total)
            case Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setBold(True)
                return font
        return None

    def _done(self, area: Area) -> tuple[int, int]:
        asked = [item for item in self._asked() if item in area.items]
        return sum(self._answer(item).touched for item in asked), len(asked)

    def _item(self, item: Item, role: int) -> Any:
        answer = self._answer(item)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case Qt.ItemDataRole.DecorationRole:
                differs = item.id in self._differing
                return self._differing_icon if differs else self._icons.get(answer.state)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{item.title}, {self._state(answer)}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{item.title}\n{self._state(answer)}"
            case self.ItemRole:
                return item
        return None

    def _state(self, answer: Answer) -> str:
        differing = self._differing.get(answer.item_id)
        if differing is not None:
            return stand_words(differing, self._texts)
        if answer.level is not None:
            return self._texts("items.level", level=answer.level)
        return self._texts(f"state.{answer.state}")

    def _take(self, opened: OpenAssessment | None) -> None:
        self._opened = opened
        found = clarifications(opened) if opened is not None and opened.voices else ()
        self._differing = {one.item.id: one for one in found if not one.agreed}

    def _answer(self, item: Item) -> Answer:
        return Answer(item.id) if self._opened is None else self._opened.answer(item.id)

    def _asked(self) -> tuple[Item, ...]:
        return () if self._opened is None else self._opened.items()

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = []
        shown = {item.id for item in self._asked() if self._passes(item)}
        for area in () if self._opened is None else self._opened.questionnaire.areas:
            items = [item for item in area.items if item.id in shown]
            self._rows += [area, *items] if items else []
        self.endResetModel()

    def _passes(self, item: Item) -> bool:
        state = self._answer(item).state
        wanted = self._filter
        if wanted.state is StateFilter.OPEN and state is not AnswerState.OPEN:
            return False
        if wanted.state is StateFilter.UNKNOWN and state is not AnswerState.UNKNOWN:
            return False
        differing = self._differing.get(item.id)
        if wanted.state in {StateFilter.CLARIFY, StateFilter.AGREE} and differing is None:
            return False
        if wanted.state is StateFilter.CLARIFY and differing and not differing.urgent:
            return False
        if wanted.role and wanted.role not in item.roles:
            return False
        forms = search_forms(f"{item.title} {item.question} {item.id}")
        return all(any(word in form for form in forms) for word in fold(wanted.search).split())

    def _announce_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
