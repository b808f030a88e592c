"""What most of a group lacks, what would help most of them, and who shows how it is done.

Counted are municipalities, each once, as in the statistics of the comparison; a count over fewer
than five is not told.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kiassess.domain.anonymity import row_marks, shared, tellable_groups
from kiassess.domain.compared_round import Body, ComparedRound, body_of, latest_rounds
from kiassess.domain.comparison import Comparison
from kiassess.domain.gate_statuses import status_reader
from kiassess.domain.kinds import LEVELS, TOP_LEVEL
from kiassess.domain.levels_row import NOT_APPLICABLE, OPEN, UNKNOWN
from kiassess.domain.measures import Measure
from kiassess.domain.municipality import SizeClass
from kiassess.domain.profile import GateStatus
from kiassess.domain.questionnaire import GATE_LEVEL, Item
from kiassess.domain.statistics import MEDIAN_FROM


@dataclass(frozen=True, slots=True)
class GateCount:
    """How a minimum requirement stands in a group.

    Attributes:
        item: The gate.
        counts: Municipalities by status; all four are there.
    """

    item: Item
    counts: Mapping[GateStatus, int]

    @property
    def n(self) -> int:
        """All municipalities."""
        return sum(self.counts.values())

    @property
    def lacking(self) -> int:
        """Those that do not meet it, or do not know."""
        return self.counts[GateStatus.MISSING] + self.counts[GateStatus.UNCLEAR]

    @property
    def lacked_by_most(self) -> bool:
        """Whether more than half of those for whom it matters now lack it."""
        return self.lacking * 2 > self.n - self.counts[GateStatus.BEFORE_FIRST_USE]


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How an item stands in a group.

    Attributes:
        item: The item.
        levels: Municipalities at each level 0–4.
        below: Those with a level below what is usually good enough for their size; where
            nothing is said about that, and if nobody may be found out, below 2.
        unknown: Those that do not know or have not answered.
        not_applicable: Those it does not apply to.
    """

    item: Item
    levels: tuple[int, ...]
    below: int
    unknown: int
    not_applicable: int

    @property
    def answered(self) -> int:
        """Those with a level."""
        return sum(self.levels)

    @property
    def lacked_by_most(self) -> bool:
        """Whether more than half of those with a level are below what is good enough."""
        return self.below * 2 > self.answered


@dataclass(frozen=True, slots=True)
class MeasureCount:
    """A measure, and how many municipalities have an answer that calls for it."""

    measure: Measure
    helped: int
    n: int

    @property
    def helps_most(self) -> bool:
        """Whether it would help more than half of them."""
        return self.helped * 2 > self.n


@dataclass(frozen=True, slots=True)
class YearOfGates:
    """How the gates stood in one year.

    Attributes:
        year: Of the rounds.
        n: Municipalities with a round in it.
        met: How many of them met each gate, by ``Item.id``; ``None`` if they are fewer than five,
            or if it is not told for the sake of a few.
    """

    year: int
    n: int
    met: Mapping[str, int] | None


def gate_counts(comparison: Comparison) -> tuple[GateCount, ...]:
    """How the gates among the common items stand, in the order they are asked.

    Returns:
        Nothing if the group is too small.
    """
    if len(comparison.counted) < MEDIAN_FROM:
        return ()
    gates = (item for item in comparison.items if item.gate)
    return tuple(_gate_count(comparison, item, comparison.counted) for item in gates)


def item_counts(comparison: Comparison, *, anonymous: bool = False) -> tuple[ItemCount, ...]:
    """How the common items stand, in the order they are asked.

    Args:
        comparison: The comparison.
        anonymous: Whether nobody may be found out: then all are measured alike, because what is
            good enough for the only large one would give its level away.

    Returns:
        Without the items that fewer than five have answered with a level.
    """
    places: dict[SizeClass | None, list[int]] = {}
    for at in comparison.counted:
        size = None if anonymous else comparison.chosen[at].size_class
        places.setdefault(size, []).append(at)
    counts = (_item_count(comparison, item, places) for item in comparison.items)
    return tuple(count for count in counts if count.answered >= MEDIAN_FROM)


def measure_counts(
    comparison: Comparison, measures: Mapping[str, Measure]
) -> tuple[MeasureCount, ...]:
    """The measures that would help, those that help most municipalities first.

    A measure helps where a known level of a common item is below what its trigger names. Measures
    that depend on a circumstance are left out: whether it is the case is not known here.

    Returns:
        Nothing if the group is too small; of measures that help equally many, the order stays.
    """
    counted, n = comparison.counted, len(comparison.counted)
    if n < MEDIAN_FROM:
        return ()
    columns = {item.id: _pick(comparison.columns[item.id], counted) for item in comparison.items}
    found = []
    for measure in measures.values():
        pulled = 0
        for trigger in measure.triggers:
            if trigger.item_id in columns:
                below = columns[trigger.item_id].translate(_below(trigger.below))
                pulled |= int.from_bytes(below, "little")
        helped = pulled.bit_count()
        if helped and measure.circumstance is None:
            found.append(MeasureCount(measure, helped, n))
    return tuple(sorted(found, key=lambda count: -count.helped))


def at_the_top(comparison: Comparison, item_id: str) -> tuple[ComparedRound, ...]:
    """Who is at level 4 in an item: best practice inside the group, in the order given."""
    column = comparison.columns[item_id]
    return tuple(comparison.chosen[at] for at in comparison.counted if column[at] == TOP_LEVEL)


def gates_over_time(
    comparison: Comparison,
    *,
    anonymous: bool = False,
    rows: Sequence[ComparedRound] | None = None,
) -> tuple[YearOfGates, ...]:
    """How many municipalities met each gate, year by year, the oldest first.

    In a year each counts once, with its latest round in it.

    Args:
        comparison: The comparison.
        anonymous: Whether nobody may be found out: then a year is not told either if fewer than
            five could be worked out from it, the other years and what is told of the whole.
        rows: What is told row by row beside it, see ``anonymity.anonymous_choice``; ``None`` if
            it is what is compared.
    """
    gates = [item for item in comparison.items if item.gate]
    years = _by_year(comparison)
    told = [True] * len(years)
    if anonymous:
        beside = comparison.chosen if rows is None else rows
        told = _tellable_years(comparison, years.values(), beside)
    found = []
    for (year, counted), fine in zip(years.items(), told, strict=True):
        met = {
            item.id: _gate_count(comparison, item, counted).counts[GateStatus.MET]
            for item in gates
            if fine and len(counted) >= MEDIAN_FROM
        }
        found.append(YearOfGates(year, len(counted), met or None))
    return tuple(found)


def _by_year(comparison: Comparison) -> dict[int, list[int]]:
    """The places of the latest round of each municipality in each year, the oldest year first."""
    years: dict[int, list[int]] = {}
    for at, one in enumerate(comparison.chosen):
        years.setdefault(one.round_date.year, []).append(at)
    return {
        year: [places[at] for at in latest_rounds([comparison.chosen[at] for at in places])]
        for year, places in sorted(years.items())
    }


def _tellable_years(
    comparison: Comparison, years: Iterable[Sequence[int]], rows: Sequence[ComparedRound]
) -> list[bool]:
    """Which years may be told beside the whole and the rows: nobody is found where they cross."""
    groups = [comparison.counted, *years]
    bodies = [body_of(one.municipality) for one in comparison.chosen]
    towns = [{bodies[at] for at in places} for places in groups]
    by_round, by_body = tellable_groups(groups), tellable_groups(towns)
    marks: dict[Body, Hashable] = {**row_marks(rows)}
    told = []
    for year, *sums in list(zip(towns, by_round, by_body, strict=True))[1:]:
        crossed: dict[Body, Hashable] = {body: (mark, body in year) for body, mark in marks.items()}
        fine = all(sums) and shared(crossed.values())
        marks = crossed if fine else marks
        told.append(fine)
    return told


def _gate_count(comparison: Comparison, item: Item, places: Iterable[int]) -> GateCount:
    column, chosen = comparison.columns[item.id], comparison.chosen
    status = status_reader(item)
    counts = dict.fromkeys(GateStatus, 0)
    for at in places:
        counts[status(column[at], chosen[at].ai_in_use)] += 1
    return GateCount(item, counts)


def _item_count(
    comparison: Comparison, item: Item, places: Mapping[SizeClass | None, Sequence[int]]
) -> ItemCount:
    levels, below, unknown, excluded = [0] * len(LEVELS), 0, 0, 0
    for size, found in places.items():
        column = _pick(comparison.columns[item.id], found)
        enough = GATE_LEVEL if size is None else item.targets.get(size, GATE_LEVEL)
        for level in LEVELS:
            count = column.count(level)
            levels[level] += count
            below += count if level < enough else 0
        unknown += column.count(UNKNOWN) + column.count(OPEN)
        excluded += column.count(NOT_APPLICABLE)
    return ItemCount(item, tuple(levels), below, unknown, excluded)


def _pick(column: bytes, places: Sequence[int]) -> bytes:
    if len(places) == len(column):
        return column
    return bytes(map(column.__getitem__, places))


@cache
def _below(level: int) -> bytes:
    """Turns a byte of a row into 1 where the level is below, else into 0."""
    return bytes(sign < level for sign in range(256))
