"""What a value means and what towns do next, and words explained."""

from collections.abc import Mapping
from dataclasses import dataclass

BANDS = 4  # of the value of a block: below 1, below 2, below 3, 3 and more


@dataclass(frozen=True, slots=True)
class Band:
    """What a value in one quarter of the scale means.

    Attributes:
        meaning: What it says about the municipality.
        next: What municipalities typically do next.
    """

    meaning: str
    next: str


@dataclass(frozen=True, slots=True)
class BlockGuidance:
    """How to read the value of one building block.

    Attributes:
        bands: Four, see ``band_of``.
        strength: To be said when the block is among the strongest.
        weakness: To be said when it is among the weakest.
        foundation: To be said when the mean is good but basic items are missing.
    """

    bands: tuple[Band, ...]
    strength: str
    weakness: str
    foundation: str

    def of(self, score: float) -> Band:
        """What a value between 0 and 4 means."""
        return self.bands[band_of(score)]


def band_of(score: float) -> int:
    """Which quarter of the scale an unrounded value lies in: 0 below 1, …, 3 from 3 on."""
    return min(int(score), BANDS - 1)


@dataclass(frozen=True, slots=True)
class Term:
    """A word that cannot be avoided, explained.

    Attributes:
        id: Key.
        name: The word.
        meaning: One to three sentences.
        also: Other spellings under which it is found.
    """

    id: str
    name: str
    meaning: str
    also: tuple[str, ...] = ()


Guidance = Mapping[str, BlockGuidance]  # by ``BuildingBlock.id``
