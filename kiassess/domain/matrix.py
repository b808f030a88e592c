"""Two ways of looking at all answers at once: areas by building blocks, and levels by area."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kiassess.domain.assessment import AnswerState, OpenAssessment
from kiassess.domain.kinds import LEVELS, Extent
from kiassess.domain.questionnaire import Area, BuildingBlock, Item

LEAST_ANSWERS = 3  # what a mean or share must rest on to be named the lowest or the highest


@dataclass(frozen=True, slots=True)
class Cell:
    """The items of one area that feed one block, with any weight; each counts once.

    Attributes:
        value: Plain mean of the levels answered, 0.0–4.0, unrounded; ``None`` without any, and
            in the quick check.
        n_items: Items asked.
        n_answered: Items a level was chosen for; what the mean rests on.
    """

    value: float | None
    n_items: int
    n_answered: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One area.

    Attributes:
        id: ``Area.id``.
        name: As the user reads it.
        cells: One a block, in the order of the blocks.
    """

    id: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Areas as rows, building blocks as columns.

    An item that feeds several blocks counts in each of them, so cells of a row overlap.

    Attributes:
        extent: Which selection of items was asked.
        blocks: The columns.
        rows: The areas that are asked anything, in their order.
    """

    extent: Extent
    blocks: tuple[BuildingBlock, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def tendencies_only(self) -> bool:
        """Whether there are no numbers to show."""
        return self.extent is Extent.QUICK


@dataclass(frozen=True, slots=True)
class AreaLevels:
    """How the items of one area are answered; all counts together are its items asked.

    Attributes:
        id: ``Area.id``.
        name: As the user reads it.
        levels: How many items stand on each level from 0 to 4.
        unknown: Items answered “weiß nicht”.
        open: Items nobody has answered.
        not_applicable: Items that do not apply.
    """

    id: str
    name: str
    levels: tuple[int, ...]
    unknown: int
    open: int
    not_applicable: int

    @property
    def n_answered(self) -> int:
        """Items a level was chosen for."""
        return sum(self.levels)

    @property
    def n_items(self) -> int:
        """Items asked."""
        return self.n_answered + self.unknown + self.open + self.not_applicable

    @property
    def low(self) -> int:
        """Items on level 0 or 1."""
        return sum(self.levels[:2])

    @property
    def high(self) -> int:
        """Items on level 3 or 4."""
        return sum(self.levels[3:])


@dataclass(frozen=True, slots=True)
class Distribution:
    """Which levels were chosen, area by area: what a mean hides.

    Attributes:
        extent: Which selection of items was asked.
        rows: The areas that are asked anything, in their order.
    """

    extent: Extent
    rows: tuple[AreaLevels, ...]

    @property
    def tendencies_only(self) -> bool:
        """Whether there are no numbers to show."""
        return self.extent is Extent.QUICK


def area_block_matrix(opened: OpenAssessment) -> Matrix:
    """The mean level of each area in each building block."""
    blocks = opened.questionnaire.blocks
    return Matrix(
        extent=opened.assessment.extent,
        blocks=blocks,
        rows=tuple(
            MatrixRow(area.id, area.name, tuple(_cell(block.id, items, opened) for block in blocks))
            for area, items in _asked(opened)
        ),
    )


def level_distribution(opened: OpenAssessment) -> Distribution:
    """How many items of each area stand on which level, or on none."""
    return Distribution(
        extent=opened.assessment.extent,
        rows=tuple(_levels(area, items, opened) for area, items in _asked(opened)),
    )


def _asked(opened: OpenAssessment) -> list[tuple[Area, tuple[Item, ...]]]:
    """The areas with their items asked, without those that are asked nothing."""
    extent = opened.assessment.extent
    found = [
        (area, tuple(item for item in area.items if extent in item.extents))
        for area in opened.questionnaire.areas
    ]
    return [(area, items) for area, items in found if items]


def _cell(block_id: str, items: Sequence[Item], opened: OpenAssessment) -> Cell:
    feeding = [i for i in items if any(c.block_id == block_id for c in i.contributions)]
    answers = [opened.answer(item.id).level for item in feeding]
    levels = [level for level in answers if level is not None]
    shown = levels and opened.assessment.extent is not Extent.QUICK
    return Cell(
        value=sum(levels) / len(levels) if shown else None,
        n_items=len(feeding),
        n_answered=len(levels),
    )


def _levels(area: Area, items: Sequence[Item], opened: OpenAssessment) -> AreaLevels:
    answers = [opened.answer(item.id) for item in items]
    levels = Counter(answer.level for answer in answers)
    states = Counter(answer.state for answer in answers)
    return AreaLevels(
        id=area.id,
        name=area.name,
        levels=tuple(levels[level] for level in LEVELS),
        unknown=states[AnswerState.UNKNOWN],
        open=states[AnswerState.OPEN],
        not_applicable=states[AnswerState.NOT_APPLICABLE],
    )
