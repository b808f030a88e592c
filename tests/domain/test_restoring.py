"""What restoring would change, assessment by assessment."""

from dataclasses import replace
from datetime import date

from builders import OPEN, UNKNOWN, make_answer, make_answers, make_assessment
from hypothesis import given
from hypothesis import strategies as st
from kept_entries import FIELD, PLAN, SYSTEM

from kiassess.domain.assessment import Answer
from kiassess.domain.municipality import Municipality
from kiassess.domain.restoring import Effect, changes_anything, restore_effects

ITEMS = ("a.one", "a.two", "b.three")
IDS = {number: make_assessment(number).id for number in range(4)}


def content(given_by_number):
    """Assessments by id, each with the answers given."""
    return {
        IDS[number]: (make_assessment(number), make_answers(given), ())
        for number, given in given_by_number.items()
    }


contents = st.dictionaries(
    st.sampled_from(sorted(IDS)),
    st.dictionaries(st.sampled_from(ITEMS), st.sampled_from([0, 3, UNKNOWN, OPEN])),
).map(content)


def effect_of(now, then):
    """What happens to the only assessment there is."""
    (effect,) = restore_effects(now, then)
    return effect


@given(contents)
def test_the_same_changes_nothing(now):
    effects = restore_effects(now, now)
    assert {effect.effect for effect in effects} <= {Effect.SAME}
    assert sum(effect.differing for effect in effects) == 0
    assert not changes_anything(effects)


@given(contents, contents)
def test_each_assessment_is_told_once_those_of_today_first(now, then):
    told = [effect.assessment.id for effect in restore_effects(now, then)]
    assert told[: len(now)] == list(now)
    assert sorted(told) == sorted(now.keys() | then.keys())


@given(contents, contents)
def test_what_goes_there_comes_back_from_there(now, then):
    opposite = {Effect.BACK: Effect.GONE, Effect.GONE: Effect.BACK}
    there = {effect.assessment.id: effect for effect in restore_effects(now, then)}
    back = {effect.assessment.id: effect for effect in restore_effects(then, now)}
    for assessment_id, effect in there.items():
        other = back[assessment_id]
        assert other.effect is opposite.get(effect.effect, effect.effect)
        assert other.differing == effect.differing
        assert (other.answers_now, other.answers_then) == (effect.answers_then, effect.answers_now)


@given(contents, contents)
def test_only_the_same_counts_as_no_change(now, then):
    touched = {
        key: [a for a in answers.values() if a.touched] for key, (_, answers, _) in now.items()
    }
    for effect in restore_effects(now, then):
        assert (effect.effect is Effect.SAME) == (
            effect.assessment.id in now.keys() & then.keys() and not effect.differing
        )
        assert effect.answers_now == len(touched.get(effect.assessment.id, []))


def test_answers_that_differ_are_counted():
    now = content({1: {"a.one": 2, "a.two": 3}})
    then = content({1: {"a.one": 1, "b.three": UNKNOWN}})
    effect = effect_of(now, then)
    assert effect.effect is Effect.CHANGED
    assert (effect.answers_now, effect.answers_then, effect.differing) == (2, 2, 3)


def test_a_note_or_a_target_is_a_difference_too():
    now = content({1: {"a.one": 2}})
    for facts in ({"note": "so"}, {"target": 3}):
        (assessment, _, _) = now[IDS[1]]
        then = {IDS[1]: (assessment, {"a.one": make_answer("a.one", 2, **facts)}, ())}
        assert effect_of(now, then).differing == 1


def test_an_answer_nobody_gave_is_as_good_as_none():
    now = content({1: {}})
    then = {IDS[1]: (make_assessment(1), {"a.one": Answer("a.one")}, ())}
    assert effect_of(now, then).effect is Effect.SAME


def test_other_details_alone_are_a_change():
    for facts in (
        {"round_date": date(2027, 1, 1)},
        {"questionnaire_version": "2.0.0"},
        {"municipality": Municipality("Andersdorf")},
    ):
        now = content({1: {"a.one": 2}})
        (assessment, answers, entries) = now[IDS[1]]
        effect = effect_of(now, {IDS[1]: (replace(assessment, **facts), answers, entries)})
        assert (effect.effect, effect.differing) == (Effect.CHANGED, 0)
        assert effect.assessment == assessment  # as it is called today


def test_entries_that_differ_come_or_go_are_counted():
    (assessment, answers, _) = content({1: {"a.one": 2}})[IDS[1]]
    now = {IDS[1]: (assessment, answers, (PLAN, SYSTEM))}
    then = {IDS[1]: (assessment, answers, (replace(PLAN, note="x"), FIELD))}
    effect = effect_of(now, then)
    assert (effect.effect, effect.differing, effect.entries) == (Effect.CHANGED, 0, 3)
    assert effect_of(now, now).effect is Effect.SAME


def test_who_comes_back_is_told_as_it_was():
    then = content({2: {"a.one": 2}})
    effect = effect_of({}, then)
    assert (effect.effect, effect.answers_now, effect.answers_then) == (Effect.BACK, 0, 1)
    assert effect.assessment == then[IDS[2]][0]
    assert changes_anything([effect])
