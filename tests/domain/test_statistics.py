"""Medians and quartiles against another implementation, and silence about small groups."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.statistics import Statistics, quantile, statistics_of

LEVELS = st.floats(0, 4, allow_nan=False)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([], Statistics(0), id="nothing"),
        pytest.param([1.0] * 4, Statistics(4), id="four-are-too-few"),
        pytest.param([4.0, 1.0, 2.0, 1.0, 3.0], Statistics(5, 2.0), id="a-median-from-five"),
        pytest.param([None, 1.0, 1.0, 1.0, 1.0], Statistics(4), id="no-value-does-not-count"),
        pytest.param([float(n % 4) for n in range(11)], Statistics(11, 1.0), id="eleven"),
        pytest.param(
            [float(n) / 4 for n in range(12)],
            Statistics(12, 1.375, (0.6875, 2.0625)),
            id="quartiles-from-twelve",
        ),
    ],
)
def test_a_small_group_is_kept_quiet(values, expected):
    assert statistics_of(values) == expected
    assert statistics_of(values).suppressed == (expected.n < 5)


@given(st.lists(LEVELS, min_size=12, max_size=80))
def test_quartiles_agree_with_another_implementation(values):
    lower, middle, upper = statistics.quantiles(values, n=4, method="inclusive")
    found = statistics_of(values)
    assert found.quartiles == pytest.approx((lower, upper), abs=1e-12)
    assert found.median == pytest.approx(middle, abs=1e-12)
    assert found.median == pytest.approx(statistics.median(values), abs=1e-12)


@given(st.lists(LEVELS, min_size=1, max_size=30), st.floats(0, 1))
def test_a_quantile_lies_among_the_values(values, share):
    ordered = sorted(values)
    assert ordered[0] - 1e-12 <= quantile(ordered, share) <= ordered[-1] + 1e-12
    assert quantile(ordered, 0) == ordered[0]
    assert quantile(ordered, 1) == ordered[-1]


@given(st.lists(LEVELS, min_size=5, max_size=30), st.randoms())
def test_the_order_of_the_values_does_not_matter(values, chance):
    mixed = list(values)
    chance.shuffle(mixed)
    assert statistics_of(mixed) == statistics_of(values)
