"""Two rounds of a town: both values on their bands, and the way between them."""

from datetime import date

import pytest
from builders import UNKNOWN
from compared import IDS, shown, town
from drawn import collisions, only, parts, texts_of, words
from many_towns import Many, many_towns
from towns import small_town

from kiassess.charts.dumbbell import dumbbell, dumbbell_height
from kiassess.domain.change_split import compare_rounds
from kiassess.domain.kinds import Extent

SIZE = {"width_in": 7.2, "height_in": 4}
THEN = date(2025, 3, 2)


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw two rounds in German; the later one is given first."""

    def drawn(now, then, **more):
        rounds = [town(now), town(then, day=THEN)]
        return dumbbell(shown(rounds, texts_de, pair=(0, 1), **more), texts_de, look, **SIZE)

    return drawn


def test_ring_and_dot_stand_at_their_values_and_a_line_joins_them(draw):
    chart = draw(3, 1)
    earlier, later = only(chart, "earlier.VIS"), only(chart, "later.VIS")
    assert (list(earlier.get_xdata()), list(later.get_xdata())) == ([1.0], [3.0])
    assert earlier.get_markerfacecolor() != later.get_markerfacecolor()
    assert list(only(chart, "line.VIS").get_xdata()) == [1.0, 3.0]
    assert earlier.get_ydata()[0] > later.get_ydata()[0]
    assert (words(chart, "values.VIS"), words(chart, "change.VIS")) == ("1,0 → 3,0", "+2,0")


def test_each_round_stands_on_its_own_band(draw):
    # RM: strat.two 1, strat.three 2, strat.four 2; of five, two are unknown then, one is now.
    then = {**dict.fromkeys(IDS, 1), "strat.three": UNKNOWN}
    now = {**dict.fromkeys(IDS, 2), "strat.two": UNKNOWN}
    chart = draw(now, then)
    for name, low, high in (("earlier", 3 / 5, 11 / 5), ("later", 8 / 5, 12 / 5)):
        band = only(chart, f"{name}_band.RM")
        assert band.get_x() == pytest.approx(low)
        assert band.get_x() + band.get_width() == pytest.approx(high)
        assert parts(chart, f"{name}.RM")


def test_without_a_value_there_is_a_band_and_no_line(draw):
    chart = draw(3, UNKNOWN)
    assert parts(chart, "earlier_band.VIS")
    assert not parts(chart, "earlier.VIS") + parts(chart, "line.VIS") + parts(chart, "change.VIS")
    assert words(chart, "values.VIS") == "– → 3,0"
    assert chart.title == "Noch keine zwei belastbaren Werte"


def test_the_title_counts_what_moved(draw):
    assert draw(3, 1).title == (
        "Bausteine 02.03.2026 gegenüber 02.03.2025: 3 höher, 0 niedriger, 0 gleich"
    )


def test_limited_comparability_is_starred(draw):
    chart = draw({**dict.fromkeys(IDS, 2), "infra.one": "N", "infra.two": "N"}, 1)
    assert words(chart, "values.DI") == "1,0 → 2,0*"


def test_the_bands_tell_whether_a_change_is_sure(draw):
    assert "Die Spannen liegen getrennt" in draw(3, 1).description
    unclear = {**dict.fromkeys(IDS, 3), "data.two": UNKNOWN, "strat.two": UNKNOWN}
    assert "wie auch immer" not in draw(unclear, unclear).description


def test_the_values_of_the_profiles_can_be_shown_instead(texts_de, draw):
    then, now = small_town({"strat.one": 1, "strat.two": 2}), small_town({"strat.one": 3})
    change = compare_rounds(then, now)
    chart = draw(4, 4, change=change)
    before = change.blocks[0].before.value
    assert words(chart, "values.VIS").startswith(texts_de.number(before))
    assert "die das jeweilige Profil zeigt" in chart.description


def test_two_rounds_of_an_alias_tell_no_day(draw):
    chart = draw(3, 1, anonymous=True)
    said = " ".join((chart.title, chart.description, *(t.get_text() for t in texts_of(chart))))
    assert "202" not in said
    assert "Kommune" in chart.title


def test_quick_checks_have_no_numbers_to_compare(texts_de, look):
    rounds = [town(3), town(1, day=THEN, extent=Extent.QUICK)]
    with pytest.raises(ValueError, match="nothing to draw"):
        dumbbell(shown(rounds, texts_de, pair=(0, 1)), texts_de, look, **SIZE)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("width_in", "scale"), [(6, 1), (7.2, 1), (9, 2), (14, 1)])
def test_nothing_collides(edition, texts_de, texts_en, each_look, language, width_in, scale):
    texts = texts_de if language == "de" else texts_en
    questionnaire = edition.questionnaire(language)
    rounds = list(many_towns(Many(1, 2), questionnaire))
    found = shown(rounds, texts, questionnaire, pair=(0, 1))
    size = {"width_in": width_in, "font_scale": scale}
    height_in = dumbbell_height(found, texts, **size)
    assert collisions(dumbbell(found, texts, each_look, height_in=height_in, **size)) == []
