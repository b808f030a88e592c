"""Who assesses itself: a municipality in the wide sense, its kind and its size class."""

from dataclasses import dataclass
from enum import StrEnum


class OrganisationType(StrEnum):
    """The kind of body that assesses itself.

    Attributes:
        MUNICIPALITY: Gemeinde or Stadt, kreisfrei or not.
        ASSOCIATION: Verbandsgemeinde, Amt, Samtgemeinde, Verwaltungsgemeinschaft and the
            like; in many states it is the association that runs the administration.
        COUNTY: Landkreis, Kreis, Region; registers also list kreisfreie Städte here.
        OTHER: Anything else, such as a Zweckverband.
    """

    MUNICIPALITY = "municipality"
    ASSOCIATION = "association"
    COUNTY = "county"
    OTHER = "other"


MEDIUM_FROM, LARGE_ABOVE = 5_000, 20_000  # inhabitants


class SizeClass(StrEnum):
    """How large a municipality is, by inhabitants.

    Attributes:
        SMALL: Fewer than 5,000.
        MEDIUM: 5,000 to 20,000, both included.
        LARGE: More than 20,000.
    """

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Municipality:
    """The body that assesses itself, as it was called at one date.

    The key is no stable identity, because territories merge and split every year: what
    stores a municipality stores its key together with ``name`` and ``territory_date``.

    Attributes:
        name: Official name with its addition, e.g. ``"Ulm, Universitätsstadt"``; not blank.
        type: The kind of body.
        key: Official key as text with leading zeros: the AGS (8 digits), the key of an
            association (9) or of a county (5); empty for a body without one.
        state: Name of the Bundesland; may be empty.
        district: Official name of the county it belongs to; empty for a county, for a
            kreisfreie Stadt and where it is unknown.
        population: Inhabitants, 0 or more; ``None`` if unknown.
        designation: Official kind in German, e.g. ``"Kreisfreie Stadt"`` or ``"Amt"``.
        territory_date: ISO date of the territory the register describes; may be empty.

    Raises:
        ValueError: A rule above is broken.
    """

    name: str
    type: OrganisationType = OrganisationType.MUNICIPALITY
    key: str = ""
    state: str = ""
    district: str = ""
    population: int | None = None
    designation: str = ""
    territory_date: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a municipality needs a name")
        if self.key and not (self.key.isascii() and self.key.isdigit()):
            raise ValueError(f"a key consists of digits, not “{self.key}”")
        if self.population is not None and self.population < 0:
            raise ValueError(f"population must not be negative: {self.population}")

    @property
    def short_name(self) -> str:
        """The name without its addition: ``"Ulm"``. Several municipalities may share it."""
        return self.name.partition(",")[0].rstrip()


def same_body(this: Municipality, other: Municipality) -> bool:
    """Whether two are the same body: by the key; without a key, by name and kind."""
    if this.key:
        return this.key == other.key
    return (this.name, this.type) == (other.name, other.type)


def size_class(population: int | None) -> SizeClass | None:
    """Return the size class for a number of inhabitants; ``None`` if that is unknown."""
    if population is None:
        return None
    if population < MEDIUM_FROM:
        return SizeClass.SMALL
    return SizeClass.MEDIUM if population <= LARGE_ABOVE else SizeClass.LARGE
