"""What the page of the comparison says."""

from datetime import date
from pathlib import Path

import pytest
from builders import make_item, make_questionnaire, open_assessment

from kiassess import paths
from kiassess.domain.change_split import MovedItem, RoundChange
from kiassess.domain.compared_round import ComparedRound, compared_round
from kiassess.domain.comparison import compare
from kiassess.domain.kinds import Extent
from kiassess.domain.levels_row import NOT_ASKED, UNKNOWN
from kiassess.domain.municipality import Municipality
from kiassess.domain.profile import GateStatus
from kiassess.domain.shown_comparison import ShownComparison
from kiassess.wording.comparison_document import comparison_document
from kiassess.wording.comparison_page import (
    change_sentences,
    chosen_words,
    gate_sentence,
    gate_words,
    part_sentence,
    part_words,
    row_names,
    signed,
    who_words,
)
from kiassess.wording.texts import load_texts

TEXTS: Path = paths.bundled().texts
QUESTIONNAIRE = make_questionnaire([make_item(f"data.{n}") for n in range(5)])


@pytest.fixture
def de():
    return load_texts(TEXTS, "de")


def town(name, year=2026, **facts):
    return ComparedRound(
        f"{name} {year}", Municipality(name, **facts), 1, Extent.FULL, date(year, 3, 2), b""
    )


def shown(*given_, extent=Extent.FULL, anonymous=False):
    """A comparison; each argument holds the levels of one town."""
    chosen = []
    for number, levels in enumerate(given_):
        answers = {f"data.{n}": level for n, level in enumerate(levels)}
        opened = open_assessment(QUESTIONNAIRE, answers, extent=extent)
        one = compared_round(opened, 1)
        chosen.append(
            ComparedRound(
                str(number), Municipality(f"Ort {number}"), 1, extent, one.round_date, one.levels
            )
        )
    comparison = compare(chosen, {1: QUESTIONNAIRE})
    names = tuple(one.municipality.name for one in chosen)
    return ShownComparison(comparison, names, anonymous=anonymous)


def cell(found, at, texts):
    part = found.comparison.blocks[0]
    return part_words(part, at, texts), part_sentence(found, part, "Daten", at, texts)


def test_a_value_is_told_with_its_band_and_coverage(de):
    word, sentence = cell(shown([1, 2, 3, 2, "U"]), 0, de)
    assert word == "2,0"
    assert sentence == (
        "Ort 0 – Daten: 2,00 von 4. Mindestens 1,60, höchstens 2,40, je nachdem, wie das "
        "Ungeklärte ausfällt. Beantwortet sind 80 %.".replace("80 %", "80\N{NO-BREAK SPACE}%")
    )


def test_too_little_gives_no_value_and_says_what_is_needed(de):
    word, sentence = cell(shown([1, 2, "U", "U", "U"]), 0, de)
    assert word == "–"
    assert "kein Wert" in sentence
    assert "nötig sind 60" in sentence


def test_much_that_does_not_apply_is_marked_in_both(de):
    word, sentence = cell(shown([1, 1, 1, "N", "N"]), 0, de)
    assert word == "1,0*"
    assert "Eingeschränkt vergleichbar" in sentence


def test_where_nothing_applies_there_is_nothing_to_compare(de):
    word, sentence = cell(shown(["N"] * 5), 0, de)
    assert word == "–"
    assert "trifft keine verglichene Frage zu" in sentence


def test_a_quick_check_has_no_number_anywhere(de):
    word, sentence = cell(shown([3, 3, 3, 3, 3], extent=Extent.QUICK), 0, de)
    assert word == "hoch"
    assert not any(digit in sentence.replace("Ort 0", "") for digit in "0123456789")


@pytest.mark.parametrize(
    ("status", "level", "words"),
    [
        (GateStatus.MET, 3, "✓ 3"),
        (GateStatus.MISSING, 0, "✗ 0"),
        (GateStatus.UNCLEAR, None, "?"),
        (GateStatus.BEFORE_FIRST_USE, 1, "! 1"),
        (None, None, "–"),
    ],
)
def test_a_gate_is_told_by_a_sign_and_not_by_colour(status, level, words):
    assert gate_words(status, level) == words


def test_a_gate_in_a_sentence_names_status_and_answer(de):
    assert gate_sentence("A", "Regeln", GateStatus.MET, 3, de) == (
        "A – Regeln: erfüllt. Antwort: Stufe 3."
    )
    assert "weiß nicht" in gate_sentence("A", "Regeln", GateStatus.UNCLEAR, UNKNOWN, de)
    assert gate_sentence("A", "Regeln", None, NOT_ASKED, de) == "A – Regeln: nicht gefragt."


def test_names_are_as_short_as_they_can_be(de):
    rounds = [
        town("Ulm, Stadt"),
        town("Neustadt", key="1", district="Kreis A"),
        town("Neustadt", key="2", state="Hessen"),
        town("Zell", 2024),
        town("Zell", 2026),
    ]
    assert row_names(rounds, de) == (
        "Ulm",
        "Neustadt (Kreis A)",
        "Neustadt (Hessen)",
        "Zell, 02.03.2024",
        "Zell, 02.03.2026",
    )


def test_towns_are_counted_where_some_have_several_rounds(de):
    assert chosen_words([town("A")], de) == "Eine Standortbestimmung ausgewählt"
    assert chosen_words([town("A"), town("B")], de) == "2 Standortbestimmungen ausgewählt"
    two = [town("A", 2024), town("A", 2026)]
    assert chosen_words(two, de) == "2 Standortbestimmungen von einer Kommune ausgewählt"


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (0.5, "+0,50"),
        (-0.5, "−0,50"),
        (0.0, "0,00"),
        (-0.001, "0,00"),
        (0.004, "0,00"),
        (None, "–"),
    ],
)
def test_a_change_has_a_sign_unless_it_is_none(value, word, de):
    assert signed(value, de) == word


def test_who_answered_is_told_twice_only_if_it_differs(de):
    item = make_item("data.one")
    assert who_words(MovedItem(item, 1, 2, ("IT",), ("IT",)), de) == "IT"
    assert who_words(MovedItem(item, 1, 2, (), ()), de) == "nicht angegeben"
    assert who_words(MovedItem(item, 1, 2, ("IT",), ("Amt", "Rat")), de) == (
        "damals IT, jetzt Amt, Rat"
    )


def test_two_rounds_say_what_they_share_and_who_answered(de):
    change = RoundChange((), (), 3, 2)
    said = " ".join(change_sentences(change, de))
    assert "3 Fragen" in said
    assert "2 Antworten kamen diesmal von anderen" in said
    assert "Zahlen gibt es nur" in said


def test_paper_has_every_town_once_and_an_anonymous_one_says_so(de):
    found = shown(*[[n % 5] * 5 for n in range(6)])
    document = comparison_document(found, de)
    assert all(document.count(name) == 1 for name in found.names)
    assert "Spalten: 1 Block A" in document.replace("\\", "")
    assert de("comparison_page.anonymous_about") not in document.replace("\\", "")
    hidden = ShownComparison(found.comparison, tuple("abcdef"), anonymous=True)
    document = comparison_document(hidden, de).replace("\\", "")
    assert "Ort" not in document
    assert de("comparison_page.anonymous_about").split(".")[0] in document


def test_a_list_too_long_for_paper_leaves_the_statistics(de):
    document = comparison_document(shown(*[[1] * 5] * 401), de)
    assert "Ort" not in document
    assert "401" in document
