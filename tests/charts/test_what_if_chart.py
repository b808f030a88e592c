"""A simulation: today and what would be, told apart by pattern and word, never by colour alone."""

import pytest
from builders import UNKNOWN
from compared import IDS
from drawn import collisions, only, parts, words
from towns import small_town

from kiassess.charts.rendering import to_file_bytes
from kiassess.charts.what_if import what_if_chart, what_if_height
from kiassess.content.library import Library
from kiassess.domain.firing import Situation
from kiassess.domain.kinds import Extent
from kiassess.domain.measures import Cost, Effort, Measure, Trigger
from kiassess.domain.profile import make_profile
from kiassess.domain.what_if import simulate
from kiassess.paths import bundled
from kiassess.wording.what_if import what_if_rows

SIZE = {"width_in": 7.2, "height_in": 4}


def profiles(now, then):
    return tuple(make_profile(town_of(given)) for given in (now, then))


def town_of(given, **facts):
    """A small town that has answered everything alike, or as said by item id."""
    return small_town(given if isinstance(given, dict) else dict.fromkeys(IDS, given), **facts)


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw two profiles in German."""
    return lambda now, then: what_if_chart(*profiles(now, then), texts_de, look, **SIZE)


def test_the_simulated_value_is_hatched_and_stands_where_it_would_be(draw):
    chart = draw(1, 3)
    circle, dot = only(chart, "simulated.VIS"), only(chart, "value.VIS")
    assert circle.get_center()[0] == pytest.approx(3)
    assert circle.get_hatch()
    assert list(dot.get_xdata()) == [1.0]
    assert list(only(chart, "line.VIS").get_xdata()) == [1.0, 3.0]
    assert only(chart, "line.VIS").get_linestyle() != "-"


def test_what_is_simulated_is_called_so_everywhere(draw, texts_de):
    chart = draw(1, 3)
    assert words(chart, "values.VIS") == "1,0 → 3,0"
    assert words(chart, "simulation.VIS") == "Simulation"
    assert chart.title.startswith("Simulation:")
    assert "Simulation" in texts_de("what_if.legend")
    assert "in der Simulation 3,0" in chart.description
    assert "keine Messung" in " ".join(chart.summary)


def test_what_stays_as_it_is_has_no_circle(draw):
    now = dict.fromkeys(IDS, 1)
    chart = draw(now, {**now, "strat.one": 2})
    assert parts(chart, "simulated.VIS")
    assert not parts(chart, "simulated.DI")
    assert words(chart, "values.DI") == "1,0"
    assert words(chart, "simulation.DI") == ""


def test_a_block_that_gets_a_value_has_a_circle_and_no_line(draw):
    chart = draw(UNKNOWN, 2)
    assert parts(chart, "simulated.VIS")
    assert not parts(chart, "line.VIS") + parts(chart, "value.VIS")
    assert words(chart, "values.VIS") == "– → 2,0"


def test_nothing_ticked_says_that_nothing_rises(draw):
    assert draw(2, 2).title == "Simulation: Kein Baustein läge höher"


def test_the_title_counts_as_the_values_are_shown(draw):
    chart = draw(dict.fromkeys(IDS, 1), {**dict.fromkeys(IDS, 1), "strat.one": 2})
    n = sum(bool(parts(chart, f"simulated.{block}")) for block in ("VIS", "DI", "RM"))
    assert n == (1 if "Ein Baustein" in chart.title else int(chart.title.split()[1]))


def test_the_table_says_the_same(texts_de):
    head, *rows = what_if_rows(*profiles(1, 3), texts_de)
    assert head == ["Baustein", "heute", "Simulation", "Veränderung"]
    assert all(row[1:] == ["1,0", "3,0", "+2,0"] for row in rows)
    _, *rows = what_if_rows(*profiles(1, 1), texts_de)
    assert {row[3] for row in rows} == {"unverändert"}


def test_a_real_simulation_can_be_drawn(texts_de, look):
    opened = town_of(0)
    measure = Measure(
        "m.one", "One", "", (), "", "", "", Effort.S, Cost.K0, 2, "", 6,
        triggers=(Trigger("strat.one", 3),),
    )  # fmt: skip
    found = simulate(opened, {"m.one"}, {"m.one": measure}, Situation())
    chart = what_if_chart(make_profile(opened), found.profile, texts_de, look, **SIZE)
    assert parts(chart, "simulated.VIS")
    assert to_file_bytes(chart, "svg").startswith(b"<?xml")


def test_the_quick_check_has_no_numbers(texts_de, look):
    profile = make_profile(town_of(1, extent=Extent.QUICK))
    with pytest.raises(ValueError, match="no numbers"):
        what_if_chart(profile, profile, texts_de, look, **SIZE)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("width_in", "scale"), [(6, 1), (7.2, 1), (9, 2), (14, 1)])
def test_nothing_collides(whole_town, texts_de, texts_en, each_look, language, width_in, scale):
    texts = texts_de if language == "de" else texts_en
    opened = whole_town(language)
    catalogue, _ = Library(bundled().questionnaires).catalogue("ki-readiness", language)
    measures = catalogue.measures
    found = simulate(opened, list(measures), measures, Situation())
    pair = make_profile(opened), found.profile
    size = {"width_in": width_in, "font_scale": scale}
    height_in = what_if_height(*pair, texts, **size)
    assert collisions(what_if_chart(*pair, texts, each_look, height_in=height_in, **size)) == []
