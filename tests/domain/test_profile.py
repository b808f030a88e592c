"""The profile: minimum requirements, tendencies, robustness of the order, what is unknown."""

import pytest
from builders import (
    NOT_APPLICABLE,
    OPEN,
    UNKNOWN,
    make_answer,
    make_answers,
    make_item,
    make_questionnaire,
    open_assessment,
)
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.assessment import AiInUse, AnswerState
from kiassess.domain.kinds import Extent, NotApplicableRule
from kiassess.domain.profile import (
    GateStatus,
    Tendency,
    gate_result,
    make_profile,
    order_is_robust,
    tendency,
)
from kiassess.domain.questionnaire import BuildingBlock
from kiassess.domain.scoring import Score, balanced_score, rate

NEVER, REASON, NO_AI = NotApplicableRule
USED, UNUSED, UNSURE = AiInUse
MET, MISSING, UNCLEAR, BEFORE_FIRST_USE = GateStatus

# --- minimum requirements


@pytest.mark.parametrize(
    ("rule", "ai_in_use", "value", "status"),
    [
        pytest.param(NEVER, USED, 2, MET, id="level-2-is-enough"),
        pytest.param(NEVER, USED, 4, MET, id="level-4"),
        pytest.param(NEVER, USED, 1, MISSING, id="level-1-is-not"),
        pytest.param(NEVER, UNUSED, 0, MISSING, id="missing-whether-ai-is-used-or-not"),
        pytest.param(NEVER, None, 0, MISSING, id="missing-though-nobody-has-said"),
        pytest.param(NEVER, USED, UNKNOWN, UNCLEAR, id="unknown"),
        pytest.param(NEVER, UNUSED, OPEN, UNCLEAR, id="open"),
        pytest.param(NO_AI, UNUSED, 2, MET, id="met-ahead-of-time"),
        pytest.param(NO_AI, UNUSED, 1, BEFORE_FIRST_USE, id="low-while-no-ai"),
        pytest.param(NO_AI, UNUSED, UNKNOWN, BEFORE_FIRST_USE, id="unknown-while-no-ai"),
        pytest.param(NO_AI, UNUSED, OPEN, BEFORE_FIRST_USE, id="open-while-no-ai"),
        pytest.param(NO_AI, UNUSED, NOT_APPLICABLE, BEFORE_FIRST_USE, id="n-a-while-no-ai"),
        pytest.param(NO_AI, UNSURE, 1, MISSING, id="not-knowing-is-not-no"),
        pytest.param(NO_AI, None, 1, MISSING, id="not-saying-is-not-no"),
        pytest.param(NO_AI, UNSURE, NOT_APPLICABLE, BEFORE_FIRST_USE, id="n-a-not-known"),
        pytest.param(NO_AI, None, NOT_APPLICABLE, BEFORE_FIRST_USE, id="n-a-not-said"),
        pytest.param(NO_AI, USED, 1, MISSING, id="low-with-ai"),
        pytest.param(NO_AI, USED, NOT_APPLICABLE, UNCLEAR, id="n-a-though-ai-is-used-by-now"),
        pytest.param(REASON, UNUSED, 1, MISSING, id="with-a-reason-is-another-rule"),
    ],
)
def test_how_a_minimum_requirement_stands(rule, ai_in_use, value, status):
    item = make_item("q.gate", gate=True, not_applicable=rule)
    result = gate_result(item, make_answer("q.gate", value), ai_in_use)
    assert result.status is status
    assert result.met == (status is MET)


def test_a_minimum_requirement_names_what_was_answered():
    item = make_item("q.gate", gate=True)
    result = gate_result(item, make_answer("q.gate", 1), USED)
    assert (result.item_id, result.level, result.state) == ("q.gate", 1, AnswerState.ANSWERED)
    unknown = gate_result(item, make_answer("q.gate", UNKNOWN), USED)
    assert (unknown.level, unknown.state) == (None, AnswerState.UNKNOWN)


def test_the_profile_counts_the_minimum_requirements_asked():
    items = [
        make_item("q.met", gate=True),
        make_item("q.low", gate=True),
        make_item("q.open", gate=True),
        make_item("q.small", gate=True, extents=frozenset({Extent.FULL})),
        make_item("q.other"),
    ]
    given_answers = {"q.met": 2, "q.low": 1, "q.small": 4, "q.other": 4}
    questionnaire = make_questionnaire(items)
    full = make_profile(open_assessment(questionnaire, given_answers))
    assert [gate.item_id for gate in full.gates] == ["q.met", "q.low", "q.open", "q.small"]
    assert full.gates_met == 2
    small = make_profile(open_assessment(questionnaire, given_answers, extent=Extent.SMALL))
    assert (small.gates_met, len(small.gates)) == (1, 3)


def test_the_profile_hands_on_whether_ai_is_used():
    questionnaire = make_questionnaire([make_item("q.gate", gate=True, not_applicable=NO_AI)])
    unused = make_profile(open_assessment(questionnaire, {}, ai_in_use=UNUSED))
    assert (unused.ai_in_use, unused.gates[0].status) == (UNUSED, BEFORE_FIRST_USE)
    used = make_profile(open_assessment(questionnaire, {}, ai_in_use=USED))
    assert (used.ai_in_use, used.gates[0].status) == (USED, UNCLEAR)


# --- tendencies


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, None, id="no-value"),
        pytest.param(0.0, Tendency.LOW, id="lowest"),
        pytest.param(1.299, Tendency.LOW, id="below-1.3"),
        pytest.param(1.3, Tendency.MEDIUM, id="at-1.3"),
        pytest.param(1.3 - 1e-12, Tendency.MEDIUM, id="at-1.3-but-for-binary-noise"),
        pytest.param(2.499, Tendency.MEDIUM, id="below-2.5"),
        pytest.param(2.5, Tendency.HIGH, id="at-2.5"),
        pytest.param(2.5 - 1e-12, Tendency.HIGH, id="at-2.5-but-for-binary-noise"),
        pytest.param(4.0, Tendency.HIGH, id="highest"),
    ],
)
def test_a_tendency_is_low_below_1_3_and_high_from_2_5_on(value, expected):
    assert tendency(Score(value, value, value, 1.0, 1)) is expected


FACETS = {"D": ("x", "y")}


def quick_profile(given_answers):
    items = [make_item("q.one"), make_item("q.two", "D", facets={"D": "x"})]
    questionnaire = make_questionnaire(items, ("A", "D"), FACETS)
    opened = open_assessment(questionnaire, given_answers, extent=Extent.QUICK, population=900)
    return make_profile(opened)


def test_the_quick_check_says_tendencies():
    profile = quick_profile({"q.one": 3})
    assert profile.tendencies_only
    assert [(block.id, block.tendency) for block in profile.blocks] == [
        ("A", Tendency.HIGH),
        ("D", None),
    ]
    # Half of the area is open, so it has no value and no tendency.
    assert [area.tendency for area in profile.areas] == [None]


def test_the_quick_check_prints_no_number_anywhere():
    profile = quick_profile({"q.one": 3, "q.two": 1})
    for result in (*profile.blocks, *profile.areas):
        scored = result.scored
        for score in (scored.score, *(facet.score for facet in scored.facets)):
            assert (score.value, score.low, score.high) == (None, None, None)
        assert (scored.secured_level, scored.target, scored.gap) == (None, None, None)


def test_the_quick_check_keeps_coverage_and_number_of_items():
    block = quick_profile({"q.one": 3}).blocks[0]
    assert (block.score.coverage, block.score.n_items) == (1.0, 1)
    assert [facet.id for facet in quick_profile({}).blocks[1].scored.facets] == ["x", "y"]


@pytest.mark.parametrize("extent", [Extent.SMALL, Extent.FULL])
def test_the_other_extents_print_numbers_and_no_tendency(extent):
    questionnaire = make_questionnaire([make_item("q.one")])
    profile = make_profile(open_assessment(questionnaire, {"q.one": 3}, extent=extent))
    assert not profile.tendencies_only
    (block,) = profile.blocks
    assert (block.score.value, block.scored.secured_level, block.tendency) == (3.0, 3, None)


# --- what is asked, unknown and open


def test_only_items_of_the_extent_are_asked():
    items = [
        make_item("q.always"),
        make_item("q.full", extents=frozenset({Extent.FULL})),
        make_item("other.full", extents=frozenset({Extent.FULL})),
    ]
    questionnaire = make_questionnaire(items)
    given_answers = {"q.always": 1, "q.full": 3, "other.full": 3}
    small = make_profile(open_assessment(questionnaire, given_answers, extent=Extent.SMALL))
    assert (small.n_items, small.blocks[0].score.value) == (1, 1.0)
    assert [(area.id, area.score.value) for area in small.areas] == [("q", 1.0)]
    full = make_profile(open_assessment(questionnaire, given_answers))
    assert [(area.id, area.score.value) for area in full.areas] == [("q", 2.0), ("other", 3.0)]
    assert full.n_items == 3


def test_the_profile_lists_what_is_unknown_and_what_is_open():
    items = [make_item(f"q.{name}") for name in ("known", "unknown", "open", "left")]
    given_answers = {"q.known": 1, "q.unknown": UNKNOWN, "q.left": NOT_APPLICABLE}
    profile = make_profile(open_assessment(make_questionnaire(items), given_answers))
    assert profile.unknown_items == ("q.unknown",)
    assert profile.open_items == ("q.open",)


def test_blocks_and_areas_keep_their_names_and_fixed_order():
    items = [make_item("q.one", "B"), make_item("a.one", "A")]
    profile = make_profile(open_assessment(make_questionnaire(items, ("B", "A")), {}))
    assert [(block.id, block.name) for block in profile.blocks] == [
        ("B", "Block B"),
        ("A", "Block A"),
    ]
    assert [(area.id, area.name) for area in profile.areas] == [("q", "Area q"), ("a", "Area a")]


@pytest.mark.parametrize(
    ("values", "limited"),
    [
        pytest.param([1, 1, 1, NOT_APPLICABLE], False, id="exactly-25-percent"),
        pytest.param([1, 1, NOT_APPLICABLE], True, id="a-third"),
        pytest.param([UNKNOWN, OPEN], False, id="unknown-is-another-matter"),
    ],
)
def test_an_area_of_which_much_does_not_apply_is_of_limited_comparability(values, limited):
    ids = [f"q.{number}" for number in range(len(values))]
    questionnaire = make_questionnaire([make_item(item_id) for item_id in ids])
    opened = open_assessment(questionnaire, dict(zip(ids, values, strict=True)))
    (area,) = make_profile(opened).areas
    assert area.scored.limited_comparability == limited
    assert area.scored.secured_level is None


def test_targets_and_gaps_follow_the_size_class():
    targets = dict(zip(("small", "medium", "large"), (1, 2, 3), strict=True))
    questionnaire = make_questionnaire([make_item("q.one", targets=targets)])
    gaps = {}
    for population in (None, 4_999, 5_000, 20_000, 20_001):
        opened = open_assessment(questionnaire, {"q.one": 1}, population=population)
        (block,) = make_profile(opened).blocks
        gaps[population] = (block.scored.target, block.scored.gap)
    assert gaps == {
        None: (None, None),
        4_999: (1, 0),
        5_000: (2, 1),
        20_000: (2, 1),
        20_001: (3, 2),
    }


# --- whether the order holds


A, B, C = (BuildingBlock(name, name) for name in "ABC")


def robust(rows, blocks=(A, B)):
    """Whether the order holds for rows of blocks, the primary one first, and an answer."""
    items = [make_item(f"q.{number}", *row[0]) for number, row in enumerate(rows)]
    given_answers = {f"q.{number}": row[1] for number, row in enumerate(rows)}
    return order_is_robust(blocks, items, make_answers(given_answers))


@pytest.mark.parametrize(
    ("rows", "holds"),
    [
        pytest.param([("A", 4), ("A", 4), ("B", 0), ("B", 0)], True, id="far-apart"),
        pytest.param([("A", 2), ("A", 2), ("B", 2), ("B", 2)], True, id="all-equal"),
        pytest.param([("A", 2), ("B", 2)], False, id="equal-but-each-is-a-lone-item"),
        pytest.param(
            [("A", 4), ("A", 0), ("B", 1), ("B", 1)], False, id="a-single-item-carries-the-lead"
        ),
        pytest.param(
            # A: 2:1 → 2.33, 1:1 → 2.0, 3:1 → 2.5; B is 2.2 throughout
            [("AC", 3)] * 20 + [("CA", 1)] * 20 + [("B", 2)] * 16 + [("B", 3)] * 4,
            False,
            id="1:1-turns-it",
        ),
        pytest.param(
            # The same A; B is 2.4 throughout
            [("AC", 3)] * 20 + [("CA", 1)] * 20 + [("B", 2)] * 12 + [("B", 3)] * 8,
            False,
            id="3:1-turns-it",
        ),
        pytest.param(
            # The same A; B is 2.55 throughout, which only 4:1 would turn
            [("AC", 3)] * 20 + [("CA", 1)] * 20 + [("B", 2)] * 9 + [("B", 3)] * 11,
            True,
            id="3:1-is-the-farthest",
        ),
        pytest.param([], True, id="nothing-asked"),
        pytest.param([("A", UNKNOWN), ("B", OPEN)], True, id="nothing-known"),
    ],
)
def test_an_order_holds_only_if_no_variation_turns_it(rows, holds):
    assert robust(rows) == holds


def test_a_tie_that_dissolves_is_a_changed_order():
    rows = [("A", 4), ("A", 4), ("B", 4), ("B", 4), ("B", 4), ("C", 1), ("C", 1)]
    assert robust(rows, (A, B, C))
    assert not robust([*rows, ("B", 3)], (A, B, C))  # B stands apart only by this item


def test_a_middle_block_may_move_freely():
    far = [("A", 4)] * 3 + [("C", 0)] * 3
    assert robust([*far, ("B", 1), ("B", 3)], (A, B, C))


def test_binary_noise_makes_no_order():
    thirds = [("A", 1), ("A", 0), ("A", 0)] * 2
    pairs = [("B", 1), ("B", 0), ("B", 0)] * 2
    assert not robust([*thirds, *pairs])  # leaving one out breaks the tie
    assert robust([("A", 3)] * 3 + [("B", 3)] * 7)


VALUES = st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE])
ROWS = st.lists(
    st.tuples(st.sampled_from(["A", "B", "AB", "BA", "AC", "CA", "CB"]), VALUES), max_size=9
)


@given(ROWS, st.integers(-1, 8), st.sampled_from([1, 2, 3]))
def test_where_the_order_holds_every_variation_shows_the_same_ends(rows, left_out, weight):
    items = [make_item(f"q.{number}", *row[0]) for number, row in enumerate(rows)]
    answers = make_answers({f"q.{number}": row[1] for number, row in enumerate(rows)})
    if not order_is_robust((A, B, C), items, answers):
        return

    def ends(asked, primary_weight):
        values = {
            block.id: balanced_score(
                block, rate(block.id, asked, answers, primary_weight=primary_weight)
            ).value
            for block in (A, B, C)
        }
        known = {key: round(value, 6) for key, value in values.items() if value is not None}
        return [
            {key for key, value in known.items() if value == end}
            for end in (min(known.values(), default=0), max(known.values(), default=0))
        ]

    remaining = [item for number, item in enumerate(items) if number != left_out]
    varied = ends(remaining, 2) if 0 <= left_out < len(items) else ends(items, weight)
    assert varied == ends(items, 2)


def test_the_profile_says_whether_its_order_holds():
    items = [make_item(f"q.{name}", block) for name, block in zip("abcd", "AABB", strict=True)]
    questionnaire = make_questionnaire(items, ("A", "B"))
    firm = {"q.a": 4, "q.b": 4, "q.c": 0, "q.d": 0}
    assert make_profile(open_assessment(questionnaire, firm)).order_is_robust
    shaky = {**firm, "q.b": 0, "q.c": 1, "q.d": 1}
    assert not make_profile(open_assessment(questionnaire, shaky)).order_is_robust
