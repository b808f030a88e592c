"""Why a value changed between two rounds: parts that add up, in the order written down."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from builders import (
    NOON,
    NOT_APPLICABLE,
    OPEN,
    UNKNOWN,
    make_answer,
    make_item,
    make_questionnaire,
    open_assessment,
)
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.assessment import Voice
from kiassess.domain.change_split import Split, compare_rounds, who_answered
from kiassess.domain.kinds import Extent
from kiassess.domain.profile import make_profile

FIVE = make_questionnaire([make_item(f"data.{n}") for n in range(5)])
THEN, NOW = date(2025, 3, 1), date(2026, 3, 1)


def answers(*given_):
    return {f"data.{n}": value for n, value in enumerate(given_)}


def rounds(before, after, questionnaire=FIVE, newer=None, **facts):
    then = open_assessment(questionnaire, before, round_date=THEN)
    return then, open_assessment(newer or questionnaire, after, round_date=NOW, **facts)


def split_of(*both, **more):
    (block,) = compare_rounds(*rounds(*both, **more)).blocks
    return block.split


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(answers(1, 1, 1, 1, 1), answers(1, 1, 1, 1, 1), Split(0, 0, 0, 0), id="same"),
        pytest.param(
            answers(1, 1, 1, 1, 1), answers(3, 1, 1, 1, 1), Split(0.4, 0, 0, 0), id="real"
        ),
        pytest.param(
            answers(1, 1, 1, 1, UNKNOWN), answers(1, 1, 1, 1, 4), Split(0, 0.6, 0, 0), id="known"
        ),
        pytest.param(
            answers(1, 1, 1, 1, 4), answers(1, 1, 1, 1, OPEN), Split(0, -0.6, 0, 0), id="forgotten"
        ),
        pytest.param(
            answers(1, 1, 1, 1, UNKNOWN), answers(1, 1, 1, 1, OPEN), Split(0, 0, 0, 0), id="unknown"
        ),
        pytest.param(
            answers(1, 1, 1, 1, NOT_APPLICABLE),
            answers(1, 1, 1, 1, 4),
            Split(0, 0, 0.6, 0),
            id="applies-now",
        ),
        pytest.param(
            answers(1, 1, 1, 1, 4),
            answers(1, 1, 1, 1, NOT_APPLICABLE),
            Split(0, 0, -0.6, 0),
            id="applies-no-more",
        ),
        pytest.param(
            answers(1, 1, 1, UNKNOWN, NOT_APPLICABLE),
            answers(3, 1, 1, 4, 4),
            Split(2 / 3, 9 / 4 - 5 / 3, 13 / 5 - 9 / 4, 0),
            id="one-after-the-other",
        ),
    ],
)
def test_the_change_is_split(before, after, expected):
    found = split_of(before, after)
    for part in ("real", "newly_answered", "not_applicable", "questionnaire"):
        assert getattr(found, part) == pytest.approx(getattr(expected, part), abs=1e-12), part


def test_new_questions_and_other_level_texts_are_the_questionnaire():
    items = list(FIVE.items())
    items[0] = replace(items[0], levels=("a", "b", "c", "d", "e"))
    newer = replace(make_questionnaire([*items[:4], make_item("data.9")]), version="1.1.0")
    before = answers(1, 1, 1, 1, 1)
    after = {"data.0": 3, "data.1": 2, "data.2": 1, "data.3": 1, "data.9": 4}
    found = split_of(before, after, newer=newer)
    assert found.real == pytest.approx(0.2)
    assert found.questionnaire == pytest.approx(11 / 5 - 6 / 5)
    assert (found.newly_answered, found.not_applicable) == (0, 0)


def test_another_extent_is_the_questionnaire():
    items = [make_item("data.0"), make_item("data.1", extents=frozenset({Extent.FULL}))]
    both = make_questionnaire(items)
    found = split_of(answers(1, 3), answers(1, 3), questionnaire=both, extent=Extent.SMALL)
    assert found == Split(0.0, 0.0, 0.0, -1.0)


def test_other_weights_are_the_questionnaire():
    one = make_questionnaire([make_item("data.0"), make_item("data.1")], ("A", "B"))
    other = make_questionnaire([make_item("data.0", "B", "A"), make_item("data.1")], ("A", "B"))
    change = compare_rounds(*rounds(answers(0, 3), answers(0, 3), one, other))
    assert change.blocks[0].split == Split(0.0, 0.0, 0.0, 0.5)
    assert change.blocks[1].split is None  # nothing fed it then


def test_without_a_value_there_is_no_split():
    (block,) = compare_rounds(*rounds(answers(1), answers(1, 1, 1, 1, 1))).blocks
    assert block.split is None
    assert block.after.value == 1.0


def test_a_quick_check_gives_no_numbers():
    assert compare_rounds(*rounds(answers(1), answers(2), extent=Extent.QUICK)).blocks == ()


def test_another_questionnaire_has_no_items_in_common():
    change = compare_rounds(
        *rounds(answers(1, 1, 1, 1, 1), answers(3, 3, 3, 3, 3), newer=replace(FIVE, id="x"))
    )
    assert (change.n_common, change.moved) == (0, ())
    assert change.blocks[0].split == Split(0.0, 0.0, 0.0, 2.0)


def test_where_nothing_is_left_on_the_way_the_change_counts_later():
    before = answers(1, 1, 1, NOT_APPLICABLE, NOT_APPLICABLE)
    after = answers(UNKNOWN, UNKNOWN, OPEN, 4, 4) | {f"data.{n}": 4 for n in range(5, 9)}
    newer = make_questionnaire([make_item(f"data.{n}") for n in range(9)])
    assert split_of(before, after, newer=newer) == Split(0.0, 0.0, 3.0, 0.0)


@pytest.mark.parametrize(
    ("before", "after", "apart"),
    [
        (answers(1, 1, 1, 1, 1), answers(2, 1, 1, 1, 1), True),
        (answers(2, 1, 1, 1, 1), answers(1, 1, 1, 1, 1), True),
        (answers(1, 1, 1, 1, UNKNOWN), answers(2, 1, 1, 1, 1), False),
        (answers(), answers(2, 1, 1, 1, 1), False),
    ],
)
def test_bands_that_do_not_touch_are_told(before, after, apart):
    assert compare_rounds(*rounds(before, after)).blocks[0].bands_apart is apart


def test_where_nothing_applies_no_bands_are_apart():
    none = answers(*[NOT_APPLICABLE] * 5)
    assert not compare_rounds(*rounds(none, answers(1, 1, 1, 1, 1))).blocks[0].bands_apart


# --- items that moved, and who answered


def test_items_that_moved_are_listed_with_those_who_answered():
    then = open_assessment(FIVE, {}, round_date=THEN)
    now = open_assessment(FIVE, answers(1, 2, UNKNOWN, 4), round_date=NOW)
    office = [
        make_answer(f"data.{n}", level, responsible="IT") for n, level in enumerate([1, 4, 2])
    ]
    then = replace(then, answers={a.item_id: a for a in office})
    now = replace(
        now, answers=now.answers | {"data.1": make_answer("data.1", 2, responsible="DSB")}
    )
    change = compare_rounds(then, now)
    (moved,) = change.moved
    assert (moved.item.id, moved.before, moved.after) == ("data.1", 4, 2)
    assert (moved.who_before, moved.who_after) == (("IT",), ("DSB",))
    assert moved.others_answered
    assert change.n_others_answered == 1  # of data.0 nobody said who answered now
    assert change.n_common == 5


def test_those_whose_voice_counts_have_answered():
    said = [("Hauptamt", 2), ("IT", 2), ("Bauamt", 3)]
    voices = {"data.0": tuple(Voice(who, make_answer("data.0", n), NOON) for who, n in said)}
    opened = replace(open_assessment(FIVE, answers(2)), voices=voices)
    assert who_answered(opened, "data.0") == ("Hauptamt", "IT")
    agreed = {"data.0": make_answer("data.0", 2, responsible="Leitung")}
    opened = replace(opened, answers=agreed, agreed=frozenset({"data.0"}))
    assert who_answered(opened, "data.0") == ("Leitung",)
    assert who_answered(opened, "data.1") == ()


# --- laws

VALUES = st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, OPEN])


@st.composite
def two_rounds(draw):
    """Two versions with items that stay, go, come or are reworded, in a double block."""
    sides = {}
    for side in "ab":
        items = []
        for n in range(draw(st.integers(4, 12))):
            facet, primary = draw(st.sampled_from("xy")), draw(st.booleans())
            item = make_item(
                f"q.{n}", *(("D", "Z") if primary else ("Z", "D")), facets={"D": facet}
            )
            if draw(st.integers(0, 9)) == 0:
                item = replace(item, levels=(side, "1", "2", "3", "4"))
            items.append(item)
        answered = {item.id: draw(VALUES) for item in items}
        questionnaire = make_questionnaire(items, ("D", "Z"), {"D": ("x", "y")})
        sides[side] = open_assessment(questionnaire, answered)
    return sides["a"], sides["b"]


@given(two_rounds())
def test_the_parts_add_up_to_the_whole_change(both):
    then, now = both
    profiles = [{b.id: b.score for b in make_profile(one).blocks} for one in both]
    for block in compare_rounds(then, now).blocks:
        assert [block.before, block.after] == [profile[block.id] for profile in profiles]
        known = None not in {block.before.value, block.after.value}
        assert (block.split is not None) == known
        if block.split is not None:
            change = block.after.value - block.before.value
            assert block.split.total == pytest.approx(change, abs=1e-12)


@given(two_rounds())
def test_nothing_changed_is_no_change(both):
    one = both[0]
    change = compare_rounds(one, one)
    assert change.moved == ()
    assert {block.split for block in change.blocks} <= {None, Split(0.0, 0.0, 0.0, 0.0)}


@given(st.lists(st.tuples(VALUES, VALUES, st.sampled_from([1, 2])), min_size=1, max_size=10))
def test_the_parts_agree_with_a_recalculation_in_fractions(rows):
    items = [
        make_item(f"q.{n}", *(("A", "B") if w == 2 else ("B", "A")))
        for n, (_, _, w) in enumerate(rows)
    ]
    questionnaire = make_questionnaire(items, ("A", "B"))
    then = open_assessment(questionnaire, {f"q.{n}": row[0] for n, row in enumerate(rows)})
    now = open_assessment(questionnaire, {f"q.{n}": row[1] for n, row in enumerate(rows)})
    found = compare_rounds(then, now).blocks[0].split

    def mean(values, last=None):
        known = [(w, v) for w, v in values if isinstance(v, int)]
        total = sum(w for w, _ in known)
        return Fraction(sum(w * v for w, v in known), total) if total else last

    def covered(values):
        total = sum(w for w, v in values if v != NOT_APPLICABLE)
        return total and sum(w for w, v in values if isinstance(v, int)) * 5 >= 3 * total

    first = [(w, before) for before, _, w in rows]
    end = [(w, after) for _, after, w in rows]
    if not (covered(first) and covered(end)):
        assert found is None
        return
    real = [(w, a if isinstance(a, int) and isinstance(b, int) else b) for b, a, w in rows]
    known = [(w, a if NOT_APPLICABLE not in {a, b} else b) for b, a, w in rows]
    stops = [mean(first)]
    for values in (real, known, end):
        stops.append(mean(values, stops[-1]))
    assert found.real == pytest.approx(float(stops[1] - stops[0]), abs=1e-9)
    assert found.newly_answered == pytest.approx(float(stops[2] - stops[1]), abs=1e-9)
    assert found.not_applicable == pytest.approx(float(stops[3] - stops[2]), abs=1e-9)
    assert found.questionnaire == pytest.approx(0, abs=1e-9)
