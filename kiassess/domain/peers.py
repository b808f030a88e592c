"""The peer group of a municipality, and where it stands among them. Never a rank.

Peers are bodies of the same kind and size class, each with its latest round that is no quick check,
answered with the same questionnaire in any version. The municipality itself is left out: with it,
five values would be four others and one it knows. Size makes a comparison fair; it is no norm.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiassess.domain.common_items import columns_of, common_items, newest_of
from kiassess.domain.compared_round import ComparedRound, body_of, latest_rounds
from kiassess.domain.many_scores import score_blocks
from kiassess.domain.municipality import OrganisationType, SizeClass
from kiassess.domain.profile import SAME
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.statistics import MEDIAN_FROM, Statistics, statistics_of


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """Municipalities like one of them.

    Attributes:
        type: Their kind.
        size_class: Their size class.
        members: One assessment of each; the municipality itself is not among them.
    """

    type: OrganisationType
    size_class: SizeClass
    members: tuple[ComparedRound, ...]

    @property
    def suppressed(self) -> bool:
        """Whether the group is too small to say anything about."""
        return len(self.members) < MEDIAN_FROM


@dataclass(frozen=True, slots=True)
class Standing:
    """One building block of a municipality among its peers.

    Attributes:
        id: ``BuildingBlock.id``.
        value: Its own, in levels, over the items common to all; ``None`` if it has none.
        percentile: The share of the peers below it, 0.0–1.0, those with the same value counting
            half; ``None`` without a value or with fewer than five peers' values.
        statistics: Of the peers' values.
    """

    id: str
    value: float | None
    percentile: float | None
    statistics: Statistics


def peer_group(
    own: ComparedRound, everyone: Iterable[ComparedRound], editions: Mapping[int, Questionnaire]
) -> PeerGroup | None:
    """The peers of a municipality.

    Args:
        own: The assessment that is looked at.
        everyone: All assessments there are; its own ones may be among them.
        editions: The questionnaires by ``ComparedRound.edition``.

    Returns:
        ``None`` if its size is not known. Examples have only examples for peers.
    """
    size, kind = own.size_class, own.municipality.type
    if size is None:
        return None
    body, questionnaire = body_of(own.municipality), editions[own.edition].id
    asked = {key for key, edition in editions.items() if edition.id == questionnaire}
    alike = [
        one
        for one in everyone
        if one.municipality.type is kind
        and one.is_example == own.is_example
        and one.edition in asked
    ]
    latest = (alike[at] for at in latest_rounds(alike))
    members = (one for one in latest if one.size_class is size)
    return PeerGroup(kind, size, tuple(one for one in members if body_of(one.municipality) != body))


def standings(
    own: ComparedRound, group: PeerGroup, editions: Mapping[int, Questionnaire]
) -> tuple[Standing, ...]:
    """Where a municipality stands in each building block, over the items all have in common."""
    chosen = (own, *group.members)
    kinds = dict.fromkeys((one.edition, one.extent) for one in chosen)
    reference = newest_of({edition for edition, _ in kinds}, editions)
    items = common_items(reference, kinds, editions)
    columns = columns_of(chosen, items, editions)
    found = []
    for block in score_blocks(reference.blocks, items, columns, len(chosen)):
        value = None if own.quick else block.values[0]
        others = [other for other in block.values[1:] if other is not None]
        found.append(Standing(block.id, value, percentile(value, others), statistics_of(others)))
    return tuple(found)


def percentile(value: float | None, others: Sequence[float]) -> float | None:
    """The mid-rank of a value among others as a share, 0.0–1.0.

    Args:
        value: ``None`` has no place.
        others: Without the value itself; fewer than five give no place.
    """
    if value is None or len(others) < MEDIAN_FROM:
        return None
    below = sum(other < value - SAME for other in others)
    above = sum(other > value + SAME for other in others)
    return (below + (len(others) - below - above) / 2) / len(others)
