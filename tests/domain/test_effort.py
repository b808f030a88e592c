"""Person-days: by class, by size, and shared with others."""

import pytest

from kiassess.domain.effort import FACTORS, HALF_DAYS, Scale
from kiassess.domain.measures import Effort


@pytest.mark.parametrize(
    ("population", "factor"),
    [
        (None, 1.0),
        (0, 0.6),
        (4_999, 0.6),
        (5_000, 1.0),
        (20_000, 1.0),
        (20_001, 1.5),
        (100_000, 1.5),
        (100_001, 2.0),
        (3_000_000, 2.0),
    ],
)
def test_a_small_municipality_has_less_to_do_and_a_large_one_more(population, factor):
    assert Scale(population).factor == factor


@pytest.mark.parametrize(
    ("neighbours", "share"), [(0, 1.0), (1, 1.6 / 2), (2, 2.2 / 3), (9, 6.4 / 10)]
)
def test_every_further_partner_adds_60_percent_and_all_bear_the_same(neighbours, share):
    assert Scale(9_000, neighbours).factor == pytest.approx(share, abs=1e-12)


def test_each_class_counts_with_the_middle_of_its_range():
    days = {effort: Scale().days_of(effort) for effort in Effort}
    assert days == {"XS": 1, "S": 3.5, "M": 10.5, "L": 28, "XL": 60}
    assert all(days[effort] == HALF_DAYS[effort] / 2 for effort in Effort)


def test_a_class_is_worth_twice_the_one_before():
    assert list(FACTORS.values()) == [1, 2, 4, 8, 16]
    assert list(FACTORS) == list(HALF_DAYS) == list(Effort)


@pytest.mark.parametrize("population", [None, 4_000, 50_000, 200_000])
@pytest.mark.parametrize("neighbours", [0, 1, 2, 7])
def test_days_are_enough_for_what_they_were_worked_out_from(population, neighbours):
    scale = Scale(population, neighbours)
    for half_days in range(300):
        assert scale.half_days_within(scale.days(half_days)) == half_days
