"""All rounds of a town: as far apart as their days, with gaps where there is no value."""

from datetime import date
from itertools import pairwise
from math import isnan

import pytest
from builders import UNKNOWN
from compared import IDS, shown, town
from drawn import collisions, only, parts, texts_of, words
from hypothesis import given
from hypothesis import strategies as st
from many_towns import Many, many_towns

from kiassess.charts.time_axis import fitting_words, make_time_axis
from kiassess.charts.trend import trend, trend_height
from kiassess.domain.kinds import Extent

SIZE = {"width_in": 7.2, "height_in": 4}
DAYS = [date(2022, 1, 1), date(2023, 1, 1), date(2026, 1, 1)]
LIMITED = {**dict.fromkeys(IDS, 2), "infra.one": "N", "infra.two": "N"}


def rounds_of(*levels, days=DAYS):
    return [town(level, day=day) for level, day in zip(levels, days, strict=True)]


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw the rounds of a town in German."""

    def drawn(rounds, **more):
        return trend(shown(rounds, texts_de, **{"own": 0, **more}), texts_de, look, **SIZE)

    return drawn


def test_values_stand_at_their_days_and_gaps_stay_gaps(draw):
    line = only(draw(rounds_of(1, UNKNOWN, 3)), "line.VIS")
    x, y = line.get_xdata(), line.get_ydata()
    assert (x[1] - x[0]) / (x[2] - x[0]) == pytest.approx(365 / 1461)
    assert (y[0], y[2]) == (1, 3)
    assert isnan(y[1])


def test_where_there_is_no_value_there_is_still_the_band(draw):
    chart = draw(rounds_of(1, UNKNOWN, 3))
    (band,) = parts(chart, "band.VIS")
    assert (band.get_y(), band.get_height()) == (0, 4)


def test_the_rounds_go_by_day_whatever_their_order(draw):
    chart = draw(list(reversed(rounds_of(0, 1, 2))))
    assert list(only(chart, "line.VIS").get_ydata()) == [0, 1, 2]
    assert words(chart, "day.VIS") == "2022 2023 2026"
    assert words(chart, "words.VIS") == "2,0 0,0 1,0"  # the last one first: it has to fit


def test_limited_comparability_is_a_ring_and_a_star(draw):
    chart = draw(rounds_of(1, LIMITED, 2))
    assert (len(parts(chart, "value.DI")), len(parts(chart, "limited.DI"))) == (2, 1)
    ring, dot = parts(chart, "limited.DI")[0], parts(chart, "value.DI")[0]
    assert ring.get_markerfacecolor() != dot.get_markerfacecolor()
    assert "2,0*" in words(chart, "words.DI")


def test_every_block_has_its_picture_from_0_to_4(draw):
    chart = draw(rounds_of(0, 0, 4))
    assert [axes.get_ylim() for axes in chart.axes] == [(0, 4)] * 3


def test_rounds_of_an_alias_tell_no_day(draw):
    chart = draw(rounds_of(0, 1, 2), anonymous=True)
    said = " ".join((chart.title, chart.description, *(t.get_text() for t in texts_of(chart))))
    assert "202" not in said
    x = list(only(chart, "line.VIS").get_xdata())
    assert x[1] - x[0] == pytest.approx(x[2] - x[1])


def test_one_round_is_no_trend(draw):
    quick = town(2, day=DAYS[1], extent=Extent.QUICK)
    with pytest.raises(ValueError, match="nothing to draw"):
        draw([town(1, day=DAYS[0]), quick])


def test_rounds_of_one_year_are_told_apart_by_their_months(texts_de):
    days = [date(2026, 1, 5), date(2026, 9, 5)]
    found = shown(rounds_of(1, 2, days=days), texts_de, own=0)
    assert make_time_axis(found, (0, 1), 2.0, 1.0).words == ("01/2026", "09/2026")


def test_rounds_of_one_day_stand_beside_each_other(texts_de):
    rounds = [town(1, id="a"), town(2, id="b")]
    axis = make_time_axis(shown(rounds, texts_de, own=0), (0, 1), 2.0, 1.0)
    assert axis.places_in[0] < axis.places_in[1]


@given(
    middles=st.lists(st.floats(0, 3), min_size=1, max_size=12).map(sorted),
    width=st.floats(0.1, 0.6),
)
def test_words_along_the_axis_never_touch(middles, width):
    found = fitting_words(middles, [width] * len(middles))
    assert len(middles) - 1 in found
    places = sorted(middles[at] for at in found)
    assert all(b - a >= width for a, b in pairwise(places))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("n", "width_in", "scale"), [(2, 5.5, 1), (5, 7.2, 1), (9, 6, 1), (5, 9, 2)]
)
def test_words_do_not_collide(edition, texts_de, texts_en, each_look, language, n, width_in, scale):
    texts = texts_de if language == "de" else texts_en
    questionnaire = edition.questionnaire(language)
    found = shown(list(many_towns(Many(1, n), questionnaire)), texts, questionnaire, own=0)
    size = {"width_in": width_in, "font_scale": scale}
    height_in = trend_height(found, texts, **size)
    assert collisions(trend(found, texts, each_look, height_in=height_in, **size)) == []
