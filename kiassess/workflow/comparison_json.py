"""What scripts read of a comparison: plain values, ready for ``json.dumps``.

The names are promised to scripts; numbers are unrounded, and ``None`` stands where there is no
value.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import pairwise
from typing import Any

from kiassess.domain.change_split import RoundChange
from kiassess.domain.compared_round import ComparedRound
from kiassess.domain.comparison import ComparedPart, Comparison
from kiassess.domain.group_gaps import gate_counts, gates_over_time, item_counts
from kiassess.domain.peers import PeerGroup, Standing
from kiassess.domain.scoring import BlockScore
from kiassess.domain.statistics import Statistics
from kiassess.domain.trend import Trend, TrendRound
from kiassess.workflow.profile_json import Json, municipality_json


def comparison_json(
    comparison: Comparison,
    keys: Sequence[str],
    *,
    anonymous: bool = False,
    peers: PeerGroup | None = None,
    found: Iterable[Standing] = (),
    trend: Trend | None = None,
) -> Json:
    """A comparison.

    Args:
        comparison: The comparison.
        keys: What each assessment is called: its id, or in an anonymous comparison its alias.
        anonymous: Whether nothing but the alias is told of an assessment.
        peers: The peer group of one assessment, if one was asked for.
        found: Where it stands among them; all statistics are of the peers then, without the
            assessment itself.
        trend: Of the one municipality, if all rounds compared are its own.
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
        **(_group(comparison, anonymous=anonymous) if peers is None else {"peers": _peers(peers)}),
        **({} if trend is None else {"trend": trend_json(trend)}),
    }


def trend_json(trend: Trend) -> Json:
    """All rounds of one municipality, the oldest first, and what changed from one to the next."""
    ids = [one.id for one in trend.rounds]
    return {
        "rounds": [_round(one) for one in trend.rounds],
        "common_items": len(trend.items),
        "blocks": [
            {
                "id": block.id,
                "values": {key: _scored(one) for key, one in zip(ids, block.scores, strict=True)},
            }
            for block in trend.blocks
        ],
        "changes": [
            _change(change, *pair)
            for change, pair in zip(trend.changes, pairwise(ids), strict=True)
        ],
    }


def _round(one: TrendRound) -> Json:
    return {
        "id": one.id,
        "round_date": one.round_date.isoformat(),
        "extent": one.extent.value,
        "questionnaire_version": one.version,
        "answered_by": dict(one.who),
    }


def _scored(one: BlockScore) -> Json:
    score = one.score
    return {
        "value": score.value,
        "low": score.low,
        "high": score.high,
        "coverage": score.coverage,
        "secured_level": one.secured_level,
        "limited": one.limited_comparability,
    }


def _change(change: RoundChange, earlier: str, later: str) -> Json:
    return {
        "from": earlier,
        "to": later,
        "common_items": change.n_common,
        "answered_by_others": change.n_others_answered,
        "blocks": [
            {
                "id": block.id,
                "before": block.before.value,
                "after": block.after.value,
                **({} if block.split is None else asdict(block.split)),
            }
            for block in change.blocks
        ],
        "moved": [
            {
                "id": one.item.id,
                "before": one.before,
                "after": one.after,
                "answered_by_before": list(one.who_before),
                "answered_by_after": list(one.who_after),
            }
            for one in change.moved
        ],
    }


def _group(comparison: Comparison, *, anonymous: bool) -> Json:
    """What the group lacks, and how its gates stand; what would tell of a few is left out."""
    return {
        "gates": [
            {
                "id": count.item.id,
                **{status.value: n for status, n in count.counts.items()},
                "lacked_by_most": count.lacked_by_most,
            }
            for count in gate_counts(comparison)
        ],
        "item_counts": [
            {
                "id": count.item.id,
                "levels": list(count.levels),
                "unknown": count.unknown,
                "not_applicable": count.not_applicable,
                "below": count.below,
                "lacked_by_most": count.lacked_by_most,
            }
            for count in item_counts(comparison, anonymous=anonymous)
        ],
        "gates_over_time": [
            {"year": year.year, "n": year.n, "met": dict(year.met)}
            for year in gates_over_time(comparison, anonymous=anonymous)
            if year.met is not None
        ],
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
