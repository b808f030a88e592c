"""The targets of a whole building block: what is wanted now, and what other targets would mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiassess.domain.assessment import AnswerState, OpenAssessment
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.questionnaire import Item

Targets = Mapping[str, int | None]  # by item id; ``None`` for the preset of the size class


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One item of a building block with the level wanted for it.

    Attributes:
        item: The item.
        state: What was answered.
        level: 0–4 when answered, else ``None``.
        target: Level wanted, 0–4: chosen, else the preset; ``None`` without either.
        preset: Level the size class suggests; ``None`` if it suggests none.
        weight: Of the item in this block, 2 primary or 1 secondary.
        is_own: Whether the municipality has chosen the target itself.
    """

    item: Item
    state: AnswerState
    level: int | None
    target: int | None
    preset: int | None
    weight: int
    is_own: bool

    @property
    def chosen(self) -> int | None:
        """The target the municipality has chosen itself; ``None`` for the preset."""
        return self.target if self.is_own else None

    def target_with(self, targets: Targets) -> int | None:
        """The level wanted if these targets were set; an item not named keeps its own."""
        chosen = targets.get(self.item.id, self.chosen)
        return self.preset if chosen is None else chosen


def block_targets(block_id: str, opened: OpenAssessment) -> tuple[TargetRow, ...]:
    """The items asked that feed a block, those that mainly speak about it first.

    Args:
        block_id: ``BuildingBlock.id``; a block nothing feeds has no rows.
        opened: The assessment.
    """
    rows = [
        _row(item, contribution.weight, opened)
        for item in opened.items()
        for contribution in item.contributions
        if contribution.block_id == block_id
    ]
    return tuple(sorted(rows, key=lambda row: -row.weight))


def gap_of(rows: Sequence[TargetRow], targets: Targets) -> float | None:
    """The weighted mean of what is missing to the targets, as in the profile.

    Args:
        rows: The items of a block.
        targets: Targets to try; an item not named keeps its own.

    Returns:
        In levels, 0.0–4.0, over the answered items that have a target; ``None`` without any.
    """
    missing = [
        (row.weight, max(0, target - row.level))
        for row in rows
        if row.level is not None and (target := row.target_with(targets)) is not None
    ]
    total = sum(weight for weight, _ in missing)
    return sum(weight * gap for weight, gap in missing) / total if total else None


def ambition(rows: Sequence[TargetRow], targets: Targets) -> float:
    """The share of the items for which the top level would be wanted, 0.0–1.0."""
    tops = sum(row.target_with(targets) == TOP_LEVEL for row in rows)
    return tops / len(rows) if rows else 0.0


def too_ambitious(rows: Sequence[TargetRow], targets: Targets) -> bool:
    """Whether the top level would be wanted everywhere; a reason to ask, never to refuse."""
    return bool(rows) and all(row.target_with(targets) == TOP_LEVEL for row in rows)


def _row(item: Item, weight: int, opened: OpenAssessment) -> TargetRow:
    answer, size = opened.answer(item.id), opened.assessment.size_class
    return TargetRow(
        item=item,
        state=answer.state,
        level=answer.level,
        target=opened.target(item),
        preset=None if size is None else item.targets.get(size),
        weight=weight,
        is_own=answer.target is not None,
    )
