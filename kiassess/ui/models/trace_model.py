"""Qt view of the rows of a ``Trace``: questions down, what each adds to the value across."""

from enum import Enum, auto

from PySide6.QtCore import QObject

from kiassess.domain.trace import Trace, TraceRow
from kiassess.marks import override
from kiassess.ui.models.record_model import RecordModel
from kiassess.wording.texts import NO_VALUE, Texts
from kiassess.wording.trace import left_out_words

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


class TraceModel(RecordModel[TraceRow, Column]):
    """Read-only table of the questions behind one value; it formats, it never computes.

    Class attributes:
        ItemRole: Role of the ``Item.id`` of a row, in every column.
    """

    ItemRole = RecordModel.RecordRole

    def __init__(self, trace: Trace, texts: Texts, parent: QObject | None = None) -> None:
        says_anything = _columns_of(trace)
        columns = tuple(column for column in Column if column in says_anything)
        super().__init__(columns, trace.rows, parent)
        self._texts = texts
        self._facets = {half.facet_id: half.name for half in trace.halves}

    @override
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

    @override
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

    @override
    def _spoken(self, row: TraceRow, column: Column) -> str:
        """What a screen reader says: a dash is no word."""
        if column is Column.LEVEL and row.level is None:
            return self._texts("trace.no_level")
        if column is Column.TARGET and row.target is None:
            return self._texts("trace.no_target")
        return self._text(row, column)

    @override
    def _sort_key(self, row: TraceRow, column: Column) -> int | str:
        if column in IN_WORDS:
            return self._text(row, column)
        number = _number(row, column)
        return LAST if number is None else number

    @override
    def _at_right(self, column: Column) -> bool:
        return column not in IN_WORDS

    @override
    def _given_away(self, row: TraceRow) -> str:
        return row.item.id


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
