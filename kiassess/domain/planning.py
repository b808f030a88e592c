"""The plan: what a municipality has resolved to do, when, by whom, and what it is to bring."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiassess.domain.assessment import YEARS
from kiassess.domain.entries import (
    MOST_CENTS,
    MOST_DAYS,
    KeptEntry,
    refuse_blank,
    refuse_lists,
    refuse_numbers,
)
from kiassess.domain.kinds import LEVELS
from kiassess.marks import override

FRAME_ID = "frame"
STEPS = range(1, 8)  # of the way to a strategy
MOST_NEIGHBOURS = 1_000
LARGEST_KPI = 1e15


class PlanStatus(StrEnum):
    """How far a plan entry is."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"  # it is not done any more; the note says why


OPEN_STATUSES = frozenset({PlanStatus.PLANNED, PlanStatus.RUNNING})


def refuse_days(**days: date | None) -> None:
    """Refuse days outside our times; ``None`` is no day.

    Raises:
        ValueError: One lies outside; the sentence is its name.
    """
    for name, day in days.items():
        if day is not None and day.year not in YEARS:
            raise ValueError(name)


@dataclass(frozen=True, slots=True)
class Kpi:
    """The figure that shows whether something worked; its unit is part of the name.

    Attributes:
        name: What is counted, e.g. ``"geschulte Beschäftigte in %"``.
        start: Where it begins; ``None`` if nobody knows.
        target: Where it is to end.
        actual: Where it is now.
    """

    name: str = ""
    start: float | None = None
    target: float | None = None
    actual: float | None = None

    def __post_init__(self) -> None:
        values = {"start": self.start, "target": self.target, "actual": self.actual}
        refuse_numbers(least=-LARGEST_KPI, most=LARGEST_KPI, **values)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the council has decided.

    Attributes:
        day: When; ``None`` if nobody has said.
        text: What, or where it is found.
    """

    day: date | None = None
    text: str = ""

    def __post_init__(self) -> None:
        refuse_days(day=self.day)


@dataclass(frozen=True, slots=True)
class Aim:
    """An item that a plan entry is to move.

    Attributes:
        item_id: ``Item.id``.
        level: 0–4, as it was when the entry was made; ``None`` if it was not known.
        goal: The level wanted, 0–4; ``None`` for any rise.
    """

    item_id: str
    level: int | None = None
    goal: int | None = None

    def __post_init__(self) -> None:
        refuse_blank(self.item_id, "item_id")
        if any(one is not None and one not in LEVELS for one in (self.level, self.goal)):
            raise ValueError("level")


@dataclass(frozen=True, slots=True)
class PlanEntry(KeptEntry):
    """Something the municipality has resolved to do.

    Attributes:
        title: What it is called, as it was when it was taken over; never blank.
        measure_id: ``Measure.id`` of what was taken over, own measures included; ``""`` for
            what stands only in the plan.
        step: Of the seven to a strategy, 1–7; ``None`` for none of them.
        start: The first day.
        due: The last day; not before the first.
        responsible: Person or office in charge.
        days: Person-days; ``None`` if nobody has estimated them.
        cost_cents: Money paid to others, in cents; ``None`` if unknown.
        kpi: The figure that shows whether it worked.
        status: How far it is.
        note: Free text.
        decision: Of the council.
        after: Ids of the plan entries that come first; one that is not in the plan holds
            nothing up.
        aims: The items it is to move, each once.

    Raises:
        ValueError: A value lies outside, or values contradict each other; the sentence names it.
    """

    title: str
    measure_id: str = ""
    step: int | None = None
    start: date | None = None
    due: date | None = None
    responsible: str = ""
    days: float | None = None
    cost_cents: int | None = None
    kpi: Kpi = Kpi()
    status: PlanStatus = PlanStatus.PLANNED
    note: str = ""
    decision: Decision = Decision()
    after: tuple[str, ...] = ()
    aims: tuple[Aim, ...] = ()

    @override
    def __post_init__(self) -> None:
        KeptEntry.__post_init__(self)
        refuse_blank(self.title, "title")
        refuse_days(start=self.start, due=self.due)
        refuse_numbers(least=0, most=MOST_DAYS, days=self.days)
        refuse_numbers(least=0, most=MOST_CENTS, cost_cents=self.cost_cents)
        refuse_lists(after=self.after, aims=(aim.item_id for aim in self.aims))
        if self.step is not None and self.step not in STEPS:
            raise ValueError("step")
        if self.start and self.due and self.due < self.start:
            raise ValueError("due")
        if self.id in self.after:
            raise ValueError("after")

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status in OPEN_STATUSES


@dataclass(frozen=True, slots=True)
class PlanFrame(KeptEntry):
    """What the municipality can spend; there is one, with the id ``FRAME_ID``.

    Attributes:
        days_per_quarter: Person-days of all together in 90 days; ``None`` if nobody has said.
        days_per_person: Person-days of one person in 90 days.
        neighbours: How many municipalities beside this one work on it together.
    """

    id: str = FRAME_ID
    days_per_quarter: float | None = None
    days_per_person: float | None = None
    neighbours: int = 0

    @override
    def __post_init__(self) -> None:
        if self.id != FRAME_ID:
            raise ValueError("id")
        refuse_numbers(least=0, most=MOST_DAYS, days_per_quarter=self.days_per_quarter)
        refuse_numbers(least=0, most=MOST_DAYS, days_per_person=self.days_per_person)
        refuse_numbers(least=0, most=MOST_NEIGHBOURS, neighbours=self.neighbours)
