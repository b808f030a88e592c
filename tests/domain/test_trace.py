"""How a value comes about: the trace says the same as the profile, row by row."""

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
from towns import small_town

from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import SizeClass
from kiassess.domain.profile import make_profile
from kiassess.domain.trace import LeftOut, Trace, trace_area, trace_block

VALUES = st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, OPEN])
FACETS = {"D": ("x", "y")}
TARGETS = st.sampled_from([{}, {SizeClass.SMALL: 2}, {SizeClass.SMALL: 4}])
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["data", "infra"]),
        st.sampled_from([("A",), ("D",), ("A", "D"), ("D", "A")]),
        st.sampled_from(FACETS["D"]),
        st.booleans(),  # whether it is a gate
        st.booleans(),  # whether the small extent asks it
        TARGETS,
        VALUES,
    ),
    max_size=24,
)


def assessed(rows, extent=Extent.FULL):
    """An assessment of a simple block A and a double block D."""
    items, given_by_id = [], {}
    for number, (area, blocks, facet, gate, small, targets, value) in enumerate(rows):
        item_id = f"{area}.{number}"
        extents = frozenset(Extent if small else {Extent.FULL})
        item = make_item(
            item_id, *blocks, facets={"D": facet}, gate=gate, extents=extents, targets=targets
        )
        items.append(item)
        given_by_id[item_id] = value
    questionnaire = make_questionnaire(items, ("A", "D"), FACETS)
    return open_assessment(questionnaire, given_by_id, extent=extent, population=4000)


def traces(opened):
    """The traces of all blocks and areas, each with what the profile says of it."""
    profile, questionnaire = make_profile(opened), opened.questionnaire
    for block, result in zip(questionnaire.blocks, profile.blocks, strict=True):
        yield trace_block(block, opened), result
    for result in profile.areas:
        yield trace_area(result.id, opened), result


def block(opened, block_id) -> Trace:
    found = {block.id: block for block in opened.questionnaire.blocks}
    return trace_block(found[block_id], opened)


@given(ROWS, st.sampled_from([Extent.FULL, Extent.SMALL]))
def test_a_trace_says_exactly_what_the_profile_says(rows, extent):
    for trace, result in traces(assessed(rows, extent)):
        scored = result.scored
        assert (trace.id, trace.name) == (result.id, result.name)
        assert trace.score == result.score
        assert trace.secured_level == scored.secured_level
        assert (trace.target, trace.gap) == (scored.target, scored.gap)
        assert [(half.facet_id, half.score) for half in trace.halves] == [
            (facet.id, facet.score) for facet in scored.facets
        ]


def again(part):
    """Value, low, high and coverage of a part, from its sums and nothing else."""
    if not part.applicable:
        return None, None, None, None
    unclear = part.applicable - part.answered
    return (
        Fraction(part.points, part.answered) if part.answered >= part.needed else None,
        Fraction(part.points, part.applicable),
        Fraction(part.points + 4 * unclear, part.applicable),
        Fraction(part.answered, part.applicable),
    )


@given(ROWS)
def test_the_sums_of_a_trace_lead_to_its_value(rows):
    for trace, _ in traces(assessed(rows)):
        for part in (trace.pooled, *trace.halves):
            score = part.score
            ours = (score.value, score.low, score.high, score.coverage)
            assert ours == tuple(n if n is None else pytest.approx(float(n)) for n in again(part))
        value, low, high, _ = again(trace.pooled)
        if trace.balanced:
            found = [again(half)[:3] for half in trace.halves]
            value, low, high = (sum(numbers) / len(found) for numbers in zip(*found, strict=True))
        score = trace.score
        expected = tuple(n if n is None else pytest.approx(float(n)) for n in (value, low, high))
        assert (score.value, score.low, score.high) == expected


@given(ROWS)
def test_the_halves_share_out_all_rows(rows):
    for trace, _ in traces(assessed(rows)):
        if trace.halves:
            assert sum(len(half.rows) for half in trace.halves) == len(trace.rows)
            assert sum(half.points for half in trace.halves) == trace.pooled.points
            assert sum(half.applicable for half in trace.halves) == trace.pooled.applicable


@given(ROWS)
def test_the_shares_lead_to_the_secured_level(rows):
    for trace, _ in traces(assessed(rows)):
        holding = [share.holds for share in trace.secured_shares]
        assert len(holding) in {0, 4}
        assert (trace.secured_level is None) == (not holding)
        secured = [*holding, False].index(False)
        assert trace.secured_level in {None, secured}


@given(ROWS)
def test_a_row_is_counted_or_says_why_not(rows):
    opened = assessed(rows)
    for trace, _ in traces(opened):
        for row in trace.rows:
            assert row.counted == (row.left_out is None) == (row.level is not None)
            assert row.applies or row.left_out is LeftOut.NOT_APPLICABLE
            assert row.left_out is None or row.left_out.value == row.state.value


def test_rows_carry_weight_half_level_and_target():
    trace = block(small_town(), "DI")
    assert [(r.item.id, r.weight, r.facet_id, r.level, r.left_out) for r in trace.rows] == [
        ("data.one", 2, "Daten", 3, None),
        ("data.two", 2, "Daten", None, LeftOut.UNKNOWN),
        ("infra.one", 2, "Infrastruktur", 2, None),
        ("infra.two", 2, "Infrastruktur", None, LeftOut.NOT_APPLICABLE),
    ]
    assert [row.target for row in trace.rows] == [3, 3, 3, None]
    assert (trace.pooled.points, trace.pooled.answered, trace.pooled.applicable) == (10, 4, 6)
    assert [(half.name, half.points, half.answered) for half in trace.halves] == [
        ("Daten", 6, 2),
        ("Infrastruktur", 4, 2),
    ]
    assert not trace.balanced  # too few questions in each half
    assert not trace.of_area


def test_a_secondary_item_weighs_one_and_an_open_one_says_so():
    rows = block(small_town(), "RM").rows
    assert [(row.weight, row.primary, row.left_out) for row in rows] == [
        (1, False, None),
        (2, True, LeftOut.OPEN),
        (2, True, LeftOut.OPEN),
    ]


def test_gates_that_lag_behind_are_named():
    opened = open_assessment(
        make_questionnaire([make_item("q.gate", gate=True), *(make_item(f"q.{n}") for n in "abc")]),
        {"q.gate": 1, "q.a": 3, "q.b": 3, "q.c": 3},
    )
    first, second, third, fourth = block(opened, "A").secured_shares
    assert (first.holds, first.reached, first.needed) == (True, 8, 6)
    assert (second.holds, second.reached, second.gates_ok) == (False, 6, False)
    assert [item.id for item in second.lagging] == ["q.gate"]
    assert [item.id for item in third.lagging] == ["q.gate"]
    assert (fourth.reached, fourth.needed) == (0, 6)


@pytest.mark.parametrize(("weights", "needed"), [(1, 2), (3, 4), (5, 6), (50, 60)], ids=str)
def test_the_least_answered_weight_is_a_whole_one(weights, needed):
    items = [make_item(f"q.{n}") for n in range(weights)]
    opened = open_assessment(make_questionnaire(items), {})
    assert block(opened, "A").pooled.needed == needed
    assert needed * 100 >= 60 * 2 * weights > (needed - 1) * 100


def test_an_area_counts_every_question_once():
    trace = trace_area("strat", small_town())
    assert trace.of_area
    assert [row.weight for row in trace.rows] == [1, 1, 1, 1]
    assert (trace.halves, trace.secured_level, trace.secured_shares) == ((), None, ())
    assert (trace.target, trace.gap) == (None, None)
    assert all(row.target is None for row in trace.rows)


def test_only_what_is_asked_is_traced():
    opened = small_town(extent=Extent.SMALL)
    assert "strat.four" not in {row.item.id for row in block(opened, "RM").rows}
    assert "strat.four" not in {row.item.id for row in trace_area("strat", opened).rows}


def test_the_quick_check_is_not_traced():
    opened = small_town(extent=Extent.QUICK)
    with pytest.raises(ValueError, match="quick check"):
        block(opened, "VIS")
    with pytest.raises(ValueError, match="quick check"):
        trace_area("data", opened)


def test_an_area_that_does_not_exist_cannot_be_traced():
    with pytest.raises(KeyError):
        trace_area("gone", small_town())
