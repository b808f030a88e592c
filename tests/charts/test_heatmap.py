from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from builders import UNKNOWN
from drawn import collisions, only, parts, texts_of, words
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from PIL import Image
from towns import GIVEN, small_town

from kiassess.charts.heatmap import heatmap, heatmap_height
from kiassess.charts.rendering import to_file_bytes
from kiassess.charts.shades import contrast
from kiassess.domain.kinds import Extent
from kiassess.domain.matrix import area_block_matrix

SIZE = {"width_in": 7.2, "height_in": 4.8}
LONG = (
    "Verwaltungsdigitalisierungsstrategie",
    "Handlungsfelder und Schwerpunktsetzungen",
    "Datenstrategie/Infrastrukturentwicklung",
    "Verantwortlichkeiten und Bürgerbeteiligung",
    "Qualifizierungsmaßnahmen",
    "Wirksamkeitsüberprüfung und Weiterentwicklung",
    "Umsetzungsplanung",
)
answers = st.fixed_dictionaries({item: st.sampled_from([0, 1, 2, 3, 4, UNKNOWN]) for item in GIVEN})


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw the matrix of an assessment in German."""

    def drawn(opened, **more):
        return heatmap(area_block_matrix(opened), texts_de, look, **{**SIZE, **more})

    return drawn


def fields(chart):
    return [part for part in chart.findobj() if str(part.get_gid() or "").startswith("field.")]


@settings(max_examples=12)
@given(given=answers)
def test_every_field_says_its_mean_and_how_many_answered(given, draw, texts_de):
    opened = small_town(given)
    chart, matrix = draw(opened), area_block_matrix(opened)
    for row in matrix.rows:
        for block, cell in zip(matrix.blocks, row.cells, strict=True):
            name = f"{row.id}.{block.id}"
            assert words(chart, f"value.{name}") == texts_de.number(cell.value)
            expected = f"n = {cell.n_answered}" if cell.n_items else ""
            assert words(chart, f"count.{name}") == expected


def test_a_field_without_an_answer_has_a_dash_and_no_shade(draw, look):
    chart = draw(small_town())
    for name, count in (("data.VIS", "n = 0"), ("data.RM", "")):
        assert words(chart, f"value.{name}") == "–"
        assert words(chart, f"count.{name}") == count
        assert to_hex(only(chart, f"field.{name}").get_facecolor()) == look.ground.lower()
    assert words(chart, "value.data.DI") == "3,0"


def test_areas_are_rows_and_blocks_are_columns_in_their_order(draw):
    opened = small_town()
    chart, matrix = draw(opened), area_block_matrix(opened)
    grid = [
        [only(chart, f"field.{row.id}.{block.id}") for block in matrix.blocks]
        for row in matrix.rows
    ]
    for row in grid:
        assert len({field.get_y() for field in row}) == 1
        assert all(one.get_x() < other.get_x() for one, other in pairwise(row))
    for column in zip(*grid, strict=True):
        assert len({field.get_x() for field in column}) == 1
        assert all(one.get_y() > other.get_y() for one, other in pairwise(column))


def test_fields_do_not_lie_on_each_other_and_fill_the_plot(draw):
    chart = draw(small_town())
    across = sum(field.get_width() for field in fields(chart))
    down = sum(field.get_height() for field in fields(chart))
    left, right = chart.axes[0].get_xlim()
    bottom, top = chart.axes[0].get_ylim()
    assert 0.9 < across / 3 / (right - left) < 1
    assert 0.9 < down / 3 / (top - bottom) < 1


def test_letters_are_read_on_their_field(whole_town, texts_de, each_look):
    # On paper without colours it is the lightness alone, and that is what contrast measures.
    matrix = area_block_matrix(whole_town("de"))
    chart = heatmap(matrix, texts_de, each_look, **SIZE)
    for field in fields(chart):
        name = field.get_gid().removeprefix("field.")
        for text in parts(chart, f"value.{name}") + parts(chart, f"count.{name}"):
            assert contrast(to_hex(text.get_color()), to_hex(field.get_facecolor())) >= 4.5


def test_the_scale_of_shades_stands_below(draw, look):
    chart = draw(small_town())
    found = [to_hex(only(chart, f"swatch.level_{n}").get_facecolor()).upper() for n in range(5)]
    assert tuple(found) == look.levels
    assert words(chart, "legend.level_4") == "4 wirksam"


def test_the_description_says_every_field(draw):
    description = draw(small_town()).description
    assert "Short DI 3,0 (n = 1)" in description
    assert "Short RM keine Frage" in description
    assert "Short VIS noch keine Antwort" in description


def test_the_title_is_the_message_and_can_be_left_to_the_window(draw, whole_town):
    opened = whole_town("de")
    chart = draw(opened)
    assert chart.title.startswith("Niedrigst")
    assert not any(chart.title == text.get_text() for text in texts_of(draw(opened, titled=False)))
    assert len(chart.summary) <= 3


def test_names_are_never_read_as_formulas(draw, texts_de, look, renamed):
    chart = heatmap(renamed(area_block_matrix(small_town()), "$x^2$"), texts_de, look, **SIZE)
    assert words(chart, "column.VIS") == "$x^2$"
    assert not any(text.get_parse_math() for text in texts_of(chart))


def test_the_quick_check_has_no_numbers_to_plot(draw):
    with pytest.raises(ValueError, match="quick check"):
        draw(small_town(extent=Extent.QUICK))


@pytest.mark.parametrize(
    ("language", "answered", "width_in", "font_scale"),
    [
        ("de", 0.0, 5.5, 1),
        ("en", 0.5, 7.2, 1),
        ("de", 1.0, 10.6, 1),
        ("de", 0.7, 14, 1),
        ("de", 1.0, 5.5, 1.5),
        ("en", 1.0, 8, 1.5),
        ("de", 1.0, 6, 2),
        ("de", 0.5, 8.2, 2),
        ("en", 0.0, 14, 2),
    ],
)
@pytest.mark.parametrize("long", [False, True], ids=["usual-names", "long-names"])
def test_nothing_collides(
    whole_town, texts_de, texts_en, look, language, answered, width_in, font_scale, long
):
    texts = texts_de if language == "de" else texts_en
    matrix = area_block_matrix(whole_town(language, answered=answered))
    if long:
        named = zip(matrix.blocks, LONG, strict=True)
        matrix = replace(matrix, blocks=tuple(replace(b, short=name) for b, name in named))
    size = {"width_in": width_in, "font_scale": font_scale}
    height_in = heatmap_height(matrix, texts, **size)
    assert collisions(heatmap(matrix, texts, look, height_in=height_in, **size)) == []


def test_letters_in_a_field_never_leave_it(whole_town, texts_de, look):
    matrix = area_block_matrix(whole_town("de", answered=1))
    size = {"width_in": 5.5, "font_scale": 2}
    height_in = heatmap_height(matrix, texts_de, **size)
    chart = heatmap(matrix, texts_de, look, height_in=height_in, **size)
    for field in fields(chart):
        name, box = field.get_gid().removeprefix("field."), field.get_window_extent()
        for text in parts(chart, f"value.{name}") + parts(chart, f"count.{name}"):
            inside = text.get_window_extent()
            assert box.x0 <= inside.x0
            assert inside.x1 <= box.x1
            assert box.y0 <= inside.y0 + 3  # a box is a little higher than the letters in it
            assert inside.y1 <= box.y1 + 3


@pytest.mark.parametrize("file_format", ["png", "svg", "pdf"])
def test_equal_charts_are_equal_files(draw, file_format):
    opened = small_town()
    assert to_file_bytes(draw(opened), file_format) == to_file_bytes(draw(opened), file_format)


def test_a_picture_carries_its_words(draw):
    chart = draw(small_town())
    with Image.open(BytesIO(to_file_bytes(chart, "png"))) as picture:
        assert picture.text["Description"] == chart.description
