"""Qt view of who may get a fill-in workbook, with a tick for everybody who does."""

from collections.abc import Sequence
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

from kiassess.domain.assessment import AnswerState, OpenAssessment
from kiassess.domain.fill_in import Asked
from kiassess.domain.questionnaire import minutes_for
from kiassess.marks import override
from kiassess.wording.fill_in import who_words
from kiassess.wording.texts import Texts

Index: TypeAlias = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()


class Column(IntEnum):
    """What a column says."""

    WHO = 0
    ITEMS = 1
    OPEN = 2
    MINUTES = 3


class PackModel(QAbstractTableModel):
    """Table of those who can be asked.

    Class attributes:
        SortRole: Role of the raw value, for a sort proxy.

    Signals:
        ticks_changed: A tick was set or removed.
    """

    SortRole = Qt.ItemDataRole.UserRole

    ticks_changed = Signal()

    def __init__(
        self,
        opened: OpenAssessment,
        rows: Sequence[Asked],
        ticked: Sequence[Asked],
        texts: Texts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._ticked = {one.role_id for one in ticked}
        self._texts = texts
        self._open = {
            item.id for item in opened.items() if opened.answer(item.id).state is AnswerState.OPEN
        }
        self._blank = False

    @property
    def ticked(self) -> tuple[Asked, ...]:
        """Who gets a workbook, in the order of the rows."""
        return tuple(one for one in self._rows if one.role_id in self._ticked)

    def minutes(self, asked: Asked) -> int:
        """About how long one workbook takes."""
        number = len(asked.items) if self._blank else self._number_open(asked)
        return minutes_for(number) if number else 0

    def show_blank(self, blank: bool) -> None:
        """Whether nothing stands in the workbooks, so that all questions take time."""
        if blank == self._blank:
            return
        self._blank = blank
        last = len(self._rows) - 1
        self.dataChanged.emit(self.index(0, Column.MINUTES), self.index(last, Column.MINUTES))

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
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.WHO else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        asked, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(asked, column)
            case Qt.ItemDataRole.CheckStateRole if column is Column.WHO:
                ticked = asked.role_id in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case self.SortRole:
                text = self._text(asked, column)
                return text.casefold() if column is Column.WHO else int(text)
            case _:
                return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.WHO:
            return False
        role_id = self._rows[index.row()].role_id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(role_id)
        else:
            self._ticked.discard(role_id)
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()
        return True

    def _title(self, column: Column) -> str:
        titles = {
            Column.WHO: self.tr("Workbook for"),
            Column.ITEMS: self.tr("Questions"),
            Column.OPEN: self.tr("Open"),
            Column.MINUTES: self.tr("Minutes"),
        }
        return titles[column]

    def _text(self, asked: Asked, column: Column) -> str:
        match column:
            case Column.WHO:
                return who_words(asked, self._texts)
            case Column.ITEMS:
                return str(len(asked.items))
            case Column.OPEN:
                return str(self._number_open(asked))
            case Column.MINUTES:
                return str(self.minutes(asked))

    def _number_open(self, asked: Asked) -> int:
        return sum(item.id in self._open for item in asked.items)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == Column.WHO else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
