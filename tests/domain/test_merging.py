"""Two histories of one assessment: whoever changed an answer alone is right, nothing is lost."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import NOON, NOT_APPLICABLE, UNKNOWN, make_answer
from hypothesis import given
from hypothesis import strategies as st
from kept_entries import FIELD, PLAN, SYSTEM, USE_CASE
from packages import (
    OTHER_FACTS,
    answered,
    begun,
    everything,
    frozen,
    full,
    heard,
    kept,
    mark_of,
    moved,
    then,
    undone,
)

from kiassess.domain.assessment import AiInUse, Answer
from kiassess.domain.entries import KeptEntry
from kiassess.domain.entry_tables import key_of
from kiassess.domain.history import StepKind, Subject, stacks
from kiassess.domain.kinds import Extent
from kiassess.domain.merge_plan import Difference, MergeKind, OnConflict
from kiassess.domain.merging import compare_packages, new_states
from kiassess.domain.municipality import Municipality, OrganisationType, SizeClass, size_class
from kiassess.domain.package import FACTS, anonymous, broken_step

SAME, HERE, THERE, BOTH = Difference
BASE = answered(begun(), ("data.one", 1), ("data.two", 2))


def differences(here, there):
    """How the answers compare, by item id."""
    plan = compare_packages(here, there)
    return {one.key[1] or "facts": one.difference for one in plan.compared}


def merged(here, there, on_conflict=OnConflict.ASK):
    """What is here after an import."""
    plan = compare_packages(here, there)
    if plan.kind in {MergeKind.NEW, MergeKind.CONTINUED}:
        return there
    taken = plan.taken(on_conflict)
    return then(here, StepKind.IMPORT, taken) if taken else here


# --- whole assessments


def test_what_is_not_here_is_new():
    plan = compare_packages(None, BASE)
    assert plan.kind is MergeKind.NEW
    assert plan.counts()[THERE] == 2
    assert plan.changes_anything(OnConflict.KEEP)


@pytest.mark.parametrize("package", [begun(), BASE, everything()], ids=["begun", "base", "all"])
def test_what_is_here_already_is_the_same(package):
    plan = compare_packages(package, package)
    assert plan.kind is MergeKind.SAME
    assert {one.difference for one in plan.compared} <= {SAME}
    assert not plan.changes_anything(OnConflict.TAKE)


def test_steps_that_follow_ours_are_a_continuation():
    there = answered(BASE, ("data.one", 3), ("data.new", UNKNOWN))
    plan = compare_packages(BASE, there)
    assert plan.kind is MergeKind.CONTINUED
    assert plan.common == 2
    assert differences(BASE, there) == {
        "facts": SAME, "data.one": THERE, "data.two": SAME, "data.new": THERE,
    }  # fmt: skip


def test_from_an_older_file_nothing_is_taken():
    here = answered(BASE, ("data.one", 3))
    plan = compare_packages(here, BASE)
    assert plan.kind is MergeKind.MIXED
    assert plan.of(HERE)
    assert plan.taken(OnConflict.TAKE) == {}
    assert not plan.changes_anything(OnConflict.TAKE)


def test_steps_that_follow_ours_but_do_not_lead_there_are_no_continuation():
    there = answered(BASE, ("data.one", 3))
    odd = replace(there, answers=there.answers | {"data.odd": make_answer("data.odd", 1)})
    assert compare_packages(BASE, odd).kind is MergeKind.MIXED
    assert differences(BASE, odd)["data.odd"] is BOTH  # nobody knows who has changed it


# --- entries


def test_entries_compare_as_answers_do():
    past = kept(BASE, PLAN, SYSTEM, USE_CASE)
    newer = replace(PLAN, note="newer")
    assert compare_packages(past, kept(past, newer)).kind is MergeKind.CONTINUED
    assert compare_packages(kept(past, newer), past).taken(OnConflict.TAKE) == {}
    here = kept(past, newer, replace(USE_CASE, idea="A"), who="A")
    there = kept(past, replace(PLAN, note="B"), FIELD, gone=[key_of(SYSTEM)], who="B")
    plan = compare_packages(here, there)
    assert plan.counts() == {SAME: 2, HERE: 0, THERE: 0, BOTH: 0}
    assert plan.entry_counts() == {SAME: 0, HERE: 1, THERE: 2, BOTH: 1}
    assert plan.taken(OnConflict.ASK) == {key_of(FIELD): FIELD, key_of(SYSTEM): None}
    assert plan.taken(OnConflict.BOTH) == plan.taken(OnConflict.KEEP) == plan.taken(OnConflict.ASK)
    assert plan.taken(OnConflict.TAKE)[key_of(PLAN)].note == "B"
    summary = plan.summary()
    told = [(summary.entries_taken(one), summary.entries_kept(one)) for one in OnConflict]
    assert dict(zip(OnConflict, told, strict=True)) == {
        OnConflict.ASK: (2, 1), OnConflict.KEEP: (2, 2), OnConflict.TAKE: (3, 1),
        OnConflict.BOTH: (2, 2),
    }  # fmt: skip


def test_what_both_have_taken_over_is_one_thing():
    here, there = kept(BASE, PLAN, who="A"), kept(BASE, PLAN, who="B")
    assert compare_packages(here, there).kind is MergeKind.SAME
    there = kept(BASE, replace(PLAN, responsible="IT"), who="B")
    assert [one.key for one in compare_packages(here, there).of(BOTH)] == [key_of(PLAN)]


def test_entries_compare_without_a_journal_too():
    here = replace(kept(BASE, PLAN), journal=())
    there = replace(kept(BASE, SYSTEM), journal=())
    plan = compare_packages(here, there)
    assert {one.key for one in plan.of(BOTH)} == {key_of(PLAN), key_of(SYSTEM)}


def test_entries_of_a_new_assessment_are_all_new():
    plan = compare_packages(None, full())
    assert plan.entry_counts()[THERE] == len(full().entries)
    assert plan.counts()[THERE] == 1


def test_an_entry_that_does_not_follow_from_its_changes_is_found():
    package = full()
    assert broken_step(package) is None
    other = package.entries | {key_of(PLAN): PLAN}
    assert broken_step(replace(package, entries=other)) == len(package.journal)


# --- two branches


def test_whoever_changed_an_answer_alone_is_right():
    here = answered(BASE, ("data.one", 4), ("data.three", 0), who="A")
    there = answered(BASE, ("data.two", UNKNOWN), ("data.four", 1), who="B")
    assert differences(here, there) == {
        "facts": SAME, "data.one": HERE, "data.two": THERE, "data.three": HERE, "data.four": THERE,
    }  # fmt: skip
    plan = compare_packages(here, there)
    assert plan.kind is MergeKind.MIXED
    assert set(plan.taken(OnConflict.ASK)) == {
        (Subject.ANSWER, "data.two"), (Subject.ANSWER, "data.four"),
    }  # fmt: skip


def test_two_people_who_begin_with_the_same_empty_file_fill_in_side_by_side():
    here = answered(begun(), ("data.one", 1), ("data.both", 2), who="A")
    there = answered(begun(), ("data.two", 2), ("data.both", 3), who="B")
    assert differences(here, there) == {
        "facts": SAME, "data.one": HERE, "data.two": THERE, "data.both": BOTH,
    }  # fmt: skip


def test_what_both_have_changed_somebody_decides():
    here = answered(BASE, ("data.one", 3), who="A")
    there = answered(BASE, ("data.one", 4), who="B")
    plan = compare_packages(here, there)
    assert [one.key[1] for one in plan.of(BOTH)] == ["data.one"]
    assert plan.taken(OnConflict.ASK) == plan.taken(OnConflict.KEEP) == {}
    assert plan.taken(OnConflict.TAKE) == {(Subject.ANSWER, "data.one"): make_answer("data.one", 4)}
    summary = plan.summary()
    assert (summary.taken(OnConflict.TAKE), summary.kept(OnConflict.TAKE)) == (1, 0)
    assert (summary.taken(OnConflict.KEEP), summary.kept(OnConflict.KEEP)) == (0, 1)
    assert (summary.taken(OnConflict.ASK), summary.kept(OnConflict.ASK)) == (0, 0)
    assert len(summary.open_conflicts(OnConflict.ASK)) == 1
    assert summary.open_conflicts(OnConflict.KEEP) == ()


def test_the_same_change_on_both_sides_is_no_conflict():
    here = answered(BASE, ("data.one", 3), who="A")
    there = answered(BASE, ("data.one", 3), who="B")
    assert compare_packages(here, there).kind is MergeKind.SAME


def test_a_change_that_was_taken_back_is_none():
    here = undone(answered(BASE, ("data.one", 3), who="A"))
    there = answered(BASE, ("data.one", 4), who="B")
    assert differences(here, there)["data.one"] is THERE


def test_an_answer_taken_away_there_goes_here_too():
    here = answered(BASE, ("data.three", 0), who="A")
    there = undone(BASE)
    plan = compare_packages(here, there)
    assert plan.taken(OnConflict.ASK) == {(Subject.ANSWER, "data.two"): None}


def test_an_answer_that_says_nothing_is_none():
    here = then(BASE, StepKind.ANSWER, {(Subject.ANSWER, "data.new"): Answer("data.new")}, who="A")
    there = answered(BASE, ("data.one", 4), who="B")
    assert "data.new" not in differences(here, there)
    assert differences(here, answered(there, ("data.new", 1)))["data.new"] is THERE


def test_facts_are_compared_like_an_answer():
    there = then(BASE, StepKind.FACTS, {FACTS: OTHER_FACTS}, who="B")
    here = answered(BASE, ("data.one", 4), who="A")
    assert compare_packages(here, there).taken(OnConflict.ASK) == {FACTS: OTHER_FACTS}
    mine = replace(OTHER_FACTS, extent=Extent.QUICK)
    both = then(here, StepKind.FACTS, {FACTS: mine}, who="A")
    plan = compare_packages(both, there)
    assert plan.summary().facts is BOTH
    assert plan.counts() == {SAME: 1, HERE: 1, THERE: 0, BOTH: 0}  # facts are no answer


def test_assessments_that_share_nothing_are_compared_by_what_they_say():
    here = replace(answered(begun(), ("a.a", 1), ("a.b", 2)), journal=())
    there = replace(answered(begun(), ("a.a", 1), ("a.b", 3), ("a.c", 4)), journal=())
    assert differences(here, there) == {"facts": SAME, "a.a": SAME, "a.b": BOTH, "a.c": BOTH}


def test_what_follows_an_earlier_import_there_is_newer_not_a_second_change():
    here = answered(BASE, ("data.one", 4), who="A")
    there = answered(BASE, ("data.two", 3), who="B")
    here = merged(here, there)
    assert here.answers["data.two"].level == 3
    there = answered(there, ("data.two", 4), who="B")
    assert differences(here, there) == {"facts": SAME, "data.one": HERE, "data.two": THERE}


# --- another questionnaire


def test_two_branches_in_two_versions_cannot_be_merged():
    here = answered(moved(BASE), ("data.one", 3), who="A")
    there = answered(BASE, ("data.two", 3), who="B")
    for one, other in ((here, there), (there, here)):
        plan = compare_packages(one, other)
        assert plan.kind is MergeKind.OTHER_EDITION
        assert plan.version_here == one.assessment.questionnaire_version
        assert not plan.changes_anything(OnConflict.TAKE)


def test_a_plain_continuation_may_have_moved():
    assert compare_packages(BASE, moved(BASE)).kind is MergeKind.CONTINUED
    plan = compare_packages(moved(BASE), BASE)
    assert plan.kind is MergeKind.SAME  # no answer was changed by moving
    assert not plan.changes_anything(OnConflict.TAKE)


# --- frozen states


def test_states_that_are_not_here_come_along():
    there = frozen(BASE, "Beschluss")
    plan = compare_packages(BASE, there)
    assert plan.kind is MergeKind.MIXED
    assert plan.changes_anything(OnConflict.KEEP)
    assert plan.states == there.states
    assert compare_packages(there, there).states == ()


def test_a_state_whose_name_is_taken_gets_another():
    here = frozen(BASE, "beschluss", who="A")
    there = frozen(frozen(BASE, "Beschluss", who="B"), "x" * 80)
    found = new_states(here.states, there.states)
    assert [state.name for state in found] == ["Beschluss (Import)", "x" * 80]
    here = replace(here, states=(*here.states, *found))
    assert new_states(here.states, there.states) == ()
    third = frozen(frozen(BASE, "Beschluss", who="C"), "x" * 80, who="C")
    names = [state.name for state in new_states(here.states, third.states)]
    assert names == ["Beschluss (Import 2)", "x" * 71 + " (Import)"]


# --- laws

ITEMS = ("a.a", "a.b", "a.c")
CHANGES = st.lists(
    st.tuples(st.sampled_from(ITEMS), st.integers(0, 2))
    | st.tuples(st.sampled_from(["IT", "Bauamt"]), st.sampled_from(ITEMS), st.integers(0, 2))
    | st.sampled_from(["undo", "forget"])
    | st.sampled_from([PLAN, replace(PLAN, note="B"), FIELD])
    | st.sampled_from([OTHER_FACTS, replace(OTHER_FACTS, ai_in_use=AiInUse.YES)]),
    max_size=6,
)


def changed(package, what, who):
    """The package after some changes by somebody."""
    for one in what:
        if one == "undo":
            known = stacks([step.head for step in package.journal])
            package = undone(package, who=who) if known.undo else package
        elif one == "forget":
            package = kept(package, who=who, gone=[key_of(PLAN)]) if package.entries else package
        elif isinstance(one, KeptEntry):
            package = kept(package, one, who=who)
        elif isinstance(one, tuple) and len(one) == 3:
            package = heard(package, one[1:], who=who, name=one[0])
        elif isinstance(one, tuple):
            package = answered(package, one, who=who)
        else:
            package = then(package, StepKind.FACTS, {FACTS: one}, who=who)
    return package


@given(CHANGES, CHANGES, CHANGES)
def test_here_and_there_are_the_same_the_other_way_round(common, ours, theirs):
    base = changed(begun(), common, "")
    here, there = changed(base, ours, "A"), changed(base, theirs, "B")
    mirror = {SAME: SAME, HERE: THERE, THERE: HERE, BOTH: BOTH}
    one, other = differences(here, there), differences(there, here)
    assert one == {key: mirror[difference] for key, difference in other.items()}


@given(CHANGES, CHANGES)
def test_what_follows_is_taken_as_it_is(common, theirs):
    base = changed(begun(), common, "")
    there = changed(base, theirs, "B")
    plan = compare_packages(base, there)
    assert plan.kind is (MergeKind.CONTINUED if there.journal != base.journal else MergeKind.SAME)
    assert set(differences(base, there).values()) <= {SAME, THERE}
    assert set(differences(there, base).values()) <= {SAME, HERE}


@given(CHANGES, CHANGES, CHANGES, st.sampled_from(OnConflict))
def test_nothing_that_only_we_have_changed_is_lost(common, ours, theirs, on_conflict):
    base = changed(begun(), common, "")
    here, there = changed(base, ours, "A"), changed(base, theirs, "B")
    after = merged(here, there, on_conflict)
    voices = {(Subject.VOICE, key) for key in here.voices.keys() | there.voices.keys()}
    entries = {key_of(PLAN), key_of(FIELD)}
    for key in {(Subject.ANSWER, item) for item in ITEMS} | {FACTS} | voices | entries:
        mine, other, first = (one.value(key) for one in (here, there, base))
        if other == first:
            assert after.value(key) == mine
        elif mine == first:
            assert after.value(key) == other
        else:
            takes = on_conflict is OnConflict.TAKE
            assert after.value(key) in ({mine, other} if takes else {mine, other} - {None} | {mine})
    assert broken_step(after) is None


@given(CHANGES, CHANGES, CHANGES, st.sampled_from(OnConflict))
def test_the_same_file_once_more_changes_nothing(common, ours, theirs, on_conflict):
    base = changed(begun(), common, "")
    here, there = changed(base, ours, "A"), changed(base, theirs, "B")
    after = merged(here, there, on_conflict)
    assert not compare_packages(after, there).changes_anything(on_conflict)


@given(CHANGES, CHANGES, CHANGES)
def test_whoever_takes_the_others_file_after_that_has_the_same_answers(common, ours, theirs):
    base = changed(begun(), common, "")
    here, there = changed(base, ours, "A"), changed(base, theirs, "B")
    after = merged(here, there, OnConflict.TAKE)
    back = merged(there, after, OnConflict.TAKE)
    assert (back.answers, back.assessment.facts) == (after.answers, after.assessment.facts)
    assert (back.voices, back.entries) == (after.voices, after.entries)


# --- voices


def test_voices_taken_back_at_two_computers_do_not_get_in_the_way():
    here = heard(BASE, ("data.one", 3), who="A", name="Hauptamt")
    there = heard(BASE, ("data.one", 1), ("data.new", 0), who="B", name="Bauamt")
    assert differences(here, there) == {
        "facts": SAME, "data.one": SAME, "data.two": SAME, "data.one/Hauptamt": HERE,
        "data.one/Bauamt": THERE, "data.new/Bauamt": THERE,
    }  # fmt: skip
    after = merged(here, there)
    assert after.voices == here.voices | there.voices
    assert after.answers == here.answers


def test_one_respondent_at_two_computers_is_a_conflict():
    here = heard(BASE, ("data.one", 3), who="A", name="Amt 10")
    there = heard(BASE, ("data.one", 1), who="B", name="Amt 10")
    assert differences(here, there)["data.one/Amt 10"] is BOTH
    assert merged(here, there).voices == here.voices
    assert merged(here, there, OnConflict.TAKE).voices == there.voices
    after = merged(here, there, OnConflict.BOTH)
    assert after.voices["data.one/Amt 10"] == here.voices["data.one/Amt 10"]
    (other,) = set(after.voices) - set(here.voices)
    assert other == "data.one/Amt 10 (B)"
    assert after.voices[other].answer == make_answer("data.one", 1)


def test_an_assessment_that_is_new_brings_its_voices():
    there = heard(BASE, ("data.one", 3))
    plan = compare_packages(None, there)
    assert plan.counts()[THERE] == 3


def test_both_are_kept_as_a_voice_beside_the_answer_here():
    here = answered(BASE, ("data.one", 3), who="A")
    there = answered(BASE, ("data.one", 4), who="Frau	Ö")
    after = merged(here, there, OnConflict.BOTH)
    assert after.answers == here.answers
    (voice,) = after.voices.values()
    assert (voice.respondent, voice.answer) == ("Frau Ö", make_answer("data.one", 4))
    assert voice.at == there.changed["data.one"]
    summary = compare_packages(here, there).summary()
    both = OnConflict.BOTH
    assert (summary.beside(both), summary.kept(both), summary.taken(both)) == (1, 0, 0)
    assert summary.open_conflicts(both) == ()
    again = compare_packages(after, there)
    assert not again.changes_anything(both)
    assert (again.summary().beside(both), again.summary().kept(both)) == (0, 2)  # and the voice


def test_a_voice_of_theirs_keeps_its_name_beside_their_answer():
    there = answered(heard(BASE, ("data.one", 0), name="B"), ("data.one", 4), who="B")
    here = answered(BASE, ("data.one", 3), who="A")
    after = merged(here, there, OnConflict.BOTH)
    assert {key: voice.answer.level for key, voice in after.voices.items()} == {
        "data.one/B": 0, "data.one/B (Import)": 4,
    }  # fmt: skip


def test_a_second_colleague_without_a_name_takes_nothing_from_the_first():
    here = answered(BASE, ("data.one", 3), ("data.two", 3))
    first = answered(BASE, ("data.one", 4), ("data.two", 4))
    second = answered(BASE, ("data.one", 0), ("data.three", 1), ("data.two", 4))
    after = merged(merged(here, first, OnConflict.BOTH), second, OnConflict.BOTH)
    assert {key: voice.answer.level for key, voice in after.voices.items()} == {
        "data.one/Import": 4, "data.two/Import": 4, "data.one/Import 2": 0, "data.two/Import 2": 4,
    }  # fmt: skip
    for file in (first, second):
        again = compare_packages(after, file)
        assert not again.changes_anything(OnConflict.BOTH)
        assert again.summary().beside(OnConflict.BOTH) == 0


def test_voices_whose_names_are_cut_to_the_same_are_both_kept():
    names = ["x" * 99 + end for end in "ab"]
    here = there = BASE
    for level, name in enumerate(names):
        here = heard(here, ("data.one", 4), name=name, who="A")
        there = heard(there, ("data.one", level), name=name, who="B")
    after = merged(here, there, OnConflict.BOTH)
    beside = {key: voice.answer.level for key, voice in after.voices.items()}
    assert all(beside.pop(f"data.one/{name}") == 4 for name in names)
    assert sorted(beside.values()) == [0, 1]


def test_what_was_taken_away_there_becomes_no_voice():
    here = answered(BASE, ("data.two", 3), who="A")
    there = undone(answered(undone(BASE, who="B"), ("data.one", 4), who="B"), who="B")
    plan = compare_packages(here, there)
    assert [one.there for one in plan.of(BOTH)] == [None]
    assert plan.taken(OnConflict.BOTH) == {}
    assert plan.summary().kept(OnConflict.BOTH) == 1


# --- journals


def test_what_a_workspace_writes_can_have_happened():
    assert broken_step(everything()) is None
    assert broken_step(replace(everything(), journal=())) is None


@pytest.mark.parametrize(
    ("journal", "step"),
    [
        (lambda steps: steps[1:], 1),
        (lambda steps: steps[::-1], 1),
        (lambda steps: (*steps, steps[-1]), 8),
        (lambda steps: steps[:-1], 6),
        (lambda steps: (replace(steps[0], head=replace(steps[0].head, undoes=1)), *steps[1:]), 1),
    ],
    ids=["beginning", "backwards", "doubled", "end", "undoes"],
)
def test_what_cannot_have_happened_is_found(journal, step):
    package = everything()
    assert broken_step(replace(package, journal=journal(package.journal))) == step


@given(CHANGES)
def test_every_order_of_changes_can_have_happened(what):
    package = changed(begun(), what, "")
    assert broken_step(package) is None
    if len(package.journal) > 1:
        assert broken_step(replace(package, journal=package.journal[1:])) is not None


# --- without names


def test_an_anonymous_package_holds_nothing_that_names():
    package = everything()
    bare = anonymous(package, new_id="f" * 8, name="Anonym")
    assert bare.assessment.id == "f" * 8
    assert bare.assessment.municipality == Municipality(
        "Anonym", state="Baden-Württemberg", population=12_500
    )
    assert bare.assessment.round_date == date(2026, 1, 1)
    times = {bare.assessment.created_at, bare.assessment.changed_at, *bare.changed.values()}
    assert times == {NOON.replace(month=1, day=1, hour=0)}
    assert (bare.journal, bare.states, bare.legal_tables) == ((), (), {})
    assert set(bare.questionnaires) == {package.questionnaire}
    for answer in bare.answers.values():
        assert (answer.note, answer.responsible, answer.evidence) == ("", "", Answer("").evidence)
        assert answer.reason == ("–" if answer.state.value == "not_applicable" else "")
    counted = {**package.answers, "data.new": make_answer("data.new", UNKNOWN)}  # the only voice
    assert {item: (one.state, one.level, one.target) for item, one in bare.answers.items()} == {
        item: (one.state, one.level, one.target) for item, one in counted.items()
    }
    assert bare.voices == {}
    assert broken_step(bare) is None


def test_of_entries_nothing_is_left_without_names():
    bare = anonymous(full(), new_id="f" * 8, name="Anonym")
    assert (bare.entries, bare.states, bare.journal) == ({}, (), ())


def test_two_anonymous_packages_of_one_assessment_differ_in_the_new_id_alone():
    later = answered(BASE, ("data.one", 1), who="A")
    one, other = (anonymous(package, new_id="n", name="N") for package in (BASE, later))
    assert one == other


def test_a_note_alone_leaves_no_trace():
    noted = then(BASE, StepKind.ANSWER, {(Subject.ANSWER, "a.x"): Answer("a.x", note="Frau Ö")})
    assert "a.x" not in anonymous(noted, new_id="n", name="N").answers


@pytest.mark.parametrize(
    ("state", "left"),
    [("Sachsen", "Sachsen"), ("Berlin", ""), ("Bremen", ""), ("Hamburg", ""), ("Mein Ort", "")],
)
def test_a_land_that_gives_the_town_away_is_left_out(state, left):
    town = Municipality("Ö", OrganisationType.COUNTY, state=state)
    bare = anonymous(begun(municipality=town), new_id="n", name="N")
    assert bare.assessment.municipality.state == left
    assert bare.assessment.municipality.population is None


@pytest.mark.parametrize(
    ("population", "size"), [(12, "small"), (5_000, "medium"), (10**6, "large")]
)
def test_of_the_population_the_size_class_is_left(population, size):
    town = Municipality("Ö", population=population)
    bare = anonymous(begun(municipality=town), new_id="n", name="N")
    assert bare.assessment.size_class is SizeClass(size) is size_class(population)
    assert bare.assessment.municipality.population in {2_500, 12_500, 50_000}


def test_the_builders_of_this_test_count_minutes():
    assert BASE.changed["data.two"] == NOON + timedelta(minutes=2)
    assert mark_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert make_answer("a", NOT_APPLICABLE).reason
