"""Who can clarify what is still unknown: the open questions, grouped by role."""

from dataclasses import dataclass

from kiassess.domain.assessment import AnswerState, OpenAssessment
from kiassess.domain.questionnaire import Item, minutes_for

NOBODY = ""  # stands for a role where an item names none


@dataclass(frozen=True, slots=True)
class Open:
    """One question to ask in an interview.

    Attributes:
        item: The question.
        state: ``UNKNOWN`` if somebody has answered “weiß nicht”, else ``OPEN``.
        also_know: Names of the other roles that may know, the likeliest first.
    """

    item: Item
    state: AnswerState
    also_know: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interview:
    """All questions for one role.

    Attributes:
        role_id: ``Role.id``; ``""`` for the items that name no role.
        role_name: As the user reads it; ``""`` for those items.
        items: At least one question, in the order they are asked.
        minutes: About how long it takes, at least 5.
        documents: What could back the answers, each once, in the order of the questions.
    """

    role_id: str
    role_name: str
    items: tuple[Open, ...]
    minutes: int
    documents: tuple[str, ...]


def interview_plan(opened: OpenAssessment) -> tuple[Interview, ...]:
    """Group what is unknown or unanswered by the role that most likely knows.

    Returns:
        In the order of the roles of the questionnaire; the items without a role come last. Every
        item asked that is unknown or open is in exactly one interview; no other item is.
    """
    names = {role.id: role.name for role in opened.questionnaire.roles}
    groups: dict[str, list[Open]] = {role_id: [] for role_id in names}
    without: list[Open] = []
    for item in opened.items():
        state = opened.answer(item.id).state
        if state not in {AnswerState.UNKNOWN, AnswerState.OPEN}:
            continue
        others = tuple(names.get(role_id, role_id) for role_id in item.roles[1:])
        group = groups.setdefault(item.roles[0], []) if item.roles else without
        group.append(Open(item, state, others))
    groups[NOBODY] = without
    return tuple(
        _interview(role_id, names.get(role_id, role_id), tuple(items))
        for role_id, items in groups.items()
        if items
    )


def _interview(role_id: str, role_name: str, items: tuple[Open, ...]) -> Interview:
    documents = dict.fromkeys(document for one in items for document in one.item.evidence)
    return Interview(role_id, role_name, items, minutes_for(len(items)), tuple(documents))
