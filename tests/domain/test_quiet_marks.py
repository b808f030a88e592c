"""Where fewer than five are limited in comparability, an anonymous comparison marks nobody."""

import pytest
from compared import QUESTIONNAIRE, town

from kiassess.domain.comparison import Note, compare
from kiassess.domain.quiet_marks import with_quiet_marks

LIMITED = {"data.one": 2, "data.two": 2, "infra.one": 2, "infra.two": 2, "strat.one": 2,
           "strat.two": 2, "strat.three": "N", "strat.four": 2}  # fmt: skip


def compared(n_limited, n_rounds=1):
    rounds = [
        town(LIMITED if number < n_limited else 2, number=number, id=f"{number}-{at}")
        for number in range(8)
        for at in range(n_rounds)
    ]
    return compare(rounds, {1: QUESTIONNAIRE})


def marks(comparison):
    return {part.id: sum(part.limited) for part in (*comparison.blocks, *comparison.areas)}


@pytest.mark.parametrize("n_rounds", [1, 2])
@pytest.mark.parametrize("few", [1, 4])
def test_marks_of_a_few_are_left_out_and_that_is_said(few, n_rounds):
    before = compared(few, n_rounds)
    assert marks(before)["RM"] == few * n_rounds
    found = with_quiet_marks(before)
    assert set(marks(found).values()) == {0}
    assert Note.LIMITED in before.notes
    assert Note.LIMITED not in found.notes
    assert Note.QUIET_MARKS in found.notes
    assert [b.values for b in found.blocks] == [b.values for b in before.blocks]
    assert [b.statistics for b in found.blocks] == [b.statistics for b in before.blocks]


@pytest.mark.parametrize("many", [0, 5, 8])
def test_marks_of_five_or_of_nobody_stay(many):
    before = compared(many)
    assert with_quiet_marks(before) == before
