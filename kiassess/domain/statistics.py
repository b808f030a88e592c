"""What is said of a group of values: number, median, quartiles; nothing of a small group.

A median is told from five values on, quartiles from twelve: with fewer, a figure says more about
single municipalities than about the group. The numbers are conventions of this method (R23).

Quantiles are those of type 7 in Hyndman & Fan, “Sample Quantiles in Statistical Packages”, The
American Statistician 50 (1996) 361–365: with the n values in order, x₁ … xₙ, and h = (n - 1)·p + 1,
the quantile is x⌊h⌋ + (h - ⌊h⌋)·(x⌊h⌋₊₁ - x⌊h⌋). It is what QUANTIL.INKL (QUARTILE.INC) of
spreadsheets, ``quantile`` of R and ``numpy.percentile`` give unless told otherwise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

MEDIAN_FROM = 5
QUARTILES_FROM = 12


@dataclass(frozen=True, slots=True)
class Statistics:
    """A group of values in a few numbers.

    Attributes:
        n: How many values there are; those without a value do not count.
        median: ``None`` below five values.
        quartiles: The lower and the upper one; ``None`` below twelve values.
    """

    n: int
    median: float | None = None
    quartiles: tuple[float, float] | None = None

    @property
    def suppressed(self) -> bool:
        """Whether the group is too small to say anything about."""
        return self.n < MEDIAN_FROM


def statistics_of(values: Iterable[float | None]) -> Statistics:
    """The statistics of some values; ``None`` among them is no value and counts nowhere."""
    known = sorted(value for value in values if value is not None)
    n = len(known)
    return Statistics(
        n=n,
        median=quantile(known, 0.5) if n >= MEDIAN_FROM else None,
        quartiles=(quantile(known, 0.25), quantile(known, 0.75)) if n >= QUARTILES_FROM else None,
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """The quantile of type 7.

    Args:
        ordered: At least one value, the smallest first.
        share: 0.0–1.0; 0.5 for the median.
    """
    place = (len(ordered) - 1) * share
    below = floor(place)
    if below == len(ordered) - 1:
        return ordered[below]
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])
