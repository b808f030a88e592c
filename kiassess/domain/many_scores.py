"""Scores of many assessments at once, by the rules of ``scoring`` and to the last digit.

The levels of one item in all assessments are a column of bytes. Adding up columns one assessment
at a time would take seconds for tens of thousands; here each column becomes one large whole number
with 16 bits for each assessment, and whole numbers are added at the speed of the processor.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce

from kiassess.domain.kinds import LEVELS, TOP_LEVEL
from kiassess.domain.levels_row import NOT_APPLICABLE, NOT_ASKED
from kiassess.domain.questionnaire import BuildingBlock, Item
from kiassess.domain.scoring import (
    COVERAGE_PERCENT,
    FACET_ITEMS,
    LIMITED_PERCENT,
    Score,
    counts_as_half,
)

WIDTH = 2  # bytes for each sum
HALF = 256**WIDTH // 2
HIGHEST_BIT = bytes(byte >> 7 for byte in range(256))
MOST_WEIGHT = HALF // TOP_LEVEL  # of all items of a part: then nothing below can overflow
TIMES = 100 // LIMITED_PERCENT - 1  # so many times what does not apply is more than what does
NATIVE = memoryview(b"\1\0").cast("H")[0] == 1  # the processor counts as we pack; nearly all do

Columns = Mapping[str, bytes]  # by item id; the n-th byte belongs to the n-th assessment


class Counts:
    """A whole number for each assessment, 0–65535."""

    __slots__ = ("packed",)

    def __init__(self, packed: bytes) -> None:
        self.packed = packed

    def __len__(self) -> int:
        return len(self.packed) // WIDTH

    def __iter__(self) -> Iterator[int]:
        low, high = self.packed[::WIDTH], self.packed[1::WIDTH]
        if not any(high):
            return iter(low)
        if NATIVE:
            return iter(memoryview(self.packed).cast("H"))
        return (one | other << 8 for one, other in zip(low, high, strict=True))

    def __add__(self, other: "Counts") -> "Counts":
        both = (int.from_bytes(counts.packed, "little") for counts in (self, other))
        return Counts(sum(both).to_bytes(len(self.packed), "little"))

    def __getitem__(self, at: int) -> int:
        return int.from_bytes(self.packed[at * WIDTH : at * WIDTH + WIDTH], "little")


@dataclass(frozen=True, slots=True)
class Sums:
    """What the score of some items is made of, for each assessment.

    Attributes:
        points: Σ w·level over the answered items.
        answered: Σ w of the answered items.
        applicable: Σ w of the items that apply.
        excluded: Σ w of the items that do not.
        n_items: Number of items that apply.
    """

    points: Counts
    answered: Counts
    applicable: Counts
    excluded: Counts
    n_items: Counts

    def values(self) -> list[float | None]:
        """Σ w·level / Σ w for each assessment, ``None`` below the coverage needed."""
        return [
            points / answered
            if answered and answered * 100 >= COVERAGE_PERCENT * applicable
            else None
            for points, answered, applicable in zip(
                self.points, self.answered, self.applicable, strict=True
            )
        ]

    def score(self, at: int) -> Score:
        """The score of one assessment."""
        points, answered, total = self.points[at], self.answered[at], self.applicable[at]
        if not total:
            return Score(None, None, None, None, 0)
        enough = answered * 100 >= COVERAGE_PERCENT * total
        return Score(
            value=points / answered if enough else None,
            low=points / total,
            high=(points + TOP_LEVEL * (total - answered)) / total,
            coverage=answered / total,
            n_items=self.n_items[at],
        )


@dataclass(frozen=True, slots=True)
class ManyScores:
    """One building block or area in many assessments.

    Attributes:
        id: ``BuildingBlock.id`` or ``Area.id``.
        pooled: What all its items add up to.
        facets: The same of each half of a double block; else empty.
        values: In levels, 0.0–4.0; ``None`` below the coverage needed.
        limited: Whether more than 25 % of the weight is not applicable.
    """

    id: str
    pooled: Sums
    facets: tuple[Sums, ...]
    values: tuple[float | None, ...]
    limited: tuple[bool, ...]

    def score(self, at: int) -> Score:
        """Value, band and coverage of one assessment."""
        pooled = self.pooled.score(at)
        halves = [facet.score(at) for facet in self.facets]
        if not halves or not all(counts_as_half(half) for half in halves):
            return pooled
        return Score(
            value=self.values[at],
            low=sum(half.low or 0.0 for half in halves) / len(halves),
            high=sum(half.high or 0.0 for half in halves) / len(halves),
            coverage=pooled.coverage,
            n_items=pooled.n_items,
        )


def score_blocks(
    blocks: Iterable[BuildingBlock], items: Sequence[Item], columns: Columns, n: int
) -> tuple[ManyScores, ...]:
    """Score building blocks in many assessments; the same as ``scoring.score_block`` of each.

    Args:
        blocks: The blocks with their facets.
        items: The items compared.
        columns: The levels of those items.
        n: Number of assessments.
    """
    return tuple(_block(block, items, columns, n) for block in blocks)


def score_items(part_id: str, items: Iterable[Item], columns: Columns, n: int) -> ManyScores:
    """The plain mean of items that count alike, as of an area; see ``scoring.score_area``."""
    return _many(part_id, _sums([(columns[item.id], 1) for item in items], n), ())


def _block(block: BuildingBlock, items: Sequence[Item], columns: Columns, n: int) -> ManyScores:
    fed = [
        (c.facet_id, columns[item.id], c.weight)
        for item in items
        for c in item.contributions
        if c.block_id == block.id
    ]
    if sum(weight for _, _, weight in fed) > MOST_WEIGHT:
        raise ValueError("too many items for one sum")
    facets = tuple(
        _sums([(column, weight) for facet_id, column, weight in fed if facet_id == facet.id], n)
        for facet in block.facets
    )
    if facets:  # every item of a double block belongs to one of its halves
        return _many(block.id, reduce(_together, facets), facets)
    return _many(block.id, _sums([(column, weight) for _, column, weight in fed], n), ())


def _many(part_id: str, pooled: Sums, facets: tuple[Sums, ...]) -> ManyScores:
    values = pooled.values()
    if facets:
        halves = zip(*map(_half_values, facets), strict=True)
        values = [
            value if None in half else sum(half) / len(half)
            for value, half in zip(values, halves, strict=True)
        ]
    return ManyScores(part_id, pooled, facets, tuple(values), _limited(pooled))


def _limited(pooled: Sums) -> tuple[bool, ...]:
    """Where more than 25 % of the weight does not apply.

    All at once: half of what a sum can hold, less one, plus three times what does not apply, minus
    what does. The highest bit is set where that is half or more.
    """
    applicable, excluded = (
        int.from_bytes(counts.packed, "little") for counts in (pooled.applicable, pooled.excluded)
    )
    n = len(pooled.applicable)
    ones = int.from_bytes(b"\1\0" * n, "little")
    sums = (HALF - 1) * ones + TIMES * excluded - applicable
    high = sums.to_bytes(WIDTH * n, "little")[1::WIDTH]
    return tuple(map(bool, high.translate(HIGHEST_BIT)))


def _half_values(facet: Sums) -> list[float | None]:
    """The values of a half where it is known well enough; see ``scoring.counts_as_half``."""
    both = zip(facet.n_items, facet.values(), strict=True)
    return [value if n_items >= FACET_ITEMS else None for n_items, value in both]


def _together(one: Sums, other: Sums) -> Sums:
    return Sums(
        points=one.points + other.points,
        answered=one.answered + other.answered,
        applicable=one.applicable + other.applicable,
        excluded=one.excluded + other.excluded,
        n_items=one.n_items + other.n_items,
    )


def _sums(weighted: Sequence[tuple[bytes, int]], n: int) -> Sums:
    return Sums(
        points=_added(weighted, n, _points),
        answered=_added(weighted, n, _answered),
        applicable=_added(weighted, n, _applicable),
        excluded=_added(weighted, n, _excluded),
        n_items=_added([(column, 1) for column, _ in weighted], n, _applicable),
    )


def _added(
    weighted: Iterable[tuple[bytes, int]], n: int, worth: Callable[[int, int], int]
) -> Counts:
    """For each assessment the sum over the columns of what its byte is worth."""
    total = 0
    for column, weight in weighted:
        wide = bytearray(WIDTH * n)
        wide[::WIDTH] = column.translate(_table(worth, weight))
        total += int.from_bytes(wide, "little")
    return Counts(total.to_bytes(WIDTH * n, "little"))


@cache
def _table(worth: Callable[[int, int], int], weight: int) -> bytes:
    return bytes(worth(sign, weight) if sign <= NOT_ASKED else 0 for sign in range(256))


def _points(sign: int, weight: int) -> int:
    return weight * sign if sign in LEVELS else 0


def _answered(sign: int, weight: int) -> int:
    return weight if sign in LEVELS else 0


def _applicable(sign: int, weight: int) -> int:
    return 0 if sign in {NOT_APPLICABLE, NOT_ASKED} else weight


def _excluded(sign: int, weight: int) -> int:
    return weight if sign == NOT_APPLICABLE else 0
