"""Words to avoid, long sentences, spelling: found where they stand, and nowhere else."""

import shutil
from pathlib import Path

import pytest

from kiassess.content import house_style
from kiassess.content.house_style import spelling_problems, style_problems

ROOT = Path(__file__).parents[2]
STYLE = ROOT / "questionnaires" / "style"
OURS = max((ROOT / "questionnaires").glob("ki-readiness/*/structure.toml")).parent

TEXTS = """
title = "Ein Katalog"

[item."q.one"]
title = "Überblick"
question = "Wie steht es?"
level_0 = "Es gibt nichts."
evidence = ["Liste"]

[measure."m.q.one"]
steps = ["Liste anlegen.", "Liste pflegen."]

[offer.one]
name = "Framework Hilfe"

[term.ki]
name = "Rahmen"
also = ["Framework", "Qwertz"]
"""


@pytest.fixture
def check(tmp_path):
    """Check a small German text with one passage replaced."""

    def check(find, old="", new=""):
        assert old in TEXTS
        folder = tmp_path / "demo" / "1.0.0"
        folder.mkdir(parents=True, exist_ok=True)
        text = TEXTS.lstrip().replace(old, new, 1)
        (folder / "de.toml").write_text(text, encoding="utf-8")
        return find(folder, "de", STYLE)

    return check


def test_good_texts_have_no_problems(check):
    assert check(style_problems) == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("Es gibt nichts", "Es ist teilweise da", 6, "teilweise"),
        ("Überblick", "Stakeholder", 4, "Stakeholder"),
        ("Liste anlegen", "Das Tool öffnen", 10, "Tool"),
        ("Liste pflegen", "Alle Mitarbeiter fragen", 10, "Mitarbeiter"),
        ("Es gibt nichts", "Alles ist rechtssicher", 6, "rechtssicher"),
        ("Es gibt nichts", "Gesetzt ist nur das Nötige und/oder mehr", 6, "und/oder"),
        ("Es gibt nichts", "Die Bürger:innen sind gefragt", 6, "Bürger"),
        ("Es gibt nichts", "Das macht man so", 6, "man"),
        ('name = "Rahmen"', 'name = "Framework"', 16, "Framework"),
    ],
)
def test_a_word_to_avoid_is_named_with_a_better_one(check, old, new, line, word):
    problems = check(style_problems, old, new)
    assert (line, "avoid", word) in [(p.line, p.what, p.values["word"]) for p in problems]
    assert all(p.values["better"] for p in problems)


@pytest.mark.parametrize("word", ["Toleranz", "manche", "Bürgerbüro", "Mitarbeiterinnen"])
def test_a_part_of_a_word_is_another_word(check, word):
    assert check(style_problems, "nichts", word) == ()


def test_long_sentences_are_counted_over_an_item(check):
    (problem,) = check(style_problems, "Wie steht es?", "Wie " + "sehr " * 60 + "steht es?")
    assert (problem.what, problem.where, problem.line) == ("long_sentences", "item q.one", 3)
    assert problem.values["mean"] == 33.0
    assert check(style_problems, "Wie steht es?", "Wie sehr? " * 40) == ()


def test_without_rules_everything_is_good_style(check, tmp_path):
    check(style_problems, "nichts", "teilweise")
    assert style_problems(tmp_path / "demo" / "1.0.0", "de", tmp_path) == ()


# --- spelling


def test_a_misspelt_word_is_named_where_it_stands_first(check, companion):
    companion("hunspell")
    found = check(spelling_problems, "Es gibt nichts.", "Es gipt nichts, gipt es?")
    assert (6, "spelling", "gipt") in [(p.line, p.what, p.values["word"]) for p in found]
    assert len(found) == len(check(spelling_problems)) + 1


def test_other_spellings_of_a_term_are_not_read(check, companion):
    companion("hunspell")
    found = [p.values["word"] for p in check(spelling_problems, "Liste anlegen", "Qwertzu")]
    assert found == ["Qwertzu", "Framework"]  # of the name of the offer


def test_a_word_in_the_list_is_right(check, companion, tmp_path):
    companion("hunspell")
    check(spelling_problems, "Überblick", "Qwertz")
    (tmp_path / "de.dic").write_text("Qwertz\nFramework\n", encoding="utf-8")
    assert spelling_problems(tmp_path / "demo" / "1.0.0", "de", tmp_path) == ()


def test_english_texts_may_name_german_terms(companion, tmp_path):
    companion("hunspell")
    folder = tmp_path / "demo" / "1.0.0"
    folder.mkdir(parents=True)
    (folder / "en.toml").write_text('title = "The town hall (Rathaus) organises"\n', "utf-8")
    assert spelling_problems(folder, "en", STYLE) == ()


def test_without_hunspell_nobody_can_tell(check, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert check(spelling_problems) is None


def test_without_the_dictionary_nobody_can_tell(check, companion, monkeypatch):
    companion("hunspell")
    monkeypatch.setitem(house_style.DICTIONARIES, "de", "xx_XX")
    assert check(spelling_problems) is None


@pytest.mark.parametrize("language", ["de", "en"])
def test_our_texts_are_in_the_house_style_and_spelt_rightly(language, companion):
    assert style_problems(OURS, language, STYLE) == ()
    companion("hunspell")
    assert spelling_problems(OURS, language, STYLE) == ()


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_word_list_holds_only_words_that_are_used(language):
    """Sorted, each once; what nobody writes any more goes."""
    words = (STYLE / f"{language}.dic").read_text(encoding="utf-8").splitlines()
    assert words == sorted(set(words))
    files = [*OURS.rglob("*.toml")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    assert [word for word in words if word not in text] == []
