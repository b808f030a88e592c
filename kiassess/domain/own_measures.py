"""Measures a municipality has written itself or in its own words, and those it does not want."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace

from kiassess.domain.entries import MOST_LISTED, KeptEntry, refuse_blank, refuse_lists
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.measures import Cost, Effort, Measure, Trigger
from kiassess.domain.planning import STEPS
from kiassess.marks import override

OWN = "own."  # begins the ids of entries that stand for nothing in the catalogue
USUAL_STEP = 6  # the plan of action
BENEFITS = range(1, 4)


@dataclass(frozen=True, slots=True)
class OwnMeasure(KeptEntry):
    """A measure of the municipality, or its own words for one of the catalogue.

    Its id begins with ``OWN``, or it is that of a measure in the catalogue; then whatever is
    empty or ``None`` is as there.

    Attributes:
        title: What is done; an own measure must have one.
        goal: What is better afterwards.
        steps: The steps in their order.
        result: What lies on the table at the end.
        pitfall: The typical stumbling block.
        kpi: The figure that shows whether it worked.
        effort: Person-days, as a class.
        cost: Money, as a class.
        benefit: 1 (some) to 3 (large).
        lead: ``Role.id`` of who leads; of an own measure possibly ``""``.
        step: Of the seven to a strategy, 1–7.
        triggers: The answers that make it fit; of an own measure possibly none, then it always
            fits.

    Raises:
        ValueError: A value lies outside, or an own measure has no title; the sentence names it.
    """

    title: str = ""
    goal: str = ""
    steps: tuple[str, ...] = ()
    result: str = ""
    pitfall: str = ""
    kpi: str = ""
    effort: Effort | None = None
    cost: Cost | None = None
    benefit: int | None = None
    lead: str = ""
    step: int | None = None
    triggers: tuple[Trigger, ...] = ()

    @override
    def __post_init__(self) -> None:
        KeptEntry.__post_init__(self)
        if self.is_own:
            refuse_blank(self.title, "title")
        refuse_lists(triggers=(one.item_id for one in self.triggers))
        if len(self.steps) > MOST_LISTED:
            raise ValueError("steps")
        if self.benefit is not None and self.benefit not in BENEFITS:
            raise ValueError("benefit")
        if self.step is not None and self.step not in STEPS:
            raise ValueError("step")
        if not all(one.item_id.strip() and 1 <= one.below <= TOP_LEVEL for one in self.triggers):
            raise ValueError("triggers")

    @property
    def is_own(self) -> bool:
        """Whether it stands for nothing in the catalogue."""
        return self.id.startswith(OWN)


@dataclass(frozen=True, slots=True)
class HiddenMeasure(KeptEntry):
    """A measure the municipality does not want to see; its id is that of the measure.

    Attributes:
        reason: Why; never blank.

    Raises:
        ValueError: There is no reason.
    """

    reason: str

    @override
    def __post_init__(self) -> None:
        KeptEntry.__post_init__(self)
        refuse_blank(self.reason, "reason")


def own_words(measure: Measure, own: OwnMeasure) -> Measure:
    """A measure of the catalogue in the words of the municipality."""
    names = [one.name for one in fields(own) if one.name != "id"]
    said = {name: value for name in names if (value := getattr(own, name))}
    return replace(measure, **said)


def as_measure(own: OwnMeasure) -> Measure:
    """An own measure as one of the catalogue; what nobody has said is middling."""
    return Measure(
        id=own.id,
        title=own.title,
        goal=own.goal,
        steps=own.steps,
        result=own.result,
        pitfall=own.pitfall,
        kpi=own.kpi,
        effort=own.effort or Effort.S,
        cost=own.cost or Cost.K0,
        benefit=own.benefit or 2,
        lead=own.lead,
        step=own.step or USUAL_STEP,
        triggers=own.triggers,
    )


def with_own(
    measures: Mapping[str, Measure], own: Iterable[OwnMeasure], hidden: Collection[str] = ()
) -> dict[str, Measure]:
    """All measures as the municipality sees them, by id: those of the catalogue come first.

    Args:
        measures: Those of the catalogue by id.
        own: What the municipality has written. Its words for a measure that is no longer in the
            catalogue are left out.
        hidden: Ids of the measures it does not want; see ``HiddenMeasure``.
    """
    written = {one.id: one for one in own}
    found = {
        key: own_words(measure, written[key]) if key in written else measure
        for key, measure in measures.items()
    }
    found |= {key: as_measure(one) for key, one in written.items() if one.is_own}
    return {key: measure for key, measure in found.items() if key not in hidden}
