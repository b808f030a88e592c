"""The parts of an assessment in a sound workspace, out of a damaged one and a backup."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import TypeVar

from kiassess.store.contents import moment
from kiassess.store.table_rows import EntryRow, JournalRow, VoiceRow

Part = TypeVar("Part", VoiceRow, EntryRow)
Left = Callable[[JournalRow], Part | None]  # what a change has left; ``None`` if it took it away


def newest_parts(
    mine: Mapping[str, Part],
    theirs: Mapping[str, Part],
    changes: Mapping[str, JournalRow],
    left: Left[Part],
    *,
    removed: bool,
    newest: datetime | None,
) -> list[Part]:
    """The rows of one assessment: what the file says counts, then the journal, then the backup.

    Only where the journal of the backup knows of a later change than the file does, that counts.

    Args:
        mine: Rows of the damaged file by what names them in the journal.
        theirs: Rows of the backup.
        changes: The last change of each.
        left: What a change has left.
        removed: Whether a row missing in the file was taken away for sure.
        newest: When the file was last changed; ``None`` if the backup knows nothing later.
    """
    found: list[Part | None] = []
    for key in sorted(mine.keys() | theirs.keys() | changes.keys()):
        change = changes.get(key)
        later = change and newest and moment(change.changed_at) > newest
        if key in mine and not later:
            found.append(mine[key])
        elif change is not None and (later or not removed):
            found.append(left(change))
        elif key in theirs and not removed:
            found.append(theirs[key])
    return [row for row in found if row is not None]


def was_removed(table: str, complete: Collection[str]) -> bool:
    """Whether a row missing in a table was taken away, though the journal cannot say so."""
    return table in complete and "journal" not in complete


def parts_are_certain(
    rows: Mapping[tuple[str, str, str], Part],
    last: Mapping[tuple[str, str, str], JournalRow],
    left: Left[Part],
    *,
    table: str,
    complete: Collection[str],
) -> bool:
    """Whether nothing is missing for sure: the table or the journal is whole, and both agree.

    Args:
        rows: Rows of the damaged file by their keys.
        last: The last change of each.
        left: What a change has left.
        table: Their table.
        complete: The tables of which nothing is missing.
    """
    if "journal" not in complete:
        return table in complete
    agree = all(key in last and row == left(last[key]) for key, row in rows.items())
    missing = (change for key, change in last.items() if key not in rows)
    return agree and (table not in complete or not any(map(left, missing)))
