import pytest
from builders import NOON, make_listed
from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt

from kiassess.domain.kinds import Extent
from kiassess.ui.models.assessments_model import AssessmentsModel, Column


@pytest.fixture
def model(texts, qtmodeltester):
    model = AssessmentsModel(texts)
    qtmodeltester.check(model)
    model.set_assessments(
        (
            make_listed("Zell", settled=14, unknown=2),
            make_listed("Äpfelbach", extent=Extent.FULL, settled=22, days=1),
            make_listed("Musterstadt", settled=3, days=2, example=True),
        )
    )
    qtmodeltester.check(model)
    return model


def cell(model, row, column):
    return model.index(row, column).data()


def sorted_names(model, column, order=Qt.SortOrder.AscendingOrder):
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setSortRole(AssessmentsModel.SortRole)
    proxy.sort(column, order)
    rows = range(proxy.rowCount())
    return [proxy.index(row, 0).data(AssessmentsModel.ListedRole).assessment.id for row in rows]


def test_a_row_says_who_when_what_and_how_far(model, texts):
    assert [cell(model, 0, column) for column in Column] == [
        "Zell",
        "02.03.2026",
        texts("extent.quick"),
        "14 of 22, 2 “don’t know”",
        texts.moment(NOON),
    ]


def test_what_nobody_left_unknown_is_not_mentioned(model):
    assert cell(model, 1, Column.PROGRESS) == "22 of 22"


def test_the_example_says_so(model):
    assert cell(model, 2, Column.MUNICIPALITY) == "Musterstadt (example)"


def test_every_column_has_a_heading(model):
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headings == ["Municipality", "As of", "Extent", "Progress", "Last change"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.parametrize(
    ("column", "names"),
    [
        pytest.param(Column.MUNICIPALITY, ["Äpfelbach", "Musterstadt", "Zell"], id="din-5007"),
        pytest.param(Column.ROUND_DATE, ["Musterstadt", "Äpfelbach", "Zell"], id="by-day"),
        pytest.param(Column.EXTENT, ["Zell", "Musterstadt", "Äpfelbach"], id="small-first"),
        pytest.param(Column.PROGRESS, ["Musterstadt", "Zell", "Äpfelbach"], id="by-share"),
        pytest.param(Column.CHANGED, ["Musterstadt", "Äpfelbach", "Zell"], id="by-time"),
    ],
)
def test_sorting_uses_values_not_texts(model, column, names):
    assert sorted_names(model, column) == names


def test_an_assessment_is_found_by_its_id(model):
    assert model.row_of("Musterstadt") == 2
    assert model.row_of("gone") is None


def test_other_assessments_reset_the_views(model, qtbot):
    with qtbot.waitSignal(model.modelReset, timeout=0):
        model.set_assessments(())
    assert model.rowCount(QModelIndex()) == 0
