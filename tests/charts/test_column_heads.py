import pytest

from kiassess.charts.column_heads import Form, make_column_heads
from kiassess.charts.lettering import text_width

NAMES = ["Vision & Zielbild", "Handlungsfelder", "Governance/Beteiligung"]


@pytest.mark.parametrize(
    ("unit_in", "words", "form"),
    [
        (1.7, "Governance/Beteiligung", Form.FLAT),
        (1.2, "Governance/\nBeteiligung", Form.FLAT),
        (0.8, "Governance/\nBeteiligung", Form.STAGGERED),
        (0.4, "Governance/\nBeteiligung", Form.UPRIGHT),
        (0.2, "Governance/Beteiligung", Form.UPRIGHT),
    ],
    ids=["in one line", "broken", "in two tiers", "upright", "upright in one line"],
)
def test_the_names_give_way_to_the_room(unit_in, words, form):
    heads = make_column_heads(NAMES, 3 * unit_in, 1.0)
    assert heads.words[2] == words
    assert heads.form is form


@pytest.mark.parametrize("width_in", [0.9, 1.4, 2.4, 3.6, 6])
def test_the_columns_never_need_more_than_the_room(width_in):
    heads = make_column_heads(NAMES, width_in, 1.0)
    assert heads.width_in <= width_in + 1e-9
    if heads.form is Form.STAGGERED:  # the outermost names reach out, but not too far
        widest = max(text_width(words, 8.5) for words in heads.words)
        assert heads.width_in + (widest - heads.unit_in) / 2 <= width_in


def test_names_in_further_lines_need_more_height():
    assert make_column_heads(NAMES, 3.6, 1.0).height_in > make_column_heads(NAMES, 6, 1.0).height_in
