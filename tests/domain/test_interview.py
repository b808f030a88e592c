"""Who is asked what: every question still unknown or open, once, by the role that knows best."""

from dataclasses import replace

import pytest
from builders import (
    NOT_APPLICABLE,
    OPEN,
    UNKNOWN,
    make_item,
    make_questionnaire,
    open_assessment,
)
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.assessment import AnswerState
from kiassess.domain.interview import interview_plan
from kiassess.domain.kinds import Extent
from kiassess.domain.questionnaire import Role

ROLES = (Role("BM", "Mayor"), Role("IT", "IT office"), Role("DSB", "Data protection"))
STATES = {UNKNOWN: AnswerState.UNKNOWN, OPEN: AnswerState.OPEN}


def opened(given, *, extent=Extent.FULL, roles=ROLES):
    """An assessment of items; each is given as its answer and what else is to be said of it."""
    items = [make_item(f"data.i{n}", **facts) for n, (_, facts) in enumerate(given)]
    answers = {item.id: answer for item, (answer, _) in zip(items, given, strict=True)}
    questionnaire = replace(make_questionnaire(items), roles=roles)
    return open_assessment(questionnaire, answers, extent=extent)


def asked(plan):
    """Ids of the items by role."""
    return {one.role_id: [entry.item.id for entry in one.items] for one in plan}


def test_the_first_role_is_asked_in_the_order_of_the_roles():
    plan = interview_plan(
        opened(
            [
                (UNKNOWN, {"roles": ("DSB", "IT")}),
                (OPEN, {}),
                (OPEN, {"roles": ("IT",)}),
                (UNKNOWN, {"roles": ("DSB",)}),
                (2, {"roles": ("BM",)}),
            ]
        )
    )
    assert [one.role_id for one in plan] == ["IT", "DSB", ""]
    assert [one.role_name for one in plan] == ["IT office", "Data protection", ""]
    assert asked(plan)["DSB"] == ["data.i0", "data.i3"]


def test_unknown_and_open_stay_apart_and_others_who_may_know_are_named():
    (interview,) = interview_plan(
        opened([(UNKNOWN, {"roles": ("IT", "DSB", "BM")}), (OPEN, {"roles": ("IT",)})])
    )
    first, second = interview.items
    assert (first.state, first.also_know) == (AnswerState.UNKNOWN, ("Data protection", "Mayor"))
    assert (second.state, second.also_know) == (AnswerState.OPEN, ())


@pytest.mark.parametrize("answer", [0, 4, NOT_APPLICABLE])
def test_what_is_settled_is_not_asked_again(answer):
    assert interview_plan(opened([(answer, {"roles": ("IT",)})])) == ()


def test_what_the_extent_leaves_out_is_not_asked():
    full = frozenset({Extent.FULL})
    given = [(OPEN, {"roles": ("IT",), "extents": full}), (OPEN, {"roles": ("IT",)})]
    assert asked(interview_plan(opened(given, extent=Extent.QUICK))) == {"IT": ["data.i1"]}


def test_a_role_the_questionnaire_does_not_list_keeps_its_questions():
    plan = interview_plan(opened([(OPEN, {"roles": ("XY",)}), (OPEN, {})]))
    assert [(one.role_id, one.role_name) for one in plan] == [("XY", "XY"), ("", "")]


def test_each_document_is_named_once_in_the_order_of_the_questions():
    (interview,) = interview_plan(
        opened(
            [
                (OPEN, {"roles": ("IT",), "evidence": ("List", "Contract")}),
                (UNKNOWN, {"roles": ("IT",), "evidence": ("Minutes", "List")}),
            ]
        )
    )
    assert interview.documents == ("List", "Contract", "Minutes")


@pytest.mark.parametrize(("questions", "minutes"), [(1, 5), (10, 5), (12, 10), (30, 20)])
def test_an_interview_takes_as_long_as_its_questions(questions, minutes):
    (interview,) = interview_plan(opened([(OPEN, {"roles": ("IT",)})] * questions))
    assert interview.minutes == minutes


GIVEN = st.tuples(
    st.sampled_from([UNKNOWN, OPEN, NOT_APPLICABLE, 0, 1, 2, 3, 4]),
    st.fixed_dictionaries(
        {
            "roles": st.lists(st.sampled_from(["BM", "IT", "DSB", "XY"]), unique=True).map(tuple),
            "extents": st.sampled_from([frozenset(Extent), frozenset({Extent.FULL})]),
        }
    ),
)


@given(st.lists(GIVEN, min_size=1, max_size=12), st.sampled_from(Extent))
def test_every_unknown_or_open_question_asked_is_in_exactly_one_interview(given, extent):
    found = opened(given, extent=extent)
    plan = interview_plan(found)
    planned = {entry.item.id: entry.state for interview in plan for entry in interview.items}
    assert planned == {
        item.id: found.answer(item.id).state
        for item in found.items()
        if found.answer(item.id).state in STATES.values()
    }
    assert sum(len(interview.items) for interview in plan) == len(planned)
    assert all(interview.items for interview in plan)
    assert len({interview.role_id for interview in plan}) == len(plan)
    for interview in plan:
        for entry in interview.items:
            assert (entry.item.roles[:1] or ("",))[0] == interview.role_id
