"""``new`` and ``list``."""

import json
import re
from datetime import UTC, datetime

import pytest
from calls import misused, printed, refused

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n")
ULM = "08421000"


@pytest.fixture
def listed(run):
    """The assessments as a script sees them."""
    return lambda: json.loads(printed(run("list", "--json")))


@pytest.fixture
def new(run, listed):
    """Begin an assessment and look at it."""

    def begin(*arguments):
        printed(run("new", *arguments))
        (one,) = listed()
        return one

    return begin


# --- new


def test_new_prints_the_id_and_nothing_else(run, listed):
    result = run("new", "Ärzen am Süßbach")
    assert UUID.fullmatch(printed(result))
    assert [one["id"] for one in listed()] == [result.stdout.strip()]


def test_what_was_not_said_is_left_open(new):
    one = new("Musterbach")
    assert one["municipality"] == {
        "name": "Musterbach",
        "type": "municipality",
        "key": "",
        "state": "",
        "district": "",
        "population": None,
        "designation": "",
        "territory_date": "",
    }
    assert (one["extent"], one["ai_in_use"], one["is_example"]) == ("full", None, False)
    assert one["round_date"] in {
        datetime.now(UTC).astimezone().date().isoformat(),
        one["created_at"][:10],
    }
    assert one["progress"] == {"settled": 0, "unknown": 0, "total": 86}


def test_everything_can_be_said(new):
    one = new(
        *("Zweckverband Nord", "--type", "other", "--population", "0", "--extent", "quick"),
        *("--date", "2025-02-28", "--ai-in-use", "unknown", "--questionnaire", "ki-readiness"),
    )
    assert one["municipality"]["type"] == "other"
    assert one["municipality"]["population"] == 0
    assert (one["extent"], one["round_date"], one["ai_in_use"]) == (
        *("quick", "2025-02-28", "unknown"),
    )


def test_the_register_fills_in_what_was_not_said(new):
    one = new("Mein Ulm", "--ags", " 08 421 000 ")
    assert one["municipality"] == {
        "name": "Mein Ulm",
        "type": "municipality",
        "key": ULM,
        "state": "Baden-Württemberg",
        "district": "",
        "population": 129882,
        "designation": "Stadtkreis",
        "territory_date": "2025-10-31",
    }


def test_what_was_said_wins_over_the_register(new):
    one = new("Ulm", "--ags", ULM, "--population", "0", "--type", "county")
    assert one["municipality"]["population"] == 0
    assert one["municipality"]["type"] == "county"


@pytest.mark.parametrize(
    ("key", "kind"),
    [("00000", "county"), ("00000000", "municipality"), ("000000000", "association")],
)
def test_a_key_the_register_does_not_know_is_kept(new, key, kind):
    one = new("Früherdorf", "--ags", key)
    assert one["municipality"]["key"] == key
    assert one["municipality"]["type"] == kind
    assert one["municipality"]["territory_date"] == ""


@pytest.mark.parametrize("key", ["0842", "0842100x", "٠٨٤٢١٠٠٠", "-8421000", "0842100\x1b"])
def test_what_is_no_key_is_refused(run, file, key):
    sentence = refused(run("new", "Ulm", "--ags", key))
    assert "amtlicher Schlüssel" in sentence
    assert not file.exists()


@pytest.mark.parametrize(
    "name", ["", "   ", "Ulm\nSüd", "\x1b[31mrot", "a\0b", "\ud800", "x" * 201], ids=ascii
)
def test_a_name_that_cannot_be_kept_is_refused(run, file, name):
    sentence = refused(run("new", name))
    assert sentence.endswith("Bitte prüfen Sie die Eingabe.")
    assert "Name der Kommune" in sentence
    assert not file.parent.exists()


def test_spaces_around_a_name_are_not_kept(new):
    assert new(" Bad  Musterbach\t")["municipality"]["name"] == "Bad  Musterbach"


@pytest.mark.parametrize("population", ["2000000001", "9" * 20])
def test_a_population_beyond_all_people_is_refused(run, file, population):
    assert "Einwohnerzahl" in refused(run("new", "Ulm", "--population", population))
    assert not file.exists()


def test_an_unknown_questionnaire_is_refused_before_anything_is_made(run, file):
    sentence = refused(run("new", "Ulm", "--questionnaire", "ki-unreif"))
    assert "„ki-unreif“" in sentence
    assert "ki-readiness" in sentence
    assert not file.parent.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ("--population", "-1"),
        ("--population", "9.000"),
        ("--population", "1e3"),
        ("--population", "٣"),
        ("--population", "9" * 5000),
        ("--population", ""),
        ("--date", "22.11.2026"),
        ("--date", "2026-02-30"),
        ("--date", "20260228"),
        ("--date", "2026-W07-1"),
        ("--date", "0000-01-01"),
        ("--date", ""),
        ("--type", "Stadt"),
        ("--extent", "FULL"),
        ("--ai-in-use", "vielleicht"),
        ("--ai-in-use",),
        ("--gibtesnicht",),
        ("zu", "viel"),
    ],
    ids=lambda wrong: " ".join(wrong)[:30],
)
def test_wrong_calls_end_with_2_and_make_nothing(run, file, wrong):
    assert misused(run("new", "Ulm", *wrong))
    assert not file.parent.exists()


@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_even_odd_days_are_days(new, run, day):
    assert new("Ulm", "--date", day)["round_date"] == day
    assert "Ulm" in printed(run("list"))


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_days_no_workbook_can_hold_are_refused(run, file, day):
    assert day in refused(run("new", "Ulm", "--date", day))
    assert not file.parent.exists()


def test_nothing_is_made_while_another_program_writes(run, writer, listed):
    sentence = refused(run("new", "Ulm"))
    assert sentence.startswith("„kiassess.db“ wird gerade in einem anderen Fenster bearbeitet (")
    assert listed() == []


# --- list


def test_a_missing_workspace_has_no_assessments_and_is_not_made(run, file):
    assert "kiassess new" in printed(run("list"))
    assert printed(run("list", "--json")) == "[]\n"
    assert not file.parent.exists()


def test_the_list_names_what_there_is(run):
    first = printed(run("new", "Zwiesel", "--date", "2025-10-01")).strip()
    second = printed(run("new", "Aue", "--date", "2026-10-01", "--extent", "quick")).strip()
    head, *rows = printed(run("list")).splitlines()
    assert head.split() == ["Kennung", "Kommune", "Datum", "Umfang", "Beantwortet"]
    assert [row.split(maxsplit=1) for row in rows] == [
        [second, "Aue      01.10.2026  Schnellcheck  0 von 22"],
        [first, "Zwiesel  01.10.2025  Vollanalyse   0 von 86"],
    ]


def test_the_list_can_be_read_while_another_program_writes(run, writer, file):
    assert printed(run("list", "--json")) == "[]\n"
    assert writer.writable


def test_the_list_speaks_english_on_request(run):
    printed(run("new", "Aue", "--date", "2026-10-01"))
    assert "1 October 2026  Full analysis  0 of 86" in printed(run("--language", "en", "list"))
    assert "1 October 2026" in printed(run("list", KIASSESS_LANGUAGE="en"))
    assert "01.10.2026" in printed(run("--language=de", "list", KIASSESS_LANGUAGE="en"))


def test_the_workspace_can_be_named_in_the_call(run, file, tmp_path):
    other = tmp_path / "andere.db"
    printed(run("--workspace", other, "new", "Aue"))
    assert other.exists()
    assert not file.exists()
