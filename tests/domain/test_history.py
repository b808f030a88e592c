"""What can be taken back and done again follows from the steps alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOON, make_answer, make_item, make_questionnaire, open_assessment
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.assessment import AiInUse, Answer, AnswerState, Confidence, Evidence
from kiassess.domain.history import (
    TYPING_SECONDS,
    Change,
    Entry,
    Stacks,
    Step,
    StepHead,
    StepKind,
    Subject,
    can_return,
    changes_anything,
    goes_on,
    is_typing,
    stacks,
    together,
)
from kiassess.domain.kinds import NotApplicableRule
from kiassess.domain.states import FrozenState

ITEM = "data.one"


def head(number, kind=StepKind.ANSWER, **facts):
    return StepHead(number, kind, NOON, **facts)


def change(before, after, item_id=ITEM):
    return Change(Subject.ANSWER, item_id, before, after)


def step(number, before, after, *, at=NOON, kind=StepKind.ANSWER):
    return Step(StepHead(number, kind, at), (change(before, after),))


# --- stacks

COMMANDS = st.lists(st.sampled_from(["do", "type on", "undo", "redo"]), max_size=60)


def heads_of(commands):
    """The steps that commands make; what cannot be done makes none."""
    heads = []
    for command in commands:
        number, known = len(heads) + 1, stacks(heads)
        if command == "undo" and known.undo:
            heads.append(head(number, StepKind.UNDO, undoes=known.undo[-1][0]))
        elif command == "redo" and known.redo:
            heads.append(head(number, StepKind.REDO, undoes=known.redo[-1][0]))
        elif command in {"do", "type on"}:
            last = heads[-1].kind if heads else None
            heads.append(head(number, joins=command == "type on" and last is StepKind.ANSWER))
    return heads


def test_nothing_done_is_nothing_to_take_back():
    assert stacks([]) == Stacks()


def test_what_goes_on_is_taken_back_together():
    heads = [head(1), head(2, joins=True), head(3)]
    assert stacks(heads) == Stacks(undo=((1, 2), (3,)))


def test_something_new_leaves_nothing_to_do_again():
    heads = [head(1), head(2, StepKind.UNDO, undoes=1), head(3)]
    assert stacks(heads) == Stacks(undo=((3,),))


@given(COMMANDS)
def test_taking_back_and_doing_again_is_nothing(commands):
    heads = heads_of(commands)
    before = stacks(heads)
    if before.undo:
        assert stacks(heads_of_more(heads, StepKind.UNDO, StepKind.REDO)) == before


def heads_of_more(heads, *kinds):
    more = [head(len(heads) + n, kind, undoes=1) for n, kind in enumerate(kinds, start=1)]
    return [*heads, *more]


@given(COMMANDS)
def test_no_step_stands_in_two_places(commands):
    heads = heads_of(commands)
    known = stacks(heads)
    numbers = [n for group in (*known.undo, *known.redo) for n in group]
    made = {h.number for h in heads if h.kind not in {StepKind.UNDO, StepKind.REDO}}
    assert len(numbers) == len(set(numbers))
    assert set(numbers) <= made


@given(COMMANDS)
def test_everything_can_be_taken_back_in_the_reverse_order(commands):
    heads = heads_of(commands)
    groups = stacks(heads).undo
    assert [n for group in groups for n in group] == sorted(n for group in groups for n in group)
    emptied = stacks(heads_of_more(heads, *[StepKind.UNDO] * len(groups)))
    assert emptied.undo == ()
    assert emptied.redo[-len(groups) :] == groups[::-1] if groups else True


# --- what several steps changed together


def test_several_steps_count_as_one_from_the_first_to_the_last():
    one, two, three = (make_answer(ITEM, level) for level in (1, 2, 3))
    assert together([step(1, one, two), step(2, two, three)]) == (change(one, three),)


def test_each_thing_is_told_once():
    first, other = make_answer(ITEM, 1), make_answer("data.two", 1)
    steps = [step(1, None, first), Step(head(2), (change(None, other, "data.two"),))]
    assert [c.item_id for c in together(steps)] == [ITEM, "data.two"]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (None, make_answer(ITEM, 1), True),
        (make_answer(ITEM, 1), make_answer(ITEM, 1), False),
        (None, Answer(ITEM), False),
        (Answer(ITEM), None, False),
        (make_answer(ITEM, 1), None, True),
    ],
)
def test_an_answer_that_says_nothing_is_like_none(before, after, changed):
    assert changes_anything([change(before, after)]) is changed


# --- typing


TYPED = make_answer(ITEM, 2, note="a")


@pytest.mark.parametrize(
    ("facts", "typing"),
    [
        ({"note": "ab"}, True),
        ({"responsible": "Hauptamt"}, True),
        ({"evidence": Evidence(pointer="Akte 7")}, True),
        ({"level": 3}, False),
        ({"target": 4}, False),
        ({"confidence": Confidence.SURE}, False),
        ({"evidence": Evidence(dated=NOON.date())}, False),
    ],
)
def test_typing_is_what_changes_nothing_but_text(facts, typing):
    assert is_typing(TYPED, replace(TYPED, **facts)) is typing


def test_a_reason_that_is_typed_further_is_typing():
    before = make_answer(ITEM, "N", reason="kein")
    assert is_typing(before, replace(before, reason="kein Bedarf"))


@pytest.mark.parametrize(("seconds", "joined"), [(0, True), (TYPING_SECONDS, True), (61, False)])
def test_typing_goes_on_within_a_minute(seconds, joined):
    further = replace(TYPED, note="ab")
    last = step(1, replace(TYPED, note=""), TYPED)
    assert goes_on(last, TYPED, further, NOON + timedelta(seconds=seconds)) is joined


def test_a_clock_that_was_put_back_joins_nothing():
    last = step(1, replace(TYPED, note=""), TYPED)
    assert not goes_on(last, TYPED, replace(TYPED, note="ab"), NOON - timedelta(seconds=1))


@pytest.mark.parametrize(
    "last",
    [
        None,
        step(1, make_answer(ITEM, 1), TYPED),  # a level was chosen
        step(1, replace(TYPED, note=""), TYPED, kind=StepKind.REDO),
        Step(head(1), (change(None, make_answer("data.two", 1, note="a"), "data.two"),)),
    ],
)
def test_typing_starts_anew_after_anything_else(last):
    assert not goes_on(last, TYPED, replace(TYPED, note="ab"), NOON)


# --- an earlier answer given again


def asking(**facts):
    return make_questionnaire([make_item(ITEM, **facts)])


def entry_of(answer, questionnaire=None):
    asked = questionnaire or asking()
    return Entry(head(1), None, answer, asked, asked)


def test_an_earlier_answer_may_return():
    opened = open_assessment(asking(), {ITEM: 3})
    assert can_return(entry_of(make_answer(ITEM, 2)), opened)
    assert can_return(entry_of(make_answer(ITEM, 3, note="x")), opened)


@pytest.mark.parametrize("answer", [None, Answer(ITEM), make_answer(ITEM, 3)])
def test_what_says_nothing_new_does_not_return(answer):
    assert not can_return(entry_of(answer), open_assessment(asking(), {ITEM: 3}))


def test_an_answer_to_other_words_does_not_return():
    opened = open_assessment(asking(), {ITEM: 3})
    other = asking()
    item = replace(other.item(ITEM), levels=("a", "b", "c", "d", "e"))
    then = make_questionnaire([item])
    assert not can_return(entry_of(make_answer(ITEM, 2), then), opened)
    gone = make_questionnaire([make_item("data.two")])
    assert not can_return(entry_of(make_answer(ITEM, 2), gone), opened)
    assert not can_return(entry_of(make_answer(ITEM, 2)), open_assessment(gone, {}))


@pytest.mark.parametrize(("ai", "may"), [(AiInUse.NO, True), (AiInUse.YES, False)])
def test_does_not_apply_returns_where_it_may_be_answered(ai, may):
    asked = asking(not_applicable=NotApplicableRule.WHILE_NO_AI)
    opened = open_assessment(asked, {ITEM: 3}, ai_in_use=ai)
    assert can_return(entry_of(make_answer(ITEM, "N"), asked), opened) is may


def test_nothing_returns_into_a_frozen_state():
    opened = open_assessment(asking(), {ITEM: 3})
    frozen = replace(opened, state=FrozenState("Stand", NOON, "", "1.0.0"))
    assert opened.answer(ITEM).state is AnswerState.ANSWERED
    assert not can_return(entry_of(make_answer(ITEM, 2)), frozen)
