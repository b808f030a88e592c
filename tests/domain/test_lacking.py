"""What a group lacks, in the order in which it is read."""

from builders import make_item, make_questionnaire, open_assessment
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.compared_round import compared_round
from kiassess.domain.comparison import compare
from kiassess.domain.kinds import Extent
from kiassess.domain.lacking import lacking_of

ITEMS = [
    make_item("data.one"),
    make_item("data.two"),
    make_item("data.gate", gate=True),
    make_item("data.other_gate", gate=True),
]
QUESTIONNAIRE = make_questionnaire(ITEMS)


def group(*rows):
    """A comparison of towns; each row holds the levels of the items in their order."""
    chosen = []
    for number, row in enumerate(rows):
        given_ = dict(zip((item.id for item in ITEMS), row, strict=True))
        opened = open_assessment(QUESTIONNAIRE, given_, extent=Extent.FULL)
        one = compared_round(opened, 1)
        town = type(one.municipality)(f"Ort {number}")
        chosen.append(type(one)(f"{number}", town, 1, one.extent, one.round_date, one.levels))
    return compare(chosen, {1: QUESTIONNAIRE})


def test_what_most_lack_comes_first_and_says_who_is_at_the_top():
    comparison = group(*[(0, 4, 0, 1)] * 3, (0, 1, 4, 2), (4, 1, 4, 2))
    found = lacking_of(comparison, {})
    assert found.n == 5
    assert [(one.item.id, one.lacking) for one in found.gates] == [
        ("data.gate", 3),
        ("data.other_gate", 3),
    ]
    assert [(one.item.id, one.below, one.answered) for one in found.items] == [
        ("data.one", 4, 5),
        ("data.gate", 3, 5),
        ("data.other_gate", 3, 5),
    ]
    assert found.tops == {"data.one": (4,), "data.gate": (3, 4), "data.other_gate": ()}


def test_where_nobody_may_be_found_out_nobody_is_at_the_top():
    comparison = group(*[(0, 4, 0, 1)] * 3, (0, 1, 4, 2), (4, 1, 4, 2))
    assert lacking_of(comparison, {}, anonymous=True).tops is None


def test_a_group_of_four_says_nothing():
    found = lacking_of(group(*[(0, 0, 0, 0)] * 4), {})
    assert (found.n, found.gates, found.items, found.measures, dict(found.tops)) == (
        4, (), (), (), {},
    )  # fmt: skip


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 4), min_size=5, max_size=9))
def test_shares_never_rise_down_the_lists(rows):
    found = lacking_of(group(*rows), {})
    lacking = [one.lacking for one in found.gates]
    shares = [one.below / one.answered for one in found.items]
    assert lacking == sorted(lacking, reverse=True)
    assert shares == sorted(shares, reverse=True)
    assert all(count > 0 for count in lacking)
    assert all(share > 0.5 for share in shares)
