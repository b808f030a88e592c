"""Levels are kept for the next comparison, and never kept too late."""

import pytest
from builders import NOON, make_answer
from filling import fill
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from many_towns import STATES, Many, many_towns

from kiassess.domain.choosing import chosen_of
from kiassess.domain.errors import WorkspaceLockedError
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import OrganisationType, SizeClass
from kiassess.domain.selection import Selection
from kiassess.workflow import assessing, comparing
from kiassess.workflow.keeping_levels import keep_levels_of, missing_levels


def test_what_is_kept_is_no_longer_missing(workspace, create):
    ids = {create(name).id for name in "AB"}
    assert set(missing_levels(workspace)) == ids
    with workspace.beside() as own:
        keep_levels_of(own, sorted(ids))
    assert missing_levels(workspace) == ()


def test_an_answer_in_between_is_never_overlooked(workspace, create):
    a = create("A").id
    opened = assessing.load(workspace, a, "de")
    first = opened.items()[0].id
    told = []

    def answer_meanwhile(statement):
        """The window saves an answer after the levels were read and before they are kept."""
        if statement.startswith("INSERT OR REPLACE INTO kept_levels") and not told:
            told.append(statement)
            assessing.answer(workspace, opened, make_answer(first, 4), now=NOON)

    with workspace.beside() as own:
        own.db.conn.set_trace_callback(answer_meanwhile)
        with pytest.raises(WorkspaceLockedError):
            keep_levels_of(own, [a])
        own.db.conn.set_trace_callback(None)
    assert told
    assert missing_levels(workspace) == (a,)
    (found,) = comparing.choose(workspace)
    assert found.levels[0] == 4


SELECTIONS = st.builds(
    Selection,
    types=st.frozensets(st.sampled_from(OrganisationType)),
    size_classes=st.frozensets(st.sampled_from([*SizeClass, None])),
    states=st.frozensets(st.sampled_from(STATES), max_size=3),
    years=st.frozensets(st.integers(2021, 2025)),
    extents=st.frozensets(st.sampled_from(Extent)),
    versions=st.frozensets(st.just(("ki-readiness", "1.1.0"))),
    examples=st.booleans(),
)


@given(wanted=SELECTIONS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_choosing_in_memory_finds_what_the_store_finds(filled, wanted):
    everyone = comparing.choose(filled)
    versions = {
        key: (one.id, one.version) for key, one in comparing.editions_of(filled, everyone).items()
    }
    assert chosen_of(everyone, wanted, versions) == comparing.choose(filled, wanted)


@pytest.fixture
def filled(workspace, library):
    """Thirty towns with two rounds each."""
    edition = library.load("ki-readiness")
    towns = many_towns(Many(30, 2, mixed=True), edition.questionnaire("de"))
    fill(workspace.db, towns, edition.to_json())
    return workspace
