"""How much work a measure is for one municipality: person-days by size, and shared with others.

All figures are estimates and conventions of this method, not findings. The catalogue names a
class of effort for a municipality of 5,000 to 20,000 inhabitants. It counts with the middle of its
class, in half days; the smallest with one day, the largest, which has no middle, with 60. A smaller
municipality has less to do and a larger one more. Where several do something together, the first
bears the whole effort and every further one 60 % of it; each bears the same share of that sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from kiassess.domain.measures import Effort
from kiassess.domain.municipality import SizeClass, size_class

HALF_DAYS: Mapping[Effort, int] = {
    Effort.XS: 2,
    Effort.S: 7,
    Effort.M: 21,
    Effort.L: 56,
    Effort.XL: 120,
}
FACTORS: Mapping[Effort, int] = {  # what the value of a measure is divided by
    Effort.XS: 1,
    Effort.S: 2,
    Effort.M: 4,
    Effort.L: 8,
    Effort.XL: 16,
}
LARGEST_OF_MIDDLE = 100_000  # inhabitants; above, the effort is twice that of the catalogue
SMALL_FACTOR, MIDDLE_FACTOR, LARGEST_FACTOR = 0.6, 1.5, 2.0
FURTHER_SHARE = 0.6  # what every further partner adds to the effort of the first
SAME = 1e-9  # person-days


@dataclass(frozen=True, slots=True)
class Scale:
    """How many person-days the efforts of a catalogue are for one municipality.

    Attributes:
        population: Inhabitants; ``None`` if unknown, then the efforts stay as they are.
        neighbours: Other municipalities that do the same together with it, 0 or more.
    """

    population: int | None = None
    neighbours: int = 0

    @property
    def factor(self) -> float:
        """What an effort of the catalogue is multiplied by, more than 0 and at most 2."""
        partners = self.neighbours + 1
        return self._size * (1 + FURTHER_SHARE * self.neighbours) / partners

    def days(self, half_days: int) -> float:
        """Person-days of this municipality from half days of the catalogue, unrounded."""
        return half_days / 2 * self.factor

    def days_of(self, effort: Effort) -> float:
        """Person-days of this municipality for a class of effort, unrounded."""
        return self.days(HALF_DAYS[effort])

    def half_days_within(self, days: float) -> int:
        """The most half days of the catalogue that so many person-days are enough for."""
        return floor((days + SAME) * 2 / self.factor)

    @property
    def _size(self) -> float:
        match size_class(self.population):
            case SizeClass.SMALL:
                return SMALL_FACTOR
            case SizeClass.LARGE:
                larger = (self.population or 0) > LARGEST_OF_MIDDLE
                return LARGEST_FACTOR if larger else MIDDLE_FACTOR
            case _:
                return 1.0
