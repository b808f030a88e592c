"""The plan over two years: which entries are seen in which quarter, by the steps to a strategy."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiassess.domain.plan_checks import MONTHS_IN_QUARTER, Quarter, in_order
from kiassess.domain.planning import STEPS, PlanEntry

QUARTERS = 8
MM_PER_INCH = 25.4
BORDER_MM = 15  # of paper, on every side


class PlanPaper(StrEnum):
    """The sheets a roadmap goes on, all of them broader than high."""

    A4 = "a4"
    A3 = "a3"

    @property
    def room_in(self) -> tuple[float, float]:
        """Width and height within the border, in inches."""
        wide, tall = (297, 210) if self is PlanPaper.A4 else (420, 297)
        border = 2 * BORDER_MM
        return (wide - border) / MM_PER_INCH, (tall - border) / MM_PER_INCH


@dataclass(frozen=True, slots=True)
class Bar:
    """An entry with its place in time.

    Attributes:
        entry: The entry.
        start: Its first day, or its last where nobody knows when it begins.
        due: Its last day, or its first where nobody knows when it is due.
    """

    entry: PlanEntry
    start: date
    due: date


@dataclass(frozen=True, slots=True)
class Lane:
    """The entries of one step.

    Attributes:
        step: 1–7; ``None`` for what belongs to none.
        bars: At least one, by their beginning.
    """

    step: int | None
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """What of a plan lies within two years.

    Attributes:
        first: The first day shown, the first of a quarter.
        last: The last day shown.
        quarters: The eight quarters shown.
        today: The day that is marked.
        lanes: By step, those without entries left out; what belongs to no step is the last.
        past: Entries that ended before.
        later: Entries that begin afterwards.
        undated: Entries without any day.
    """

    first: date
    last: date
    quarters: tuple[Quarter, ...]
    today: date
    lanes: tuple[Lane, ...]
    past: tuple[PlanEntry, ...] = ()
    later: tuple[PlanEntry, ...] = ()
    undated: tuple[PlanEntry, ...] = ()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, lane by lane."""
        return tuple(bar for lane in self.lanes for bar in lane.bars)

    def share(self, day: date) -> float:
        """Where a day lies between the first and the last one shown, 0.0–1.0 for those shown."""
        return (day - self.first).days / ((self.last - self.first).days + 1)

    @property
    def entries(self) -> tuple[PlanEntry, ...]:
        """All entries of the plan, those that are not drawn last."""
        drawn = (bar.entry for bar in self.bars)
        return (*drawn, *self.past, *self.later, *self.undated)


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan as it is drawn.

    Attributes:
        roadmap: What lies when.
        steps: What the steps are called, by number; a missing one is told by its number.
        place: Whose plan it is.
    """

    roadmap: Roadmap
    steps: Mapping[int, str]
    place: str = ""


def first_day(quarter: Quarter) -> date:
    """The first day of a quarter."""
    return date(quarter.year, (quarter.number - 1) * MONTHS_IN_QUARTER + 1, 1)


def make_roadmap(plan: Mapping[str, PlanEntry], today: date) -> Roadmap:
    """The two years that begin with the quarter of a day."""
    this = Quarter.of(today)
    quarters = tuple(_after(this, number) for number in range(QUARTERS))
    first = first_day(this)
    last = first_day(_after(this, QUARTERS)) - timedelta(days=1)
    bars: dict[int | None, list[Bar]] = {step: [] for step in (*STEPS, None)}
    past, later, undated = [], [], []
    for entry in in_order(plan):
        start, due = entry.start or entry.due, entry.due or entry.start
        if start is None or due is None:
            undated.append(entry)
        elif due < first:
            past.append(entry)
        elif start > last:
            later.append(entry)
        else:
            bars[entry.step].append(Bar(entry, start, due))
    return Roadmap(
        first=first,
        last=last,
        quarters=quarters,
        today=today,
        lanes=tuple(Lane(step, tuple(found)) for step, found in bars.items() if found),
        past=tuple(past),
        later=tuple(later),
        undated=tuple(undated),
    )


def _after(quarter: Quarter, number: int) -> Quarter:
    """The quarter so many quarters later."""
    years, index = divmod(quarter.number - 1 + number, 4)
    return Quarter(quarter.year + years, index + 1)
