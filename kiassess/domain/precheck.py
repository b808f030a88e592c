"""A few questions that show what to look at under the AI Act; a hint, never legal advice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

END = "end"  # stands for the next question where there is none


class Outcome(StrEnum):
    """What to look at, the most serious first."""

    PROHIBITED = "prohibited"  # look whether it is prohibited
    HIGH_RISK = "high_risk"  # look whether it is high-risk
    TRANSPARENCY = "transparency"  # people have to be told
    LOW = "low"  # probably nothing special


GRAVEST_FIRST = tuple(Outcome)


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer.

    Attributes:
        id: Key within the question.
        text: What can be chosen.
        outcome: What the answer leads to; ``None`` if it leads to nothing by itself.
        reason: Why, as the result says it; empty without an outcome.
        anchors: ``LegalAnchor.id`` of what it rests on.
        next: Id of the question after it, or ``END``; ``""`` for the one the question names.
        alone: Whether it excludes the other options of the question.
    """

    id: str
    text: str
    outcome: Outcome | None = None
    reason: str = ""
    anchors: tuple[str, ...] = ()
    next: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        id: Stable key.
        text: What is asked.
        help: What the words mean.
        options: What can be chosen, two at least.
        several: Whether several options may be chosen.
        next: Id of the question after it, or ``END``.
    """

    id: str
    text: str
    help: str
    options: tuple[Option, ...]
    several: bool
    next: str

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or ``None``."""
        return next((one for one in self.options if one.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Precheck:
    """The questions in an order in which each leads to a later one only.

    Attributes:
        as_of: The day the law was looked at (Rechtsstand).
        questions: The questions, the first one first; never empty.
    """

    as_of: date
    questions: tuple[Question, ...]

    def question(self, question_id: str) -> Question | None:
        """The question with this id; ``None`` at the end."""
        return next((one for one in self.questions if one.id == question_id), None)


Choices: TypeAlias = Mapping[str, tuple[str, ...]]  # ids of options by id of the question


@dataclass(frozen=True, slots=True)
class Reason:
    """An answer that led to something."""

    question: Question
    option: Option
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the answers come to.

    Attributes:
        outcome: The gravest of the reasons.
        reasons: The gravest first, else in the order of the questions.
    """

    outcome: Outcome
    reasons: tuple[Reason, ...]


def asked(precheck: Precheck, choices: Choices) -> tuple[Question, ...]:
    """The questions that have to be asked given some answers, up to the first unanswered one.

    Answers to questions that are not reached, and options that are not there, count as not given.
    """
    found = []
    question: Question | None = precheck.questions[0]
    while question is not None:
        found.append(question)
        chosen = _chosen(question, choices)
        if not chosen:
            break
        names = [one.next for one in chosen if one.next]
        question = precheck.question(names[0] if names else question.next)
    return tuple(found)


def next_question(precheck: Precheck, choices: Choices) -> Question | None:
    """The question to ask next; ``None`` if all have been answered."""
    last = asked(precheck, choices)[-1]
    return None if _chosen(last, choices) else last


def assess(precheck: Precheck, choices: Choices) -> Assessed | None:
    """What the answers come to; ``None`` as long as a question is open."""
    if next_question(precheck, choices) is not None:
        return None
    reasons = [
        Reason(question, option, option.outcome)
        for question in asked(precheck, choices)
        for option in _chosen(question, choices)
        if option.outcome is not None
    ]
    reasons.sort(key=lambda one: GRAVEST_FIRST.index(one.outcome))
    outcome = reasons[0].outcome if reasons else Outcome.LOW
    return Assessed(outcome, tuple(reasons))


def choose(question: Question, before: tuple[str, ...], option_id: str) -> tuple[str, ...]:
    """What is chosen after an option was ticked or its tick was taken away.

    Args:
        question: The question.
        before: The ids chosen so far.
        option_id: ``Option.id`` of what was touched.

    Returns:
        Ids in the order of the options; an option that stands alone replaces all others, and
        goes as soon as another one is chosen.
    """
    touched = question.option(option_id)
    if touched is None:
        return before
    if not question.several or touched.alone:
        return () if option_id in before and question.several else (option_id,)
    alone = {one.id for one in question.options if one.alone}
    after = {*before, option_id} - alone if option_id not in before else {*before} - {option_id}
    return tuple(one.id for one in question.options if one.id in after)


def _chosen(question: Question, choices: Choices) -> list[Option]:
    wanted = choices.get(question.id, ())
    return [option for option in question.options if option.id in wanted]
