"""The script that makes the bundled register from the published lists."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiassess.content.municipalities import REGISTER_FILE, load_register
from kiassess.domain.municipality import OrganisationType

SCRIPT = Path(__file__).parents[2] / ".ci" / "make_municipalities.py"

TOWNS = """\
ags,name,type,state,district,population,area_km2,as_of
09187150,"Raubling",Gemeinde,Bayern,Rosenheim,11000,1.0,2026-01-01
09163000,Rosenheim,Kreisfreie Stadt,Bayern,Rosenheim,64000,1.0,2026-01-01
01053105,"Sachsenwald, gemfr. Gebiet",Gemeindefreies Gebiet (unbewohnt),X,Y,0,1.0,2026-01-01
03351501,"Lohheide, gemfr. Bezirk",Gemeindefreies Gebiet (bewohnt),X,Y,708,1.0,2026-01-01
"""
ASSOCIATIONS = """\
key,name,type,state,district,seat,members,population,area_km2,as_of
010515163,Burg  Land,Amt,Schleswig-Holstein,Dithmarschen,Burg,14,15630,1.0,2026-01-01
"""
COUNTIES = """\
key,name,type,state,seat,municipalities,population,area_km2,as_of
09187,Rosenheim,Landkreis,Bayern,Rosenheim,46,260000,1.0,2026-01-01
"""


@pytest.fixture
def make_file(tmp_path):
    """Run the script that makes the register; return what came of it."""
    if not SCRIPT.exists():
        pytest.skip("the script is part of a checkout only")

    def make(*texts):
        sources = []
        for number, text in enumerate(texts):
            sources.append(tmp_path / f"{number}.csv")
            sources[-1].write_text(text, encoding="utf-8")
        command = [sys.executable, SCRIPT, *sources, tmp_path / REGISTER_FILE]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return make


def test_the_script_makes_what_the_program_reads(make_file, tmp_path):
    assert make_file(TOWNS, ASSOCIATIONS, COUNTIES).returncode == 0
    register = load_register(tmp_path)
    assert register.territory_date == "2026-01-01"
    assert register.find("010515163").name == "Burg Land"
    assert [(m.key, m.type, m.district) for m in register.municipalities] == [
        ("010515163", OrganisationType.ASSOCIATION, "Dithmarschen"),
        ("09163000", OrganisationType.MUNICIPALITY, ""),
        ("09187", OrganisationType.COUNTY, ""),
        ("09187150", OrganisationType.MUNICIPALITY, "Rosenheim"),
    ]


def test_the_same_lists_give_the_same_bytes(make_file, tmp_path):
    make_file(TOWNS, ASSOCIATIONS, COUNTIES)
    before = (tmp_path / REGISTER_FILE).read_bytes()
    make_file(TOWNS, ASSOCIATIONS, COUNTIES)
    assert (tmp_path / REGISTER_FILE).read_bytes() == before


def test_lists_of_different_dates_are_refused(make_file, tmp_path):
    result = make_file(TOWNS, ASSOCIATIONS, COUNTIES.replace("2026-01-01", "2026-02-01"))
    assert result.returncode == 1
    assert not (tmp_path / REGISTER_FILE).exists()


def test_the_script_says_how_it_is_used(make_file):
    result = make_file(TOWNS)
    assert result.returncode == 2
    assert "python .ci/make_municipalities.py" in result.stderr
