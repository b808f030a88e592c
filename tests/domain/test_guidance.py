"""Which quarter of the scale a value belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.guidance import BANDS, band_of


@pytest.mark.parametrize(
    ("score", "band"), [(0, 0), (0.999, 0), (1, 1), (1.99, 1), (2, 2), (2.5, 2), (3, 3), (4, 3)]
)
def test_a_quarter_begins_at_its_level(score, band):
    assert band_of(score) == band


@given(st.floats(0, 4), st.floats(0, 4))
def test_more_is_never_in_a_lower_quarter(one, other):
    assert 0 <= band_of(min(one, other)) <= band_of(max(one, other)) < BANDS
