"""The order of a plan, and what people can do in a quarter."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_entries import plan_of

from kiassess.domain.plan_checks import (
    ALL,
    OrderProblem,
    Quarter,
    in_order,
    load,
    order_warnings,
    overloads,
    unplaced,
)
from kiassess.domain.planning import PlanEntry, PlanFrame, PlanStatus

TOO_EARLY, DROPPED, CIRCLE = OrderProblem
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


def entry(entry_id, start=None, due=None, **facts):
    return PlanEntry(entry_id, f"Title {entry_id}", start=start, due=due, **facts)


def day(month, number, year=2027):
    return date(year, month, number)


def problems(*entries):
    return [
        (one.entry.id, one.earlier.id, one.problem) for one in order_warnings(plan_of(*entries))
    ]


# --- order


def test_an_entry_may_not_begin_before_what_it_waits_for_is_due():
    first = entry("a", due=day(3, 31))
    assert problems(first, entry("b", day(3, 30), after=("a",))) == [("b", "a", TOO_EARLY)]
    assert problems(first, entry("b", day(3, 31), after=("a",))) == []
    assert problems(first, entry("b", due=day(1, 1), after=("a",))) == []  # it says no beginning
    assert problems(entry("a"), entry("b", day(1, 1), after=("a",))) == []
    assert problems(entry("b", day(1, 1), after=("gone",))) == []


def test_what_is_done_holds_nothing_up_and_waits_for_nothing():
    first, second = entry("a", due=day(3, 31)), entry("b", day(1, 1), after=("a",))
    assert problems(replace(first, status=PlanStatus.DONE), second) == []
    assert problems(first, replace(second, status=PlanStatus.DONE)) == []
    assert problems(first, replace(second, status=PlanStatus.DROPPED)) == []
    assert problems(replace(first, status=PlanStatus.DROPPED), second) == [("b", "a", DROPPED)]


def test_a_circle_is_told_on_each_of_its_ways():
    ring = [entry("a", after=("c",)), entry("b", after=("a",)), entry("c", after=("b",))]
    assert problems(*ring) == [("a", "c", CIRCLE), ("b", "a", CIRCLE), ("c", "b", CIRCLE)]
    assert problems(*ring[:2]) == []
    assert len(in_order(plan_of(*ring))) == 3


def test_two_that_wait_for_each_other_are_told_once():
    pair = [entry("a", after=("b",)), entry("b", after=("a",))]
    assert problems(*pair) == [("a", "b", CIRCLE)]


@given(
    st.lists(
        st.tuples(st.none() | DAYS, st.sets(st.integers(0, 7), max_size=3)), min_size=1, max_size=8
    )
)
def test_an_order_keeps_dependencies_and_loses_nothing(given_entries):
    # Each waits only for earlier numbers, so that there is no circle.
    entries = [
        entry(str(n), start, after=tuple(str(one) for one in sorted(awaited) if one < n))
        for n, (start, awaited) in enumerate(given_entries)
    ]
    found = in_order(plan_of(*entries[::-1]))
    assert sorted(found, key=lambda one: one.id) == entries
    places = {one.id: place for place, one in enumerate(found)}
    assert all(places[key] < places[one.id] for one in found for key in one.after)


def test_without_dependencies_days_decide():
    plan = plan_of(
        entry("d"),
        entry("c", due=day(2, 1)),
        entry("b", day(2, 2)),
        entry("a", day(1, 5), day(9, 9)),
    )
    assert [one.id for one in in_order(plan)] == ["a", "c", "b", "d"]


# --- load


def test_a_day_lies_in_its_quarter():
    assert Quarter.of(day(3, 31)) == Quarter(2027, 1)
    assert Quarter.of(day(4, 1)) == Quarter(2027, 2)
    assert Quarter.of(day(12, 31)) == Quarter(2027, 4)
    assert Quarter(2026, 4) < Quarter(2027, 1)


def test_days_are_spread_evenly_over_workdays():
    # The week over the turn of the quarter: Mon 29 to Wed 31 March, Thu 1 and Fri 2 April.
    found = load(entry("a", day(3, 29), day(4, 4), days=10))
    assert found == {Quarter(2027, 1): 6, Quarter(2027, 2): 4}


def test_what_lasts_over_a_weekend_only_is_done_then():
    assert load(entry("a", day(7, 31), day(8, 1), days=3)) == {Quarter(2027, 3): 3}


@pytest.mark.parametrize(
    "facts",
    [
        {"days": None},
        {"start": None},
        {"due": None},
        {"status": PlanStatus.DONE},
        {"status": PlanStatus.DROPPED},
    ],
)
def test_what_is_not_known_or_over_is_no_load(facts):
    whole = entry("a", day(1, 1), day(1, 8), days=3)
    assert load(whole) != {}
    assert load(replace(whole, **facts)) == {}
    expected = () if "status" in facts else ("a",)
    assert tuple(one.id for one in unplaced(plan_of(replace(whole, **facts)))) == expected


@given(DAYS, st.integers(0, 800), st.integers(0, 200))
def test_all_days_are_placed_and_each_workday_counts_alike(start, length, days):
    due = start + timedelta(days=length)
    found = load(entry("a", start, due, days=days))
    assert sum(found.values()) == pytest.approx(days)
    span = [start + timedelta(days=n) for n in range(length + 1)]
    workdays = [one for one in span if one.weekday() < 5] or span
    for quarter, share in found.items():
        inside = sum(Quarter.of(one) == quarter for one in workdays)
        assert share == pytest.approx(days * inside / len(workdays))


# --- overload


def test_people_and_all_together_are_looked_at_apart():
    plan = plan_of(
        entry("a", day(1, 4), day(3, 26), days=8, responsible="Frau Ö"),
        entry("b", day(1, 4), day(3, 26), days=4, responsible="frau  ö "),
        entry("c", day(1, 4), day(3, 26), days=3),
    )
    found = overloads(plan, PlanFrame(days_per_quarter=14, days_per_person=10))
    assert [(one.person, one.days, one.capacity) for one in found] == [
        (ALL, pytest.approx(15), 14), ("Frau Ö", pytest.approx(12), 10),
    ]  # fmt: skip
    assert [one.id for one in found[0].entries] == ["a", "b", "c"]
    assert [one.id for one in found[1].entries] == ["a", "b"]
    assert found[0].quarter == Quarter(2027, 1)


def test_as_much_as_there_is_time_for_is_not_too_much():
    plan = plan_of(*(entry(str(n), day(1, 4), day(3, 26), days=0.1) for n in range(30)))
    total = sum(load(one)[Quarter(2027, 1)] for one in plan.values())
    assert overloads(plan, PlanFrame(days_per_quarter=total, days_per_person=0)) == ()
    assert len(overloads(plan, PlanFrame(days_per_quarter=total - 0.01))) == 1
    plan = plan_of(*(entry(str(n), day(1, 4), day(1, 8), days=0.1) for n in range(3)))
    assert overloads(plan, PlanFrame(days_per_quarter=0.3)) == ()  # though 3 × 0.1 is more


def test_nobody_is_overloaded_as_long_as_nobody_says_what_there_is():
    plan = plan_of(entry("a", day(1, 4), day(3, 26), days=99, responsible="A"))
    assert overloads(plan, PlanFrame()) == ()
    assert [one.person for one in overloads(plan, PlanFrame(days_per_person=1))] == ["A"]


def test_quarters_come_in_their_order():
    plan = plan_of(
        entry("late", day(1, 3, 2028), day(2, 3, 2028), days=9),
        entry("soon", day(1, 4), day(2, 4), days=9),
    )
    found = overloads(plan, PlanFrame(days_per_quarter=1))
    assert [one.quarter for one in found] == [Quarter(2027, 1), Quarter(2028, 1)]
