"""The numbers of the choices on a question: the levels 0–4, then those set apart."""

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.kinds import TOP_LEVEL

UNKNOWN = TOP_LEVEL + 1
NOT_APPLICABLE = TOP_LEVEL + 2


def choice_of(answer: Answer, nothing: int) -> int:
    """The number of the choice an answer stands for; ``nothing`` if it is open."""
    match answer.state:
        case AnswerState.UNKNOWN:
            return UNKNOWN
        case AnswerState.NOT_APPLICABLE:
            return NOT_APPLICABLE
        case _:
            return nothing if answer.level is None else answer.level
