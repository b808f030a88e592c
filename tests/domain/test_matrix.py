"""Areas by building blocks, and levels by area."""

import pytest
from builders import (
    NOT_APPLICABLE,
    OPEN,
    UNKNOWN,
    make_item,
    make_questionnaire,
    open_assessment,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from towns import BLOCKS, GIVEN, small_town

from kiassess.content.library import Library
from kiassess.domain.kinds import LEVELS, Extent
from kiassess.domain.matrix import Cell, area_block_matrix, level_distribution
from kiassess.domain.profile import make_profile
from kiassess.paths import bundled

answers = st.fixed_dictionaries({
    item: st.sampled_from([*LEVELS, UNKNOWN, NOT_APPLICABLE, OPEN]) for item in GIVEN
})  # fmt: skip
extents = st.sampled_from([Extent.SMALL, Extent.FULL])


@pytest.fixture(scope="module")
def catalogue():
    """The questionnaire that comes with the program."""
    return Library(bundled().questionnaires).load("ki-readiness").questionnaire("de")


def cell(opened, area_id, block_id):
    matrix = area_block_matrix(opened)
    column = [block.id for block in matrix.blocks].index(block_id)
    return next(row for row in matrix.rows if row.id == area_id).cells[column]


# --- areas by blocks


def test_the_fields_of_the_catalogue_are_those_of_the_method(catalogue):
    matrix = area_block_matrix(open_assessment(catalogue, {}))
    assert [block.id for block in matrix.blocks] == ["VIS", "HF", "DI", "GB", "KQ", "EW", "RM"]
    assert {row.id: [cell.n_items for cell in row.cells] for row in matrix.rows} == {
        "data": [1, 5, 13, 6, 1, 1, 2],
        "infra": [0, 5, 13, 5, 0, 2, 2],
        "skill": [1, 2, 1, 5, 13, 2, 3],
        "res": [2, 5, 0, 5, 4, 3, 10],
        "legal": [0, 3, 2, 14, 3, 6, 0],
        "strat": [11, 5, 1, 13, 2, 9, 12],
    }


@pytest.mark.parametrize(
    ("extent", "totals"),
    [
        (Extent.FULL, [15, 25, 30, 48, 23, 23, 29]),
        (Extent.SMALL, [12, 20, 22, 41, 18, 18, 23]),
        (Extent.QUICK, [6, 8, 6, 11, 5, 6, 8]),
    ],
)
def test_a_column_holds_every_item_that_feeds_its_block(catalogue, extent, totals):
    matrix = area_block_matrix(open_assessment(catalogue, {}, extent=extent))
    columns = zip(*(row.cells for row in matrix.rows), strict=True)
    assert [sum(cell.n_items for cell in column) for column in columns] == totals


@pytest.mark.parametrize(
    ("area", "block", "expected"),
    [
        pytest.param("strat", "VIS", Cell(1.5, 2, 2), id="mean"),
        pytest.param("strat", "RM", Cell(2.0, 3, 1), id="open-ones-count-as-asked"),
        pytest.param("data", "DI", Cell(3.0, 2, 1), id="unknown-has-no-level"),
        pytest.param("infra", "DI", Cell(2.0, 2, 1), id="not-applicable-has-no-level"),
        pytest.param("data", "VIS", Cell(None, 1, 0), id="nothing-answered"),
        pytest.param("data", "RM", Cell(None, 0, 0), id="nothing-asked"),
    ],
)
def test_a_field_is_the_plain_mean_of_its_answers(area, block, expected):
    assert cell(small_town(), area, block) == expected


def test_a_secondary_weight_counts_as_much_as_a_primary_one():
    items = [make_item("x.one", "A"), make_item("x.two", "B", "A")]
    opened = open_assessment(make_questionnaire(items, ("A", "B")), {"x.one": 4, "x.two": 1})
    assert cell(opened, "x", "A").value == 2.5


@settings(max_examples=60)
@given(given=answers, extent=extents)
def test_fields_agree_with_the_answers_counted_one_by_one(given, extent):
    opened = small_town(given, extent=extent)
    for row in area_block_matrix(opened).rows:
        for block, found in zip(BLOCKS, row.cells, strict=True):
            feeding = [
                opened.answer(item.id).level
                for item in opened.items()
                if item.id.startswith(f"{row.id}.")
                and block in [c.block_id for c in item.contributions]
            ]
            known = [level for level in feeding if level is not None]
            assert (found.n_items, found.n_answered) == (len(feeding), len(known))
            assert found.value == (sum(known) / len(known) if known else None)


def test_the_quick_check_gives_no_number_away():
    opened = small_town(dict.fromkeys(GIVEN, 3), extent=Extent.QUICK)
    matrix = area_block_matrix(opened)
    assert matrix.tendencies_only
    assert {cell.value for row in matrix.rows for cell in row.cells} == {None}
    assert level_distribution(opened).tendencies_only


# --- levels by area


@settings(max_examples=60)
@given(given=answers, extent=extents)
def test_the_counts_of_all_areas_are_the_items_asked(given, extent):
    opened = small_town(given, extent=extent)
    profile, rows = make_profile(opened), level_distribution(opened).rows
    assert sum(area.n_items for area in rows) == profile.n_items
    assert sum(area.n_answered for area in rows) == profile.n_answered
    assert sum(area.unknown for area in rows) == len(profile.unknown_items)
    assert sum(area.open for area in rows) == len(profile.open_items)
    for area in rows:
        assert area.n_items == sum(item.id.startswith(f"{area.id}.") for item in opened.items())
        assert area.low + area.levels[2] + area.high == area.n_answered


def test_every_answer_is_counted_where_it_belongs():
    rows = {area.id: area for area in level_distribution(small_town()).rows}
    assert (rows["strat"].levels, rows["strat"].open) == ((0, 1, 1, 0, 0), 2)
    assert (rows["data"].levels, rows["data"].unknown) == ((0, 0, 0, 1, 0), 1)
    assert (rows["infra"].levels, rows["infra"].not_applicable) == ((0, 0, 1, 0, 0), 1)


def test_an_area_that_is_asked_nothing_is_left_out():
    full = frozenset({Extent.FULL})
    items = [make_item("x.one"), make_item("y.one", extents=full)]
    opened = open_assessment(make_questionnaire(items), {}, extent=Extent.SMALL)
    assert [row.id for row in area_block_matrix(opened).rows] == ["x"]
    assert [area.id for area in level_distribution(opened).rows] == ["x"]
