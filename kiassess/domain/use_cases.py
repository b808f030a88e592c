"""Use cases: what AI could do for a municipality, and a first look at it with the AI Act."""

from dataclasses import dataclass

from kiassess.domain.entries import KeptEntry, refuse_blank, refuse_rates
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.marks import override


@dataclass(frozen=True, slots=True)
class UseCase(KeptEntry):
    """One use case as it stands on a card.

    Attributes:
        title: What it is called; never blank.
        field_id: ``ActionField.id``; ``""`` if it belongs to none.
        idea: What AI is to do.
        data: Which data it takes, and whether they are there.
        benefit: Who gains what.
        effort: What it takes.
        risk: What may go wrong.
        benefit_rate: How much it brings, 1 little to 4 very much; ``None`` if nobody has rated
            it. So is the next one.
        effort_rate: How much it takes.
        responsible: Person or office in charge.
        precheck: The first look with the AI Act; ``None`` if it was not made.

    Raises:
        ValueError: There is no title, or a rating lies outside.
    """

    title: str
    field_id: str = ""
    idea: str = ""
    data: str = ""
    benefit: str = ""
    effort: str = ""
    risk: str = ""
    benefit_rate: int | None = None
    effort_rate: int | None = None
    responsible: str = ""
    precheck: PrecheckResult | None = None

    @override
    def __post_init__(self) -> None:
        KeptEntry.__post_init__(self)
        refuse_blank(self.title, "title")
        refuse_rates(benefit_rate=self.benefit_rate, effort_rate=self.effort_rate)
