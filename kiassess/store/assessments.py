"""Assessments, their municipalities and the questionnaires as answered."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kiassess.domain.assessment import AiInUse, Assessment
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading, writing

_SELECT = """
    SELECT a.*, q.catalogue, q.version, m.name, m.type, m.key, m.state, m.district,
           m.designation, m.territory_date
    FROM assessment a
    JOIN municipality m ON m.id = a.municipality_id
    JOIN questionnaire q ON q.id = a.questionnaire_id
"""


def insert_assessment(db: Database, assessment: Assessment, questionnaire_json: str) -> None:
    """Store a new assessment together with the questionnaire it will be answered with.

    The same municipality, with the same facts, and the same questionnaire are stored once.

    Raises:
        WorkspaceUnwritableError: The disk is full, the file is locked or read-only.
    """
    with writing(db):
        key = insert_questionnaire(
            db,
            assessment.questionnaire_id,
            assessment.questionnaire_version,
            questionnaire_json,
        )
        db.table("assessment").insert(
            {
                "id": assessment.id,
                "municipality_id": _municipality_row(db, assessment.municipality),
                "questionnaire_id": key,
                "extent": assessment.extent.value,
                "round_date": assessment.round_date.isoformat(),
                "population": assessment.municipality.population,
                "ai_in_use": assessment.ai_in_use and assessment.ai_in_use.value,
                "is_example": int(assessment.is_example),
                "created_at": assessment.created_at.isoformat(timespec="milliseconds"),
                "changed_at": assessment.changed_at.isoformat(timespec="milliseconds"),
            }
        )
        use = {"assessment_id": assessment.id, "questionnaire_id": key}
        db.table("questionnaire_use").insert(use)


def delete_assessment(db: Database, assessment_id: str) -> None:
    """Delete an assessment with answers, journal and states, and what only it has used.

    Raises:
        WorkspaceUnwritableError: The disk is full, the file is locked or read-only.
    """
    with writing(db):
        db.execute("DELETE FROM assessment WHERE id = ?", [assessment_id])
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        # A backup may be of the first schema.
        use = "questionnaire_use" if "questionnaire_use" in tables else "assessment"
        for table, users in (
            ("municipality", "assessment"),
            ("questionnaire", use),
            ("legal_table", "frozen_state"),
        ):
            if {table, users} <= tables:
                used = f"SELECT {table}_id FROM {users}"
                db.execute(f"DELETE FROM {table} WHERE id NOT IN ({used})")


def load_assessments(db: Database) -> tuple[Assessment, ...]:
    """All assessments, the one changed last first."""
    return _load(db, f"{_SELECT} ORDER BY a.changed_at DESC, a.id", [])


def find_assessment(db: Database, assessment_id: str) -> Assessment | None:
    """One assessment, or ``None``."""
    return next(iter(_load(db, f"{_SELECT} WHERE a.id = ?", [assessment_id])), None)


def load_questionnaire_keys(db: Database) -> dict[str, int]:
    """Which stored questionnaire each assessment was answered with, by assessment id."""
    with reading(db):
        rows = db.execute("SELECT id, questionnaire_id FROM assessment").fetchall()
        return {row[0]: int(row[1]) for row in rows}


def load_questionnaire_json(db: Database, key: int) -> str:
    """A questionnaire as answered, by one of ``load_questionnaire_keys``."""
    with reading(db):
        row = db.execute("SELECT content FROM questionnaire WHERE id = ?", [key]).fetchone()
        return str(row[0])


def load_structure_json(db: Database, key: int) -> str:
    """Of a questionnaire no more than which items it asks; all of it if it is damaged.

    A list of assessments needs nothing else, and the texts are many times as long.
    """
    sql = """
        SELECT CASE WHEN json_valid(content) THEN
            json_object('structure', json_object('item', json_extract(content, '$.structure.item')))
        ELSE content END FROM questionnaire WHERE id = ?
    """
    with reading(db):
        return str(db.execute(sql, [key]).fetchone()[0])


def insert_questionnaire(db: Database, catalogue: str, version: str, content: str) -> int:
    """Keep a questionnaire, once; returns its key. Call it inside ``writing``."""
    found = db.execute("SELECT id FROM questionnaire WHERE content = ?", [content]).fetchone()
    if found:
        return int(found[0])
    sql = "INSERT INTO questionnaire (catalogue, version, content) VALUES (?, ?, ?) RETURNING id"
    return int(db.execute(sql, [catalogue, version, content]).fetchone()[0])


def _municipality_row(db: Database, municipality: Municipality) -> Any:
    facts = {
        "name": municipality.name,
        "type": municipality.type.value,
        "key": municipality.key,
        "state": municipality.state,
        "district": municipality.district,
        "designation": municipality.designation,
        "territory_date": municipality.territory_date,
    }
    same = " AND ".join(f"{fact} = ?" for fact in facts)
    found = db.execute(f"SELECT id FROM municipality WHERE {same}", [*facts.values()]).fetchone()
    return found[0] if found else db.table("municipality").insert(facts).last_pk


def _load(db: Database, sql: str, parameters: list[str]) -> tuple[Assessment, ...]:
    with reading(db):
        return tuple(_assessment(row) for row in db.query(sql, parameters))


def _assessment(row: Mapping[str, Any]) -> Assessment:
    return Assessment(
        id=row["id"],
        municipality=Municipality(
            name=row["name"],
            type=OrganisationType(row["type"]),
            key=row["key"],
            state=row["state"],
            district=row["district"],
            population=row["population"],
            designation=row["designation"],
            territory_date=row["territory_date"],
        ),
        questionnaire_id=row["catalogue"],
        questionnaire_version=row["version"],
        extent=Extent(row["extent"]),
        round_date=date.fromisoformat(row["round_date"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
        ai_in_use=AiInUse(row["ai_in_use"]) if row["ai_in_use"] else None,
        is_example=bool(row["is_example"]),
    )
