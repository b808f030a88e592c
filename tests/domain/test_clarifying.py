"""What needs clarifying comes in the order of its weight; the spread shows what hangs on it."""

from dataclasses import replace

from builders import NOON, make_answer, make_answers, make_item, make_questionnaire, open_assessment
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.assessment import Voice
from kiassess.domain.clarifying import block_spreads, clarifications
from kiassess.domain.kinds import Extent
from kiassess.domain.scoring import score_block
from kiassess.domain.voices import opened_with

ITEMS = ("data.one", "data.two", "data.three", "infra.one")
EVERYWHERE = frozenset({Extent.QUICK, Extent.FULL})


def town(said, own=None, **facts):
    """An assessment in which A, B … say something about each item."""
    items = [make_item(item_id, "A", extents=EVERYWHERE) for item_id in ITEMS]
    asked = make_questionnaire(items)
    bare = open_assessment(asked, {}, **facts)
    voices = {
        item_id: tuple(
            Voice(name, make_answer(item_id, value), NOON)
            for name, value in zip("ABC", values, strict=False)
        )
        for item_id, values in said.items()
    }
    return opened_with(bare.assessment, asked, make_answers(own or {}), voices)


def test_what_lies_far_apart_comes_first_then_as_it_is_asked():
    opened = town({
        "data.one": [1, 2], "data.two": [0, 2], "data.three": [1, 4], "infra.one": [3, "U"],
    })  # fmt: skip
    found = clarifications(opened)
    assert [(one.item.id, one.spread, one.urgent) for one in found] == [
        ("data.three", 3, True), ("data.two", 2, True), ("data.one", 1, False),
        ("infra.one", None, False),
    ]  # fmt: skip
    assert [voice.respondent for voice in found[0].voices] == ["A", "B"]
    assert not any(one.agreed for one in found)


def test_what_all_say_needs_no_clarifying():
    assert clarifications(town({"data.one": [2, 2], "data.two": [1], "data.three": ["-", 3]})) == ()


def test_what_is_agreed_is_settled():
    (found,) = clarifications(town({"data.one": [0, 4]}, own={"data.one": 2}))
    assert found.agreed
    (found,) = clarifications(town({"data.one": [0, 4]}, own={"data.one": "U"}))
    assert found.agreed


def test_what_is_not_asked_is_left_out():
    opened = town({"data.one": [0, 4], "data.gone": [0, 4]})
    assert [one.item.id for one in clarifications(opened)] == ["data.one"]


def test_the_spread_of_a_block_is_what_its_voices_leave_open():
    opened = town({"data.one": [0, 4], "data.two": [2, 2]}, own={"data.three": 2, "infra.one": 2})
    (block,) = block_spreads(opened)
    assert (block.id, block.low, block.high) == ("A", 1.5, 2.5)
    (block,) = block_spreads(replace(opened, agreed=opened.agreed | {"data.one"}))
    assert (block.low, block.high) == (2.0, 2.0)  # three of four are enough


def test_without_voices_and_without_values_there_is_no_spread():
    assert block_spreads(town({}, own={"data.one": 2})) == ()
    assert block_spreads(town({"data.one": [0, 4]}, extent=Extent.QUICK)) == ()
    (block,) = block_spreads(town({"data.one": [0, 4]}))
    assert (block.low, block.high) == (None, None)  # one of four is not enough


@given(
    st.dictionaries(
        st.sampled_from(ITEMS),
        st.lists(st.sampled_from([0, 1, 2, 3, 4, "U"]), min_size=1, max_size=3),
        min_size=1,
    )
)
def test_whatever_is_agreed_among_the_voices_the_value_lies_within_the_spread(said):
    opened = town(said)
    (block,) = block_spreads(opened)
    for pick in (min, max, lambda levels: sorted(levels)[len(levels) // 2]):
        chosen = {
            item_id: make_answer(item_id, pick(levels))
            for item_id, values in said.items()
            if (levels := [value for value in values if value != "U"])
        }
        asked = opened.questionnaire
        value = score_block(asked.blocks[0], opened.items(), chosen).score.value
        if value is not None and all("U" not in values for values in said.values()):
            assert block.low - 1e-9 <= value <= block.high + 1e-9
