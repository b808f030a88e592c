import pytest
from builders import NOT_APPLICABLE, UNKNOWN, make_item, make_questionnaire, open_assessment
from PySide6.QtCore import Qt

from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import SizeClass
from kiassess.domain.profile import make_profile
from kiassess.paths import bundled
from kiassess.ui.models.blocks_model import BlocksModel
from kiassess.wording.texts import load_texts

TARGETS = {SizeClass.SMALL: 3}
FACETS = {"B": ("Left", "Right")}
ITEMS = (
    *(make_item(f"data.a{n}", "A", targets=TARGETS) for n in range(4)),
    *(make_item(f"infra.l{n}", "B", facets={"B": "Left"}) for n in range(4)),
    *(make_item(f"infra.r{n}", "B", facets={"B": "Right"}) for n in range(4)),
    make_item("legal.c", "C"),
    make_item("res.d", "D"),
)
QUESTIONNAIRE = make_questionnaire(ITEMS, ("A", "B", "C", "D"), FACETS)
ANSWERS = {
    **{f"data.a{n}": level for n, level in enumerate((1, 2, 2, UNKNOWN))},
    **{f"infra.l{n}": 1 for n in range(4)},
    **{f"infra.r{n}": 2 for n in range(4)},
    "res.d": NOT_APPLICABLE,
}


def profile(extent=Extent.FULL, answers=ANSWERS):
    return make_profile(open_assessment(QUESTIONNAIRE, answers, extent=extent, population=4000))


@pytest.fixture
def texts():
    return load_texts(bundled().texts, "de")


@pytest.fixture
def blocks(texts):
    model = BlocksModel(texts)
    model.set_profile(profile(), {"Left": "Daten", "Right": "Infrastruktur"})
    return model


def row(model, number, role=Qt.ItemDataRole.DisplayRole):
    return [model.index(number, column).data(role) for column in range(model.columnCount())]


def heads(model):
    return [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]


@pytest.mark.parametrize("areas", [False, True])
@pytest.mark.parametrize("extent", list(Extent))
def test_it_is_a_sound_model(texts, qtmodeltester, areas, extent):
    model = BlocksModel(texts, areas=areas)
    model.set_profile(profile(extent), {})
    qtmodeltester.check(model)


def test_it_is_a_sound_model_before_there_is_a_profile(texts, qtmodeltester):
    qtmodeltester.check(BlocksModel(texts))


def test_a_block_shows_value_band_coverage_secured_level_and_target(blocks):
    assert row(blocks, 0) == ["Block A", "1,7", "1,3 bis 2,3", "75\xa0%", "1", "3,0", ""]


def test_a_double_block_names_its_halves(blocks):
    assert row(blocks, 1)[-1] == "Daten 1,0 · Infrastruktur 2,0"


def test_a_band_without_width_is_one_number(blocks):
    assert row(blocks, 1)[2] == "1,5"


def test_a_block_nobody_has_answered_has_no_value_and_says_so(blocks):
    assert row(blocks, 2) == ["Block C", "–", "0,0 bis 4,0", "0\xa0%", "0", "–", "nicht belastbar"]


def test_a_block_that_does_not_apply_has_dashes_and_says_so(blocks):
    assert row(blocks, 3) == [
        "Block D",
        "–",
        "–",
        "–",
        "–",
        "–",
        "entfällt · eingeschränkt vergleichbar",
    ]


def test_a_dash_is_read_as_no_value(blocks):
    assert row(blocks, 2, Qt.ItemDataRole.AccessibleTextRole)[1] == "kein Wert"


def test_areas_have_neither_secured_level_nor_target(texts):
    model = BlocksModel(texts, areas=True)
    model.set_profile(profile(), {})
    assert heads(model) == ["Area", "Value", "Band", "Coverage", "Note"]
    assert row(model, 0) == ["Area data", "1,7", "1,3 bis 2,3", "75\xa0%", ""]


@pytest.mark.parametrize("areas", [False, True])
def test_the_quick_check_shows_tendencies_and_no_numbers(texts, areas):
    model = BlocksModel(texts, areas=areas)
    model.set_profile(profile(Extent.QUICK), {})
    assert heads(model)[1:] == ["Tendency", "Coverage"]
    assert row(model, 0)[1:] == ["mittel", "75\xa0%"]
    tip = row(model, 0, Qt.ItemDataRole.ToolTipRole)[0]
    assert tip == "Tendenz: mittel.\nAbdeckung 75\xa0%: so viel ist beantwortet."


def test_numbers_stand_right_and_words_left(blocks):
    sides = [
        bool(alignment & Qt.AlignmentFlag.AlignRight)
        for alignment in row(blocks, 0, Qt.ItemDataRole.TextAlignmentRole)
    ]
    assert sides == [False, True, True, True, True, True, False]
    assert sides == [
        bool(
            blocks.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
            & Qt.AlignmentFlag.AlignRight
        )
        for column in range(blocks.columnCount())
    ]


def test_raw_values_are_there_for_sorting_and_none_comes_first(blocks):
    values = [row(blocks, number, BlocksModel.SortRole)[1] for number in range(4)]
    assert values == [pytest.approx(5 / 3), 1.5, -1.0, -1.0]


def test_a_tool_tip_says_everything_in_words(blocks):
    assert row(blocks, 0, Qt.ItemDataRole.ToolTipRole)[0].splitlines() == [
        "Profilwert 1,7 von 4.",
        "Spanne 1,3 bis 2,3, je nachdem, wie das Ungeklärte ausfällt.",
        "Abdeckung 75\xa0%: so viel ist beantwortet.",
        "Gesicherte Stufe 1.",
        "Ziel 3,0.",
    ]
    assert "Weniger als 60\xa0%" in row(blocks, 2, Qt.ItemDataRole.ToolTipRole)[0]
    assert row(blocks, 3, Qt.ItemDataRole.ToolTipRole)[0] == "Hier trifft keine Frage zu."
