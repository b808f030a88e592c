"""Action fields: where in the work of a municipality AI may help, and how much that matters."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiassess.domain.entries import KeptEntry, refuse_blank, refuse_rates
from kiassess.domain.own_measures import OWN
from kiassess.marks import override

MUCH = 3  # the lowest rating that says much
FIELDS = ("administration", "mobility", "education", "climate", "land_use", "participation")


@dataclass(frozen=True, slots=True)
class ActionField(KeptEntry):
    """One field; its id is one of ``FIELDS``, or begins with ``OWN``.

    Attributes:
        name: What it is called; ``""`` for one of ``FIELDS``, which are named by the program.
        challenge: How much the municipality is pressed there, 1 little to 4 very much; ``None``
            if nobody has rated it. So are the next two.
        resources: How much it can put into it.
        benefit: How much people would gain.
        note: Free text.

    Raises:
        ValueError: A rating lies outside, the id is none, or an own field has no name.
    """

    name: str = ""
    challenge: int | None = None
    resources: int | None = None
    benefit: int | None = None
    note: str = ""

    @override
    def __post_init__(self) -> None:
        KeptEntry.__post_init__(self)
        if self.id.startswith(OWN):
            refuse_blank(self.name, "name")
        elif self.id not in FIELDS:
            raise ValueError("id")
        rates = {"challenge": self.challenge, "resources": self.resources, "benefit": self.benefit}
        refuse_rates(**rates)

    @property
    def is_rated(self) -> bool:
        """Whether all three ratings are there, so that it has a place in the matrix."""
        return None not in {self.challenge, self.resources, self.benefit}

    @property
    def is_pressing(self) -> bool:
        """Whether the challenge is rated as great."""
        return self.challenge is not None and self.challenge >= MUCH

    @property
    def is_equipped(self) -> bool:
        """Whether there is enough to begin with."""
        return self.resources is not None and self.resources >= MUCH


def all_fields(kept: Iterable[ActionField]) -> tuple[ActionField, ...]:
    """Every field, those of ``FIELDS`` first and also if nobody has said anything about them."""
    found = {field.id: field for field in kept}
    known = (found.get(key) or ActionField(key) for key in FIELDS)
    own = (field for key, field in found.items() if key not in FIELDS)
    return (*known, *sorted(own, key=lambda field: (field.name.casefold(), field.id)))
