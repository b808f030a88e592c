"""Who is a peer, and the mid-rank of one value among others."""

from dataclasses import replace
from datetime import date

import pytest
from builders import make_item, make_questionnaire, open_assessment
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.compared_round import compared_round
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType, SizeClass
from kiassess.domain.peers import PeerGroup, Standing, peer_group, percentile, standings
from kiassess.domain.statistics import Statistics

ITEMS = make_questionnaire([make_item(f"data.{n}") for n in range(5)])
EDITIONS = {1: ITEMS, 2: replace(ITEMS, id="other")}


def town(number, level=2, *, population=1_000, kind=OrganisationType.MUNICIPALITY, **facts):
    edition = facts.pop("edition", 1)
    opened = open_assessment(ITEMS, {f"data.{n}": level for n in range(5)}, **facts)
    municipality = Municipality(f"Ort {number}", kind, f"{number:08}", population=population)
    assessment = replace(opened.assessment, municipality=municipality, id=f"{number}")
    return compared_round(replace(opened, assessment=assessment), edition)


def ids(group):
    return [member.id for member in group.members]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(town(2, population=5_000), id="another-size"),
        pytest.param(town(2, population=None), id="no-size"),
        pytest.param(town(2, kind=OrganisationType.COUNTY), id="another-kind"),
        pytest.param(town(2, is_example=True), id="an-example"),
        pytest.param(town(2, extent=Extent.QUICK), id="a-quick-check"),
        pytest.param(town(2, edition=2), id="another-questionnaire"),
        pytest.param(town(1, round_date=date(2020, 1, 1)), id="its-own-earlier-round"),
    ],
)
def test_who_is_no_peer(other):
    assert peer_group(town(1), [town(1), other], EDITIONS).members == ()


def test_peers_are_alike_and_count_once():
    early, late = town(2, round_date=date(2024, 1, 1)), town(2, round_date=date(2025, 1, 1))
    group = peer_group(town(1), [early, late, town(3, population=4_999)], EDITIONS)
    assert group.members == (late, town(3, population=4_999))
    assert (group.type, group.size_class) == (OrganisationType.MUNICIPALITY, SizeClass.SMALL)
    assert group.suppressed


def test_a_peer_that_has_grown_is_none_any_more():
    then = town(2, round_date=date(2024, 1, 1))
    now = town(2, round_date=date(2025, 1, 1), population=9_000)
    assert peer_group(town(1), [then, now], EDITIONS).members == ()


def test_without_a_population_there_is_no_peer_group():
    assert peer_group(town(1, population=None), [town(2)], EDITIONS) is None


def test_a_standing_says_value_place_and_statistics_of_the_others():
    group = peer_group(
        town(1, 2), [town(n, level) for n, level in enumerate([0, 1, 2, 3, 4], 2)], EDITIONS
    )
    assert not group.suppressed
    assert standings(town(1, 2), group, EDITIONS) == (Standing("A", 2.0, 0.5, Statistics(5, 2.0)),)


def test_four_peers_say_nothing():
    group = PeerGroup(OrganisationType.MUNICIPALITY, SizeClass.SMALL, tuple(map(town, range(2, 6))))
    assert standings(town(1), group, EDITIONS) == (Standing("A", 2.0, None, Statistics(4)),)


def test_a_quick_check_has_no_place():
    group = peer_group(town(1), [town(n) for n in range(2, 9)], EDITIONS)
    (found,) = standings(town(1, extent=Extent.QUICK), group, EDITIONS)
    assert (found.value, found.percentile, found.statistics.n) == (None, None, 7)


@pytest.mark.parametrize(
    ("value", "others", "expected"),
    [
        (2.0, [1.0] * 5, 1.0),
        (0.0, [1.0] * 5, 0.0),
        (1.0, [1.0] * 5, 0.5),
        (1.0, [0.0, 1.0, 1.0, 2.0, 3.0], 0.4),
        (1.0, [1.0] * 4, None),
        (None, [1.0] * 5, None),
        (0.1 + 0.2, [0.3, 0.3, 0.3, 0.3, 0.3], 0.5),
    ],
)
def test_equal_values_count_half(value, others, expected):
    assert percentile(value, others) == expected


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0, 4.0]), min_size=5), st.data())
def test_a_higher_value_never_stands_lower(others, data):
    one, two = sorted(data.draw(st.tuples(st.floats(0, 4), st.floats(0, 4))))
    assert 0 <= percentile(one, others) <= percentile(two, others) <= 1
    mirrored = percentile(4 - one, [4 - other for other in others])
    assert percentile(one, others) + mirrored == pytest.approx(1)
