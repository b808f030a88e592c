"""What restoring a backup would change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, cast

from kiassess.domain.assessment import Answer, Assessment
from kiassess.domain.entries import KeptEntry
from kiassess.domain.voices import split_key

# Answers that count by item id, and those of the respondents by ``voice_key``; and what is kept
# beside them.
One: TypeAlias = tuple[Assessment, Mapping[str, Answer], tuple[KeptEntry, ...]]
Content: TypeAlias = Mapping[str, One]


class Effect(StrEnum):
    """What happens to an assessment."""

    SAME = "same"
    CHANGED = "changed"
    BACK = "back"  # only the backup has it
    GONE = "gone"  # the backup does not have it


@dataclass(frozen=True, slots=True)
class RestoreEffect:
    """What restoring does to one assessment.

    Attributes:
        effect: In a word.
        assessment: As it is now; as it was, if only the backup has it.
        answers_now: Items with an answer, “weiß nicht” included.
        answers_then: The same in the backup.
        differing: Answers and voices that would change, notes and targets included.
        entries: Entries beside the answers that would change, come or go.
    """

    effect: Effect
    assessment: Assessment
    answers_now: int
    answers_then: int
    differing: int
    entries: int = 0


def restore_effects(now: Content, then: Content) -> tuple[RestoreEffect, ...]:
    """What restoring would do to each assessment: those of today first, then those that come back.

    Args:
        now: All assessments with their answers, by assessment id.
        then: The same of the backup.
    """
    gone = {key: found for key, found in then.items() if key not in now}
    return (
        *(_effect(found, then.get(key)) for key, found in now.items()),
        *(_effect(None, found) for found in gone.values()),
    )


def changes_anything(effects: Iterable[RestoreEffect]) -> bool:
    """Whether restoring would change any assessment."""
    return any(effect.effect is not Effect.SAME for effect in effects)


def _effect(now: One | None, then: One | None) -> RestoreEffect:
    ours, theirs = now[1] if now else {}, then[1] if then else {}
    differing = sum(
        ours.get(item_id, Answer(item_id)) != theirs.get(item_id, Answer(item_id))
        for item_id in ours.keys() | theirs.keys()
    )
    entries = _differing_entries(now[2] if now else (), then[2] if then else ())
    if now is not None and then is not None:
        same = not differing and not entries and _facts(now[0]) == _facts(then[0])
        effect = Effect.SAME if same else Effect.CHANGED
    else:
        effect = Effect.BACK if now is None else Effect.GONE
    assessment = cast("One", now or then)[0]
    return RestoreEffect(effect, assessment, _count(ours), _count(theirs), differing, entries)


def _differing_entries(now: Iterable[KeptEntry], then: Iterable[KeptEntry]) -> int:
    ours = {(type(entry), entry.id): entry for entry in now}
    theirs = {(type(entry), entry.id): entry for entry in then}
    return sum(ours.get(key) != theirs.get(key) for key in ours.keys() | theirs.keys())


def _count(answers: Mapping[str, Answer]) -> int:
    return sum(answer.touched for key, answer in answers.items() if not split_key(key)[1])


def _facts(assessment: Assessment) -> tuple[object, ...]:
    return assessment.facts, assessment.municipality, assessment.questionnaire_version
