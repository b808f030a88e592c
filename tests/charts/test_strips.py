"""All towns as dots: median from five on, middle half from twelve, one's own place."""

from datetime import date

import pytest
from builders import UNKNOWN
from compared import IDS, shown, town, towns_of
from drawn import collisions, only, parts, texts_of, words
from many_towns import Many, many_towns

from kiassess.charts.comparison_words import DENSE_FROM, comparison_legend
from kiassess.charts.rendering import to_file_bytes
from kiassess.charts.strips import strips, strips_height
from kiassess.domain.peers import Standing
from kiassess.domain.shown_comparison import ComparisonChart
from kiassess.domain.statistics import statistics_of

SIZE = {"width_in": 7.2, "height_in": 5}
BLOCKS = ("VIS", "DI", "RM")


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw a comparison in German."""

    def drawn(rounds, *, look=look, **more):
        return strips(shown(rounds, texts_de, **more), texts_de, look, **SIZE)

    return drawn


def xs(chart, gid):
    return sorted(x for part in parts(chart, gid) for x, _ in part.get_offsets())


def test_every_town_is_a_dot_at_its_value(draw):
    chart = draw(towns_of(0, 4, 2, 2, 1))
    for block in BLOCKS:
        assert xs(chart, f"dots.{block}") == [0, 1, 2, 2, 4]


def test_a_town_counts_once_with_its_latest_round(draw):
    rounds = [town(1, number=1, day=date(2025, 3, 2)), town(3, number=1), town(4, number=2)]
    assert xs(draw(rounds), "dots.VIS") == [3, 4]


@pytest.mark.parametrize(("n", "median", "box"), [(4, 0, 0), (5, 1, 0), (11, 1, 0), (12, 1, 1)])
def test_small_groups_are_told_no_median_and_no_box(draw, n, median, box):
    chart = draw(towns_of(*(number % 5 for number in range(n))))
    assert len(parts(chart, "median.VIS")) == len(parts(chart, "median_words.VIS")) == median
    assert len(parts(chart, "quartiles.VIS")) == box
    assert f"n = {n}" in words(chart, "n.VIS")


def test_median_and_box_stand_where_the_statistics_say(draw):
    levels = [0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4]
    chart, told = draw(towns_of(*levels)), statistics_of(map(float, levels))
    assert set(only(chart, "median.VIS").get_xdata()) == {told.median}
    assert words(chart, "median_words.VIS") == "2,0"
    box = only(chart, "quartiles.VIS")
    assert (box.get_x(), box.get_x() + box.get_width()) == told.quartiles


def test_ones_own_value_is_a_diamond_with_its_number_and_no_dot(draw):
    chart = draw(towns_of(0, 1, 2, 3, 4), own=3)
    mark = only(chart, "own.VIS")
    assert (list(mark.get_xdata()), mark.get_marker()) == ([3.0], "D")
    assert words(chart, "own_words.VIS") == "3,0"
    assert xs(chart, "dots.VIS") == [0, 1, 2, 4]
    assert set(only(chart, "median.VIS").get_xdata()) == {2.0}  # it counts all the same


def test_an_own_value_that_is_missing_is_said_below_the_name(draw):
    chart = draw([*towns_of(0, 1), town(UNKNOWN, "Fern", number=9)], own=2)
    assert not parts(chart, "own.VIS")
    assert words(chart, "notes.VIS") == "Fern, 02.03.2026: –"


def test_limited_comparability_is_a_ring(draw):
    given = dict.fromkeys(IDS, 2)
    chart = draw(
        [town(given, number=1), town({**given, "infra.one": "N", "infra.two": "N"}, number=2)]
    )
    assert (xs(chart, "dots.DI"), xs(chart, "limited.DI")) == ([2], [2])
    filled, ring = only(chart, "dots.DI"), only(chart, "limited.DI")
    assert filled.get_facecolor().tolist() != ring.get_facecolor().tolist()
    assert ring.get_edgecolor().tolist() == filled.get_facecolor().tolist()


def test_an_anonymous_chart_marks_nobody_and_names_nobody(draw):
    chart = draw(towns_of(0, 1, 2, 3, 4), own=3, anonymous=True)
    assert not parts(chart, "own.VIS")
    said = " ".join((chart.title, chart.description, *(t.get_text() for t in texts_of(chart))))
    assert "Ort" not in said
    assert "2026" not in said


def test_among_peers_the_statistics_are_of_the_others(draw):
    others = [0.0, 0.0, 1.0, 2.0, 2.0]
    standings = tuple(Standing(b, 4.0, 1.0, statistics_of(others)) for b in BLOCKS)
    chart = draw(towns_of(4, 0, 0, 1, 2, 2), own=0, standings=standings)
    assert set(only(chart, "median.VIS").get_xdata()) == {1.0}
    assert words(chart, "n.VIS") == "n = 5"
    assert "ohne die eigene Kommune" in " ".join(t.get_text() for t in texts_of(chart))


def test_many_towns_become_columns_of_their_numbers(draw, texts_de):
    rounds = towns_of(*[1] * (DENSE_FROM - 10), *[3] * 10)
    chart = draw(rounds, own=None)
    assert not parts(chart, "dots.VIS")
    heights = only(chart, "columns.VIS").get_data()
    tall = {n / 10: h - heights.baseline for n, h in enumerate(heights.values)}
    assert {x for x, h in tall.items() if h > 1e-9} == {1.0, 3.0}
    assert tall[3.0] / tall[1.0] == pytest.approx(10 / (DENSE_FROM - 10))
    legend = comparison_legend(ComparisonChart.STRIPS, shown(rounds, texts_de), texts_de)
    assert legend.startswith("Säule")


def test_the_description_begins_with_the_summary_and_says_each_block(draw):
    chart = draw(towns_of(0, 1, 2, 3, 4), own=1)
    assert chart.description.startswith(" ".join(chart.summary))
    assert "Short VIS: Median 2,0 (5 Kommunen), Werte von 0,0 bis 4,0, Ort 2" in chart.description
    assert len(chart.summary) <= 3


def test_without_any_value_there_is_no_chart(draw):
    with pytest.raises(ValueError, match="nothing to draw"):
        draw(towns_of(UNKNOWN, UNKNOWN))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("n", "width_in", "scale"), [(2, 6, 1), (12, 7.2, 1), (40, 9, 2), (700, 14, 1)]
)
def test_nothing_collides(edition, texts_de, texts_en, each_look, language, n, width_in, scale):
    texts = texts_de if language == "de" else texts_en
    questionnaire = edition.questionnaire(language)
    found = shown(list(many_towns(Many(n, mixed=True), questionnaire)), texts, questionnaire, own=1)
    size = {"width_in": width_in, "font_scale": scale}
    height_in = strips_height(found, texts, **size)
    assert collisions(strips(found, texts, each_look, height_in=height_in, **size)) == []


def test_equal_charts_are_equal_files(draw):
    rounds = towns_of(0, 1, 2, 3, 4)
    assert to_file_bytes(draw(rounds), "svg") == to_file_bytes(draw(rounds), "svg")
