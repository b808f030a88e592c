"""Backups, frozen states and deleting in words."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from itertools import count

from kiassess.domain.backups import BackupContent, BackupKind, Rehearsal
from kiassess.domain.deletion import Belongings
from kiassess.domain.restoring import Effect, RestoreEffect, changes_anything
from kiassess.domain.states import NAME_LENGTH, NameProblem, name_problem, tidy_name
from kiassess.wording.texts import Texts
from kiassess.wording.workplace import size_words

COUNTED = (Effect.CHANGED, Effect.BACK, Effect.GONE, Effect.SAME)  # the weightiest first


def backup_reason(kind: BackupKind, texts: Texts) -> str:
    """Why a backup was made."""
    return texts(f"safekeeping.kind_{kind}")


def backup_size(content: BackupContent | None, texts: Texts) -> str:
    """How large a backup is, or that it cannot be read."""
    if content is None:
        return texts("safekeeping.unreadable")
    return size_words(content.size, texts)


def state_name(today: date, taken: Collection[str], texts: Texts) -> str:
    """A name for a state of today that none of those taken has: ``Stand 22.11.2026 (2)``."""
    plain = texts("safekeeping.state_of", date=texts.day(today))
    names = (f"{plain} ({number})" if number > 1 else plain for number in count(1))
    return next(name for name in names if name_problem(name, taken) is None)


def name_problem_words(typed: str, taken: Collection[str], texts: Texts) -> str:
    """Why a state cannot be called that, and what to do; ``""`` if it can."""
    problem = name_problem(typed, taken)
    if problem is None:
        return ""
    more = len(tidy_name(typed)) - NAME_LENGTH if problem is NameProblem.TOO_LONG else 0
    return texts(f"safekeeping.name_{problem}", n=more, most=NAME_LENGTH)


def effect_words(effect: RestoreEffect, texts: Texts) -> str:
    """What restoring does to one assessment."""
    now, then = effect.answers_now, effect.answers_then
    match effect.effect:
        case Effect.CHANGED if not effect.differing:
            key = "entries_change" if effect.entries else "facts_change"
            return texts(f"safekeeping.{key}", n=effect.entries)
        case Effect.CHANGED if now == then:
            return texts("safekeeping.changed_as_many", n=effect.differing, now=now)
        case Effect.CHANGED:
            return texts("safekeeping.changed", n=effect.differing, now=now, then=then)
        case Effect.BACK if then:
            return texts("safekeeping.back_answers", n=then)
        case Effect.GONE if now:
            return texts("safekeeping.gone_answers", n=now)
        case _:
            return texts(f"safekeeping.{effect.effect}")


def effects_words(effects: Collection[RestoreEffect], texts: Texts) -> str:
    """What restoring does altogether, in one sentence."""
    if not changes_anything(effects):
        return texts("safekeeping.nothing_changes")
    numbers = {kind: sum(effect.effect is kind for effect in effects) for kind in COUNTED}
    parts = (texts(f"safekeeping.n_{kind}", n=n) for kind, n in numbers.items() if n)
    return texts("safekeeping.changes", parts=", ".join(parts))


def rehearsal_words(rehearsal: Rehearsal, texts: Texts) -> str:
    """That a backup could be restored, and what came back."""
    content = rehearsal.content
    return texts(
        "safekeeping.rehearsed",
        at=texts.moment(rehearsal.backup.at),
        assessments=texts("safekeeping.n_assessments", n=content.assessments),
        answers=texts("safekeeping.n_answers", n=content.answers),
    )


def last_rehearsal_words(at: datetime | None, texts: Texts) -> str:
    """When restoring was last tried out; ``None`` for never."""
    if at is None:
        return texts("safekeeping.never_rehearsed")
    return texts("safekeeping.last_rehearsed", at=texts.moment(at))


def belongings_lines(belongings: Belongings, texts: Texts) -> tuple[str, ...]:
    """What goes with an assessment, a line each; what there is none of is left out."""
    return tuple(_going(belongings, texts))


def in_backups_words(belongings: Belongings, texts: Texts) -> str:
    """What a tick would mean for the backups and the files set aside; a paragraph each."""
    paragraphs = [texts("safekeeping.in_no_backup")]
    if belongings.backups:
        stays = texts("safekeeping.stays_in_backups", n=belongings.backups)
        paragraphs = [stays, texts("safekeeping.goes_from_backups")]
    if belongings.aside:
        paragraphs.append(texts("safekeeping.aside", n=belongings.aside))
    return "\n".join(paragraphs)


def listed_names(names: Iterable[str], texts: Texts) -> str:
    """Names in quotation marks, one after another."""
    return ", ".join(texts("safekeeping.quoted", name=name) for name in names)


def _going(belongings: Belongings, texts: Texts) -> Iterator[str]:
    yield texts("safekeeping.goes_facts")
    if not belongings.answers:
        yield texts("safekeeping.goes_no_answer")
    for what, n in (
        ("answers", belongings.answers),
        ("notes", belongings.notes),
        ("entries", belongings.entries),
        ("steps", belongings.steps),
    ):
        if n:
            yield texts(f"safekeeping.n_{what}", n=n)
    if belongings.states:
        names = listed_names(belongings.states, texts)
        yield texts("safekeeping.n_states", n=len(belongings.states), names=names)
