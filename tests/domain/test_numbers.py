"""The one rounding rule."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.numbers import rounded, rounded_to_half


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        pytest.param(2.25, 1, 2.3, id="half-goes-up"),
        pytest.param(2.35, 1, 2.4, id="half-in-decimal-though-not-in-binary"),
        pytest.param(0.5, 0, 1.0, id="not-to-even"),
        pytest.param(1.5, 0, 2.0, id="a-half-goes-up"),
        pytest.param(2.5, 0, 3.0, id="even-below"),
        pytest.param(-2.25, 1, -2.3, id="away-from-zero"),
        pytest.param(1.005, 2, 1.01, id="two-digits"),
        pytest.param(2.2499999999999996, 1, 2.3, id="noise-of-a-mean-is-no-difference"),
        pytest.param(2.249999999999999, 1, 2.3, id="noise-in-the-sixteenth-digit"),
        pytest.param(2.24999999999999, 1, 2.2, id="a-difference-in-the-fifteenth"),
        pytest.param(2.2499999, 1, 2.2, id="a-real-difference-is"),
        pytest.param(3, 1, 3.0, id="a-whole-number"),
        pytest.param(1234567.25, 1, 1234567.3, id="large"),
    ],
)
def test_halves_are_rounded_away_from_zero(value, digits, expected):
    assert rounded(value, digits) == expected


def test_one_decimal_is_usual():
    assert rounded(2.25) == 2.3


def test_nothing_is_shown_as_minus_zero():
    assert str(rounded(-0.04)) == "0.0"
    assert str(rounded(-0.0)) == "0.0"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.24, 0.0), (0.25, 0.5), (1.25, 1.5), (1.74, 1.5), (1.75, 2.0), (3.9, 4.0), (4.0, 4.0)],
)
def test_headlines_are_rounded_to_the_nearest_half(value, expected):
    assert rounded_to_half(value) == expected


@given(st.integers(-400_000, 400_000), st.integers(0, 3))
def test_rounding_is_that_of_decimal_arithmetic(thousandths, digits):
    exact = Decimal(thousandths) / 1000
    expected = exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    assert rounded(thousandths / 1000, digits) == float(expected)


@given(st.floats(0, 4), st.floats(0, 4))
def test_rounding_keeps_the_order(one, other):
    low, high = sorted((one, other))
    assert rounded(low) <= rounded(high)
    assert rounded_to_half(low) <= rounded_to_half(high)


@given(st.floats(-1e12, 1e12))
def test_rounding_twice_is_rounding_once(value):
    assert rounded(rounded(value)) == rounded(value)
    assert abs(rounded(value) - value) <= 0.05 + abs(value) * 1e-14
