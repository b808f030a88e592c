"""Dots beside each other: none on another, the same values at the same places."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.charts.swarm import DIAMETERS_PT, make_swarm

SIZE = {"unit_in": 1.0, "room_in": 0.5, "scale": 1.0}
tenths = st.lists(st.integers(0, 40).map(lambda n: n / 10), max_size=30)


def dots(values, **size):
    swarm = make_swarm([values], **{**SIZE, **size})
    return swarm.diameter_in, list(zip(values, swarm.lifts_in[0], strict=True))


@given(values=tenths)
def test_no_dot_lies_on_another_and_none_leaves_its_strip(values):
    diameter, placed = dots(values)
    for at, (x, y) in enumerate(placed):
        assert abs(y) + diameter / 2 <= SIZE["room_in"] / 2 + 1e-9
        if diameter > DIAMETERS_PT[-1] / 72 + 1e-9:
            for other_x, other_y in placed[at + 1 :]:
                assert abs(x - other_x) >= diameter - 1e-6 or abs(y - other_y) >= diameter - 1e-6


@given(values=tenths, seed=st.integers(0, 99))
def test_the_order_of_the_values_does_not_matter(values, seed):
    mixed = values.copy()
    Random(seed).shuffle(mixed)
    assert sorted(dots(values)[1]) == sorted(dots(mixed)[1])


def test_equal_values_are_stacked_around_the_line():
    diameter, placed = dots([2.0, 2.0, 2.0])
    assert sorted(y for _, y in placed) == pytest.approx([-diameter, 0, diameter])


def test_all_lines_have_dots_of_one_size():
    full = make_swarm([[1.0], [2.0] * 9], **SIZE)
    assert full.diameter_in < make_swarm([[1.0]], **SIZE).diameter_in
    assert full.lifts_in[0] == (0,)


def test_too_many_come_closer_instead_of_leaving():
    diameter, placed = dots([1.0] * 500)
    heights = [y for _, y in placed]
    assert len(set(heights)) == 500
    assert max(heights) + diameter / 2 <= SIZE["room_in"] / 2 + 1e-9


def test_without_values_there_is_nothing():
    assert make_swarm([[], []], **SIZE).lifts_in == ((), ())
