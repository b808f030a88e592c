"""What has become of a plan: what is done, and whether the items it aimed at have moved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiassess.domain.assessment import Answer
from kiassess.domain.planning import Aim, PlanEntry, PlanStatus


class Move(StrEnum):
    """How an item has moved since a plan entry was made."""

    REACHED = "reached"  # it is where it was to be
    RISEN = "risen"
    SAME = "same"
    FALLEN = "fallen"
    FOUND = "found"  # nobody knew then, and somebody knows now
    UNKNOWN = "unknown"  # nobody knows now


@dataclass(frozen=True, slots=True)
class AimProgress:
    """One item a plan entry aims at, then and now.

    Attributes:
        aim: The item, its level then, and the level wanted.
        now: 0–4; ``None`` if it is not known.
        move: What has become of it.
    """

    aim: Aim
    now: int | None
    move: Move


@dataclass(frozen=True, slots=True)
class EntryProgress:
    """What has become of one plan entry.

    Attributes:
        entry: The entry.
        aims: The items it aims at, in its order.
    """

    entry: PlanEntry
    aims: tuple[AimProgress, ...]

    @property
    def has_moved(self) -> bool:
        """Whether any item has risen or is where it was to be."""
        return any(one.move in {Move.REACHED, Move.RISEN} for one in self.aims)


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """What has become of a whole plan.

    Attributes:
        entries: Each entry, in the order given.
        counts: How many there are of each status, those without any included.
    """

    entries: tuple[EntryProgress, ...]
    counts: Mapping[PlanStatus, int]

    @property
    def done_without_effect(self) -> tuple[EntryProgress, ...]:
        """What was done and has moved none of the items it aimed at."""
        return tuple(
            one
            for one in self.entries
            if one.entry.status is PlanStatus.DONE and one.aims and not one.has_moved
        )


def plan_progress(entries: Iterable[PlanEntry], answers: Mapping[str, Answer]) -> PlanProgress:
    """What has become of a plan.

    Args:
        entries: The plan, as it is carried on from round to round.
        answers: Those that count in the round looked at, by item id.
    """
    found = tuple(
        EntryProgress(entry, tuple(_progress(aim, answers) for aim in entry.aims))
        for entry in entries
    )
    counts = {status: sum(one.entry.status is status for one in found) for status in PlanStatus}
    return PlanProgress(found, counts)


def _progress(aim: Aim, answers: Mapping[str, Answer]) -> AimProgress:
    answer = answers.get(aim.item_id)
    now = None if answer is None else answer.level
    return AimProgress(aim, now, _move(aim, now))


def _move(aim: Aim, now: int | None) -> Move:
    if now is None:
        return Move.UNKNOWN
    if aim.goal is not None and now >= aim.goal:
        return Move.REACHED
    if aim.level is None:
        return Move.FOUND
    if now == aim.level:
        return Move.SAME
    return Move.RISEN if now > aim.level else Move.FALLEN
