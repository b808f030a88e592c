"""The heatmap and the long table, as a view sees them."""

import pytest
from builders import make_item, make_questionnaire, open_assessment
from PySide6.QtCore import QModelIndex, Qt

from kiassess.domain.compared_round import ComparedRound, compared_round
from kiassess.domain.comparison import compare
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.shown_comparison import (
    ComparisonChart,
    RowOrder,
    ShownComparison,
    row_groups,
)
from kiassess.ui.models.columns_model import Column, ColumnsModel
from kiassess.ui.models.heat_model import HeatModel

ITEMS = [make_item("data.one", gate=True), *(make_item(f"data.{n}") for n in range(4))]
QUESTIONNAIRE = make_questionnaire(ITEMS)
TOWNS = {
    "Aue": (900, [4, 4, 4, 4, 4]),
    "Bonn": (90_000, [1, 1, 1, "N", "N"]),
    "Celle": (800, ["U", 1, 2, 2, 1]),
}


def shown(**facts):
    chosen = []
    for name, (population, levels) in TOWNS.items():
        answers = dict(zip((item.id for item in ITEMS), levels, strict=True))
        one = compared_round(open_assessment(QUESTIONNAIRE, answers), 1)
        town = Municipality(name, population=population)
        chosen.append(ComparedRound(name, town, 1, Extent.FULL, one.round_date, one.levels))
    comparison = compare(chosen, {1: QUESTIONNAIRE})
    return ShownComparison(comparison, tuple(TOWNS), **facts)


@pytest.fixture
def show(texts, qtmodeltester):
    model = HeatModel(texts)
    qtmodeltester.check(model)

    def show(found, kind=ComparisonChart.HEATMAP):
        model.set_shown(found, kind, row_groups(found))
        qtmodeltester.check(model)
        return model

    return show


def row_names(model):
    return [
        model.headerData(row, Qt.Orientation.Vertical) or model.index(row, 0).data()
        for row in range(model.rowCount())
    ]


def row_of(model, name):
    return row_names(model).index(name)


def test_rows_stand_below_the_title_of_their_size_class(show):
    small, large = (
        "unter 5\N{NARROW NO-BREAK SPACE}000 Einwohnern (2)",
        "über 20\N{NARROW NO-BREAK SPACE}000 Einwohnern (1)",
    )
    assert row_names(show(shown())) == [small, "Aue", "Celle", large, "Bonn"]


def test_titles_can_neither_be_chosen_nor_be_asked(show):
    model = show(shown())
    assert model.title_rows == (0, 3)
    title = model.index(0, 0)
    assert model.flags(title) == Qt.ItemFlag.NoItemFlags
    assert model.sentence(title) == ""
    assert title.data(HeatModel.PlaceRole) is None


def test_a_value_decides_the_order_and_says_nothing_of_places(show):
    model = show(shown(order=RowOrder.VALUE, by="A", grouped=False))
    assert row_names(model) == ["Bonn", "Celle", "Aue"]
    assert [model.index(row, 0).data() for row in range(3)] == ["1,0*", "1,5", "4,0"]


def test_one_s_own_is_marked_by_a_sign(show):
    model = show(shown(own=1, grouped=False))
    assert row_names(model) == ["Aue", "▸ Bonn", "Celle"]
    model.set_focus(shown(own=0, grouped=False))
    assert row_names(model) == ["▸ Aue", "Bonn", "Celle"]


def test_in_an_anonymous_one_nobody_is_marked_and_nothing_grouped(show):
    assert row_names(show(shown(own=1, anonymous=True))) == list(TOWNS)


def test_what_is_limited_is_hatched_and_starred(show):
    model = show(shown(grouped=False))
    bonn = model.index(row_of(model, "Bonn"), 0)
    assert bonn.data() == "1,0*"
    assert bonn.data(HeatModel.LimitedRole) is True
    assert bonn.data(HeatModel.ValueRole) == pytest.approx(1.0)
    assert "Eingeschränkt" in bonn.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(row_of(model, "Aue"), 0).data(HeatModel.LimitedRole) is False


def test_gates_show_sign_and_level(show):
    model = show(shown(grouped=False), ComparisonChart.GATES)
    assert model.columnCount() == 1
    said = {name: model.index(row_of(model, name), 0) for name in TOWNS}
    assert [said[name].data() for name in TOWNS] == ["✓ 4", "✗ 1", "?"]
    assert said["Celle"].data(HeatModel.ValueRole) is None
    assert "weiß nicht" in model.sentence(said["Celle"])


def test_areas_are_columns_too(show):
    model = show(shown(), ComparisonChart.AREAS)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Area data"
    assert model.part_id(0) == "data"


def numbers(texts_, values):
    return Column("N", lambda at: texts_[at], lambda at: values[at], at_right=True)


def test_what_has_no_value_comes_last_in_any_order(qtmodeltester):
    model = ColumnsModel()
    model.set_columns([numbers("abcd", [2, None, 1, 3])], range(4), "ABCD".__getitem__)
    qtmodeltester.check(model)
    assert model.rows == (0, 1, 2, 3)
    model.sort(0)
    assert model.rows == (2, 0, 3, 1)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.rows == (3, 0, 2, 1)
    assert model.headerData(0, Qt.Orientation.Vertical) == "D"
    model.sort(-1)
    assert model.rows == (0, 1, 2, 3)


def test_ticks_stay_where_a_filter_hides_them(qtbot, qtmodeltester):
    model = ColumnsModel(tickable=True)
    model.set_columns([numbers("abcd", [0, 1, 2, 3])], range(4))
    qtmodeltester.check(model)
    checked, role = Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
    with qtbot.waitSignal(model.ticks_changed, timeout=0):
        assert model.setData(model.index(1, 0), checked, role)
    model.set_rows([2, 3])
    assert model.setData(model.index(0, 0), checked, role)
    assert model.ticked == {1, 2}
    assert model.rowCount() == 2
    assert not model.setData(QModelIndex(model.index(0, 0)), checked)  # not the role of ticks


def test_without_ticks_nothing_can_be_ticked():
    model = ColumnsModel()
    model.set_columns([numbers("a", [0])], [0])
    index = model.index(0, 0)
    assert not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
