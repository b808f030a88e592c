"""Qt view of the measures that can be tried out; a tick says that one would be done."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kiassess.marks import override
from kiassess.wording.texts import Texts

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns in their order."""

    MEASURE = 0
    DAYS = 1
    WHEN = 2
    HINT = 3


@dataclass(frozen=True, slots=True)
class TryRow:
    """A measure that can be tried out.

    Attributes:
        id: ``Measure.id``.
        name: What it is called.
        days: Person-days, unrounded.
        when: When it is recommended, in words; may be empty.
        order: Where that stands in time, 0 is first.
        hint: What else is worth knowing; may be empty.
    """

    id: str
    name: str
    days: float
    when: str
    order: int
    hint: str


class WhatIfModel(QAbstractTableModel):
    """Table of measures with ticks.

    Class attributes:
        SortRole: Role of the raw value, for a sort proxy.

    Signals:
        ticked: The user has set or removed a tick; it is shown already.
                arg: ``TryRow.id``. arg: Whether it is set.
    """

    SortRole = Qt.ItemDataRole.UserRole

    ticked = Signal(str, bool)

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows: tuple[TryRow, ...] = ()
        self._chosen: frozenset[str] = frozenset()

    def set_rows(self, rows: Sequence[TryRow], chosen: Collection[str]) -> None:
        """Show measures, some of them ticked; ticks alone leave everything else in its place."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows, self._chosen = tuple(rows), frozenset(chosen)
            self.endResetModel()
            return
        changed = self._chosen ^ frozenset(chosen)
        self._chosen = frozenset(chosen)
        numbers = [number for number, row in enumerate(self._rows) if row.id in changed]
        if numbers:  # announced once: the table measures itself anew each time
            first = self.index(numbers[0], Column.MEASURE)
            last = self.index(numbers[-1], Column.MEASURE)
            self.dataChanged.emit(first, last, [Qt.ItemDataRole.CheckStateRole])

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self._title(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        ticks = index.column() == Column.MEASURE
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.CheckStateRole if column is Column.MEASURE:
                ticked = row.id in self._chosen
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case self.SortRole:
                return {Column.DAYS: row.days, Column.WHEN: row.order}.get(
                    column, self._text(row, column).casefold()
                )
            case _:
                return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.MEASURE:
            return False
        measure_id = self._rows[index.row()].id
        is_set = Qt.CheckState(value) is Qt.CheckState.Checked
        if is_set:
            self._chosen |= {measure_id}
        else:
            self._chosen -= {measure_id}
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit(measure_id, is_set)
        return True

    def _title(self, column: Column) -> str:
        keys = {
            Column.MEASURE: "what_if.measure",
            Column.DAYS: "recommending.days",
            Column.WHEN: "what_if.when",
            Column.HINT: "what_if.hint",
        }
        return self._texts(keys[column])

    def _text(self, row: TryRow, column: Column) -> str:
        match column:
            case Column.MEASURE:
                return row.name
            case Column.DAYS:
                return self._texts.number(row.days)
            case Column.WHEN:
                return row.when
            case Column.HINT:
                return row.hint


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == Column.DAYS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
