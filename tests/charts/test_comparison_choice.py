"""Any chart of a comparison, asked for in one way: drawn, in words, as a table."""

from dataclasses import replace
from datetime import date

import pytest
from builders import UNKNOWN
from compared import IDS, shown, town, towns_of
from drawn import only

from kiassess.charts.comparison_choice import draw, height_of, pages_of
from kiassess.charts.comparison_words import can_draw, comparison_table, comparison_words
from kiassess.charts.rendering import to_pdf_bytes
from kiassess.domain.kinds import Extent
from kiassess.domain.shown_comparison import ComparisonChart
from kiassess.ui.chart_work import Sheet, draw_comparison

SIZE = {"width_in": 7.2, "height_in": 5}
MARKS = {
    ComparisonChart.HEATMAP: "value.0.VIS",
    ComparisonChart.AREAS: "value.0.data",
    ComparisonChart.GATES: "value.0.data.one",
    ComparisonChart.STRIPS: "own.VIS",
    ComparisonChart.ROUNDS: "line.VIS",
    ComparisonChart.TREND: "line.VIS",
    ComparisonChart.RADAR: "other",
}
KINDS = list(ComparisonChart)


@pytest.fixture(scope="module")
def everything(texts_de):
    """A comparison of which there is every chart."""
    rounds = [town(1, number=1, day=date(2025, 3, 2)), town(3, number=1), *towns_of(0, 2, 4)[1:]]
    return shown(rounds, texts_de, own=1, pair=(0, 1))


def test_every_kind_is_known_here():
    assert set(MARKS) == set(ComparisonChart)


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_is_drawn_with_its_words(everything, texts_de, look, kind):
    chart = draw(kind, everything, texts_de, look, **SIZE)
    assert only(chart, MARKS[kind])
    said = comparison_words(kind, everything, texts_de)
    assert (chart.title, chart.summary) == (said.title, said.summary)
    assert said.description.startswith(" ".join(said.summary))
    assert chart.description.startswith(" ".join(said.summary))
    assert 1 <= len(said.summary) <= 3


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_is_whole(everything, texts_de, kind):
    table = comparison_table(kind, everything, texts_de)
    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.headings)}
    assert all(cell for row in table.rows for cell in row)


def test_the_tables_say_the_values(everything, texts_de):
    heatmap = comparison_table(ComparisonChart.HEATMAP, everything, texts_de)
    assert heatmap.headings == ("Kommune", "Short VIS", "Short DI", "Short RM")
    assert ("Ort 3, 02.03.2026", "4,0", "4,0", "4,0") in heatmap.rows
    strips = comparison_table(ComparisonChart.STRIPS, everything, texts_de)
    assert strips.rows[0] == ("Short VIS", "3", "–", "–", "–", "2,0", "4,0", "3,0", "0")
    rounds = comparison_table(ComparisonChart.ROUNDS, everything, texts_de)
    assert rounds.rows[0] == ("Block VIS", "1,0", "1,0–1,0", "3,0", "3,0–3,0", "+2,0")
    radar = comparison_table(ComparisonChart.RADAR, everything, texts_de)
    assert radar.rows[0] == ("Block VIS", "1,0", "3,0", "+2,0")


@pytest.mark.parametrize("kind", KINDS)
def test_larger_letters_and_a_title_need_more_height(everything, texts_de, kind):
    def height(**more):
        return height_of(kind, everything, texts_de, width_in=10, **more)

    assert height(titled=False) < height() < height(font_scale=2)


@pytest.mark.parametrize("kind", KINDS)
def test_the_worker_draws_it_for_the_window(everything, texts_de, look, kind):
    sheet = Sheet(
        look=look, width_px=600, least_height_px=100, dpi=96, pixel_ratio=1.5, font_scale=1.0
    )
    picture = draw_comparison(kind, everything, texts_de, sheet)
    assert picture.width == 900
    assert len(picture.data) == 4 * picture.width * picture.height
    if kind in {ComparisonChart.STRIPS, ComparisonChart.ROUNDS}:
        assert [row[0] for row in picture.rows] == ["VIS", "DI", "RM"]


@pytest.mark.parametrize("kind", KINDS)
def test_without_common_items_there_is_no_chart(everything, texts_de, look, kind):
    empty = replace(everything, comparison=replace(everything.comparison, items=()))
    assert can_draw(kind, everything)
    assert not can_draw(kind, empty)
    for ask in (comparison_words, comparison_table):
        with pytest.raises(ValueError, match="nothing to draw"):
            ask(kind, empty, texts_de)
    with pytest.raises(ValueError, match="nothing to draw"):
        draw(kind, empty, texts_de, look, **SIZE)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (ComparisonChart.ROUNDS, {"pair": None}),
        (ComparisonChart.RADAR, {"pair": None}),
        (ComparisonChart.TREND, {"own": None}),
        (ComparisonChart.TREND, {"own": 2}),
    ],
)
def test_what_is_missing_makes_a_chart_impossible(everything, kind, more):
    assert not can_draw(kind, replace(everything, **more))


def test_quick_checks_have_tendencies_and_no_numbers(texts_de):
    found = shown([town(4, extent=Extent.QUICK)], texts_de, own=0)
    assert not can_draw(ComparisonChart.STRIPS, found)
    table = comparison_table(ComparisonChart.HEATMAP, found, texts_de)
    assert table.rows[0][1:] == ("hoch", "hoch", "hoch")


@pytest.mark.parametrize("kind", KINDS)
def test_equal_charts_are_equal_files(everything, texts_de, look, kind):
    def pages():
        return pages_of(kind, everything, texts_de, look, width_in=7.2, page_in=10)

    assert to_pdf_bytes(pages(), "t", "d") == to_pdf_bytes(pages(), "t", "d")


# --- what the words say


def title(kind, rounds, texts, **more):
    return comparison_words(kind, shown(rounds, texts, **more), texts).title


def test_of_a_small_group_the_title_tells_no_median(texts_de):
    assert title(ComparisonChart.STRIPS, towns_of(0, 1, 2, 3), texts_de) == (
        "Werte zwischen 0,0 und 3,0, für einen Median sind es zu wenige"
    )
    found = [town(UNKNOWN)]
    assert title(ComparisonChart.HEATMAP, found, texts_de) == "Noch kein belastbarer Wert"


def test_only_what_nothing_shares_is_called_highest_or_lowest(texts_de):
    same = towns_of(0, 1, 2, 3, 4)
    assert title(ComparisonChart.HEATMAP, same, texts_de) == "Alle Mediane liegen bei 2,0"
    given = {**dict.fromkeys(IDS, 2), "data.one": 4, "infra.one": 4, "infra.two": 4, "data.two": 4}
    assert title(ComparisonChart.HEATMAP, towns_of(*[given] * 5), texts_de) == (
        "Median am höchsten bei Short DI (4,0), am niedrigsten bei Short RM (2,0)"
    )
    level = {**given, "strat.two": 4, "strat.three": 4, "strat.four": 4, "strat.one": 2}
    assert title(ComparisonChart.HEATMAP, towns_of(*[level] * 5), texts_de) == (
        "Mediane zwischen 3,2 und 4,0"
    )


def test_the_gate_most_often_missing_is_named(texts_de):
    one = {**dict.fromkeys(IDS, 3), "data.one": 1}
    rounds = towns_of(one, one, 3, 3, 3)
    assert title(ComparisonChart.GATES, rounds, texts_de) == (
        "Am häufigsten fehlend oder ungeklärt: Title of data.one (2 von 5)"
    )
    assert title(ComparisonChart.GATES, towns_of(1, 1, 3, 3, 3), texts_de) == (
        "Mindestanforderungen: jede in 2 von 5 Kommunen fehlend oder ungeklärt"
    )
    assert title(ComparisonChart.GATES, towns_of(3, 3, 3, 3, 3), texts_de) == (
        "Keine Mindestanforderung fehlt oder ist ungeklärt"
    )
    assert title(ComparisonChart.GATES, towns_of(1, 1), texts_de) == (
        "Mindestanforderungen im Vergleich"
    )


def test_the_summary_of_strips_places_ones_own_value(texts_de):
    rounds = towns_of(0, 1, 2, 3, 4)
    said = comparison_words(ComparisonChart.STRIPS, shown(rounds, texts_de, own=3), texts_de)
    assert said.summary[-1] == (
        "Bausteine über dem Median: 3, darunter: 0, gleichauf: 0 (Ort 4, 02.03.2026)."
    )


def test_the_summary_counts_fields_without_a_value_and_limited_ones(texts_de):
    limited = {**dict.fromkeys(IDS, 2), "infra.one": "N", "infra.two": "N"}
    rounds = [town(limited, number=1), town(UNKNOWN, number=2), town(4, number=3, extent="quick")]
    rounds[2] = replace(rounds[2], extent=Extent.QUICK)
    said = comparison_words(ComparisonChart.HEATMAP, shown(rounds, texts_de), texts_de)
    assert said.summary[1:] == (
        "In 3 Feldern gibt es keinen belastbaren Wert.",
        "Ein Wert ist eingeschränkt vergleichbar (*).",
    )
