"""A pre-check under the AI Act as it was made, kept with what it is about."""

from dataclasses import dataclass
from datetime import date

from kiassess.domain.entries import refuse_blank, refuse_lists
from kiassess.domain.planning import refuse_days
from kiassess.domain.precheck import Choices, Outcome, Precheck, asked, assess


@dataclass(frozen=True, slots=True)
class PrecheckChoice:
    """What was chosen at one question of the pre-check.

    Attributes:
        question_id: ``Question.id``.
        option_ids: ``Option.id`` of what was chosen, each once.
    """

    question_id: str
    option_ids: tuple[str, ...]

    def __post_init__(self) -> None:
        refuse_blank(self.question_id, "question_id")
        refuse_lists(option_ids=self.option_ids)


@dataclass(frozen=True, slots=True)
class PrecheckResult:
    """A pre-check as it was made; a hint, no legal advice.

    Attributes:
        outcome: What it led to.
        as_of: The day of the law it was made with (Rechtsstand); ``Precheck.as_of``.
        made_on: The day it was made.
        chosen: What was chosen, in the order of asking, each question once.
    """

    outcome: Outcome
    as_of: date
    made_on: date
    chosen: tuple[PrecheckChoice, ...] = ()

    def __post_init__(self) -> None:
        refuse_days(as_of=self.as_of, made_on=self.made_on)
        refuse_lists(chosen=(one.question_id for one in self.chosen))

    @property
    def choices(self) -> Choices:
        """The same as the pre-check asks for it."""
        return {one.question_id: one.option_ids for one in self.chosen}


def is_outdated(made: PrecheckResult, as_of: date) -> bool:
    """Whether the law was looked at again since a pre-check was made.

    Args:
        made: The pre-check.
        as_of: ``Precheck.as_of`` of today.
    """
    return made.as_of < as_of


def result_of(precheck: Precheck, choices: Choices, made_on: date) -> PrecheckResult | None:
    """A pre-check to be kept; ``None`` as long as a question is open.

    What was chosen at questions that were not reached, and options that are not there, are left
    out.
    """
    found = assess(precheck, choices)
    if found is None:
        return None
    chosen = tuple(
        PrecheckChoice(
            question.id,
            tuple(one.id for one in question.options if one.id in choices[question.id]),
        )
        for question in asked(precheck, choices)
    )
    return PrecheckResult(found.outcome, precheck.as_of, made_on, chosen)
