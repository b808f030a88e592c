"""Questionnaires: illegal ones cannot be built, and items are found."""

from dataclasses import FrozenInstanceError, replace

import pytest
from builders import make_item, make_questionnaire

from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import SizeClass
from kiassess.domain.questionnaire import Contribution


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"levels": ("a", "b", "c", "d")}, "exactly 5", id="four-levels"),
        pytest.param({"levels": tuple("abcdef")}, "exactly 5", id="six-levels"),
        pytest.param({"contributions": ()}, "must be primary", id="no-block"),
        pytest.param({"contributions": (Contribution("A", 1),)}, "primary", id="only-secondary"),
        pytest.param(
            {"contributions": (Contribution("A", 2), Contribution("B", 2))},
            "must be primary",
            id="two-primary",
        ),
        pytest.param(
            {"contributions": (Contribution("A", 2), Contribution("B", 3))},
            "2 .primary. or 1",
            id="weight-3",
        ),
        pytest.param(
            {"contributions": (Contribution("A", 2), Contribution("B", 0))},
            "2 .primary. or 1",
            id="weight-0",
        ),
        pytest.param(
            {"contributions": (Contribution("A", 2), Contribution("A", 1))}, "twice", id="twice"
        ),
        pytest.param({"targets": {SizeClass.SMALL: 5}}, "between 0 and 4", id="target-5"),
        pytest.param({"targets": {SizeClass.LARGE: -1}}, "between 0 and 4", id="target-below-0"),
    ],
)
def test_an_item_keeps_its_rules(change, message):
    with pytest.raises(ValueError, match=message):
        replace(make_item(), **change)


def test_an_item_knows_its_primary_block():
    assert make_item("q.one", "B", "A", "C").primary_block == "B"


@pytest.mark.parametrize(
    ("items", "message"),
    [
        pytest.param([make_item("q.one"), make_item("q.one")], "unique", id="same-id"),
        pytest.param([make_item("q.one", "X")], "unknown building block X", id="unknown-block"),
        pytest.param([make_item("q.one", "A", "X")], "unknown building block X", id="secondary"),
        pytest.param([make_item("q.one", "D")], "facet of D is missing", id="no-facet"),
        pytest.param(
            [make_item("q.one", "D", facets={"D": "z"})], "missing or unknown", id="unknown-facet"
        ),
    ],
)
def test_a_questionnaire_keeps_its_rules(items, message):
    with pytest.raises(ValueError, match=message):
        make_questionnaire(items, ("A", "D"), {"D": ("x", "y")})


@pytest.fixture
def questionnaire():
    items = [
        make_item("b.one"),
        make_item("a.one", extents=frozenset({Extent.FULL})),
        make_item("b.two", extents=frozenset({Extent.SMALL, Extent.FULL})),
    ]
    return make_questionnaire(items)


@pytest.mark.parametrize(
    ("extent", "ids"),
    [
        pytest.param(None, ["b.one", "b.two", "a.one"], id="all"),
        pytest.param(Extent.FULL, ["b.one", "b.two", "a.one"], id="full"),
        pytest.param(Extent.SMALL, ["b.one", "b.two"], id="small"),
        pytest.param(Extent.QUICK, ["b.one"], id="quick"),
    ],
)
def test_items_come_area_by_area_and_by_extent(questionnaire, extent, ids):
    assert [item.id for item in questionnaire.items(extent)] == ids


def test_an_item_and_its_area_are_found_by_id(questionnaire):
    assert questionnaire.item("a.one").id == "a.one"
    assert questionnaire.area_of("a.one").id == "a"
    assert questionnaire.area_of("b.two").id == "b"


@pytest.mark.parametrize("look", ["item", "area_of"])
def test_an_item_that_does_not_exist_is_a_bug_of_the_caller(questionnaire, look):
    with pytest.raises(KeyError):
        getattr(questionnaire, look)("a.two")


def test_a_questionnaire_never_changes(questionnaire):
    with pytest.raises(FrozenInstanceError):
        questionnaire.title = "Other"
    with pytest.raises(FrozenInstanceError):
        questionnaire.item("a.one").title = "Other"
