"""What does not go together in a plan: the order of its entries, and what people can do."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiassess.domain.planning import PlanEntry, PlanFrame, PlanStatus

QUARTER_DAYS = 90  # for which the frame says what can be spent
MONTHS_IN_QUARTER = 3
WORKDAYS = range(5)  # of ``date.weekday``
ALL = ""  # stands for all people together
_ROUNDING = 1e-9  # days: sums of shares are not exact


class OrderProblem(StrEnum):
    """Why an entry cannot follow another."""

    TOO_EARLY = "too_early"  # it begins before the other one is due
    DROPPED = "dropped"  # the other one is not done any more
    CIRCLE = "circle"  # the other one waits for it as well


@dataclass(frozen=True, slots=True)
class OrderWarning:
    """Two entries of which one is to come after the other, and cannot.

    Attributes:
        entry: The later one.
        earlier: What it waits for.
        problem: Why it cannot follow.
    """

    entry: PlanEntry
    earlier: PlanEntry
    problem: OrderProblem


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year.

    Attributes:
        year: The year.
        number: 1–4.
    """

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter a day lies in."""
        return cls(day.year, (day.month - 1) // MONTHS_IN_QUARTER + 1)


@dataclass(frozen=True, slots=True)
class Overload:
    """A quarter with more work than there is time for.

    Attributes:
        quarter: Which one.
        person: Whose time; ``ALL`` for everybody's.
        days: Person-days planned.
        capacity: Person-days there are.
        entries: What is planned then, in the order of the plan.
    """

    quarter: Quarter
    person: str
    days: float
    capacity: float
    entries: tuple[PlanEntry, ...]


def order_warnings(plan: Mapping[str, PlanEntry]) -> tuple[OrderWarning, ...]:
    """Where entries cannot follow those they wait for.

    What is done, or not done any more, waits for nothing; what is done holds nothing up. Two
    that wait for each other are told once.
    """
    found: dict[tuple[str, str], OrderWarning] = {}
    for entry in plan.values():
        for earlier in _awaited(entry, plan):
            problem = _problem(entry, earlier, plan)
            told = problem is OrderProblem.CIRCLE and (earlier.id, entry.id) in found
            if problem is not None and not told:
                found[entry.id, earlier.id] = OrderWarning(entry, earlier, problem)
    return tuple(found.values())


def in_order(plan: Mapping[str, PlanEntry]) -> tuple[PlanEntry, ...]:
    """All entries by their beginning, none before one it waits for.

    Entries without a first day count by their last one; those without any day come last. In a
    circle the earliest goes first.
    """
    waiting = sorted(plan.values(), key=_when)
    placed: dict[str, PlanEntry] = {}
    while waiting:
        ids = {entry.id for entry in waiting}
        free = (entry for entry in waiting if not ids.intersection(entry.after))
        entry = next(free, waiting[0])
        placed[entry.id] = entry
        waiting.remove(entry)
    return tuple(placed.values())


def load(entry: PlanEntry) -> dict[Quarter, float]:
    """The person-days of an entry by quarter, spread evenly over the workdays it lasts.

    Nothing for an entry that is done or dropped, or of which days or effort are unknown. One that
    lasts over a weekend only is done then.
    """
    if not entry.is_open or entry.days is None or entry.start is None or entry.due is None:
        return {}
    days = _days(entry.start, entry.due)
    if not any(days.values()):
        days = _days(entry.start, entry.due, weekends=True)
    whole = sum(days.values())
    return {quarter: entry.days * n / whole for quarter, n in days.items() if n}


def overloads(plan: Mapping[str, PlanEntry], frame: PlanFrame) -> tuple[Overload, ...]:
    """The quarters in which more is planned than people can do, the earliest first.

    Nobody is overloaded as long as the frame does not say what there is. People are told apart by
    their names, in any case.
    """
    days: dict[tuple[Quarter, str], float] = defaultdict(float)
    entries: dict[tuple[Quarter, str], list[PlanEntry]] = defaultdict(list)
    names: dict[str, str] = {ALL: ALL}
    for entry in in_order(plan):
        person = " ".join(entry.responsible.split())
        names.setdefault(person.casefold(), person)
        for quarter, share in load(entry).items():
            for who in {ALL, person.casefold()}:
                days[quarter, who] += share
                entries[quarter, who].append(entry)
    found = []
    for quarter, who in sorted(days):
        limit = frame.days_per_quarter if who == ALL else frame.days_per_person
        if limit is not None and days[quarter, who] > limit + _ROUNDING:
            planned = tuple(entries[quarter, who])
            found.append(Overload(quarter, names[who], days[quarter, who], limit, planned))
    return tuple(found)


def unplaced(plan: Mapping[str, PlanEntry]) -> tuple[PlanEntry, ...]:
    """What is still to be done and counts in no quarter: days or effort are missing."""
    return tuple(entry for entry in in_order(plan) if entry.is_open and not load(entry))


def _awaited(entry: PlanEntry, plan: Mapping[str, PlanEntry]) -> Iterator[PlanEntry]:
    if entry.is_open:
        found = (plan[key] for key in entry.after if key in plan)
        yield from (one for one in found if one.status is not PlanStatus.DONE)


def _problem(
    entry: PlanEntry, earlier: PlanEntry, plan: Mapping[str, PlanEntry]
) -> OrderProblem | None:
    if _waits_for(earlier, entry.id, plan):
        return OrderProblem.CIRCLE
    if earlier.status is PlanStatus.DROPPED:
        return OrderProblem.DROPPED
    if entry.start is not None and earlier.due is not None and entry.start < earlier.due:
        return OrderProblem.TOO_EARLY
    return None


def _waits_for(entry: PlanEntry, other_id: str, plan: Mapping[str, PlanEntry]) -> bool:
    """Whether an entry waits for another one, directly or not."""
    known, waiting = {entry.id}, [entry]
    while waiting:
        for key in waiting.pop().after:
            if key == other_id:
                return True
            if key in plan and key not in known:
                known.add(key)
                waiting.append(plan[key])
    return False


def _when(entry: PlanEntry) -> tuple[date, date, str, str]:
    start = entry.start or entry.due or date.max
    return start, entry.due or start, entry.title.casefold(), entry.id


def _days(start: date, due: date, *, weekends: bool = False) -> dict[Quarter, int]:
    """The workdays from the first to the last day, both included, by quarter."""
    found: dict[Quarter, int] = {}
    begin = start
    while begin <= due:
        quarter = Quarter.of(begin)
        end = min(due, _last_day(quarter))
        found[quarter] = (end - begin).days + 1 if weekends else _workdays(begin, end)
        begin = end + timedelta(days=1)
    return found


def _last_day(quarter: Quarter) -> date:
    month = quarter.number * MONTHS_IN_QUARTER
    after = date(quarter.year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)


def _workdays(first: date, last: date) -> int:
    """Mondays to Fridays between two days, both included."""
    weeks, rest = divmod((last - first).days + 1, 7)
    left = ((first.weekday() + n) % 7 for n in range(rest))
    return weeks * len(WORKDAYS) + sum(day in WORKDAYS for day in left)
