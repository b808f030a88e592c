from builders import OPEN, UNKNOWN
from towns import GIVEN, small_town

from kiassess.domain.highlights import Highlight
from kiassess.domain.next_steps import MOST_OF_EACH, Clarify, next_steps


def told(opened):
    """The items in their order, with what is to be done."""
    return [
        (step.item.id, "improve" if isinstance(step, Highlight) else step.state)
        for step in next_steps(opened)
    ]


def test_minimum_requirements_come_first_and_what_is_merely_open_last():
    given = {**GIVEN, "data.one": 1, "data.two": UNKNOWN, "strat.three": UNKNOWN}
    assert told(small_town(given)) == [
        ("data.one", "improve"),  # a minimum requirement that is missing
        ("strat.three", "unknown"),  # one that nobody has settled
        ("data.two", "unknown"),
        ("strat.one", "improve"),
        ("strat.two", "improve"),
        ("strat.four", "open"),
    ]


def test_there_are_at_most_three_of_each():
    steps = next_steps(small_town({item: 0 if item < "infra.two" else OPEN for item in GIVEN}))
    kinds = [type(step) for step in steps]
    assert kinds.count(Highlight) == kinds.count(Clarify) == MOST_OF_EACH


def test_where_all_is_reached_there_is_nothing_to_do():
    assert next_steps(small_town(dict.fromkeys(GIVEN, 4))) == ()


def test_an_improvement_never_passes_the_top_level():
    for step in next_steps(small_town(dict.fromkeys(GIVEN, 3), population=30_000)):
        assert step.next_level <= 4
