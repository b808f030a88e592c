"""Answers and their journal. Plain functions; the database is always an argument."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kiassess.domain.assessment import Answer, AnswerState, Confidence, Evidence, EvidenceType
from kiassess.domain.kinds import DeliveryMode
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading, writing


def save_answer(db: Database, assessment_id: str, answer: Answer, *, now: datetime) -> None:
    """Store an answer in place of the previous one and write the change into the journal.

    Both are one transaction, so the journal never disagrees with the answers. When this returns,
    the answer is on disk.

    Args:
        db: The open workspace.
        assessment_id: The assessment the answer belongs to; it must exist.
        answer: The answer to keep.
        now: Time of the change, with a time zone.

    Raises:
        WorkspaceUnwritableError: The disk is full, the file is locked or read-only.
        sqlite3.IntegrityError: There is no such assessment; a bug of the caller.
    """
    save_answers(db, assessment_id, [answer], now=now)


def save_answers(db: Database, assessment_id: str, answers: list[Answer], *, now: datetime) -> None:
    """Store several answers at once: all of them, or none. See ``save_answer``."""
    at = now.isoformat(timespec="milliseconds")
    with writing(db):
        for answer in answers:
            row = _row(answer)
            before = _find(db, assessment_id, answer.item_id)
            # Not ``upsert``: one lock or full disk makes sqlite_utils believe that SQLite cannot
            # do that, and its way round it silently drops rows with NOT NULL columns.
            db.table("answer").insert(
                {"assessment_id": assessment_id, **row, "changed_at": at}, replace=True
            )
            db.table("journal").insert(
                {
                    "assessment_id": assessment_id,
                    "item_id": answer.item_id,
                    "changed_at": at,
                    "before": None if before is None else _json(before),
                    "after": _json(row),
                }
            )
        db.conn.execute("UPDATE assessment SET changed_at = ? WHERE id = ?", [at, assessment_id])


def load_answers(db: Database, assessment_id: str) -> dict[str, Answer]:
    """The answers of an assessment by item id; empty if there are none."""
    with reading(db):
        rows = db.query("SELECT * FROM answer WHERE assessment_id = ?", [assessment_id])
        return {row["item_id"]: _answer(row) for row in rows}


def load_states(db: Database) -> dict[str, dict[str, AnswerState]]:
    """What is known about the items of all assessments, by assessment id and item id."""
    known = {state.value: state for state in AnswerState}  # calling an enum takes ten times as long
    found: dict[str, dict[str, AnswerState]] = {}
    with reading(db):
        for assessment_id, item_id, state in db.execute(
            "SELECT assessment_id, item_id, state FROM answer"
        ):
            found.setdefault(assessment_id, {})[item_id] = known.get(state) or AnswerState(state)
    return found


def load_changes(db: Database, assessment_id: str) -> dict[str, datetime]:
    """When each answer was last changed, by item id."""
    with reading(db):
        rows = db.query("SELECT * FROM answer WHERE assessment_id = ?", [assessment_id])
        return {row["item_id"]: datetime.fromisoformat(row["changed_at"]) for row in rows}


def _find(db: Database, assessment_id: str, item_id: str) -> dict[str, Any] | None:
    where = "assessment_id = ? AND item_id = ?"
    for row in db.table("answer").rows_where(where, [assessment_id, item_id]):
        return {key: row[key] for key in row if key not in {"assessment_id", "changed_at"}}
    return None


def _json(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def _row(answer: Answer) -> dict[str, Any]:
    evidence = answer.evidence
    return {
        "item_id": answer.item_id,
        "state": answer.state.value,
        "level": answer.level,
        "reason": answer.reason,
        "note": answer.note,
        "evidence_type": evidence.type and evidence.type.value,
        "evidence_pointer": evidence.pointer,
        "evidence_date": evidence.dated and evidence.dated.isoformat(),
        "target": answer.target,
        "delivery": answer.delivery and answer.delivery.value,
        "confidence": answer.confidence and answer.confidence.value,
        "responsible": answer.responsible,
    }


def _answer(row: Mapping[str, Any]) -> Answer:
    kind, day = row["evidence_type"], row["evidence_date"]
    return Answer(
        item_id=row["item_id"],
        state=AnswerState(row["state"]),
        level=row["level"],
        reason=row["reason"],
        note=row["note"],
        evidence=Evidence(
            EvidenceType(kind) if kind else None,
            row["evidence_pointer"],
            date.fromisoformat(day) if day else None,
        ),
        target=row["target"],
        delivery=DeliveryMode(row["delivery"]) if row["delivery"] else None,
        confidence=Confidence(row["confidence"]) if row["confidence"] else None,
        responsible=row["responsible"],
    )
