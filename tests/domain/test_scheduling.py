"""Days for what has none: in order, on Mondays, within what people can do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_entries import plan_of

from kiassess.domain.plan_checks import order_warnings, overloads, unplaced
from kiassess.domain.planning import PlanEntry, PlanFrame, PlanStatus
from kiassess.domain.recommending import Bucket
from kiassess.domain.scheduling import next_monday, suggest_days, weeks_for

TODAY = date(2026, 11, 22)  # a Sunday
MONDAY = date(2026, 11, 23)
FREE = PlanFrame()


def entry(key, days=4.0, **more):
    return PlanEntry(key, key.upper(), measure_id=key, days=days, **more)


def suggested(*entries, frame=FREE, buckets=None, only=None):
    found = suggest_days(plan_of(*entries), frame, today=TODAY, buckets=buckets or {}, only=only)
    return {one.id: one for one in found}


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 11, 22), MONDAY),
        (MONDAY, date(2026, 11, 30)),
        (date(2026, 11, 27), date(2026, 11, 30)),
    ],
)
def test_what_begins_begins_on_the_next_monday(day, monday):
    assert next_monday(day) == monday


@pytest.mark.parametrize(
    ("days", "weeks"), [(0.0, 2), (1.0, 2), (5.0, 3), (10.5, 6), (60.0, 30), (None, 4)]
)
def test_more_work_takes_more_weeks_within_bounds(days, weeks):
    assert weeks_for(entry("a", days), FREE) == weeks


def test_an_entry_ends_on_a_friday():
    found = suggested(entry("a"))["a"]
    assert (found.start, found.due) == (MONDAY, MONDAY + timedelta(days=11))


@pytest.mark.parametrize(("bucket", "weeks"), [("immediate", 0), ("year", 13), ("later", 52)])
def test_the_bucket_says_when_it_begins(bucket, weeks):
    found = suggested(entry("a"), buckets={"a": Bucket(bucket)})
    assert found["a"].start == MONDAY + timedelta(weeks=weeks)


def test_nothing_begins_before_what_it_waits_for_is_due():
    found = suggested(entry("a", after=("b",)), entry("b"), entry("c", after=("a",)))
    assert list(found) == ["b", "a", "c"]
    assert found["b"].due < found["a"].start <= found["a"].due < found["c"].start


def test_what_is_done_holds_nothing_up():
    before = entry("b", start=MONDAY, due=date(2027, 6, 1), status=PlanStatus.DONE)
    assert suggested(before, entry("a", after=("b",)))["a"].start == MONDAY


def test_what_has_days_stays_and_what_is_done_gets_none():
    dated = entry("a", start=date(2027, 1, 4), due=date(2027, 2, 1))
    assert suggested(dated, replace(entry("b"), status=PlanStatus.DONE)) == {}


def test_one_day_that_is_there_stays():
    begun, due = entry("a", start=date(2027, 1, 4)), entry("b", due=date(2027, 6, 30))
    found = suggested(begun, due)
    assert (found["a"].start, found["a"].due) == (date(2027, 1, 4), date(2027, 1, 15))
    assert (found["b"].start, found["b"].due) == (date(2027, 6, 14), date(2027, 6, 30))


def test_a_day_too_soon_for_the_work_gives_one_day_only():
    assert suggested(entry("a", due=date(2026, 11, 20)))["a"].start == date(2026, 11, 20)


def test_the_order_of_the_recommendations_decides_who_is_first():
    buckets = {"b": Bucket.IMMEDIATE, "a": Bucket.IMMEDIATE}
    found = suggested(entry("a", 4.0), entry("b", 4.0), buckets=buckets)
    assert found["b"].due < found["a"].start


def test_small_things_run_side_by_side():
    found = suggested(entry("a", 2.0), entry("b", 2.0), entry("c", 2.0))
    assert found["a"].start == found["b"].start < found["c"].start


def test_with_more_people_more_runs_side_by_side():
    found = suggested(entry("a"), entry("b"), frame=PlanFrame(days_per_quarter=60.0))
    assert found["a"].start == found["b"].start


def test_only_those_asked_for_get_days():
    assert set(suggested(entry("a"), entry("b"), only={"b"})) == {"b"}


def test_a_person_with_little_time_gets_longer():
    busy = entry("a", 10.0, responsible="Frau Ö")
    assert weeks_for(busy, PlanFrame(days_per_person=6.6)) == 20
    assert weeks_for(entry("a", 10.0), PlanFrame(days_per_person=6.6)) == 5


def test_what_never_fits_is_placed_all_the_same():
    found = suggested(entry("a", 4.0), frame=PlanFrame(days_per_quarter=0.0))
    assert found["a"].start == MONDAY


AFTER = st.lists(st.sampled_from("abcdef"), max_size=2, unique=True)


@given(
    st.lists(
        st.tuples(st.floats(0, 9), AFTER, st.sampled_from(["", "X", "Y"])), min_size=1, max_size=6
    ),
    st.sampled_from([None, 12.0, 40.0]),
)
def test_a_suggested_plan_is_whole_in_order_and_within_capacity(drawn, capacity):
    keys = "abcdef"
    entries = [
        entry(keys[n], days, after=tuple(k for k in after if k < keys[n]), responsible=who)
        for n, (days, after, who) in enumerate(drawn)
    ]
    frame = PlanFrame(days_per_quarter=capacity, days_per_person=12.0)
    plan = plan_of(*suggested(*entries, frame=frame).values())
    assert set(plan) == {one.id for one in entries}
    assert all(one.start and one.due for one in plan.values())
    assert order_warnings(plan) == ()
    assert overloads(plan, frame) == ()
    assert unplaced(plan) == ()


def test_however_little_time_there_is_it_comes_to_an_end():
    keys = [f"k{n:03}" for n in range(60)]
    chain = [entry(k, 900.0, after=(b,)) for b, k in zip([keys[-1], *keys], keys, strict=False)]
    found = suggested(*chain, frame=PlanFrame(days_per_quarter=1e-300))
    assert 0 < len(found) < 60
    late = entry("z", start=date(2100, 12, 20))
    assert suggested(late).get("z") is None or suggested(late)["z"].due <= date(2100, 12, 31)


def test_what_does_not_fit_into_two_years_does_not_lie_on_top_of_each_other():
    found = suggested(*(entry(f"e{n:02}", 10.5) for n in range(40)))
    begins = [one.start for one in found.values()]
    assert max(begins.count(day) for day in begins) <= 3
    assert max(begins) < MONDAY + timedelta(weeks=104)
