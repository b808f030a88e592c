"""Measures: what has to be done before, and what is a quick win."""

from dataclasses import replace

import pytest

from kiassess.domain.measures import (
    Circumstance,
    Cost,
    Effort,
    Measure,
    Trigger,
    depth,
    is_quick_win,
    measures_for,
)

BELOW = (Trigger("q.one", 2),)


def measure(name, *prerequisites, effort="XS", cost="K0", benefit=3, triggers=BELOW):
    return Measure(
        id=name,
        title=name,
        goal="",
        steps=(),
        result="",
        pitfall="",
        kpi="",
        effort=Effort(effort),
        cost=Cost(cost),
        benefit=benefit,
        lead="DIG",
        step=5,
        triggers=triggers,
        prerequisites=prerequisites,
    )


def by_id(*measures):
    return {one.id: one for one in measures}


def test_depth_is_the_longest_way_through_what_comes_before():
    chain = by_id(
        measure("a"), measure("b", "a"), measure("c", "b"), measure("d", "a", "c"), measure("e")
    )
    assert {name: depth(name, chain) for name in chain} == {"a": 0, "b": 1, "c": 2, "d": 3, "e": 0}


@pytest.mark.parametrize(
    ("effort", "cost", "benefit", "quick"),
    [
        ("XS", "K0", 3, True),
        ("XS", "K1", 2, True),
        ("XS", "K0", 1, False),
        ("XS", "K2", 3, False),
        ("S", "K1", 3, True),
        ("S", "K0", 2, False),
        ("M", "K0", 3, False),
        ("XL", "K4", 3, False),
    ],
)
def test_little_effort_and_money_with_much_benefit_is_a_quick_win(effort, cost, benefit, quick):
    one = measure("a", effort=effort, cost=cost, benefit=benefit)
    assert is_quick_win(one, by_id(one)) is quick


def test_what_puts_only_the_assessment_in_order_is_no_quick_win():
    one = measure("a", triggers=())
    assert not is_quick_win(one, by_id(one))


def test_what_needs_a_chain_before_it_is_no_quick_win():
    chain = by_id(measure("a"), measure("b", "a"), measure("c", "b"))
    assert [is_quick_win(one, chain) for one in chain.values()] == [True, True, False]


@pytest.mark.parametrize(
    ("item", "level", "fitting"),
    [
        ("q.one", 0, ["low", "both"]),
        ("q.one", 2, ["both"]),
        ("q.one", 3, []),
        ("q.two", 0, ["both"]),
        ("q.two", 1, []),
        ("q.three", 0, []),
    ],
)
def test_an_answer_finds_the_measures_whose_level_it_misses(item, level, fitting):
    measures = by_id(
        measure("low", triggers=(Trigger("q.one", 1),)),
        measure("both", triggers=(Trigger("q.one", 3), Trigger("q.two", 1))),
    )
    assert [one.id for one in measures_for(item, level, measures)] == fitting


def test_a_measure_that_needs_a_circumstance_as_well_is_left_out():
    needs_more = replace(measure("risky"), circumstance=Circumstance.HIGH_RISK)
    assert measures_for("q.one", 0, by_id(needs_more)) == ()
