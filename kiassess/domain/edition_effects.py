"""What moving to another version does to the building blocks."""

from collections.abc import Collection
from dataclasses import dataclass

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.edition_change import EditionChange, moved
from kiassess.domain.profile import BlockResult, make_profile
from kiassess.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class BlockEffect:
    """What moving does to one building block.

    Attributes:
        block_id: ``BuildingBlock.id``.
        name: As the user reads it, in the newer version if the block is there.
        before: Its result in the older version; ``None`` if it has no such block. In the quick
            check a tendency without numbers, as in the profile.
        after: Its result in the newer version, likewise.
        items_before: Questions asked that feed it, in the older version.
        items_after: Likewise in the newer version.
    """

    block_id: str
    name: str
    before: BlockResult | None
    after: BlockResult | None
    items_before: int
    items_after: int


def block_effects(
    opened: OpenAssessment, newer: Questionnaire, change: EditionChange, accepted: Collection[str]
) -> tuple[BlockEffect, ...]:
    """What moving does to each building block, those of the newer version first."""
    then = moved(opened, newer, change, accepted)
    before = {block.id: block for block in make_profile(opened).blocks}
    after = {block.id: block for block in make_profile(then).blocks}
    return tuple(
        BlockEffect(
            block_id=block_id,
            name=block.name,
            before=before.get(block_id),
            after=after.get(block_id),
            items_before=_feeding(opened, block_id),
            items_after=_feeding(then, block_id),
        )
        for block_id, block in (after | (before | after)).items()
    )


def _feeding(opened: OpenAssessment, block_id: str) -> int:
    return sum(block_id in {c.block_id for c in item.contributions} for item in opened.items())
