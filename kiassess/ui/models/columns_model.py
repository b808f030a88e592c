"""Qt view of many things: a row each, with columns that say what they show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from kiassess.marks import override
from kiassess.ui.models.record_model import NOWHERE, Index

Key: TypeAlias = Any  # whatever can be put in order


@dataclass(frozen=True, slots=True)
class Column:
    """What a column shows of a thing, by its number.

    Attributes:
        title: The heading.
        text: What is read.
        key: What the column is sorted by; ``None`` for what comes last in any order.
        at_right: Whether it holds numbers.
    """

    title: str
    text: Callable[[int], str]
    key: Callable[[int], Key | None]
    at_right: bool = False


class ColumnsModel(QAbstractTableModel):
    """Read-only but for ticks; texts are made when somebody looks at them.

    Class attributes:
        ThingRole: Role of the number of the thing in a row.

    Signals:
        ticks_changed: A tick was set or removed by the user.
    """

    ThingRole = Qt.ItemDataRole.UserRole

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None, *, tickable: bool = False) -> None:
        super().__init__(parent)
        self._tickable = tickable
        self._columns: Sequence[Column] = ()
        self._rows: list[int] = []
        self._names: Callable[[int], str] | None = None
        self._ticked: set[int] = set()
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def set_columns(
        self,
        columns: Sequence[Column],
        rows: Sequence[int],
        names: Callable[[int], str] | None = None,
    ) -> None:
        """Show other things.

        Args:
            columns: What is told of each.
            rows: The numbers of the things, in their order.
            names: What each is called at the left of its row; ``None`` numbers the rows.
        """
        self.beginResetModel()
        self._columns, self._rows, self._names = columns, list(rows), names
        self._put_in_order()
        self.endResetModel()

    def set_rows(self, rows: Sequence[int]) -> None:
        """Show others of the same things; the order chosen by the user stays."""
        self.beginResetModel()
        self._rows = list(rows)
        self._put_in_order()
        self.endResetModel()

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the things shown, from above to below."""
        return tuple(self._rows)

    @property
    def ticked(self) -> frozenset[int]:
        """The numbers of the things with a tick, shown or not."""
        return frozenset(self._ticked)

    def set_ticked(self, things: frozenset[int]) -> None:
        """Set the ticks; this is not announced as the user's doing."""
        self._ticked = set(things)
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._tickable and index.column() == 0:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._columns[section].title if 0 <= section < len(self._columns) else None
        if self._names is None or not 0 <= section < len(self._rows):
            return None
        return self._names(self._rows[section])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        thing, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(thing)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = (
                    Qt.AlignmentFlag.AlignRight if column.at_right else Qt.AlignmentFlag.AlignLeft
                )
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.CheckStateRole if self._tickable and index.column() == 0:
                ticked = thing in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case self.ThingRole:
                return thing
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._tickable or index.column():
            return False
        thing = self._rows[index.row()]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(thing)
        else:
            self._ticked.discard(thing)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()
        return True

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what has no value comes last in any order."""
        self._sorted = None if column < 0 else (column, order)
        self.beginResetModel()
        self._put_in_order()
        self.endResetModel()

    def _put_in_order(self) -> None:
        if self._sorted is None or self._sorted[0] >= len(self._columns):
            self._rows.sort()
            return
        column, order = self._sorted
        key = self._columns[column].key
        keys: dict[int, Key] = {thing: key(thing) for thing in self._rows}
        known = [thing for thing in self._rows if keys[thing] is not None]
        unknown = [thing for thing in self._rows if keys[thing] is None]
        known.sort(key=lambda thing: keys[thing], reverse=order is Qt.SortOrder.DescendingOrder)
        self._rows = [*known, *unknown]
