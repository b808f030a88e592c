"""The pre-check: which questions are asked, what the answers come to, what is never said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.precheck import (
    END,
    Option,
    Outcome,
    Precheck,
    Question,
    asked,
    assess,
    choose,
    next_question,
)

YES, NO = Option("yes", "Ja"), Option("no", "Nein", Outcome.LOW, "Kein System.", next=END)
FIRST = Question("system", "Ist es eines?", "Hilfe", (YES, NO), several=False, next="use")
USE = Question(
    "use",
    "Wofür?",
    "Hilfe",
    (
        Option("staff", "Personal", Outcome.HIGH_RISK, "Anhang III.", ("annex",)),
        Option("chat", "Chat", Outcome.TRANSPARENCY, "Kennzeichnen.", ("50",), next=END),
        Option("none", "Nichts", alone=True, next=END),
    ),
    several=True,
    next="exception",
)
EXCEPTION = Question(
    "exception",
    "Nur Hilfsaufgabe?",
    "Hilfe",
    (Option("yes", "Ja", Outcome.HIGH_RISK, "Ausnahme möglich."), Option("no", "Nein")),
    several=False,
    next=END,
)
PRECHECK = Precheck(date(2026, 11, 22), (FIRST, USE, EXCEPTION))


def ids(questions):
    return [one.id for one in questions]


def test_the_first_question_is_asked_first():
    assert ids(asked(PRECHECK, {})) == ["system"]
    assert next_question(PRECHECK, {}) is FIRST
    assert assess(PRECHECK, {}) is None


def test_an_answer_can_end_it():
    found = assess(PRECHECK, {"system": ("no",)})
    assert found.outcome is Outcome.LOW
    assert [one.option.id for one in found.reasons] == ["no"]


def test_answers_behind_the_end_do_not_count():
    found = assess(PRECHECK, {"system": ("no",), "use": ("staff",)})
    assert found.outcome is Outcome.LOW


def test_the_gravest_answer_decides_and_all_reasons_are_named():
    choices = {"system": ("yes",), "use": ("staff", "chat"), "exception": ("no",)}
    found = assess(PRECHECK, {**choices})
    assert found.outcome is Outcome.HIGH_RISK
    assert [one.option.id for one in found.reasons] == ["staff", "chat"]


def test_without_any_reason_nothing_special_is_expected():
    assert assess(PRECHECK, {"system": ("yes",), "use": ("none",)}).outcome is Outcome.LOW


def test_an_option_of_another_time_counts_as_no_answer():
    choices = {"system": ("yes",), "use": ("gone",)}
    assert next_question(PRECHECK, choices) is USE
    assert assess(PRECHECK, choices) is None


@pytest.mark.parametrize(
    ("before", "touched", "after"),
    [
        ((), "chat", ("chat",)),
        (("chat",), "staff", ("staff", "chat")),
        (("staff", "chat"), "chat", ("staff",)),
        (("staff", "chat"), "none", ("none",)),
        (("none",), "staff", ("staff",)),
        (("none",), "none", ()),
        (("staff",), "unheard of", ("staff",)),
    ],
)
def test_options_that_stand_alone_replace_the_others(before, touched, after):
    assert choose(USE, before, touched) == after


def test_of_a_single_choice_the_latest_stays():
    assert choose(FIRST, ("yes",), "no") == ("no",)
    assert choose(FIRST, ("yes",), "yes") == ("yes",)


CHOICES = st.fixed_dictionaries({
    one.id: st.lists(st.sampled_from([o.id for o in one.options]), unique=True).map(tuple)
    for one in PRECHECK.questions
})  # fmt: skip


@given(CHOICES)
def test_a_result_is_never_milder_than_one_of_its_reasons(choices):
    found = assess(PRECHECK, choices)
    if found is not None:
        order = list(Outcome)
        assert all(order.index(found.outcome) <= order.index(r.outcome) for r in found.reasons)
