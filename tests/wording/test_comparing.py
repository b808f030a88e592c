"""What a comparison says, in words."""

from dataclasses import replace

import pytest
from builders import make_item, make_questionnaire
from many_towns import Many, many_towns

from kiassess.domain.comparison import Note, compare
from kiassess.domain.municipality import OrganisationType, SizeClass
from kiassess.domain.peers import PeerGroup, Standing
from kiassess.domain.statistics import Statistics
from kiassess.wording.comparing import (
    anonymous_names,
    names,
    note_sentence,
    note_sentences,
    peer_sentence,
    standing_sentences,
    statistics_words,
    value_words,
)

QUESTIONNAIRE = make_questionnaire([make_item(f"data.{n}") for n in range(5)])


@pytest.fixture
def comparison():
    return compare(list(many_towns(Many(2, 2), QUESTIONNAIRE)), {1: QUESTIONNAIRE})


def test_every_note_has_a_sentence(texts_de, texts_en):
    for texts in (texts_de, texts_en):
        sentences = {note_sentence(note, texts) for note in Note}
        assert len(sentences) == len(Note)
        assert all(sentence.endswith(".") for sentence in sentences)


def test_assessments_are_called_by_name_and_day(comparison, texts_de):
    assert names(comparison, texts_de)[0] == "Ort 00000, 01.01.2022"
    assert names(comparison, texts_de, [1, 1, 2, 2])[1] == "Kommune 1, Runde 2"


def test_aliases_are_as_wide_as_the_widest(texts_en):
    found = anonymous_names([1, 2, 2, 10], texts_en)
    assert found == [
        "Municipality 01",
        "Municipality 02, round 1",
        "Municipality 02, round 2",
        "Municipality 10",
    ]
    assert anonymous_names([], texts_en) == []


def test_the_number_of_items_comes_first(comparison, texts_de):
    found = note_sentences(comparison, texts_de)
    assert found[0] == "Verglichen werden 5 Fragen, die überall dasselbe bedeuten."
    assert len(found) == 1 + len(comparison.notes)


@pytest.mark.parametrize(
    ("statistics", "words"),
    [
        (Statistics(1), "eine Kommune mit Wert, Statistik ab 5"),
        (Statistics(4), "4 Kommunen mit Wert, Statistik ab 5"),
        (Statistics(5, 1.25), "Median 1,3 (5 Kommunen)"),
        (Statistics(12, 2.0, (1.0, 3.0)), "Median 2,0 mittlere Hälfte 1,0 bis 3,0 (12 Kommunen)"),
    ],
)
def test_statistics_are_told_as_far_as_they_go(statistics, words, texts_de):
    assert statistics_words(statistics, texts_de) == words


def test_peers_are_told_with_kind_size_and_number(texts_de):
    group = PeerGroup(OrganisationType.COUNTY, SizeClass.LARGE, ())
    size = "über 20\N{NARROW NO-BREAK SPACE}000 Einwohnern"
    said = f"Vergleichsgruppe: 0 andere (Landkreis oder Kreis, {size})."
    assert peer_sentence(group, texts_de) == said


def test_a_standing_is_no_rank(comparison, texts_en):
    found = [Standing("A", 2.0, 0.25, Statistics(8, 2.5)), Standing("A", None, None, Statistics(2))]
    assert standing_sentences(found, comparison, texts_en) == [
        "Block A: 2.0; 25% of the others are below, equal ones count half; "
        "median of the others 2.5.",
        "Block A: –; 2 municipalities with a value, statistics from 5 on.",
    ]


def test_a_limited_value_is_marked(texts_de):
    rows = {"full": [2] * 5, "limited": [2, 2, 2, 6, 6], "none": [7] * 5}
    towns = list(many_towns(Many(3), QUESTIONNAIRE))
    chosen = [
        replace(one, levels=bytes(row)) for one, row in zip(towns, rows.values(), strict=True)
    ]
    found = compare(chosen, {1: QUESTIONNAIRE})
    assert [value_words(found, 0, at, texts_de) for at in range(3)] == ["2,0", "2,0*", "–"]
