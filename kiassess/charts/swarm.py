"""Dots on a line that would lie on each other, moved apart: the same values, the same places."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiassess.charts.lettering import POINTS_PER_INCH

DIAMETERS_PT = (8.0, 6.5, 5.0, 4.0, 3.0)
TOUCH = 1e-9  # dots may touch


@dataclass(frozen=True, slots=True)
class Swarm:
    """How far each dot is moved up or down.

    Attributes:
        diameter_in: Of every dot, in inches.
        lifts_in: For each line of dots, the way of each dot from the line, in inches, upwards.
    """

    diameter_in: float
    lifts_in: tuple[tuple[float, ...], ...]


def make_swarm(
    lines: Sequence[Sequence[float]], *, unit_in: float, room_in: float, scale: float
) -> Swarm:
    """Move dots apart, all of one size: as large as the fullest line allows.

    Where even the smallest ones need more room than there is, they come closer and overlap.

    Args:
        lines: The values on each line.
        unit_in: Inches a unit of the values.
        room_in: Height of a line in inches.
        scale: Size of the dots, 1.0 is normal.
    """
    *larger, smallest = (diameter * scale / POINTS_PER_INCH for diameter in DIAMETERS_PT)
    for diameter in larger:
        steps = [_steps(values, diameter / unit_in) for values in lines]
        if (2 * _tallest(steps) + 1) * diameter <= room_in:
            return Swarm(diameter, _lifts(steps, diameter))
    steps = [_steps(values, smallest / unit_in) for values in lines]
    fitting = (room_in - smallest) / (2 * max(1, _tallest(steps)))
    return Swarm(smallest, _lifts(steps, min(smallest, fitting)))


def _tallest(steps: Sequence[Sequence[int]]) -> int:
    return max((abs(step) for line in steps for step in line), default=0)


def _lifts(steps: Sequence[Sequence[int]], apart_in: float) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(step * apart_in for step in line) for line in steps)


def _steps(values: Sequence[float], width: float) -> list[int]:
    """The step of each dot: 0 on the line, then 1 above, 1 below, 2 above and so on.

    Args:
        values: In any order.
        width: Of a dot, in units of the values.
    """
    ends: list[float] = []  # of each step in the order they are tried, where its last dot ends
    found = [0] * len(values)
    for at in sorted(range(len(values)), key=lambda at: values[at]):
        left = values[at] - width / 2
        free = next((n for n, end in enumerate(ends) if end <= left + TOUCH), len(ends))
        ends[free : free + 1] = [values[at] + width / 2]
        found[at] = (free + 1) // 2 if free % 2 else -(free // 2)
    return found
