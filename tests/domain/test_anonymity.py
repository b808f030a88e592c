"""What an anonymous comparison tells, and what nobody can work out from it."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from builders import make_item, make_questionnaire
from hypothesis import given, settings
from hypothesis import strategies as st
from many_towns import Many, many_towns

from kiassess.domain.anonymity import (
    alias_numbers,
    anonymous_choice,
    row_marks,
    shared,
    tellable_groups,
)
from kiassess.domain.assessment import AiInUse
from kiassess.domain.compared_round import body_of
from kiassess.domain.comparison import compare
from kiassess.domain.gate_statuses import gate_rows
from kiassess.domain.kinds import Extent, NotApplicableRule
from kiassess.domain.levels_row import NOT_APPLICABLE, UNKNOWN
from kiassess.domain.municipality import SizeClass
from kiassess.domain.profile import GateStatus

QUESTIONNAIRE = make_questionnaire([make_item("data.0")])


def towns(n, rounds=1):
    return [replace(one, extent=Extent.FULL) for one in many_towns(Many(n, rounds), QUESTIONNAIRE)]


def numbers(chosen, salt=0):
    bodies = {body_of(one.municipality) for one in chosen}
    return alias_numbers({b: (hash((b, salt)) % 2**64).to_bytes(8, "big") for b in bodies})


# --- aliases and rows


def test_numbers_follow_the_secrets_alone():
    secrets = {("a",): b"3" * 8, ("b",): b"1" * 8, ("c",): b"2" * 8}
    expected = {("b",): 1, ("c",): 2, ("a",): 3}
    assert alias_numbers(secrets) == expected
    assert alias_numbers(dict(reversed(secrets.items()))) == expected


@pytest.mark.parametrize("secrets", [{("a",): b"short"}, {("a",): b"1" * 8, ("b",): b"1" * 8}])
def test_weak_secrets_are_refused(secrets):
    with pytest.raises(ValueError, match="secret"):
        alias_numbers(secrets)


def test_rows_go_by_number_whatever_the_order_before():
    chosen = towns(12, 2)
    given_numbers = numbers(chosen)
    found = anonymous_choice(chosen, given_numbers)
    assert found == anonymous_choice(list(reversed(chosen)), given_numbers)
    places = [given_numbers[body_of(one.municipality)] for one in found]
    assert places == sorted(places)
    assert len(found) == 24


def test_an_unusual_number_of_rounds_tells_nobody():
    chosen = [*towns(8, 2)[:14], *towns(9)[8:]]  # seven towns with two rounds, two with one
    found = anonymous_choice(chosen, numbers(chosen))
    assert len(found) == len({body_of(one.municipality) for one in found}) == 8


def test_quick_checks_are_left_out():
    chosen = towns(9)
    chosen[3] = replace(chosen[3], extent=Extent.QUICK)
    found = {one.id for one in anonymous_choice(chosen, numbers(chosen))}
    assert found == {one.id for one in chosen} - {chosen[3].id}


@pytest.mark.parametrize(
    ("few", "kept"), [pytest.param(4, False, id="four"), pytest.param(5, True, id="five")]
)
def test_what_few_say_about_ai_counts_for_nobody(few, kept):
    said = [AiInUse.NO] * few + [AiInUse.YES] * 6
    chosen = [replace(one, ai_in_use=ai) for one, ai in zip(towns(few + 6), said, strict=True)]
    found = {one.id: one.ai_in_use for one in anonymous_choice(chosen, numbers(chosen))}
    assert found == {one.id: one.ai_in_use if kept else AiInUse.YES for one in chosen}


def test_no_gate_tells_who_alone_uses_no_ai():
    rule = NotApplicableRule.WHILE_NO_AI
    questionnaire = make_questionnaire([make_item("data.0", gate=True, not_applicable=rule)])
    chosen = [
        replace(one, levels=bytes([level]), ai_in_use=AiInUse.YES)
        for one, level in zip(towns(6), [NOT_APPLICABLE, UNKNOWN, 0, 1, 2, 4], strict=True)
    ]
    chosen[0] = replace(chosen[0], ai_in_use=AiInUse.NO)
    ((told,), (known,)) = (
        gate_rows(compare(some, {1: questionnaire}))
        for some in (anonymous_choice(chosen, numbers(chosen)), chosen)
    )
    assert known.statuses[0] is GateStatus.BEFORE_FIRST_USE
    assert GateStatus.BEFORE_FIRST_USE not in told.statuses
    assert told.statuses.count(GateStatus.UNCLEAR) == 2  # who does not know looks the same


# --- where groups cross


SIZES = (900, 9_000, 90_000, None)


def sized(populations, rounds=None, uses=None):
    """A town for each population, with as many rounds, and what it said about AI."""
    chosen = towns(len(populations), 2)
    return [
        replace(
            one,
            municipality=replace(one.municipality, population=populations[town]),
            ai_in_use=AiInUse.YES if uses is None else uses[town],
        )
        for town in range(len(populations))
        for one in chosen[2 * town : 2 * town + (1 if rounds is None else rounds[town])]
    ]


def sizes_told(chosen):
    found = anonymous_choice(chosen, numbers(chosen))
    return Counter(mark[0] for mark in row_marks(found).values())


def test_sizes_are_kept_where_five_share_all_that_is_told():
    small, large = SizeClass.SMALL, SizeClass.LARGE
    assert sizes_told(sized([900] * 5 + [90_000] * 6)) == {small: 5, large: 6}
    twice = [2] * 5 + [1] * 6
    assert sizes_told(sized([900] * 5 + [90_000] * 6, twice)) == {small: 5, large: 6}


def test_the_only_small_town_with_two_rounds_is_not_found():
    rounds = [2, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1]
    chosen = sized([900] * 5 + [90_000] * 6, rounds)
    found = anonymous_choice(chosen, numbers(chosen))
    assert len(found) == len(chosen)  # all rounds are told, but no sizes
    assert {one.size_class for one in found} == {None}


def test_the_only_small_town_without_ai_is_not_found():
    uses = [AiInUse.NO, *[AiInUse.YES] * 4, *[AiInUse.NO] * 5, *[AiInUse.YES] * 5]
    assert sizes_told(sized([900] * 5 + [90_000] * 10, uses=uses)) == {None: 15}


def test_as_many_classes_as_possible_are_kept():
    small, medium = SizeClass.SMALL, SizeClass.MEDIUM
    assert sizes_told(sized([900] * 6 + [9_000] * 7 + [90_000] * 5))[medium] == 7
    # Three large ones must not be what is left: one class more goes with them.
    assert sizes_told(sized([900] * 6 + [9_000] * 7 + [90_000] * 3)) == {small: 6, None: 10}


@given(
    st.lists(
        st.tuples(st.sampled_from(SIZES), st.integers(1, 2), st.sampled_from([*AiInUse, None])),
        min_size=5,
        max_size=40,
    )
)
def test_what_rows_tell_and_size_together_are_shared_by_five(facts):
    chosen = sized(*zip(*facts, strict=True))
    found = anonymous_choice(chosen, numbers(chosen))
    assert shared(row_marks(found).values())


# --- groups


def group(*ranges):
    return {n for start, end in ranges for n in range(start, end)}


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        pytest.param([group((0, 4))], [False], id="four"),
        pytest.param([set()], [False], id="nobody"),
        pytest.param([group((0, 5))], [True], id="five"),
        pytest.param([group((0, 9)), group((0, 5))], [True, False], id="all-but-four"),
        pytest.param([group((0, 10)), group((0, 5))], [True, True], id="all-but-five"),
        pytest.param([group((0, 9)), group((0, 9))], [True, True], id="the-same-twice"),
        pytest.param(
            [group((0, 13)), group((0, 5)), group((5, 10))],
            [True, True, False],
            id="three-are-left",
        ),
        pytest.param([group((0, 8)), group((4, 12))], [True, False], id="overlap-with-small-rests"),
        pytest.param([group((0, 15)), group((5, 20))], [True, True], id="overlap"),
        pytest.param(
            [group((0, 20)), group((0, 10)), group((0, 4), (10, 16))],
            [True, True, True],
            id="four-in-common-that-nobody-can-work-out",
        ),
        pytest.param(
            [group((0, 20)), group((0, 10)), group((10, 20))], [True] * 3, id="both-halves-and-all"
        ),
    ],
)
def test_groups_that_would_give_a_few_away_are_left_out(groups, told):
    assert list(tellable_groups(groups)) == told


def test_many_small_cells_are_never_told():
    groups = [{n for n in range(2**7) if n >> bit & 1} for bit in range(7)]
    assert not all(tellable_groups(groups))


@settings(max_examples=60)
@given(st.lists(st.sets(st.integers(0, 15)), max_size=4))
def test_no_sum_or_difference_of_groups_told_is_a_small_group(groups):
    told = [g for g, fine in zip(groups, tellable_groups(groups), strict=True) if fine]
    rows = [[int(n in g) for n in range(16)] for g in told]
    rank = rank_of(rows)
    cells = Counter(tuple(row[n] for row in rows) for n in range(16))
    small = [cell for cell, n in cells.items() if n < 5 and any(cell)]
    for size in range(1, 5):
        for some in combinations(small, size):
            if sum(cells[cell] for cell in some) < 5:
                few = [int(tuple(row[n] for row in rows) in some) for n in range(16)]
                assert rank_of([*rows, few]) == rank + 1


def rank_of(rows):
    """The rank by exact fractions, another way than the program takes."""
    from fractions import Fraction

    rest, rank = [[Fraction(v) for v in row] for row in rows], 0
    for column in range(16):
        pivot = next((r for r in rest if r[column]), None)
        if pivot is None:
            continue
        rest.remove(pivot)
        rest = [
            [a - r[column] / pivot[column] * b for a, b in zip(r, pivot, strict=True)] for r in rest
        ]
        rank += 1
    return rank
