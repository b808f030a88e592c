"""Selections of assessments under a name."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.errors import ReadOnlyError, WorkspaceUnreadableError
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import OrganisationType, SizeClass
from kiassess.domain.selection import EVERYTHING, Selection
from kiassess.store.selections import selection_json, selection_of
from kiassess.workflow.selections import delete_selection, save_selection, saved_selections
from kiassess.workflow.workspace import open_for_reading

COUNTY = Selection(districts=frozenset({"Kreis Süd"}), examples=False)
words = st.frozensets(st.text(max_size=8), max_size=3)
wanted = st.builds(
    Selection,
    ids=words,
    search=st.text(max_size=8),
    types=st.frozensets(st.sampled_from(OrganisationType)),
    size_classes=st.frozensets(st.sampled_from([*SizeClass, None])),
    states=words,
    districts=words,
    years=st.frozensets(st.integers(1, 9999), max_size=3),
    extents=st.frozensets(st.sampled_from(Extent)),
    versions=st.frozensets(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=3),
    examples=st.booleans(),
)


def test_selections_stand_in_the_order_of_their_names(workspace):
    for name in ("Runde 10", "Runde 9", "Ämter", "Zweckverbände"):
        save_selection(workspace, f" {name} ", EVERYTHING)
    assert list(saved_selections(workspace)) == ["Ämter", "Runde 9", "Runde 10", "Zweckverbände"]


def test_a_selection_is_replaced_and_deleted(workspace):
    save_selection(workspace, "Kreis", EVERYTHING)
    save_selection(workspace, "Kreis", COUNTY)
    assert saved_selections(workspace) == {"Kreis": COUNTY}
    for _ in range(2):
        delete_selection(workspace, "Kreis")
        assert saved_selections(workspace) == {}


def test_a_selection_is_there_for_readers(workspace, library):
    save_selection(workspace, "Kreis", COUNTY)
    with open_for_reading(workspace.path, library) as reader:
        assert saved_selections(reader) == {"Kreis": COUNTY}
        with pytest.raises(ReadOnlyError):
            save_selection(reader, "Land", EVERYTHING)
        with pytest.raises(ReadOnlyError):
            delete_selection(reader, "Kreis")


def test_a_selection_needs_a_name(workspace):
    with pytest.raises(ValueError, match="name"):
        save_selection(workspace, "  ", EVERYTHING)


@given(wanted)
def test_what_is_kept_is_what_was_wanted(selection):
    assert selection_of(selection_json(selection)) == selection


def test_the_same_selection_is_the_same_text():
    one, other = (Selection(states=frozenset(names)) for names in (["A", "B"], ["B", "A"]))
    assert selection_json(one) == selection_json(other) == '{"states": ["A", "B"]}'


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", '{"more": 1}', '{"examples": 1}', '{"search": null}', '{"ids": "abc"}',
        '{"ids": [1]}', '{"types": ["town"]}', '{"years": ["2026"]}', '{"years": [true]}',
        '{"versions": [["a"]]}', '{"versions": ["ab"]}', '{"versions": [["a", 1]]}',
    ],
)  # fmt: skip
def test_what_we_never_write_is_no_selection(content):
    with pytest.raises(ValueError, match=r"."):
        selection_of(content)


def test_a_damaged_selection_is_a_sentence(workspace):
    workspace.db.execute("INSERT INTO saved_selection VALUES ('Kreis', '{\"more\": 1}')")
    with pytest.raises(WorkspaceUnreadableError):
        saved_selections(workspace)


def test_nothing_is_kept_of_what_asks_nothing():
    assert json.loads(selection_json(EVERYTHING)) == {}
