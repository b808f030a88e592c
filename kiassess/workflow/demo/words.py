"""What may stand beside the answers of the fictitious towns."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remarks:
    """What may stand beside the answer to one item.

    Attributes:
        begun: A note that fits level 1.
        running: A note that fits level 2 and above.
        found: Where the evidence is found.
    """

    begun: str
    running: str
    found: str


@dataclass(frozen=True, slots=True)
class Words:
    """All remarks in one language.

    Attributes:
        items: By item id; an item without any gets no note.
        offices: Who is in charge, by role id.
        village_offices: Who is in charge instead where there are fewer offices.
        asked: A note beside “weiß nicht”; the gap is ``office``.
        no_ai: The reason for “trifft nicht zu” where no AI is in use.
    """

    items: Mapping[str, Remarks]
    offices: Mapping[str, str]
    village_offices: Mapping[str, str]
    asked: str
    no_ai: str
