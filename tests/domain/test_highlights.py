"""What stands out: what carries, where to begin, and where a good mean hides a gap."""

from builders import UNKNOWN, make_item, make_questionnaire, open_assessment
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.highlights import MOST, strengths, weak_foundations, weaknesses
from kiassess.domain.municipality import SizeClass
from kiassess.domain.profile import make_profile

WANTED = dict.fromkeys(SizeClass, 3)


def opened(*given, gates=(), targets=WANTED):
    items = [
        make_item(f"q.{number}", gate=number in gates, targets=targets)
        for number in range(len(given))
    ]
    questionnaire = make_questionnaire(items)
    answers = {f"q.{number}": value for number, value in enumerate(given)}
    return open_assessment(questionnaire, answers, population=9_000)


def ids(found):
    return [one.item.id for one in found]


def test_the_highest_answers_are_strengths():
    assert ids(strengths(opened(3, 4, 2, UNKNOWN, 0))) == ["q.1", "q.0"]


def test_a_missing_minimum_requirement_comes_before_larger_gaps():
    found = weaknesses(opened(0, 1, 2, 3, gates={1}))
    assert ids(found) == ["q.1", "q.0", "q.2"]
    assert [one.is_gate_missing for one in found] == [True, False, False]
    assert [one.gap for one in found] == [2, 3, 1]


def test_what_has_reached_its_target_is_no_weakness():
    low = dict.fromkeys(SizeClass, 1)
    assert weaknesses(opened(1, 1, targets=low)) == ()
    assert weaknesses(opened(UNKNOWN, "-")) == ()


@given(st.lists(st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, "-"]), max_size=20))
def test_nothing_unknown_stands_out_and_never_too_much(values):
    one = opened(*values)
    for found in (strengths(one), weaknesses(one)):
        assert len(found) <= MOST
        assert all(isinstance(values[int(h.item.id[2:])], int) for h in found)
    assert not set(ids(strengths(one))) & set(ids(weaknesses(one)))


def test_a_good_mean_without_a_foundation_is_seen():
    assert [b.id for b in weak_foundations(make_profile(opened(4, 4, 4, 0, 0)))] == ["A"]
    assert weak_foundations(make_profile(opened(3, 3, 3))) == ()
    assert weak_foundations(make_profile(opened(1, 1, 0, 0))) == ()
    assert weak_foundations(make_profile(opened(UNKNOWN, UNKNOWN))) == ()
