"""The heatmap and the levels of each area as tables."""

import pytest
from builders import NOT_APPLICABLE, UNKNOWN, make_item, make_questionnaire, open_assessment

from kiassess.domain.matrix import area_block_matrix, level_distribution
from kiassess.ui.models.grid_model import GridModel
from kiassess.ui.models.grids import distribution_grid, matrix_grid


@pytest.fixture
def opened():
    items = [make_item("a.one", "A", "B"), make_item("a.two", "B"), make_item("b.one", "A")]
    questionnaire = make_questionnaire(items, blocks=("A", "B"))
    return open_assessment(questionnaire, {"a.one": 3, "a.two": 2, "b.one": UNKNOWN})


def texts_of(grid):
    return [[cell.text for cell in row] for row in grid[1]]


def test_each_cell_says_its_mean_and_on_how_many_answers_it_rests(opened, texts):
    titles, _ = grid = matrix_grid(area_block_matrix(opened), texts)
    assert titles == ("Bereich", "Block A", "Block B")
    assert texts_of(grid) == [
        ["Area a", "3,0 (n = 1)", "2,5 (n = 2)"],
        ["Area b", "–", "–"],
    ]


def test_every_question_is_counted_once(opened, texts):
    titles, _ = grid = distribution_grid(level_distribution(opened), texts)
    assert titles[:2] == ("Bereich", "Stufe 0")
    assert texts_of(grid) == [
        ["Area a", "0", "0", "1", "1", "0", "0", "0", "0"],
        ["Area b", "0", "0", "0", "0", "0", "1", "0", "0"],
    ]


def test_the_model_is_a_good_one_and_sorts_by_number(opened, texts, qtmodeltester):
    model = GridModel()
    model.set_grid(*matrix_grid(area_block_matrix(opened), texts))
    qtmodeltester.check(model)
    values = [model.index(row, 1).data(GridModel.SortRole) for row in range(model.rowCount())]
    assert values == [3.0, -1.0]
    assert model.index(0, 0).data(GridModel.SortRole) == "Area a"


def test_what_does_not_apply_has_its_own_column(texts):
    questionnaire = make_questionnaire([make_item("a.one")])
    opened = open_assessment(questionnaire, {"a.one": NOT_APPLICABLE})
    (row,) = texts_of(distribution_grid(level_distribution(opened), texts))
    assert row[-1] == "1"
