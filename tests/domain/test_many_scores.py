"""Thousands of assessments at once say the same as one at a time, to the last digit."""

import pytest
from builders import NOT_APPLICABLE, OPEN, UNKNOWN, make_answers, make_item
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.levels_row import NOT_ASKED, level_of, levels_row
from kiassess.domain.many_scores import score_blocks, score_items
from kiassess.domain.questionnaire import BuildingBlock, Facet
from kiassess.domain.scoring import score_area, score_block

SINGLE = BuildingBlock("A", "Single")
DOUBLE = BuildingBlock("D", "Double", facets=(Facet("x", "X"), Facet("y", "Y")))
GIVEN = st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, OPEN])
PLACES = st.tuples(st.booleans(), st.sampled_from("xy"))


@st.composite
def towns(draw):
    """Items with weight 2 or 1 in each block, and what several towns answered to them."""
    items = [
        make_item(f"q.{n}", *(("A", "D") if first else ("D", "A")), facets={"D": facet})
        for n, (first, facet) in enumerate(draw(st.lists(PLACES, min_size=1, max_size=16)))
    ]
    answers = [
        make_answers({item.id: draw(GIVEN) for item in items})
        for _ in range(draw(st.integers(1, 5)))
    ]
    return items, answers


def columns_of(items, answers):
    rows = [levels_row([item.id for item in items], one) for one in answers]
    return {item.id: bytes(row[at] for row in rows) for at, item in enumerate(items)}


@given(towns())
def test_a_block_scores_as_alone(drawn):
    items, answers = drawn
    blocks = (SINGLE, DOUBLE)
    for block, many in zip(
        blocks, score_blocks(blocks, items, columns_of(*drawn), len(answers)), strict=True
    ):
        alone = [score_block(block, items, one) for one in answers]
        assert many.id == block.id
        assert [many.score(at) for at in range(len(answers))] == [one.score for one in alone]
        assert list(many.values) == [one.score.value for one in alone]
        assert list(many.limited) == [one.limited_comparability for one in alone]


@given(towns())
def test_an_area_scores_as_alone(drawn):
    items, answers = drawn
    many = score_items("q", items, columns_of(*drawn), len(answers))
    alone = [score_area(items, one) for one in answers]
    assert [many.score(at) for at in range(len(answers))] == alone
    assert list(many.values) == [score.value for score in alone]


def test_what_was_not_asked_is_as_if_it_were_not_there():
    items = [make_item("q.one"), make_item("q.two")]
    columns = {"q.one": bytes([3]), "q.two": bytes([NOT_ASKED])}
    (many,) = score_blocks([SINGLE], items, columns, 1)
    assert many.score(0) == score_block(SINGLE, items[:1], make_answers({"q.one": 3})).score
    assert many.limited == (False,)


def test_sums_above_a_byte_are_right():
    items = [make_item(f"q.{n}") for n in range(200)]
    columns = {item.id: bytes([4, 0]) for item in items}
    (many,) = score_blocks([SINGLE], items, columns, 2)
    assert many.values == (4.0, 0.0)
    assert many.pooled.points[0] == 1600
    assert list(many.pooled.points) == [1600, 0]
    assert len(many.pooled.points) == 2


def test_more_than_a_sum_holds_is_refused():
    items = [make_item(f"q.{n}") for n in range(8192)]
    columns = {item.id: bytes([4]) for item in items}
    with pytest.raises(ValueError, match="too many"):
        score_blocks([SINGLE], items, columns, 1)


def test_a_row_holds_every_kind_of_answer():
    given_ = {"q.0": 0, "q.4": 4, "q.u": UNKNOWN, "q.n": NOT_APPLICABLE, "q.o": OPEN}
    row = levels_row(given_, make_answers(given_))
    assert row == bytes([0, 4, 5, 6, 7])
    assert [level_of(sign) for sign in row] == [0, 4, None, None, None]
