"""What to do first: a few questions to clarify, and a few answers to improve."""

from dataclasses import dataclass
from typing import TypeAlias

from kiassess.domain.assessment import AnswerState, OpenAssessment
from kiassess.domain.highlights import Highlight, weaknesses, weight
from kiassess.domain.questionnaire import Item

MOST_OF_EACH = 3


@dataclass(frozen=True, slots=True)
class Clarify:
    """A question somebody should be asked.

    Attributes:
        item: What is asked.
        state: ``UNKNOWN`` or ``OPEN``.
    """

    item: Item
    state: AnswerState


NextStep: TypeAlias = Clarify | Highlight  # a highlight: an answer to bring one level further


def next_steps(opened: OpenAssessment) -> tuple[NextStep, ...]:
    """At most three questions and three answers, what comes first in front.

    Missing minimum requirements come first, then minimum requirements nobody has settled, then
    what is answered with “weiß nicht”, then gaps to the target, then what is merely open.
    """
    ask = sorted(_unsettled(opened), key=lambda one: (_rank(one), -weight(one.item)))
    improve = weaknesses(opened)
    return tuple(sorted([*ask[:MOST_OF_EACH], *improve[:MOST_OF_EACH]], key=_rank))


def _unsettled(opened: OpenAssessment) -> list[Clarify]:
    states = [(item, opened.answer(item.id).state) for item in opened.items()]
    wanted = {AnswerState.UNKNOWN, AnswerState.OPEN}
    return [Clarify(item, state) for item, state in states if state in wanted]


def _rank(step: NextStep) -> int:
    if isinstance(step, Highlight):
        return 0 if step.is_gate_missing else 3
    if step.item.gate:
        return 1
    return 2 if step.state is AnswerState.UNKNOWN else 4
