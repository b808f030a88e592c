"""Days along an axis: as far apart as they are, their words never on top of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiassess.charts.lettering import SMALL_PT, text_width
from kiassess.domain.shown_comparison import ShownComparison

GAP_IN = 0.06


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Rounds along an axis; lengths in inches from its left end.

    Attributes:
        places_in: Where each round stands.
        words: What stands below it; empty where there is no room.
        width_in: Of the axis.
    """

    places_in: tuple[float, ...]
    words: tuple[str, ...]
    width_in: float


def make_time_axis(
    shown: ShownComparison, places: Sequence[int], width_in: float, scale: float
) -> TimeAxis:
    """The axis of some rounds, the oldest first.

    Args:
        shown: The comparison; an anonymous one tells no days, its rounds stand evenly.
        places: Of at least two rounds in it.
        width_in: Of the axis.
        scale: Size of the letters, 1.0 is normal.
    """
    days = [shown.comparison.chosen[at].round_date for at in places]
    words = [str(n) for n in range(1, len(days) + 1)]
    steps = list(range(len(days)))
    if not shown.anonymous and days[-1] > days[0]:
        steps = [(day - days[0]).days for day in days]
        words = _day_words(days)
    widths = [text_width(word, SMALL_PT * scale) for word in words]
    edge = max(widths) / 2 + GAP_IN
    found = tuple(edge + (width_in - 2 * edge) * step / steps[-1] for step in steps)
    fitting = fitting_words(found, widths)
    return TimeAxis(
        found, tuple(word if at in fitting else "" for at, word in enumerate(words)), width_in
    )


def fitting_words(middles: Sequence[float], widths: Sequence[float]) -> list[int]:
    """Which words can stand beside each other: the last, the first, then the others in turn.

    Args:
        middles: Where the words stand, in inches.
        widths: Of the words, in inches.
    """
    last = len(middles) - 1
    found: list[int] = []
    for at in dict.fromkeys((last, 0, *range(1, last))):
        needed = [(widths[at] + widths[other]) / 2 + GAP_IN for other in found]
        if all(abs(middles[at] - middles[o]) >= n for o, n in zip(found, needed, strict=True)):
            found.append(at)
    return found


def _day_words(days: Sequence[date]) -> list[str]:
    """Years where they tell the rounds apart, else months with their years."""
    years = [str(day.year) for day in days]
    if len(set(years)) == len(years):
        return years
    return [f"{day.month:02}/{day.year}" for day in days]
