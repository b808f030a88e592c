"""Workspaces with the questionnaires that came with the program."""

from datetime import date
from pathlib import Path

import pytest
from builders import NOON

from kiassess.content.library import Library
from kiassess.domain.assessment import NewAssessment
from kiassess.domain.municipality import Municipality
from kiassess.workflow import assessing
from kiassess.workflow.workspace import open_for_writing

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"


@pytest.fixture(scope="session")
def library():
    """The questionnaires that came with the program."""
    return Library(QUESTIONNAIRES)


@pytest.fixture
def file(tmp_path):
    """Where the workspace of a test lies; neither it nor its folder is there yet."""
    return tmp_path / "Daten" / "towns.db"


@pytest.fixture
def workspace(file, library):
    """A workspace open for writing."""
    with open_for_writing(file, library) as workspace:
        yield workspace


@pytest.fixture
def create(workspace):
    """Begin an assessment; a test names only what it is about."""

    def create(name="Musterstadt", *, population=None, now=NOON, **facts):
        municipality = facts.pop("municipality", Municipality(name, population=population))
        new = NewAssessment(municipality, date(2026, 3, 2), **facts)
        return assessing.create(workspace, new, now=now)

    return create


@pytest.fixture
def opened(workspace, create):
    """A new assessment, open in German."""
    return assessing.load(workspace, create().id, "de")
