"""The profile of an assessment by the parts of a lens instead of the building blocks.

A part is scored like a building block without facets: weight 2 for the items that ask about it
at their core, 1 for those that touch it, with the same band, coverage and 60 % rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.lenses import Lens, LensPart
from kiassess.domain.profile import Tendency, tendency
from kiassess.domain.scoring import PRIMARY_WEIGHT, Rated, Score, score_rated

PARTIAL_WEIGHT = 1


@dataclass(frozen=True, slots=True)
class PartResult:
    """What the answers say about one part of a lens.

    Items that the questionnaire as answered does not know are left out everywhere.

    Attributes:
        part: The part.
        score: Value, band and coverage over the items asked. In the quick check value and band
            are ``None``: there are tendencies only.
        primary: ``Item.id`` of the items asked that ask about it at their core.
        partial: ``Item.id`` of the items asked that touch it.
        not_asked: ``Item.id`` of related items that this extent leaves out.
        tendency: In the quick check; ``None`` below the coverage needed.
    """

    part: LensPart
    score: Score
    primary: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    tendency: Tendency | None = None

    @property
    def n_items(self) -> int:
        """How many related items are asked, those that do not apply among them."""
        return len(self.primary) + len(self.partial)

    @property
    def covered(self) -> bool:
        """Whether any item of the whole questionnaire is related."""
        return self.asked or bool(self.not_asked)

    @property
    def asked(self) -> bool:
        """Whether any related item is asked in this extent."""
        return self.n_items > 0


@dataclass(frozen=True, slots=True)
class LensProfile:
    """An assessment seen through a lens.

    Attributes:
        lens: The lens.
        parts: One result for each of its parts, in their order.
        n_items: Items that are asked and related to any part.
        n_total: Items asked.
        tendencies_only: Whether there are tendencies and no numbers.
    """

    lens: Lens
    parts: tuple[PartResult, ...]
    n_items: int
    n_total: int
    tendencies_only: bool = False


def look_through(lens: Lens, opened: OpenAssessment) -> LensProfile:
    """See the answers of an assessment through a lens; no answer changes.

    The lens may belong to a newer version of the questionnaire than the one answered.
    """
    asked = {item.id for item in opened.items()}
    quick = opened.assessment.extent is Extent.QUICK
    results = (_result(part, opened, asked) for part in lens.parts)
    return LensProfile(
        lens=lens,
        parts=tuple(_silenced(result) if quick else result for result in results),
        n_items=len(asked & lens.items),
        n_total=len(asked),
        tendencies_only=quick,
    )


def _result(part: LensPart, opened: OpenAssessment, asked: set[str]) -> PartResult:
    known = {item.id for item in opened.questionnaire.items()}
    return PartResult(
        part=part,
        score=score_rated(_rated(part, opened)),
        primary=tuple(item_id for item_id in part.primary if item_id in asked),
        partial=tuple(item_id for item_id in part.partial if item_id in asked),
        not_asked=tuple(item_id for item_id in part.items if item_id in known - asked),
    )


def _rated(part: LensPart, opened: OpenAssessment) -> Iterator[Rated]:
    """The related items that are asked, each with its weight and answer."""
    primary, related = frozenset(part.primary), frozenset(part.items)
    for item in opened.items():
        if item.id in related:
            core = item.id in primary
            weight = PRIMARY_WEIGHT if core else PARTIAL_WEIGHT
            yield Rated(item, weight, "", primary=core, answer=opened.answer(item.id))


def _silenced(result: PartResult) -> PartResult:
    """A result with a tendency in place of its numbers."""
    silent = replace(result.score, value=None, low=None, high=None)
    return replace(result, score=silent, tendency=tendency(result.score))
