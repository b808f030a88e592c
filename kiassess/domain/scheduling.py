"""Days for what has none in a plan yet: in order, from a Monday on, within what people can do.

The lengths are conventions, no findings: beside its daily work a municipality gets through two
person-days a week with one thing, and with all of them together unless it says what it has. A thing
takes at least two weeks. What is urgent begins at once, what belongs into the year after a quarter,
the rest after a year.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from math import ceil
from typing import TypeAlias

from kiassess.domain.assessment import YEARS
from kiassess.domain.plan_checks import ALL, in_order
from kiassess.domain.planning import PlanEntry, PlanFrame
from kiassess.domain.recommending import Bucket

DAYS_A_WEEK = 2.0  # person-days, see above
LEAST_WEEKS = 2
UNKNOWN_WEEKS = 4  # for what nobody has estimated
LATEST_WEEKS = 104  # so far ahead a place is looked for, and so long something takes at most
WEEKS_IN_QUARTER = 66 / 5  # no quarter has more workdays
WAITS = {Bucket.IMMEDIATE: 0, Bucket.YEAR: 13, Bucket.LATER: 52}  # weeks until it begins
FRIDAY = timedelta(days=4)
WEEK = timedelta(weeks=1)
FARTHEST = 520 * WEEK  # what could only be done later gets no days
LAST_DAY = date(YEARS[-1], 12, 31)
_ROUNDING = 1e-9  # person-days

Used: TypeAlias = dict[tuple[date, str], float]  # by the Monday of a week, and person


def next_monday(day: date) -> date:
    """The first Monday after a day."""
    return day + timedelta(days=7 - day.weekday())


def weeks_for(entry: PlanEntry, frame: PlanFrame) -> int:
    """How many weeks an entry takes, at least as many as what people can do allows."""
    if entry.days is None:
        return UNKNOWN_WEEKS
    pace = min([DAYS_A_WEEK, *(limit for limit in _limits(entry, frame).values() if limit)])
    weeks = min(entry.days / pace, LATEST_WEEKS)
    return max(ceil(weeks - _ROUNDING), LEAST_WEEKS)


def suggest_days(
    plan: Mapping[str, PlanEntry],
    frame: PlanFrame,
    *,
    today: date,
    buckets: Mapping[str, Bucket],
    only: Collection[str] | None = None,
) -> tuple[PlanEntry, ...]:
    """Give days to the open entries that lack a first or a last one.

    Nothing begins before what it waits for is due. Nothing is put where more would be planned than
    people can do, unless there is no such place within two years: then where least is planned. A
    day that is there stays.

    Args:
        plan: The plan by the ids of its entries.
        frame: What people can do.
        today: Everything begins after it.
        buckets: When measures are recommended, by ``Measure.id`` in the order to do them.
        only: Ids of the entries that may get days; ``None`` for all.

    Returns:
        The entries that got days, in the order of their places.
    """
    placed = dict(plan)
    rank = {measure: number for number, measure in enumerate(buckets)}
    waiting = [
        one
        for one in in_order(plan)
        if one.is_open
        and (one.start is None or one.due is None)
        and (only is None or one.id in only)
    ]
    waiting.sort(key=lambda one: rank.get(one.measure_id, len(rank)))
    found = []
    while waiting:
        ids = {one.id for one in waiting}
        entry = next((one for one in waiting if not ids.intersection(one.after)), waiting[0])
        waiting.remove(entry)
        bucket = buckets.get(entry.measure_id, Bucket.IMMEDIATE)
        begin = next_monday(today) + WEEK * WAITS[bucket]
        dated = _dated(entry, placed, frame, begin)
        if dated.due is not None and dated.due <= max(today + FARTHEST, entry.due or today):
            placed[dated.id] = dated
            found.append(dated)
    return tuple(found)


def _dated(
    entry: PlanEntry, placed: Mapping[str, PlanEntry], frame: PlanFrame, begin: date
) -> PlanEntry:
    """An entry with both days; the one it has stays."""
    lasts = WEEK * (weeks_for(entry, frame) - 1) + FRIDAY
    if entry.start is not None:
        return replace(entry, due=min(entry.start + lasts, LAST_DAY))
    first = min(max((begin, *_free_after(entry, placed))), LAST_DAY - 3 * LATEST_WEEKS * WEEK)
    if entry.due is not None:
        back = entry.due - lasts
        monday = back - timedelta(days=back.weekday())
        return replace(entry, start=min(max(monday, first), entry.due))
    used = _used(placed)
    days = (first + WEEK * number for number in range(LATEST_WEEKS))
    tries = [replace(entry, start=day, due=day + lasts) for day in days]
    limits = _limits(entry, frame)
    fitting = (one for one in tries if _fits(one, used, limits))
    return next(fitting, None) or min(tries, key=lambda one: _peak(one, used))


def _free_after(entry: PlanEntry, placed: Mapping[str, PlanEntry]) -> tuple[date, ...]:
    """The Mondays after everything it waits for is due."""
    awaited = (placed[key] for key in entry.after if key in placed)
    return tuple(next_monday(one.due) for one in awaited if one.is_open and one.due is not None)


def _limits(entry: PlanEntry, frame: PlanFrame) -> dict[str, float]:
    """Person-days a week of everybody together, and of who is responsible if that is known."""
    whole = frame.days_per_quarter
    limits = {ALL: DAYS_A_WEEK if whole is None else whole / WEEKS_IN_QUARTER}
    if _person(entry) and frame.days_per_person is not None:
        limits[_person(entry)] = frame.days_per_person / WEEKS_IN_QUARTER
    return limits


def _used(placed: Mapping[str, PlanEntry]) -> Used:
    """Person-days that are planned already."""
    used: Used = defaultdict(float)
    for entry in placed.values():
        for monday, share in _load(entry).items():
            for who in {ALL, _person(entry)}:
                used[monday, who] += share
    return used


def _load(entry: PlanEntry) -> dict[date, float]:
    """The person-days of an open entry by the Mondays of its weeks, evenly over its days."""
    if not entry.is_open or not entry.days or entry.start is None or entry.due is None:
        return {}
    monday = entry.start - timedelta(days=entry.start.weekday())
    found: dict[date, int] = {}
    while monday <= entry.due:
        first, last = max(monday, entry.start), min(monday + FRIDAY, entry.due)
        found[monday] = max(0, (last - first).days + 1)
        monday += WEEK
    whole = sum(found.values())
    if not whole:  # at a weekend
        return {day: entry.days / len(found) for day in found}
    return {day: entry.days * n / whole for day, n in found.items() if n}


def _fits(entry: PlanEntry, used: Used, limits: Mapping[str, float]) -> bool:
    return all(
        used.get((monday, who), 0) + share <= limit + _ROUNDING
        for monday, share in _load(entry).items()
        for who, limit in limits.items()
    )


def _peak(entry: PlanEntry, used: Used) -> float:
    """The most that would be planned in a week of an entry, for everybody together."""
    return max((used.get((day, ALL), 0) + share for day, share in _load(entry).items()), default=0)


def _person(entry: PlanEntry) -> str:
    return " ".join(entry.responsible.split()).casefold()
