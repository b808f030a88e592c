"""How a value comes about: the items behind it, what each adds, and what is left out.

A trace tells the same calculation as ``scoring``, with its intermediate results. The quick check
gives no numbers, so nothing there can be traced: a trace would give them away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiassess.domain.assessment import AnswerState, OpenAssessment
from kiassess.domain.kinds import LEVELS, Extent
from kiassess.domain.questionnaire import GATE_LEVEL, BuildingBlock, Item
from kiassess.domain.scoring import (
    COVERAGE_PERCENT,
    SECURED_PERCENT,
    Rated,
    Score,
    counts_as_half,
    rate,
    score_block,
    score_rated,
)


class LeftOut(StrEnum):
    """Why an item is missing in a value; the words are those of ``AnswerState``."""

    UNKNOWN = "unknown"  # widens the band
    OPEN = "open"  # widens the band, too
    NOT_APPLICABLE = "not_applicable"  # leaves the calculation


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One item behind a value.

    Attributes:
        item: The item.
        weight: 2 or 1 in a building block, always 1 in an area.
        facet_id: ``Facet.id``; ``""`` where there are no facets.
        level: 0–4, ``None`` while it is not known.
        state: What was answered.
        primary: Whether the item mainly speaks about this block.
        target: Level wanted, 0–4; ``None`` without one, and in areas.
    """

    item: Item
    weight: int
    facet_id: str
    level: int | None
    state: AnswerState
    primary: bool
    target: int | None = None

    @property
    def counted(self) -> bool:
        """Whether the item takes part in the value."""
        return self.level is not None

    @property
    def applies(self) -> bool:
        """Whether the item takes part in coverage and band."""
        return self.state is not AnswerState.NOT_APPLICABLE

    @property
    def left_out(self) -> LeftOut | None:
        """Why the item is missing in the value; ``None`` if it is counted."""
        return None if self.counted else LeftOut(self.state)


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows with their sums: all rows of a value, or those of one half of a double block.

    Attributes:
        facet_id: ``Facet.id`` of the half; ``""`` for all rows.
        name: Name of the half as the user reads it; ``""`` for all rows.
        rows: In the order the items are asked.
        points: Σ weight · level over the rows counted.
        answered: Weight of the rows counted.
        applicable: Weight of the rows that apply.
        score: What follows from them.
    """

    facet_id: str
    name: str
    rows: tuple[TraceRow, ...]
    points: int
    answered: int
    applicable: int
    score: Score

    @property
    def needed(self) -> int:
        """The least answered weight that gives a value."""
        return _share_of(self.applicable, COVERAGE_PERCENT)

    @property
    def carries(self) -> bool:
        """Whether it is known well enough to count as a half of its own."""
        return counts_as_half(self.score)


@dataclass(frozen=True, slots=True)
class LevelShare:
    """How much of a block has reached a level.

    Attributes:
        level: 1–4.
        reached: Weight at this level or above; what is not known has not reached it.
        total: Weight that applies.
        lagging: The primary gate items that do not hold up: below ``min(level, 2)``.
    """

    level: int
    reached: int
    total: int
    lagging: tuple[Item, ...]

    @property
    def needed(self) -> int:
        """The least weight that secures a level."""
        return _share_of(self.total, SECURED_PERCENT)

    @property
    def gates_ok(self) -> bool:
        """Whether no gate item lags behind."""
        return not self.lagging

    @property
    def holds(self) -> bool:
        """Whether the level is secured, as far as this level goes."""
        return self.reached >= self.needed and self.gates_ok


@dataclass(frozen=True, slots=True)
class Trace:
    """A value with everything it is made of.

    Attributes:
        id: ``BuildingBlock.id`` or ``Area.id``.
        name: As the user reads it.
        of_area: Whether it is an area; there each item counts once.
        pooled: All rows together.
        halves: The two halves of a double block, else empty.
        balanced: Whether value and band are the mean of the halves instead of the pooled ones.
        score: As the profile shows it.
        secured_level: 0–4; ``None`` for areas, and if nothing applies.
        secured_shares: One for each level from 1 on; empty where there is no secured level.
        target: In levels, 0.0–4.0; ``None`` without any, and for areas.
        gap: In levels; ``None`` without any target, and for areas.
    """

    id: str
    name: str
    of_area: bool
    pooled: Part
    halves: tuple[Part, ...]
    balanced: bool
    score: Score
    secured_level: int | None = None
    secured_shares: tuple[LevelShare, ...] = ()
    target: float | None = None
    gap: float | None = None

    @property
    def rows(self) -> tuple[TraceRow, ...]:
        """All items behind the value, in the order they are asked."""
        return self.pooled.rows


def trace_block(block: BuildingBlock, opened: OpenAssessment) -> Trace:
    """Trace the value of a building block.

    Raises:
        ValueError: The assessment is a quick check, which gives no numbers.
    """
    _refuse_quick(opened)
    items = opened.items()
    rated = rate(block.id, items, opened.answers)
    scored = score_block(block, items, opened.answers, target_of=opened.target)
    halves = tuple(
        _part([r for r in rated if r.facet_id == facet.id], opened, facet.id, facet.name)
        for facet in block.facets
    )
    return Trace(
        id=block.id,
        name=block.name,
        of_area=False,
        pooled=_part(rated, opened),
        halves=halves,
        balanced=bool(halves) and all(half.carries for half in halves),
        score=scored.score,
        secured_level=scored.secured_level,
        secured_shares=_shares(rated),
        target=scored.target,
        gap=scored.gap,
    )


def trace_area(area_id: str, opened: OpenAssessment) -> Trace:
    """Trace the value of an area, the plain mean of its items.

    Raises:
        KeyError: There is no such area.
        ValueError: The assessment is a quick check, which gives no numbers.
    """
    _refuse_quick(opened)
    area = {area.id: area for area in opened.questionnaire.areas}[area_id]
    asked = {item.id for item in opened.items()}
    rated = [
        Rated(item, 1, "", primary=True, answer=opened.answer(item.id))
        for item in area.items
        if item.id in asked
    ]
    pooled = _part(rated, opened, targets=False)
    return Trace(
        id=area.id,
        name=area.name,
        of_area=True,
        pooled=pooled,
        halves=(),
        balanced=False,
        score=pooled.score,
    )


def _refuse_quick(opened: OpenAssessment) -> None:
    if opened.assessment.extent is Extent.QUICK:
        raise ValueError("the quick check gives tendencies and no numbers")


def _part(
    rated: Sequence[Rated],
    opened: OpenAssessment,
    facet_id: str = "",
    name: str = "",
    *,
    targets: bool = True,
) -> Part:
    rows = tuple(
        TraceRow(
            item=r.item,
            weight=r.weight,
            facet_id=r.facet_id,
            level=r.level,
            state=r.answer.state,
            primary=r.primary,
            target=opened.target(r.item) if targets else None,
        )
        for r in rated
    )
    return Part(
        facet_id=facet_id,
        name=name,
        rows=rows,
        points=sum(row.weight * row.level for row in rows if row.level is not None),
        answered=sum(row.weight for row in rows if row.counted),
        applicable=sum(row.weight for row in rows if row.applies),
        score=score_rated(rated),
    )


def _shares(rated: Iterable[Rated]) -> tuple[LevelShare, ...]:
    applicable = [r for r in rated if r.applies]
    gates = [r for r in applicable if r.primary and r.item.gate]
    total = sum(r.weight for r in applicable)
    if not total:
        return ()
    return tuple(
        LevelShare(
            level=level,
            reached=sum(r.weight for r in applicable if _reached(r, level)),
            total=total,
            lagging=tuple(g.item for g in gates if not _reached(g, min(level, GATE_LEVEL))),
        )
        for level in LEVELS[1:]
    )


def _reached(rated: Rated, level: int) -> bool:
    return rated.level is not None and rated.level >= level


def _share_of(weight: int, percent: int) -> int:
    """The least whole weight that is at least this share of a weight."""
    return -(-weight * percent // 100)
