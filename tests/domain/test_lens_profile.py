"""The answers through a lens: scored like a block, and by an independent calculation."""

from fractions import Fraction

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

from kiassess.content.library import Library
from kiassess.domain.assessment import AnswerState
from kiassess.domain.kinds import Extent
from kiassess.domain.lens_profile import LensProfile, look_through
from kiassess.domain.lenses import Lens, LensPart
from kiassess.domain.profile import Tendency
from kiassess.domain.scoring import Score, rate, score_rated
from kiassess.paths import bundled

IDS = tuple(f"q.{letter}" for letter in "abcdefgh")
CLOSE = 1e-12
CORE, EDGE = 2, 1


def lens(*parts):
    """A lens of parts, each given as the ids of its primary and of its partial items."""
    made = (LensPart(f"P{n}", f"Part {n}", "", *related) for n, related in enumerate(parts))
    return Lens("own", "Own lens", "Own", "", "", "", tuple(made))


def town(given_answers, items=None, **facts):
    asked = items or [make_item(item_id) for item_id in IDS]
    return open_assessment(make_questionnaire(asked), given_answers, **facts)


def only_part(primary, partial, given_answers, **facts):
    (found,) = look_through(lens((primary, partial)), town(given_answers, **facts)).parts
    return found


# --- scores


@pytest.mark.parametrize(
    ("primary", "partial", "answers", "score"),
    [
        pytest.param(["q.a"], [], {"q.a": 3}, Score(3.0, 3.0, 3.0, 1.0, 1), id="one-item"),
        pytest.param(
            ["q.a"], ["q.b"], {"q.a": 4, "q.b": 1}, Score(3.0, 3.0, 3.0, 1.0, 2), id="twice"
        ),
        pytest.param(
            ["q.a"], ["q.b"], {"q.a": 3}, Score(3.0, 2.0, 10 / 3, 2 / 3, 2), id="open-widens"
        ),
        pytest.param(
            ["q.a"], ["q.b"], {"q.b": 3}, Score(None, 1.0, 11 / 3, 1 / 3, 2), id="too-little"
        ),
        pytest.param(
            ["q.a", "q.b", "q.c", "q.d"],
            ["q.e", "q.f"],
            {"q.a": 2, "q.b": 2, "q.c": 2},
            Score(2.0, 1.2, 2.8, 0.6, 6),
            id="60-percent-is-enough",
        ),
        pytest.param(
            ["q.a"], ["q.b"], {"q.a": NOT_APPLICABLE, "q.b": 1}, Score(1.0, 1.0, 1.0, 1.0, 1)
        ),
        pytest.param(
            ["q.a"], [], {"q.a": NOT_APPLICABLE}, Score(None, None, None, None, 0), id="nothing"
        ),
        pytest.param([], [], {}, Score(None, None, None, None, 0), id="not-covered"),
    ],
)
def test_a_part_is_scored_like_a_block(primary, partial, answers, score):
    found = only_part(tuple(primary), tuple(partial), answers).score
    assert (found.coverage, found.n_items) == (score.coverage, score.n_items)
    assert (found.value, found.low, found.high) == pytest.approx(
        (score.value, score.low, score.high)
    )


def test_a_part_names_its_items_and_counts_those_that_do_not_apply():
    found = only_part(("q.a", "q.b"), ("q.c",), {"q.a": 1, "q.b": NOT_APPLICABLE, "q.c": UNKNOWN})
    assert (found.primary, found.partial, found.not_asked) == (("q.a", "q.b"), ("q.c",), ())
    assert (found.n_items, found.score.n_items) == (3, 2)


def test_a_part_without_items_is_not_covered():
    found = only_part((), (), {"q.a": 1})
    assert not found.covered
    assert not found.asked


def test_items_the_answered_questionnaire_does_not_know_are_ignored():
    found = only_part(("q.a", "q.newer"), ("q.newest",), {"q.a": 3})
    assert (found.n_items, found.score.value, found.score.coverage) == (1, 3.0, 1.0)
    newer = only_part(("q.newer",), (), {"q.a": 3})
    assert not newer.covered


def test_what_the_extent_leaves_out_is_covered_and_not_asked():
    items = [
        make_item("q.a"),
        make_item("q.b", extents=frozenset({Extent.FULL})),
    ]
    opened = town({"q.a": 2, "q.b": 4}, items, extent=Extent.SMALL)
    both, left_out = look_through(lens((("q.a",), ("q.b",)), (("q.b",), ())), opened).parts
    assert (both.score.value, both.n_items, both.not_asked) == (2.0, 1, ("q.b",))
    assert (left_out.covered, left_out.asked) == (True, False)
    assert left_out.score == Score(None, None, None, None, 0)


def test_a_lens_counts_its_items_once_and_all_that_are_asked():
    seen = look_through(lens((("q.a", "q.b"), ()), (("q.b",), ("q.c", "q.newer"))), town({}))
    assert (seen.n_items, seen.n_total) == (3, len(IDS))


def test_parts_stand_in_the_order_of_the_lens():
    seen = look_through(lens((("q.c",), ()), ((), ()), (("q.a",), ())), town({}))
    assert [result.part.id for result in seen.parts] == ["P0", "P1", "P2"]


# --- the quick check


@pytest.mark.parametrize(
    ("level", "tendency"),
    [(1, Tendency.LOW), (2, Tendency.MEDIUM), (3, Tendency.HIGH), (UNKNOWN, None)],
)
def test_the_quick_check_tells_a_tendency_and_no_number(level, tendency):
    edge = 2 if level == UNKNOWN else level
    found = only_part(("q.a",), ("q.b",), {"q.a": level, "q.b": edge}, extent=Extent.QUICK)
    assert found.tendency is tendency
    score = found.score
    assert (score.value, score.low, score.high) == (None, None, None)
    assert score.coverage == (1 / 3 if level == UNKNOWN else 1.0)


@pytest.mark.parametrize("extent", [Extent.SMALL, Extent.FULL])
def test_other_extents_tell_no_tendency(extent):
    seen = look_through(lens((("q.a",), ())), town({"q.a": 2}, extent=extent))
    assert not seen.tendencies_only
    assert seen.parts[0].tendency is None


# --- laws

GIVEN = st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, OPEN])
ANSWERS = st.fixed_dictionaries(dict.fromkeys(IDS, GIVEN))
RELATED = st.dictionaries(st.sampled_from([*IDS, "q.newer"]), st.sampled_from([CORE, EDGE]))


def part_of(weights):
    return tuple(tuple(i for i, w in weights.items() if w == weight) for weight in (CORE, EDGE))


def by_the_book(weights, answers):
    """Value, low, high and coverage as the method says it, in exact fractions."""
    applicable = {i: w for i, w in weights.items() if i in IDS and answers[i] != NOT_APPLICABLE}
    total = sum(applicable.values())
    if not total:
        return None, None, None, None
    known = {i: w for i, w in applicable.items() if isinstance(answers[i], int)}
    points = sum(w * answers[i] for i, w in known.items())
    answered = sum(known.values())
    value = Fraction(points, answered) if Fraction(answered, total) >= Fraction(3, 5) else None
    high = Fraction(points + 4 * (total - answered), total)
    return value, Fraction(points, total), high, Fraction(answered, total)


def same(found, expected):
    if found is None or expected is None:
        return found is None and expected is None
    return abs(found - float(expected)) <= CLOSE


@given(st.lists(RELATED, max_size=4), ANSWERS)
def test_an_independent_calculation_agrees(parts, answers):
    seen = look_through(lens(*map(part_of, parts)), town(answers))
    for weights, result in zip(parts, seen.parts, strict=True):
        score = result.score
        found = (score.value, score.low, score.high, score.coverage)
        assert all(map(same, found, by_the_book(weights, answers)))


@given(RELATED, ANSWERS, st.sampled_from(IDS), st.integers(0, 4))
def test_not_knowing_widens_the_band_and_never_moves_it_away(weights, answers, item_id, level):
    known = only_part(*part_of(weights), {**answers, item_id: level}).score
    unknown = only_part(*part_of(weights), {**answers, item_id: UNKNOWN}).score
    if known.low is None:
        assert unknown.low is None
        return
    assert unknown.low <= known.low + CLOSE
    assert unknown.high >= known.high - CLOSE
    wider = (unknown.high - unknown.low) - (known.high - known.low)
    assert wider > CLOSE if item_id in weights else abs(wider) <= CLOSE


@given(RELATED, ANSWERS, st.sampled_from(IDS))
def test_not_applicable_leaves_as_if_it_were_not_related(weights, answers, item_id):
    without = {key: weight for key, weight in weights.items() if key != item_id}
    left = only_part(*part_of(weights), {**answers, item_id: NOT_APPLICABLE}).score
    assert left == only_part(*part_of(without), answers).score


@given(ANSWERS, st.permutations(IDS))
def test_the_order_of_the_items_decides_nothing(answers, shuffled):
    usual = only_part(IDS[:4], IDS[4:], answers).score
    core = tuple(item_id for item_id in shuffled if item_id in IDS[:4])
    edge = tuple(item_id for item_id in shuffled if item_id in IDS[4:])
    assert only_part(core, edge, answers).score == usual


# --- our own lenses


@pytest.fixture(scope="module")
def ours():
    return Library(bundled().questionnaires).catalogue("ki-readiness", "de")


def spread(questionnaire):
    """Answers of every kind over all items."""
    kinds = [0, 3, 1, UNKNOWN, 4, 2, OPEN, NOT_APPLICABLE]
    return {item.id: kinds[n % len(kinds)] for n, item in enumerate(questionnaire.items())}


@pytest.mark.parametrize("extent", list(Extent))
def test_every_lens_of_ours_is_seen_in_every_extent(ours, extent):
    catalogue, questionnaire = ours
    opened = open_assessment(questionnaire, spread(questionnaire), extent=extent)
    asked = {item.id for item in opened.items()}
    for one in catalogue.lenses.values():
        seen = look_through(one, opened)
        assert isinstance(seen, LensProfile)
        named = [i for result in seen.parts for i in (*result.primary, *result.partial)]
        assert set(named) == one.items & asked
        assert seen.n_items == len(set(named)) <= seen.n_total
        assert all(result.covered == bool(result.part.items) for result in seen.parts)
        assert seen.tendencies_only == (extent is Extent.QUICK)


def test_a_lens_made_of_the_blocks_shows_their_pooled_scores(ours):
    _, questionnaire = ours
    opened = open_assessment(questionnaire, spread(questionnaire))
    rated = {b.id: rate(b.id, opened.items(), opened.answers) for b in questionnaire.blocks}
    parts = [
        tuple(tuple(r.item.id for r in one if r.weight == weight) for weight in (CORE, EDGE))
        for one in rated.values()
    ]
    seen = look_through(lens(*parts), opened)
    assert [result.score for result in seen.parts] == [score_rated(r) for r in rated.values()]


def test_looking_changes_no_answer(ours):
    catalogue, questionnaire = ours
    opened = open_assessment(questionnaire, spread(questionnaire))
    before = dict(opened.answers)
    for one in catalogue.lenses.values():
        look_through(one, opened)
    assert opened.answers == before
    assert {answer.state for answer in before.values()} == set(AnswerState) - {AnswerState.OPEN}
