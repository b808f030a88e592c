"""Filling a workspace with many assessments at once, as importing all of them would leave it."""

from collections.abc import Iterable

from builders import NOON

from kiassess.domain.compared_round import ComparedRound
from kiassess.store.assessments import insert_questionnaire
from kiassess.store.kept_levels import KEPT_LEVELS, has_kept_levels
from kiassess.store.sqlite import Database
from kiassess.store.workspace import writing

QUESTIONNAIRE = ("ki-readiness", "1.1.0")


def with_kept_levels(db: Database) -> None:
    """Give a workspace the table for rows of levels, if it lacks one."""
    if not has_kept_levels(db):
        db.conn.executescript(KEPT_LEVELS)


def fill(db: Database, towns: Iterable[ComparedRound], questionnaire_json: str) -> None:
    """Store assessments with their rows of levels, without single answers."""
    at, numbers, rounds = NOON.isoformat(timespec="milliseconds"), {}, []
    for one in towns:
        number = numbers.setdefault(one.municipality, len(numbers) + 1)
        ai = one.ai_in_use and one.ai_in_use.value
        facts = (one.extent.value, one.round_date.isoformat(), one.municipality.population, ai)
        rounds.append((one.id, number, *facts, int(one.is_example), one.levels))
    with writing(db):
        key = insert_questionnaire(db, *QUESTIONNAIRE, questionnaire_json)
        db.conn.executemany(
            "INSERT INTO municipality VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (number, m.name, m.type.value, m.key, m.state, m.district, "", "2025-10-31")
                for m, number in numbers.items()
            ),
        )
        db.conn.executemany(
            "INSERT INTO assessment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((one[0], one[1], key, *one[2:7], at, at) for one in rounds),
        )
        db.conn.executemany(
            "INSERT INTO questionnaire_use VALUES (?, ?)", ((one[0], key) for one in rounds)
        )
        db.conn.executemany(
            "INSERT INTO kept_levels VALUES (?, ?)", ((one[0], one[7]) for one in rounds)
        )
