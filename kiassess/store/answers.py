"""Answers. Plain functions; the database is always an argument."""

from datetime import datetime

from kiassess.domain.assessment import Answer
from kiassess.domain.history import StepKind, Subject
from kiassess.store.journal import record
from kiassess.store.rows import ANSWER_COLUMNS, answer_of
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading


def save_answer(
    db: Database,
    assessment_id: str,
    answer: Answer,
    *,
    now: datetime,
    who: str = "",
    joins: bool = False,
) -> None:
    """Store an answer in place of the previous one and write the change into the journal.

    Both are one transaction, so the journal never disagrees with the answers. When this returns,
    the answer is on disk.

    Args:
        db: The open workspace.
        assessment_id: The assessment the answer belongs to; it must exist.
        answer: The answer to keep.
        now: Time of the change, with a time zone.
        who: Who changes it.
        joins: Whether it goes on with the step before.

    Raises:
        WorkspaceUnwritableError: The disk is full, the file is locked or read-only.
        sqlite3.IntegrityError: There is no such assessment; a bug of the caller.
    """
    after = {(Subject.ANSWER, answer.item_id): answer}
    record(db, assessment_id, StepKind.ANSWER, after, now=now, who=who, joins=joins)


def save_answers(
    db: Database,
    assessment_id: str,
    answers: list[Answer],
    *,
    kind: StepKind = StepKind.TARGETS,
    now: datetime,
    who: str = "",
) -> None:
    """Store several answers at once, as one step: all of them, or none. See ``save_answer``."""
    after = {(Subject.ANSWER, answer.item_id): answer for answer in answers}
    record(db, assessment_id, kind, after, now=now, who=who)


def load_answers(db: Database, assessment_id: str) -> dict[str, Answer]:
    """The answers of an assessment by item id; empty if there are none."""
    with reading(db):
        sql = f"SELECT {ANSWER_COLUMNS} FROM answer WHERE assessment_id = ?"
        return {row["item_id"]: answer_of(row) for row in db.query(sql, [assessment_id])}


def load_changes(db: Database, assessment_id: str) -> dict[str, datetime]:
    """When each answer was last changed, by item id."""
    with reading(db):
        sql = "SELECT item_id, changed_at FROM answer WHERE assessment_id = ?"
        rows = db.execute(sql, [assessment_id])
        return {item_id: datetime.fromisoformat(at) for item_id, at in rows}
