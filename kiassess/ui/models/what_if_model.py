"""Qt view of the measures that can be tried out; a tick says that one would be done."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, Signal

from kiassess.marks import override
from kiassess.ui.models.tick_model import TickModel
from kiassess.wording.texts import Texts


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


class WhatIfModel(TickModel[TryRow, Column, str]):
    """Table of measures with ticks.

    Signals:
        ticked: The user has set or removed a tick; it is shown already.
                arg: ``TryRow.id``. arg: Whether it is set.
    """

    ticked = Signal(str, bool)

    _told_by_tick = (Qt.ItemDataRole.CheckStateRole,)

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(tuple(Column), parent=parent)
        self._texts = texts

    def set_rows(self, rows: Sequence[TryRow], chosen: Collection[str]) -> None:
        """Show measures, some of them ticked; ticks alone leave everything else in its place."""
        changed = self._ticked ^ frozenset(chosen)
        self._ticked = frozenset(chosen)
        if tuple(rows) != self._rows:
            self._show(rows)
            return
        numbers = [number for number, row in enumerate(self._rows) if row.id in changed]
        if numbers:  # announced once: the table measures itself anew each time
            first = self.index(numbers[0], Column.MEASURE)
            last = self.index(numbers[-1], Column.MEASURE)
            self.dataChanged.emit(first, last, self._told_by_tick)

    @override
    def _title(self, column: Column) -> str:
        keys = {
            Column.MEASURE: "what_if.measure",
            Column.DAYS: "recommending.days",
            Column.WHEN: "what_if.when",
            Column.HINT: "what_if.hint",
        }
        return self._texts(keys[column])

    @override
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

    @override
    def _sort_key(self, row: TryRow, column: Column) -> float | str:
        match column:
            case Column.DAYS:
                return row.days
            case Column.WHEN:
                return row.order
            case _:
                return self._text(row, column).casefold()

    @override
    def _at_right(self, column: Column) -> bool:
        return column is Column.DAYS

    @override
    def _may_be_ticked(self, row: TryRow, column: Column) -> bool:
        return column is Column.MEASURE

    @override
    def _tick_id(self, row: TryRow) -> str:
        return row.id

    @override
    def _announce_tick(self, tick_id: str, is_set: bool) -> None:
        self.ticked.emit(tick_id, is_set)
