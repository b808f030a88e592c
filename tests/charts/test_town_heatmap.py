"""Many towns in rows: every value, in groups, on as many pages as it takes."""

from dataclasses import replace

import pytest
from builders import UNKNOWN
from compared import IDS, shown, town, towns_of
from drawn import boxes, collisions, only, parts, texts_of, words
from hypothesis import given
from hypothesis import strategies as st
from many_towns import Many, many_towns
from matplotlib.colors import to_hex

from kiassess.charts.shades import contrast, shade
from kiassess.charts.town_heatmap import town_heatmap, town_heatmap_height, town_heatmap_pages
from kiassess.charts.town_rows import Line, TownRows, least_pages
from kiassess.domain.kinds import Extent
from kiassess.domain.shown_comparison import ComparisonChart, RowOrder

KIND = ComparisonChart.HEATMAP
SIZE = {"width_in": 7.2, "height_in": 5}
KINDS = [ComparisonChart.HEATMAP, ComparisonChart.AREAS, ComparisonChart.GATES]


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw a comparison in German."""

    def drawn(rounds, kind=KIND, **more):
        return town_heatmap(kind, shown(rounds, texts_de, **more), texts_de, look, **SIZE)

    return drawn


def test_every_field_says_its_value_in_its_shade(draw, look):
    chart = draw(towns_of(0, 3, 4))
    for at, level in enumerate((0, 3, 4)):
        assert words(chart, f"value.{at}.VIS") == f"{level},0"
    grounds = {to_hex(colour).upper() for colour in only(chart, "fields").get_facecolor()}
    assert grounds == {shade(level, look) for level in (0, 3, 4)}


def test_what_has_no_value_has_a_dash_and_no_shade(draw):
    chart = draw([town(2, number=1), town(UNKNOWN, number=2)])
    assert words(chart, "value.1.VIS") == "–"
    assert len(only(chart, "fields").get_paths()) == 3


def test_a_quick_check_says_its_tendency_in_words(draw):
    chart = draw([town(2, number=1), town(4, number=2, extent=Extent.QUICK)])
    assert words(chart, "value.1.VIS") == "hoch"
    assert len(only(chart, "fields").get_paths()) == 3


def test_limited_comparability_is_starred(draw):
    limited = {**dict.fromkeys(IDS, 2), "infra.one": "N", "infra.two": "N"}
    assert words(draw([town(limited)]), "value.0.DI") == "2,0*"


def test_areas_have_columns_of_their_own(draw):
    chart = draw(
        [town({**dict.fromkeys(IDS, 1), "data.one": 3, "data.two": 3})], ComparisonChart.AREAS
    )
    assert [words(chart, f"value.0.{area}") for area in ("data", "infra", "strat")] == [
        "3,0",
        "1,0",
        "1,0",
    ]


def test_gates_stand_as_signs_told_apart_without_colour(draw):
    chart = draw(towns_of(2, 1, UNKNOWN), ComparisonChart.GATES)
    assert [words(chart, f"value.{at}.data.one") for at in range(3)] == ["✓", "✗", "?"]
    legend = " ".join(text.get_text() for text in texts_of(chart))
    for said in ("✓ erfüllt", "✗ fehlt", "? ungeklärt", "○ vor erstem Einsatz nötig"):
        assert said in legend


def test_rows_stand_in_groups_with_titles(draw):
    chart = draw([town(1, "Groß", number=1, population=50_000), town(1, "Klein", number=2)])
    titles = parts(chart, "group")
    assert [text.get_text() for text in titles] == [
        "Kommunen mit unter 5\N{NARROW NO-BREAK SPACE}000 Einwohnern (Standortbestimmungen: 1)",
        "Kommunen mit über 20\N{NARROW NO-BREAK SPACE}000 Einwohnern (Standortbestimmungen: 1)",
    ]
    small, large = only(chart, "name.1"), only(chart, "name.0")
    assert small.get_position()[1] > large.get_position()[1]


def test_rows_can_be_put_in_order_by_a_block(draw):
    chart = draw(towns_of(4, 0, 2), order=RowOrder.VALUE, by="VIS")
    heights = [only(chart, f"name.{at}").get_position()[1] for at in range(3)]
    assert heights[1] > heights[2] > heights[0]
    said = " ".join(text.get_text() for text in texts_of(chart))
    assert "Platz" not in said
    assert "Rang" not in said


def test_an_anonymous_heatmap_tells_neither_name_nor_size_nor_day(draw):
    rounds = [replace(one, municipality=replace(one.municipality, population=p))
              for one, p in zip(towns_of(0, 1, 2), (10, 9_000, 90_000), strict=True)]  # fmt: skip
    chart = draw(rounds, anonymous=True)
    said = " ".join((chart.title, chart.description, *(t.get_text() for t in texts_of(chart))))
    assert not any(word in said for word in ("Ort", "Einwohner", "2026"))
    assert words(chart, "name.2") == "Kommune 3"


def test_letters_are_read_on_their_field(edition, texts_de, each_look):
    questionnaire = edition.questionnaire("de")
    found = shown(list(many_towns(Many(12), questionnaire)), texts_de, questionnaire)
    chart = town_heatmap(KIND, found, texts_de, each_look, **SIZE)
    for at, value in enumerate(found.comparison.blocks[0].values):
        text = only(chart, f"value.{at}.VIS")
        assert contrast(to_hex(text.get_color()), shade(value, each_look)) >= 4.5


def test_the_description_says_every_row_of_the_page(draw):
    chart = draw(towns_of(0, 3))
    assert chart.description.startswith(" ".join(chart.summary))
    assert (
        "Ort 2, 02.03.2026: Short VIS (3,0); Short DI (3,0); Short RM (3,0)." in chart.description
    )


def test_without_gates_there_is_no_heatmap_of_them(texts_de, look):
    found = shown(towns_of(1), texts_de)
    items = tuple(replace(item, gate=False) for item in found.comparison.items)
    found = replace(found, comparison=replace(found.comparison, items=items))
    with pytest.raises(ValueError, match="nothing to draw"):
        town_heatmap(ComparisonChart.GATES, found, texts_de, look, **SIZE)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("width_in", "scale"), [(7.2, 1), (9, 2), (14, 1)])
def test_nothing_collides(edition, texts_de, texts_en, look, kind, language, width_in, scale):
    texts = texts_de if language == "de" else texts_en
    questionnaire = edition.questionnaire(language)
    rounds = list(many_towns(Many(14, mixed=True), questionnaire))
    long = replace(
        rounds[0].municipality, name="Verbandsgemeinde Rhein-Mosel-Eifel-Hunsrückhöhenland"
    )
    rounds[0] = replace(rounds[0], municipality=long)
    found = shown(rounds, texts, questionnaire)
    size = {"width_in": width_in, "font_scale": scale}
    height_in = town_heatmap_height(kind, found, texts, **size)
    assert collisions(town_heatmap(kind, found, texts, look, height_in=height_in, **size)) == []


# --- pages


@pytest.fixture(scope="module")
def pages(edition, texts_de, look):
    """Draw so many towns on pages."""

    def drawn(n, page_in=10.2):
        questionnaire = edition.questionnaire("de")
        found = shown(list(many_towns(Many(n), questionnaire)), texts_de, questionnaire)
        size = {"width_in": 7.2, "page_in": page_in}
        return list(town_heatmap_pages(KIND, found, texts_de, look, **size))

    return drawn


def test_twelve_towns_fit_on_one_page(pages):
    (page,) = pages(12)
    assert "Seite" not in page.title
    assert page.get_size_inches()[1] < 6


def test_four_hundred_towns_stand_once_each_on_several_pages(pages):
    found = pages(400)
    rows = [
        text.get_gid()
        for page in found
        for text in texts_of(page)
        if str(text.get_gid()).startswith("name.")
    ]
    assert sorted(rows) == sorted(f"name.{at}" for at in range(400))
    assert 8 <= len(found) <= 15
    assert least_pages(400, 10.2) <= len(found)
    for number, page in enumerate(found, 1):
        assert page.get_size_inches()[1] <= 10.2
        assert page.title.endswith(f"(Seite {number} von {len(found)})")
    for page in (found[0], found[-1]):
        assert collisions(page) == []
        assert min(box.y0 for box in boxes(page).values()) > 0


lines = st.lists(st.tuples(st.booleans(), st.integers(1, 30)), min_size=1, max_size=5)


@given(groups=lines, room=st.integers(3, 12))
def test_no_title_stands_alone_and_no_row_gets_lost(groups, room):
    places = iter(range(1000))
    made = tuple(
        (
            *((Line(f"title {n}", None, 1.0),) if titled else ()),
            *(Line("name", next(places), 1.0) for _ in range(count)),
        )
        for n, (titled, count) in enumerate(groups)
    )
    found = TownRows(made, 1.0).pages(room)
    shown_places = [line.place for page in found for line in page if line.place is not None]
    assert shown_places == list(range(sum(count for _, count in groups)))
    owner = {line.place: group[0] for group in made for line in group}
    for page in found:
        assert sum(line.tall_in for line in page) <= room
        assert page[-1].place is not None
        first = next(line for line in page if line.place is not None)
        if owner[first.place].place is None:
            assert page[0] == owner[first.place]
