"""What lists of assessments need, and nothing more: the first page waits for it."""

from kiassess.domain.assessment import AnswerState
from kiassess.domain.counting import Said, counted_state
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading


def load_states(db: Database) -> dict[str, dict[str, AnswerState]]:
    """What is known about the items of all assessments, by assessment id and item id.

    Where nobody has answered in the assessment itself, the voices count.
    """
    known = {state.value: state for state in AnswerState}  # calling an enum takes ten times as long
    found: dict[str, dict[str, AnswerState]] = {}
    with reading(db):
        for assessment_id, item_id, state in db.execute(
            "SELECT assessment_id, item_id, state FROM answer"
        ):
            found.setdefault(assessment_id, {})[item_id] = known.get(state) or AnswerState(state)
        heard = _load_said(db)
    for assessment_id, items in heard.items():
        own = found.setdefault(assessment_id, {})
        own |= {item_id: counted_state(own.get(item_id), said) for item_id, said in items.items()}
    return found


def _load_said(db: Database) -> dict[str, dict[str, set[Said]]]:
    """What the voices of all assessments come to, by assessment id and item id; for lists."""
    known = {state.value: state for state in AnswerState}
    found: dict[str, dict[str, set[Said]]] = {}
    sql = (
        "SELECT DISTINCT assessment_id, item_id, json_extract(sound, '$.state'),"
        " json_extract(sound, '$.level') FROM"
        " (SELECT *, iif(json_valid(content), content, '{}') AS sound FROM voice)"
    )
    with reading(db):
        for assessment_id, item_id, state, level in db.execute(sql):
            said = known.get(state) or AnswerState(state), level
            found.setdefault(assessment_id, {}).setdefault(item_id, set()).add(said)
    return found
