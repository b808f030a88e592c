"""The answers of an assessment in one short row: a byte for each item.

Comparing thousands of assessments needs the levels only, and all of them at once. A row holds the
level 0–4 or one of the signs below, in the order of the questionnaire's items.
"""

from collections.abc import Iterable, Mapping, Sequence

from kiassess.domain.assessment import Answer, AnswerState, Progress
from kiassess.domain.kinds import LEVELS

UNKNOWN = 5  # “weiß nicht”
NOT_APPLICABLE = 6
OPEN = 7  # nobody has answered
NOT_ASKED = 8  # outside the extent; never kept, only set while comparing

SIGNS = {
    AnswerState.UNKNOWN: UNKNOWN,
    AnswerState.NOT_APPLICABLE: NOT_APPLICABLE,
    AnswerState.OPEN: OPEN,
}


def levels_row(item_ids: Iterable[str], answers: Mapping[str, Answer]) -> bytes:
    """The answers that count, as a row.

    Args:
        item_ids: All items of the questionnaire in their order, whatever the extent.
        answers: By item id; a missing one is open.
    """
    return bytes(_sign(answers.get(item_id)) for item_id in item_ids)


def progress_of_row(row: bytes, places: Sequence[int]) -> Progress:
    """How far the answering is, from a row of levels.

    Args:
        row: See ``levels_row``.
        places: Of the items asked, among all.
    """
    asked = row if len(places) == len(row) else bytes(map(row.__getitem__, places))
    unknown = asked.count(UNKNOWN)
    return Progress(len(asked) - unknown - asked.count(OPEN), unknown, len(asked))


def level_of(sign: int) -> int | None:
    """The level a byte of a row stands for; ``None`` if it stands for none."""
    return sign if sign in LEVELS else None


def _sign(answer: Answer | None) -> int:
    if answer is None:
        return OPEN
    return SIGNS[answer.state] if answer.level is None else answer.level
