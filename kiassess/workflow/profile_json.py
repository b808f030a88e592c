"""What scripts read: assessments and profiles as plain values, ready for ``json.dumps``.

The names are promised to scripts; numbers are unrounded, and ``None`` stands where there is
no value.
"""

from typing import Any

from kiassess.domain.assessment import AiInUse, Assessment, Listed, OpenAssessment
from kiassess.domain.lens_profile import LensProfile, PartResult, look_through
from kiassess.domain.lenses import Lens
from kiassess.domain.municipality import Municipality
from kiassess.domain.profile import BlockResult, GateResult, Profile, Tendency, make_profile
from kiassess.domain.scoring import FacetScore, Score

Json = dict[str, Any]


def profile_json(opened: OpenAssessment, lens: Lens | None = None) -> Json:
    """The readiness profile of an assessment, with a lens also what that shows.

    In the quick check a tendency stands in place of every score, and there is no band.
    """
    profile = make_profile(opened)
    assessment = opened.assessment
    return {
        "assessment": assessment.id,
        "municipality": municipality_json(assessment.municipality),
        "questionnaire": _questionnaire(assessment),
        "extent": assessment.extent.value,
        "blocks": [_block(block, profile) for block in profile.blocks],
        "areas": [_area(area, profile) for area in profile.areas],
        "gates": {
            "met": profile.gates_met,
            "total": len(profile.gates),
            "ai_in_use": _ai(profile.ai_in_use),
            "items": [_gate(gate) for gate in profile.gates],
        },
        "unknown_items": list(profile.unknown_items),
        "order_is_robust": profile.order_is_robust,
        **({} if lens is None else {"lens": _lens(look_through(lens, opened))}),
    }


def listed_json(listed: Listed) -> Json:
    """An assessment with its progress, without its answers."""
    assessment, progress = listed.assessment, listed.progress
    return {
        "id": assessment.id,
        "municipality": municipality_json(assessment.municipality),
        "questionnaire": _questionnaire(assessment),
        "extent": assessment.extent.value,
        "round_date": assessment.round_date.isoformat(),
        "ai_in_use": _ai(assessment.ai_in_use),
        "is_example": assessment.is_example,
        "progress": {
            "settled": progress.settled,
            "unknown": progress.unknown,
            "total": progress.total,
        },
        "created_at": assessment.created_at.isoformat(),
        "changed_at": assessment.changed_at.isoformat(),
    }


def municipality_json(municipality: Municipality) -> Json:
    """A municipality with the facts of its round."""
    return {
        "name": municipality.name,
        "type": municipality.type.value,
        "key": municipality.key,
        "state": municipality.state,
        "district": municipality.district,
        "population": municipality.population,
        "designation": municipality.designation,
        "territory_date": municipality.territory_date,
    }


def _questionnaire(assessment: Assessment) -> Json:
    return {"id": assessment.questionnaire_id, "version": assessment.questionnaire_version}


def _ai(ai_in_use: AiInUse | None) -> str | None:
    return None if ai_in_use is None else ai_in_use.value


def _block(block: BlockResult, profile: Profile) -> Json:
    quick = profile.tendencies_only
    return {
        "id": block.id,
        **_numbers(block.score, quick=quick, tendency=block.tendency),
        "secured_level": block.scored.secured_level,
        "facets": [_facet(facet, quick=quick) for facet in block.scored.facets],
        "n_items": block.score.n_items,
        "limited_comparability": block.scored.limited_comparability,
    }


def _area(area: BlockResult, profile: Profile) -> Json:
    """Like a block; an area has no gates of its own, so nothing secures a level."""
    fields = _block(area, profile)
    del fields["secured_level"]
    return fields


def _facet(facet: FacetScore, *, quick: bool) -> Json:
    """One half of a double block; the quick check tells no tendency of a half."""
    return {"id": facet.id, **_numbers(facet.score, quick=quick)}


def _lens(profile: LensProfile) -> Json:
    quick = profile.tendencies_only
    return {
        "id": profile.lens.id,
        "name": profile.lens.name,
        "parts": [_part(result, quick=quick) for result in profile.parts],
    }


def _part(result: PartResult, *, quick: bool) -> Json:
    """One part; its items are those asked, so a part can be covered and have none."""
    return {
        "id": result.part.id,
        "name": result.part.name,
        **_numbers(result.score, quick=quick, tendency=result.tendency),
        "n_items": result.n_items,
        "n_primary": len(result.primary),
        "n_partial": len(result.partial),
        "covered": result.covered,
    }


def _numbers(score: Score, *, quick: bool, tendency: Tendency | None = None) -> Json:
    value = {"tendency": tendency and tendency.value} if quick else {"score": score.value}
    return {**value, "low": score.low, "high": score.high, "coverage": score.coverage}


def _gate(gate: GateResult) -> Json:
    return {
        "item": gate.item_id,
        "met": gate.met,
        "level": gate.level,
        "state": gate.state.value,
    }
