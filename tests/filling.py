"""Filling a workspace with many assessments at once, as importing all of them would leave it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from builders import NOON

from kiassess.domain.compared_round import ComparedRound
from kiassess.domain.levels_row import NOT_APPLICABLE, SIGNS
from kiassess.store.assessments import insert_questionnaire
from kiassess.store.sqlite import Database
from kiassess.store.workspace import writing

QUESTIONNAIRE = ("ki-readiness", "1.1.0")
ANSWER = (
    "INSERT INTO answer (assessment_id, item_id, state, level, reason, note, evidence_pointer,"
    " responsible, changed_at) VALUES (?, ?, ?, ?, ?, '', '', '', ?)"
)


def fill(
    db: Database,
    towns: Iterable[ComparedRound],
    questionnaire_json: str,
    item_ids: Sequence[str] = (),
) -> None:
    """Store assessments with their rows of levels.

    Args:
        db: Open for writing, and empty.
        towns: The assessments.
        questionnaire_json: What all of them were asked.
        item_ids: Of all its items in their order, if every single answer is to be stored, too.
    """
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
        if item_ids:
            db.conn.executemany(ANSWER, _answers(rounds, item_ids, at))
        db.conn.executemany(
            "INSERT INTO kept_levels VALUES (?, ?)", ((one[0], one[7]) for one in rounds)
        )


def _answers(
    rounds: Iterable[tuple[Any, ...]], item_ids: Sequence[str], at: str
) -> Iterator[tuple[Any, ...]]:
    """Every answer as a row: assessment, item, state, level, reason, when."""
    places = sorted(range(len(item_ids)), key=lambda place: item_ids[place])
    states = {sign: state.value for state, sign in SIGNS.items()}
    for one in rounds:
        for place in places:
            sign = one[7][place]
            reason = "entfällt" if sign == NOT_APPLICABLE else ""
            if sign in states:
                yield one[0], item_ids[place], states[sign], None, reason, at
            else:
                yield one[0], item_ids[place], "answered", sign, reason, at
