"""Statistics of all municipalities compared and of each size class, as far as they may be told."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiassess.domain.anonymity import tellable_groups
from kiassess.domain.comparison import ComparedPart, Comparison
from kiassess.domain.municipality import SizeClass
from kiassess.domain.statistics import Statistics, statistics_of


@dataclass(frozen=True, slots=True)
class GroupStatistics:
    """One building block in one group.

    Attributes:
        block_id: ``BuildingBlock.id``.
        size_class: The group; ``None`` for all.
        statistics: ``None`` where it is not told: the group is small, or with the groups told
            before it a small one could be worked out.
    """

    block_id: str
    size_class: SizeClass | None
    statistics: Statistics | None


def group_statistics(comparison: Comparison) -> tuple[GroupStatistics, ...]:
    """For each building block all, then the size classes from the smallest on."""
    return tuple(found for block in comparison.blocks for found in _of_block(comparison, block))


def _of_block(comparison: Comparison, block: ComparedPart) -> Iterable[GroupStatistics]:
    known = [at for at in comparison.counted if block.values[at] is not None]
    groups: dict[SizeClass | None, list[int]] = {None: known, **{size: [] for size in SizeClass}}
    for at in known:
        size = comparison.chosen[at].size_class
        if size is not None:
            groups[size].append(at)
    told = tellable_groups(list(groups.values()))
    for (size, places), fine in zip(groups.items(), told, strict=True):
        found = statistics_of(block.values[at] for at in places)
        yield GroupStatistics(block.id, size, found if fine else None)
