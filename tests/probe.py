"""An invented questionnaire in three versions, and a town that has answered the first.

From 1.0.0 to 2.0.0 a question is reworded (and always applies now), one has another level, one is
gone, one is new, one has another id. From 2.0.0 to 3.0.0 one is divided, two are put together,
and the one with another level has other levels again.
"""

from functools import cache
from pathlib import Path

from builders import NOT_APPLICABLE, UNKNOWN, open_assessment

from kiassess.content.library import Library
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.questionnaire import Questionnaire

PROBE = "probe"
FOLDER = Path(__file__).parent / "data" / "questionnaires"  # for a ``Library``
VERSIONS = ("1.0.0", "2.0.0", "3.0.0")
GIVEN = {
    "room.kettle": 3,
    "room.cups": 2,
    "room.fridge": 3,
    "room.radio": 1,
    "plants.water": 3,
    "plants.soil": UNKNOWN,
    "plants.pots": NOT_APPLICABLE,
}


@cache
def probe(version: str, language: str = "en") -> Questionnaire:
    """One version of it."""
    return Library(FOLDER).load(PROBE, version).questionnaire(language)


def probe_town(given=None, *, version="1.0.0", language="en", **facts) -> OpenAssessment:
    """An assessment of one version; every question of the first is answered unless said."""
    return open_assessment(
        probe(version, language),
        GIVEN if given is None else given,
        questionnaire_id=PROBE,
        questionnaire_version=version,
        **facts,
    )
