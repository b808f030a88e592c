"""The bundled register with all its traps, and its file."""

import lzma
from collections import Counter
from pathlib import Path

import pytest

from kiassess.content.municipalities import REGISTER_FILE, load_register
from kiassess.domain.municipality import Municipality, OrganisationType

FOLDER = Path(__file__).parents[2] / "resources" / "municipalities"

MUNICIPALITY = OrganisationType.MUNICIPALITY
ASSOCIATION = OrganisationType.ASSOCIATION
COUNTY = OrganisationType.COUNTY
KREISFREI = {"Kreisfreie Stadt", "Stadtkreis"}


@pytest.fixture(scope="module")
def register():
    return load_register(FOLDER)


# --- what is in the register


def test_everybody_is_there(register):
    assert Counter(found.type for found in register.municipalities) == {
        MUNICIPALITY: 10_751,
        ASSOCIATION: 1_203,
        COUNTY: 400,
    }


def test_the_population_adds_up(register):
    people = Counter()
    for found in register.municipalities:
        people[found.type] += found.population
    # 917 people live in two gemeindefreie Gebiete.
    assert people[COUNTY] == people[MUNICIPALITY] + 917 == 83_577_140


def test_the_territory_date_is_with_everybody(register):
    assert register.territory_date == "2025-10-31"
    assert {found.territory_date for found in register.municipalities} == {"2025-10-31"}


def test_keys_keep_their_leading_zeros(register):
    lengths = {COUNTY: 5, MUNICIPALITY: 8, ASSOCIATION: 9}
    assert all(len(found.key) == lengths[found.type] for found in register.municipalities)
    assert sum(found.key.startswith("0") for found in register.municipalities) > 8_000


@pytest.mark.parametrize(
    "name", ["Sachsenwald", "Lohheide", "Osterheide", "Küstengewässer", "Hoheitsgebiet"]
)
def test_areas_without_administration_are_hidden(register, name):
    assert not register.search(name)


def test_no_kind_is_an_area_without_administration(register):
    assert not any(
        found.designation.startswith("Gemeindefrei") for found in register.municipalities
    )


def test_a_district_always_names_a_county(register):
    for found in register.municipalities:
        county = register.find(found.key[:5])
        expected = "" if found is county or county.designation in KREISFREI else county.name
        assert found.district == expected


def test_districts_that_exist_twice_can_be_told_apart(register):
    town, county = register.find("09163"), register.find("09187")
    assert town.name == county.name == "Rosenheim"
    assert (town.designation, county.designation) == ("Kreisfreie Stadt", "Landkreis")
    assert register.find("09163000").district == ""
    assert register.find("09187150").district == "Rosenheim"


def test_the_same_name_never_comes_with_the_same_key_and_district(register):
    shown = Counter((m.name, m.district, m.key) for m in register.municipalities)
    assert max(shown.values()) == 1


def test_name_and_district_are_not_enough(register):
    shown = Counter(
        (m.short_name, m.district) for m in register.municipalities if m.type is MUNICIPALITY
    )
    assert {pair for pair, times in shown.items() if times > 1} == {
        ("Neuenkirchen", "Vorpommern-Greifswald"),
        ("Garding", "Nordfriesland"),
    }


def test_shared_short_names(register):
    shared = Counter(m.short_name for m in register.municipalities if m.type is MUNICIPALITY)
    assert shared["Neuenkirchen"] == 11
    assert sum(times > 1 for times in shared.values()) == 396
    assert sum(times for times in shared.values() if times > 1) == 895


def test_the_truncated_name_is_whole(register):
    bautzen = register.find("14625020")
    assert bautzen.name == "Bautzen / Budyšin, Stadt, Hochschulstadt / Wysokošulske město"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param(
            "08421000",
            Municipality(
                "Ulm, Universitätsstadt",
                MUNICIPALITY,
                "08421000",
                "Baden-Württemberg",
                "",
                129_882,
                "Stadtkreis",
                "2025-10-31",
            ),
            id="kreisfrei",
        ),
        pytest.param(
            "010515169",
            Municipality(
                "Eider",
                ASSOCIATION,
                "010515169",
                "Schleswig-Holstein",
                "Dithmarschen",
                18_998,
                "Kirchspielslandgemeinde",
                "2025-10-31",
            ),
            id="association",
        ),
    ],
)
def test_find(register, key, expected):
    assert register.find(key) == expected


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("", id="empty"),
        pytest.param("8421000", id="zero-lost"),
        pytest.param("0842100", id="beginning-only"),
        pytest.param("06415000", id="of-the-year-after"),
    ],
)
def test_find_wants_a_whole_key_of_its_date(register, key):
    assert register.find(key) is None


def test_nothing_is_lost_in_the_names(register):
    letters = {letter for found in register.municipalities for letter in found.name}
    assert "\ufffd" not in letters
    assert letters >= set("ÖÜäöüßóćčěłŁńśšźž")
    assert all("  " not in found.name for found in register.municipalities)


# --- the file


HEADER = "key,name,designation,state,district,population\n"


@pytest.fixture
def write(tmp_path):
    """Write a register file and return its folder."""

    def write(text):
        (tmp_path / REGISTER_FILE).write_bytes(lzma.compress(text.encode()))
        return tmp_path

    return write


def test_load(write):
    line = '01001000,"Flensburg, Stadt",Kreisfreie Stadt,Schleswig-Holstein,,96326\n'
    register = load_register(write(f"territory_date,2026-01-01\n{HEADER}{line}"))
    assert register.territory_date == "2026-01-01"
    assert register.municipalities == (
        Municipality(
            "Flensburg, Stadt",
            MUNICIPALITY,
            "01001000",
            "Schleswig-Holstein",
            "",
            96_326,
            "Kreisfreie Stadt",
            "2026-01-01",
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(HEADER, id="no-date"),
        pytest.param("territory_date,2026-01-01\n", id="no-columns"),
        pytest.param("territory_date,2026-01-01\nname,key\n", id="other-columns"),
        pytest.param(f"d,2026-01-01\n{HEADER}01001000,Au\n", id="short-line"),
        pytest.param(f"d,2026-01-01\n{HEADER}1001000,Au,,,,1\n", id="zero-lost"),
        pytest.param(f"d,2026-01-01\n{HEADER}0100100x,Au,,,,1\n", id="key-with-letter"),
        pytest.param(f"d,2026-01-01\n{HEADER}01001000,,,,,1\n", id="no-name"),
        pytest.param(f"d,2026-01-01\n{HEADER}01001000,Au,,,,many\n", id="no-number"),
        pytest.param(f"d,2026-01-01\n{HEADER}01001000,Au,,,,-1\n", id="negative"),
        pytest.param(f'd,2026-01-01\n{HEADER}01001000,"Au,,,,1\n', id="open-quote"),
        pytest.param(f'd,2026-01-01\n{HEADER}01001000,"Au"x,,,,1\n', id="quote-inside"),
        pytest.param(f"d,2026-01-01\n{HEADER}" + 2 * "01001000,Au,,,,1\n", id="twice"),
    ],
)
def test_a_damaged_register_is_refused(write, text):
    with pytest.raises(ValueError, match=r"register\.csv\.xz is damaged"):
        load_register(write(text))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"key,name", id="not-compressed"),
        pytest.param((FOLDER / REGISTER_FILE).read_bytes()[:1000], id="cut-off"),
        pytest.param(lzma.compress("Münster".encode("latin-1")), id="not-utf-8"),
    ],
)
def test_other_bytes_are_refused(tmp_path, data):
    (tmp_path / REGISTER_FILE).write_bytes(data)
    with pytest.raises(ValueError, match="damaged"):
        load_register(tmp_path)


def test_a_missing_file_is_no_damage(tmp_path):
    with pytest.raises(FileNotFoundError):
        load_register(tmp_path)


def test_the_source_is_named_in_both_languages():
    text = (FOLDER / "ATTRIBUTION.txt").read_text(encoding="utf-8")
    assert "Datenquelle: Statistisches Bundesamt (Destatis)" in text
    assert "Data source: Federal Statistical Office of Germany (Destatis)" in text
    assert text.count("https://www.govdata.de/dl-de/by-2-0") == 2
