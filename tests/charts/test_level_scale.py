import pytest

from kiassess.charts.level_scale import make_level_scale


@pytest.mark.parametrize(
    ("unit_in", "words", "staggered"),
    [
        (1.7, "0 nicht vorhanden", False),
        (0.9, "0 nicht\nvorhanden", False),
        (0.6, "0 nicht\nvorhanden", True),
        (0.3, "0", False),
    ],
    ids=["room enough", "broken into lines", "in two tiers", "numbers alone"],
)
def test_the_words_give_way_to_the_room(texts_de, unit_in, words, staggered):
    scale = make_level_scale(texts_de, unit_in, 1.0)
    assert scale.words[0] == words
    assert scale.staggered is staggered


def test_two_tiers_need_more_height(texts_de):
    one, two = (make_level_scale(texts_de, unit_in, 1.0) for unit_in in (0.9, 0.6))
    assert two.height_in > one.height_in
