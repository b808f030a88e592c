"""Narrowing a list of measures down: by who leads, building block, step, and words."""

from dataclasses import dataclass

from kiassess.domain.measures import Measure
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.search import search_forms


@dataclass(frozen=True, slots=True)
class MeasureFilter:
    """What a measure has to be to stay in the list; what is empty asks for nothing.

    Attributes:
        words: All of them have to begin a word of its title, its goal or its steps.
        lead: ``Role.id`` of who leads.
        block: ``BuildingBlock.id`` that one of its items feeds.
        step: Of the seven to a strategy, 1–7; ``None`` for any.
    """

    words: str = ""
    lead: str = ""
    block: str = ""
    step: int | None = None

    @property
    def active(self) -> bool:
        """Whether it asks for anything."""
        return self != MeasureFilter() and bool(
            self.lead or self.block or self.step or self.words.strip()
        )

    def lets(self, measure: Measure, questionnaire: Questionnaire, *named: str) -> bool:
        """Whether a measure stays in the list.

        Args:
            measure: Of the catalogue, generic or an own one.
            questionnaire: The one that was answered.
            named: What it is called on the screen beside its title.
        """
        return (
            (not self.lead or measure.lead == self.lead)
            and (self.step is None or measure.step == self.step)
            and (not self.block or self.block in blocks_of(measure, questionnaire))
            and self._says((*named, measure.title, measure.goal, *measure.steps))
        )

    def _says(self, told: tuple[str, ...]) -> bool:
        said = [f" {form}" for one in told for form in search_forms(one)]
        return any(
            all(any(f" {word}" in one for one in said) for word in form.split())
            for form in search_forms(self.words)
        )


def blocks_of(measure: Measure, questionnaire: Questionnaire) -> frozenset[str]:
    """The building blocks the items of a measure feed; none for one without items."""
    ids = {trigger.item_id for trigger in measure.triggers}
    return frozenset(
        part.block_id
        for item in questionnaire.items()
        if item.id in ids
        for part in item.contributions
    )
