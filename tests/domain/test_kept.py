"""Own measures, register, action fields, use cases, and what has become of a plan."""

from dataclasses import replace
from datetime import date

import pytest
from builders import make_answer, make_answers
from kept_entries import CHECK, OWN_MEASURE, PLAN, SYSTEM, USE_CASE

from kiassess.domain.action_fields import FIELDS, ActionField, all_fields
from kiassess.domain.assessment import AiInUse
from kiassess.domain.firing import Situation
from kiassess.domain.kept import circumstances, kept_of, situation_of
from kiassess.domain.measures import Circumstance, Cost, Effort, Measure
from kiassess.domain.own_measures import HiddenMeasure, OwnMeasure, with_own
from kiassess.domain.plan_progress import Move, plan_progress
from kiassess.domain.planning import Aim, PlanEntry, PlanFrame, PlanStatus
from kiassess.domain.precheck import Outcome
from kiassess.domain.precheck_result import is_outdated
from kiassess.domain.register import AiSystem, UseStatus, overdue_reviews, suggested_ai_in_use

MEASURE = Measure(
    "m.one", "One", "Goal", ("a", "b", "c"), "Result", "Pitfall", "KPI", Effort.M, Cost.K2, 2,
    lead="office", step=4,
)  # fmt: skip
OTHER = replace(MEASURE, id="m.two", title="Two")
MEASURES = {one.id: one for one in (MEASURE, OTHER)}


# --- measures


def test_own_words_replace_only_what_is_said():
    found = with_own(MEASURES, [OwnMeasure("m.one", title="Unser Wort", effort=Effort.S)])
    assert found["m.one"] == replace(MEASURE, title="Unser Wort", effort=Effort.S)
    assert found["m.two"] is OTHER


def test_an_own_measure_stands_beside_those_of_the_catalogue():
    found = with_own(MEASURES, [OWN_MEASURE, OwnMeasure("own.2", title="Nur ein Titel")])
    assert list(found) == ["m.one", "m.two", "own.1", "own.2"]
    assert found["own.1"].triggers == OWN_MEASURE.triggers
    assert found["own.1"].steps == ("Einladen", "Zuhören")
    bare = found["own.2"]
    assert (bare.effort, bare.cost, bare.benefit, bare.step) == (Effort.S, Cost.K0, 2, 6)


def test_words_for_a_measure_that_is_gone_are_left_out_and_hidden_ones_too():
    assert list(with_own(MEASURES, [OwnMeasure("m.gone", title="x")])) == ["m.one", "m.two"]
    assert list(with_own(MEASURES, [OWN_MEASURE], hidden=["m.one", "own.1"])) == ["m.two"]


# --- register


@pytest.mark.parametrize("status", UseStatus)
def test_a_system_in_use_says_so_to_the_gates(status):
    systems = [AiSystem("a", "A", status=status)]
    used = status in {UseStatus.PILOT, UseStatus.IN_USE}
    for said in (None, AiInUse.NO, AiInUse.UNKNOWN):
        assert suggested_ai_in_use(systems, said) is (AiInUse.YES if used else None)
    assert suggested_ai_in_use(systems, AiInUse.YES) is None


def test_an_empty_register_proves_nothing():
    assert suggested_ai_in_use([], None) is None
    assert suggested_ai_in_use([], AiInUse.YES) is None


def test_a_review_is_overdue_the_day_after():
    one = AiSystem("a", "A", review=date(2027, 5, 4))
    older = AiSystem("b", "B", review=date(2027, 1, 1))
    ended = AiSystem("c", "C", review=date(2020, 1, 1), status=UseStatus.ENDED)
    systems = [one, older, ended, AiSystem("d", "D")]
    assert overdue_reviews(systems, date(2027, 5, 4)) == (older,)
    assert overdue_reviews(systems, date(2027, 5, 5)) == (older, one)


def risky(*entries):
    return Circumstance.HIGH_RISK in circumstances(kept_of(entries))


def test_what_may_be_high_risk_is_a_circumstance():
    assert not risky(PLAN, AiSystem("a", "A"))
    assert risky(AiSystem("a", "A", risk=Outcome.HIGH_RISK))
    assert risky(AiSystem("a", "A", precheck=CHECK))
    assert risky(USE_CASE)
    assert not risky(replace(USE_CASE, precheck=None))
    assert not risky(replace(USE_CASE, precheck=replace(CHECK, outcome=Outcome.LOW)))


def test_what_was_decided_counts_before_the_pre_check_and_what_is_over_does_not():
    assert not risky(SYSTEM)  # transparency, though its pre-check said otherwise
    assert not risky(AiSystem("a", "A", risk=Outcome.HIGH_RISK, status=UseStatus.ENDED))


def test_a_pre_check_is_outdated_when_the_law_was_looked_at_again():
    assert not is_outdated(CHECK, CHECK.as_of)
    assert is_outdated(CHECK, date(2026, 11, 23))
    assert CHECK.choices == {"area": ("work", "school"), "people": ("yes",)}


# --- action fields


def test_all_fields_are_there_also_those_nobody_has_rated():
    own = ActionField("own.f", "Feuerwehr", 4, 4, 4)
    rated = ActionField("climate", challenge=3)
    found = all_fields([own, rated])
    assert [one.id for one in found] == [*FIELDS, "own.f"]
    assert found[3] is rated
    assert [one.id for one in found if one.is_rated] == ["own.f"]


# --- progress


@pytest.mark.parametrize(
    ("level", "goal", "now", "move"),
    [
        (1, 3, 3, Move.REACHED),
        (1, 3, 4, Move.REACHED),
        (1, 3, 2, Move.RISEN),
        (1, 3, 1, Move.SAME),
        (2, 3, 1, Move.FALLEN),
        (1, None, 4, Move.RISEN),
        (None, 3, 1, Move.FOUND),
        (None, 3, 3, Move.REACHED),
        (1, 3, "U", Move.UNKNOWN),
        (1, 3, "N", Move.UNKNOWN),
        (1, 3, "-", Move.UNKNOWN),
    ],
)
def test_then_and_now(level, goal, now, move):
    entry = PlanEntry("p", "P", aims=(Aim("data.one", level, goal),))
    (found,) = plan_progress([entry], make_answers({"data.one": now})).entries
    assert found.aims[0].move is move
    assert found.has_moved == (move in {Move.REACHED, Move.RISEN})


def test_a_plan_says_what_is_done_and_what_has_moved_nothing():
    answers = {"data.one": make_answer("data.one", 1)}
    aims = (Aim("data.one", 1, 2),)
    done = PlanEntry("a", "A", status=PlanStatus.DONE, aims=aims)
    found = plan_progress(
        [done, replace(done, id="b", aims=()), PlanEntry("c", "C", aims=aims)], answers
    )
    assert found.counts == {
        PlanStatus.PLANNED: 1, PlanStatus.RUNNING: 0, PlanStatus.DONE: 2, PlanStatus.DROPPED: 0,
    }  # fmt: skip
    assert [one.entry.id for one in found.done_without_effect] == ["a"]


# --- the situation measures are recommended in


def test_the_situation_is_what_is_kept():
    entries = (
        PlanFrame(days_per_quarter=12.5, neighbours=2),
        PlanEntry("m.one", "One", measure_id="m.one", status=PlanStatus.DONE),
        PlanEntry("m.two", "Two", measure_id="m.two"),
        PlanEntry("free", "Free", status=PlanStatus.DONE),
        HiddenMeasure("m.three", "the county does it"),
        replace(SYSTEM, status=UseStatus.IN_USE, risk=Outcome.HIGH_RISK),
    )
    found = situation_of(kept_of(entries))
    assert (found.days, found.neighbours, found.high_risk) == (12.5, 2, True)
    assert (found.done, found.hidden) == ({"m.one"}, {"m.three"})
    assert situation_of(kept_of(())) == Situation()
