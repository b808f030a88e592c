"""What is told of a fictitious town; ``answering`` makes its answers of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiassess.domain.assessment import AiInUse
from kiassess.domain.kinds import DeliveryMode, Extent
from kiassess.domain.municipality import Municipality

# Signs for answers beside the levels 0 to 4.
UNKNOWN = "U"
NOT_APPLICABLE = "N"
OPEN = "-"


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a town: what is usual in each area, and the answers that tell its story.

    Attributes:
        day: The day it stands for.
        usual: The level usual in each area, 0.0–4.0.
        ai_in_use: As the town says.
        extent: Which selection of items is asked.
        unknown: Share of items answered “weiß nicht”, 0.0–1.0.
        told: Answers by item id, as digits or signs; by area id for all the others in it.
    """

    day: date
    usual: Mapping[str, float]
    ai_in_use: AiInUse = AiInUse.YES
    extent: Extent = Extent.FULL
    unknown: float = 0.04
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Town:
    """A fictitious municipality with its rounds.

    Attributes:
        municipality: Without a key, because it has none.
        delivery: Who provides most of what can be provided by others.
        rounds: In the order of time.
    """

    municipality: Municipality
    delivery: DeliveryMode
    rounds: tuple[Round, ...]
