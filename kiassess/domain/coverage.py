"""What a catalogue asks and offers, counted; so that a promise about it can be checked."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias

from kiassess.domain.catalogue import Catalogue
from kiassess.domain.kinds import Extent
from kiassess.domain.measures import Measure, depth, is_quick_win
from kiassess.domain.questionnaire import Questionnaire

Counts: TypeAlias = Mapping[str, "int | Counts"]


def count(questionnaire: Questionnaire, catalogue: Catalogue) -> dict[str, Counts]:
    """All counts by heading.

    Returns:
        ``extent`` → extent → ``items``, ``gates``, ``area`` → id, ``block`` → id → ``primary``
        and ``total``, ``facet`` → id; ``lens`` → id → part; and ``measures`` → ``total``,
        ``quick_wins``, ``chain`` (the most that have to be done before one of them),
        ``effort`` and ``cost`` → class, ``step`` → number.
    """
    return {
        "extent": {extent.value: _extent(questionnaire, extent) for extent in Extent},
        "lens": {
            lens.id: {part.id: len(part.items) for part in lens.parts}
            for lens in catalogue.lenses.values()
        },
        "measures": _measures(catalogue.measures),
    }


def _extent(questionnaire: Questionnaire, extent: Extent) -> Counts:
    items = list(questionnaire.items(extent))
    feeding = [(c, item) for item in items for c in item.contributions]
    return {
        "items": len(items),
        "gates": sum(item.gate for item in items),
        "area": {
            area.id: sum(extent in item.extents for item in area.items)
            for area in questionnaire.areas
        },
        "block": {
            block.id: {
                "primary": sum(c.block_id == block.id and c.primary for c, _ in feeding),
                "total": sum(c.block_id == block.id for c, _ in feeding),
            }
            for block in questionnaire.blocks
        },
        "facet": Counter(c.facet_id for c, _ in feeding if c.facet_id),
    }


def _measures(measures: Mapping[str, Measure]) -> Counts:
    every = measures.values()
    return {
        "total": len(measures),
        "quick_wins": sum(is_quick_win(measure, measures) for measure in every),
        "chain": max((depth(name, measures) for name in measures), default=0),
        "effort": Counter(measure.effort.value for measure in every),
        "cost": Counter(measure.cost.value for measure in every),
        "step": Counter(str(measure.step) for measure in every),
    }
