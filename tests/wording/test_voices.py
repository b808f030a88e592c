from datetime import date

import pytest
from builders import NOT_APPLICABLE, OPEN, UNKNOWN, make_answer
from said import make_voice, with_voices
from towns import small_town

from kiassess.domain.assessment import Confidence, Evidence, EvidenceType
from kiassess.domain.clarifying import block_spreads, clarifications
from kiassess.wording.voices import (
    apart_words,
    clarifying_document,
    clarifying_lead,
    clarifying_name,
    confidence_words,
    remarks_words,
    role_names,
    said_in_full,
    stand_words,
    voices_in_short,
    voices_sentence,
    who_words,
    workshop_note,
)

ROLES = {"IT": "IT-Stelle"}


def sentence(given, texts, agreed=None):
    answers = [make_answer("data.one", value) for value in given]
    return voices_sentence(answers, None if agreed is None else make_answer("x", agreed), texts)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((1, 3, 2), "3 Stimmen: Stufe 1 bis 3. Klärungsbedarf."),
        ((1, 2), "2 Stimmen: Stufe 1 bis 2. Noch abzustimmen."),
        ((2, 2, 2), "Alle sagen Stufe 2."),
        ((UNKNOWN, UNKNOWN), "Alle sagen „weiß nicht“."),
        ((2,), "Eine Stimme: Stufe 2."),
        ((UNKNOWN,), "Eine Stimme: „weiß nicht“."),
        ((2, UNKNOWN), "2 Stimmen: Stufe 2, einmal „weiß nicht“. Noch abzustimmen."),
        (
            (0, 4, UNKNOWN, UNKNOWN, NOT_APPLICABLE),
            "5 Stimmen: Stufe 0 bis 4, 2-mal „weiß nicht“, einmal „trifft nicht zu“."
            " Klärungsbedarf.",
        ),
        ((2, OPEN), "Eine Stimme: Stufe 2."),
        ((OPEN, OPEN), "2 Stimmen, noch ohne Stufe."),
        ((), ""),
    ],
)
def test_what_the_voices_say_together(texts_de, given, said):
    assert sentence(given, texts_de) == said


def test_what_is_agreed_comes_first_and_needs_no_clarifying(texts_de, texts_en):
    assert sentence((1, 3), texts_de, agreed=2) == "Abgestimmt: Stufe 2. 2 Stimmen: Stufe 1 bis 3."
    assert sentence((), texts_de, agreed=UNKNOWN) == "Abgestimmt: „weiß nicht“."
    assert sentence((1, 3), texts_en, agreed=2) == "Agreed: level 2. 2 voices: level 1 to 3."


def test_who_says_it_is_told_with_the_role_unless_that_is_the_name():
    assert who_words(make_voice("Frau Muster", "x", 1, "IT"), ROLES) == "Frau Muster (IT-Stelle)"
    assert who_words(make_voice("IT-Stelle", "x", 1, "IT"), ROLES) == "IT-Stelle"
    assert who_words(make_voice("Frau Muster", "x", 1, "GONE"), ROLES) == "Frau Muster"


def test_the_remarks_are_reason_note_and_evidence(texts_de):
    evidence = Evidence(EvidenceType.DOCUMENT, "Az. 12", date(2026, 5, 4))
    answer = make_answer("x", NOT_APPLICABLE, reason="keine KI", note="Montag", evidence=evidence)
    assert remarks_words(answer, texts_de) == (
        "Grund: keine KI · Montag · Dokument oder Link · Fundstelle: Az. 12"
        " · Nachweis vom 04.05.2026"
    )
    assert remarks_words(make_answer("x", 1), texts_de) == "–"


def test_a_level_is_named(texts_de):
    levels = small_town().questionnaire.levels
    assert said_in_full(make_answer("x", 2), levels, texts_de) == "2 – Level 2"
    assert said_in_full(make_answer("x", UNKNOWN), levels, texts_de) == "weiß nicht"
    assert confidence_words(make_answer("x", 2), texts_de) == "–"
    sure = make_answer("x", 2, confidence=Confidence.SURE)
    assert confidence_words(sure, texts_de) == "sicher"


def test_all_voices_fit_into_one_line(texts_de):
    voices = [make_voice("Anna", "x", 1, "IT"), make_voice("Ben", "x", UNKNOWN)]
    assert voices_in_short(voices, ROLES, texts_de) == "Anna (IT-Stelle): 1 · Ben: weiß nicht"


@pytest.fixture
def opened():
    return with_voices(
        small_town({"data.one": 3}),
        make_voice("Anna", "data.one", 0),
        make_voice("Ben", "data.one", 4),
        make_voice("Anna", "infra.one", 1),
        make_voice("Ben", "infra.one", 3, note="*Stern* | Strich"),
        make_voice("Anna", "strat.one", 2),
        make_voice("Ben", "strat.one", UNKNOWN),
    )


def test_each_question_has_its_stand(opened, texts_de):
    stands = {
        one.item.id: (stand_words(one, texts_de), apart_words(one, texts_de))
        for one in clarifications(opened)
    }
    assert stands == {
        "infra.one": ("Klärungsbedarf", "2 Stufen"),
        "strat.one": ("noch abzustimmen", "–"),
        "data.one": ("abgestimmt", "4 Stufen"),
    }


def test_the_lead_counts_what_is_left(opened, texts_de, texts_en):
    found = clarifications(opened)
    lead = clarifying_lead(found, texts_de)
    assert lead.startswith("Bei 2 Fragen gehen die Antworten auseinander")
    assert "Bei einer davon liegen zwei Stufen oder mehr dazwischen." in lead
    settled = [one for one in found if one.agreed]
    assert clarifying_lead(settled, texts_de).startswith("Alle Antworten, die auseinandergingen")
    assert clarifying_lead((), texts_en).startswith("There is no question")


def test_the_list_can_be_printed(opened, texts_de):
    found, spreads = clarifications(opened), block_spreads(opened)
    text = clarifying_document(opened, found, spreads, texts_de)
    assert text.startswith("# Klärungsbedarf\n\nBad Musterbach, Stadt · ")
    order = [text.index(f"## Title of {one.item.id}") for one in found]
    assert order == sorted(order)
    assert "\\*Stern\\* \\| Strich" in text
    assert "**Abgestimmt: Stufe 3. 2 Stimmen: Stufe 0 bis 4.**" in text
    assert clarifying_name(opened, texts_de) == "Klärungsbedarf Bad Musterbach, Stadt"


def test_blocks_without_a_value_are_left_out_of_the_list(opened, texts_de):
    found, spreads = clarifications(opened), block_spreads(opened)
    text = clarifying_document(opened, found, spreads, texts_de)
    for one in spreads:
        assert (f"| Block {one.id} |" in text) is (one.low is not None)


def test_the_roles_are_known_by_name(opened):
    assert role_names(opened) == {"IT": "IT office", "DSB": "Data protection"}


def test_the_note_says_once_where_it_was_agreed(texts_de):
    day = date(2026, 11, 22)
    once = workshop_note("", day, texts_de)
    assert once == "Abgestimmt im Workshop am 22.11.2026."
    assert workshop_note(once, day, texts_de) == once
    assert workshop_note("Bis März klären", day, texts_de) == f"Bis März klären\n{once}"
