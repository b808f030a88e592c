"""What a group of municipalities lacks, put in the order in which it is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiassess.domain.comparison import Comparison
from kiassess.domain.group_gaps import (
    GateCount,
    ItemCount,
    MeasureCount,
    gate_counts,
    item_counts,
    measure_counts,
)
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.measures import Measure


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is missing in a group, what would help, and who shows how it is done.

    Attributes:
        n: Municipalities that count; in a group too small for statistics nothing else is told.
        gates: Minimum requirements that somebody lacks, those most lack first.
        items: Items that more than half lack, those most lack first.
        measures: Those that would help anybody, those that help most first.
        tops: By ``Item.id`` of the gates and items above: the places of those at level 4; ``None``
            where nobody may be found out, since that tells much of a number.
    """

    n: int
    gates: tuple[GateCount, ...]
    items: tuple[ItemCount, ...]
    measures: tuple[MeasureCount, ...]
    tops: Mapping[str, tuple[int, ...]] | None


def lacking_of(
    comparison: Comparison, measures: Mapping[str, Measure], *, anonymous: bool = False
) -> Lacking:
    """What most of a group lack.

    Args:
        comparison: The group.
        measures: By ``Measure.id``, in the order of the catalogue.
        anonymous: Whether nobody may be found out; see ``item_counts``.
    """
    gates = [count for count in gate_counts(comparison) if count.lacking]
    counts = item_counts(comparison, anonymous=anonymous)
    items = [count for count in counts if count.lacked_by_most]
    gates.sort(key=lambda count: -count.lacking)
    items.sort(key=lambda count: -count.below / count.answered)
    return Lacking(
        n=len(comparison.counted),
        gates=tuple(gates),
        items=tuple(items),
        measures=measure_counts(comparison, measures),
        tops=None if anonymous else _tops(comparison, (*gates, *items)),
    )


def _tops(
    comparison: Comparison, counts: Iterable[GateCount | ItemCount]
) -> dict[str, tuple[int, ...]]:
    ids = dict.fromkeys(count.item.id for count in counts)
    return {item_id: _at_the_top(comparison, item_id) for item_id in ids}


def _at_the_top(comparison: Comparison, item_id: str) -> tuple[int, ...]:
    column = comparison.columns[item_id]
    return tuple(at for at in comparison.counted if column[at] == TOP_LEVEL)
