"""What most of a group lacks, counted a second time answer by answer."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import make_item, make_questionnaire
from many_towns import Many, many_towns

from kiassess.content.library import Library
from kiassess.domain.anonymity import anonymous_choice
from kiassess.domain.assessment import AiInUse, Answer, AnswerState
from kiassess.domain.compared_round import body_of
from kiassess.domain.comparison import compare
from kiassess.domain.group_gaps import (
    at_the_top,
    gate_counts,
    gates_over_time,
    item_counts,
    measure_counts,
)
from kiassess.domain.kinds import Extent
from kiassess.domain.measures import Circumstance, Cost, Effort, Measure, Trigger
from kiassess.domain.municipality import SizeClass
from kiassess.domain.profile import GateStatus, gate_result
from kiassess.domain.questionnaire import GATE_LEVEL

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"
SIGNS = {5: AnswerState.UNKNOWN, 6: AnswerState.NOT_APPLICABLE, 7: AnswerState.OPEN}


@pytest.fixture(scope="module")
def catalogue():
    return Library(QUESTIONNAIRES).load("ki-readiness").questionnaire("de")


@pytest.fixture(scope="module")
def comparison(catalogue):
    return compare(list(many_towns(Many(14, 2, mixed=True), catalogue)), {1: catalogue})


def answer(item, sign):
    if sign <= 4:
        return Answer(item.id, AnswerState.ANSWERED, sign)
    return Answer(item.id, SIGNS[sign], reason="x")


def signs(comparison, item):
    return [(comparison.chosen[at], comparison.columns[item.id][at]) for at in comparison.counted]


def test_gates_stand_as_in_each_profile(comparison):
    found = gate_counts(comparison)
    assert [count.item.id for count in found] == [i.id for i in comparison.items if i.gate]
    for count in found:
        rows = signs(comparison, count.item)
        statuses = [
            gate_result(count.item, answer(count.item, s), t.ai_in_use).status for t, s in rows
        ]
        assert {k: v for k, v in count.counts.items() if v} == Counter(statuses)
        assert count.n == len(comparison.counted)
        lacking = sum(s in {GateStatus.MISSING, GateStatus.UNCLEAR} for s in statuses)
        matters = sum(s is not GateStatus.BEFORE_FIRST_USE for s in statuses)
        assert (count.lacking, count.lacked_by_most) == (lacking, lacking > matters / 2)


def test_items_are_held_against_the_target_of_the_size(comparison):
    for count in item_counts(comparison):
        rows = signs(comparison, count.item)
        levels = Counter(sign for _, sign in rows)
        assert list(count.levels) == [levels[n] for n in range(5)]
        assert (count.unknown, count.not_applicable) == (levels[5] + levels[7], levels[6])
        below = sum(s <= 4 and s < count.item.targets[t.size_class] for t, s in rows)
        assert (count.below, count.lacked_by_most) == (below, below > count.answered / 2)
        assert [t.id for t, s in rows if s == 4] == [
            t.id for t in at_the_top(comparison, count.item.id)
        ]


def measure(name, *triggers, **facts):
    return Measure(
        name, name, "", (), "", "", "", Effort.S, Cost.K0, 2, "IT", 1, triggers=triggers, **facts
    )


def test_measures_are_counted_where_an_answer_calls_for_them(comparison):
    items = [item.id for item in comparison.items]
    measures = {
        m.id: m
        for m in [
            measure("m.both", Trigger(items[0], 3), Trigger(items[1], 2)),
            measure("m.one", Trigger(items[2], 1)),
            measure("m.elsewhere", Trigger("not.compared", 4)),
            measure("m.rest", Trigger(items[0], 4), circumstance=Circumstance.HIGH_RISK),
            measure("m.none"),
        ]
    }
    found = measure_counts(comparison, measures)
    helped = Counter()
    for one in measures.values():
        for at in comparison.counted:
            levels = {i: comparison.columns[i][at] for i in items}
            helped[one.id] += any(levels.get(t.item_id, 9) < t.below for t in one.triggers)
    assert {c.measure.id: c.helped for c in found} == {m: helped[m] for m in ("m.both", "m.one")}
    assert [c.helped for c in found] == sorted((c.helped for c in found), reverse=True)
    assert all(c.helps_most == (c.helped > len(comparison.counted) / 2) for c in found)


def test_of_a_small_group_nothing_is_told(catalogue):
    few = compare(list(many_towns(Many(4, 2), catalogue)), {1: catalogue})
    assert (gate_counts(few), item_counts(few)) == ((), ())
    assert measure_counts(few, {"m": measure("m", Trigger("data.inventory", 4))}) == ()
    assert [year.met for year in gates_over_time(few)] == [None, None]


def test_gates_are_counted_year_by_year(comparison):
    years = gates_over_time(comparison)
    assert [year.year for year in years] == sorted({c.round_date.year for c in comparison.chosen})
    gates = [item for item in comparison.items if item.gate]
    for year in years:
        places = [
            at
            for at, one in enumerate(comparison.chosen)
            if one.round_date.year == year.year and not one.quick
        ]
        assert year.n == len(places)
        for gate in gates:
            met = sum(GATE_LEVEL <= comparison.columns[gate.id][at] <= 4 for at in places)
            assert year.met[gate.id] == met


def without_names(chosen):
    bodies = dict.fromkeys(body_of(one.municipality) for one in chosen)
    return anonymous_choice(chosen, {body: n for n, body in enumerate(bodies, 1)})


def test_without_names_a_year_is_left_out_that_would_tell_of_a_few(catalogue):
    """Twelve towns in two years, of which one begins a year late: it alone makes the difference."""
    chosen = list(many_towns(Many(12, 2), catalogue))
    late = compare(chosen[1:], {1: catalogue})
    assert [year.met is not None for year in gates_over_time(late)] == [True, True]
    told = gates_over_time(late, anonymous=True, rows=without_names(chosen[1:]))
    assert [year.met is not None for year in told] == [False, True]
    whole = compare(chosen, {1: catalogue})
    rows = without_names(chosen)
    assert gates_over_time(whole, anonymous=True, rows=rows) == gates_over_time(whole)


@pytest.mark.parametrize(
    ("n_small_early", "told"),
    [
        pytest.param(1, False, id="the-only-small-one-of-a-year"),
        pytest.param(4, False, id="the-only-large-one"),
        pytest.param(5, True, id="years-are-sizes"),
        pytest.param(0, True, id="the-other-way-round"),
    ],
)
def test_without_names_no_year_is_told_that_crosses_sizes_in_a_few(catalogue, n_small_early, told):
    early = [True] * n_small_early + [False] * 5 + [True] * (5 - n_small_early)
    chosen = [
        replace(
            one,
            extent=Extent.FULL,
            ai_in_use=AiInUse.YES,
            round_date=date(2025 if early[n] else 2026, 1, 1),
            municipality=replace(one.municipality, population=900 if n < 5 else 90_000),
        )
        for n, one in enumerate(many_towns(Many(10), catalogue))
    ]
    years = gates_over_time(compare(without_names(chosen), {1: catalogue}), anonymous=True)
    assert [year.met is not None for year in years] == [told, told]
    assert all(year.met for year in gates_over_time(compare(chosen, {1: catalogue})))


def test_without_names_all_are_measured_alike():
    """What is enough for the only large one would tell which level it has."""
    items = [make_item("data.0", targets={SizeClass.SMALL: 1, SizeClass.LARGE: 3})]
    questionnaire = make_questionnaire(items)
    towns = [
        replace(
            one,
            levels=bytes([2]),
            municipality=replace(one.municipality, population=90_000 if n == 0 else 100),
        )
        for n, one in enumerate(many_towns(Many(6), questionnaire))
    ]
    found = compare(towns, {1: questionnaire})
    assert item_counts(found)[0].below == 1
    assert item_counts(found, anonymous=True)[0].below == 0


def test_without_a_target_two_is_good_enough():
    items = [make_item("data.0"), make_item("data.1", targets={SizeClass.SMALL: 3})]
    questionnaire = make_questionnaire(items)
    towns = [
        replace(
            one,
            levels=bytes([n % 3, 2]),
            municipality=replace(one.municipality, population=None if n % 2 else 100),
        )
        for n, one in enumerate(many_towns(Many(6), questionnaire))
    ]
    found = item_counts(compare(towns, {1: questionnaire}))
    assert [count.below for count in found] == [4, 3]
