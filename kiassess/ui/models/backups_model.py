"""Qt view of the backups of a workspace; what is in them comes later, one by one."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject

from kiassess.domain.backups import Backup, BackupContent
from kiassess.marks import override
from kiassess.ui.models.record_model import RecordModel
from kiassess.wording.safekeeping import backup_reason, backup_size
from kiassess.wording.texts import NO_VALUE, Texts

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


class BackupsModel(RecordModel[Backup, Column]):
    """Read-only table of backups, in the order they were given."""

    def __init__(
        self, backups: Sequence[Backup], texts: Texts, parent: QObject | None = None
    ) -> None:
        super().__init__(tuple(Column), backups, parent)
        self._texts = texts
        self._contents: dict[Backup, BackupContent | None] = {}

    def set_content(self, backup: Backup, content: BackupContent | None) -> None:
        """Show what is in a backup; ``None`` if it cannot be read."""
        self._contents[backup] = content
        if backup in self._rows:
            row = self._rows.index(backup)
            self.dataChanged.emit(self.index(row, Column.SIZE), self.index(row, Column.ANSWERS))

    def backup(self, row: int) -> Backup:
        """The backup of a row."""
        return self._rows[row]

    def is_readable(self, backup: Backup) -> bool:
        """Whether a backup can be read, as far as is known."""
        return self._contents.get(backup, NOT_YET) is not None

    @override
    def _title(self, column: Column) -> str:
        titles = {
            Column.AT: self.tr("Made on"),
            Column.KIND: self.tr("Occasion"),
            Column.SIZE: self.tr("Size"),
            Column.ASSESSMENTS: self.tr("Assessments"),
            Column.ANSWERS: self.tr("Answers"),
        }
        return titles[column]

    @override
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

    @override
    def _spoken(self, backup: Backup, column: Column) -> str:
        """What a screen reader says: neither a dash nor three dots are words."""
        text = self._text(backup, column)
        keys = {NOT_YET: "safekeeping.reading", NO_VALUE: "safekeeping.unreadable"}
        return self._texts(keys[text]) if text in keys else text

    @override
    def _sort_key(self, backup: Backup, column: Column) -> int | float | str:
        match column:
            case Column.AT:
                return backup.at.timestamp()
            case Column.KIND:
                return self._text(backup, column)
            case _:
                number = _number(self._contents.get(backup), column)
                return LAST if number is None else number

    @override
    def _at_right(self, column: Column) -> bool:
        return column not in IN_WORDS


def _number(content: BackupContent | None, column: Column) -> int | None:
    if content is None:
        return None
    numbers = {
        Column.SIZE: content.size,
        Column.ASSESSMENTS: content.assessments,
        Column.ANSWERS: content.answers,
    }
    return numbers[column]
