"""Saving one answer against a bare transaction of the same row; opening a large workspace."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.domain.municipality import Municipality
from kiassess.store.rows import answer_row, to_json
from kiassess.workflow import assessing, listing
from kiassess.workflow.workspace import open_for_reading, open_for_writing

BEGIN = datetime(2026, 3, 2, 12, tzinfo=UTC)


def savings(folder, library, count):
    """Milliseconds of saving one answer, ours and bare, in turn on the same disk."""
    ours, bare = [], []
    with (
        open_for_writing(folder / "saving.db", library) as workspace,
        closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as connection,
    ):
        new = NewAssessment(Municipality("Musterstadt"), date(2026, 3, 2))
        made = assessing.create(workspace, new, now=BEGIN)
        opened = assessing.load(workspace, made.id, "de")
        items = [item.id for item in opened.items()]
        columns = [*answer_row(Answer(items[0])), "assessment_id"]
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            f"CREATE TABLE answer ({', '.join(columns)}, PRIMARY KEY (assessment_id, item_id))"
            " WITHOUT ROWID"
        )
        sql = f"INSERT OR REPLACE INTO answer VALUES ({', '.join('?' * len(columns))})"
        for number in range(count):
            note = "Das Verzeichnis wird einmal im Jahr durchgesehen." * (number % 3)
            item_id = items[number % len(items)]
            given = Answer(item_id, AnswerState.ANSWERED, number % 5, note=note)
            row = [*answer_row(given).values(), made.id]
            began = time.perf_counter()
            connection.execute("BEGIN")
            connection.execute(sql, row)
            connection.execute("COMMIT")
            bare.append((time.perf_counter() - began) * 1000)
            now = BEGIN + timedelta(minutes=number)
            began = time.perf_counter()
            opened = assessing.answer(workspace, opened, given, now=now)
            ours.append((time.perf_counter() - began) * 1000)
    return ours, bare


def openings(folder, library, assessments, times):
    """Milliseconds of opening a workspace and listing its assessments; for writing and reading."""
    file = folder / "many.db"
    with open_for_writing(file, library) as workspace:
        first = None
        for number in range(assessments):
            town = Municipality(f"Musterstadt {number}", population=1000 + number)
            new = NewAssessment(town, date(2026, 3, 2))
            made = assessing.create(workspace, new, now=BEGIN + timedelta(minutes=number))
            first = first or assessing.load(workspace, made.id, "de")
            with workspace.db.atomic():
                workspace.db.conn.executemany(
                    "INSERT INTO answer SELECT ?, ?, 'answered', ?, '', '', NULL, '', NULL, NULL,"
                    " NULL, NULL, '', ?",
                    [
                        (made.id, item.id, (number + place) % 5, BEGIN.isoformat())
                        for place, item in enumerate(first.items())
                    ],
                )
                workspace.db.conn.executemany(
                    "INSERT INTO journal VALUES (?, ?, 'answer', ?, 'answer', ?, 'M. Muster', NULL,"
                    " 0, ?, ?)",
                    [
                        (made.id, place, item.id, BEGIN.isoformat(), None, to_json(Answer(item.id)))
                        for place, item in enumerate(first.items(), 1)
                    ],
                )
    writing, reading = [], []
    for _ in range(times):
        for opener, found in ((open_for_writing, writing), (open_for_reading, reading)):
            began = time.perf_counter()
            with opener(file, library) as workspace:
                listed = listing.list_all(workspace)
                found.append((time.perf_counter() - began) * 1000)
            if len(listed) != assessments:
                raise RuntimeError("the list is not complete")
    return writing, reading
