"""The levels of every assessment in one short row, kept for comparing thousands of them.

A row follows from the answers and may be missing at any time: any change of what counts as an
answer throws it away, by triggers, whoever makes the change. Who compares makes it anew.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kiassess.domain.assessment import AiInUse
from kiassess.domain.compared_round import ComparedRound
from kiassess.domain.kinds import Extent
from kiassess.domain.levels_row import SIGNS
from kiassess.domain.municipality import (
    LARGE_ABOVE,
    MEDIUM_FROM,
    Municipality,
    OrganisationType,
    SizeClass,
)
from kiassess.domain.selection import Selection
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading, writing

_SIZE_CLASS = f"""CASE WHEN a.population IS NULL THEN ''
    WHEN a.population < {MEDIUM_FROM} THEN '{SizeClass.SMALL}'
    WHEN a.population <= {LARGE_ABOVE} THEN '{SizeClass.MEDIUM}' ELSE '{SizeClass.LARGE}' END"""


def load_rounds(db: Database, wanted: Selection) -> tuple[ComparedRound, ...]:
    """The assessments chosen, by id; an empty row of levels where none is kept.

    ``ComparedRound.edition`` is the key of the stored questionnaire.
    """
    where, parameters = _where(wanted)
    sql = (
        "SELECT a.id, a.municipality_id, a.population, a.questionnaire_id, a.extent, a.round_date,"
        " a.ai_in_use, a.is_example, k.levels FROM assessment a"
        " JOIN municipality m ON m.id = a.municipality_id"
        " JOIN questionnaire q ON q.id = a.questionnaire_id"
        f" LEFT JOIN kept_levels k ON k.assessment_id = a.id {where} ORDER BY a.id"
    )
    with reading(db):
        bodies = _Bodies(db, wanted.search)
        return tuple(
            ComparedRound(
                id=row[0],
                municipality=body,
                edition=row[3],
                extent=_EXTENTS[row[4]],
                round_date=date.fromisoformat(row[5]),
                levels=row[8] or b"",
                ai_in_use=_AI[row[6]],
                is_example=bool(row[7]),
            )
            for row in db.execute(sql, parameters)
            if (body := bodies.find(row[1], row[2])) is not None
        )


def load_signs(db: Database, assessment_id: str) -> dict[str, int]:
    """The assessment's own answers as the bytes of a row, by item id."""
    signs = {state.value: sign for state, sign in SIGNS.items()}
    sql = "SELECT item_id, state, level FROM answer WHERE assessment_id = ?"
    with reading(db):
        return {
            item_id: signs[state] if level is None else level
            for item_id, state, level in db.execute(sql, [assessment_id])
        }


def load_with_voices(db: Database) -> frozenset[str]:
    """The ids of the assessments to which several people have given their voice."""
    with reading(db):
        return frozenset(row[0] for row in db.execute("SELECT DISTINCT assessment_id FROM voice"))


def keep_levels(db: Database, rows: Mapping[str, bytes]) -> None:
    """Keep rows of levels by assessment id.

    Raises:
        WorkspaceUnwritableError: The disk is full, the file is locked or read-only.
    """
    with writing(db):
        db.conn.executemany(
            "INSERT OR REPLACE INTO kept_levels (assessment_id, levels) VALUES (?, ?)", rows.items()
        )


def load_missing(db: Database) -> tuple[str, ...]:
    """The ids of the assessments of which no row is kept."""
    sql = "SELECT id FROM assessment WHERE id NOT IN (SELECT assessment_id FROM kept_levels)"
    with reading(db):
        return tuple(row[0] for row in db.execute(sql))


_EXTENTS = {extent.value: extent for extent in Extent}
_AI: dict[str | None, AiInUse | None] = {None: None, **{ai.value: ai for ai in AiInUse}}


class _Bodies:
    """The municipalities whose name fits, each made once for each of its populations."""

    def __init__(self, db: Database, search: str) -> None:
        wanted = search.strip().casefold()
        self._rows = {
            row["id"]: row
            for row in db.query("SELECT * FROM municipality")
            if wanted in row["name"].casefold()
        }
        self._made: dict[tuple[int, int | None], Municipality] = {}

    def find(self, key: int, population: int | None) -> Municipality | None:
        made = self._made.get((key, population))
        if made is None and key in self._rows:
            row = self._rows[key]
            made = self._made[key, population] = Municipality(
                name=row["name"],
                type=OrganisationType(row["type"]),
                key=row["key"],
                state=row["state"],
                district=row["district"],
                population=population,
                designation=row["designation"],
                territory_date=row["territory_date"],
            )
        return made


def _where(wanted: Selection) -> tuple[str, list[Any]]:
    """The conditions of a selection and their parameters; all but the search."""
    years = {f"{year:04}" for year in wanted.years}
    conditions: list[tuple[str, Iterable[Any]]] = [
        ("a.id", wanted.ids),
        ("m.type", wanted.types),
        (_SIZE_CLASS, {size.value if size else "" for size in wanted.size_classes}),
        ("m.state", wanted.states),
        ("m.district", wanted.districts),
        ("substr(a.round_date, 1, 4)", years),
        ("a.extent", wanted.extents),
        ("q.catalogue || ' ' || q.version", {" ".join(version) for version in wanted.versions}),
        ("a.is_example", () if wanted.examples else (0,)),
    ]
    parts, parameters = [], []
    for column, values in conditions:
        found = sorted(values)
        if found:
            parts.append(f"{column} IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps(found))
    return (f"WHERE {' AND '.join(parts)}" if parts else ""), parameters
