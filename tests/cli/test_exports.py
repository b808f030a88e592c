"""``export`` and ``demo``."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from calls import misused, printed, refused
from click.testing import CliRunner

from kiassess.cli import cli
from kiassess.content.library import Library
from kiassess.paths import bundled
from kiassess.workflow.workspace import open_for_writing

STARTS = {
    "xlsx": b"PK\x03\x04",
    "ods": b"PK\x03\x04",
    "csv": b"\xef\xbb\xbf",
    "png": b"\x89PNG",
    "svg": b"<?xml",
    "pdf": b"%PDF-",
}


@pytest.fixture
def town(run):
    """The id of an assessment without answers."""
    return printed(run("new", "Ärzen", "--date", "2026-10-01")).strip()


# --- export


@pytest.mark.parametrize("suffix", STARTS)
def test_the_suffix_decides_what_is_written(run, town, tmp_path, suffix):
    file = tmp_path / f"Übersicht Ärzen.{suffix.upper()}"
    assert printed(run("export", town[:8], file)) == f"{file}\n"
    assert file.read_bytes().startswith(STARTS[suffix])


def test_a_relative_file_lies_where_the_user_is(run, town, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert printed(run("export", town, "a.csv")) == "a.csv\n"
    assert (tmp_path / "a.csv").exists()


def test_the_export_speaks_the_language_asked_for(run, town, tmp_path):
    german, english = tmp_path / "de.csv", tmp_path / "en.csv"
    printed(run("export", town, german))
    printed(run("--language", "en", "export", town, english))
    assert "Überblick über Datenbestände" in german.read_text(encoding="utf-8")
    assert "Überblick" not in english.read_text(encoding="utf-8")


def test_an_older_export_is_replaced(run, town, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("alt", encoding="utf-8")
    printed(run("export", town, file))
    assert "alt" not in file.read_text(encoding="utf-8").split()
    assert [found.name for found in tmp_path.glob("a.csv*")] == ["a.csv"]


@pytest.mark.parametrize("name", ["a.exe", "a", "", ".csv", "a.xlsx.tmp", ".kiassess"])
def test_an_unknown_suffix_is_refused(run, town, tmp_path, name):
    sentence = refused(run("export", town, f"{tmp_path}/{name}"))
    assert ".csv, .png, .svg, .pdf, .kiassess" in sentence
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == []


def test_a_target_that_cannot_be_written_is_refused(run, town, tmp_path):
    (tmp_path / "ordner.csv").mkdir()
    for target in (tmp_path / "ordner.csv", tmp_path / "gibtesnicht" / "a.csv"):
        assert "konnte nicht geschrieben werden" in refused(run("export", town, target))
    assert list((tmp_path / "ordner.csv").iterdir()) == []


def test_an_unknown_assessment_is_refused_before_anything_is_written(run, town, tmp_path):
    assert "„abcd“" in refused(run("export", "abcd", tmp_path / "a.csv"))
    assert not (tmp_path / "a.csv").exists()


def test_without_a_workspace_nothing_can_be_exported(run, file, tmp_path):
    assert "„abcd“" in refused(run("export", "abcd", tmp_path / "a.csv"))
    assert not file.parent.exists()


def test_an_export_can_be_made_while_another_program_writes(run, town, file, tmp_path):
    with open_for_writing(file, Library(bundled().questionnaires)):
        printed(run("export", town, tmp_path / "a.csv"))


# --- demo


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A demo, made once, and what was printed; only to be looked at."""
    home = tmp_path_factory.mktemp("home")
    folder = home / "Zum Üben" / "demo"
    env = {"KIASSESS_WORKSPACE": str(home / "kiassess.db"), "KIASSESS_LANGUAGE": None}
    text = printed(CliRunner().invoke(cli, ["demo", str(folder)], env=env))
    assert not (home / "kiassess.db").exists()
    return folder, text


@pytest.fixture
def copied(demo, tmp_path):
    """A copy of the demo, to be worked in."""
    return Path(shutil.copytree(demo[0], tmp_path / "demo"))


@pytest.fixture
def folder(tmp_path):
    """Where a demo goes; it is not there yet."""
    return tmp_path / "Zum Üben" / "demo"


def files(folder):
    return {found.name: found.read_bytes() for found in folder.iterdir()}


def test_the_demo_names_every_file_it_wrote(demo):
    folder, text = demo
    written = [Path(line) for line in text.splitlines()]
    assert written[0] == folder / "demo.db"
    exports = {f".{suffix}" for suffix in STARTS} | {".kiassess", ".ics"}
    assert {file.suffix for file in written[1:]} == exports
    assert all(file.parent == folder and file.stat().st_size > 1000 for file in written)


def test_the_demo_can_be_worked_with(run, copied):
    workspace = ("--workspace", copied / "demo.db")
    listed = json.loads(printed(run(*workspace, "list", "--json")))
    assert len(listed) == 14
    assert len({one["municipality"]["name"] for one in listed}) == 12
    for one in listed:
        profile = json.loads(printed(run(*workspace, "profile", one["id"], "--json")))
        assert len(profile["blocks"]) == 7
    printed(run(*workspace, "new", "Eigene Kommune"))


def test_the_demo_shows_the_later_round_of_a_town_with_two(demo):
    text = (demo[0] / "Musterstedt.csv").read_text(encoding="utf-8-sig")
    assert "2026-10-13" in text or "13.10.2026" in text
    assert len(list(csv.reader(text.splitlines(), delimiter=";"))) > 22


def test_made_again_the_demo_is_what_it_was(run, copied):
    (copied / "Musterstedt.xlsx").unlink()
    before = printed(run("--workspace", copied / "demo.db", "list", "--json"))
    text = printed(run("demo", copied))
    assert f"{copied / 'Musterstedt.xlsx'}\n" in text
    assert (copied / "Musterstedt.xlsx").exists()
    assert printed(run("--workspace", copied / "demo.db", "list", "--json")) == before


def test_a_demo_that_somebody_works_in_is_left_alone(run, copied):
    printed(run("--workspace", copied / "demo.db", "new", "Eigene Kommune"))
    before = files(copied)
    assert "gehört nicht zum Beispiel" in refused(run("demo", copied))
    assert files(copied) == before


@pytest.mark.parametrize("name", ["Musterstedt.xlsx", "Musterstedt.pdf", "Musterstedt.kiassess"])
def test_files_of_others_are_left_alone(run, folder, name):
    folder.mkdir(parents=True)
    (folder / name).write_bytes(b"mein Bericht")
    assert f"„{name}“ ist schon da" in refused(run("demo", folder))
    assert files(folder) == {name: b"mein Bericht"}


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"SQLite format 3\x00 and more"])
def test_a_foreign_file_in_place_of_the_workspace_is_left_alone(run, folder, content):
    folder.mkdir(parents=True)
    (folder / "demo.db").write_bytes(content)
    assert "ist kein Datenbestand" in refused(run("demo", folder))
    assert files(folder)["demo.db"] == content
    assert not (folder / "Musterstedt.xlsx").exists()


def test_a_demo_that_is_open_is_left_alone(run, folder):
    with open_for_writing(folder / "demo.db", Library(bundled().questionnaires)):
        assert "in einem anderen Fenster bearbeitet" in refused(run("demo", folder))
    assert not (folder / "Musterstedt.xlsx").exists()


def test_a_file_is_no_folder(run, tmp_path):
    file = tmp_path / "demo"
    file.write_bytes(b"Hallo")
    assert "Ordner" in refused(run("demo", file))
    assert file.read_bytes() == b"Hallo"


def test_the_folder_has_to_be_named(run):
    assert misused(run("demo")) == "Die Angabe DIR fehlt."
