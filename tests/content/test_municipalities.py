"""Searching the register: what is found, and what comes first."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.content.municipalities import Register, load_register
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.domain.search import fold

FOLDER = Path(__file__).parents[2] / "resources" / "municipalities"

MUNICIPALITY = OrganisationType.MUNICIPALITY
ASSOCIATION = OrganisationType.ASSOCIATION
COUNTY = OrganisationType.COUNTY
EVERYTHING = 20_000


@pytest.fixture(scope="module")
def register():
    return load_register(FOLDER)


@pytest.fixture
def make_register():
    """Build a register of municipalities from (name, population) pairs."""

    def make(*bodies):
        return Register(
            tuple(
                Municipality(name, key=f"{number:08}", population=population)
                for number, (name, population) in enumerate(bodies)
            ),
            "2025-10-31",
        )

    return make


def names(found):
    return [municipality.name for municipality in found]


def keys(found):
    return [municipality.key for municipality in found]


# --- searching the register


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("bad d", "Bad Driburg, Stadt", id="driburg"),
        pytest.param("bad d", "Bad Ditzenbach", id="ditzenbach"),
        pytest.param("d bad", "Bad Dürkheim, Stadt", id="any-order"),
        pytest.param("muenster", "Münster, Stadt", id="written-out"),
        pytest.param("Münster", "Münster, Stadt", id="umlaut"),
        pytest.param("munster", "Münster, Stadt", id="without-dots"),
        pytest.param("munster", "Munster, Stadt", id="a-town-really-without-dots"),
        pytest.param("MU\u0308NSTER", "Münster, Stadt", id="umlaut-in-two-signs"),
        pytest.param("Öynhausen", "Bad Oeynhausen, Stadt", id="umlaut-for-oe"),
        pytest.param("giessen", "Gießen, Universitätsstadt", id="sharp-s"),
        pytest.param("ulm neu", "Neu-Ulm, GKSt", id="hyphen"),
        pytest.param("halle/saale", "Halle (Saale), Stadt", id="slash-for-brackets"),
        pytest.param("Frankfurt a.M.", "Frankfurt am Main, Stadt", id="abbreviated"),
        pytest.param("rothenburg odt", None, id="not-by-initials"),
        pytest.param("kirchspiel garding", "Garding, Kirchspiel", id="addition"),
        pytest.param("08421", "Ulm, Universitätsstadt", id="key"),
        pytest.param("08 421 000", "Ulm, Universitätsstadt", id="key-in-groups"),
        pytest.param("8421000", None, id="key-without-its-zero"),
        pytest.param("brandenburg havel", "Brandenburg an der Havel, Stadt", id="brandenburg"),
        pytest.param("Chosebuz", "Cottbus/Chóśebuz, Stadt", id="sorbian-plain"),
        pytest.param("Chóśebuz", "Cottbus/Chóśebuz, Stadt", id="sorbian"),
        pytest.param("cottbus", "Cottbus/Chóśebuz, Stadt", id="german-of-two-names"),
        pytest.param("bela gora", "Byhleguhre-Byhlen/Beła Góra-Bělin", id="sorbian-stroke"),
        pytest.param("Łužyca", "Forst (Lausitz)/Baršć (Łužyca), Stadt", id="sorbian-capital"),
        pytest.param("bela woda", "Weißwasser/O.L., Stadt / Běła Woda", id="after-the-comma"),
        pytest.param("burgringen", None, id="nothing"),
        pytest.param("ünster", None, id="not-inside-words"),
    ],
)
def test_a_query_finds(register, query, expected):
    found = names(register.search(query, {MUNICIPALITY}, EVERYTHING))
    assert expected in found if expected else found == []


@pytest.mark.parametrize("query", ["", " ", "-", "(…)", "\u00ad"])
def test_an_empty_query_finds_nothing(register, query):
    assert register.search(query) == ()


@pytest.mark.parametrize(
    ("query", "types", "expected"),
    [
        pytest.param("muenster", {MUNICIPALITY}, ["05515000", "09779187"], id="exact-name"),
        pytest.param("ulm", {MUNICIPALITY}, ["08421000", "07135083"], id="exact-then-start"),
        pytest.param("Ulm", None, ["08421000", "08421"], id="town-before-its-county"),
        pytest.param("halle", {MUNICIPALITY}, ["03255016", "03456008", "15002000"], id="halle"),
        pytest.param("garding", {MUNICIPALITY}, ["01054036", "01054035"], id="garding"),
        pytest.param("brandenburg", {MUNICIPALITY}, ["12051000"], id="town-before-state"),
        pytest.param("landkreis rosenheim", {COUNTY}, ["09187"], id="county-by-kind"),
        pytest.param("amt eidert", {ASSOCIATION}, ["010585896"], id="association-by-kind"),
        pytest.param("neuenkirchen vorp", {MUNICIPALITY}, ["13075102"], id="district"),
        pytest.param("neuenkirchen meck", {MUNICIPALITY}, ["13075102"], id="state"),
        pytest.param("09184", {COUNTY}, ["09184"], id="county-key"),
    ],
)
def test_the_best_come_first(register, query, types, expected):
    assert keys(register.search(query, types))[: len(expected)] == expected


def test_bad_d_begins_with_baths_on_d(register):
    found = names(register.search("bad d", {MUNICIPALITY}))
    baths = [name for name in found if name.startswith("Bad D")]
    assert len(baths) == 7
    assert found[:7] == baths


def test_all_eleven_neuenkirchen_are_offered(register):
    found = register.search("Neuenkirchen", {MUNICIPALITY})
    assert [m.name for m in found[:11]] == ["Neuenkirchen"] * 11
    assert names(found[11:12]) == ["Neuenkirchen-Vörden"]
    assert len(set(keys(found[:11]))) == 11


def test_the_two_neuenkirchen_of_one_district_are_offered(register):
    found = register.search("neuenkirchen greifswald", {MUNICIPALITY})
    assert keys(found) == ["13075102", "13075101"]
    assert {m.district for m in found} == {"Vorpommern-Greifswald"}


def test_brandenburg_is_there_once_as_a_town(register):
    found = register.search("Brandenburg an der Havel", {MUNICIPALITY})
    assert [(m.key, m.population, m.designation) for m in found] == [
        ("12051000", 74_113, "Kreisfreie Stadt")
    ]


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        pytest.param({COUNTY}, {COUNTY}, id="one"),
        pytest.param([MUNICIPALITY, ASSOCIATION], {MUNICIPALITY, ASSOCIATION}, id="two"),
        pytest.param(None, {MUNICIPALITY, ASSOCIATION, COUNTY}, id="all"),
        pytest.param((), set(), id="none"),
        pytest.param({OrganisationType.OTHER}, set(), id="not-in-the-register"),
    ],
)
def test_types(register, types, expected):
    assert {
        m.type for m in register.search("daun", types) + register.search("n", types)
    } == expected


@pytest.mark.parametrize("limit", [1, 7, 50])
def test_limit_cuts_the_end_off(register, limit):
    found = register.search("neu", limit=limit)
    assert found == register.search("neu", limit=EVERYTHING)[:limit]
    assert len(found) == limit


def test_fifty_at_most_unless_told(register):
    assert len(register.search("neu")) == 50


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(register, limit):
    with pytest.raises(ValueError, match="at least 1"):
        register.search("neu", limit=limit)


# --- the rules, without the real register


@pytest.mark.parametrize(
    ("bodies", "query", "expected"),
    [
        pytest.param(
            [("Neu-Au", 9), ("Auberg", 8), ("Au, Stadt", 1)],
            "au",
            ["Au, Stadt", "Auberg", "Neu-Au"],
            id="exact-then-start-then-word",
        ),
        pytest.param(
            [("Auberg", 1), ("Auheim", 2), ("Aubach", 2)],
            "au",
            ["Aubach", "Auheim", "Auberg"],
            id="population-then-name",
        ),
        pytest.param(
            [("Au Stadtwald", 9), ("Au, Stadt", 1)],
            "au, stadt",
            ["Au, Stadt", "Au Stadtwald"],
            id="exact-with-its-addition",
        ),
        pytest.param(
            [("Äpfelau", 1), ("Apfelau, Stadt", 1), ("Apfelaue", 1)],
            "apf",
            ["Äpfelau", "Apfelau, Stadt", "Apfelaue"],
            id="names-after-din-5007",
        ),
        pytest.param([("Au", None), ("Au", 0), ("Au", 1)], "au", ["Au"] * 3, id="unknown-last"),
        pytest.param([("Bad Au, Stadt", 1)], "bad au stadt", ["Bad Au, Stadt"], id="whole-name"),
        pytest.param([("Bad Au", 1)], "bad au stadt", [], id="every-word-counts"),
        pytest.param([("Südmühl", 1)], "sued", ["Südmühl"], id="written-out"),
        pytest.param([("Süd-Mühl", 1)], "Sued Muhl", ["Süd-Mühl"], id="spellings-mixed"),
        pytest.param([("Sued-Mühl", 1)], "Süd Muehl", ["Sued-Mühl"], id="mixed-the-other-way"),
        pytest.param([("Südmühl", 1)], "mühl", [], id="not-inside-words"),
        pytest.param(
            [("Mühlau", 9), ("Muehl", 1)], "mühl", ["Muehl", "Mühlau"], id="exact-if-written-out"
        ),
        pytest.param(
            [("Mühlauer", 9), ("Muhlau, Stadt", 1)],
            "mühlau",
            ["Muhlau, Stadt", "Mühlauer"],
            id="exact-without-dots",
        ),
    ],
)
def test_ranking(make_register, bodies, query, expected):
    assert names(make_register(*bodies).search(query)) == expected


def test_a_name_with_all_words_comes_before_a_district_with_them():
    by_district = Municipality("Zell", key="00000001", district="Stein (Eifel)", population=900)
    by_name = Municipality("Zell (Eifel)", key="00000002", population=1)
    by_addition = Municipality("Bad Zell, Eifel", key="00000003", population=2)
    found = Register((by_district, by_name, by_addition), "").search("eifel zell")
    assert found == (by_addition, by_name, by_district)


def test_a_key_is_shared_by_nobody():
    with pytest.raises(ValueError, match="unique"):
        Register((Municipality("A", key="00000001"), Municipality("B", key="00000001")), "")


def test_the_order_of_the_register_does_not_matter(make_register):
    register = make_register(("Aub", 1), ("Aua", 1), ("Auc", 2))
    turned = Register(register.municipalities[::-1], register.territory_date)
    assert turned.search("au") == register.search("au")


def test_the_register_never_changes(make_register):
    register = make_register(("Au", 1))
    with pytest.raises(FrozenInstanceError):
        register.territory_date = "2026-01-01"
    with pytest.raises(TypeError):
        register._by_key["x"] = register.municipalities[0]


# --- laws


@given(st.data())
def test_everybody_is_found_by_name_and_key(register, data):
    wanted = data.draw(st.sampled_from(register.municipalities))
    for query in (wanted.name, wanted.short_name, fold(wanted.name), wanted.name.upper()):
        assert wanted in register.search(query, None, EVERYTHING)
    assert wanted in register.search(wanted.key, {wanted.type})


@given(st.data())
def test_everybody_called_so_comes_before_everybody_else(register, data):
    name = data.draw(st.sampled_from(register.municipalities)).short_name
    found = [fold(m.short_name) == fold(name) for m in register.search(name, None, EVERYTHING)]
    assert found[0]
    assert found == sorted(found, reverse=True)


@given(st.data())
def test_a_longer_query_finds_no_more(register, data):
    name = fold(data.draw(st.sampled_from(register.municipalities)).name)
    length = data.draw(st.integers(1, len(name)))
    fewer = register.search(name, None, EVERYTHING)
    assert set(keys(fewer)) <= set(keys(register.search(name[:length], None, EVERYTHING)))


@given(st.data())
def test_the_order_of_words_decides_nothing_but_the_rank(register, data):
    found = data.draw(st.sampled_from(register.municipalities))
    words = data.draw(st.permutations(f"{fold(found.name)} {fold(found.district)}".split()))
    assert found in register.search(" ".join(words), None, EVERYTHING)


@given(st.text(max_size=20))
def test_any_query_is_answered(register, query):
    found = register.search(query)
    assert len(found) <= 50
    assert len(set(keys(found))) == len(found)
