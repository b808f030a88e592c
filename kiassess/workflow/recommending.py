"""What a municipality can do next: what both shells know of it, and the way with least effort."""

from collections.abc import Mapping

from kiassess.content.library import Library
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.errors import UnknownQuestionnaireError
from kiassess.domain.firing import Situation
from kiassess.domain.measures import Measure
from kiassess.domain.path import Path, Wanted, half_days_of, make_model, path_of


def measures_of(library: Library, opened: OpenAssessment, language: str) -> Mapping[str, Measure]:
    """The measures of the newest version of the questionnaire that was answered.

    Returns:
        None if it is no longer there: the measures of another one would say nothing about it.

    Raises:
        InvalidQuestionnaireError: Its files break the format.
    """
    try:
        return library.catalogue(opened.assessment.questionnaire_id, language)[0].measures
    except UnknownQuestionnaireError:
        return {}


def least_effort(
    opened: OpenAssessment,
    measures: Mapping[str, Measure],
    situation: Situation,
    wanted: Wanted,
    *,
    within: float | None = None,
    generic: bool = True,
) -> Path:
    """The smallest set of measures that reaches some levels; see ``domain.path``.

    May run outside the thread of window and database.

    Args:
        opened: The assessment.
        measures: By ``Measure.id``, without a cycle.
        situation: What is known beside the answers.
        wanted: The levels to reach, by item id.
        within: Person-days there are; if they are not enough for everything, as many levels are
            reached as they are enough for.
        generic: Whether generic measures take part where the catalogue has none.
    """
    # The solver takes a tenth of a second to load; nothing else needs it.
    from kiassess.solving.lightest import lightest  # noqa: PLC0415

    model = make_model(opened, measures, situation, wanted, generic=generic)
    found = lightest(model)
    half_days = half_days_of(model, found.taken)
    days_for_all = model.scale.days(half_days)
    if within is not None:
        enough = model.scale.half_days_within(within)
        if half_days > enough:
            found = lightest(model, enough)
    return path_of(model, found.taken, proven=found.proven, days_for_all=days_for_all)
