"""What the charts of areas and of two rounds say."""

import pytest
from builders import NOT_APPLICABLE, OPEN, UNKNOWN, make_item, make_questionnaire, open_assessment
from hypothesis import given, settings
from hypothesis import strategies as st
from towns import GIVEN, profile_of

from kiassess.domain.matrix import area_block_matrix, level_distribution
from kiassess.wording.chart_summaries import (
    compared_summary,
    describe_distribution,
    describe_heatmap,
    distribution_summary,
    distribution_title,
    heatmap_summary,
    heatmap_title,
)

ANSWERS = [0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, OPEN]


def town(**areas):
    """A town with one block; each area is given as its answers."""
    ids = {
        f"{area}.n{at}": given
        for area, all_given in areas.items()
        for at, given in enumerate(all_given)
    }
    return open_assessment(make_questionnaire([make_item(item) for item in ids]), ids)


@pytest.mark.parametrize(
    ("areas", "title"),
    [
        pytest.param({"x": [1, 1, 2], "y": [3, 3, 3]}, "Niedrigster Mittelwert: "
                     "Bereich Area x, Baustein Block A (1,3)", id="one"),
        pytest.param({"x": [1] * 3, "y": [1] * 3, "z": [2] * 3},
                     "Die Mittelwerte der Felder liegen zwischen 1,0 und 2,0", id="shared"),
        pytest.param({"x": [2] * 3, "y": [2] * 3},
                     "Die Mittelwerte der Felder liegen gleichauf bei 2,0 von 4", id="equal"),
        pytest.param({"x": [0, 0], "y": [2, 2, 2]}, "Niedrigster Mittelwert: "
                     "Bereich Area y, Baustein Block A (2,0)", id="two-answers-do-not-count"),
        pytest.param({"x": [0, 0]}, "Noch zu wenige Antworten für Mittelwerte", id="too-few"),
    ],
)  # fmt: skip
def test_the_title_of_a_heatmap_names_the_lowest_mean(texts_de, areas, title):
    assert heatmap_title(area_block_matrix(town(**areas)), texts_de) == title


def test_means_that_look_alike_are_alike(texts_de):
    # 25/20 and 26/20 are shown as 1,3 both.
    opened = town(x=[1] * 15 + [2] * 5, y=[1] * 14 + [2] * 6, z=[4] * 3)
    title = heatmap_title(area_block_matrix(opened), texts_de)
    assert title == "Die Mittelwerte der Felder liegen zwischen 1,3 und 4,0"


def test_the_summary_of_a_heatmap_names_ends_and_what_is_empty(texts_de):
    opened = town(w=[OPEN, UNKNOWN], x=[1] * 3, y=[3] * 3, z=[2] * 3)
    assert heatmap_summary(area_block_matrix(opened), texts_de) == (
        "Niedrigster Mittelwert ab 3 beantworteten Fragen: Bereich Area x, Baustein Block A "
        "(1,0), höchster: Bereich Area y, Baustein Block A (3,0).",
        "In einem Feld ist noch keine Frage beantwortet.",
        "Eine Frage kann zu mehreren Bausteinen gehören und zählt dann in jedem davon.",
    )


@pytest.mark.parametrize(
    ("areas", "sentence"),
    [
        ({"x": [1] * 3, "y": [1] * 3, "z": [2] * 3}, "reichen die Mittelwerte von 1,0 bis 2,0."),
        ({"x": [2] * 3, "y": [2] * 3}, "beantworteten Fragen haben den Mittelwert 2,0."),
        ({"x": [1, 2]}, "In keinem Feld sind mindestens 3 Fragen beantwortet."),
    ],
)
def test_a_shared_end_is_not_named(texts_de, areas, sentence):
    assert heatmap_summary(area_block_matrix(town(**areas)), texts_de)[0].endswith(sentence)


@pytest.mark.parametrize(
    ("areas", "title"),
    [
        pytest.param({"x": [1, 0, 3, 3], "y": [1, 0, 3]},
                     "Am häufigsten Stufe 0 und 1: Area y (2 von 3)", id="share-not-number"),
        pytest.param({"x": [1, 1, 3, 3], "y": [1, 0, 0, 3, 3, 3], "z": [3] * 3},
                     "Am häufigsten Stufe 0 und 1: Area x (2 von 4), Area y (3 von 6)", id="two"),
        pytest.param({"x": [1] * 3, "y": [1] * 3, "z": [1] * 3},
                     "9 von 9 beantworteten Fragen stehen auf Stufe 0 oder 1", id="many"),
        pytest.param({"x": [2] * 3, "y": [4] * 3},
                     "Keine beantwortete Frage steht auf Stufe 0 oder 1", id="none"),
        pytest.param({"x": [0, 0], "y": [2] * 3},
                     "2 von 5 beantworteten Fragen stehen auf Stufe 0 oder 1",
                     id="two-answers-do-not-count"),
        pytest.param({"x": [0, 0]}, "Noch zu wenige Antworten für eine Verteilung", id="too-few"),
    ],
)  # fmt: skip
def test_the_title_of_a_distribution_names_the_area_with_most_low_levels(texts_de, areas, title):
    assert distribution_title(level_distribution(town(**areas)), texts_de) == title


def test_the_summary_of_a_distribution_names_both_ends_and_what_has_no_level(texts_de):
    opened = town(x=[1, 0, 3, UNKNOWN, NOT_APPLICABLE], y=[3, 3, 4, OPEN, OPEN])
    assert distribution_summary(level_distribution(opened), texts_de) == (
        "Von 6 beantworteten Fragen stehen 2 auf Stufe 0 oder 1 und 4 auf Stufe 3 oder 4.",
        "Am häufigsten Stufe 0 und 1: Area x (2 von 3); am häufigsten Stufe 3 und 4: "
        "Area y (3 von 3).",
        "Mit „weiß nicht“ beantwortet: 1, noch offen: 2, trifft nicht zu: 1.",
    )


def test_an_end_nobody_reached_is_not_named(texts_de):
    rows = level_distribution(town(x=[2, 2, 3]))
    assert distribution_summary(rows, texts_de) == (
        "Von 3 beantworteten Fragen stehen 0 auf Stufe 0 oder 1 und 1 auf Stufe 3 oder 4.",
        "Jeder Frage ist eine Stufe zugeordnet.",
    )


@settings(max_examples=60)
@given(
    given=st.dictionaries(
        st.sampled_from("wxyz"), st.lists(st.sampled_from(ANSWERS), min_size=1), min_size=1
    )
)
def test_whatever_is_answered_there_is_something_to_say(given, texts_de, texts_en):
    opened = town(**given)
    matrix, rows = area_block_matrix(opened), level_distribution(opened)
    for texts in (texts_de, texts_en):
        for summary in (heatmap_summary(matrix, texts), distribution_summary(rows, texts)):
            assert 0 < len(summary) <= 3
            assert all(sentence.endswith(".") for sentence in summary)
        assert heatmap_title(matrix, texts)
        assert distribution_title(rows, texts)
        for area in given:
            assert f"Area {area}: " in describe_heatmap(matrix, texts)
            assert f"Area {area}: " in describe_distribution(rows, texts)


def test_rounds_are_compared_as_they_are_shown(texts_de):
    now, before = profile_of(), profile_of(dict.fromkeys(GIVEN, 1))
    assert len(compared_summary(now, before, "Stand 2025", texts_de)) == 3
    assert compared_summary(now, now, "Stand 2025", texts_de)[2] == (
        "Bausteine im Vergleich (Stand 2025): 0 höher, 0 niedriger, 2 gleich, 1 ohne Vergleich."
    )
    known = profile_of(dict.fromkeys(GIVEN, 2))
    assert compared_summary(before, known, "Stand 2025", texts_de)[2] == (
        "Bausteine im Vergleich (Stand 2025): 0 höher, 3 niedriger, 0 gleich."
    )
