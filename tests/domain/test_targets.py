"""Targets of a whole building block: what is wanted, and what other targets would mean."""

from dataclasses import replace

import pytest
from builders import (
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

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import SizeClass
from kiassess.domain.profile import make_profile
from kiassess.domain.targets import ambition, block_targets, gap_of, too_ambitious

PRESETS = {SizeClass.SMALL: 2, SizeClass.MEDIUM: 3, SizeClass.LARGE: 4}
ITEMS = [
    make_item("a.far", "B", "A", targets=PRESETS),
    make_item("a.one", "A", targets=PRESETS),
    make_item("a.other", "B", targets=PRESETS),
    make_item("b.two", "A", "B", targets=PRESETS),
    make_item("b.full", "A", targets=PRESETS, extents=frozenset({Extent.FULL})),
]
QUESTIONNAIRE = make_questionnaire(ITEMS, blocks=("A", "B", "C"))
IDS = [item.id for item in ITEMS]


def opened_with(given_answers=(), *, own=(), **facts):
    """An assessment of the items above; ``own`` are the targets chosen, by item id."""
    opened = open_assessment(QUESTIONNAIRE, dict(given_answers), **facts)
    return with_targets(opened, dict(own))


def with_targets(opened, targets):
    changed = {
        item_id: replace(opened.answer(item_id), target=target)
        for item_id, target in targets.items()
    }
    return replace(opened, answers={**opened.answers, **changed})


def rows_of(*args, block="A", **how):
    return block_targets(block, opened_with(*args, **how))


# --- the rows


def test_the_items_that_feed_a_block_come_with_the_primary_ones_first():
    found = [(row.item.id, row.weight) for row in rows_of()]
    assert found == [("a.one", 2), ("b.two", 2), ("b.full", 2), ("a.far", 1)]


def test_only_items_that_are_asked_have_a_row():
    assert "b.full" not in {row.item.id for row in rows_of(extent=Extent.QUICK)}


@pytest.mark.parametrize("block", ["C", "unknown"])
def test_a_block_nothing_feeds_has_no_rows(block):
    assert rows_of(block=block) == ()


@pytest.mark.parametrize(
    ("population", "own", "target", "preset", "is_own"),
    [
        pytest.param(9_000, None, 3, 3, False, id="preset"),
        pytest.param(4_999, None, 2, 2, False, id="preset-of-another-size"),
        pytest.param(9_000, 1, 1, 3, True, id="own"),
        pytest.param(9_000, 0, 0, 3, True, id="own-nothing"),
        pytest.param(9_000, 3, 3, 3, True, id="own-like-the-preset"),
        pytest.param(None, None, None, None, False, id="no-population"),
        pytest.param(None, 2, 2, None, True, id="own-without-population"),
    ],
)
def test_a_row_tells_the_target_and_where_it_comes_from(population, own, target, preset, is_own):
    row = rows_of(own={"a.one": own}, population=population)[0]
    assert (row.target, row.preset, row.is_own, row.chosen) == (target, preset, is_own, own)


@pytest.mark.parametrize(
    ("value", "state", "level"),
    [
        (0, AnswerState.ANSWERED, 0),
        (4, AnswerState.ANSWERED, 4),
        (UNKNOWN, AnswerState.UNKNOWN, None),
        (NOT_APPLICABLE, AnswerState.NOT_APPLICABLE, None),
        (OPEN, AnswerState.OPEN, None),
    ],
)
def test_a_row_tells_what_is_known_today(value, state, level):
    row = rows_of({"a.one": value})[0]
    assert (row.state, row.level) == (state, level)


# --- the gap


@pytest.mark.parametrize(
    ("answers", "targets", "gap"),
    [
        pytest.param({"a.one": 1}, {}, 2.0, id="to-the-preset"),
        pytest.param({"a.one": 1}, {"a.one": 4}, 3.0, id="to-another-target"),
        pytest.param({"a.one": 1}, {"a.one": 0}, 0.0, id="more-than-wanted-is-no-gap"),
        pytest.param({"a.one": 1, "a.far": 3}, {}, 4 / 3, id="primary-counts-twice"),
        pytest.param({"a.one": 1, "b.two": 3}, {}, 1.0, id="met-counts-as-nothing-missing"),
        pytest.param({"a.one": 1, "b.two": UNKNOWN}, {}, 2.0, id="unknown-is-left-out"),
        pytest.param({"a.one": 1, "b.two": NOT_APPLICABLE}, {}, 2.0, id="not-applicable-too"),
        pytest.param({"a.one": 1}, {"b.two": 4}, 2.0, id="an-open-item-has-no-gap"),
        pytest.param({}, {"a.one": 4}, None, id="nothing-answered"),
    ],
)
def test_the_gap_is_the_weighted_mean_of_what_is_missing(answers, targets, gap):
    assert gap_of(rows_of(answers, population=9_000), targets) == gap


def test_without_population_only_own_targets_make_a_gap():
    rows = rows_of({"a.one": 1, "b.two": 1})
    assert gap_of(rows, {}) is None
    assert gap_of(rows, {"a.one": 3}) == 2.0


def test_an_own_target_taken_back_gives_way_to_the_preset():
    rows = rows_of({"a.one": 1}, own={"a.one": 4}, population=9_000)
    assert gap_of(rows, {}) == 3.0
    assert gap_of(rows, {"a.one": None}) == 2.0


VALUES = st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, OPEN])
TARGETS = st.none() | st.integers(0, 4)


@given(
    st.fixed_dictionaries(dict.fromkeys(IDS, VALUES)),
    st.dictionaries(st.sampled_from(IDS), TARGETS),
    st.dictionaries(st.sampled_from(IDS), TARGETS),
    st.sampled_from([None, 100, 9_000, 50_000]),
    st.sampled_from([Extent.SMALL, Extent.FULL]),
)
def test_the_gap_is_that_of_the_profile_before_and_after(answers, own, wanted, population, extent):
    opened = opened_with(answers, own=own, population=population, extent=extent)
    after = with_targets(opened, wanted)
    now, then = make_profile(opened), make_profile(after)
    for block, tried in zip(now.blocks, then.blocks, strict=True):
        rows = block_targets(block.id, opened)
        assert gap_of(rows, {}) == block.scored.gap
        assert gap_of(rows, wanted) == tried.scored.gap


@given(
    st.fixed_dictionaries(dict.fromkeys(IDS, VALUES)),
    st.integers(0, 3),
    st.sampled_from([None, 9_000]),
)
def test_a_higher_target_never_makes_the_gap_smaller(answers, level, population):
    rows = rows_of(answers, population=population)
    lower = gap_of(rows, dict.fromkeys(IDS, level))
    higher = gap_of(rows, dict.fromkeys(IDS, level + 1))
    assert (lower is None) == (higher is None)
    if lower is not None and higher is not None:
        assert 0 <= lower <= higher <= lower + 1 + 1e-12


# --- ambition


@pytest.mark.parametrize(
    ("targets", "share", "too_much"),
    [
        pytest.param({}, 0.0, False, id="presets"),
        pytest.param({"a.one": 4}, 0.25, False, id="one"),
        pytest.param({"a.one": 4, "b.two": 4, "b.full": 4, "a.far": 3}, 0.75, False, id="most"),
        pytest.param(dict.fromkeys(IDS, 4), 1.0, True, id="all"),
        pytest.param({"a.other": 4}, 0.0, False, id="of-another-block"),
    ],
)
def test_the_top_level_everywhere_is_too_ambitious(targets, share, too_much):
    rows = rows_of(population=9_000)
    assert ambition(rows, targets) == share
    assert too_ambitious(rows, targets) is too_much


def test_targets_set_before_count_too():
    rows = rows_of(own=dict.fromkeys(IDS, 4))
    assert too_ambitious(rows, {})
    assert not too_ambitious(rows, {"a.one": None})


def test_without_items_nothing_is_too_ambitious():
    assert ambition((), {}) == 0
    assert not too_ambitious((), {})


def test_rows_do_not_depend_on_what_else_was_answered():
    full = make_answer("a.one", 2, note="x", responsible="Hauptamt", target=1)
    opened = opened_with()
    noted = replace(opened, answers={"a.one": full})
    bare = replace(opened, answers={"a.one": Answer("a.one", full.state, 2, target=1)})
    assert block_targets("A", noted) == block_targets("A", bare)
