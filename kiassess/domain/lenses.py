"""Other groupings of the same answers; a lens never changes an answer."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class LensPart:
    """One heading of a lens with the items that speak to it.

    Attributes:
        id: Key within the lens, e.g. ``"R3"``.
        name: Heading.
        meaning: What it asks of a municipality.
        primary: ``Item.id`` of items that ask about it at their core.
        partial: ``Item.id`` of items that touch it.
    """

    id: str
    name: str
    meaning: str
    primary: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """All related items, the primary ones first; none means “not covered”."""
        return self.primary + self.partial


@dataclass(frozen=True)
class Lens:
    """A framework of others, through which the answers can be looked at.

    Attributes:
        id: Stable key, e.g. ``"altai"``.
        name: Name.
        short: Short name.
        about: What the framework is.
        limits: What this view cannot say.
        source: Address.
        parts: Its headings in their order.
    """

    id: str
    name: str
    short: str
    about: str
    limits: str
    source: str
    parts: tuple[LensPart, ...]

    @cached_property
    def items(self) -> frozenset[str]:
        """Every item that is related to any part."""
        return frozenset(item for part in self.parts for item in part.items)
