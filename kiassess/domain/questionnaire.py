"""What is asked: the immutable questionnaire with its building blocks, areas and items."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kiassess.domain.kinds import LEVELS, DeliveryMode, Extent, NotApplicableRule
from kiassess.domain.municipality import SizeClass

SECONDS_PER_ITEM = 40  # estimated, not measured
GATE_LEVEL = 2  # what a gate item must reach before AI touches personal data or citizens


@dataclass(frozen=True, slots=True)
class Facet:
    """One half of a double building block, e.g. data within data and infrastructure."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class BuildingBlock:
    """One of the seven parts of a municipal AI strategy.

    Attributes:
        id: Stable key, e.g. ``"VIS"``.
        name: Name as the user reads it.
        short: Name short enough for the spoke of a chart.
        meaning: What the block is about, one sentence.
        facets: None, or the two halves that count equally.
    """

    id: str
    name: str
    short: str = ""
    meaning: str = ""
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an item adds to one building block.

    Attributes:
        block_id: ``BuildingBlock.id``.
        weight: 2 for the primary block, 1 for a secondary one.
        facet_id: ``Facet.id`` within the block; ``""`` where the block has none.
    """

    block_id: str
    weight: int
    facet_id: str = ""

    @property
    def primary(self) -> bool:
        """Whether this is the block the item mainly speaks about."""
        return self.weight == 2


@dataclass(frozen=True, slots=True)
class Item:
    """One question, answered by the highest of five levels that is fully true.

    Attributes:
        id: Stable key such as ``"data.inventory"``; never renamed, never used again.
        title: A few words.
        question: The question as the user reads it.
        why: Why it matters, two sentences.
        levels: Five observable states, from 0 (nothing) to 4 (effective and reviewed).
        contributions: The blocks it feeds; exactly one is primary.
        roles: ``Role.id`` of those who usually know, the likeliest first.
        evidence: Examples of what backs an answer.
        gate: Whether it is a minimum requirement.
        extents: The selections it belongs to.
        not_applicable: Whether “trifft nicht zu” may be answered.
        not_applicable_condition: When it may be; a sentence, ``""`` if never.
        delivery_modes: Who may provide it; empty where the question does not arise.
        targets: Level that is usually good enough, 0–4, by size class.
        proportionality: One sentence by size class: which level is good enough there, and why.
        legal: Ids of entries of the legal table.
        replaces: Ids of items of earlier versions whose place it took: one for another name,
            several for a question that was put together, the same one in several items for a
            question that was divided.

    Raises:
        ValueError: A rule above is broken.
    """

    id: str
    title: str
    question: str
    levels: tuple[str, ...]
    contributions: tuple[Contribution, ...]
    why: str = ""
    roles: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    gate: bool = False
    extents: frozenset[Extent] = frozenset(Extent)
    not_applicable: NotApplicableRule = NotApplicableRule.NEVER
    not_applicable_condition: str = ""
    delivery_modes: tuple[DeliveryMode, ...] = ()
    targets: Mapping[SizeClass, int] = field(default_factory=dict)
    proportionality: Mapping[SizeClass, str] = field(default_factory=dict)
    legal: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.levels) != len(LEVELS):
            raise ValueError(f"exactly {len(LEVELS)} level texts are needed")
        if [c.primary for c in self.contributions].count(True) != 1:
            raise ValueError("exactly one building block must be primary")
        if any(c.weight not in {1, 2} for c in self.contributions):
            raise ValueError("a weight is 2 (primary) or 1 (secondary)")
        if len({c.block_id for c in self.contributions}) != len(self.contributions):
            raise ValueError("a building block is named twice")
        if any(level not in LEVELS for level in self.targets.values()):
            raise ValueError("a target level must lie between 0 and 4")

    @property
    def primary_block(self) -> str:
        """``BuildingBlock.id`` of the block the item mainly speaks about."""
        return next(c.block_id for c in self.contributions if c.primary)


@dataclass(frozen=True, slots=True)
class Area:
    """A first-level grouping of items, e.g. “Daten”."""

    id: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A function in the town hall that usually knows the answer to some items."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class LevelName:
    """Name and general meaning of one level, the same for all items."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Published:
    """A questionnaire that can be begun, as a list of them shows it.

    Attributes:
        id: ``Questionnaire.id``.
        version: The newest version.
        title: Title as the user reads it.
        counts: How many items each extent asks; 0 where it asks none.
    """

    id: str
    version: str
    title: str
    counts: Mapping[Extent, int]


def offered_extents(counts: Mapping[Extent, int]) -> tuple[Extent, ...]:
    """The extents worth a choice, the shortest first.

    Args:
        counts: How many items each extent asks.

    Returns:
        Those that ask anything; of two that ask the same number only the longer one, unless it
        is the quick check, which gives another result.
    """
    quick, small, full = (counts[extent] for extent in Extent)
    offered = {Extent.QUICK: quick, Extent.SMALL: small if small != full else 0, Extent.FULL: full}
    return tuple(extent for extent, number in offered.items() if number)


def minutes_for(items: int) -> int:
    """About how long answering takes: 40 seconds an item, in steps of five minutes, at least 5."""
    return max(5, round(items * SECONDS_PER_ITEM / 60 / 5) * 5)


@dataclass(frozen=True)
class Questionnaire:
    """A published, versioned set of areas and items in one language.

    It never changes once answers exist; a change is a new version.

    Attributes:
        id: Stable key of the catalogue, e.g. ``"ki-readiness"``.
        version: ``MAJOR.MINOR.PATCH``; only a major step changes scale or scoring.
        language: ``"de"`` or ``"en"``.
        title: Title as the user reads it.
        levels: Names of the levels 0–4.
        blocks: The building blocks in their fixed order.
        areas: The areas in the order they are asked, each with its items.
        roles: Those who may know.

    Raises:
        ValueError: Two items share an id, or an item feeds an unknown block or facet.
    """

    id: str
    version: str
    language: str
    title: str
    levels: tuple[LevelName, ...]
    blocks: tuple[BuildingBlock, ...]
    areas: tuple[Area, ...]
    roles: tuple[Role, ...] = ()
    summary: str = ""

    def __post_init__(self) -> None:
        ids = [item.id for item in self.items()]
        if len(ids) != len(set(ids)):
            raise ValueError("item ids must be unique")
        facets = {block.id: {facet.id for facet in block.facets} for block in self.blocks}
        for item in self.items():
            for c in item.contributions:
                if c.block_id not in facets:
                    raise ValueError(f"{item.id}: unknown building block {c.block_id}")
                if facets[c.block_id] and c.facet_id not in facets[c.block_id]:
                    raise ValueError(f"{item.id}: facet of {c.block_id} is missing or unknown")

    def items(self, extent: Extent | None = None) -> Iterator[Item]:
        """The items in the order they are asked: all, or those of one extent."""
        return (
            item
            for area in self.areas
            for item in area.items
            if extent is None or extent in item.extents
        )

    def counts(self) -> dict[Extent, int]:
        """How many items each extent asks."""
        return {extent: sum(1 for _ in self.items(extent)) for extent in Extent}

    def item(self, item_id: str) -> Item:
        """The item with this id.

        Raises:
            KeyError: There is none.
        """
        return self._by_id[item_id]

    def area_of(self, item_id: str) -> Area:
        """The area an item belongs to.

        Raises:
            KeyError: There is no such item.
        """
        for area in self.areas:
            if any(item.id == item_id for item in area.items):
                return area
        raise KeyError(item_id)

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items()}
