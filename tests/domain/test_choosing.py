"""Choosing among assessments in memory."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.choosing import (
    choices_of,
    chosen_of,
    first_choice,
    latest_of_each,
    rounds_of,
)
from kiassess.domain.compared_round import ComparedRound, body_of
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType, SizeClass
from kiassess.domain.selection import EVERYTHING, Selection

VERSIONS = {1: ("demo", "1.0.0"), 2: ("demo", "1.1.0"), 3: ("other", "1.0.0")}


def town(name, year=2026, *, edition=1, extent=Extent.FULL, example=False, **facts):
    """A round; its id is its name and year."""
    return ComparedRound(
        f"{name} {year}",
        Municipality(name, **facts),
        edition,
        extent,
        date(year, 3, 2),
        b"",
        is_example=example,
    )


def ids(rounds):
    return [one.id for one in rounds]


A, B = town("Äpfelbach", population=900), town("Bad Münder", state="Hessen", district="Kreis H")
C = town("Celle", 2024, edition=2, extent=Extent.QUICK, population=70_000)
D = town("Daun, Landkreis", type=OrganisationType.COUNTY, example=True)
EVERYONE = (A, B, C, D)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EVERYTHING, EVERYONE),
        (Selection(ids=frozenset({C.id, A.id})), (A, C)),
        (Selection(search="aepfel"), (A,)),
        (Selection(search="munder bad"), (B,)),
        (Selection(search="nowhere"), ()),
        (Selection(types=frozenset({OrganisationType.COUNTY})), (D,)),
        (Selection(size_classes=frozenset({SizeClass.SMALL, SizeClass.LARGE})), (A, C)),
        (Selection(size_classes=frozenset({None})), (B, D)),
        (Selection(states=frozenset({"Hessen"})), (B,)),
        (Selection(districts=frozenset({"Kreis H"})), (B,)),
        (Selection(years=frozenset({2024})), (C,)),
        (Selection(extents=frozenset({Extent.FULL})), (A, B, D)),
        (Selection(versions=frozenset({("demo", "1.1.0")})), (C,)),
        (Selection(examples=False), (A, B, C)),
        (Selection(years=frozenset({2026}), states=frozenset({"Hessen"})), (B,)),
    ],
    ids=range(15),
)
def test_a_selection_asks_for_all_it_names_and_nothing_else(wanted, found):
    assert chosen_of(EVERYONE, wanted, VERSIONS) == found


def test_only_what_tells_them_apart_is_offered():
    found = choices_of(EVERYONE, VERSIONS)
    assert found.types == (OrganisationType.MUNICIPALITY, OrganisationType.COUNTY)
    assert found.size_classes == (SizeClass.SMALL, SizeClass.LARGE, None)
    assert (found.states, found.districts) == (("Hessen",), ("Kreis H",))
    assert found.years == (2026, 2024)
    assert found.extents == (Extent.QUICK, Extent.FULL)
    assert found.versions == (("demo", "1.0.0"), ("demo", "1.1.0"))


def test_a_quick_check_stands_for_a_town_only_where_there_is_nothing_longer():
    long, quick = town("A", 2024), town("A", 2026, extent=Extent.QUICK)
    alone = town("B", 2025, extent=Extent.QUICK)
    assert latest_of_each([quick, long, alone]) == (long, alone)


def test_examples_are_compared_only_where_there_is_nothing_else():
    assert first_choice([town("A", 2025), town("A", 2026), D]) == (town("A", 2026),)
    assert first_choice([D]) == (D,)
    assert first_choice([]) == ()


TOWNS = st.builds(
    town,
    st.sampled_from("ABC"),
    st.integers(2020, 2026),
    extent=st.sampled_from(Extent),
    example=st.booleans(),
)


@given(st.lists(TOWNS, unique_by=lambda one: one.id))
def test_each_town_is_there_once_and_none_is_lost(rounds):
    found = latest_of_each(rounds)
    bodies = [body_of(one.municipality) for one in found]
    assert len(set(bodies)) == len(bodies)
    assert set(bodies) == {body_of(one.municipality) for one in rounds}
    assert list(found) == [one for one in rounds if one in found]
    for one in found:
        rivals = [o for o in rounds if o.municipality == one.municipality and o.quick == one.quick]
        assert one.round_date == max(o.round_date for o in rivals)


def test_rounds_of_a_town_leave_out_what_cannot_stand_beside_them():
    old, new = town("A", 2024), town("A", 2026, edition=2)
    others = [
        town("A", 2025, extent=Extent.QUICK),
        town("A", 2023, edition=3),  # another questionnaire
        town("A", 2022, example=True),
        town("B", 2021),
    ]
    assert rounds_of([new, *others, old], new, VERSIONS) == (old, new)
    assert rounds_of([new], replace(new, id="x"), VERSIONS) == (new,)
