"""Qt view of the rows of a ``Trace``: questions down, what each adds to the value across."""

from enum import Enum, auto
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from kiassess.domain.trace import Trace, TraceRow
from kiassess.marks import override
from kiassess.wording.texts import NO_VALUE, Texts
from kiassess.wording.trace import left_out_words

Index: TypeAlias = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
LAST = -1  # what has no number is sorted before everything that has one


class Column(Enum):
    """What a column says."""

    ITEM = auto()
    FACET = auto()
    LEVEL = auto()
    WEIGHT = auto()
    TARGET = auto()
    COUNTS = auto()


ALWAYS = {Column.ITEM, Column.LEVEL, Column.COUNTS}
IN_WORDS = {Column.ITEM, Column.FACET, Column.COUNTS}


class TraceModel(QAbstractTableModel):
    """Read-only table of the questions behind one value; it formats, it never computes.

    Class attributes:
        SortRole: Role of the raw value, for a sort proxy.
        ItemRole: Role of the ``Item.id`` of a row, in every column.
    """

    SortRole = Qt.ItemDataRole.UserRole
    ItemRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, trace: Trace, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trace = trace
        self._texts = texts
        self._columns = tuple(column for column in Column if column in _columns_of(trace))
        self._facets = {half.facet_id: half.name for half in trace.halves}

    @property
    def columns(self) -> tuple[Column, ...]:
        """What the columns say."""
        return self._columns

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._trace.rows)

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
                return _alignment(self._columns[section])
            case _:
                return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._trace.rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case self.SortRole:
                return self._raw(row, column)
            case self.ItemRole:
                return row.item.id
            case _:
                return None

    def _title(self, column: Column) -> str:
        titles = {
            Column.ITEM: self.tr("Question"),
            Column.FACET: self.tr("Half"),
            Column.LEVEL: self.tr("Level"),
            Column.WEIGHT: self.tr("Weight"),
            Column.TARGET: self.tr("Target"),
            Column.COUNTS: self.tr("Counts in the value"),
        }
        return titles[column]

    def _text(self, row: TraceRow, column: Column) -> str:
        match column:
            case Column.ITEM:
                return row.item.title
            case Column.FACET:
                return self._facets.get(row.facet_id, row.facet_id)
            case Column.COUNTS:
                return left_out_words(row, self._texts)
            case _:
                number = _number(row, column)
                return NO_VALUE if number is None else str(number)

    def _spoken(self, row: TraceRow, column: Column) -> str:
        """What a screen reader says: a dash is no word."""
        if column is Column.LEVEL and row.level is None:
            return self._texts("trace.no_level")
        if column is Column.TARGET and row.target is None:
            return self._texts("trace.no_target")
        return self._text(row, column)

    def _raw(self, row: TraceRow, column: Column) -> int | str:
        """What a column is sorted by: the number behind the text, or the text itself."""
        if column in IN_WORDS:
            return self._text(row, column)
        number = _number(row, column)
        return LAST if number is None else number


def _columns_of(trace: Trace) -> set[Column]:
    """The columns that say anything for a value: an area has no weights and no targets."""
    columns = set(ALWAYS)
    if trace.halves:
        columns.add(Column.FACET)
    if not trace.of_area:
        columns.add(Column.WEIGHT)
    if trace.target is not None:
        columns.add(Column.TARGET)
    return columns


def _number(row: TraceRow, column: Column) -> int | None:
    return {Column.LEVEL: row.level, Column.WEIGHT: row.weight, Column.TARGET: row.target}[column]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in IN_WORDS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
