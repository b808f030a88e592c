"""``pack``."""

from pathlib import Path

import pytest
from calls import misused, printed, refused
from fill_ins import OdsPaper, read_back

from kiassess.exchange.fill_in_meta import read_meta


@pytest.fixture
def town(run):
    """The id of an assessment without answers."""
    return printed(run("new", "Ärzen", "--date", "2026-10-01")).strip()


def test_the_path_of_every_workbook_is_printed(run, town, tmp_path):
    lines = printed(run("pack", town[:8], tmp_path / "Mappen")).splitlines()
    assert len(lines) == 12
    assert lines[0] == str(tmp_path / "Mappen" / "Umlaufmappe Ärzen – Verwaltungsleitung.xlsx")
    found = {str(file) for file in (tmp_path / "Mappen").glob("*.xlsx")}
    assert found == set(lines)
    assert (tmp_path / "Mappen" / "Begleittext Ärzen.txt").exists()


def test_only_the_roles_asked_for_get_one(run, town, tmp_path):
    lines = printed(run("pack", town, tmp_path, "--role", "DSB", "--role", "Personal"))
    assert [line.rpartition("– ")[2] for line in lines.splitlines()] == [
        "Datenschutz.xlsx", "Personal.xlsx",
    ]  # fmt: skip


def test_the_workbook_speaks_the_language_asked_for(run, town, tmp_path):
    options = ("--role", "all", "--format", "xlsx", "--blank")
    (line,) = printed(run("--language", "en", "pack", town, tmp_path, *options)).splitlines()
    assert line.endswith("Workbook Ärzen – all questions.xlsx")
    meta = read_meta(read_back((tmp_path / line).read_bytes()))
    assert (meta.language, meta.assessment_id) == ("en", town)


def test_there_is_one_to_print(run, town, tmp_path):
    (line,) = printed(run("pack", town, tmp_path, "--role", "all", "--print")).splitlines()
    assert line.endswith("Fragebogen Ärzen – alle Fragen.xlsx")


def test_an_opendocument_one_goes_out_and_comes_back(run, town, tmp_path):
    options = ("--role", "all", "--format", "ods")
    (line,) = printed(run("pack", town, tmp_path / "out", *options)).splitlines()
    assert line.endswith("Umlaufmappe Ärzen – alle Fragen.ods")
    file = tmp_path / "back.ods"
    file.write_bytes(OdsPaper(Path(line).read_bytes()).fill("data.inventory", answer=3).content())
    (told, *_) = printed(run("import", file)).splitlines()
    assert "eine Antwort übernommen, 85 offen." in told


def test_what_is_not_there_is_refused(run, town, tmp_path):
    folder = tmp_path / "Mappen"
    assert "„Küche“" in refused(run("pack", town, folder, "--role", "Küche"))
    assert "„abcd“" in refused(run("pack", "abcd", folder))
    assert not folder.exists()
    assert "Möglich sind: xlsx, ods" in misused(run("pack", town, folder, "--format", "docx"))
    assert misused(run("pack", town)) == "Die Angabe DIR fehlt."
