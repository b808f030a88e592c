"""Every scoring rule as a table, the laws behind them, and an independent recalculation."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from builders import NOT_APPLICABLE, OPEN, UNKNOWN, make_answer, make_answers, make_item
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.questionnaire import BuildingBlock, Facet
from kiassess.domain.scoring import (
    balanced_score,
    counts_as_half,
    rate,
    score_area,
    score_block,
    score_rated,
)

VECTOR = Path(__file__).parents[1] / "data" / "scoring_vector.json"

SINGLE = BuildingBlock("A", "Single")
DOUBLE = BuildingBlock("D", "Double", facets=(Facet("x", "X"), Facet("y", "Y")))


def scored(block, rows, **how):
    """Score a block fed by rows of weight, facet or "gate", and what was given."""
    items, given_by_id = [], {}
    for number, (weight, mark, value) in enumerate(rows):
        item_id = f"q.{number}"
        blocks = (block.id, "Z") if weight == 2 else ("Z", block.id)
        facets = {block.id: mark} if block.facets else {}
        items.append(make_item(item_id, *blocks, facets=facets, gate=mark == "gate"))
        given_by_id[item_id] = value
    return score_block(block, items, make_answers(given_by_id), **how)


def plain(*pairs):
    """Rows without facet and gate from pairs of weight and answer."""
    return [(weight, "", value) for weight, value in pairs]


# --- value, coverage, band


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        pytest.param(plain((2, 3)), 3.0, id="one-item"),
        pytest.param(plain((2, 4), (1, 1)), 3.0, id="primary-counts-twice"),
        pytest.param(plain((1, 4), (1, 1)), 2.5, id="secondary-items-count-alike"),
        pytest.param(plain((2, 0), (2, 0)), 0.0, id="nothing-there-is-a-value"),
        pytest.param(plain((2, 4), (1, 4)), 4.0, id="best"),
        pytest.param(plain((2, 2), (1, UNKNOWN)), 2.0, id="unknown-does-not-lower"),
        pytest.param(plain((2, 2), (1, OPEN)), 2.0, id="open-does-not-lower"),
        pytest.param(plain((2, 2), (2, NOT_APPLICABLE)), 2.0, id="not-applicable-is-left-out"),
    ],
)
def test_the_value_is_the_weighted_mean_of_what_is_answered(rows, value):
    assert scored(SINGLE, rows).score.value == value


@pytest.mark.parametrize(
    ("rows", "coverage", "shown"),
    [
        pytest.param(plain((2, 2), (1, 2), (2, UNKNOWN)), 3 / 5, True, id="exactly-60"),
        pytest.param(plain(*[(2, 2)] * 29, (1, 2), *[(2, OPEN)] * 20), 59 / 99, False, id="59.6"),
        pytest.param(plain(*[(2, 2)] * 30, (1, 2), *[(2, OPEN)] * 20), 61 / 101, True, id="60.4"),
        pytest.param(plain((1, 2), (1, UNKNOWN)), 1 / 2, False, id="half"),
        pytest.param(plain((2, 2), (1, UNKNOWN)), 2 / 3, True, id="weight-counts-not-items"),
        pytest.param(plain((1, 2), (2, UNKNOWN)), 1 / 3, False, id="light-answer-is-too-little"),
        pytest.param(
            plain((2, 2), (1, 2), (2, UNKNOWN), (2, NOT_APPLICABLE)),
            3 / 5,
            True,
            id="not-applicable-weight-does-not-count",
        ),
        pytest.param(plain((2, OPEN)), 0.0, False, id="nothing-answered"),
    ],
)
def test_a_value_is_shown_from_60_percent_of_the_weight_on(rows, coverage, shown):
    score = scored(SINGLE, rows).score
    assert score.coverage == coverage
    assert (score.value is not None) == shown


@pytest.mark.parametrize(
    ("rows", "low", "high"),
    [
        pytest.param(plain((2, 3), (1, 0)), 2.0, 2.0, id="all-answered-is-a-point"),
        pytest.param(plain((2, 3), (2, UNKNOWN)), 1.5, 3.5, id="unknown-0-or-4"),
        pytest.param(plain((2, 3), (2, OPEN)), 1.5, 3.5, id="open-0-or-4"),
        pytest.param(plain((2, 3), (1, UNKNOWN)), 2.0, 10 / 3, id="by-weight"),
        pytest.param(plain((2, UNKNOWN)), 0.0, 4.0, id="nothing-known"),
        pytest.param(plain((2, 1), (2, NOT_APPLICABLE)), 1.0, 1.0, id="not-applicable-is-left-out"),
    ],
)
def test_the_band_reaches_from_all_unknown_0_to_all_unknown_4(rows, low, high):
    score = scored(SINGLE, rows).score
    assert (score.low, score.high) == (low, high)


@pytest.mark.parametrize("rows", [[], plain((2, NOT_APPLICABLE), (1, NOT_APPLICABLE))])
def test_where_nothing_applies_there_is_no_number(rows):
    block = scored(SINGLE, rows)
    score = block.score
    assert (score.value, score.low, score.high, score.coverage) == (None, None, None, None)
    assert (score.n_items, block.secured_level, block.target, block.gap) == (0, None, None, None)


def test_the_number_of_items_is_that_of_the_applicable_ones():
    rows = plain((2, 1), (2, UNKNOWN), (1, OPEN), (1, NOT_APPLICABLE))
    assert scored(SINGLE, rows).score.n_items == 3


# --- facets


def facet_rows(mark, *values, weight=2):
    return [(weight, mark, value) for value in values]


X4 = facet_rows("x", 4, 4, 4, 4)


@pytest.mark.parametrize(
    ("rows", "value", "low", "high"),
    [
        pytest.param(
            [*X4, *facet_rows("y", *[0] * 12)], 2.0, 2.0, 2.0, id="both-halves-count-alike"
        ),
        pytest.param(
            [*X4, *facet_rows("y", 0, 0, 0)], 16 / 7, 16 / 7, 16 / 7, id="three-items-are-pooled"
        ),
        pytest.param(
            [*X4, *facet_rows("y", 0, 0, 0, NOT_APPLICABLE)],
            16 / 7,
            16 / 7,
            16 / 7,
            id="four-items-with-one-not-applicable-are-pooled",
        ),
        pytest.param(
            [*X4, *facet_rows("y", 0, 0, 0, UNKNOWN)],
            2.0,
            2.0,
            2.5,
            id="four-items-with-one-unknown-are-a-half",
        ),
        pytest.param(
            [*X4, *facet_rows("y", 0, 0, 0, UNKNOWN, UNKNOWN)],
            2.0,
            2.0,
            2.8,
            id="exactly-60-percent-is-a-half",
        ),
        pytest.param(
            [*X4, *facet_rows("y", 0, 0, UNKNOWN, UNKNOWN)],
            16 / 6,
            2.0,
            3.0,
            id="under-60-percent-is-pooled",
        ),
        pytest.param(
            [*X4, *facet_rows("y", 0, 0, 0, 0, weight=1)], 2.0, 2.0, 2.0, id="weights-within-only"
        ),
        pytest.param(X4, 4.0, 4.0, 4.0, id="one-facet-empty-is-pooled"),
    ],
)
def test_a_double_block_is_the_mean_of_its_halves_or_pooled(rows, value, low, high):
    score = scored(DOUBLE, rows).score
    assert (score.value, score.low, score.high) == pytest.approx((value, low, high), abs=1e-12)


def test_coverage_and_items_of_a_double_block_are_those_of_all_its_items():
    block = scored(DOUBLE, [*X4, *facet_rows("y", 0, 0, 0, UNKNOWN, weight=1)])
    assert (block.score.coverage, block.score.n_items) == (11 / 12, 8)


def test_both_facets_are_shown_even_where_they_are_pooled():
    facets = scored(DOUBLE, [*X4, *facet_rows("y", 0)]).facets
    assert [(f.id, f.score.value, f.score.n_items) for f in facets] == [("x", 4.0, 4), ("y", 0, 1)]


def test_a_single_block_has_no_facets():
    assert scored(SINGLE, plain((2, 1))).facets == ()


@pytest.mark.parametrize(
    ("values", "carries"),
    [
        pytest.param([1, 1, 1, 1], True, id="four-answered"),
        pytest.param([1, 1, 1], False, id="three-answered"),
        pytest.param([1, 1, 1, UNKNOWN, UNKNOWN], True, id="60-percent"),
        pytest.param([1, 1, UNKNOWN, UNKNOWN], False, id="half-known"),
    ],
)
def test_a_facet_is_a_half_with_four_items_and_60_percent(values, carries):
    facet = scored(DOUBLE, facet_rows("x", *values)).facets[0]
    assert counts_as_half(facet.score) == carries


# --- secured level


@pytest.mark.parametrize(
    ("rows", "level"),
    [
        pytest.param(plain((2, 3)), 3, id="the-level-of-a-lone-item"),
        pytest.param(plain((2, 3), (2, 3), (2, 3), (2, 0)), 3, id="exactly-75-percent"),
        pytest.param(plain((2, 3), (2, 3), (1, 3), (2, 0)), 0, id="71-percent"),
        pytest.param(plain((2, 3), (1, 3), (1, 0)), 3, id="weight-counts-not-items"),
        pytest.param(plain((2, 4), (2, 3), (2, 3), (2, 1)), 3, id="each-level-for-itself"),
        pytest.param(plain((2, 2), (2, 2), (2, 1), (2, 1)), 1, id="half-holds-2"),
        pytest.param(plain((2, 4), (2, UNKNOWN)), 0, id="unknown-is-not-reached"),
        pytest.param(plain((2, 4), (2, OPEN)), 0, id="open-is-not-reached"),
        pytest.param(plain((2, 4), (2, 4), (2, 4), (2, UNKNOWN)), 4, id="a-quarter-unknown"),
        pytest.param(plain((2, 4), (2, NOT_APPLICABLE)), 4, id="not-applicable-is-left-out"),
        pytest.param(plain((2, 0)), 0, id="nothing-there"),
        pytest.param(plain((2, UNKNOWN)), 0, id="nothing-known"),
    ],
)
def test_a_level_is_secured_from_75_percent_of_the_weight_on(rows, level):
    assert scored(SINGLE, rows).secured_level == level


STRONG = plain(*[(2, 4)] * 9)


@pytest.mark.parametrize(
    ("gate", "level"),
    [
        pytest.param((2, "gate", 0), 0, id="gate-at-0-secures-nothing"),
        pytest.param((2, "gate", 1), 1, id="gate-at-1-secures-1"),
        pytest.param((2, "gate", 2), 4, id="gate-at-2-holds-all"),
        pytest.param((2, "gate", UNKNOWN), 0, id="unknown-gate-secures-nothing"),
        pytest.param((2, "gate", OPEN), 0, id="open-gate-secures-nothing"),
        pytest.param((2, "gate", NOT_APPLICABLE), 4, id="gate-that-does-not-apply"),
        pytest.param((1, "gate", 0), 4, id="gate-of-another-block"),
        pytest.param((2, "", 0), 4, id="no-gate"),
    ],
)
def test_a_primary_gate_holds_the_secured_level_down(gate, level):
    assert scored(SINGLE, [*STRONG, gate]).secured_level == level


# --- comparability, target, gap, weights


@pytest.mark.parametrize(
    ("rows", "limited"),
    [
        pytest.param(plain((2, 1), (2, 1), (2, 1), (2, NOT_APPLICABLE)), False, id="exactly-25"),
        pytest.param(plain((2, 1), (2, 1), (1, 1), (2, NOT_APPLICABLE)), True, id="28"),
        pytest.param(plain((2, 1), (2, 1), (1, NOT_APPLICABLE)), False, id="20"),
        pytest.param(plain((2, 1), (1, NOT_APPLICABLE)), True, id="weight-counts-not-items"),
        pytest.param(plain((2, UNKNOWN), (2, OPEN)), False, id="unknown-is-another-matter"),
        pytest.param(plain((2, NOT_APPLICABLE)), True, id="nothing-applies"),
        pytest.param([], False, id="nothing-asked"),
    ],
)
def test_more_than_25_percent_not_applicable_limits_comparability(rows, limited):
    assert scored(SINGLE, rows).limited_comparability == limited


@pytest.mark.parametrize(
    ("rows", "targets", "target", "gap"),
    [
        pytest.param(plain((2, 1), (1, 1)), [3, 3], 3.0, 2.0, id="same-gap"),
        pytest.param(plain((2, 1), (1, 1)), [3, 1], 7 / 3, 4 / 3, id="by-weight"),
        pytest.param(plain((2, 4), (2, 1)), [2, 2], 2.0, 0.5, id="more-than-wanted-is-no-credit"),
        pytest.param(plain((2, 2)), [2], 2.0, 0.0, id="reached"),
        pytest.param(plain((2, 1), (2, UNKNOWN)), [3, 1], 2.0, 2.0, id="unknown-has-no-gap"),
        pytest.param(plain((2, 1), (2, OPEN)), [3, 3], 3.0, 2.0, id="open-has-no-gap"),
        pytest.param(plain((2, 1), (2, NOT_APPLICABLE)), [3, 0], 3.0, 2.0, id="not-applicable"),
        pytest.param(plain((2, 1), (2, 0)), [3, None], 3.0, 2.0, id="without-a-target"),
        pytest.param(plain((2, 1)), [None], None, None, id="no-target-at-all"),
        pytest.param(plain((2, UNKNOWN)), [3], 3.0, None, id="nothing-known"),
        pytest.param(plain((2, 0)), [0], 0.0, 0.0, id="nothing-wanted"),
    ],
)
def test_target_and_gap_are_weighted_means_in_levels(rows, targets, target, gap):
    wanted = {f"q.{number}": level for number, level in enumerate(targets)}
    block = scored(SINGLE, rows, target_of=lambda item: wanted[item.id])
    assert (block.target, block.gap) == (target, gap)


@pytest.mark.parametrize(("weight", "value"), [(1, 2.5), (2, 3.0), (3, 3.25)])
def test_other_primary_weights_can_be_tried(weight, value):
    items = [make_item("q.1", "A", "Z"), make_item("q.2", "Z", "A")]
    answers = make_answers({"q.1": 4, "q.2": 1})
    rated = rate("A", items, answers, primary_weight=weight)
    assert balanced_score(SINGLE, rated).value == value


def test_an_item_counts_only_in_the_blocks_it_feeds():
    items = [make_item("q.1", "A", "D"), make_item("q.2", "D")]
    assert [(r.item.id, r.weight, r.primary) for r in rate("A", items, {})] == [("q.1", 2, True)]
    assert [(r.item.id, r.weight, r.primary) for r in rate("D", items, {})] == [
        ("q.1", 1, False),
        ("q.2", 2, True),
    ]
    assert rate("C", items, {}) == ()


# --- areas


@pytest.mark.parametrize(
    ("values", "value", "low", "high", "coverage"),
    [
        pytest.param([4, 1], 2.5, 2.5, 2.5, 1.0, id="every-item-counts-once"),
        pytest.param([2, 1, 3, UNKNOWN, OPEN], 2.0, 1.2, 2.8, 0.6, id="exactly-60-percent"),
        pytest.param([2, UNKNOWN], None, 1.0, 3.0, 0.5, id="half-known"),
        pytest.param([2, NOT_APPLICABLE], 2.0, 2.0, 2.0, 1.0, id="not-applicable"),
    ],
)
def test_an_area_is_the_plain_mean_with_the_same_band(values, value, low, high, coverage):
    items = [make_item(f"q.{n}", "A", "D") for n in range(len(values))]
    score = score_area(items, make_answers({f"q.{n}": v for n, v in enumerate(values)}))
    assert (score.value, score.low, score.high, score.coverage) == (value, low, high, coverage)


# --- laws

VALUES = st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, OPEN])
PLAIN_ROWS = st.lists(
    st.tuples(st.sampled_from([1, 2]), st.sampled_from(["", "gate"]), VALUES), max_size=14
)
FACET_ROWS = st.lists(
    st.tuples(st.sampled_from([1, 2]), st.sampled_from(["x", "y"]), VALUES), max_size=18
)
BLOCKS_AND_ROWS = st.one_of(
    st.tuples(st.just(SINGLE), PLAIN_ROWS), st.tuples(st.just(DOUBLE), FACET_ROWS)
)


@given(BLOCKS_AND_ROWS)
def test_all_numbers_keep_their_bounds_and_the_band_holds_the_value(case):
    block = scored(*case)
    for score in (block.score, *(facet.score for facet in block.facets)):
        if score.n_items == 0:
            assert score.low is score.high is score.value is score.coverage is None
            continue
        assert 0 <= score.low <= score.high + 1e-12 <= 4 + 2e-12
        assert 0 <= score.coverage <= 1
        if score.value is not None:
            assert score.low - 1e-12 <= score.value <= score.high + 1e-12
            assert score.coverage >= 0.6
    assert block.secured_level in {None, 0, 1, 2, 3, 4}


@given(BLOCKS_AND_ROWS, st.data())
def test_a_higher_level_never_lowers_anything(case, data):
    block, rows = case
    raisable = [n for n, (_, _, value) in enumerate(rows) if value in {0, 1, 2, 3}]
    if not raisable:
        return
    number = data.draw(st.sampled_from(raisable))
    weight, mark, value = rows[number]
    better = [*rows[:number], (weight, mark, value + 1), *rows[number + 1 :]]
    before, after = scored(block, rows), scored(block, better)
    assert (after.score.low, after.score.high) >= (before.score.low, before.score.high)
    assert after.secured_level >= before.secured_level
    if before.score.value is not None:
        assert after.score.value > before.score.value


@given(BLOCKS_AND_ROWS, st.data())
def test_the_order_of_the_items_decides_nothing(case, data):
    block, rows = case
    mixed = data.draw(st.permutations(rows))
    usual, other = scored(block, rows), scored(block, mixed)
    assert (other.score, other.secured_level, other.limited_comparability) == (
        usual.score,
        usual.secured_level,
        usual.limited_comparability,
    )


@given(BLOCKS_AND_ROWS)
def test_not_applicable_is_as_if_the_item_were_not_asked(case):
    block, rows = case
    asked = scored(block, rows)
    removed = scored(block, [row for row in rows if row[2] != NOT_APPLICABLE])
    assert (asked.score, asked.facets, asked.secured_level) == (
        removed.score,
        removed.facets,
        removed.secured_level,
    )


@given(PLAIN_ROWS, st.integers(0, 4), st.data())
def test_answering_what_was_unknown_narrows_the_band(rows, level, data):
    unanswered = [n for n, (_, _, value) in enumerate(rows) if value in {UNKNOWN, OPEN}]
    if not unanswered:
        return
    number = data.draw(st.sampled_from(unanswered))
    known = [*rows[:number], (*rows[number][:2], level), *rows[number + 1 :]]
    before, after = scored(SINGLE, rows).score, scored(SINGLE, known).score
    assert before.low <= after.low <= after.high <= before.high
    assert after.high - after.low < before.high - before.low
    assert after.coverage > before.coverage


@given(BLOCKS_AND_ROWS, st.data())
def test_open_and_unknown_count_alike(case, data):
    block, rows = case
    other = [
        (
            w,
            mark,
            data.draw(st.sampled_from([UNKNOWN, OPEN])) if value in {UNKNOWN, OPEN} else value,
        )
        for w, mark, value in rows
    ]
    assert scored(block, other).score == scored(block, rows).score


@given(PLAIN_ROWS)
def test_the_secured_level_is_no_higher_than_the_gates_allow(rows):
    secured = scored(SINGLE, rows).secured_level
    for weight, mark, value in rows:
        if weight == 2 and mark == "gate" and value != NOT_APPLICABLE:
            reached = value if isinstance(value, int) else 0
            assert reached >= 2 or secured <= reached


# --- an independent recalculation, written from the specification alone


def by_the_book(rows):
    """Value, low, high, coverage of pooled rows of weight and answer, in exact fractions."""
    applicable = [(w, v) for w, v in rows if v != NOT_APPLICABLE]
    total = Fraction(sum(w for w, _ in applicable))
    if total == 0:
        return None
    known = [(w, v) for w, v in applicable if isinstance(v, int)]
    answered = sum(w for w, _ in known)
    value = None
    if Fraction(answered) / total >= Fraction(60, 100):
        value = Fraction(sum(w * v for w, v in known), answered)
    worst, best = (
        sum(w * (v if isinstance(v, int) else instead) for w, v in applicable) / total
        for instead in (0, 4)
    )
    return value, worst, best, answered / total


def block_by_the_book(block, rows):
    pooled = by_the_book([(w, v) for w, _, v in rows])
    halves = []
    for facet in block.facets:
        mine = [(w, v) for w, mark, v in rows if mark == facet.id]
        if sum(v != NOT_APPLICABLE for _, v in mine) >= 4 and by_the_book(mine)[0] is not None:
            halves.append(by_the_book(mine))
    if len(halves) == 2:
        return (*(sum(pair) / 2 for pair in list(zip(*halves, strict=True))[:3]), pooled[3])
    return pooled


def secured_by_the_book(rows):
    applicable = [row for row in rows if row[2] != NOT_APPLICABLE]
    total = sum(w for w, _, _ in applicable)
    levels = [
        level
        for level in range(1, 5)
        if sum(w for w, _, v in applicable if v not in {UNKNOWN, OPEN} and v >= level) * 4
        >= 3 * total
        and all(
            v not in {UNKNOWN, OPEN} and v >= min(level, 2)
            for w, mark, v in applicable
            if w == 2 and mark == "gate"
        )
    ]
    return (max(levels) if levels else 0) if total else None


@given(BLOCKS_AND_ROWS)
def test_an_independent_calculation_agrees(case):
    block, rows = case
    mine, book = scored(block, rows), block_by_the_book(block, rows)
    score = mine.score
    if book is None:
        assert score.coverage is None
    else:
        assert (score.value is None) == (book[0] is None)
        shown = [float(number) for number in book if number is not None]
        numbers = (score.value, score.low, score.high, score.coverage)
        assert [number for number in numbers if number is not None] == pytest.approx(shown)
    assert mine.secured_level == secured_by_the_book(rows)


# --- the published test vector


@pytest.fixture(scope="module")
def vector():
    return json.loads(VECTOR.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def vector_items(vector):
    return [
        make_item(
            item_id, row["primary"], *row["secondary"], facets=row["facets"], gate=row["gate"]
        )
        for item_id, row in vector["items"].items()
    ]


@pytest.fixture(scope="module")
def vector_answers(vector):
    return make_answers({item_id: row["answer"] for item_id, row in vector["items"].items()})


def same_score(score, expected):
    found = (score.value, score.low, score.high, score.coverage, score.n_items)
    wanted = [expected[key] for key in ("point", "low", "high", "coverage", "n")]
    assert found == pytest.approx(tuple(wanted), abs=1e-9)


@pytest.mark.parametrize("block_id", ["VIS", "HF", "DI", "GB", "KQ", "EW", "RM"])
def test_the_test_vector_is_reproduced_block_by_block(
    vector, vector_items, vector_answers, block_id
):
    facets = tuple(Facet(name, name) for name in vector["facets"].get(block_id, ()))
    block = BuildingBlock(block_id, block_id, facets=facets)
    mine, expected = score_block(block, vector_items, vector_answers), vector["blocks"][block_id]
    same_score(mine.score, expected)
    assert mine.secured_level == expected["secured"]
    assert [facet.id for facet in mine.facets] == list(expected["facets"])
    for facet in mine.facets:
        same_score(facet.score, expected["facets"][facet.id])


@pytest.mark.parametrize("area", ["data", "infra", "skill", "res", "legal", "strat"])
def test_the_test_vector_is_reproduced_area_by_area(vector, vector_items, vector_answers, area):
    items = [item for item in vector_items if item.id.startswith(f"{area}.")]
    same_score(score_area(items, vector_answers), vector["areas"][area])


def test_pooled_scores_take_any_items_together():
    items = [make_item("q.1", "A", "D"), make_item("q.2", "D")]
    answers = {"q.1": make_answer("q.1", 4), "q.2": make_answer("q.2", 1)}
    assert score_rated(rate("D", items, answers)).value == 2.0
