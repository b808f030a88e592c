"""Several voices: what each respondent says, and what the assessment takes for its answer.

An answer given in the assessment itself is the agreed one. Where there is none, the only voice
counts, and several that say the same; where they differ, nobody has answered yet. Never is a mean
taken.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from kiassess.domain.assessment import Answer, AnswerState, Voice

CLARIFY_FROM = 2  # levels between two voices


def counted(own: Answer | None, voices: Iterable[Voice]) -> Answer | None:
    """The answer that counts for an item; ``None`` if nothing has been said.

    Args:
        own: What was answered in the assessment itself; an answer that is touched is agreed.
        voices: Of this item.
    """
    if own is not None and own.touched:
        return own
    given = [voice.answer for voice in sorted(voices, key=_when) if voice.answer.touched]
    if not given or len({(answer.state, answer.level) for answer in given}) > 1:
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


def counted_answers(
    own: Mapping[str, Answer], voices: Mapping[str, tuple[Voice, ...]]
) -> dict[str, Answer]:
    """The answers that count, by item id; see ``counted``."""
    found = {key: counted(own.get(key), voices.get(key, ())) for key in {**own, **voices}}
    return {item_id: answer for item_id, answer in found.items() if answer is not None}


def spread(answers: Iterable[Answer]) -> int | None:
    """The distance between the lowest and the highest level; ``None`` with fewer than two."""
    levels = [answer.level for answer in answers if answer.level is not None]
    return max(levels) - min(levels) if len(levels) > 1 else None


def differ(answers: Iterable[Answer]) -> bool:
    """Whether some voices say something else than others."""
    said = {(a.state, a.level) for a in answers if a.state is not AnswerState.OPEN}
    return len(said) > 1


def _when(voice: Voice) -> tuple[datetime, str]:
    return voice.at, voice.respondent
