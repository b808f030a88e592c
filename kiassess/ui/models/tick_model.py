"""What tables of records with ticks have in common."""

from collections.abc import Collection, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from kiassess.marks import override
from kiassess.ui.models.record_model import Column, Index, Record, RecordModel

Id = TypeVar("Id")


class TickModel(RecordModel[Record, Column], Generic[Record, Column, Id]):
    """Table of records, some with a tick; only the ticks can be changed.

    Ticks are known by an id, so that they stay when other records are shown.
    """

    _told_by_tick: Sequence[int] = ()  # the roles a tick changes in its cell; () for any

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Record] = (),
        ticked: Collection[Id] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, rows, parent)
        self._ticked = frozenset(ticked)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._has_tick(index) else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.CheckStateRole:
            return super().data(index, role)
        if not self._has_tick(index):
            return None
        ticked = self._tick_id(self._rows[index.row()]) in self._ticked
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._has_tick(index):
            return False
        tick_id = self._tick_id(self._rows[index.row()])
        is_set = Qt.CheckState(value) is Qt.CheckState.Checked
        self._ticked = self._ticked | {tick_id} if is_set else self._ticked - {tick_id}
        self.dataChanged.emit(index, index, self._told_by_tick)
        self._announce_tick(tick_id, is_set)
        return True

    def _has_tick(self, index: Index) -> bool:
        if not index.isValid():
            return False
        return self._may_be_ticked(self._rows[index.row()], self._columns[index.column()])

    def _may_be_ticked(self, record: Record, column: Column) -> bool:
        """Whether a cell has a place for a tick.

        Raises:
            NotImplementedError: A table has to say it; so for ``_tick_id`` and ``_announce_tick``.
        """
        raise NotImplementedError

    def _tick_id(self, record: Record) -> Id:
        """What the tick of a record is known by; asked only where there may be one."""
        raise NotImplementedError

    def _announce_tick(self, tick_id: Id, is_set: bool) -> None:
        """Tell that the user has set or removed a tick; it is shown already."""
        raise NotImplementedError
