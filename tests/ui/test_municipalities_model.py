import pytest
from PySide6.QtCore import Qt

from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.ui.models.municipalities_model import MunicipalitiesModel

DRIBURG = Municipality(
    "Bad Driburg, Stadt",
    key="05762004",
    state="Nordrhein-Westfalen",
    district="Höxter",
    population=19_080,
)
COUNTY = Municipality("Höxter", OrganisationType.COUNTY, "05762", "Nordrhein-Westfalen")
UNION = Municipality("Zweckverband IT", OrganisationType.OTHER)


@pytest.fixture
def model(texts, qtmodeltester):
    model = MunicipalitiesModel(texts)
    qtmodeltester.check(model)
    model.set_municipalities((DRIBURG, COUNTY, UNION))
    qtmodeltester.check(model)
    return model


@pytest.mark.parametrize(
    ("row", "line"),
    [
        pytest.param(
            0,
            "Bad Driburg, Stadt — Höxter, Nordrhein-Westfalen · 05762004 · "
            "19\N{NARROW NO-BREAK SPACE}080 inh.",
            id="everything-known",
        ),
        pytest.param(1, "Höxter — Nordrhein-Westfalen · 05762", id="no-district-no-population"),
        pytest.param(2, "Zweckverband IT", id="only-a-name"),
    ],
)
def test_a_line_tells_municipalities_apart(model, row, line):
    assert model.index(row).data() == line
    assert model.index(row).data(Qt.ItemDataRole.ToolTipRole) == line


def test_a_row_hands_out_its_municipality(model):
    assert model.index(1).data(MunicipalitiesModel.MunicipalityRole) == COUNTY
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is None


def test_others_reset_the_views(model, qtbot):
    with qtbot.waitSignal(model.modelReset, timeout=0):
        model.set_municipalities(())
    assert model.rowCount() == 0
