"""Frozen states: an assessment as it was on a day, under a name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

NAME_LENGTH = 80


class NameProblem(StrEnum):
    """Why a state cannot be called that."""

    EMPTY = "empty"
    TOO_LONG = "too_long"  # longer than ``NAME_LENGTH``
    UNSHOWABLE = "unshowable"  # it holds what cannot be shown
    TAKEN = "taken"  # by another state of the assessment, in any case


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


def tidy_name(typed: str) -> str:
    """A name without gaps around it and with single ones inside."""
    return " ".join(typed.split())


def name_problem(typed: str, taken: Collection[str] = ()) -> NameProblem | None:
    """Why a state cannot be called that; ``None`` if it can.

    Args:
        typed: The name, with any gaps.
        taken: The names of the other states of the assessment.
    """
    name = tidy_name(typed)
    if not name:
        return NameProblem.EMPTY
    if len(name) > NAME_LENGTH:
        return NameProblem.TOO_LONG
    if not name.isprintable():
        return NameProblem.UNSHOWABLE
    if name.casefold() in {other.casefold() for other in taken}:
        return NameProblem.TAKEN
    return None


def usable_name(typed: str) -> str:
    """The name as it is kept: without gaps around it and with single ones inside.

    Raises:
        ValueError: Nothing is left of it, it is longer than ``NAME_LENGTH``, or it holds what
            cannot be shown.
    """
    if name_problem(typed) is not None:
        raise ValueError(typed)
    return tidy_name(typed)
