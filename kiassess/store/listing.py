"""What lists of assessments need, and nothing more: the first page waits for it."""

from kiassess.domain.assessment import AnswerState
from kiassess.domain.counting import Said, counted_state
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading


def load_states(db: Database, *, also_kept: bool = True) -> dict[str, dict[str, AnswerState]]:
    """What is known about the items of all assessments, by assessment id and item id.

    Where nobody has answered in the assessment itself, the voices count.

    Args:
        db: The open workspace.
        also_kept: Whether those are wanted, too, whose row of levels is kept.
    """
    known = {state.value: state for state in AnswerState}  # calling an enum takes ten times as long
    found: dict[str, dict[str, AnswerState]] = {}
    with reading(db):
        for assessment_id, item_id, state in db.execute(
            f"SELECT assessment_id, item_id, state FROM answer WHERE {_wanted(also_kept)}"
        ):
            found.setdefault(assessment_id, {})[item_id] = known.get(state) or AnswerState(state)
        heard = _load_said(db, also_kept=also_kept)
    for assessment_id, items in heard.items():
        own = found.setdefault(assessment_id, {})
        own |= {item_id: counted_state(own.get(item_id), said) for item_id, said in items.items()}
    return found


def load_kept(db: Database) -> dict[str, bytes]:
    """The rows of levels that are kept, by assessment id."""
    with reading(db):
        return dict(db.execute("SELECT assessment_id, levels FROM kept_levels"))


def _wanted(also_kept: bool) -> str:
    """The condition of ``also_kept``."""
    return "1" if also_kept else "assessment_id NOT IN (SELECT assessment_id FROM kept_levels)"


def _load_said(db: Database, *, also_kept: bool) -> dict[str, dict[str, set[Said]]]:
    """What voices come to that nobody has agreed on, by assessment id and item id; for lists."""
    known = {state.value: state for state in AnswerState}
    found: dict[str, dict[str, set[Said]]] = {}
    sql = (
        "SELECT DISTINCT assessment_id, item_id, json_extract(sound, '$.state'),"
        " json_extract(sound, '$.level') FROM"
        " (SELECT *, iif(json_valid(content), content, '{}') AS sound FROM voice"
        f" WHERE {_wanted(also_kept)} AND NOT EXISTS"
        " (SELECT 1 FROM answer AS own WHERE own.assessment_id = voice.assessment_id"
        " AND own.item_id = voice.item_id AND own.state <> ?))"
    )
    with reading(db):
        for assessment_id, item_id, state, level in db.execute(sql, [AnswerState.OPEN.value]):
            said = known.get(state) or AnswerState(state), level
            found.setdefault(assessment_id, {}).setdefault(item_id, set()).add(said)
    return found
