"""Qt view of the backups of a workspace; what is in them comes later, one by one."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiassess.domain.backups import Backup, BackupContent
from kiassess.marks import override
from kiassess.wording.safekeeping import backup_reason, backup_size
from kiassess.wording.texts import NO_VALUE, Texts

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NOT_YET = "…"
LAST = -1  # what is not known is sorted before everything that is


class Column(IntEnum):
    """What a column shows."""

    AT = 0
    KIND = 1
    SIZE = 2
    ASSESSMENTS = 3
    ANSWERS = 4


IN_WORDS = frozenset({Column.AT, Column.KIND})


class BackupsModel(QAbstractTableModel):
    """Read-only table of backups, in the order they were given.

    Class attributes:
        SortRole: Role of the raw value, for a sort proxy.
    """

    SortRole = Qt.ItemDataRole.UserRole

    def __init__(
        self, backups: Sequence[Backup], texts: Texts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._backups = tuple(backups)
        self._texts = texts
        self._contents: dict[Backup, BackupContent | None] = {}

    def set_content(self, backup: Backup, content: BackupContent | None) -> None:
        """Show what is in a backup; ``None`` if it cannot be read."""
        self._contents[backup] = content
        if backup in self._backups:
            row = self._backups.index(backup)
            self.dataChanged.emit(self.index(row, Column.SIZE), self.index(row, Column.ANSWERS))

    def backup(self, row: int) -> Backup:
        """The backup of a row."""
        return self._backups[row]

    def is_readable(self, backup: Backup) -> bool:
        """Whether a backup can be read, as far as is known."""
        return self._contents.get(backup, NOT_YET) is not None

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._backups)

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
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        backup, column = self._backups[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(backup, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(backup, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case self.SortRole:
                return self._raw(backup, column)
            case _:
                return None

    def _title(self, column: Column) -> str:
        titles = {
            Column.AT: self.tr("Made on"),
            Column.KIND: self.tr("Occasion"),
            Column.SIZE: self.tr("Size"),
            Column.ASSESSMENTS: self.tr("Assessments"),
            Column.ANSWERS: self.tr("Answers"),
        }
        return titles[column]

    def _text(self, backup: Backup, column: Column) -> str:
        content, texts = self._contents.get(backup), self._texts
        match column:
            case Column.AT:
                return texts.moment(backup.at)
            case Column.KIND:
                return backup_reason(backup.kind, texts)
            case _ if backup not in self._contents:
                return NOT_YET
            case Column.SIZE:
                return backup_size(content, texts)
            case _:
                return texts.count(_number(content, column))

    def _spoken(self, backup: Backup, column: Column) -> str:
        """What a screen reader says: neither a dash nor three dots are words."""
        text = self._text(backup, column)
        keys = {NOT_YET: "safekeeping.reading", NO_VALUE: "safekeeping.unreadable"}
        return self._texts(keys[text]) if text in keys else text

    def _raw(self, backup: Backup, column: Column) -> int | float | str:
        """What a column is sorted by."""
        match column:
            case Column.AT:
                return backup.at.timestamp()
            case Column.KIND:
                return self._text(backup, column)
            case _:
                number = _number(self._contents.get(backup), column)
                return LAST if number is None else number


def _number(content: BackupContent | None, column: Column) -> int | None:
    if content is None:
        return None
    numbers = {
        Column.SIZE: content.size,
        Column.ASSESSMENTS: content.assessments,
        Column.ANSWERS: content.answers,
    }
    return numbers[column]


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in IN_WORDS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
