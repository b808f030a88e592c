"""The journal: every change in one transaction with what it changes, and nothing without it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from kiassess.domain.assessment import Answer, Facts, Voice
from kiassess.domain.entries import KeptEntry
from kiassess.domain.history import ENTRIES, Change, Step, StepHead, StepKind, Subject, Value
from kiassess.domain.voices import split_key, voice_key
from kiassess.store.entries import find_entry, put_entry, remove_entry
from kiassess.store.rows import (
    ANSWER_COLUMNS,
    answer_of,
    answer_row,
    entry_row,
    facts_of,
    facts_row,
    from_json,
    stamp,
    to_json,
)
from kiassess.store.sqlite import Database
from kiassess.store.voices import find_voice, put_voice, remove_voice
from kiassess.store.workspace import reading, writing

_HEAD = "step, kind, changed_at, who, undoes, joins"


def record(
    db: Database,
    assessment_id: str,
    kind: StepKind,
    after: Mapping[tuple[Subject, str], Value | None],
    *,
    now: datetime,
    who: str = "",
    undoes: int | None = None,
    joins: bool = False,
) -> None:
    """Change an assessment and write it into the journal, as one step: all of it, or nothing.

    Args:
        db: The open workspace.
        assessment_id: The assessment; it must exist.
        kind: What is done.
        after: What is to be, by subject and item id, of a voice its ``voice_key``, of an entry its
            id; ``None`` removes an answer, a voice or an entry.
        now: Time of the change, with a time zone.
        who: Who changes it.
        undoes: For taking back and doing again: the first step meant.
        joins: Whether it goes on with the step before.

    Raises:
        WorkspaceUnwritableError: The disk is full, the file is locked or read-only.
        sqlite3.IntegrityError: There is no such assessment; a bug of the caller.
    """
    at = stamp(now)
    with writing(db):
        step = last_number(db, assessment_id) + 1
        for (subject, item_id), value in after.items():
            before = _write(db, assessment_id, (subject, item_id), value, now)
            # Plain SQL: sqlite_utils takes as long again as the disk does.
            db.execute(
                f"INSERT INTO journal (assessment_id, {_HEAD}, subject, item_id, before, after)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    assessment_id, step, kind.value, at, who, undoes, int(joins),
                    subject.value, item_id, to_json(before), to_json(value),
                ],
            )  # fmt: skip
        db.execute("UPDATE assessment SET changed_at = ? WHERE id = ?", [at, assessment_id])


def load_heads(db: Database, assessment_id: str) -> tuple[StepHead, ...]:
    """All steps of an assessment in their order, without what they changed."""
    sql = f"SELECT DISTINCT {_HEAD} FROM journal WHERE assessment_id = ? ORDER BY step"
    with reading(db):
        return tuple(_head(row) for row in db.execute(sql, [assessment_id]))


def load_steps(
    db: Database, assessment_id: str, numbers: Collection[int] | None = None
) -> tuple[Step, ...]:
    """Steps of an assessment in their order.

    Args:
        db: The open workspace.
        assessment_id: The assessment.
        numbers: Which steps; ``None`` for all.
    """
    sql = f"SELECT {_HEAD}, subject, item_id, before, after FROM journal WHERE assessment_id = ?"
    if numbers is not None:
        low, high = min(numbers, default=0), max(numbers, default=-1)
        sql += f" AND step BETWEEN {int(low)} AND {int(high)}"
    changes: dict[StepHead, list[Change]] = {}
    with reading(db):
        for row in db.execute(f"{sql} ORDER BY step", [assessment_id]):
            if numbers is None or row[0] in numbers:
                changes.setdefault(_head(row[:6]), []).append(_change(*row[6:]))
    return tuple(Step(head, tuple(found)) for head, found in changes.items())


def load_item_steps(db: Database, assessment_id: str, item_id: str) -> tuple[Step, ...]:
    """The steps that changed the answer to one item, or a voice on it, one change each."""
    sql = (
        f"SELECT {_HEAD}, subject, item_id, before, after FROM journal WHERE assessment_id = ?"
        " AND (subject = ? AND item_id = ? OR subject = ? AND substr(item_id, 1, ?) = ?)"
        " ORDER BY step, subject, item_id"
    )
    start = voice_key(item_id, "")
    wanted = [Subject.ANSWER.value, item_id, Subject.VOICE.value, len(start), start]
    with reading(db):
        rows = db.execute(sql, [assessment_id, *wanted])
        return tuple(Step(_head(row[:6]), (_change(*row[6:]),)) for row in rows)


def last_number(db: Database, assessment_id: str) -> int:
    """The number of the step made last; 0 if there is none."""
    sql = "SELECT max(step) FROM journal WHERE assessment_id = ?"
    with reading(db):
        return int(db.execute(sql, [assessment_id]).fetchone()[0] or 0)


def load_last_times(
    db: Database, assessment_id: str, subjects: Collection[Subject]
) -> dict[tuple[Subject, str], datetime]:
    """When each thing of some kinds was last changed or taken away, by subject and item id."""
    gaps = ", ".join("?" * len(subjects))
    sql = (
        "SELECT subject, item_id, max(changed_at) FROM journal"
        f" WHERE assessment_id = ? AND subject IN ({gaps}) GROUP BY subject, item_id"
    )
    with reading(db):
        rows = db.execute(sql, [assessment_id, *(one.value for one in subjects)])
        return {(Subject(kind), key): datetime.fromisoformat(at) for kind, key, at in rows}


def load_moves(db: Database, assessment_id: str) -> tuple[Step, ...]:
    """The steps that led to another version of the questionnaire, in their order."""
    sql = "SELECT step FROM journal WHERE assessment_id = ? AND subject = ?"
    with reading(db):
        rows = db.execute(sql, [assessment_id, Subject.QUESTIONNAIRE.value]).fetchall()
        return load_steps(db, assessment_id, [step for (step,) in rows])


def _write(
    db: Database,
    assessment_id: str,
    key: tuple[Subject, str],
    value: Value | None,
    now: datetime,
) -> Value | None:
    """Put a value in its place; returns what was there."""
    match key, value:
        case (Subject.ANSWER, item_id), Answer() | None:
            return _write_answer(db, assessment_id, item_id, value, at=stamp(now))
        case (Subject.VOICE, name), Voice() | None:
            return _write_voice(db, assessment_id, name, value)
        case (subject, _), KeptEntry() | None if subject in ENTRIES:
            return _write_entry(db, assessment_id, key, value, now)
        case (Subject.FACTS, _), Facts():
            return _write_facts(db, assessment_id, value)
        case (Subject.QUESTIONNAIRE, _), int():
            return _write_questionnaire(db, assessment_id, value)
        case _:
            raise ValueError(f"{key[0]} is no {type(value).__name__}")


def _write_voice(db: Database, assessment_id: str, key: str, voice: Voice | None) -> Voice | None:
    item_id, respondent = split_key(key)
    if voice is not None and (voice.answer.item_id, voice.respondent) != (item_id, respondent):
        raise ValueError(key)
    before = find_voice(db, assessment_id, item_id, respondent)
    if voice is None:
        remove_voice(db, assessment_id, item_id, respondent)
    else:
        put_voice(db, assessment_id, voice)
    return before


def _write_entry(
    db: Database,
    assessment_id: str,
    key: tuple[Subject, str],
    entry: KeptEntry | None,
    now: datetime,
) -> KeptEntry | None:
    if entry is not None and (entry_row(entry)["kind"], entry.id) != key:
        raise ValueError(f"{key[0]} {key[1]}")
    before = find_entry(db, assessment_id, key)
    if entry is None:
        remove_entry(db, assessment_id, key)
    else:
        put_entry(db, assessment_id, entry, now)
    return before


def _write_answer(
    db: Database, assessment_id: str, item_id: str, answer: Answer | None, *, at: str
) -> Answer | None:
    where = [assessment_id, item_id]
    sql = f"SELECT {ANSWER_COLUMNS} FROM answer WHERE assessment_id = ? AND item_id = ?"
    before = next((answer_of(row) for row in db.query(sql, where)), None)
    if answer is None:
        db.execute("DELETE FROM answer WHERE assessment_id = ? AND item_id = ?", where)
        return before
    row = {"assessment_id": assessment_id, **answer_row(answer), "changed_at": at}
    db.execute(
        f"INSERT OR REPLACE INTO answer ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
        [*row.values()],
    )
    return before


def _write_facts(db: Database, assessment_id: str, facts: Facts) -> Facts:
    row = facts_row(facts)
    columns = ", ".join(row)
    found = db.query(f"SELECT {columns} FROM assessment WHERE id = ?", [assessment_id])
    before = facts_of(next(found))
    changes = ", ".join(f"{column} = ?" for column in row)
    db.execute(f"UPDATE assessment SET {changes} WHERE id = ?", [*row.values(), assessment_id])
    return before


def _write_questionnaire(db: Database, assessment_id: str, key: int) -> int:
    sql = "SELECT questionnaire_id FROM assessment WHERE id = ?"
    before = int(db.execute(sql, [assessment_id]).fetchone()[0])
    db.execute("INSERT OR IGNORE INTO questionnaire_use VALUES (?, ?)", [assessment_id, key])
    db.execute("UPDATE assessment SET questionnaire_id = ? WHERE id = ?", [key, assessment_id])
    return before


def _head(row: tuple[Any, ...]) -> StepHead:
    step, kind, at, who, undoes, joins = row
    return StepHead(step, StepKind(kind), datetime.fromisoformat(at), who, undoes, bool(joins))


def _change(subject: str, item_id: str, before: str | None, after: str | None) -> Change:
    known = Subject(subject)
    return Change(known, item_id, from_json(known, before), from_json(known, after))
