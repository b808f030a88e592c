"""What stands out in the answers: what carries already, and where to begin."""

from dataclasses import dataclass

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import SAME, BlockResult, Profile
from kiassess.domain.questionnaire import GATE_LEVEL, Item

STRONG_LEVEL = 3
MOST = 5  # of each, so that they can be read in one go
GOOD_SCORE = 2.0
FOUNDATION_GAP = 1.0  # levels between the value of a block and its secured level


@dataclass(frozen=True, slots=True)
class Highlight:
    """One answer that stands out.

    Attributes:
        item: What was asked.
        level: What was answered, 0–4.
        target: The level wanted; ``None`` without any.
        is_gate_missing: Whether it is a minimum requirement that is not met.
    """

    item: Item
    level: int
    target: int | None
    is_gate_missing: bool = False

    @property
    def gap(self) -> int:
        """Levels missing to the target; 0 without one."""
        return max(0, (self.target or 0) - self.level)

    @property
    def next_level(self) -> int:
        """The level to reach next; of a weakness it is at most 4."""
        return self.level + 1


def strengths(opened: OpenAssessment) -> tuple[Highlight, ...]:
    """The answers of level 3 and more, the highest and most weighty first; at most five."""
    found = [one for one in _answered(opened) if one.level >= STRONG_LEVEL]
    found.sort(key=lambda one: (-one.level, not one.item.gate, -weight(one.item)))
    return tuple(found[:MOST])


def weaknesses(opened: OpenAssessment) -> tuple[Highlight, ...]:
    """Missing minimum requirements, then the largest gaps to the target; at most five.

    An answer at its target is no weakness, however low it is.
    """
    return all_weaknesses(opened)[:MOST]


def all_weaknesses(opened: OpenAssessment) -> tuple[Highlight, ...]:
    """Every weakness, in the order of ``weaknesses``."""
    found = [one for one in _answered(opened) if one.gap or one.is_gate_missing]
    found.sort(key=lambda one: (not one.is_gate_missing, -one.gap, -weight(one.item)))
    return tuple(found)


def weak_foundations(profile: Profile) -> tuple[BlockResult, ...]:
    """Blocks whose mean is good although basic items are missing.

    The value is 2 or more, and the secured level at least one level below it.
    """
    return tuple(
        block
        for block in profile.blocks
        if block.score.value is not None
        and block.scored.secured_level is not None
        and block.score.value >= GOOD_SCORE - SAME
        and block.score.value - block.scored.secured_level >= FOUNDATION_GAP - SAME
    )


def weight(item: Item) -> int:
    """How much an item counts in all building blocks together."""
    return sum(contribution.weight for contribution in item.contributions)


def _answered(opened: OpenAssessment) -> list[Highlight]:
    found = []
    for item in opened.items():
        level = opened.answer(item.id).level
        if level is not None:
            missing = item.gate and level < GATE_LEVEL
            found.append(Highlight(item, level, opened.target(item), missing))
    return found
