"""A questionnaire of one's own, laid beside ours, on its way through the command line."""

import json
import shutil
from datetime import UTC, datetime

import openpyxl
import pytest
from builders import UNKNOWN, make_answer
from calls import printed, refused

from kiassess.content.edition import read_edition
from kiassess.content.library import Library
from kiassess.paths import bundled
from kiassess.workflow import assessing
from kiassess.workflow.workspace import open_for_writing

EXAMPLE = bundled().example / "buergerbuero"


@pytest.fixture
def own(tmp_path):
    """The folder for own questionnaires, with the example in it."""
    folder = tmp_path / "home" / "kiassess" / "questionnaires"
    shutil.copytree(EXAMPLE, folder / "buergerbuero")
    return folder


@pytest.fixture
def answered(run, own, file):
    """The id of an assessment of the example, half of it answered."""
    made = printed(run("new", "Zell", "--population", 4_000, "--questionnaire", "buergerbuero"))
    library = Library(bundled().questionnaires, own)
    with open_for_writing(file, library) as workspace:
        opened = assessing.load(workspace, made.strip(), "de")
        for number, item in enumerate(opened.items()):
            value = UNKNOWN if number == 5 else number % 5
            answer = make_answer(item.id, value)
            opened = assessing.answer(workspace, opened, answer, now=datetime.now(UTC))
    return made.strip()


def test_it_has_no_problems(run, own):
    assert "keine Probleme" in printed(run("check", own / "buergerbuero" / "1.0.0"))


def test_what_it_takes_from_our_catalogue_says_the_same():
    """Ids keep their meaning, so a question with an id of ours has to be ours."""
    ours = Library(bundled().questionnaires).load("ki-readiness")
    example, problems = read_edition(EXAMPLE / "1.0.0")
    assert problems == ()
    for language in ("de", "en"):
        asked = {item.id: item for item in ours.questionnaire(language).items()}
        shared = [i for i in example.questionnaire(language).items() if i.id in asked]
        assert len(shared) == 4
        for item in shared:
            theirs = asked[item.id]
            assert (item.title, item.question, item.levels) == (
                theirs.title,
                theirs.question,
                theirs.levels,
            )


def test_its_profile_is_worked_out(run, answered):
    profile = json.loads(printed(run("profile", answered, "--json")))
    assert profile["questionnaire"] == {"id": "buergerbuero", "version": "1.0.0"}
    assert [area["id"] for area in profile["areas"]] == ["front", "data"]
    assert sum(area["n_items"] for area in profile["areas"]) == 12
    assert len(profile["unknown_items"]) == 1
    assert any(block["score"] is not None for block in profile["blocks"])
    assert "Bürgerbüro" in printed(run("profile", answered))


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv", "png", "svg", "pdf"])
def test_its_results_are_handed_over(run, answered, tmp_path, suffix):
    file = tmp_path / f"results.{suffix}"
    printed(run("export", answered, file))
    assert file.stat().st_size > 1_000


def test_it_is_begun_beside_ours(run, own):
    assert printed(run("new", "Aue"))
    assert "buergerbuero, ki-readiness" in refused(run("new", "Aue", "--questionnaire", "nichts"))


def test_without_its_folder_what_was_answered_is_still_there(run, answered, own):
    shutil.rmtree(own)
    profile = json.loads(printed(run("profile", answered, "--json")))
    assert profile["questionnaire"]["id"] == "buergerbuero"


def test_an_extent_that_asks_nothing_is_refused(run, own):
    structure = own / "buergerbuero" / "1.0.0" / "structure.toml"
    text = structure.read_text(encoding="utf-8").replace('"quick", ', "")
    structure.write_text(text, encoding="utf-8")
    call = ("new", "Zell", "--questionnaire", "buergerbuero", "--extent", "quick")
    assert "quick" in refused(run(*call))


def test_a_broken_one_names_its_first_problem(run, own):
    text = own / "buergerbuero" / "1.0.0" / "de.toml"
    text.write_text(text.read_text("utf-8").replace("level_3 = ", "level_9 = ", 1), "utf-8")
    sentence = refused(run("new", "Zell", "--questionnaire", "buergerbuero"))
    assert "1.0.0/de.toml:" in sentence


@pytest.mark.parametrize("content", ["", "as_of = 2030-01-01\n", "[[entry]\n", "\0"])
def test_a_broken_legal_table_of_ones_own_stops_nobody(run, answered, own, tmp_path, content):
    (own / "legal").mkdir()
    (own / "legal" / "2030-01-01.toml").write_text(content, encoding="utf-8")
    printed(run("export", answered, tmp_path / "results.xlsx"))


def test_a_newer_legal_table_of_ones_own_counts(run, own, tmp_path):
    made = printed(run("new", "Aue")).strip()
    table = (bundled().questionnaires / "legal" / "2026-11-22.toml").read_text(encoding="utf-8")
    (own / "legal").mkdir()
    newer = table.replace("as_of = 2026-11-22", "as_of = 2030-01-01")
    (own / "legal" / "2030-01-01.toml").write_text(newer, encoding="utf-8")
    printed(run("export", made, tmp_path / "a.xlsx"))
    sheets = openpyxl.load_workbook(tmp_path / "a.xlsx")
    values = [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert [value for value in values if "2030" in str(value)]
