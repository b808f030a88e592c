"""The meeting in which answers are agreed: which questions, who is present, what they vote."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kiassess.domain.assessment import Answer, AnswerState, OpenAssessment, Voice
from kiassess.domain.clarifying import clarifications
from kiassess.domain.kinds import LEVELS
from kiassess.domain.questionnaire import Item
from kiassess.domain.voices import known_as, usable_name, voice_key

UNKNOWN_KEY = "W"
SEATS = range(21)  # how many can vote; nobody: the levels are agreed by word of mouth


class Agenda(StrEnum):
    """Which questions a workshop goes through."""

    CLARIFY = "clarify"  # those on which the voices differ, the widest spread first
    OPEN = "open"  # those nobody has answered yet, “weiß nicht” included
    AREA = "area"  # all of one area


@dataclass(frozen=True, slots=True)
class Seat:
    """One who is present and votes.

    Attributes:
        name: As entered, or the place, e.g. ``"Platz 3"``; unique in a workshop.
        named: Whether somebody has entered the name, so that a vote can be kept as a voice.
    """

    name: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many votes each answer has.

    Attributes:
        levels: Votes for the levels 0–4.
        unknown: Votes for “weiß nicht”.
    """

    levels: tuple[int, ...]
    unknown: int

    @property
    def total(self) -> int:
        """All votes."""
        return sum(self.levels) + self.unknown


def agenda_items(opened: OpenAssessment, agenda: Agenda, area_id: str = "") -> tuple[Item, ...]:
    """The questions of a workshop, in the order they are talked about.

    Args:
        opened: The assessment.
        agenda: Which questions.
        area_id: ``Area.id``, for ``Agenda.AREA`` only.
    """
    match agenda:
        case Agenda.CLARIFY:
            return tuple(one.item for one in clarifications(opened) if not one.agreed)
        case Agenda.OPEN:
            return tuple(i for i in opened.items() if not opened.answer(i.id).settled)
        case Agenda.AREA:
            areas = [area for area in opened.questionnaire.areas if area.id == area_id]
            wanted = {item.id for area in areas for item in area.items}
            return tuple(item for item in opened.items() if item.id in wanted)


def seats(names: str, count: int, place: str) -> tuple[Seat, ...]:
    """Those present.

    Args:
        names: With commas, semicolons or line breaks between them; a name given twice counts once.
        count: How many vote at least; those without a name are called by their place.
        place: What such a place is called, with the gap ``{n}``.
    """
    apart = names.replace(";", ",").replace("\n", ",").split(",")
    given = dict.fromkeys(name for part in apart if (name := " ".join(part.split())))
    found = [Seat(name, named=True) for name in given][: SEATS[-1]]
    number = len(found)
    while len(found) < min(count, SEATS[-1]):
        number += 1
        if (name := place.format(n=number)) not in given:
            found.append(Seat(name))
    return tuple(found)


def vote_of(item_id: str, typed: str) -> Answer | None:
    """What somebody votes; ``None`` for anything but a level or ``"W"``."""
    if typed.upper() == UNKNOWN_KEY:
        return Answer(item_id, AnswerState.UNKNOWN)
    levels = {str(level): level for level in LEVELS}
    if typed not in levels:
        return None
    return Answer(item_id, AnswerState.ANSWERED, levels[typed])


def tally(votes: Iterable[Answer]) -> Tally:
    """Count votes."""
    given: Sequence[Answer] = tuple(votes)
    levels = tuple(sum(vote.level == level for vote in given) for level in LEVELS)
    return Tally(levels, sum(vote.state is AnswerState.UNKNOWN for vote in given))


def kept_votes(
    opened: OpenAssessment,
    item_id: str,
    votes: Mapping[str, Answer | None],
    before: Mapping[str, Voice],
    at: datetime,
) -> dict[str, Voice | None]:
    """What votes change about the voices on an item, by ``voice_key``; ``None`` takes one away.

    A vote tells a level and nothing else: a note, evidence and certainty that the same person
    has given before stay. Who has said the same on the same day is not written again.

    Args:
        opened: The assessment.
        item_id: Of the question voted on.
        votes: By the name of the seat; ``None`` for a vote that was taken back. Who is known
            already is found in any spelling.
        before: The voices on the item before the vote, by respondent.
        at: When it was voted, UTC.
    """
    now = {voice.respondent: voice for voice in opened.voices.get(item_id, ())}
    roles = _roles(opened)
    found: dict[str, Voice | None] = {}
    for seat, vote in votes.items():
        if not (name := known_as(opened.voices, usable_name(seat))):
            continue
        wanted = before.get(name)
        if vote is not None:
            base = Answer(item_id) if wanted is None else wanted.answer
            said = replace(base, state=vote.state, level=vote.level, reason="")
            wanted = Voice(name, said, at, roles.get(name, ""))
        if not _is_repeated(now.get(name), wanted):
            found[voice_key(item_id, name)] = wanted
    return found


def _roles(opened: OpenAssessment) -> dict[str, str]:
    """The role in which each respondent has answered last, by name."""
    given = [voice for voices in opened.voices.values() for voice in voices if voice.role_id]
    return {one.respondent: one.role_id for one in sorted(given, key=lambda voice: voice.at)}


def _is_repeated(known: Voice | None, wanted: Voice | None) -> bool:
    if known is None or wanted is None:
        return known == wanted
    return known.answer == wanted.answer and known.at.date() == wanted.at.date()
