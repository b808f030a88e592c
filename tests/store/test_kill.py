"""A program that is killed at any moment has lost nothing that it said was saved."""

import random
import subprocess
import sys
from contextlib import closing

import pytest
from builders import make_assessment

from kiassess.store.answers import load_answers
from kiassess.store.assessments import insert_assessment
from kiassess.store.workspace import open_workspace

ROUNDS = 15
ITEMS = 7

SAVER = """
import itertools, sys
from datetime import UTC, datetime
from pathlib import Path
from kiassess.domain.assessment import Answer, AnswerState
from kiassess.store.answers import save_answer
from kiassess.store.workspace import open_workspace

path, assessment_id, first, items = sys.argv[1:]
db = open_workspace(Path(path))
for number in itertools.count(int(first)):
    item_id = f"q.{number % int(items)}"
    answer = Answer(item_id, AnswerState.ANSWERED, number % 5, note=f"{number} " + "n" * 300)
    save_answer(db, assessment_id, answer, now=datetime(2026, 3, 2, 12, tzinfo=UTC))
    print(number, flush=True)
"""


def save_until_killed(file, assessment_id, first, acknowledged):
    """Save answers in a program of its own and kill it; return the last number it printed."""
    command = [sys.executable, "-c", SAVER, file, assessment_id, str(first), str(ITEMS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as saver:
        for _ in range(acknowledged):
            saver.stdout.readline()
        saver.kill()  # SIGKILL on POSIX, TerminateProcess on Windows
        # A line without its end was not acknowledged yet.
        printed = [line for line in saver.stdout if line.endswith("\n")]
    return int(printed[-1]) if printed else first + acknowledged - 1


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_nothing_acknowledged_is_lost(file, journal):
    assessment = make_assessment()
    with closing(open_workspace(file)) as db:
        insert_assessment(db, assessment, "{}")
        db.conn.execute(f"PRAGMA journal_mode = {journal}")
    moments = random.Random(journal)
    number = 0
    for _ in range(ROUNDS if journal == "WAL" else 3):
        last = save_until_killed(file, assessment.id, number, moments.randint(1, 25))
        with closing(open_workspace(file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            stored = {
                item_id: int(answer.note.split()[0])
                for item_id, answer in load_answers(db, assessment.id).items()
            }
            entries = db.execute("SELECT count(*) FROM journal").fetchone()[0]
        # The one being saved when the kill came may be there as well.
        assert max(stored.values()) in {last, last + 1}
        assert entries == max(stored.values()) + 1
        assert set(stored.values()) == set(range(max(0, entries - ITEMS), entries))
        number = entries
