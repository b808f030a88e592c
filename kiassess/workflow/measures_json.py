"""What scripts read of recommended measures: plain values, ready for ``json.dumps``.

The names are promised to scripts; numbers are unrounded, and ``None`` stands where there is no
value. Efforts and benefits are estimates.
"""

from collections.abc import Sequence
from typing import Any

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.effort import Scale
from kiassess.domain.firing import Reason, Situation, Standing, with_standing
from kiassess.domain.measures import Measure
from kiassess.domain.next_level import is_generic
from kiassess.domain.path import Path
from kiassess.domain.recommending import Bucket, Recommendation, in_bucket, shown_first
from kiassess.workflow.profile_json import municipality_json

Json = dict[str, Any]


def measures_json(
    opened: OpenAssessment,
    recommendations: Sequence[Recommendation],
    situation: Situation,
    path: Path | None = None,
) -> Json:
    """The measures that fit an assessment, by bucket and in order; with a way, if one was asked.

    Cost and KPI of a generic measure are ``None``: nobody has named them.
    """
    assessment = opened.assessment
    scale = Scale(assessment.municipality.population, situation.neighbours)
    return {
        "assessment": assessment.id,
        "municipality": municipality_json(assessment.municipality),
        "questionnaire": {
            "id": assessment.questionnaire_id,
            "version": assessment.questionnaire_version,
        },
        "extent": assessment.extent.value,
        "situation": {
            "days": situation.days,
            "neighbours": situation.neighbours,
            "high_risk": situation.high_risk,
            "effort_factor": scale.factor,
        },
        "first": [one.measure.id for one in shown_first(recommendations)],
        "buckets": {
            bucket.value: [_recommended(one) for one in in_bucket(recommendations, bucket)]
            for bucket in Bucket
        },
        **({} if path is None else {"path": _path(path, scale)}),
    }


def _recommended(one: Recommendation) -> Json:
    return {
        **_measure(one.measure),
        "days": one.days,
        "need": one.need,
        "value": one.value,
        "worth": one.worth,
        "gate": one.gate,
        "quick_win": one.quick_win,
        "fits": one.fits,
        "why": [_reason(reason) for reason in one.why],
        "prerequisites": {
            standing.value: list(with_standing(one.prerequisites, standing))
            for standing in Standing
        },
        "needed_for": list(one.needed_for),
    }


def _measure(measure: Measure) -> Json:
    generic = is_generic(measure.id)
    return {
        "id": measure.id,
        "title": measure.title,
        "generic": generic,
        "effort": measure.effort.value,
        "cost": None if generic else measure.cost.value,
        "benefit": measure.benefit,
        "lead": measure.lead or None,
        "step": measure.step,
        "kpi": measure.kpi or None,
    }


def _reason(reason: Reason) -> Json:
    return {
        "item": reason.item.id,
        "state": reason.answer.state.value,
        "level": reason.answer.level,
        "below": reason.below,
    }


def _path(path: Path, scale: Scale) -> Json:
    return {
        "measures": [
            {**_measure(measure), "days": scale.days_of(measure.effort)}
            for measure in path.measures
        ],
        "days": path.days,
        "days_for_all": path.days_for_all,
        "proven": path.proven,
        "reached": list(path.reached),
        "missed": list(path.missed),
        "unreachable": list(path.unreachable),
        "unclear": list(path.unclear),
    }
