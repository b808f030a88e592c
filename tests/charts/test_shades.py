import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.charts.looks import Look
from kiassess.charts.shades import contrast, ink, luminance, shade
from kiassess.content.themes import load_theme
from kiassess.paths import bundled

LOOKS = [Look.of(load_theme(bundled().themes, name).roles) for name in ("light", "dark")]
means = st.floats(0, 4)
looks = st.sampled_from(LOOKS)


@given(means, looks)
def test_letters_can_be_read_on_every_shade(mean, look):
    ground = shade(mean, look)
    assert contrast(ink(ground, look), ground) >= 4.5


@given(means, means, looks)
def test_a_copy_in_grey_keeps_the_order(one, other, look):
    # Two means that are shown with different numbers are also told apart by lightness.
    if abs(one - other) >= 0.1:
        away = [
            abs(luminance(shade(mean, look)) - luminance(look.ground))
            for mean in sorted((one, other))
        ]
        assert away[0] < away[1]


@pytest.mark.parametrize("look", LOOKS)
def test_a_whole_level_has_the_shade_of_the_theme(look):
    assert tuple(shade(level, look) for level in range(5)) == look.levels


def test_between_two_levels_the_shade_is_mixed():
    look = LOOKS[0]
    assert shade(0.5, look) == "#C9D7E8"
    assert look.levels[:2] == ("#DDE4EC", "#B5CAE3")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#FFFFFF", 21), ("#FFFFFF", "#FFFFFF", 1), ("#767676", "#FFFFFF", 4.54)],
)
def test_contrast_is_that_of_the_guidelines(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(one, other) == contrast(other, one)
