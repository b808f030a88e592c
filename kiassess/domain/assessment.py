"""Who answers and what was answered: the assessment and its answers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from kiassess.domain.kinds import LEVELS, DeliveryMode, Extent, NotApplicableRule
from kiassess.domain.municipality import Municipality, SizeClass, size_class
from kiassess.domain.states import FrozenState

if TYPE_CHECKING:
    from kiassess.domain.entries import KeptEntry
    from kiassess.domain.questionnaire import Item, Questionnaire

DEFAULT_QUESTIONNAIRE = "ki-readiness"
YEARS = range(1900, 2101)  # of dates that make sense; a spreadsheet knows none before 1900


class AnswerState(StrEnum):
    """What is known about an item. The three kinds of “no value” are never mixed."""

    OPEN = "open"  # nobody has answered; there may be a note already
    ANSWERED = "answered"
    UNKNOWN = "unknown"  # “weiß nicht”: widens the band and becomes a task
    NOT_APPLICABLE = "not_applicable"  # “trifft nicht zu”: leaves the calculation


class EvidenceType(StrEnum):
    """What backs an answer, from nothing to checked by a second person."""

    NONE = "none"
    ORAL = "oral"
    DOCUMENT = "document"
    VERIFIED = "verified"


class Confidence(StrEnum):
    """How sure the answer is."""

    SURE = "sure"
    FAIRLY = "fairly"
    GUESSED = "guessed"


class AiInUse(StrEnum):
    """Whether the municipality uses AI today; not knowing is a finding of its own."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What backs an answer.

    Attributes:
        type: ``None`` as long as nobody has said.
        pointer: Where it is found, e.g. a file number or an address.
        dated: What day the evidence carries.
    """

    type: EvidenceType | None = None
    pointer: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a municipality says about one item.

    Attributes:
        item_id: ``Item.id`` of the item answered.
        state: Answered, unknown, not applicable, or still open.
        level: 0–4 when answered, else ``None``.
        reason: Why the item does not apply; needed for that state.
        note: Free text, possibly empty.
        evidence: What backs the answer.
        target: Level wanted, 0–4; ``None`` for the default of the size class.
        delivery: Who provides it; ``None`` as long as nobody has said.
        confidence: How sure the answer is; ``None`` as long as nobody has said.
        responsible: Person or office in charge, free text.

    Raises:
        ValueError: State and level contradict each other, a level lies outside 0–4, or
            the reason is missing.
    """

    item_id: str
    state: AnswerState = AnswerState.OPEN
    level: int | None = None
    reason: str = ""
    note: str = ""
    evidence: Evidence = Evidence()
    target: int | None = None
    delivery: DeliveryMode | None = None
    confidence: Confidence | None = None
    responsible: str = ""

    def __post_init__(self) -> None:
        if (self.state is AnswerState.ANSWERED) != (self.level is not None):
            raise ValueError("a level belongs to an answered item, and to no other")
        if any(value is not None and value not in LEVELS for value in (self.level, self.target)):
            raise ValueError("a level must lie between 0 and 4")
        if self.state is AnswerState.NOT_APPLICABLE and not self.reason.strip():
            raise ValueError("not applicable needs a reason")

    @property
    def settled(self) -> bool:
        """Whether the question needs no further asking."""
        return self.state in {AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE}

    @property
    def touched(self) -> bool:
        """Whether somebody has said anything about the level, “weiß nicht” included."""
        return self.state is not AnswerState.OPEN


@dataclass(frozen=True, slots=True)
class Voice:
    """What one respondent says about one item.

    Attributes:
        respondent: Who, as the assessment calls them, e.g. ``"Hauptamt"``; unique for an item.
        answer: What they say, with note, evidence and confidence.
        at: When they said it, UTC; never later than it was taken in.
        role_id: ``Role.id``; ``""`` if nobody said.
    """

    respondent: str
    answer: Answer
    at: datetime
    role_id: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be changed about an assessment later.

    Attributes:
        extent: Which selection of items is asked.
        round_date: The day the round stands for.
        ai_in_use: ``None`` as long as nobody has said.
        population: Inhabitants; ``None`` if unknown.
    """

    extent: Extent
    round_date: date
    ai_in_use: AiInUse | None
    population: int | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """One municipality answering one questionnaire version in one round.

    Attributes:
        id: UUID as text.
        municipality: Who assesses itself, with the facts of that day.
        questionnaire_id: ``Questionnaire.id``.
        questionnaire_version: ``Questionnaire.version``.
        extent: Which selection of items is asked.
        round_date: The day the round stands for.
        ai_in_use: ``None`` as long as nobody has said.
        is_example: Whether it is the fictitious example.
        created_at: UTC.
        changed_at: UTC; the last change of anything in it.
    """

    id: str
    municipality: Municipality
    questionnaire_id: str
    questionnaire_version: str
    extent: Extent
    round_date: date
    created_at: datetime
    changed_at: datetime
    ai_in_use: AiInUse | None = None
    is_example: bool = False

    @property
    def size_class(self) -> SizeClass | None:
        """The size class the default targets follow; ``None`` without a population."""
        return size_class(self.municipality.population)

    @property
    def facts(self) -> Facts:
        """What can be changed about it."""
        return Facts(self.extent, self.round_date, self.ai_in_use, self.municipality.population)

    def with_facts(self, facts: Facts) -> "Assessment":
        """The same assessment with other facts."""
        return replace(
            self,
            municipality=replace(self.municipality, population=facts.population),
            extent=facts.extent,
            round_date=facts.round_date,
            ai_in_use=facts.ai_in_use,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an assessment is.

    Attributes:
        settled: Items answered or not applicable.
        unknown: Items answered “weiß nicht”.
        total: Items asked.
    """

    settled: int
    unknown: int
    total: int

    @property
    def touched(self) -> int:
        """Items somebody has looked at and answered in any way."""
        return self.settled + self.unknown


@dataclass(frozen=True, slots=True)
class OpenAssessment:
    """An assessment with all that is needed to show and score it.

    Attributes:
        assessment: The frame.
        questionnaire: As answered, in the language asked for.
        answers: By item id, those that count; an item nobody has touched is missing.
        voices: What several respondents say, by item id; an item without any is missing.
        agreed: Ids of the items whose answer was given in the assessment itself, not by a voice.
        entries: What is kept beside the answers, by kind and id; see ``kept.kept_of``.
        state: The frozen state it is, if it is one; then nothing in it can be changed.
    """

    assessment: Assessment
    questionnaire: "Questionnaire"
    answers: Mapping[str, Answer] = field(default_factory=dict)
    state: FrozenState | None = None
    voices: Mapping[str, tuple[Voice, ...]] = field(default_factory=dict)
    agreed: frozenset[str] = frozenset()
    entries: "tuple[KeptEntry, ...]" = ()

    def items(self) -> "tuple[Item, ...]":
        """The items asked, in their order."""
        return tuple(self.questionnaire.items(self.assessment.extent))

    def answer(self, item_id: str) -> Answer:
        """The answer to an item; an open one if nobody has touched it."""
        return self.answers.get(item_id) or Answer(item_id)

    def target(self, item: "Item") -> int | None:
        """The level wanted for an item: chosen, else the default of the size class."""
        chosen = self.answer(item.id).target
        if chosen is not None:
            return chosen
        size = self.assessment.size_class
        return None if size is None else item.targets.get(size)

    def progress(self) -> Progress:
        """How far the answering is."""
        states = {item_id: answer.state for item_id, answer in self.answers.items()}
        return progress_of([item.id for item in self.items()], states)


def progress_of(asked: Collection[str], states: Mapping[str, AnswerState]) -> Progress:
    """How far the answering is.

    Args:
        asked: Ids of the items asked.
        states: What was answered, by item id; a missing item is open.
    """
    found = [states.get(item_id, AnswerState.OPEN) for item_id in asked]
    settled = (AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE)
    return Progress(
        settled=sum(state in settled for state in found),
        unknown=found.count(AnswerState.UNKNOWN),
        total=len(found),
    )


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """What is needed to begin.

    Attributes:
        municipality: Who assesses itself.
        round_date: The day the round stands for.
        extent: Which selection of items is asked.
        questionnaire_id: Which questionnaire, in its newest version.
        ai_in_use: ``None`` if it has not been said.
        is_example: Whether it is the fictitious example.
    """

    municipality: Municipality
    round_date: date
    extent: Extent = Extent.FULL
    questionnaire_id: str = DEFAULT_QUESTIONNAIRE
    ai_in_use: AiInUse | None = None
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """An assessment as the start page lists it."""

    assessment: Assessment
    progress: Progress


def may_be_not_applicable(item: "Item", ai_in_use: AiInUse | None) -> bool:
    """Whether “trifft nicht zu” may be answered to this item now."""
    match item.not_applicable:
        case NotApplicableRule.WITH_REASON:
            return True
        case NotApplicableRule.WHILE_NO_AI:
            return ai_in_use is not AiInUse.YES
        case _:
            return False
