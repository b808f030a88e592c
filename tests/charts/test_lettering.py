import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.charts.lettering import text_height, text_width, widest_word, wrap

WORDS = st.lists(st.sampled_from(["Daten", "&", "Infrastruktur", "KI-Roadmap", "i"]), min_size=1)


@given(WORDS, st.floats(0.2, 4), st.booleans())
def test_wrapping_keeps_the_words_and_fits(words, width_in, bold):
    text = " ".join(words)
    wrapped = wrap(text, width_in, 10, bold=bold)
    assert wrapped.split() == words
    for line in wrapped.split("\n"):
        assert text_width(line, 10, bold=bold) <= width_in or " " not in line


@given(WORDS)
def test_a_text_is_never_narrower_than_its_widest_word(words):
    text = " ".join(words)
    assert widest_word(text, 10) == pytest.approx(text_width(text.replace(" ", "\n"), 10))


def test_parts_stay_together_where_they_fit():
    text = "Punkt: Wert · Strich: gesicherte Stufe"
    assert wrap(text, 2.2, 10, between=" · ") == "Punkt: Wert\nStrich: gesicherte Stufe"
    assert wrap(text, 9, 10, between=" · ") == text


def test_a_part_too_long_for_a_line_is_broken_between_words():
    text = "Punkt · Strich: gesicherte Stufe"
    assert wrap(text, 1.3, 10, between=" · ") == "Punkt\nStrich: gesicherte\nStufe"


def test_larger_and_bolder_letters_take_more_room():
    assert text_width("Daten", 20) == pytest.approx(2 * text_width("Daten", 10))
    assert text_width("Daten", 10, bold=True) > text_width("Daten", 10)
    assert text_height("eins\nzwei", 10) == 2 * text_height("eins", 10)
