"""Which items several assessments have in common, and what was answered to them."""

from collections.abc import Iterable, Mapping, Sequence

from kiassess.domain.compared_round import ComparedRound
from kiassess.domain.kinds import Extent
from kiassess.domain.levels_row import NOT_ASKED
from kiassess.domain.questionnaire import Item, Questionnaire


def newest_of(keys: Iterable[int], editions: Mapping[int, Questionnaire]) -> Questionnaire:
    """The newest of some questionnaires, by version; its weights hold for a comparison."""
    return editions[max(keys, key=lambda key: (_age(editions[key]), key))]


def common_items(
    reference: Questionnaire,
    kinds: Iterable[tuple[int, Extent]],
    editions: Mapping[int, Questionnaire],
) -> tuple[Item, ...]:
    """The items that mean the same everywhere and were asked everywhere.

    Args:
        reference: The questionnaire whose items are returned, in its order.
        kinds: Edition and extent of what is compared; a quick check counts for its edition, and
            for its extent only if there is nothing but quick checks.
        editions: The questionnaires.
    """
    kinds = list(kinds)
    longer = [kind for kind in kinds if kind[1] is not Extent.QUICK]
    meanings = [_meanings(editions[key], reference) for key in {key for key, _ in kinds}]
    asked = [{item.id for item in editions[key].items(extent)} for key, extent in longer or kinds]
    return tuple(
        item
        for item in reference.items()
        if all(known.get(item.id) == item.levels for known in meanings)
        and all(item.id in ids for ids in asked)
    )


def columns_of(
    chosen: Sequence[ComparedRound], items: Sequence[Item], editions: Mapping[int, Questionnaire]
) -> dict[str, bytes]:
    """What was answered to each item, by item id; the n-th byte belongs to the n-th assessment.

    An item that was not asked is ``NOT_ASKED``, whatever an earlier, longer extent has left.

    Raises:
        ValueError: A row is longer or shorter than its questionnaire.
    """
    widths = {key: sum(1 for _ in editions[key].items()) for key in {one.edition for one in chosen}}
    if any(len(one.levels) != widths[one.edition] for one in chosen):
        raise ValueError("a row of levels does not belong to its questionnaire")
    places: dict[tuple[int, Extent], list[int]] = {}
    for at, one in enumerate(chosen):
        places.setdefault((one.edition, one.extent), []).append(at)
    stacked = {kind: b"".join(chosen[at].levels for at in found) for kind, found in places.items()}
    orders = {key: [item.id for item in editions[key].items()] for key, _ in places}
    asked = {kind: {item.id for item in editions[kind[0]].items(kind[1])} for kind in places}
    back = _back([at for found in places.values() for at in found])

    def column(kind: tuple[int, Extent], item_id: str) -> bytes:
        if item_id not in asked[kind]:
            return bytes([NOT_ASKED]) * len(places[kind])
        order = orders[kind[0]]
        return stacked[kind][order.index(item_id) :: len(order)]

    joined = {item.id: b"".join(column(kind, item.id) for kind in places) for item in items}
    if len(places) == 1:
        return joined
    return {item_id: bytes(map(whole.__getitem__, back)) for item_id, whole in joined.items()}


def _back(order: Sequence[int]) -> list[int]:
    """Where each assessment went."""
    places = [0] * len(order)
    for place, at in enumerate(order):
        places[at] = place
    return places


def _meanings(questionnaire: Questionnaire, reference: Questionnaire) -> dict[str, tuple[str, ...]]:
    """The level texts by item id; none of another questionnaire, whose ids are its own."""
    if questionnaire.id != reference.id:
        return {}
    return {item.id: item.levels for item in questionnaire.items()}


def _age(questionnaire: Questionnaire) -> tuple[int, ...]:
    parts = questionnaire.version.split(".")
    return tuple(int(part) if part.isdecimal() else 0 for part in parts)
