import re

import pytest
from drawn import collisions, only, parts, texts_of, words
from towns import BLOCKS, GIVEN, profile_of

from kiassess.charts.tendencies import tendency_chart, tendency_height
from kiassess.domain.kinds import Extent
from kiassess.domain.profile import Tendency

SIZE = {"width_in": 7.2, "height_in": 4.5}


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw the quick check in German."""

    def drawn(given):
        profile = profile_of(given, extent=Extent.QUICK)
        return tendency_chart(profile, texts_de, look, **SIZE)

    return drawn


@pytest.mark.parametrize(
    ("level", "column", "word"), [(0, 0, "niedrig"), (2, 1, "mittel"), (4, 2, "hoch")]
)
def test_the_filled_place_stands_in_the_column_of_the_tendency(draw, level, column, word):
    chart = draw(dict.fromkeys(GIVEN, level))
    for block in BLOCKS:
        assert list(only(chart, f"tendency.{block}").get_xdata()) == [column]
        assert words(chart, f"words.{block}") == word


def test_a_block_without_a_tendency_has_no_filled_place(draw):
    chart = draw({"strat.one": 2, "strat.two": 2, "data.two": 2})
    assert only(chart, "tendency.VIS")
    assert not parts(chart, "tendency.DI")
    assert words(chart, "words.DI") == "noch offen"


def test_the_filled_place_is_told_apart_without_colour(draw):
    chart = draw(GIVEN)
    filled, places = only(chart, "tendency.VIS"), only(chart, "places.VIS")
    assert filled.get_markersize() > 1.5 * places.get_markersize()
    assert list(places.get_xdata()) == [0, 1, 2]


def test_it_shows_no_number_but_how_many_questions(draw):
    chart = draw(GIVEN)
    said = [text.get_text() for text in texts_of(chart)]
    assert [text for text in said if re.search(r"\d", text)] == [chart.title]
    answered = sum(isinstance(given, int) for given in GIVEN.values())
    assert chart.title == f"Tendenz auf Basis von {answered} Fragen"
    assert not re.search(r"\d", chart.description)


def test_the_columns_are_named(draw):
    chart = draw({})
    assert [words(chart, f"column.{t}") for t in Tendency] == ["niedrig", "mittel", "hoch"]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("width_in", "font_scale"), [(5.5, 1), (8, 2)])
def test_nothing_collides(whole_profile, texts_de, texts_en, look, language, width_in, font_scale):
    texts = texts_de if language == "de" else texts_en
    profile = whole_profile(language, extent=Extent.QUICK, answered=0.7)
    size = {"width_in": width_in, "font_scale": font_scale}
    height_in = tendency_height(profile, texts, **size)
    assert collisions(tendency_chart(profile, texts, look, height_in=height_in, **size)) == []
