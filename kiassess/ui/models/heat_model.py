"""Qt view of a comparison as a heatmap: assessments down, blocks, areas or gates across."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from kiassess.domain.assessment import AiInUse
from kiassess.domain.comparison import ComparedPart
from kiassess.domain.gate_statuses import status_reader
from kiassess.domain.levels_row import NOT_ASKED, level_of
from kiassess.domain.profile import GateStatus
from kiassess.domain.questionnaire import Item
from kiassess.domain.shown_comparison import (
    ComparisonChart,
    RowGroup,
    ShownComparison,
)
from kiassess.marks import override
from kiassess.ui.models.record_model import NOWHERE, Index
from kiassess.wording.comparison_page import (
    gate_sentence,
    gate_words,
    part_sentence,
    part_words,
    size_words,
)
from kiassess.wording.texts import Texts

MARK = "▸ "  # before the name of one's own
Statuses: TypeAlias = Callable[[int, AiInUse | None], GateStatus]


class HeatModel(QAbstractTableModel):
    """Read-only; what a cell says is worked out when somebody looks at it.

    Class attributes:
        ValueRole: Role of the value that decides the shade, 0.0–4.0, or ``None``.
        LimitedRole: Role that says whether a value is limited in comparability.
        TitleRole: Role that says whether a row is a title above others.
        PlaceRole: Role of the place of an assessment in the comparison; ``None`` for a title.
    """

    ValueRole = Qt.ItemDataRole.UserRole
    LimitedRole = Qt.ItemDataRole.UserRole + 1
    TitleRole = Qt.ItemDataRole.UserRole + 2
    PlaceRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown: ShownComparison | None = None
        self._kind = ComparisonChart.HEATMAP
        self._parts: Sequence[ComparedPart] = ()
        self._gates: Sequence[Item] = ()
        self._statuses: Sequence[Statuses] = ()
        self._titles: Sequence[str] = ()
        self._names: Sequence[str] = ()  # of the columns, in full
        self._rows: list[int | RowGroup] = []

    def set_shown(
        self, shown: ShownComparison, kind: ComparisonChart, groups: Sequence[RowGroup]
    ) -> None:
        """Show a comparison.

        Args:
            shown: The comparison.
            kind: ``HEATMAP`` for building blocks, ``AREAS`` or ``GATES``.
            groups: Its rows, see ``shown_comparison.row_groups``.
        """
        self.beginResetModel()
        self._shown, self._kind = shown, kind
        comparison = shown.comparison
        asked = comparison.questionnaire
        if kind is ComparisonChart.GATES:
            self._gates = [item for item in comparison.items if item.gate]
            self._statuses = [status_reader(item) for item in self._gates]
            self._parts = ()
            self._titles = self._names = [item.title for item in self._gates]
        else:
            areas = kind is ComparisonChart.AREAS
            self._gates, self._parts = (), comparison.areas if areas else comparison.blocks
            shorts = {block.id: block.short or block.name for block in asked.blocks}
            named = {block.id: block.name for block in asked.blocks}
            named |= {area.id: area.name for area in asked.areas}
            self._names = [named[part.id] for part in self._parts]
            self._titles = [shorts.get(part.id, named[part.id]) for part in self._parts]
        self._rows = []
        for group in groups:
            self._rows += [group, *group.places] if group.titled else group.places
        self.endResetModel()

    def set_focus(self, shown: ShownComparison) -> None:
        """Mark another assessment of the same comparison."""
        self._shown = shown
        if self._rows:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

    @property
    def title_rows(self) -> tuple[int, ...]:
        """The rows that are titles above others."""
        return tuple(row for row, one in enumerate(self._rows) if isinstance(one, RowGroup))

    def part_id(self, column: int) -> str:
        """``BuildingBlock.id`` or ``Area.id`` of a column; ``""`` for a gate."""
        return self._parts[column].id if column < len(self._parts) else ""

    def row_of(self, place: int) -> int | None:
        """The row of an assessment."""
        return self._rows.index(place) if place in self._rows else None

    def sentence(self, index: Index) -> str:
        """All that is known of a cell; ``""`` for a title."""
        place = self._place(index)
        return "" if place is None else self._sentence(place, index.column())

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], RowGroup):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        shown = self._shown
        if shown is None or section < 0:
            return None
        if orientation == Qt.Orientation.Horizontal:
            if section >= len(self._titles):
                return None
            words = {
                Qt.ItemDataRole.DisplayRole: self._titles,
                Qt.ItemDataRole.ToolTipRole: self._names,
                Qt.ItemDataRole.AccessibleTextRole: self._names,
            }
            return words[Qt.ItemDataRole(role)][section] if role in words else None
        if section >= len(self._rows):
            return None
        one = self._rows[section]
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if isinstance(one, RowGroup):
            return ""
        return f"{MARK}{shown.names[one]}" if one == shown.marked else shown.names[one]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = self._shown
        if shown is None or not index.isValid():
            return None
        one = self._rows[index.row()]
        if isinstance(one, RowGroup):
            return self._title(one, index.column(), role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(one, index.column())
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._sentence(one, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case self.ValueRole:
                return self._value(one, index.column())
            case self.LimitedRole:
                return bool(self._parts) and self._limited(one, index.column())
            case self.PlaceRole:
                return one
        return None

    def _title(self, group: RowGroup, column: int, role: int) -> Any:
        if role == self.TitleRole:
            return True
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} and not column:
            return size_words(group.size_class, len(group.places), self._texts)
        return None

    def _place(self, index: Index) -> int | None:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        return None if isinstance(one, RowGroup) else one

    def _text(self, at: int, column: int) -> str:
        if self._parts:
            return part_words(self._parts[column], at, self._texts)
        return gate_words(self._status(at, column), level_of(self._sign(at, column)))

    def _sentence(self, at: int, column: int) -> str:
        shown, texts = self._shown, self._texts
        if shown is None:
            return ""
        name = self._names[column]
        if self._parts:
            return part_sentence(shown, self._parts[column], name, at, texts)
        status, sign = self._status(at, column), self._sign(at, column)
        return gate_sentence(shown.names[at], name, status, sign, texts)

    def _value(self, at: int, column: int) -> float | None:
        if self._parts:
            return self._parts[column].values[at]
        level = level_of(self._sign(at, column))
        return None if level is None else float(level)

    def _limited(self, at: int, column: int) -> bool:
        part = self._parts[column]
        return part.values[at] is not None and part.limited[at]

    def _sign(self, at: int, column: int) -> int:
        if self._shown is None:
            return NOT_ASKED
        return self._shown.comparison.columns[self._gates[column].id][at]

    def _status(self, at: int, column: int) -> GateStatus | None:
        sign = self._sign(at, column)
        if self._shown is None or sign == NOT_ASKED:
            return None
        return self._statuses[column](sign, self._shown.comparison.chosen[at].ai_in_use)
