"""The generic measure “next level”: for an answer below its target that no measure fits.

It is an ordinary measure with the id ``n.<item>.<level>`` whose only trigger is that level. Its
title is the text of the level; a shell says in front of it what it is. How much work it is nobody
has estimated: it counts as small up to level 2, as medium for level 3 and as large for level 4.
Nothing is known of its cost, and shells do not name any. Its benefit is the number of building
blocks the item feeds, at most three.
"""

from collections.abc import Mapping

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.kinds import LEVELS
from kiassess.domain.measures import Cost, Effort, Measure, Trigger
from kiassess.domain.questionnaire import GATE_LEVEL, Item, Questionnaire

PREFIX = "n."
EFFORTS: Mapping[int, Effort] = {1: Effort.S, 2: Effort.S, 3: Effort.M, 4: Effort.L}
MOST_BENEFIT = 3
GOING_ON = 7  # the last of the seven steps to a strategy: to stay at it


def is_generic(measure_id: str) -> bool:
    """Whether an id is that of a generic measure; those of catalogues begin with ``m.``."""
    return measure_id.startswith(PREFIX)


def next_level(item: Item, level: int) -> Measure:
    """The generic measure that brings an item to a level.

    Args:
        item: What is asked.
        level: The level it leads to, 1–4.
    """
    return Measure(
        id=f"{PREFIX}{item.id}.{level}",
        title=item.levels[level],
        goal="",
        steps=(),
        result=item.levels[level],
        pitfall="",
        kpi="",
        effort=EFFORTS[level],
        cost=Cost.K0,
        benefit=min(len(item.contributions), MOST_BENEFIT),
        lead=next(iter(item.roles), ""),
        step=GOING_ON,
        triggers=(Trigger(item.id, level),),
    )


def find_measure(
    measure_id: str, measures: Mapping[str, Measure], questionnaire: Questionnaire
) -> Measure | None:
    """The measure with an id, of the catalogue or generic; ``None`` if there is none."""
    if not is_generic(measure_id):
        return measures.get(measure_id)
    item_id, _, level = measure_id.removeprefix(PREFIX).rpartition(".")
    item = next((one for one in questionnaire.items() if one.id == item_id), None)
    if item is None or level not in {str(one) for one in LEVELS[1:]}:
        return None
    return next_level(item, int(level))


def level_wanted(opened: OpenAssessment, item: Item) -> int:
    """The level to reach: the target, and for a minimum requirement at least 2; 0 for none."""
    return max(opened.target(item) or 0, GATE_LEVEL if item.gate else 0)
