"""What to do now, within a year and later: the measures that fit, in three buckets and in order.

The rules, for the measures that fire (``firing``):

* value = need × benefit. Worth = value / effort factor (1, 2, 4, 8, 16).
* Immediate (up to 90 days): the ways to minimum requirements that are not met, and the quick wins
  whose prerequisites are all done.
* Within a year: of the others those whose worth lies in the upper half, which is the median or
  more. Later: the rest. Generic measures are compared with generic ones only, because nobody has
  estimated them, and have to lie above their median: there may be dozens of the same worth.
* An open prerequisite lies in the bucket of what needs it or in an earlier one.
* Within a bucket the ways to minimum requirements come first, then what is worth more, then the
  order of the catalogue; but what has to be done before comes before.
* Where the person-days for the immediate bucket are limited, they are given away in that order, to
  a measure together with its open prerequisites or not at all. What is left over stays in its
  bucket and is marked: it does not fit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.effort import FACTORS, HALF_DAYS, Scale
from kiassess.domain.firing import (
    Firing,
    Ground,
    Reason,
    Situation,
    Standing,
    all_done,
    with_standing,
)
from kiassess.domain.measures import Effort, Measure, is_quick_win
from kiassess.domain.next_level import is_generic

MOST_FIRST = 6  # so many can be taken in at a glance


class Bucket(StrEnum):
    """When to do something; a rough order, no ranking."""

    IMMEDIATE = "immediate"  # within 90 days
    YEAR = "year"  # within twelve months
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A measure that fits, with when and why.

    Attributes:
        measure: What to do; of the catalogue, or generic.
        bucket: When.
        why: The answers that make it fit.
        need: How much is missing, at least 1.
        days: Person-days for this municipality, unrounded.
        gate: Whether it is the way to a minimum requirement that is not met.
        quick_win: Whether little effort brings much and it can be begun now.
        prerequisites: How each stands, by ``Measure.id``.
        needed_for: ``Measure.id`` of the recommended measures it is a prerequisite of.
        fits: Whether the person-days are enough for it; always outside the immediate bucket.
    """

    measure: Measure
    bucket: Bucket
    why: tuple[Reason, ...]
    need: int
    days: float
    gate: bool
    quick_win: bool
    prerequisites: Mapping[str, Standing]
    needed_for: tuple[str, ...] = ()
    fits: bool = True

    @property
    def value(self) -> int:
        """Need × benefit."""
        return self.need * self.measure.benefit

    @property
    def worth(self) -> float:
        """Value / effort factor."""
        return self.value / FACTORS[self.measure.effort]

    @property
    def generic(self) -> bool:
        """Whether it is a next level, for which nobody has estimated anything."""
        return is_generic(self.measure.id)

    @property
    def open_prerequisites(self) -> tuple[str, ...]:
        """What has to be done before."""
        return with_standing(self.prerequisites, Standing.OPEN)

    @property
    def unclear_prerequisites(self) -> tuple[str, ...]:
        """Of what nobody knows whether it is done."""
        return with_standing(self.prerequisites, Standing.UNCLEAR)


Found = Mapping[str, Recommendation]  # by ``Measure.id``


def recommend(
    opened: OpenAssessment, measures: Mapping[str, Measure], situation: Situation
) -> tuple[Recommendation, ...]:
    """The measures that fit, bucket by bucket in the order to do them.

    Args:
        opened: The assessment, in any extent: the quick check knows levels, too.
        measures: The catalogue and what the municipality has added, without a cycle.
        situation: What is known beside the answers.
    """
    ground = Ground(opened, measures, situation)
    scale = Scale(opened.assessment.municipality.population, situation.neighbours)
    made = [_recommendation(one, ground, scale) for one in ground.firings()]
    found = {one.measure.id: one for one in _halved(made)}
    found = _with_needs(_pulled(found))
    ordered = _ordered(found)
    if situation.days is None:
        return ordered
    fitting = _fitting(found, scale.half_days_within(situation.days))
    return tuple(
        replace(one, fits=one.bucket is not Bucket.IMMEDIATE or one.measure.id in fitting)
        for one in ordered
    )


def shown_first(recommendations: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    """What to show before everything else: at most six, without what does not fit."""
    return tuple(one for one in recommendations if one.fits)[:MOST_FIRST]


def in_bucket(
    recommendations: Iterable[Recommendation], bucket: Bucket
) -> tuple[Recommendation, ...]:
    """Those of one bucket, in their order."""
    return tuple(one for one in recommendations if one.bucket is bucket)


def _recommendation(firing: Firing, ground: Ground, scale: Scale) -> Recommendation:
    measure = firing.measure
    before = ground.standings(measure)
    quick = not is_generic(measure.id) and is_quick_win(measure, ground.measures)
    quick_win = quick and all_done(before)
    return Recommendation(
        measure=measure,
        bucket=Bucket.IMMEDIATE if firing.gate or quick_win else Bucket.LATER,
        why=firing.why,
        need=firing.need,
        days=scale.days_of(measure.effort),
        gate=firing.gate,
        quick_win=quick_win,
        prerequisites=before,
    )


def _halved(made: Sequence[Recommendation]) -> Iterator[Recommendation]:
    """What is not immediate, divided by its worth into within a year and later."""
    waiting = [one for one in made if one.bucket is not Bucket.IMMEDIATE]
    medians = {
        generic: _twice_the_median([_rank(one) for one in waiting if one.generic is generic])
        for generic in (False, True)
    }
    for one in made:
        least = medians[one.generic] + one.generic  # a generic one has to lie above
        upper = one.bucket is not Bucket.IMMEDIATE and 2 * _rank(one) >= least
        yield replace(one, bucket=Bucket.YEAR) if upper else one


def _twice_the_median(ranks: list[int]) -> int:
    """A whole number, whatever lies in the middle; 0 without any."""
    ordered = sorted(ranks)
    half = len(ordered) // 2
    return ordered[half] + ordered[-half - 1] if ordered else 0


def _rank(one: Recommendation) -> int:
    """The worth as a whole number: in sixteenths, of which every factor is a part."""
    return one.value * FACTORS[Effort.XL] // FACTORS[one.measure.effort]


def _pulled(found: Found) -> dict[str, Recommendation]:
    """Every open prerequisite in the bucket of what needs it, or in an earlier one."""
    order = list(Bucket)
    buckets = {name: order.index(one.bucket) for name, one in found.items()}
    for name, one in found.items():
        for before in _with_open(name, found):
            buckets[before] = min(buckets[before], order.index(one.bucket))
    return {name: replace(one, bucket=order[buckets[name]]) for name, one in found.items()}


def _with_open(name: str, found: Found) -> dict[str, None]:
    """A measure after everything open that has to be done before it, each once."""
    met: dict[str, None] = {}

    def meet(one: str) -> None:
        for before in found[one].open_prerequisites:
            if before in found and before not in met:
                meet(before)
        met[one] = None

    meet(name)
    return met


def _with_needs(found: Found) -> dict[str, Recommendation]:
    """Each with what it is needed for."""
    needing: dict[str, list[str]] = {}
    for name, one in found.items():
        for before in one.open_prerequisites:
            needing.setdefault(before, []).append(name)
    return {
        name: replace(one, needed_for=tuple(needing.get(name, ()))) for name, one in found.items()
    }


def _ordered(found: Found) -> tuple[Recommendation, ...]:
    place = {name: at for at, name in enumerate(found)}
    order = list(Bucket)

    def first(one: Recommendation) -> tuple[int, bool, int, int]:
        return order.index(one.bucket), not one.gate, -_rank(one), place[one.measure.id]

    met: dict[str, None] = {}
    for one in sorted(found.values(), key=first):
        met |= {
            name: None
            for name in _with_open(one.measure.id, found)
            if found[name].bucket is one.bucket
        }
    return tuple(found[name] for name in met)


def _fitting(found: Found, half_days: int) -> set[str]:
    """What the half days are enough for, given away in the order to begin with."""
    taken: set[str] = set()
    for one in sorted(found.values(), key=lambda one: (not one.gate, -_rank(one))):
        if one.bucket is not Bucket.IMMEDIATE:
            continue
        wanted = _with_open(one.measure.id, found).keys() - taken
        asked = sum(HALF_DAYS[found[name].measure.effort] for name in wanted)
        if asked <= half_days:
            taken |= wanted
            half_days -= asked
    return taken
