"""What a catalogue gives beside its questions: measures, lenses, guidance, words explained."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiassess.domain.guidance import BlockGuidance, Term
from kiassess.domain.lenses import Lens
from kiassess.domain.measures import HelpOffer, Measure, ReferenceStrategy
from kiassess.domain.plausibility import Pair


@dataclass(frozen=True)
class Catalogue:
    """Everything around a questionnaire in one language; a small questionnaire has none of it.

    Unlike the questions it is not kept with an assessment: advice may become better.

    Attributes:
        measures: By ``Measure.id``, in the order of the catalogue.
        lenses: By ``Lens.id``.
        pairs: By ``Pair.id``, in the order of the catalogue.
        offers: By ``HelpOffer.id``.
        references: By ``ReferenceStrategy.id``.
        guidance: By ``BuildingBlock.id``.
        terms: By ``Term.id``.
    """

    measures: Mapping[str, Measure]
    lenses: Mapping[str, Lens]
    pairs: Mapping[str, Pair]
    offers: Mapping[str, HelpOffer]
    references: Mapping[str, ReferenceStrategy]
    guidance: Mapping[str, BlockGuidance]
    terms: Mapping[str, Term]
