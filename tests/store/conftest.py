"""Workspaces as real files."""

from contextlib import closing

import pytest
from builders import make_assessment

from kiassess.store.assessments import insert_assessment
from kiassess.store.workspace import open_workspace


@pytest.fixture
def file(tmp_path):
    """Where the workspace of a test lies; its folder is there."""
    folder = tmp_path / "Rathaus Süd %20#?"
    folder.mkdir()
    return folder / "towns.db"


@pytest.fixture
def assessment():
    """The one assessment in ``db``."""
    return make_assessment()


@pytest.fixture
def db(file, assessment):
    """A workspace open for writing."""
    with closing(open_workspace(file)) as db:
        insert_assessment(db, assessment, '{"demo": 1}')
        yield db
