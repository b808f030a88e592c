"""What is kept beside the answers as tables of the exchange file, and back."""

from collections.abc import Mapping
from typing import Any

from kiassess.domain.entries import KeptEntry, is_usable_id
from kiassess.domain.entry_tables import entry_of, entry_table
from kiassess.domain.history import ENTRIES, Subject
from kiassess.exchange.strict_fields import StrictFields

Table = dict[str, Any]
Key = tuple[Subject, str]


def entries_table(entries: Mapping[Key, KeptEntry]) -> Table:
    """Entries by kind and, for each kind, by id; a kind without any is missing."""
    found: Table = {}
    for subject, entry_id in sorted(entries):
        table = entry_table(entries[subject, entry_id])
        found.setdefault(subject.value, {})[entry_id] = table
    return found


def read_entries(f: StrictFields, key: str) -> dict[Key, KeptEntry]:
    """The entries back; a file without them has none, and one of an unknown kind is damage."""
    if f.raw(key) is None:
        return {}
    found: dict[Key, KeptEntry] = {}
    for name, inner in f.each(key):
        if name not in ENTRIES:
            f.inner(key).damaged(name)
        subject = Subject(name)
        for entry_id in inner.table:
            if not is_usable_id(entry_id):
                inner.damaged(entry_id)
            found[subject, entry_id] = read_entry(inner, entry_id, subject, entry_id)
    return found


def read_entry(f: StrictFields, key: str, subject: Subject, entry_id: str) -> KeptEntry:
    """One entry back.

    Args:
        f: The table it stands in.
        key: Its key there.
        subject: What kind of entry it is.
        entry_id: Its id.
    """
    inner = f.inner(key)
    try:
        return entry_of(subject, entry_id, inner.table)
    except ValueError as error:
        inner.damaged(str(error))
