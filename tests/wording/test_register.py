"""Use cases, AI systems and the pre-check in words."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_entries import BARE, SYSTEM, USE_CASE

from kiassess.content.legal import load_legal_table
from kiassess.domain.action_fields import ActionField, all_fields
from kiassess.domain.precheck import Outcome
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.domain.register import AiSystem, UseStatus
from kiassess.domain.use_cases import UseCase
from kiassess.paths import bundled
from kiassess.wording.action_fields import matrix_summary, matrix_title, rated_words
from kiassess.wording.register import (
    LawDays,
    anchor_words,
    case_lines,
    fields_document,
    outdated_words,
    overdue_sentence,
    precheck_words,
    register_document,
    review_words,
    risk_words,
    system_lines,
)

THEN, NOW, LATER = date(2026, 11, 22), date(2027, 3, 1), date(2027, 6, 1)
MADE = PrecheckResult(Outcome.LOW, THEN, date(2026, 12, 1))
FORBIDDEN = re.compile(r"zulässig|konform|erlaubt|rechtssicher|compliant|permitted", re.IGNORECASE)


def test_a_pre_check_names_both_days(texts_de):
    said = "voraussichtlich gering (Rechtsstand 22.11.2026, geprüft am 01.12.2026)"
    assert precheck_words(MADE, texts_de) == said
    assert precheck_words(None, texts_de) == "noch nicht gemacht"


@pytest.mark.parametrize(
    ("law", "said"),
    [
        (LawDays(THEN, THEN), ""),
        (LawDays(NOW, NOW), "Die Fragen sind jetzt vom 01.03.2027. Bitte wiederholen Sie"),
        (LawDays(NOW, LATER), "Die Fragen sind jetzt vom 01.03.2027. Bitte wiederholen Sie"),
        (LawDays(THEN, LATER), "Die Rechtstabelle ist neuer, vom 01.06.2027."),
        (LawDays(None, LATER), "Die Rechtstabelle ist neuer, vom 01.06.2027."),
    ],
)
def test_an_outdated_pre_check_says_what_is_newer(texts_de, law, said):
    found = outdated_words(MADE, law, texts_de)
    assert said in found
    assert bool(found) == bool(said)


def test_nothing_is_outdated_that_was_not_made(texts_de):
    assert outdated_words(None, LawDays(NOW, NOW), texts_de) == ""


def test_a_provision_says_what_it_asks_and_since_when(texts_de):
    table = load_legal_table(next(bundled().questionnaires.glob("legal/*.toml")), "de")
    anchor = table.anchors["aiact.annex3"]
    said = anchor_words(anchor, texts_de)
    assert anchor.name in said
    assert anchor.asks in said
    assert texts_de(f"certainty.{anchor.certainty}") in said


def test_a_decision_counts_before_the_pre_check(texts_de):
    assert risk_words(SYSTEM, texts_de) == "Transparenzpflicht"
    assert risk_words(replace(SYSTEM, risk=None), texts_de) == "Hochrisiko prüfen"
    assert risk_words(AiSystem("s", "S"), texts_de) == "noch offen"


def test_a_review_is_overdue_the_day_after(texts_de):
    system = replace(SYSTEM, review=THEN)
    assert review_words(system, THEN, texts_de) == "22.11.2026"
    assert review_words(system, NOW, texts_de) == "22.11.2026, überfällig"
    ended = replace(system, status=UseStatus.ENDED)
    assert review_words(ended, NOW, texts_de) == "22.11.2026"


def test_overdue_reviews_name_the_first(texts_de):
    one = replace(SYSTEM, review=THEN)
    assert overdue_sentence([], texts_de) == ""
    assert overdue_sentence([one], texts_de) == (
        "Die Überprüfung von „Protokoll-Assistent“ war am 22.11.2026 fällig."
    )
    assert overdue_sentence([one, one], texts_de).startswith("Bei 2 KI-Systemen ")


def test_what_nobody_has_said_is_left_out(texts_de):
    assert case_lines(UseCase("u", "U"), texts_de) == ()
    labels = [label for label, _ in system_lines(AiSystem("s", "S"), texts_de, NOW)]
    assert labels == ["Status", "Risikoklasse (Hinweis)"]


def test_all_that_was_said_is_told(texts_de):
    told = dict(system_lines(SYSTEM, texts_de, THEN))
    assert told["Rolle der Kommune"] == "Betreiber"
    assert told["Personenbezogene Daten"] == "ja"
    assert told["Datenschutz-Folgenabschätzung"] == "erforderlich, noch nicht erstellt"
    assert told["Im Einsatz seit"] == "04.05.2026"
    assert len(told) == 13
    assert dict(case_lines(USE_CASE, texts_de))["Nutzen"] == "groß. Zeit"


@given(name=st.text(min_size=1).filter(str.strip), purpose=st.text())
def test_on_paper_nothing_typed_is_markup(texts_de, name, purpose):
    systems = [AiSystem("s", name, purpose=purpose)]
    lines = register_document(systems, texts_de, NOW).splitlines()
    assert sum(line.startswith("# ") for line in lines) == 1


def test_papers_of_nothing_say_so(texts_de):
    assert texts_de("register.none") in register_document([], texts_de, NOW)
    assert texts_de("register.no_use_cases") in fields_document(all_fields(()), [], texts_de)


def test_no_sentence_says_that_something_is_allowed(texts_de, texts_en):
    for texts in (texts_de, texts_en):
        said = [
            *texts._sections["precheck"].values(),
            *(texts(f"outcome.{one}") for one in Outcome),
            register_document([SYSTEM, *_of(AiSystem)], texts, NOW),
            fields_document(all_fields(()), [USE_CASE, *_of(UseCase)], texts, chart="m.png"),
        ]
        assert not [text for text in said if FORBIDDEN.search(text)]


def test_a_matrix_without_a_great_challenge_says_so(texts_de):
    fields = [ActionField("mobility", challenge=2, resources=4, benefit=4)]
    assert matrix_title(fields, texts_de).startswith("In keinem bewerteten Feld")
    assert matrix_summary(fields, texts_de) == (texts_de("field_matrix.calm"),)


def test_ratings_in_one_line(texts_de):
    assert rated_words(ActionField("mobility"), texts_de) == "noch nicht bewertet"
    half = ActionField("mobility", challenge=1)
    said = "Herausforderung gering, Mittel noch offen, Nutzen noch offen"
    assert rated_words(half, texts_de) == said


def _of(kind):
    return [one for one in BARE if isinstance(one, kind)]
