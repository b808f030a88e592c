"""What a profile finds, in sentences."""

from dataclasses import replace

import pytest
from builders import UNKNOWN, make_item, make_questionnaire, open_assessment

from kiassess.domain.assessment import AiInUse
from kiassess.domain.kinds import NotApplicableRule
from kiassess.domain.profile import make_profile
from kiassess.domain.questionnaire import Role
from kiassess.paths import bundled
from kiassess.wording.findings import (
    ai_notice,
    gate_line,
    gates_title,
    listed,
    unknown_lead,
    who_knows,
)
from kiassess.wording.texts import load_texts

LATER = NotApplicableRule.WHILE_NO_AI


@pytest.fixture(scope="module")
def texts():
    return load_texts(bundled().texts, "de")


def opened(given, ai_in_use=AiInUse.NO, **facts):
    """An assessment of gates; the roles are the same for all."""
    items = [make_item(f"data.i{number}", gate=True, **facts) for number in range(len(given))]
    answers = {item.id: level for item, level in zip(items, given, strict=True)}
    return open_assessment(make_questionnaire(items), answers, ai_in_use=ai_in_use)


@pytest.mark.parametrize(
    ("given", "ai_in_use", "said"),
    [
        ([1, 1, 3], AiInUse.YES, "KI ist im Einsatz, aber 2 Mindestanforderungen fehlen"),
        ([1, 3], AiInUse.YES, "aber eine Mindestanforderung fehlt"),
        ([1, UNKNOWN], AiInUse.YES, "aber eine Mindestanforderung fehlt"),
        ([UNKNOWN, UNKNOWN, 3], AiInUse.YES, "2 Mindestanforderungen sind ungeklärt"),
        ([UNKNOWN, 3], AiInUse.YES, "eine Mindestanforderung ist ungeklärt"),
        ([3], AiInUse.UNKNOWN, "nicht bekannt, ob schon KI im Einsatz ist"),
        ([3], None, "noch nicht angegeben, ob schon KI im Einsatz ist"),
    ],
)
def test_the_use_of_ai_is_weighed_against_what_is_missing(texts, given, ai_in_use, said):
    assert said in ai_notice(make_profile(opened(given, ai_in_use)), texts)


@pytest.mark.parametrize(("given", "ai_in_use"), [([3], AiInUse.YES), ([0], AiInUse.NO)])
def test_where_nothing_presses_nothing_is_said(texts, given, ai_in_use):
    assert ai_notice(make_profile(opened(given, ai_in_use)), texts) == ""


def test_gates_are_counted_and_named_with_their_status(texts):
    profile = make_profile(opened([2, 1, UNKNOWN], not_applicable=LATER))
    assert gates_title(profile, texts) == "Mindestanforderungen: 1 von 3 erfüllt"
    lines = [gate_line(gate, "Regel", texts) for gate in profile.gates]
    assert lines == ["Regel: erfüllt", *["Regel: vor erstem Einsatz nötig"] * 2]


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "0"), (3, "0, 1, 2"), (4, "0, 1 und 2 weitere")],
    ids=["one", "one more takes no more room than its name", "several more"],
)
def test_long_lists_end_with_a_number(texts, count, said):
    assert listed([str(number) for number in range(count)], texts, most=2) == said


def with_roles(given, roles):
    found = opened(given, roles=tuple(roles))
    named = (Role("IT", "IT"), Role("DSB", "Datenschutz"))
    return replace(found, questionnaire=replace(found.questionnaire, roles=named))


def test_the_role_that_usually_knows_most_is_named(texts):
    found = with_roles([UNKNOWN, UNKNOWN, 1], ["DSB", "IT"])
    lead = unknown_lead(found, make_profile(found), texts)
    assert lead == (
        "2 Fragen sind mit „weiß nicht“ beantwortet. Am ehesten wissen es: Datenschutz (2)."
    )
    assert who_knows(found, "data.i0", texts) == "Meist weiß es: Datenschutz, IT."


def test_without_roles_nobody_is_named(texts):
    found = opened([UNKNOWN, "-"])
    lead = unknown_lead(found, make_profile(found), texts)
    assert lead == "Eine Frage ist mit „weiß nicht“ beantwortet. Eine Frage ist noch offen."
    assert who_knows(found, "data.i0", texts) == ""


def test_when_everything_is_settled_that_is_said(texts):
    found = opened([1])
    assert unknown_lead(found, make_profile(found), texts) == "Alle Fragen sind geklärt."
