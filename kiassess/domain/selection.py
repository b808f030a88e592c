"""Which assessments are looked at together."""

from dataclasses import dataclass

from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import OrganisationType, SizeClass


@dataclass(frozen=True, slots=True)
class Selection:
    """What an assessment must be like to be chosen. What is empty asks nothing.

    Attributes:
        ids: Ids of assessments.
        search: Part of the municipality's name, in capital or small letters.
        types: Kinds of bodies.
        size_classes: By the population of the round; ``None`` for an unknown one.
        states: Names of the Bundesländer.
        districts: Names of the counties.
        years: Of the round.
        extents: Which selections of items were asked.
        versions: Questionnaire and version.
        examples: Whether fictitious examples are wanted, too.
    """

    ids: frozenset[str] = frozenset()
    search: str = ""
    types: frozenset[OrganisationType] = frozenset()
    size_classes: frozenset[SizeClass | None] = frozenset()
    states: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    extents: frozenset[Extent] = frozenset()
    versions: frozenset[tuple[str, str]] = frozenset()
    examples: bool = True


EVERYTHING = Selection()
