"""What a municipality can do next: the measures of a catalogue, and when each one fits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Effort(StrEnum):
    """Person-days for a municipality of 5,000 to 20,000 inhabitants; estimated, not measured.

    Attributes:
        XS: At most 1.
        S: 2 to 5.
        M: 6 to 15.
        L: 16 to 40.
        XL: More than 40.
    """

    XS = "XS"
    S = "S"
    M = "M"
    L = "L"
    XL = "XL"


class Cost(StrEnum):
    """Money paid to others in the first year; estimated, not measured.

    Attributes:
        K0: None.
        K1: Less than 1,000 euros.
        K2: 1,000 to 10,000 euros.
        K3: 10,000 to 50,000 euros.
        K4: More than 50,000 euros.
    """

    K0 = "K0"
    K1 = "K1"
    K2 = "K2"
    K3 = "K3"
    K4 = "K4"


class Circumstance(StrEnum):
    """What makes a measure fit beside the level of an item.

    Attributes:
        MANY_UNKNOWN: More than 15 % of the items are answered with “weiß nicht”.
        UNPROVEN: An answer of level 3 or 4 has no document behind it.
        DISPUTED: Answers of several people differ by two levels or more.
        HIGH_RISK: A system that may be high-risk under the AI Act is in use or planned.
    """

    MANY_UNKNOWN = "many_unknown"
    UNPROVEN = "unproven"
    DISPUTED = "disputed"
    HIGH_RISK = "high_risk"


@dataclass(frozen=True, slots=True)
class Trigger:
    """An answer that makes a measure fit: the item is below a level.

    Attributes:
        item_id: ``Item.id``.
        below: The level that is not reached, 1–4.
    """

    item_id: str
    below: int


@dataclass(frozen=True, slots=True)
class Measure:
    """Something to do that closes a gap, written so that a clerk can act on it.

    Attributes:
        id: Stable key such as ``"m.data.inventory"``; never renamed, never used again.
        title: What is done.
        goal: What is better afterwards.
        steps: Three to six steps in their order.
        result: What lies on the table at the end.
        pitfall: The typical stumbling block and how to avoid it.
        kpi: The figure that shows whether it worked.
        triggers: It fits if any of these items is below its level; none for measures that
            depend on a circumstance alone.
        circumstance: What must be the case as well; ``None`` if nothing.
        effort: Person-days.
        cost: Money.
        benefit: 1 (some) to 3 (large).
        lead: ``Role.id`` of who leads.
        step: The step 1–7 to a strategy it belongs to.
        prerequisites: ``Measure.id`` of what has to be done before.
        offers: ``HelpOffer.id`` of who helps.
        references: ``ReferenceStrategy.id`` of who shows it.
    """

    id: str
    title: str
    goal: str
    steps: tuple[str, ...]
    result: str
    pitfall: str
    kpi: str
    effort: Effort
    cost: Cost
    benefit: int
    lead: str
    step: int
    triggers: tuple[Trigger, ...] = ()
    circumstance: Circumstance | None = None
    prerequisites: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


def depth(measure_id: str, measures: Mapping[str, Measure]) -> int:
    """How many measures have to be done one after the other before this one.

    Args:
        measure_id: ``Measure.id``.
        measures: All measures by id, without a cycle.

    Returns:
        0 for a measure without prerequisites.
    """
    before = measures[measure_id].prerequisites
    return 1 + max(depth(other, measures) for other in before) if before else 0


def is_quick_win(measure: Measure, measures: Mapping[str, Measure]) -> bool:
    """Whether little effort brings much, and it can be begun soon.

    At most one person-day with a benefit of at least 2, or at most five with a benefit of 3; less
    than 1,000 euros; and at most one measure to be done before. What only puts the assessment
    itself in order, and has no item as a trigger, wins nothing.
    """
    little = (measure.effort is Effort.XS and measure.benefit >= 2) or (
        measure.effort is Effort.S and measure.benefit == 3
    )
    cheap = measure.cost in {Cost.K0, Cost.K1}
    return bool(measure.triggers) and little and cheap and depth(measure.id, measures) <= 1


def measures_for(item_id: str, level: int, measures: Mapping[str, Measure]) -> tuple[Measure, ...]:
    """The measures whose trigger an answer pulls, in the order of the catalogue.

    Args:
        item_id: ``Item.id``.
        level: What was answered, 0–4.
        measures: All measures by id. Those that depend on a circumstance as well are left out:
            whether it is the case is not known here.
    """
    return tuple(
        measure
        for measure in measures.values()
        if measure.circumstance is None
        and any(one.item_id == item_id and level < one.below for one in measure.triggers)
    )


@dataclass(frozen=True, slots=True)
class HelpOffer:
    """Somebody outside the town hall who helps.

    Attributes:
        id: Key that measures point to.
        name: What it is called.
        what: What it offers.
        hint: How to get at it, or what to mind.
        source: Address; may be empty.
    """

    id: str
    name: str
    what: str
    hint: str
    source: str = ""


class ReferenceKind(StrEnum):
    """What a place has made."""

    STRATEGY = "strategy"
    GUIDELINES = "guidelines"
    CHARTER = "charter"
    AGREEMENT = "agreement"  # with the staff council
    PLAN = "plan"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class ReferenceStrategy:
    """A place whose way with AI others can learn from.

    Attributes:
        id: Key that measures point to.
        name: Place and title.
        kind: What it has made.
        year: Of the document or decision; ``None`` if unknown.
        near: Whether it is a German town or county a small one can follow.
        focus: What it is.
        lessons: What to learn, by ``BuildingBlock.id``.
        caution: What is not certain or went wrong; may be empty.
        sources: Addresses.
    """

    id: str
    name: str
    kind: ReferenceKind
    focus: str
    year: int | None = None
    near: bool = False
    lessons: Mapping[str, str] = field(default_factory=dict)
    caution: str = ""
    sources: tuple[str, ...] = ()
