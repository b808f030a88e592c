"""One assessment as it is compared: who, when, and its levels in a short row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiassess.domain.assessment import AiInUse, Assessment, OpenAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.levels_row import levels_row
from kiassess.domain.municipality import Municipality, SizeClass, size_class

Body = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedRound:
    """One assessment as it is compared.

    Attributes:
        id: ``Assessment.id``.
        municipality: Who assesses itself, with the facts of that day.
        edition: Which questionnaire it was answered with, by a key of the caller.
        extent: Which selection of items was asked.
        round_date: The day the round stands for.
        levels: Its answers, see ``levels_row``.
        ai_in_use: ``None`` as long as nobody has said.
        is_example: Whether it is a fictitious example.
    """

    id: str
    municipality: Municipality
    edition: int
    extent: Extent
    round_date: date
    levels: bytes
    ai_in_use: AiInUse | None = None
    is_example: bool = False

    @property
    def quick(self) -> bool:
        """Whether it gives tendencies only."""
        return self.extent is Extent.QUICK

    @property
    def size_class(self) -> SizeClass | None:
        """The size class of its round; ``None`` without a population."""
        return size_class(self.municipality.population)


def compared_round(opened: OpenAssessment, edition: int) -> ComparedRound:
    """An assessment with its answers as it is compared."""
    ids = (item.id for item in opened.questionnaire.items())
    return as_compared(opened.assessment, edition, levels_row(ids, opened.answers))


def as_compared(assessment: Assessment, edition: int, levels: bytes) -> ComparedRound:
    """An assessment whose row of levels is known, as it is compared."""
    return ComparedRound(
        id=assessment.id,
        municipality=assessment.municipality,
        edition=edition,
        extent=assessment.extent,
        round_date=assessment.round_date,
        levels=levels,
        ai_in_use=assessment.ai_in_use,
        is_example=assessment.is_example,
    )


def body_of(municipality: Municipality) -> Body:
    """What tells a municipality from others: its key, or without one its kind and name."""
    if municipality.key:
        return (municipality.key,)
    return (municipality.type.value, municipality.name, municipality.state)


def latest_rounds(chosen: Sequence[ComparedRound]) -> tuple[int, ...]:
    """The places of the latest round of each municipality, quick checks left out."""
    found: dict[Body, int] = {}
    for at, one in enumerate(chosen):
        if one.extent is Extent.QUICK:
            continue
        body = body_of(one.municipality)
        known = chosen[found.setdefault(body, at)]
        if one.round_date > known.round_date or (
            one.round_date == known.round_date and one.id > known.id
        ):
            found[body] = at
    return tuple(sorted(found.values()))
