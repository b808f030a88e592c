"""What several respondents say. Changes go through the journal."""

from kiassess.domain.assessment import Voice
from kiassess.store.rows import voice_of, voice_row
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading

VOICE_COLUMNS = "item_id, respondent, role_id, given_at, content"


def load_voices(db: Database, assessment_id: str) -> dict[str, tuple[Voice, ...]]:
    """The voices of an assessment by item id, those of an item by respondent; empty if none."""
    found: dict[str, tuple[Voice, ...]] = {}
    sql = f"SELECT {VOICE_COLUMNS} FROM voice WHERE assessment_id = ? ORDER BY item_id, respondent"
    with reading(db):
        for row in db.query(sql, [assessment_id]):
            item_id = row["item_id"]
            found[item_id] = (*found.get(item_id, ()), voice_of(row))
    return found


def find_voice(db: Database, assessment_id: str, item_id: str, respondent: str) -> Voice | None:
    """One voice, or ``None``."""
    sql = (
        f"SELECT {VOICE_COLUMNS} FROM voice"
        " WHERE assessment_id = ? AND item_id = ? AND respondent = ?"
    )
    rows = db.query(sql, [assessment_id, item_id, respondent])
    return next((voice_of(row) for row in rows), None)


def put_voice(db: Database, assessment_id: str, voice: Voice) -> None:
    """Put a voice in its place; call it inside ``writing``, for a step of the journal."""
    row = {"assessment_id": assessment_id, **voice_row(voice)}
    marks = ", ".join("?" * len(row))
    sql = f"INSERT OR REPLACE INTO voice ({', '.join(row)}) VALUES ({marks})"
    db.execute(sql, [*row.values()])


def remove_voice(db: Database, assessment_id: str, item_id: str, respondent: str) -> None:
    """Take a voice away; call it inside ``writing``, for a step of the journal."""
    sql = "DELETE FROM voice WHERE assessment_id = ? AND item_id = ? AND respondent = ?"
    db.execute(sql, [assessment_id, item_id, respondent])
