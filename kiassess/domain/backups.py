"""Copies of a workspace that are made without anybody's doing, and how long they stay."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

LAST = 10  # as many stay whatever their age
DAYS = 30  # of each of these days one stays


class BackupKind(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    HOURLY = "hourly"  # only the newest of these stays
    UPGRADE = "upgrade"  # before a newer program changes the file
    IMPORT = "import"  # before an import
    MOVE = "move"  # before an assessment goes to another version of its questionnaire
    RESTORE = "restore"  # before another backup is restored
    MANUAL = "manual"


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One backup.

    Attributes:
        at: When it was made, UTC.
        kind: Why.
        name: Of its file, within the folder of the backups.
    """

    at: datetime
    kind: BackupKind
    name: str


@dataclass(frozen=True, slots=True)
class BackupContent:
    """What lies in a backup.

    Attributes:
        size: Of its file, in bytes.
        assessments: How many.
        answers: Items with an answer in all of them, “weiß nicht” included.
    """

    size: int
    assessments: int
    answers: int


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A backup was restored into memory, to see whether it can be.

    Attributes:
        at: When, UTC.
        backup: Which one.
        content: What came back.
    """

    at: datetime
    backup: Backup
    content: BackupContent


def to_drop(backups: Collection[Backup], today: date) -> tuple[Backup, ...]:
    """The backups that need not be kept any longer, oldest first.

    Args:
        backups: All there are.
        today: The present day; days are those of the local clock.
    """
    newest_first = sorted(backups, reverse=True)
    hourly = [backup for backup in newest_first if backup.kind is BackupKind.HOURLY]
    lasting = [backup for backup in newest_first if backup.kind is not BackupKind.HOURLY]
    kept = {*hourly[:1], *lasting[:LAST]}
    first = today - timedelta(days=DAYS - 1)
    of_day: dict[date, Backup] = {}
    for backup in lasting:
        of_day.setdefault(backup.at.astimezone().date(), backup)
    kept.update(backup for day, backup in of_day.items() if day >= first)
    return tuple(backup for backup in sorted(backups) if backup not in kept)
