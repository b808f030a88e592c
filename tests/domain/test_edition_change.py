"""Moving to another version: what changed, what goes along, and that nothing is lost."""

from dataclasses import replace

import pytest
from builders import (
    NOT_APPLICABLE,
    UNKNOWN,
    make_answer,
    make_item,
    make_questionnaire,
    open_assessment,
)
from hypothesis import given
from hypothesis import strategies as st
from probe import FOLDER, GIVEN, VERSIONS, probe, probe_town

from kiassess.domain.assessment import AiInUse, Answer, AnswerState, OpenAssessment
from kiassess.domain.edition_change import ChangeKind, compare_editions, left_behind, moved
from kiassess.domain.edition_effects import block_effects
from kiassess.domain.kinds import Extent, NotApplicableRule
from kiassess.workflow.checking import check_files

K = ChangeKind
OTHER_LEVELS = ("Level 0", "Level 1", "Level 2", "Something else", "Level 4")


def compared(older_items, newer_items, given=None, **facts):
    """The older assessment, the newer questionnaire and what changed."""
    opened = open_assessment(make_questionnaire(older_items), given or {}, **facts)
    newer = replace(make_questionnaire(newer_items), version="2.0.0")
    return opened, newer, compare_editions(opened, newer)


def only(older, newer, given=None, **facts):
    """The one change between one item and another."""
    _, _, change = compared([older], [newer], given, **facts)
    (item,) = change.items
    return item


def kinds(change):
    return [(item.kind, (item.after or item.before[0]).id) for item in change.items]


def everything(change):
    return {item.after.id for item in change.items if item.after is not None}


# What changed ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({}, K.SAME),
        ({"why": "because"}, K.SAME),
        ({"extents": frozenset({Extent.FULL})}, K.SAME),
        ({"title": "Another title"}, K.REWORDED),
        ({"question": "Another?"}, K.REWORDED),
        ({"not_applicable": NotApplicableRule.WITH_REASON}, K.REWORDED),
        ({"not_applicable_condition": "If nobody is there."}, K.REWORDED),
        ({"levels": OTHER_LEVELS}, K.LEVELS),
        ({"levels": OTHER_LEVELS, "question": "Another?"}, K.LEVELS),
        ({"id": "data.other", "replaces": ("data.one",)}, K.RENAMED),
    ],
)
def test_what_became_of_a_question(facts, kind):
    older = make_item()
    assert only(older, replace(older, **facts)).kind is kind


def test_one_question_may_become_several_and_several_one():
    older = [make_item("a.one"), make_item("a.two"), make_item("a.three")]
    newer = [
        make_item("a.left", replaces=("a.one",)),
        make_item("a.right", replaces=("a.one",)),
        make_item("a.both", replaces=("a.two", "a.three")),
    ]
    _, _, change = compared(older, newer)
    assert kinds(change) == [
        (K.SPLIT, "a.left"),
        (K.SPLIT, "a.right"),
        (K.MERGED, "a.both"),
    ]
    assert [[item.id for item in row.before] for row in change.items] == [
        ["a.one"],
        ["a.one"],
        ["a.two", "a.three"],
    ]


def test_a_removed_question_follows_the_one_it_followed():
    older = [make_item(f"a.{name}") for name in ("gone", "one", "lost", "two")]
    newer = [make_item(f"a.{name}") for name in ("two", "new", "one")]
    _, _, change = compared(older, newer)
    assert kinds(change) == [
        (K.REMOVED, "a.gone"),
        (K.SAME, "a.two"),
        (K.NEW, "a.new"),
        (K.SAME, "a.one"),
        (K.REMOVED, "a.lost"),
    ]


def test_ids_of_still_earlier_versions_are_known_too():
    # Who skips a version finds the question it came from.
    newer = make_item("a.three", replaces=("a.one", "a.two"))
    assert only(make_item("a.one"), newer).kind is K.RENAMED
    assert only(make_item("a.two"), newer).kind is K.RENAMED


def test_questions_outside_the_extent_are_compared():
    full = frozenset({Extent.FULL})
    item = make_item(extents=full)
    change = only(item, replace(item, title="New"), {"data.one": 2}, extent=Extent.QUICK)
    assert (change.kind, change.can_carry) == (K.REWORDED, True)


def test_other_questionnaires_and_languages_are_refused():
    opened = open_assessment(make_questionnaire([make_item()]), {})
    for other in ({"id": "bauhof"}, {"language": "de"}):
        with pytest.raises(ValueError, match="one questionnaire in one language"):
            compare_editions(opened, replace(opened.questionnaire, **other))


def test_it_counts_every_kind():
    counts = compare_editions(probe_town(), probe("2.0.0")).counts()
    assert counts == {
        K.SAME: 3,
        K.REWORDED: 1,
        K.LEVELS: 1,
        K.RENAMED: 1,
        K.SPLIT: 0,
        K.MERGED: 0,
        K.REMOVED: 1,
        K.NEW: 1,
    }


# What goes along ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "by_default"),
    [
        ({"title": "Another title"}, True),
        ({"levels": OTHER_LEVELS}, False),
        ({"id": "data.other", "replaces": ("data.one",)}, True),
        ({"id": "data.other", "replaces": ("data.one",), "levels": OTHER_LEVELS}, False),
    ],
)
def test_an_answer_goes_along_by_itself_only_where_its_levels_are_the_same(facts, by_default):
    older = make_item()
    opened, newer, change = compared([older], [replace(older, **facts)], {"data.one": 3})
    (item,) = change.items
    assert (item.can_carry, item.carried_by_default) == (True, by_default)
    assert bool(moved(opened, newer, change, change.by_default()).answers) is by_default
    assert bool(left_behind(change, change.by_default())) is not by_default


def test_without_an_answer_there_is_nothing_to_carry():
    item = make_item()
    assert not only(item, replace(item, title="New")).can_carry


def test_an_unchanged_question_keeps_its_answer_whatever_is_accepted():
    opened, newer, change = compared([make_item()], [make_item()], {"data.one": 3})
    assert moved(opened, newer, change, ()).answers == opened.answers


def test_each_part_of_a_divided_question_may_take_the_answer():
    older = make_item("a.one")
    parts = [make_item(f"a.{name}", replaces=("a.one",)) for name in ("left", "right")]
    opened, newer, change = compared([older], parts, {"a.one": 3})
    assert change.by_default() == frozenset()
    assert [answer.item_id for answer in left_behind(change, ())] == ["a.one"]
    then = moved(opened, newer, change, {"a.left", "a.right"})
    assert then.answers == {name: make_answer(name, 3) for name in ("a.left", "a.right")}
    assert left_behind(change, {"a.right"}) == ()


def test_two_answers_are_never_made_one():
    older = [make_item("a.one"), make_item("a.two")]
    newer = [make_item("a.both", replaces=("a.one", "a.two"))]
    opened, questionnaire, change = compared(older, newer, {"a.one": 3, "a.two": UNKNOWN})
    assert moved(opened, questionnaire, change, {"a.both"}).answers == {}
    assert [answer.item_id for answer in left_behind(change, {"a.both"})] == ["a.one", "a.two"]
    opened, questionnaire, change = compared(older, newer, {"a.two": 2})
    assert change.by_default() == frozenset()
    assert moved(opened, questionnaire, change, {"a.both"}).answer("a.both").level == 2


@pytest.mark.parametrize(
    ("rule", "ai_in_use", "fits"),
    [
        (NotApplicableRule.NEVER, AiInUse.NO, False),
        (NotApplicableRule.WITH_REASON, AiInUse.YES, True),
        (NotApplicableRule.WHILE_NO_AI, AiInUse.NO, True),
        (NotApplicableRule.WHILE_NO_AI, AiInUse.YES, False),
    ],
)
def test_not_applicable_goes_along_only_where_it_may_be_answered(rule, ai_in_use, fits):
    older = make_item(not_applicable=NotApplicableRule.WITH_REASON)
    newer = replace(older, title="New", not_applicable=rule)
    given = {"data.one": NOT_APPLICABLE}
    assert only(older, newer, given, ai_in_use=ai_in_use).can_carry is fits


def test_a_note_alone_is_an_answer_too():
    opened, newer, _ = compared([make_item("a.one")], [make_item("a.two")])
    opened = replace(opened, answers={"a.one": Answer("a.one", note="Ask the county")})
    change = compare_editions(opened, newer)
    assert [answer.note for answer in left_behind(change, ())] == ["Ask the county"]


def test_answers_the_older_version_does_not_know_stay_behind():
    opened, newer, _ = compared([make_item()], [make_item()])
    opened = replace(opened, answers={"a.stray": make_answer("a.stray", 1)})
    change = compare_editions(opened, newer)
    assert [answer.item_id for answer in left_behind(change, everything(change))] == ["a.stray"]


def test_the_assessment_stands_in_the_newer_version():
    opened = probe_town()
    then = moved(opened, probe("2.0.0"), compare_editions(opened, probe("2.0.0")), ())
    assert then.questionnaire == probe("2.0.0")
    assert then.assessment == replace(opened.assessment, questionnaire_version="2.0.0")


# What it does to the building blocks -------------------------------------------------------


def effects_of(opened, newer, accepted=None):
    change = compare_editions(opened, newer)
    chosen = change.by_default() if accepted is None else accepted
    return {e.block_id: e for e in block_effects(opened, newer, change, chosen)}


def test_the_effect_follows_what_is_accepted():
    opened, newer = probe_town({"room.kettle": 3, "room.cups": 3, "room.fridge": 0}), probe("2.0.0")
    without = effects_of(opened, newer, {"room.cups"})["ROOM"]
    with_it = effects_of(opened, newer, {"room.cups", "room.fridge"})["ROOM"]
    assert without.before == with_it.before
    assert (without.after.score.value, with_it.after.score.value) == (None, 2.0)
    assert (with_it.items_before, with_it.items_after) == (5, 5)


def test_blocks_that_come_and_go_are_named():
    opened = open_assessment(make_questionnaire([make_item("a.one", "A")], ("A",)), {"a.one": 2})
    newer = make_questionnaire([make_item("a.one", "B")], ("B",))
    effects = effects_of(opened, newer)
    assert list(effects) == ["B", "A"]
    assert (effects["B"].before, effects["B"].after.score.value) == (None, 2)
    assert (effects["A"].before.score.value, effects["A"].after) == (2, None)
    assert [(e.items_before, e.items_after) for e in effects.values()] == [(0, 1), (1, 0)]


def test_the_quick_check_has_tendencies_and_no_numbers():
    effects = effects_of(probe_town(extent=Extent.QUICK), probe("2.0.0"))
    assert {e.before.score.value for e in effects.values()} == {None}
    assert effects["ROOM"].before.tendency is not None


# The three versions of the test questionnaire ----------------------------------------------


def test_all_versions_pass_the_check():
    assert check_files([FOLDER]) == ()


@pytest.mark.parametrize("language", ["de", "en"])
def test_all_kinds_of_change_are_there(language):
    found = set()
    for older, newer in (VERSIONS[:2], VERSIONS[1:]):
        opened = probe_town({}, version=older, language=language)
        found |= {item.kind for item in compare_editions(opened, probe(newer, language)).items}
    assert found == set(K)


def test_over_three_versions_nothing_is_lost_and_nothing_is_read_anew():
    opened, left = probe_town(), {}
    for version in VERSIONS[1:]:
        change = compare_editions(opened, probe(version))
        accepted = change.by_default()
        for answer in left_behind(change, accepted):
            item = opened.questionnaire.item(answer.item_id)
            meant = answer.state if answer.level is None else item.levels[answer.level]
            left[item.id] = opened.questionnaire.version, meant
        opened = moved(opened, probe(version), change, accepted)
    assert left == {
        "room.fridge": ("1.0.0", "It is cleaned every month."),
        "room.radio": ("1.0.0", "Some agree among themselves."),
        "plants.care": ("2.0.0", "They are watered every week."),  # was plants.water
        "plants.soil": ("2.0.0", AnswerState.UNKNOWN),
        "plants.pots": ("2.0.0", AnswerState.NOT_APPLICABLE),
    }
    active = {
        item_id: opened.questionnaire.item(item_id).levels[answer.level]
        for item_id, answer in opened.answers.items()
    }
    assert active == {
        "room.kettle": "The kettle is descaled every month.",
        "room.cups": "There is a cup for each person.",
    }
    assert len(left) + len(active) == len(GIVEN)


def test_a_version_may_be_skipped():
    change = compare_editions(probe_town(), probe("3.0.0"))
    assert kinds(change) == [
        (K.SAME, "room.kettle"),
        (K.REWORDED, "room.cups"),
        (K.LEVELS, "room.fridge"),
        (K.REMOVED, "room.radio"),
        (K.NEW, "room.tea"),
        (K.SPLIT, "plants.watering"),
        (K.SPLIT, "plants.light"),
        (K.MERGED, "plants.planting"),
    ]


# Laws --------------------------------------------------------------------------------------

POOL = [f"a.{name}" for name in ("one", "two", "three", "four", "five")]
RULES = st.sampled_from([NotApplicableRule.NEVER, NotApplicableRule.WITH_REASON])
ids = st.lists(st.sampled_from(POOL), min_size=1, unique=True)


@st.composite
def items(draw):
    """Items of one version; what they replace may be anything."""
    return [
        replace(
            make_item(item_id, not_applicable=draw(RULES)),
            title=draw(st.sampled_from(["Old", "New"])),
            levels=draw(st.sampled_from([OTHER_LEVELS, make_item().levels])),
            replaces=tuple(draw(st.lists(st.sampled_from(POOL), max_size=2, unique=True))),
        )
        for item_id in draw(ids)
    ]


@st.composite
def assessments(draw):
    """An assessment with answers of every kind, some to questions that are not asked."""
    levels = st.sampled_from([0, 3, 4, UNKNOWN, NOT_APPLICABLE])
    return open_assessment(
        make_questionnaire(draw(items())),
        draw(st.dictionaries(st.sampled_from(POOL), levels)),
        extent=draw(st.sampled_from(Extent)),
    )


def by_content(answer):
    """An answer without the question it was given to."""
    return replace(answer, item_id="")


@given(assessments())
def test_the_same_questionnaire_changes_nothing(opened):
    change = compare_editions(opened, opened.questionnaire)
    assert {item.kind for item in change.items} == {K.SAME}
    asked = {item.id for item in opened.questionnaire.items()}
    known = {k: v for k, v in opened.answers.items() if k in asked}
    expected = OpenAssessment(opened.assessment, opened.questionnaire, known)
    for accepted in ((), everything(change)):
        assert moved(opened, opened.questionnaire, change, accepted) == expected
        assert {a.item_id for a in left_behind(change, accepted)} == opened.answers.keys() - asked


@given(assessments(), items(), st.sets(st.sampled_from(POOL)))
def test_every_answer_goes_along_or_is_named_as_left(opened, newer_items, accepted):
    newer = replace(make_questionnaire(newer_items), version="2.0.0")
    change = compare_editions(opened, newer)
    then = moved(opened, newer, change, accepted)
    left = {answer.item_id for answer in left_behind(change, accepted)}
    carried = {
        a.item_id for item in change.items if item.is_carried(accepted) for a in item.answers
    }
    assert left | carried == opened.answers.keys()
    assert not left & carried
    assert set(left_behind(change, accepted)) <= set(opened.answers.values())
    # Nothing is invented, and nothing is answered that is not asked.
    before = {by_content(answer) for answer in opened.answers.values()}
    assert {by_content(answer) for answer in then.answers.values()} <= before
    assert then.answers.keys() <= {item.id for item in newer_items}
    assert all(item_id == answer.item_id for item_id, answer in then.answers.items())


@given(assessments(), items())
def test_who_accepts_everything_leaves_only_what_cannot_go_along(opened, newer_items):
    newer = replace(make_questionnaire(newer_items), version="2.0.0")
    change = compare_editions(opened, newer)
    left = {answer.item_id for answer in left_behind(change, everything(change))}
    able = {a.item_id for item in change.items if item.can_carry for a in item.answers}
    assert left == opened.answers.keys() - able


@given(assessments(), items())
def test_no_level_gets_another_text_unless_the_user_says_so(opened, newer_items):
    newer = replace(make_questionnaire(newer_items), version="2.0.0")
    change = compare_editions(opened, newer)
    for item in change.items:
        if item.is_carried(change.by_default()):
            assert item.before[0].levels == item.after.levels


@given(assessments(), items())
def test_every_question_of_both_versions_is_named(opened, newer_items):
    newer = make_questionnaire(newer_items)
    change = compare_editions(opened, newer)
    assert [i.after.id for i in change.items if i.after] == [i.id for i in newer.items()]
    named = {item.id for change_ in change.items for item in change_.before}
    assert named == {item.id for item in opened.questionnaire.items()}
