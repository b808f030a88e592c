"""All rounds of one municipality, one after the other, over the items they have in common.

Values follow the rules of ``comparison``: only items that mean the same and were asked each time,
with the weights of the newest version. Quick checks give tendencies only and are left out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.change_split import RoundChange, compare_rounds, who_answered
from kiassess.domain.common_items import common_items, newest_of
from kiassess.domain.kinds import Extent
from kiassess.domain.questionnaire import Item, Questionnaire
from kiassess.domain.scoring import BlockScore, score_block


@dataclass(frozen=True, slots=True)
class TrendRound:
    """One round.

    Attributes:
        id: ``Assessment.id``.
        round_date: The day it stands for.
        extent: Which selection of items was asked.
        version: Of its questionnaire.
        who: How many of the common items each person or office has answered, those with most
            first; an item nobody has signed counts nowhere, one of several voices for each.
    """

    id: str
    round_date: date
    extent: Extent
    version: str
    who: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class BlockTrend:
    """One building block in all rounds.

    Attributes:
        id: ``BuildingBlock.id``.
        scores: One a round: value, band, coverage, secured level.
    """

    id: str
    scores: tuple[BlockScore, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """All rounds of one municipality.

    Attributes:
        rounds: The oldest first; none if there are nothing but quick checks.
        questionnaire: The newest version; its names, its weights. ``None`` without rounds.
        items: The items common to all, in the order they are asked.
        blocks: The building blocks in their fixed order.
        changes: From each round to the next, over the items these two have in common.
    """

    rounds: tuple[TrendRound, ...]
    questionnaire: Questionnaire | None
    items: tuple[Item, ...]
    blocks: tuple[BlockTrend, ...]
    changes: tuple[RoundChange, ...]

    def in_words_of(self, worded: Questionnaire) -> "Trend":
        """The same with names and texts of the newest questionnaire in another language.

        The items that moved keep their words where that questionnaire does not have them.
        """
        known = {item.id: item for item in worded.items()}
        changes = tuple(change.in_words_of(known) for change in self.changes)
        items = tuple(known[item.id] for item in self.items)
        return replace(self, questionnaire=worded, items=items, changes=changes)


def trend_over(opened: Sequence[OpenAssessment]) -> Trend:
    """The trend over some rounds.

    Args:
        opened: Rounds of one municipality in any order, all in one language: whether level texts
            are the same must not depend on who reads.
    """
    longer = [one for one in opened if one.assessment.extent is not Extent.QUICK]
    rounds = sorted(longer, key=lambda one: (one.assessment.round_date, one.assessment.id))
    if not rounds:
        return Trend((), None, (), (), ())
    editions = {at: one.questionnaire for at, one in enumerate(rounds)}
    reference = newest_of(editions, editions)
    kinds = [(at, one.assessment.extent) for at, one in enumerate(rounds)]
    items = common_items(reference, kinds, editions)
    return Trend(
        rounds=tuple(_round(one, items) for one in rounds),
        questionnaire=reference,
        items=items,
        blocks=tuple(
            BlockTrend(block.id, tuple(score_block(block, items, one.answers) for one in rounds))
            for block in reference.blocks
        ),
        changes=tuple(compare_rounds(then, now) for then, now in pairwise(rounds)),
    )


def _round(opened: OpenAssessment, items: Sequence[Item]) -> TrendRound:
    who = Counter(name for item in items for name in who_answered(opened, item.id))
    frame = opened.assessment
    return TrendRound(
        id=frame.id,
        round_date=frame.round_date,
        extent=frame.extent,
        version=opened.questionnaire.version,
        who=dict(sorted(who.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
