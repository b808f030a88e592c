import pytest
from drawn import only, parts
from towns import GIVEN, profile_of, small_town

from kiassess.charts.choice import (
    ChartKind,
    chart_of,
    fitting_height,
    height_of,
    profile_chart,
)
from kiassess.charts.rendering import to_file_bytes
from kiassess.charts.words import chart_words
from kiassess.domain.kinds import Extent
from kiassess.domain.profile import make_profile
from kiassess.domain.shown import Shown
from kiassess.ui.chart_work import Sheet, draw_profile

SIZE = {"width_in": 7.2, "height_in": 4.8}
OF_BLOCKS = [ChartKind.DOTS, ChartKind.RADAR]
OF_AREAS = [ChartKind.HEATMAP, ChartKind.DISTRIBUTION]


def shown_town(*, extent=Extent.FULL, second=None):
    opened = small_town(extent=extent)
    return Shown(make_profile(opened), opened, second, "Stand 2025")


@pytest.mark.parametrize(("kind", "part"), [(ChartKind.DOTS, "value.VIS"), ("radar", "value")])
def test_a_profile_with_numbers_gets_the_chart_asked_for(texts_de, look, kind, part):
    assert only(profile_chart(ChartKind(kind), profile_of(), texts_de, look, **SIZE), part)


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (ChartKind.DOTS, "value.VIS"),
        (ChartKind.RADAR, "value"),
        (ChartKind.HEATMAP, "field.data.VIS"),
        (ChartKind.DISTRIBUTION, "level_3.data"),
    ],
)
def test_every_chart_is_drawn_of_one_bundle(texts_de, look, kind, part):
    assert only(chart_of(kind, shown_town(), texts_de, look, **SIZE), part)


@pytest.mark.parametrize("kind", OF_BLOCKS)
def test_the_quick_check_always_gets_its_tendencies(texts_de, look, kind):
    chart = chart_of(kind, shown_town(extent=Extent.QUICK), texts_de, look, **SIZE)
    assert only(chart, "tendency.VIS")
    assert not parts(chart, "value.VIS") + parts(chart, "value")


@pytest.mark.parametrize("kind", OF_AREAS)
def test_the_quick_check_has_no_chart_of_areas(texts_de, look, kind):
    with pytest.raises(ValueError, match="quick check"):
        chart_of(kind, shown_town(extent=Extent.QUICK), texts_de, look, **SIZE)


@pytest.mark.parametrize(("kind", "part"), [("dots", "second.VIS"), ("radar", "second")])
def test_an_earlier_round_stands_beside_where_both_have_numbers(texts_de, look, kind, part):
    earlier = profile_of(dict.fromkeys(GIVEN, 1))

    def drawn(shown):
        return chart_of(ChartKind(kind), shown, texts_de, look, **SIZE)

    assert only(drawn(shown_town(second=earlier)), part)
    quick = profile_of(extent=Extent.QUICK)
    assert not parts(drawn(shown_town(second=quick)), part)
    assert only(drawn(shown_town(extent=Extent.QUICK, second=earlier)), "tendency.VIS")


@pytest.mark.parametrize("extent", [Extent.FULL, Extent.QUICK])
@pytest.mark.parametrize("kind", OF_BLOCKS)
def test_larger_letters_and_a_title_need_more_height(texts_de, kind, extent):
    def height(**more):
        profile = profile_of(extent=extent)
        return fitting_height(kind, profile, texts_de, width_in=10, **more)

    assert height(titled=False) < height() < height(font_scale=2)


@pytest.mark.parametrize("kind", list(ChartKind))
def test_every_chart_says_how_much_height_it_needs(texts_de, kind):
    def height(**more):
        return height_of(kind, shown_town(), texts_de, width_in=10, **more)

    assert height(titled=False) < height() < height(font_scale=2)


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_chart_is_as_large_as_asked_for(texts_de, look, kind):
    chart = chart_of(kind, shown_town(), texts_de, look, titled=False, font_scale=1.25, **SIZE)
    assert tuple(chart.get_size_inches()) == (7.2, 4.8)


@pytest.mark.parametrize("kind", list(ChartKind))
def test_the_same_chart_is_the_same_file(texts_de, look, kind):
    first, again = (
        to_file_bytes(chart_of(kind, shown_town(), texts_de, look, **SIZE), "svg") for _ in range(2)
    )
    assert first == again


@pytest.mark.parametrize("second", [None, profile_of(dict.fromkeys(GIVEN, 1))])
@pytest.mark.parametrize("extent", [Extent.FULL, Extent.QUICK])
@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_window_can_say_what_a_chart_says(texts_de, look, kind, extent, second):
    shown = shown_town(extent=extent, second=second)
    if shown.profile.tendencies_only and kind in OF_AREAS:
        return
    chart = chart_of(kind, shown, texts_de, look, width_in=30, height_in=20)
    words = chart_words(kind, shown, texts_de)
    assert (words.title, words.description) == (chart.title, chart.description)
    assert words.summary == chart.summary
    assert 0 < len(words.summary) <= 3
    assert words.legend in [text.get_text() for text in chart.texts]


@pytest.mark.parametrize("kind", list(ChartKind))
def test_the_window_orders_every_chart_by_its_name(texts_de, look, kind):
    sheet = Sheet(
        look=look, width_px=600, least_height_px=100, dpi=96, pixel_ratio=1.5, font_scale=1.0
    )
    picture = draw_profile(kind.value, shown_town(), texts_de, sheet)
    assert picture.width == 900
    assert len(picture.data) == 4 * picture.width * picture.height
