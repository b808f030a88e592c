"""What is kept beside the answers of a sound workspace, out of a damaged one and a backup."""

from collections.abc import Collection, Mapping
from datetime import datetime

from kiassess.domain.entries import KeptEntry
from kiassess.domain.history import ENTRIES, Subject
from kiassess.store.mending_parts import newest_parts, parts_are_certain, was_removed
from kiassess.store.rows import entry_row, from_json
from kiassess.store.salvage import Salvage
from kiassess.store.table_rows import EntryRow, JournalRow


def newest_entries(
    mine: Mapping[tuple[str, str], EntryRow],
    theirs: Mapping[tuple[str, str], EntryRow],
    journal: Collection[JournalRow],
    *,
    complete: Collection[str],
    newest: datetime | None,
) -> list[EntryRow]:
    """The entries of one assessment; see ``newest_parts``.

    Args:
        mine: Rows of the damaged file by kind and id.
        theirs: Rows of the backup.
        journal: All changes, sound, in their order.
        complete: The tables of the damaged file of which nothing is missing.
        newest: When the file was last changed; ``None`` if the backup knows nothing later.
    """
    removed = was_removed("entry", complete)
    return [
        row
        for kind in sorted(ENTRIES)
        for row in newest_parts(
            {key: row for (one, key), row in mine.items() if one == kind},
            {key: row for (one, key), row in theirs.items() if one == kind},
            {row.item_id: row for row in journal if row.subject == kind},
            _entry,
            removed=removed,
            newest=newest,
        )
    ]


def entries_are_certain(found: Salvage) -> bool:
    """Whether no entry is missing for sure: their table or the journal is whole, and both agree."""
    here, complete = found.contents, found.complete
    last = {
        (row.assessment_id, row.subject, row.item_id): row
        for row in sorted(here.journal.values())
        if row.subject in ENTRIES
    }
    return parts_are_certain(here.entries, last, _entry, table="entry", complete=complete)


def _entry(change: JournalRow) -> EntryRow | None:
    """What a change has left; ``None`` if it took the entry away."""
    entry = from_json(Subject(change.subject), change.after)
    if not isinstance(entry, KeptEntry) or entry.id != change.item_id:
        return None
    return EntryRow(change.assessment_id, **entry_row(entry), changed_at=change.changed_at)
