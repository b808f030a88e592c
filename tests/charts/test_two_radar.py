"""Two assessments around a ring: two lines, nothing filled, both values at each name."""

from math import isnan, tau

import pytest
from builders import UNKNOWN
from compared import IDS, shown, town, towns_of
from drawn import collisions, only, texts_of, words
from many_towns import Many, many_towns

from kiassess.charts.two_radar import two_radar, two_radar_height
from kiassess.domain.kinds import Extent

SIZE = {"width_in": 7.2, "height_in": 5}


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw two towns in German."""

    def drawn(rounds, pair=(0, 1), **more):
        return two_radar(shown(rounds, texts_de, pair=pair, **more), texts_de, look, **SIZE)

    return drawn


def test_there_are_two_lines_and_nothing_is_filled(draw):
    axes = draw(towns_of(1, 3, 4)).axes[0]
    assert [line.get_gid() for line in axes.lines] == ["other", "one"]
    assert len(axes.patches) == len(axes.collections) == 0
    one, other = axes.lines[1], axes.lines[0]
    assert one.get_linestyle() != other.get_linestyle()
    assert axes.get_ylim() == (0, 4)


def test_the_first_of_the_pair_is_the_plain_line(draw):
    chart = draw(towns_of(1, 3), pair=(1, 0))
    assert list(only(chart, "one").get_ydata()) == [3.0] * 4
    assert list(only(chart, "other").get_ydata()) == [1.0] * 4
    assert words(chart, "words.VIS") == "3,0 · 1,0"
    legend = " ".join(text.get_text() for text in texts_of(chart))
    assert "Linie: Ort 2, 02.03.2026" in legend
    assert "gestrichelt mit Ringen: Ort 1, 02.03.2026" in legend


def test_the_blocks_go_round_in_their_fixed_order(draw):
    spokes = only(draw(towns_of(1, 3)), "one").get_xdata()
    assert list(spokes) == pytest.approx([0, tau / 3, 2 * tau / 3, 0])


def test_a_missing_value_leaves_a_gap(draw):
    given = {**dict.fromkeys(IDS, 2), "strat.three": UNKNOWN, "strat.two": UNKNOWN}
    chart = draw([town(given, number=1), town(1, number=2)])
    assert isnan(only(chart, "one").get_ydata()[2])
    assert words(chart, "words.RM") == "– · 1,0"


def test_the_largest_gap_is_the_message_if_it_is_one(draw):
    given = {**dict.fromkeys(IDS, 2), "data.one": 4, "infra.one": 4, "infra.two": 4}
    title = draw([town(given, number=1), town(2, number=2)]).title
    assert title.startswith("Größter Abstand bei Block DI: ")
    assert draw(towns_of(1, 3)).title == "Die Werte liegen höchstens 2,0 auseinander"


def test_never_one_or_three_or_a_quick_check(draw):
    with pytest.raises(ValueError, match="nothing to draw"):
        draw(towns_of(1, 3), pair=None)
    with pytest.raises(ValueError, match="nothing to draw"):
        draw([town(1, number=1), town(3, number=2, extent=Extent.QUICK)])


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("width_in", "scale"), [(6, 1), (7.2, 1), (9, 2), (14, 1)])
def test_nothing_collides(edition, texts_de, texts_en, each_look, language, width_in, scale):
    texts = texts_de if language == "de" else texts_en
    questionnaire = edition.questionnaire(language)
    found = shown(list(many_towns(Many(2), questionnaire)), texts, questionnaire, pair=(0, 1))
    size = {"width_in": width_in, "font_scale": scale}
    height_in = two_radar_height(found, texts, **size)
    assert collisions(two_radar(found, texts, each_look, height_in=height_in, **size)) == []
