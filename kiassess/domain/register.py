"""The register of AI systems: what is in use or planned, and what follows from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiassess.domain.assessment import AiInUse
from kiassess.domain.entries import KeptEntry, refuse_blank
from kiassess.domain.planning import refuse_days
from kiassess.domain.precheck import Outcome
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.marks import override


class UseStatus(StrEnum):
    """Whether a system is in use."""

    PLANNED = "planned"
    PILOT = "pilot"  # tried out with real work
    IN_USE = "in_use"
    ENDED = "ended"


class AiRole(StrEnum):
    """What the municipality is under the AI Act."""

    DEPLOYER = "deployer"
    PROVIDER = "provider"


class Dpia(StrEnum):
    """The data protection impact assessment."""

    NOT_NEEDED = "not_needed"
    NEEDED = "needed"  # and not made yet
    MADE = "made"


IN_USE = frozenset({UseStatus.PILOT, UseStatus.IN_USE})


@dataclass(frozen=True, slots=True)
class AiSystem(KeptEntry):
    """One AI system; ``None`` and ``""`` for what nobody has said.

    Attributes:
        name: What it is called; never blank.
        status: Whether it is in use.
        purpose: What it is used for.
        provider: Who makes or sells it.
        role: What the municipality is under the AI Act.
        data: Which data go in.
        personal_data: Whether there are personal data among them.
        legal_basis: On which basis they are processed.
        dpia: The data protection impact assessment.
        risk: What to look at under the AI Act; a hint, no legal advice.
        responsible: Person or office in charge.
        start: In use from this day on.
        review: The day it is to be looked at again.
        note: Free text.
        use_case_id: ``UseCase.id`` of what it serves.
        precheck: The first look with the AI Act; ``None`` if it was not made.

    Raises:
        ValueError: There is no name, or the id cannot be one.
    """

    name: str
    status: UseStatus = UseStatus.PLANNED
    purpose: str = ""
    provider: str = ""
    role: AiRole | None = None
    data: str = ""
    personal_data: bool | None = None
    legal_basis: str = ""
    dpia: Dpia | None = None
    risk: Outcome | None = None
    responsible: str = ""
    start: date | None = None
    review: date | None = None
    note: str = ""
    use_case_id: str = ""
    precheck: PrecheckResult | None = None

    @override
    def __post_init__(self) -> None:
        KeptEntry.__post_init__(self)
        refuse_blank(self.name, "name")
        refuse_days(start=self.start, review=self.review)

    @property
    def is_in_use(self) -> bool:
        """Whether somebody works with it, be it to try it out."""
        return self.status in IN_USE


def suggested_ai_in_use(systems: Iterable[AiSystem], said: AiInUse | None) -> AiInUse | None:
    """What the register says to “KI im Einsatz?”, if that is something else than what was said.

    Args:
        systems: The register.
        said: ``Assessment.ai_in_use``.

    Returns:
        ``AiInUse.YES`` if a system is in use and nobody has said so. An empty register proves
        nothing, so it never suggests a no.
    """
    found = any(system.is_in_use for system in systems)
    return AiInUse.YES if found and said is not AiInUse.YES else None


def overdue_reviews(systems: Iterable[AiSystem], today: date) -> tuple[AiSystem, ...]:
    """The systems that were to be looked at before today, the longest overdue first.

    One that is not used any more needs no review.
    """
    late = (
        (system.review, system)
        for system in systems
        if system.review is not None
        and system.review < today
        and system.status is not UseStatus.ENDED
    )
    return tuple(system for _, system in sorted(late, key=lambda pair: (pair[0], pair[1].id)))
