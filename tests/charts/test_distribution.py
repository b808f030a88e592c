import pytest
from builders import NOT_APPLICABLE, OPEN, UNKNOWN
from drawn import collisions, only, parts, texts_of, words
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from towns import GIVEN, small_town

from kiassess.charts.distribution import distribution, distribution_height
from kiassess.charts.rendering import to_file_bytes
from kiassess.charts.shades import contrast
from kiassess.domain.kinds import Extent
from kiassess.domain.matrix import level_distribution

SIZE = {"width_in": 7.2, "height_in": 4.8}
KINDS = (*(f"level_{n}" for n in range(5)), "unknown", "open", "not_applicable")
answers = st.fixed_dictionaries({
    item: st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, OPEN]) for item in GIVEN
})  # fmt: skip


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw the distribution of an assessment in German."""

    def drawn(opened, **more):
        return distribution(level_distribution(opened), texts_de, look, **{**SIZE, **more})

    return drawn


def counts_of(area):
    return dict(
        zip(KINDS, (*area.levels, area.unknown, area.open, area.not_applicable), strict=True)
    )


@settings(max_examples=12)
@given(given=answers)
def test_a_segment_is_as_long_as_its_number_of_questions(given, draw):
    opened = small_town(given)
    chart = draw(opened)
    for area in level_distribution(opened).rows:
        start = 0
        for kind, count in counts_of(area).items():
            segments = parts(chart, f"{kind}.{area.id}")
            drawn = [(segment.get_x(), segment.get_width()) for segment in segments]
            assert drawn == ([(start, count)] if count else [])
            assert words(chart, f"count.{kind}.{area.id}") == (str(count) if count else "")
            start += count
        assert words(chart, f"total.{area.id}") == f"{start} Fragen"


def test_all_bars_have_the_same_scale(draw):
    assert draw(small_town()).axes[0].get_xlim() == (0, 4)


def test_a_number_stands_in_the_middle_of_its_segment(draw):
    chart = draw(small_town())
    segment = only(chart, "open.strat").get_window_extent()
    number = only(chart, "count.open.strat").get_window_extent()
    assert abs((segment.x0 + segment.x1) - (number.x0 + number.x1)) < 2
    assert abs((segment.y0 + segment.y1) - (number.y0 + number.y1)) < 6


def test_a_number_stands_only_where_its_segment_has_room(draw, whole_town):
    opened = whole_town("de")
    chart = draw(opened, width_in=8.2, font_scale=2)
    written = 0
    for area in level_distribution(opened).rows:
        for kind in KINDS:
            for number in parts(chart, f"count.{kind}.{area.id}"):
                segment = only(chart, f"{kind}.{area.id}").get_window_extent()
                inside = number.get_window_extent()
                assert segment.x0 <= inside.x0 < inside.x1 <= segment.x1
                written += 1
    segments = [n for area in level_distribution(opened).rows for n in counts_of(area).values()]
    assert 0 < written < sum(n > 0 for n in segments)


def test_what_has_no_level_is_told_apart_without_colour(draw, look):
    given = {**GIVEN, "strat.one": UNKNOWN, "strat.two": NOT_APPLICABLE}
    chart = draw(small_town(given))
    kinds = ("unknown", "open", "not_applicable")
    segments = [only(chart, f"{kind}.strat") for kind in kinds]
    assert len({segment.get_hatch() for segment in segments}) == 3
    assert {to_hex(segment.get_facecolor()) for segment in segments} == {look.ground.lower()}
    for kind, segment in zip(kinds, segments, strict=True):
        assert only(chart, f"swatch.{kind}").get_hatch() == segment.get_hatch()


def test_levels_have_their_shade_in_bars_and_legend(draw, look):
    chart = draw(small_town(dict.fromkeys(GIVEN, 2)))
    for gid in ("level_2.data", "swatch.level_2"):
        assert to_hex(only(chart, gid).get_facecolor()).upper() == look.levels[2]
    assert words(chart, "legend.level_2") == "2 teils geregelt"
    assert words(chart, "legend.unknown") == "weiß nicht"


def test_numbers_and_edges_can_be_seen(whole_town, texts_de, each_look):
    chart = distribution(level_distribution(whole_town("de")), texts_de, each_look, **SIZE)
    for area in level_distribution(whole_town("de")).rows:
        for kind, count in counts_of(area).items():
            if not count:
                continue
            segment = only(chart, f"{kind}.{area.id}")
            assert contrast(to_hex(segment.get_edgecolor()), each_look.ground) >= 3
            for number in parts(chart, f"count.{kind}.{area.id}"):
                ground = to_hex(segment.get_facecolor())
                assert contrast(to_hex(number.get_color()), ground) >= 4.5


def test_the_description_says_every_count(draw):
    description = draw(small_town()).description
    assert "Area strat: Stufe 0: 0, Stufe 1: 1, Stufe 2: 1, Stufe 3: 0, Stufe 4: 0" in description
    assert "weiß nicht: 0, offen: 2, trifft nicht zu: 0." in description


def test_the_title_is_the_message_and_can_be_left_to_the_window(draw, whole_town):
    opened = whole_town("de", answered=1)
    chart = draw(opened)
    assert chart.title.startswith("Am häufigsten Stufe 0 und 1: ")
    assert not any(chart.title == text.get_text() for text in texts_of(draw(opened, titled=False)))
    assert len(chart.summary) <= 3


def test_the_quick_check_has_no_numbers_to_plot(draw):
    with pytest.raises(ValueError, match="quick check"):
        draw(small_town(extent=Extent.QUICK))


@pytest.mark.parametrize(
    ("language", "answered", "width_in", "font_scale"),
    [
        ("de", 0.0, 5.5, 1),
        ("en", 0.5, 7.2, 1),
        ("de", 1.0, 10.6, 1),
        ("de", 1.0, 5.5, 1.5),
        ("de", 0.8, 6, 2),
        ("de", 0.5, 8.2, 2),
        ("en", 1.0, 8, 1.5),
        ("en", 0.0, 14, 2),
    ],
)
def test_nothing_collides(
    whole_town, texts_de, texts_en, look, language, answered, width_in, font_scale
):
    texts = texts_de if language == "de" else texts_en
    levels = level_distribution(whole_town(language, answered=answered))
    size = {"width_in": width_in, "font_scale": font_scale}
    height_in = distribution_height(levels, texts, **size)
    assert collisions(distribution(levels, texts, look, height_in=height_in, **size)) == []


@pytest.mark.parametrize("file_format", ["png", "svg", "pdf"])
def test_equal_charts_are_equal_files(draw, file_format):
    opened = small_town()
    assert to_file_bytes(draw(opened), file_format) == to_file_bytes(draw(opened), file_format)
