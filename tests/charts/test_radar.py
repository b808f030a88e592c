from math import hypot, isnan, tau

import pytest
from builders import OPEN
from drawn import boxes, collisions, only, texts_of, words
from hypothesis import given, settings
from hypothesis import strategies as st
from towns import BLOCKS, GIVEN, profile_of

from kiassess.charts.radar import radar, radar_height
from kiassess.domain.kinds import Extent

SIZE = {"width_in": 7.2, "height_in": 5}
answers = st.fixed_dictionaries({item: st.sampled_from([0, 1, 2, 3, 4, OPEN]) for item in GIVEN})


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw a profile in German."""

    def drawn(profile, **more):
        return radar(profile, texts_de, look, **{**SIZE, **more})

    return drawn


def around(chart, name):
    """The values of a line by spoke, ``None`` in its gaps; without the closing one."""
    values = only(chart, name).get_ydata()
    assert len(values) == len(BLOCKS) + 1
    assert values[0] == values[-1] or (isnan(values[0]) and isnan(values[-1]))
    return [None if isnan(value) else value for value in values[:-1]]


@settings(max_examples=12)
@given(given=answers)
def test_both_lines_show_the_profile_and_leave_gaps(given, draw):
    profile = profile_of(given)
    chart = draw(profile)
    assert around(chart, "value") == [block.score.value for block in profile.blocks]
    assert around(chart, "target") == [block.scored.target for block in profile.blocks]


def test_the_blocks_go_round_in_their_order_from_the_top(draw):
    chart = draw(profile_of())
    spokes = only(chart, "value").get_xdata()
    assert list(spokes) == pytest.approx([0, tau / 3, 2 * tau / 3, 0])
    axes = chart.axes[0]
    assert axes.get_theta_offset() == pytest.approx(tau / 4)
    assert axes.get_theta_direction() == -1


def test_the_ring_always_runs_from_0_to_4(draw):
    assert draw(profile_of(dict.fromkeys(GIVEN, 0))).axes[0].get_ylim() == (0, 4)


def test_nothing_is_filled_and_there_are_two_lines(draw):
    axes = draw(profile_of()).axes[0]
    assert len(axes.patches) == len(axes.collections) == 0
    assert [line.get_gid() for line in axes.lines] == ["target", "value"]


def test_the_target_is_told_apart_without_colour(draw):
    chart = draw(profile_of())
    assert only(chart, "target").get_linestyle() == "--"
    assert only(chart, "value").get_linestyle() == "-"
    assert only(chart, "target").get_marker() != only(chart, "value").get_marker()


def test_a_lone_value_can_be_seen(draw):
    chart = draw(profile_of({"infra.one": 2, "data.one": 2, "data.two": 2, "infra.two": 2}))
    assert around(chart, "value") == [None, 2, None]
    assert only(chart, "value").get_marker() == "o"
    assert only(chart, "value").get_markersize() >= 5


def test_every_spoke_says_its_value_or_why_there_is_none(draw):
    chart = draw(profile_of())
    assert words(chart, "name.VIS") == "Block VIS"
    assert words(chart, "words.VIS") == "1,5"
    assert words(chart, "words.RM") == "nicht belastbar"


def test_the_quick_check_has_no_numbers_to_plot(draw):
    with pytest.raises(ValueError, match="quick check"):
        draw(profile_of(extent=Extent.QUICK))


def test_names_stay_clear_of_the_ring(whole_profile, draw):
    chart = draw(whole_profile("de"))
    ring = chart.axes[0].bbox
    middle, radius = (ring.x0 + ring.width / 2, ring.y0 + ring.height / 2), ring.width / 2
    names = {name: box for name, box in boxes(chart).items() if name.startswith("name.")}
    assert len(names) >= 7
    for name, box in names.items():
        across = max(box.x0 - middle[0], middle[0] - box.x1, 0)
        down = max(box.y0 - middle[1], middle[1] - box.y1, 0)
        assert hypot(across, down) > radius, name


@pytest.mark.parametrize(
    ("language", "answered", "width_in", "font_scale"),
    [
        ("de", 0.0, 5.5, 1),
        ("en", 0.5, 7.2, 1),
        ("de", 1.0, 10.6, 1),
        ("de", 0.5, 8.2, 2),
        ("en", 1.0, 8, 1.5),
        ("en", 0.0, 14, 2),
    ],
)
def test_nothing_collides(
    whole_profile, texts_de, texts_en, look, language, answered, width_in, font_scale
):
    texts = texts_de if language == "de" else texts_en
    profile = whole_profile(language, answered=answered)
    size = {"width_in": width_in, "font_scale": font_scale}
    height_in = radar_height(profile, texts, **size)
    assert collisions(radar(profile, texts, look, height_in=height_in, **size)) == []


def test_where_nothing_fits_it_is_still_drawn(draw, whole_profile):
    assert draw(whole_profile("de"), width_in=3, height_in=2).axes[0].bbox.width > 0


# --- an earlier round beside it


@settings(max_examples=8)
@given(given=answers)
def test_an_earlier_profile_takes_the_place_of_the_targets(given, draw):
    earlier = profile_of(given)
    chart = draw(profile_of(), second=earlier, second_name="Stand 2025")
    assert around(chart, "second") == [block.score.value for block in earlier.blocks]
    axes = chart.axes[0]
    assert [line.get_gid() for line in axes.lines] == ["second", "value"]
    assert len(axes.patches) == len(axes.collections) == 0


def test_an_earlier_profile_is_dashed_hollow_and_named(draw, look):
    chart = draw(profile_of(), second=profile_of(), second_name="Stand 2025")
    line = only(chart, "second")
    assert line.get_linestyle() == "--"
    assert line.get_markerfacecolor() == look.ground
    assert any("Stand 2025" in text.get_text() for text in texts_of(chart))
    assert not any("Ziel" in text.get_text() for text in texts_of(chart))
    assert "Stand 2025 als gestrichelte Linie" in chart.description


def test_an_earlier_quick_check_has_no_numbers_either(draw):
    with pytest.raises(ValueError, match="quick check"):
        draw(profile_of(), second=profile_of(extent=Extent.QUICK), second_name="Stand 2025")


@pytest.mark.parametrize(("width_in", "font_scale"), [(5.5, 1), (7.2, 1), (8.2, 2)])
def test_nothing_collides_beside_an_earlier_round(
    whole_profile, texts_de, look, width_in, font_scale
):
    profile, name = whole_profile("de"), "Standortbestimmung vom 21.10.2025"
    size = {"width_in": width_in, "font_scale": font_scale}
    height_in = radar_height(profile, texts_de, second_name=name, **size)
    chart = radar(
        profile,
        texts_de,
        look,
        height_in=height_in,
        second=whole_profile("de", answered=1),
        second_name=name,
        **size,
    )
    assert collisions(chart) == []
