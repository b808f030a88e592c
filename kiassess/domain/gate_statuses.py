"""How the minimum requirements stand in each of many assessments, read from rows of levels."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kiassess.domain.assessment import AiInUse, Answer, AnswerState
from kiassess.domain.comparison import Comparison
from kiassess.domain.kinds import LEVELS
from kiassess.domain.levels_row import NOT_APPLICABLE, NOT_ASKED, OPEN, UNKNOWN
from kiassess.domain.profile import GateStatus, gate_result
from kiassess.domain.questionnaire import Item

STATES = {
    UNKNOWN: AnswerState.UNKNOWN,
    NOT_APPLICABLE: AnswerState.NOT_APPLICABLE,
    OPEN: AnswerState.OPEN,
    NOT_ASKED: AnswerState.OPEN,
}


@dataclass(frozen=True, slots=True)
class GateRow:
    """A minimum requirement in all assessments compared.

    Attributes:
        item: The gate.
        statuses: How it stands, in the order of the assessments; ``None`` where it was not asked.
    """

    item: Item
    statuses: tuple[GateStatus | None, ...]


def gate_rows(comparison: Comparison) -> tuple[GateRow, ...]:
    """The gates among the common items, in the order they are asked."""
    return tuple(_gate_row(comparison, item) for item in comparison.items if item.gate)


def status_reader(item: Item) -> Callable[[int, AiInUse | None], GateStatus]:
    """How a gate stands for a byte of a row; there are few, so each is worked out once."""

    @cache
    def status(sign: int, ai_in_use: AiInUse | None) -> GateStatus:
        if sign in LEVELS:
            answer = Answer(item.id, AnswerState.ANSWERED, sign)
        else:
            answer = Answer(item.id, STATES[sign], reason="-")
        return gate_result(item, answer, ai_in_use).status

    return status


def _gate_row(comparison: Comparison, item: Item) -> GateRow:
    status = status_reader(item)
    signs = zip(comparison.columns[item.id], comparison.chosen, strict=True)
    return GateRow(
        item,
        tuple(None if sign == NOT_ASKED else status(sign, one.ai_in_use) for sign, one in signs),
    )
