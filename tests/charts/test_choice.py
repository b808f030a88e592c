import pytest
from drawn import only, parts
from towns import profile_of

from kiassess.charts.choice import ChartKind, fitting_height, profile_chart
from kiassess.domain.kinds import Extent

SIZE = {"width_in": 7.2, "height_in": 4.8}


@pytest.mark.parametrize(("kind", "part"), [(ChartKind.DOTS, "value.VIS"), ("radar", "value")])
def test_a_profile_with_numbers_gets_the_chart_asked_for(texts_de, look, kind, part):
    assert only(profile_chart(ChartKind(kind), profile_of(), texts_de, look, **SIZE), part)


@pytest.mark.parametrize("kind", list(ChartKind))
def test_the_quick_check_always_gets_its_tendencies(texts_de, look, kind):
    profile = profile_of(extent=Extent.QUICK)
    chart = profile_chart(kind, profile, texts_de, look, **SIZE)
    assert only(chart, "tendency.VIS")
    assert not parts(chart, "value.VIS") + parts(chart, "value")


@pytest.mark.parametrize("extent", [Extent.FULL, Extent.QUICK])
@pytest.mark.parametrize("kind", list(ChartKind))
def test_larger_letters_and_a_title_need_more_height(texts_de, kind, extent):
    def height(**more):
        profile = profile_of(extent=extent)
        return fitting_height(kind, profile, texts_de, width_in=10, **more)

    assert height(titled=False) < height() < height(font_scale=2)


@pytest.mark.parametrize("extent", [Extent.FULL, Extent.QUICK])
@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_chart_is_as_large_as_asked_for(texts_de, look, kind, extent):
    profile = profile_of(extent=extent)
    chart = profile_chart(kind, profile, texts_de, look, titled=False, font_scale=1.25, **SIZE)
    assert tuple(chart.get_size_inches()) == (7.2, 4.8)
