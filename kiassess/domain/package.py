"""All there is about one assessment, put together so that it can be carried elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import TypeAlias

from kiassess.domain.assessment import Answer, AnswerState, Assessment, Evidence, Facts, Voice
from kiassess.domain.entries import KeptEntry
from kiassess.domain.history import ENTRIES, StepHead, StepKind, Subject
from kiassess.domain.municipality import Municipality, SizeClass
from kiassess.domain.voices import by_item, counted_answers

# The text is the checksum of a questionnaire.
PackedValue: TypeAlias = Answer | Voice | Facts | KeptEntry | str
# What a change is about: subject, and the item of an answer, the ``voice_key`` of a voice, or the
# id of an entry.
Key: TypeAlias = tuple[Subject, str]

FACTS: Key = (Subject.FACTS, "")
QUESTIONNAIRE: Key = (Subject.QUESTIONNAIRE, "")

# Where a Land has one or two municipalities, its name would give theirs away.
NAMEABLE_STATES = frozenset({
    "Baden-Württemberg", "Bayern", "Brandenburg", "Hessen", "Mecklenburg-Vorpommern",
    "Niedersachsen", "Nordrhein-Westfalen", "Rheinland-Pfalz", "Saarland", "Sachsen",
    "Sachsen-Anhalt", "Schleswig-Holstein", "Thüringen",
})  # fmt: skip
ROUNDED_POPULATION = {SizeClass.SMALL: 2_500, SizeClass.MEDIUM: 12_500, SizeClass.LARGE: 50_000}
WITHHELD = "–"  # in the place of a reason, which an answer that does not apply must have


@dataclass(frozen=True, slots=True)
class PackedChange:
    """One thing before and after.

    Attributes:
        subject: What kind of thing.
        item_id: The item of an answer, the ``voice_key`` of a voice, the id of an entry; ``""``
            for all others.
        before: What was there; ``None`` if there was nothing.
        after: The same, afterwards.
    """

    subject: Subject
    item_id: str
    before: PackedValue | None
    after: PackedValue | None

    @property
    def key(self) -> Key:
        """What it is about."""
        return self.subject, self.item_id


@dataclass(frozen=True, slots=True)
class PackedStep:
    """One step of the journal with what it changed, by subject and item; never empty."""

    head: StepHead
    changes: tuple[PackedChange, ...]


@dataclass(frozen=True, slots=True)
class PackedState:
    """A frozen state.

    Attributes:
        name: Unique within the assessment.
        at: When it was frozen, UTC.
        who: Who froze it; ``""`` if nobody knows.
        questionnaire: Checksum of the questionnaire as answered.
        legal_table: Checksum of the legal table of that day.
        assessment: The frame as it was.
        answers: As they were, by item id.
        changed: When each answer had last been changed, by item id.
        voices: What the respondents had said, by ``voice_key``.
        entries: What was kept beside the answers, by kind and id.
    """

    name: str
    at: datetime
    who: str
    questionnaire: str
    legal_table: str
    assessment: Assessment
    answers: Mapping[str, Answer]
    changed: Mapping[str, datetime]
    voices: Mapping[str, Voice] = field(default_factory=dict)
    entries: Mapping[Key, KeptEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Package:
    """One assessment with everything that belongs to it, free of what only one workspace knows.

    Attributes:
        assessment: The frame.
        questionnaire: Checksum of the questionnaire as answered.
        questionnaires: All the assessment was ever answered with, as canonical JSON, by checksum.
        answers: Those of the assessment itself, by item id.
        changed: When each answer was last changed, by item id.
        voices: What the respondents say, by ``voice_key``.
        entries: What is kept beside the answers, by kind and id.
        journal: All steps in their order, the first with number 1; an anonymous package has none.
        states: Frozen states, the oldest first.
        legal_tables: Those of the states, the text of each, by checksum.
    """

    assessment: Assessment
    questionnaire: str
    questionnaires: Mapping[str, str]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    changed: Mapping[str, datetime] = field(default_factory=dict)
    journal: tuple[PackedStep, ...] = ()
    states: tuple[PackedState, ...] = ()
    legal_tables: Mapping[str, str] = field(default_factory=dict)
    voices: Mapping[str, Voice] = field(default_factory=dict)
    entries: Mapping[Key, KeptEntry] = field(default_factory=dict)

    def value(self, key: Key) -> PackedValue | None:
        """What there is now; ``None`` of what nobody has said."""
        if key == FACTS:
            return self.assessment.facts
        if key == QUESTIONNAIRE:
            return self.questionnaire
        if key[0] is Subject.VOICE:
            return self.voices.get(key[1])
        if key[0] in ENTRIES:
            return self.entries.get(key)
        return self.answers.get(key[1])

    def keys(self) -> set[Key]:
        """All that has a value, or had one."""
        answers = {(Subject.ANSWER, item_id) for item_id in self.answers}
        voices = {(Subject.VOICE, key) for key in self.voices}
        return {
            FACTS,
            QUESTIONNAIRE,
            *answers,
            *voices,
            *self.entries,
            *(change.key for change in changes(self.journal)),
        }


def changes(steps: Iterable[PackedStep]) -> Iterator[PackedChange]:
    """All changes of some steps, in their order."""
    return (change for step in steps for change in step.changes)


def broken_step(package: Package) -> int | None:
    """The number of the first step that cannot have happened; ``None`` if all can.

    Steps count from 1; each change begins where the last one of the same thing has ended, and
    the last one ends with what there is now; what is taken back is what was done last, what is
    done again is what was taken back last.
    """
    undo: list[int] = []
    redo: list[int] = []
    now: dict[Key, tuple[PackedValue | None, int]] = {}
    for number, step in enumerate(package.journal, start=1):
        if step.head.number != number or not _stacks(step.head, undo, redo):
            return number
        for change in step.changes:
            if now.get(change.key, (change.before, 0))[0] != change.before:
                return number
            now[change.key] = change.after, number
    wrong = (number for key, (value, number) in now.items() if value != package.value(key))
    return min(wrong, default=None)


def _stacks(head: StepHead, undo: list[int], redo: list[int]) -> bool:
    """Whether a step can follow; moves it to the group it belongs to, see ``history.stacks``."""
    match head.kind:
        case StepKind.UNDO:
            return _moves(head, undo, redo)
        case StepKind.REDO:
            return _moves(head, redo, undo)
    if not (head.joins and undo and not redo):
        undo.append(head.number)
        redo.clear()
    return head.undoes is None


def _moves(head: StepHead, source: list[int], target: list[int]) -> bool:
    if not source or source[-1] != head.undoes:
        return False
    target.append(source.pop())
    return True


def anonymous(package: Package, *, new_id: str, name: str) -> Package:
    """The same answers without anything that names, was typed freely, or tells a day.

    Left in are: the kind of body; its Land, except where a Land has one or two municipalities;
    a population that stands for the size class; the year of the round, as its first of January,
    which all times become; extent, use of AI, and the whole questionnaire as answered; of each
    answer that counts its level or state, target, who provides it, and how sure it is. Left out
    are names, keys, county, journal, frozen states, earlier questionnaires, persons, all texts
    and evidence of the answers, who of several respondents has said what, and all that is kept
    beside the answers: plan, own measures, register, use cases.

    Args:
        package: The assessment.
        new_id: A fresh UUID; nothing leads from it to the old one.
        name: What stands in the place of the municipality's name.
    """
    old = package.assessment
    day = date(old.round_date.year, 1, 1)
    at = datetime.combine(day, time(), UTC)
    town, size = old.municipality, old.size_class
    counted = counted_answers(package.answers, by_item(package.voices))
    bare = {item_id: _bare(answer) for item_id, answer in counted.items()}
    answers = {item_id: answer for item_id, answer in bare.items() if answer != Answer(item_id)}
    return Package(
        assessment=replace(
            old,
            id=new_id,
            municipality=Municipality(
                name=name,
                type=town.type,
                state=town.state if town.state in NAMEABLE_STATES else "",
                population=None if size is None else ROUNDED_POPULATION[size],
            ),
            round_date=day,
            created_at=at,
            changed_at=at,
        ),
        questionnaire=package.questionnaire,
        questionnaires={package.questionnaire: package.questionnaires[package.questionnaire]},
        answers=answers,
        changed=dict.fromkeys(answers, at),
    )


def _bare(answer: Answer) -> Answer:
    reason = WITHHELD if answer.state is AnswerState.NOT_APPLICABLE else ""
    return replace(answer, reason=reason, note="", evidence=Evidence(), responsible="")
