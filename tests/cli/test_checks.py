"""``check``, as an author of questionnaires meets it."""

import shutil
from pathlib import Path

import pytest
from calls import misused, printed

from kiassess.paths import bundled

VERSION = Path("ki-readiness") / "1.1.0"


@pytest.fixture
def questionnaires(tmp_path):
    """A copy of the questionnaires that came with the program, to be spoilt."""
    folder = tmp_path / "Fragen & Antworten"
    without = shutil.ignore_patterns("style")  # spelling is checked once, elsewhere
    return Path(shutil.copytree(bundled().questionnaires, folder, ignore=without))


def problems(result):
    """The lines of a check that found something."""
    assert result.exit_code == 1
    assert result.stderr == ""
    assert "Traceback" not in result.stdout
    return result.stdout.splitlines()


def test_without_problems_it_says_so(run, questionnaires):
    text = printed(
        run("check", questionnaires, questionnaires / VERSION / "de" / "questionnaire.toml")
    )
    assert text.endswith("questionnaire.toml: keine Probleme\n")
    assert text.count("\n") == 1
    assert printed(run("--language", "en", "check", questionnaires)).endswith(": no problems\n")


def test_a_problem_is_one_line_with_file_line_where_what_and_what_to_do(run, questionnaires):
    file = questionnaires / VERSION / "de" / "items" / "data.toml"
    before = 'title = "Überblick über Datenbestände"'
    text = file.read_text(encoding="utf-8")
    line = text.splitlines().index(before) + 1
    file.write_text(text.replace(before, 'title = ""'), encoding="utf-8")
    assert problems(run("check", file)) == [
        f"1.1.0/de/items/data.toml:{line}: item data.inventory: „title“ fehlt oder ist kein Text. "
        "Bitte ergänzen Sie einen Text in Anführungszeichen."
    ]


def test_broken_toml_has_a_line_but_no_place(run, questionnaires):
    file = questionnaires / VERSION / "structure.toml"
    file.write_text('id = "x"\nversion = {\n', encoding="utf-8")
    (line,) = problems(run("check", questionnaires / VERSION))
    assert line.startswith("1.1.0/structure.toml:2: Die Schreibweise ist kein gültiges TOML (")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nichts.toml", "Diese Datei oder diesen Ordner gibt es nicht."),
        ("Antrag.pdf", "Hier liegt kein Fragenkatalog."),
        ("leer", "Hier liegt kein Fragenkatalog."),
        ("x" * 3000, "Die Datei lässt sich nicht lesen"),
    ],
    ids=["missing", "pdf", "folder", "too long"],
)
def test_what_cannot_be_checked_gets_one_sentence(run, tmp_path, name, sentence):
    (tmp_path / "Antrag.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    (tmp_path / "leer").mkdir()
    (line,) = problems(run("check", tmp_path / name))
    assert line.startswith(f"{tmp_path / name}: {sentence}")


def test_signs_that_move_the_cursor_are_not_printed(run, tmp_path):
    (line,) = problems(run("check", tmp_path / "a\nb\x1b[2J"))
    assert "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}[2J: " in line


def test_every_kind_of_problem_has_its_sentence(run, questionnaires):
    """A file in which everything is wrong at once gives only readable lines."""
    structure = questionnaires / VERSION / "structure.toml"
    structure.write_text(
        """
id = 7
version = "2.0.0"
languages = ["de", "fr", "de"]
roles = "BM"
extra = 1
block = "VIS"
[[area]]
id = "data"
[[item]]
id = "Data Inventory"
area = "nowhere"
primary = "XX"
targets = [9]
gate = "yes"
[[item]]
id = "Data Inventory"
""",
        encoding="utf-8",
    )
    lines = problems(run("check", structure))
    assert len(lines) > 15
    assert all(line.startswith("1.1.0/") and line.endswith((".", "]")) for line in lines)
    assert not [line for line in lines if "{" in line]


def test_something_to_check_has_to_be_named(run):
    assert misused(run("check")) == "Die Angabe FILE... fehlt."


def test_without_hunspell_it_says_that_spelling_is_unchecked(run):
    text = printed(run("check", bundled().questionnaires, PATH="/nowhere"))
    assert text.splitlines()[1].startswith("Die Rechtschreibung ist nicht geprüft")


def test_texts_without_a_house_style_need_no_spelling(run, questionnaires):
    assert "Rechtschreibung" not in printed(run("check", questionnaires, PATH="/nowhere"))
