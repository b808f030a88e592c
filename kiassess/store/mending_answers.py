"""Whether the answers out of a damaged workspace are certain, and what a change has left."""

from kiassess.domain.assessment import Answer
from kiassess.domain.history import Subject
from kiassess.store.rows import answer_row, from_json
from kiassess.store.salvage import Salvage
from kiassess.store.table_rows import AnswerRow, JournalRow


def answer_left(change: JournalRow) -> AnswerRow | None:
    """What a change has left; ``None`` if it took the answer away."""
    answer = from_json(Subject.ANSWER, change.after)
    if not isinstance(answer, Answer):
        return None
    columns = answer_row(answer) | {"item_id": change.item_id}
    return AnswerRow(change.assessment_id, **columns, changed_at=change.changed_at)


def answers_are_certain(found: Salvage) -> bool:
    """Whether what is missing in one table stands in another for sure."""
    here, complete = found.contents, found.complete
    last = {
        (row.assessment_id, row.item_id): row
        for row in sorted(here.journal.values())
        if row.subject == Subject.ANSWER
    }
    by_journal = "journal" in complete and here.answers.keys() <= last.keys()
    by_tables = {"answer", "assessment"} <= complete
    known = {key[0] for key in last}
    unknown = (key for key in here.answers.keys() - last.keys() if key[0] in known)
    return (
        found.existing is not None
        and not found.log_damaged
        and (by_journal or by_tables)
        and {"frozen_state", "saved_selection"} <= complete
        and not ("journal" in complete and any(unknown))
        and all(
            _agrees(change, here.answers.get(key), whole="answer" in complete)
            for key, change in last.items()
        )
    )


def _agrees(change: JournalRow, row: AnswerRow | None, *, whole: bool) -> bool:
    """Whether the last change of an answer and its own row say the same.

    A page may be read and yet hold a few wrong letters.

    Args:
        change: The last change that is known.
        row: The row; ``None`` if it was not found.
        whole: Whether nothing is missing in its table.
    """
    if row is None:
        return not whole or answer_left(change) is None
    return row.changed_at != change.changed_at or row == answer_left(change)
