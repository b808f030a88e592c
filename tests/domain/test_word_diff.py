"""The difference of two texts, word by word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.word_diff import Piece, PieceKind, plain, word_difference

KEPT, GONE, ADDED = PieceKind.KEPT, PieceKind.GONE, PieceKind.ADDED

words = st.sampled_from(
    ["Die", "Stelle", "prüft", "12-mal", "z. B.", " ", "  ", "\n", ",", "–", "½"]
)
phrases = st.lists(words, max_size=12).map("".join)
texts = phrases | st.text(max_size=40)


def read(old, new):
    return [(piece.kind, piece.text) for piece in word_difference(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("Same.", "Same.", [(KEPT, "Same.")]),
        ("", "All new", [(ADDED, "All new")]),
        ("All gone", "", [(GONE, "All gone")]),
        (
            "Cleaned every month.",
            "Cleaned every week.",
            [(KEPT, "Cleaned every "), (GONE, "month"), (ADDED, "week"), (KEPT, ".")],
        ),
        ("One two.", "One.", [(KEPT, "One"), (GONE, " two"), (KEPT, ".")]),
        ("IT-Sicherheit gilt", "IT-Stelle gilt", [
            (GONE, "IT-Sicherheit"), (ADDED, "IT-Stelle"), (KEPT, " gilt"),
        ]),
    ],
)  # fmt: skip
def test_only_the_words_that_differ_are_marked(old, new, pieces):
    assert read(old, new) == pieces


def test_a_passage_written_anew_is_read_as_one():
    old, new = "Every red apple counts.", "Every green pear counts."
    assert read(old, new) == [
        (KEPT, "Every "),
        (GONE, "red apple"),
        (ADDED, "green pear"),
        (KEPT, " counts."),
    ]


@given(texts, texts)
def test_nothing_of_either_text_is_lost_and_nothing_is_added(old, new):
    pieces = word_difference(old, new)
    assert "".join(p.text for p in pieces if p.kind is not ADDED) == old
    assert "".join(p.text for p in pieces if p.kind is not GONE) == new


@given(texts, texts)
def test_pieces_are_never_empty_and_neighbours_differ(old, new):
    pieces = word_difference(old, new)
    assert all(piece.text for piece in pieces)
    assert all(a.kind is not b.kind for a, b in pairwise(pieces))


@given(texts)
def test_the_same_text_is_kept_as_a_whole(text):
    assert word_difference(text, text) == plain(text) == ((Piece(KEPT, text),) if text else ())
