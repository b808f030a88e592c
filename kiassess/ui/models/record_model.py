"""What tables of records have in common: a record each row, what is known of it across."""

from collections.abc import Sequence
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiassess.marks import override

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Record = TypeVar("Record")
Column = TypeVar("Column")

NOWHERE = QModelIndex()
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecordModel(QAbstractTableModel, Generic[Record, Column]):
    """Read-only table of records; a table of its own says what its cells tell.

    Class attributes:
        SortRole: Role of the raw value, for a sort proxy.
        RecordRole: Role of what a row gives away of its record, the same in every column.
    """

    SortRole = Qt.ItemDataRole.UserRole
    RecordRole = Qt.ItemDataRole.UserRole + 1

    # Most other roles are about looks, and the style sheet gives those.
    _ANSWERED = frozenset({
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.FontRole,
        SortRole, RecordRole,
    })  # fmt: skip

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Record] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = tuple(rows)

    @property
    def columns(self) -> tuple[Column, ...]:
        """What the columns say now."""
        return self._columns

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(self._columns[section])
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(self._columns[section])
            case _:
                return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in self._ANSWERED or not index.isValid():
            return None
        record, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(record, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(record, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(record, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column)
            case Qt.ItemDataRole.FontRole:
                return self._font(column)
            case self.SortRole:
                return self._sort_key(record, column)
            case self.RecordRole:
                return self._given_away(record)
            case _:
                return None

    def _show(self, rows: Sequence[Record], columns: Sequence[Column] | None = None) -> None:
        """Show other records; the columns stay unless others are given."""
        self.beginResetModel()
        self._rows = tuple(rows)
        if columns is not None:
            self._columns = tuple(columns)
        self.endResetModel()

    def _title(self, column: Column) -> str:
        """The heading of a column.

        Raises:
            NotImplementedError: A table has to say it; so for ``_text`` and ``_sort_key``.
        """
        raise NotImplementedError

    def _text(self, record: Record, column: Column) -> str:
        """What is read in a cell."""
        raise NotImplementedError

    def _sort_key(self, record: Record, column: Column) -> float | str:
        """What a column is sorted by; one column has either numbers or texts."""
        raise NotImplementedError

    def _at_right(self, _column: Column) -> bool | None:
        """Whether a column holds numbers; ``None`` leaves its side to the view."""
        return None

    def _spoken(self, _record: Record, _column: Column) -> str | None:
        """What a screen reader says; ``None`` if that is the text."""
        return None

    def _hint(self, _record: Record, _column: Column) -> str | None:
        """The tool tip of a cell; ``None`` for none."""
        return None

    def _font(self, _column: Column) -> object:
        """The ``QFont`` of a column; ``None`` for that of the view."""
        return None

    def _given_away(self, _record: Record) -> object:
        """What ``RecordRole`` tells; ``None`` for nothing."""
        return None

    def _alignment(self, column: Column) -> Qt.AlignmentFlag | None:
        at_right = self._at_right(column)
        if at_right is None:
            return None
        return AT_RIGHT if at_right else AT_LEFT
