"""Statistics of all and of each size class, as far as they may be told together."""

from dataclasses import replace
from statistics import median

from builders import make_item, make_questionnaire
from many_towns import Many, many_towns

from kiassess.domain.comparison import compare
from kiassess.domain.group_statistics import group_statistics
from kiassess.domain.municipality import SizeClass

QUESTIONNAIRE = make_questionnaire([make_item("data.0")])
POPULATIONS = {"s": 100, "m": 9_000, "l": 90_000, "?": None}


def told(sizes, levels=None):
    """What is told of towns of these sizes."""
    towns = [
        replace(
            one,
            levels=bytes([n % 5 if levels is None else levels[n]]),
            municipality=replace(one.municipality, population=POPULATIONS[size]),
        )
        for n, (size, one) in enumerate(
            zip(sizes, many_towns(Many(len(sizes)), QUESTIONNAIRE), strict=True)
        )
    ]
    found = group_statistics(compare(towns, {1: QUESTIONNAIRE}))
    assert {one.block_id for one in found} == {"A"}
    return {one.size_class: one.statistics for one in found}


def test_every_group_of_five_is_told():
    found = told("sssssmmmmmlllll")
    assert [found[None].n, *(found[size].n for size in SizeClass)] == [15, 5, 5, 5]
    assert found[SizeClass.SMALL].median == median([0, 1, 2, 3, 4])


def test_what_would_leave_a_few_is_not_told():
    found = told("sssssmmmmmll")
    assert found[None].n == 12
    assert found[SizeClass.SMALL].n == 5
    assert (found[SizeClass.MEDIUM], found[SizeClass.LARGE]) == (None, None)


def test_towns_of_unknown_size_are_protected_too():
    found = told("ssssssss??")
    assert found[None].n == 10
    assert found[SizeClass.SMALL] is None


def test_who_has_no_value_is_not_in_the_group():
    found = told("ssssssmmmmm", levels=[1, 1, 1, 1, 5, 5, 2, 2, 2, 2, 2])
    assert found[None].n == 9
    assert found[SizeClass.SMALL] is None
    assert found[SizeClass.MEDIUM] is None  # all without it would be the four small ones
