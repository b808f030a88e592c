"""Qt view of an ``EditionChange``: which questions changed, and whether their answers go along."""

from collections.abc import Collection
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

from kiassess.domain.edition_change import ChangeKind, EditionChange, ItemChange
from kiassess.domain.edition_effects import BlockEffect
from kiassess.domain.profile import BlockResult
from kiassess.marks import override
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.grids import NOTHING, Grid
from kiassess.wording.edition_change import fate_words, kind_name, result_words
from kiassess.wording.texts import Texts

Index: TypeAlias = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
KINDS = tuple(ChangeKind)


class Column(IntEnum):
    """What a column says."""

    ITEM = 0
    KIND = 1
    ANSWER = 2


class EditionChangeModel(QAbstractTableModel):
    """Table of the questions that are not the same, with a tick where the user decides.

    Class attributes:
        SortRole: Role of the raw value, for a sort proxy.
        ChangeRole: Role of the ``ItemChange`` of a row, in every column.

    Signals:
        accepted_changed: A tick was set or removed.
    """

    SortRole = Qt.ItemDataRole.UserRole
    ChangeRole = Qt.ItemDataRole.UserRole + 1

    accepted_changed = Signal()

    def __init__(self, change: EditionChange, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._change = change
        self._texts = texts
        self._accepted = set(change.by_default())
        self._rows: tuple[ItemChange, ...] = ()
        self.show_rows(only_answered=False)

    @property
    def accepted(self) -> frozenset[str]:
        """The ids of newer items whose answer is to go along, hidden ones included."""
        return frozenset(self._accepted)

    def show_rows(self, *, only_answered: bool) -> None:
        """List all questions that changed, or only those somebody has said something about."""
        self.beginResetModel()
        self._rows = tuple(
            item
            for item in self._change.items
            if item.kind is not ChangeKind.SAME and (item.answers or not only_answered)
        )
        self.endResetModel()

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
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._title(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._may_be_ticked(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(item, column)
            case Qt.ItemDataRole.CheckStateRole if self._may_be_ticked(index):
                ticked = item.is_carried(self._accepted)
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case self.SortRole:
                in_order = column is Column.KIND
                return KINDS.index(item.kind) if in_order else self._text(item, column)
            case self.ChangeRole:
                return item
            case _:
                return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        after = self._rows[index.row()].after
        if after is None or not self._may_be_ticked(index):
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._accepted.add(after.id)
        else:
            self._accepted.discard(after.id)
        self.dataChanged.emit(index, index)
        self.accepted_changed.emit()
        return True

    def _may_be_ticked(self, index: Index) -> bool:
        return index.column() == Column.ANSWER and self._rows[index.row()].can_carry

    def _title(self, column: Column) -> str:
        titles = {
            Column.ITEM: self.tr("Question"),
            Column.KIND: self.tr("Change"),
            Column.ANSWER: self.tr("Carry the\nanswer over"),
        }
        return titles[column]

    def _text(self, item: ItemChange, column: Column) -> str:
        match column:
            case Column.ITEM:
                return item.title
            case Column.KIND:
                return kind_name(item.kind, self._texts)
            case Column.ANSWER:
                return fate_words(item, self._accepted, self._texts)


def effects_grid(effects: Collection[BlockEffect], texts: Texts, *, quick: bool) -> Grid:
    """Building blocks down; their value and number of questions, before and after, across."""
    names = ("block", "before", "after", "items_before", "items_after")
    rows = (
        (
            GridCell(effect.name),
            _result_cell(effect.before, texts, quick=quick),
            _result_cell(effect.after, texts, quick=quick),
            *(GridCell(str(n), float(n)) for n in (effect.items_before, effect.items_after)),
        )
        for effect in effects
    )
    return tuple(texts(f"move.{name}") for name in names), tuple(rows)


def _result_cell(result: BlockResult | None, texts: Texts, *, quick: bool) -> GridCell:
    value = None if result is None else result.score.value
    return GridCell(
        result_words(result, quick=quick, texts=texts), NOTHING if value is None else value
    )
