from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.municipality import Municipality, OrganisationType, SizeClass, size_class


@pytest.mark.parametrize(
    ("population", "expected"),
    [
        pytest.param(None, None, id="unknown-is-no-size"),
        pytest.param(0, SizeClass.SMALL, id="nobody"),
        pytest.param(4_999, SizeClass.SMALL, id="below-the-first-border"),
        pytest.param(5_000, SizeClass.MEDIUM, id="first-border"),
        pytest.param(20_000, SizeClass.MEDIUM, id="second-border"),
        pytest.param(20_001, SizeClass.LARGE, id="above-the-second-border"),
        pytest.param(3_685_265, SizeClass.LARGE, id="berlin"),
    ],
)
def test_size_class(population, expected):
    assert size_class(population) is expected


@given(st.integers(0, 50_000), st.integers(0, 50_000))
def test_more_people_never_make_a_smaller_class(population, more):
    order = list(SizeClass)
    assert order.index(size_class(population)) <= order.index(size_class(population + more))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        pytest.param({"name": ""}, "needs a name", id="no-name"),
        pytest.param({"name": " \t"}, "needs a name", id="blank-name"),
        pytest.param({"population": -1}, "negative: -1", id="negative-population"),
        pytest.param({"key": "08 421"}, "digits", id="key-with-space"),
        pytest.param({"key": "DE8421"}, "digits", id="key-with-letters"),
        pytest.param({"key": "0842²"}, "digits", id="key-with-superscript"),
        pytest.param({"key": "٠٨٤٢١"}, "digits", id="key-with-foreign-digits"),
    ],
)
def test_a_municipality_keeps_its_rules(values, message):
    with pytest.raises(ValueError, match=message):
        Municipality(**{"name": "Ulm", **values})


def test_a_name_is_enough():
    ulm = Municipality("Ulm")
    assert ulm.type is OrganisationType.MUNICIPALITY
    assert (ulm.key, ulm.state, ulm.district, ulm.designation, ulm.territory_date) == ("",) * 5
    assert ulm.population is None


def test_nobody_may_live_there():
    assert Municipality("Wüstung", population=0).population == 0


def test_the_key_keeps_its_leading_zeros():
    assert Municipality("Ulm", key="08421000").key == "08421000"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Ulm", "Ulm", id="without-addition"),
        pytest.param("Ulm, Universitätsstadt", "Ulm", id="addition"),
        pytest.param("Hamburg, Freie und Hansestadt, Land", "Hamburg", id="two-additions"),
        pytest.param("Halle (Saale), Stadt", "Halle (Saale)", id="bracket-belongs-to-the-name"),
        pytest.param("Ulm , Stadt", "Ulm", id="space-before-the-comma"),
        pytest.param("Garding, Kirchspiel", "Garding", id="garding"),
    ],
)
def test_short_name(name, expected):
    assert Municipality(name).short_name == expected


def test_a_municipality_never_changes():
    with pytest.raises(FrozenInstanceError):
        Municipality("Ulm").name = "Neu-Ulm"


def test_stored_words_stay_what_they_are():
    assert [str(kind) for kind in OrganisationType] == [
        "municipality",
        "association",
        "county",
        "other",
    ]
    assert [str(size) for size in SizeClass] == ["small", "medium", "large"]
