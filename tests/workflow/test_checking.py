"""What can be checked, from where, and what is said of it."""

import os
import shutil
from pathlib import Path

import pytest

from kiassess.content.library import Library
from kiassess.paths import bundled
from kiassess.workflow.checking import check_files

VERSION = "ki-readiness/1.1.0"


@pytest.fixture
def questionnaires(tmp_path):
    """A copy of the questionnaires that came with the program, to be spoilt."""
    folder = tmp_path / "questionnaires"
    without = shutil.ignore_patterns("style")  # spelling is checked once, elsewhere
    return Path(shutil.copytree(bundled().questionnaires, folder, ignore=without))


@pytest.fixture
def spoil(questionnaires):
    """Replace a text in one of the files; returns the file."""

    def replace(name, before, after):
        file = questionnaires / name
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        return file

    return replace


def found(*paths, library=None):
    return [(p.file, p.line, p.where, p.what) for p in check_files(paths, library)]


def line_of(file, text):
    return file.read_text(encoding="utf-8").splitlines().index(text) + 1


@pytest.mark.parametrize(
    "inside",
    [
        ".",
        "ki-readiness",
        VERSION,
        f"{VERSION}/structure.toml",
        f"{VERSION}/de/questionnaire.toml",
        "legal",
    ],
)
def test_what_came_with_the_program_has_no_problems(questionnaires, inside):
    assert found(questionnaires / inside) == []


@pytest.mark.parametrize(
    "inside",
    [".", "ki-readiness", VERSION, f"{VERSION}/structure.toml", f"{VERSION}/de/questionnaire.toml"],
)
def test_a_problem_is_found_from_everywhere(questionnaires, spoil, inside):
    file = spoil(f"{VERSION}/en/questionnaire.toml", "[area.res]\nname", "[area.res]\nnaem")
    line = line_of(file, "[area.res]")
    assert ("1.1.0/en/questionnaire.toml", line, "area res", "text_missing") in found(
        questionnaires / inside
    )


def test_a_problem_is_named_once_however_often_it_is_asked_for(questionnaires, spoil):
    spoil(f"{VERSION}/structure.toml", 'primary = "DI"', 'primary = "XX"')
    version = questionnaires / VERSION
    once = found(version)
    assert [what for *_, what in once] == ["unknown_id"]
    again = version / ".." / version.name
    assert found(version, version / "de" / "questionnaire.toml", questionnaires, again) == once


def test_the_problems_of_all_paths_are_named(questionnaires, spoil):
    spoil(f"{VERSION}/de/questionnaire.toml", "title =", "titel =")
    spoil("legal/2026-11-22.toml", "as_of =", "as_off =")
    files = {file for file, *_ in found(questionnaires)}
    assert files == {"1.1.0/de/questionnaire.toml", "legal/2026-11-22.toml"}


def test_a_legal_table_is_checked_in_both_languages(questionnaires, spoil):
    file = spoil("legal/2026-11-22.toml", 'en.short = "Art. 30', 'en.shrt = "Art. 30')
    (problem,) = found(file)
    assert problem[0] == "legal/2026-11-22.toml"
    assert problem[2:] == ("entry gdpr.30", "text_missing")


def test_what_is_wrong_in_both_languages_is_named_once(questionnaires, spoil):
    file = spoil("legal/2026-11-22.toml", 'class = "today"', 'class = "heute"')
    assert [what for *_, what in found(file)] == ["unknown_id"]


PRECHECK = "precheck/2026-11-22.toml"


@pytest.mark.parametrize("alone", [True, False])
def test_a_pre_check_is_checked_in_both_languages(questionnaires, spoil, alone):
    file = spoil(PRECHECK, 'en.text = "Is the application', 'en.txt = "Is the application')
    problems = found(file if alone else questionnaires)
    assert {problem[0] for problem in problems} == {PRECHECK}
    assert {what for *_, what in problems} == {"text_missing", "unknown_key"}


def test_a_pre_check_points_only_to_what_the_legal_table_has(questionnaires, spoil):
    spoil(PRECHECK, '"aiact.3"', '"aiact.300"')
    ((file, *_, what),) = found(questionnaires)
    assert (file, what) == (PRECHECK, "unknown_id")


@pytest.fixture
def dangling(questionnaires, spoil):
    """A version that points to a legal anchor nobody has."""
    spoil(f"{VERSION}/structure.toml", '"dng"', '"dngx"')
    return questionnaires / VERSION


def test_legal_anchors_are_looked_up_in_the_table_beside(dangling, questionnaires):
    assert [what for *_, what in found(dangling)] == ["unknown_id"]
    table = questionnaires / "legal" / "2026-11-22.toml"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace('id = "dng"', 'id = "dngx"'), encoding="utf-8")
    assert found(dangling) == []


def test_the_newest_table_beside_counts(dangling, questionnaires):
    table = questionnaires / "legal" / "2026-11-22.toml"
    text = table.read_text(encoding="utf-8").replace('id = "dng"', 'id = "dngx"')
    newer = text.replace("as_of = 2026-11-22", "as_of = 2027-01-01")
    table.with_name("2027-01-01.toml").write_text(newer, encoding="utf-8")
    assert found(dangling) == []


def test_without_a_table_beside_that_of_the_library_counts(dangling, questionnaires):
    shutil.rmtree(questionnaires / "legal")
    assert found(dangling) == []  # nobody can tell
    library = Library(bundled().questionnaires)
    assert [what for *_, what in found(dangling, library=library)] == ["unknown_id"]


def test_a_broken_table_does_not_make_the_questionnaire_wrong(questionnaires, spoil):
    spoil("legal/2026-11-22.toml", "as_of =", "as_of")
    assert found(questionnaires / VERSION) == []
    assert [what for *_, what in found(questionnaires)] == ["syntax"]


def test_broken_toml_names_its_line(questionnaires, spoil):
    file = spoil(f"{VERSION}/de/questionnaire.toml", "[level]", "[level")
    line = line_of(file, "[level")
    assert found(file) == [("1.1.0/de/questionnaire.toml", line, "", "syntax")]


def test_a_version_without_one_of_its_languages_says_so(questionnaires):
    (questionnaires / VERSION / "en" / "questionnaire.toml").unlink()
    assert found(questionnaires / VERSION) == [("1.1.0/en/questionnaire.toml", 1, "", "unreadable")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Bericht.pdf", b"%PDF-1.7\n\xff"),
        ("de.toml", b'language = "de"\n'),
        ("leer.toml", b""),
        ("structure", b"[[item]]\n"),
        ("notiz.txt", "Grüße".encode()),
    ],
)
def test_other_files_are_no_questionnaire(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    assert found(file) == [(str(file), 0, "", "nothing_to_check")]


@pytest.mark.parametrize("folder", ["leer", "voll"])
def test_a_folder_without_questionnaire_says_so(tmp_path, folder):
    (tmp_path / folder / "a" / "b" / "c").mkdir(parents=True)
    (tmp_path / "voll" / "a").mkdir(parents=True, exist_ok=True)
    (tmp_path / "voll" / "pyproject.toml").write_text("[tool]\n", encoding="utf-8")
    file = tmp_path / folder
    assert found(file) == [(str(file), 0, "", "nothing_to_check")]


@pytest.mark.parametrize("name", ["gibtesnicht", "de.toml", "a/b/c", "\ud800"])
def test_what_is_not_there_says_so(tmp_path, name):
    file = tmp_path / name
    assert [what for *_, what in found(file)] == ["not_there"]


def test_a_name_that_is_too_long_cannot_be_read(tmp_path):
    assert [what for *_, what in found(tmp_path / ("x" * 5000))] == ["unreadable"]


def test_a_broken_structure_is_no_traceback(tmp_path):
    folder = tmp_path / "1.1.0"
    folder.mkdir()
    (folder / "structure.toml").write_bytes(b"%PDF-1.7\n\xff")
    assert found(folder) == [("1.1.0/structure.toml", 1, "", "not_utf8")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "structure.toml"
    os.mkfifo(pipe)
    assert [what for *_, what in found(pipe)] == ["nothing_to_check"]


def test_a_lonely_version_near_the_root_can_be_checked(tmp_path, questionnaires, monkeypatch):
    monkeypatch.chdir(questionnaires / VERSION)
    assert found(Path()) == []
    assert found(Path("structure.toml")) == []
