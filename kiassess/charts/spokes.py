"""Names around a ring: as large a ring as there is room for, and no name touching it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, hypot, inf, sin, tau
from typing import NamedTuple, Self

from kiassess.charts.lettering import text_height, text_width, wrap

PAD_IN = 0.12  # between ring and names, and between names
STEP_IN = 0.02
UPRIGHT = 0.1  # sine of the angle below which a spoke counts as upright
LEAST_RADIUS_IN = 0.5
WRAPS_IN = (3.0, 2.2, 1.7, 1.3, 1.0, 0.7)  # widths of names to try, times the letters' size


class _Text(NamedTuple):
    text: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside its spoke; lengths in inches from the middle of the ring.

    Attributes:
        text: Broken into lines.
        side: -1 left of the ring, 1 right of it, 0 above or below.
        x: Middle of the text.
        y: Middle of the text, upwards.
        width: Of the widest line.
        height: Of all lines.
    """

    text: str
    side: int
    x: float
    y: float
    width: float
    height: float

    def touches(self, other: Self) -> bool:
        """Whether two labels come closer than they should."""
        apart = abs(self.x - other.x) - (self.width + other.width) / 2
        above = abs(self.y - other.y) - (self.height + other.height) / 2
        return apart < PAD_IN and above < 0


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring with its names; lengths in inches.

    Attributes:
        radius: Of the ring.
        labels: One a spoke, clockwise from the top.
    """

    radius: float
    labels: tuple[Label, ...]

    @property
    def top(self) -> float:
        """How far it reaches above its middle."""
        return max(self.radius, *(label.y + label.height / 2 for label in self.labels))

    @property
    def bottom(self) -> float:
        """How far it reaches below its middle."""
        return max(self.radius, *(label.height / 2 - label.y for label in self.labels))

    @property
    def side(self) -> float:
        """How far it reaches to the side that needs more."""
        return max(self.radius, *(abs(label.x) + label.width / 2 for label in self.labels))


def angles(count: int) -> list[float]:
    """The directions of the spokes in radians, clockwise from the top."""
    return [tau * spoke / count for spoke in range(count)]


def largest_ring(
    labels: Sequence[tuple[str, str]], *, width_in: float, height_in: float, size_pt: float
) -> Ring:
    """The largest ring that fits with its names, broken as that needs.

    Args:
        labels: For each spoke a name that may be broken, and words below it that may not.
        width_in: The room there is.
        height_in: The room there is.
        size_pt: Size of the letters.
    """
    radius = min(width_in, height_in) / 2
    rings = [
        _shrink(texts, radius, width_in=width_in, height_in=height_in)
        for texts in _broken(labels, size_pt)
    ]
    return max(_narrow_enough(rings, width_in), key=lambda ring: ring.radius)


def height_of_ring(
    labels: Sequence[tuple[str, str]], radius: float, *, width_in: float, size_pt: float
) -> float:
    """The least height for a ring of this size, or of the size the width allows; in inches."""
    tried = [
        _shrink(texts, radius, width_in=width_in, height_in=inf)
        for texts in _broken(labels, size_pt)
    ]
    rings = _narrow_enough(tried, width_in)
    largest = max(ring.radius for ring in rings)
    return min(ring.top + ring.bottom for ring in rings if ring.radius > largest - STEP_IN)


def _narrow_enough(rings: list[Ring], width_in: float) -> list[Ring]:
    """Those that fit into a width; where none does, the narrowest."""
    fitting = [ring for ring in rings if 2 * ring.side <= width_in]
    return fitting or [min(rings, key=lambda ring: ring.side)]


def _broken(labels: Sequence[tuple[str, str]], size_pt: float) -> list[tuple[_Text, ...]]:
    """All labels, broken more and more."""
    tried = []
    for room in WRAPS_IN:
        broken = [f"{wrap(name, room * size_pt / 10, size_pt)}\n{below}" for name, below in labels]
        tried.append(
            tuple(
                _Text(text, text_width(text, size_pt), text_height(text, size_pt))
                for text in broken
            )
        )
    return tried


def _shrink(texts: tuple[_Text, ...], radius: float, *, width_in: float, height_in: float) -> Ring:
    """Make a ring smaller until it fits with its names; never too small to be seen."""
    ring = _ring(texts, radius)
    while ring.radius > LEAST_RADIUS_IN and (
        2 * ring.side > width_in or ring.top + ring.bottom > height_in
    ):
        ring = _ring(texts, ring.radius - STEP_IN)
    return ring


@lru_cache(maxsize=1024)
def _ring(texts: tuple[_Text, ...], radius: float) -> Ring:
    """A ring of this size; it is tried again and again while a window asks for room."""
    directions = angles(len(texts))
    labels = [_beside(t, angle, radius) for t, angle in zip(texts, directions, strict=True)]
    placed: dict[int, Label] = {}
    # From the sides of the ring outwards: where it is tight, those above and below give way.
    for spoke in sorted(range(len(labels)), key=lambda spoke: abs(labels[spoke].y)):
        label = labels[spoke]
        away = STEP_IN if label.y > 0 else -STEP_IN
        while any(label.touches(other) for other in placed.values()):
            label = replace(label, y=label.y + away)
        placed[spoke] = label
    return Ring(radius, tuple(placed[spoke] for spoke in range(len(labels))))


def _beside(text: _Text, angle: float, radius: float) -> Label:
    """Move a text outwards along its spoke until it is clear of the ring.

    Left and right of the ring it begins at its spoke, so that neighbours part.
    """
    side = 0 if abs(sin(angle)) < UPRIGHT else 1 if sin(angle) > 0 else -1
    away = radius
    while True:
        x, y = away * sin(angle) + side * text.width / 2, away * cos(angle)
        nearest = hypot(max(abs(x) - text.width / 2, 0), max(abs(y) - text.height / 2, 0))
        if nearest >= radius + PAD_IN:
            return Label(text.text, side, x, y, text.width, text.height)
        away += STEP_IN
