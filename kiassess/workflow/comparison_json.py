"""What scripts read of a comparison: plain values, ready for ``json.dumps``.

The names are promised to scripts; numbers are unrounded, and ``None`` stands where there is no
value.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from kiassess.domain.compared_round import ComparedRound
from kiassess.domain.comparison import ComparedPart, Comparison
from kiassess.domain.peers import PeerGroup, Standing
from kiassess.domain.statistics import Statistics
from kiassess.workflow.profile_json import Json, municipality_json


def comparison_json(
    comparison: Comparison,
    keys: Sequence[str],
    *,
    anonymous: bool = False,
    peers: PeerGroup | None = None,
    found: Iterable[Standing] = (),
) -> Json:
    """A comparison.

    Args:
        comparison: The comparison.
        keys: What each assessment is called: its id, or in an anonymous comparison its alias.
        anonymous: Whether nothing but the alias is told of an assessment.
        peers: The peer group of the first assessment, if one was asked for; all statistics are
            of the peers then, without the assessment itself.
        found: Where it stands among them.
    """
    standing = {one.id: one for one in found}
    rows = zip(comparison.chosen, keys, strict=True)
    return {
        "assessments": [{"id": key} if anonymous else _assessment(one) for one, key in rows],
        "common_items": len(comparison.items),
        "items": [item.id for item in comparison.items],
        "blocks": [_block(part, keys, standing.get(part.id)) for part in comparison.blocks],
        "areas": [_part(part, keys, part.statistics) for part in comparison.areas]
        if not peers
        else [],
        "suppressed": peers.suppressed if peers else comparison.suppressed,
        "notes": [note.value for note in comparison.notes],
        **({} if peers is None else {"peers": _peers(peers)}),
    }


def _assessment(one: ComparedRound) -> Json:
    return {
        "id": one.id,
        "municipality": municipality_json(one.municipality),
        "size_class": one.size_class and one.size_class.value,
        "extent": one.extent.value,
        "round_date": one.round_date.isoformat(),
        "is_example": one.is_example,
    }


def _block(part: ComparedPart, keys: Sequence[str], standing: Standing | None) -> Json:
    if standing is None:
        return _part(part, keys, part.statistics)
    fields = _part(part, keys, standing.statistics)
    return {**fields, "percentile": standing.percentile}


def _part(part: ComparedPart, keys: Sequence[str], statistics: Statistics) -> Json:
    by_key = dict(
        zip(keys, zip(part.values, part.tendencies, part.limited, strict=True), strict=True)
    )
    told: dict[str, Any] = {
        "id": part.id,
        "values": {key: value for key, (value, _, _) in by_key.items()},
        "limited": [key for key, (_, _, limited) in by_key.items() if limited],
        "n": statistics.n,
        "median": statistics.median,
        "quartiles": None if statistics.quartiles is None else list(statistics.quartiles),
    }
    tendencies = {key: found.value for key, (_, found, _) in by_key.items() if found is not None}
    return {**told, "tendencies": tendencies} if tendencies else told


def _peers(group: PeerGroup) -> Json:
    return {
        "type": group.type.value,
        "size_class": group.size_class.value,
        "n": len(group.members),
    }
