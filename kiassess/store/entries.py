"""What a municipality keeps beside its answers. Changes go through the journal."""

from datetime import datetime

from kiassess.domain.entries import KeptEntry
from kiassess.domain.history import Subject
from kiassess.store.rows import entry_of_row, entry_row, stamp
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading

Key = tuple[Subject, str]  # kind and id

_COLUMNS = "kind, entry_id, content"


def load_entries(db: Database, assessment_id: str) -> dict[Key, KeptEntry]:
    """The entries of an assessment by kind and id, in that order; empty if there are none."""
    sql = f"SELECT {_COLUMNS} FROM entry WHERE assessment_id = ? ORDER BY kind, entry_id"
    with reading(db):
        rows = db.query(sql, [assessment_id])
        return {(Subject(row["kind"]), row["entry_id"]): entry_of_row(row) for row in rows}


def load_entry_changes(db: Database, assessment_id: str) -> dict[Key, datetime]:
    """When each entry was last changed, by kind and id."""
    sql = "SELECT kind, entry_id, changed_at FROM entry WHERE assessment_id = ?"
    with reading(db):
        rows = db.execute(sql, [assessment_id])
        return {(Subject(kind), key): datetime.fromisoformat(at) for kind, key, at in rows}


def find_entry(db: Database, assessment_id: str, key: Key) -> KeptEntry | None:
    """One entry, or ``None``."""
    sql = f"SELECT {_COLUMNS} FROM entry WHERE assessment_id = ? AND kind = ? AND entry_id = ?"
    rows = db.query(sql, [assessment_id, key[0].value, key[1]])
    return next((entry_of_row(row) for row in rows), None)


def put_entry(db: Database, assessment_id: str, entry: KeptEntry, at: datetime) -> None:
    """Put an entry in its place; call it inside ``writing``, for a step of the journal.

    Args:
        db: The open workspace.
        assessment_id: The assessment; it must exist.
        entry: The entry.
        at: Time of the change, with a time zone.
    """
    row = {"assessment_id": assessment_id, **entry_row(entry), "changed_at": stamp(at)}
    marks = ", ".join("?" * len(row))
    sql = f"INSERT OR REPLACE INTO entry ({', '.join(row)}) VALUES ({marks})"
    db.execute(sql, [*row.values()])


def remove_entry(db: Database, assessment_id: str, key: Key) -> None:
    """Take an entry away; call it inside ``writing``, for a step of the journal."""
    sql = "DELETE FROM entry WHERE assessment_id = ? AND kind = ? AND entry_id = ?"
    db.execute(sql, [assessment_id, key[0].value, key[1]])
