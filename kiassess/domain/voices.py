"""Several voices: what each respondent says, and what the assessment takes for its answer.

An answer given in the assessment itself is the agreed one. Where there is none, the only voice
counts, and several that say the same; where they differ, nobody has answered yet. Never is a mean
taken.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kiassess.domain.assessment import Answer, AnswerState, Assessment, OpenAssessment, Voice
from kiassess.domain.states import FrozenState

if TYPE_CHECKING:
    from kiassess.domain.questionnaire import Questionnaire

CLARIFY_FROM = 2  # levels between two voices
RESPONDENT_LENGTH = 100  # characters
_BETWEEN = "/"  # item and respondent; no id of an item holds it

Voices = Mapping[str, tuple[Voice, ...]]  # by item id


def voice_key(item_id: str, respondent: str) -> str:
    """What names one voice of an assessment, as the journal does."""
    return f"{item_id}{_BETWEEN}{respondent}"


def split_key(key: str) -> tuple[str, str]:
    """Item id and respondent of a ``voice_key``; each may be empty if it is none."""
    item_id, _, respondent = key.partition(_BETWEEN)
    return item_id, respondent


def usable_name(name: str) -> str:
    """A name as a respondent may have it: one line, not too long; possibly nothing is left."""
    line = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    return line[:RESPONDENT_LENGTH].strip()


def known_as(voices: Voices, respondent: str) -> str:
    """The name under which a respondent is known already, in any spelling; else as given."""
    known = {voice.respondent for found in voices.values() for voice in found}
    if respondent in known:
        return respondent
    wanted = respondent.casefold()
    return min((name for name in known if name.casefold() == wanted), default=respondent)


def by_key(voices: Voices) -> dict[str, Voice]:
    """Voices by their ``voice_key``."""
    return {
        voice_key(item_id, voice.respondent): voice
        for item_id, found in voices.items()
        for voice in found
    }


def by_item(voices: Mapping[str, Voice]) -> dict[str, tuple[Voice, ...]]:
    """The other way round: by item id, those of an item by respondent."""
    found: dict[str, tuple[Voice, ...]] = {}
    for key, voice in sorted(voices.items()):
        item_id = split_key(key)[0]
        found[item_id] = (*found.get(item_id, ()), voice)
    return found


def counted(own: Answer | None, voices: Iterable[Voice]) -> Answer | None:
    """The answer that counts for an item; ``None`` if nothing has been said.

    Args:
        own: What was answered in the assessment itself; an answer that is touched is agreed.
        voices: Of this item.
    """
    if own is not None and own.touched:
        return own
    given = [voice.answer for voice in sorted(voices, key=_when) if voice.answer.touched]
    if not given or differ(given):
        return own
    said = given[-1]
    if own is None:
        return said
    return replace(
        own,
        state=said.state,
        level=said.level,
        reason=said.reason,
        note=own.note or said.note,
        evidence=own.evidence if own.evidence.type else said.evidence,
        confidence=own.confidence or said.confidence,
    )


def counted_answers(own: Mapping[str, Answer], voices: Voices) -> dict[str, Answer]:
    """The answers that count, by item id; see ``counted``."""
    found = {key: counted(own.get(key), voices.get(key, ())) for key in {**own, **voices}}
    return {item_id: answer for item_id, answer in found.items() if answer is not None}


def counted_changes(
    own: Mapping[str, Answer], changed: Mapping[str, datetime], voices: Voices
) -> dict[str, datetime]:
    """When each answer that counts was last changed, by item id.

    Args:
        own: What was answered in the assessment itself.
        changed: When that was last changed.
        voices: What the respondents say.
    """
    found = dict(changed)
    for item_id, said in voices.items():
        if item_id not in own or not own[item_id].touched:
            found[item_id] = max([*(voice.at for voice in said), *_listed(changed.get(item_id))])
    return found


def opened_with(
    assessment: Assessment,
    questionnaire: "Questionnaire",
    own: Mapping[str, Answer],
    voices: Voices,
    state: FrozenState | None = None,
) -> OpenAssessment:
    """An assessment with the answers that count.

    Args:
        assessment: The frame.
        questionnaire: As answered.
        own: What was answered in the assessment itself, by item id.
        voices: What the respondents say.
        state: The frozen state it is, if it is one.
    """
    return OpenAssessment(
        assessment,
        questionnaire,
        counted_answers(own, voices),
        state,
        voices,
        frozenset(item_id for item_id, answer in own.items() if answer.touched),
    )


def spread(answers: Iterable[Answer]) -> int | None:
    """The distance between the lowest and the highest level; ``None`` with fewer than two."""
    levels = [answer.level for answer in answers if answer.level is not None]
    return max(levels) - min(levels) if len(levels) > 1 else None


def differ(answers: Iterable[Answer]) -> bool:
    """Whether some voices say something else than others."""
    said = {(a.state, a.level) for a in answers if a.state is not AnswerState.OPEN}
    return len(said) > 1


def _listed(at: datetime | None) -> list[datetime]:
    return [] if at is None else [at]


def _when(voice: Voice) -> tuple[datetime, str]:
    return voice.at, voice.respondent


def details_only(answer: Answer) -> Answer:
    """What belongs to an answer beside its level: to be kept without agreeing on the level."""
    return replace(answer, state=AnswerState.OPEN, level=None, reason="")
