"""Looks, and a town that answers the whole questionnaire with its long names."""

from dataclasses import replace
from datetime import date
from itertools import cycle

import pytest
from builders import NOON, make_answer

from kiassess.charts.looks import Look
from kiassess.content.library import Library
from kiassess.content.themes import load_theme
from kiassess.domain.assessment import Assessment, OpenAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.matrix import Matrix
from kiassess.domain.municipality import Municipality
from kiassess.domain.profile import make_profile
from kiassess.paths import bundled


@pytest.fixture(scope="session")
def look():
    """Colours of the light theme."""
    return Look.of(load_theme(bundled().themes, "light").roles)


@pytest.fixture(scope="session", params=["light", "dark"])
def each_look(request):
    """Colours of every theme."""
    return Look.of(load_theme(bundled().themes, request.param).roles)


@pytest.fixture(scope="session")
def edition():
    """The questionnaire that comes with the program."""
    return Library(bundled().questionnaires).load("ki-readiness")


@pytest.fixture(scope="session")
def whole_town(edition):
    """A town that has answered some of the questions of the program."""

    def make(language, *, extent=Extent.FULL, answered=0.8):
        questionnaire = edition.questionnaire(language)
        items = list(questionnaire.items())
        known = items[: round(answered * len(items))]
        levels = cycle((0, 1, 3, 2, "U", 2, 4, 1, 3))
        answers = [make_answer(i.id, level) for i, level in zip(known, levels, strict=False)]
        assessment = Assessment(
            id="1",
            municipality=Municipality("Musterstadt", population=9_000),
            questionnaire_id=questionnaire.id,
            questionnaire_version=questionnaire.version,
            extent=extent,
            round_date=date(2026, 3, 2),
            created_at=NOON,
            changed_at=NOON,
        )
        return OpenAssessment(assessment, questionnaire, {a.item_id: a for a in answers})

    return make


@pytest.fixture(scope="session")
def whole_profile(whole_town):
    """The profile of ``whole_town``."""

    def make(language, **facts):
        return make_profile(whole_town(language, **facts))

    return make


@pytest.fixture(scope="session")
def renamed():
    """A profile or matrix whose blocks all have another name."""

    def rename(shown, name):
        blocks = (replace(b, name=name) for b in shown.blocks)
        if isinstance(shown, Matrix):
            blocks = (replace(b, short=name) for b in blocks)
        return replace(shown, blocks=tuple(blocks))

    return rename
