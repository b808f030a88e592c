"""What a fill-in workbook that has come back adds to an assessment: the voice of one respondent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiassess.domain.assessment import Answer, AnswerState, Assessment, OpenAssessment, Voice
from kiassess.domain.fill_in import FillIn, FillInCounts, FillInEntry
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.voices import differ, known_as, usable_name


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking a workbook back does, or has done.

    Attributes:
        assessment: The one it belongs to.
        questionnaire: As answered, in the language of the user; for the titles of items.
        fill_in: What stands in the workbook.
        respondent: Whose voice it is.
        role_id: ``Role.id``; ``""`` if nobody said.
        voices: What is new, one for each item.
        repeated: Items on which the same is here already from the same respondent.
        replaced: How many of the voices take the place of an earlier one of the same respondent.
        differing: Items on which it now says something else than others or than is agreed.
        newer_here: When the newest of the voices replaced was given, if that is later than what
            replaces it.
    """

    assessment: Assessment
    questionnaire: Questionnaire
    fill_in: FillIn
    respondent: str
    role_id: str
    voices: tuple[Voice, ...]
    repeated: tuple[str, ...] = ()
    replaced: int = 0
    differing: tuple[str, ...] = ()
    newer_here: datetime | None = None

    @property
    def counts(self) -> FillInCounts:
        """What to say first; what is here already counts as untouched."""
        counts = self.fill_in.counts()
        states = {entry.item_id: entry.state for entry in self.fill_in.entries}
        known = sum(states[item_id] is not AnswerState.OPEN for item_id in self.repeated)
        return FillInCounts(
            counts.taken - known, counts.untouched + known, counts.open, counts.unclear
        )

    @property
    def notes(self) -> int:
        """How many voices bring only a note or evidence, no level."""
        states = {entry.item_id: entry.state for entry in self.fill_in.entries}
        return sum(states[one.answer.item_id] is AnswerState.OPEN for one in self.voices)


def take_back(
    opened: OpenAssessment, fill_in: FillIn, *, respondent: str, role_id: str, at: datetime
) -> TakenBack:
    """What a workbook adds to an assessment.

    A row that names a level replaces what the same respondent has said before. A row without one
    adds to it. A row that is as it was handed out says nothing.

    Args:
        opened: The assessment.
        fill_in: The workbook; its items are those of the assessment.
        respondent: Whose voice it is; one who is known already is found in any spelling.
        role_id: ``Role.id``; ``""`` if nobody said.
        at: When it was filled in, UTC.
    """
    name = known_as(opened.voices, respondent)
    earlier = {
        item_id: voice
        for item_id, voices in opened.voices.items()
        for voice in voices
        if voice.respondent == name
    }
    voices, repeated = [], []
    for entry in fill_in.news:
        voice = Voice(name, _answer(entry, earlier.get(entry.item_id)), at, role_id)
        before = earlier.get(entry.item_id)
        if before is not None and before.answer == voice.answer:
            repeated.append(entry.item_id)
        else:
            voices.append(voice)
    given = [earlier[one.answer.item_id].at for one in voices if one.answer.item_id in earlier]
    newest = max(given, default=None)
    is_older = newest is not None and at.date() < newest.date()
    return TakenBack(
        opened.assessment,
        opened.questionnaire,
        fill_in,
        name,
        role_id,
        tuple(voices),
        tuple(repeated),
        len(given),
        tuple(_differing(opened, voices)),
        newest if is_older else None,
    )


def respondent_name(fill_in: FillIn, *names: str) -> str:
    """Who has filled a workbook in: as written in it, else the first of some names.

    Args:
        fill_in: The workbook.
        names: The last one is not empty.
    """
    written = (fill_in.respondent.department, fill_in.respondent.name)
    return next(
        usable
        for name in (", ".join(part for part in written if part), *names, "?")
        if (usable := usable_name(name))
    )


def _answer(entry: FillInEntry, earlier: Voice | None) -> Answer:
    adds = earlier is not None and entry.state is AnswerState.OPEN
    return entry.onto(earlier.answer if earlier is not None and adds else Answer(entry.item_id))


def _differing(opened: OpenAssessment, voices: list[Voice]) -> Iterator[str]:
    for voice in voices:
        item_id = voice.answer.item_id
        others = [
            one.answer
            for one in opened.voices.get(item_id, ())
            if one.respondent != voice.respondent
        ]
        if item_id in opened.agreed:
            others.append(opened.answer(item_id))
        if voice.answer.touched and any(differ((voice.answer, other)) for other in others):
            yield item_id
