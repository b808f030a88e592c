"""Frozen states: an assessment as it was on a day, under a name."""

from dataclasses import dataclass
from datetime import datetime

NAME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class FrozenState:
    """The head of a frozen state; the rest is an ``OpenAssessment`` like any other.

    Attributes:
        name: Unique within the assessment.
        at: When it was frozen, UTC.
        who: Who froze it; ``""`` if nobody knows.
        questionnaire_version: The version of the questionnaire in it.
    """

    name: str
    at: datetime
    who: str
    questionnaire_version: str


def usable_name(typed: str) -> str:
    """The name as it is kept: without gaps around it and with single ones inside.

    Raises:
        ValueError: Nothing is left of it, it is longer than ``NAME_LENGTH``, or it holds what
            cannot be shown.
    """
    name = " ".join(typed.split())
    if not name or len(name) > NAME_LENGTH or not name.isprintable():
        raise ValueError(typed)
    return name
