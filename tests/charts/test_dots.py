from dataclasses import replace

import pytest
from builders import NOT_APPLICABLE, OPEN, UNKNOWN
from drawn import collisions, only, parts, texts_of, words
from hypothesis import given, settings
from hypothesis import strategies as st
from towns import BLOCKS, GIVEN, profile_of

from kiassess.charts.dots import dot_plot, dot_plot_height
from kiassess.domain.kinds import Extent

SIZE = {"width_in": 7.2, "height_in": 4.8}
answers = st.fixed_dictionaries(
    {item: st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, OPEN]) for item in GIVEN}
)


@pytest.fixture(scope="module")
def plot(texts_de, look):
    """Draw a profile in German."""

    def draw(profile, **more):
        return dot_plot(profile, texts_de, look, **{**SIZE, **more})

    return draw


def shown(chart, gid):
    """Where a mark lies on the scale, or ``None`` where there is none."""
    found = parts(chart, gid)
    return found[0].get_xdata()[0] if found else None


@settings(max_examples=12)
@given(given=answers)
def test_every_mark_lies_where_the_profile_says(given, plot):
    profile = profile_of(given)
    chart = plot(profile)
    for block in profile.blocks:
        assert shown(chart, f"value.{block.id}") == block.score.value
        assert shown(chart, f"target.{block.id}") == block.scored.target
        assert shown(chart, f"secured.{block.id}") == block.scored.secured_level
        bands = parts(chart, f"band.{block.id}")
        ends = [(band.get_x(), band.get_x() + band.get_width()) for band in bands]
        low, high = block.score.low, block.score.high
        assert ends == ([] if low == high else [(low, pytest.approx(high))])


def test_a_block_without_a_value_keeps_its_band_and_says_why(plot):
    chart = plot(profile_of())
    assert not parts(chart, "value.RM")
    assert only(chart, "band.RM")
    assert words(chart, "words.RM") == "nicht belastbar"


def test_a_block_to_which_nothing_applies_is_empty(plot):
    chart = plot(profile_of(dict.fromkeys(GIVEN, NOT_APPLICABLE)))
    assert not any(parts(chart, f"{kind}.VIS") for kind in ("value", "band", "target", "secured"))
    assert words(chart, "words.VIS") == "entfällt"


def test_values_are_written_with_a_german_comma(plot):
    assert words(plot(profile_of()), "words.VIS") == "1,5"


def test_the_blocks_stand_below_each_other_in_their_order(plot):
    chart = plot(profile_of(dict.fromkeys(GIVEN, 2)))
    heights = [only(chart, f"value.{block}").get_ydata()[0] for block in BLOCKS]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == len(BLOCKS)


@pytest.mark.parametrize("level", [0, 4])
def test_the_scale_always_runs_from_0_to_4(plot, level):
    chart = plot(profile_of(dict.fromkeys(GIVEN, level)))
    assert chart.axes[0].get_xlim() == (0, 4)
    assert [words(chart, f"level.{n}")[0] for n in range(5)] == list("01234")


def test_marks_are_told_apart_without_colour(plot):
    chart = plot(profile_of())
    markers = [only(chart, f"{kind}.VIS").get_marker() for kind in ("value", "target", "secured")]
    assert len(set(markers)) == 3
    assert only(chart, "target.VIS").get_markerfacecolor() == "none"
    assert only(chart, "secured.VIS").get_ydata()[0] < only(chart, "value.VIS").get_ydata()[0]


def test_a_dot_stays_visible_inside_target_and_band(plot):
    chart = plot(profile_of(dict.fromkeys(GIVEN, 3)))
    order = [only(chart, f"{kind}.VIS").get_zorder() for kind in ("target", "value")]
    assert order == sorted(order)
    assert shown(chart, "value.VIS") == shown(chart, "target.VIS") == 3


def test_the_halves_of_a_block_stand_small_below_its_name(plot):
    chart = plot(profile_of({**GIVEN, "data.two": 2}))
    assert words(chart, "notes.DI") == "Daten 2,5 Infrastruktur 2,0"
    assert not parts(chart, "notes.VIS")


def test_halves_without_any_value_are_left_out(plot):
    assert not parts(plot(profile_of({})), "notes.DI")


def test_limited_comparability_is_said(plot):
    given = {**GIVEN, "infra.one": NOT_APPLICABLE}
    assert words(plot(profile_of(given)), "notes.DI").endswith("eingeschränkt vergleichbar")


def test_the_title_is_the_message_and_can_be_left_to_the_window(plot):
    profile = profile_of()
    chart = plot(profile)
    assert chart.title in [text.get_text() for text in texts_of(chart)]
    bare = plot(profile, titled=False)
    assert bare.title not in [text.get_text() for text in texts_of(bare)]
    assert len(texts_of(bare)) == len(texts_of(chart)) - 1


def test_the_description_says_every_value(plot):
    description = plot(profile_of()).description
    assert "Block VIS: 1,5" in description
    assert "Block RM: nicht belastbar" in description


def test_names_are_never_read_as_formulas(plot, renamed):
    chart = plot(renamed(profile_of(), "$x^2$ & $y$"))
    assert words(chart, "name.VIS") == "$x^2$ & $y$"
    assert not any(text.get_parse_math() for text in texts_of(chart))


def test_the_quick_check_has_no_numbers_to_plot(plot):
    with pytest.raises(ValueError, match="quick check"):
        plot(profile_of(extent=Extent.QUICK))


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
    height_in = dot_plot_height(profile, texts, **size)
    assert collisions(dot_plot(profile, texts, look, height_in=height_in, **size)) == []


def test_without_room_for_words_the_levels_are_numbers(plot):
    chart = plot(profile_of(), width_in=2.6)
    assert words(chart, "level.0") == "0"


def test_a_long_word_gets_the_room_it_needs(plot, renamed):
    profile = renamed(profile_of(), "Verwaltungsdigitalisierungsstrategie")
    assert collisions(plot(profile, width_in=6, height_in=5)) == []


# --- an earlier round beside it


@settings(max_examples=8)
@given(given=answers)
def test_an_earlier_value_is_a_ring_above_its_band(given, plot):
    earlier = profile_of(given)
    chart = plot(profile_of(), second=earlier, second_name="Stand 2025")
    for block in earlier.blocks:
        assert shown(chart, f"second.{block.id}") == block.score.value


def test_a_ring_is_told_apart_without_colour_and_hides_nothing(plot, look):
    same = profile_of()
    chart = plot(same, second=same, second_name="Stand 2025")
    ring, dot = only(chart, "second.VIS"), only(chart, "value.VIS")
    assert ring.get_markerfacecolor() == look.ground
    assert ring.get_markersize() < dot.get_markersize()
    assert ring.get_ydata()[0] > dot.get_ydata()[0]
    assert only(chart, "target.VIS").get_marker() == "D"


def test_an_earlier_round_is_named_in_legend_description_and_summary(plot):
    earlier = profile_of(dict.fromkeys(GIVEN, 1))
    chart = plot(profile_of(), second=earlier, second_name="Stand 2025")
    assert any("Ring: Stand 2025" in text.get_text() for text in texts_of(chart))
    assert "Block VIS: 1,5, Stand 2025: 1,0" in chart.description
    assert chart.summary[-1] == (
        "Bausteine im Vergleich (Stand 2025): 2 höher, 0 niedriger, 0 gleich, 1 ohne Vergleich."
    )
    alone = plot(profile_of(), second_name="Stand 2025")
    assert not any("Stand 2025" in text.get_text() for text in texts_of(alone))
    assert "Stand 2025" not in alone.description


def test_a_block_the_earlier_round_did_not_have_has_no_ring(plot):
    earlier = profile_of()
    fewer = replace(earlier, blocks=earlier.blocks[1:])
    chart = plot(profile_of(), second=fewer, second_name="Stand 2025")
    assert not parts(chart, "second.VIS")
    assert only(chart, "second.DI")


def test_an_earlier_quick_check_has_no_numbers_either(plot):
    with pytest.raises(ValueError, match="quick check"):
        plot(profile_of(), second=profile_of(extent=Extent.QUICK), second_name="Stand 2025")


@pytest.mark.parametrize(("width_in", "font_scale"), [(5.5, 1), (7.2, 1), (8.2, 2)])
def test_nothing_collides_beside_an_earlier_round(
    whole_profile, texts_de, look, width_in, font_scale
):
    profile, name = whole_profile("de"), "Standortbestimmung vom 21.10.2025"
    size = {"width_in": width_in, "font_scale": font_scale}
    height_in = dot_plot_height(profile, texts_de, second_name=name, **size)
    chart = dot_plot(
        profile,
        texts_de,
        look,
        height_in=height_in,
        second=whole_profile("de", answered=1),
        second_name=name,
        **size,
    )
    assert collisions(chart) == []
