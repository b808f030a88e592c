"""Two years of a plan, by the steps to a strategy."""

from datetime import date

import pytest
from kept_entries import plan_of

from kiassess.domain.plan_checks import Quarter
from kiassess.domain.planning import PlanEntry
from kiassess.domain.roadmap import make_roadmap

TODAY = date(2026, 11, 22)


def test_it_begins_with_the_quarter_of_today_and_lasts_two_years():
    shown = make_roadmap({}, TODAY)
    assert (shown.first, shown.last) == (date(2026, 10, 1), date(2028, 9, 30))
    assert shown.quarters[0] == Quarter(2026, 4)
    assert shown.quarters[-1] == Quarter(2028, 3)
    assert shown.share(shown.first) == 0
    assert shown.share(TODAY) == pytest.approx(52 / 731)


def test_the_lanes_follow_the_steps_and_the_bars_their_days():
    day, later = date(2027, 1, 4), date(2027, 2, 1)
    plan = plan_of(
        PlanEntry("n", "N", start=day, due=later),
        PlanEntry("b", "B", step=5, start=later, due=later),
        PlanEntry("a", "A", step=5, start=day, due=later),
        PlanEntry("c", "C", step=1, due=later),
    )
    shown = make_roadmap(plan, TODAY)
    assert [lane.step for lane in shown.lanes] == [1, 5, None]
    assert [bar.entry.id for bar in shown.bars] == ["c", "a", "b", "n"]
    assert (shown.bars[0].start, shown.bars[0].due) == (later, later)


def test_what_lies_outside_is_told_apart():
    plan = plan_of(
        PlanEntry("past", "P", start=date(2026, 1, 1), due=date(2026, 9, 30)),
        PlanEntry("in", "I", start=date(2026, 9, 30), due=date(2026, 10, 1)),
        PlanEntry("on", "O", start=date(2028, 9, 30), due=date(2030, 1, 1)),
        PlanEntry("later", "L", start=date(2028, 10, 1)),
        PlanEntry("never", "N"),
    )
    shown = make_roadmap(plan, TODAY)
    assert [bar.entry.id for bar in shown.bars] == ["in", "on"]
    found = (shown.past, shown.later, shown.undated)
    assert [[one.id for one in ones] for ones in found] == [["past"], ["later"], ["never"]]
