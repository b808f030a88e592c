import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from kiassess.exchange.plain_text import LONGEST_CELL, cut, plain_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (HOSTILE["control"], "abcdef"),
        (HOSTILE["surrogate"], "xyz"),
        (HOSTILE["lines"], "one\ntwo\nthree\nfour"),
        (HOSTILE["noncharacter"], "ab"),
        (HOSTILE["emoji"], HOSTILE["emoji"]),
        (HOSTILE["right to left"], HOSTILE["right to left"]),
        ("Straße\tNr. 5", "Straße\tNr. 5"),
    ],
)
def test_what_cannot_be_seen_goes_and_the_rest_stays(typed, kept):
    assert plain_text(typed) == kept


@given(st.text(st.characters(), max_size=40))
def test_every_text_can_be_stored_afterwards(text):
    assert plain_text(text).encode("utf-8").decode("utf-8") == plain_text(plain_text(text))


@pytest.mark.parametrize(
    ("text", "length", "end"),
    [
        ("a" * LONGEST_CELL, LONGEST_CELL, "a"),
        ("a" * (LONGEST_CELL + 1), LONGEST_CELL, "…"),
        ("😀" * LONGEST_CELL, LONGEST_CELL // 2 + 1, "…"),
    ],
)
def test_a_long_text_is_cut_as_excel_counts(text, length, end):
    kept = cut(text)
    assert len(kept) == length
    assert kept[-1] == end
    assert len(kept.encode("utf-16-le")) <= 2 * LONGEST_CELL


@given(st.text("a😀", max_size=30), st.integers(1, 12))
def test_cutting_never_splits_a_character(text, longest):
    kept = cut(text, longest)
    assert text.startswith(kept.removesuffix("…"))
