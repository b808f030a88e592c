"""Help and complaints speak the language of the user."""

import re
import tomllib
from string import Formatter

import pytest
from calls import misused, printed

from kiassess import __version__
from kiassess.cli import MODULES
from kiassess.paths import bundled
from kiassess.wording.texts import LANGUAGES, load_texts

KEY = re.compile(r"\b(cli|check|compare|profile|demo|import|recommending)\.\w+")
MARK = "\N{REPLACEMENT CHARACTER}"
KNOWN = "Möglich sind: quick, small, full."
WRITE = "Bitte schreiben Sie es zum Beispiel als 2026-11-22."


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.mark.parametrize("command", [None, *MODULES])
def test_help_is_written_in_words(run, language, command):
    arguments = [command] if command else []
    text = printed(run("--language", language, *arguments, "--help"))
    assert not KEY.search(text)
    texts = load_texts(bundled().texts, language)
    assert text.startswith(f"{texts('cli.usage')} kiassess")
    assert texts("cli.options") in text
    assert texts("cli.option_help") in text
    assert texts(f"cli.{command or 'kiassess'}").split()[0] in text


def test_help_names_every_command(run):
    text = printed(run("--help"))
    named = re.findall(r"^  (\w+)  ", text, re.MULTILINE)
    assert named == list(MODULES)


@pytest.mark.parametrize(
    "arguments", [("--language=en", "--help"), ("--help", "--language", "en")], ids=" ".join
)
def test_the_language_counts_wherever_it_stands(run, arguments):
    assert printed(run(*arguments)).startswith("Usage:")


def test_german_is_spoken_unless_something_else_is_asked_for(run):
    assert printed(run("--help")).startswith("Aufruf:")
    assert printed(run("--help", KIASSESS_LANGUAGE="en")).startswith("Usage:")
    assert printed(run("--help", KIASSESS_LANGUAGE="")).startswith("Aufruf:")


def test_the_version_is_told(run):
    assert printed(run("--version")) == f"kiassess {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("gibtesnicht",), "Den Befehl „gibtesnicht“ gibt es nicht."),
        (("--gibtesnicht",), "Die Option „--gibtesnicht“ gibt es nicht."),
        (("list", "--jsn"), "Die Option „--jsn“ gibt es nicht."),
        (("list", "a", "b"), "Zu viele Angaben: a b"),
        (("new",), "Die Angabe NAME fehlt."),
        (("export", "x"), "Die Angabe FILE fehlt."),
        (("new", "x", "--date"), "Zur Option „--date“ fehlt der Wert."),
        (("new", "x", "--extent", "a\nb"), f"--extent: „a{MARK}b“ ist nicht möglich. {KNOWN}"),
        (("new", "x", "--date", "heute"), f"--date: „heute“ ist kein Datum. {WRITE}"),
        (("new", "x", "--population", "-1"), "--population: „-1“ ist keine ganze Zahl ab 0."),
        (("--language", "fr", "list"), "--language: „fr“ ist nicht möglich. Möglich sind: de, en."),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, tuple) else "",
)
def test_a_wrong_call_is_explained(run, arguments, complaint):
    assert misused(run(*arguments)) == complaint


def test_a_wrong_call_is_explained_in_english_on_request(run):
    result = run("--language", "en", "new")
    assert misused(result) == "NAME is missing."
    assert result.stderr.splitlines()[:2] == [
        "Usage: kiassess new [OPTIONS] NAME",
        "Help: kiassess new --help",
    ]


def test_a_wrong_language_of_the_computer_is_told(run):
    assert misused(run("list", KIASSESS_LANGUAGE="fr")).startswith("--language: „fr“")


@pytest.mark.parametrize("section", ["cli", "check", "compare", "demo", "profile"])
def test_both_languages_have_the_same_sentences_with_the_same_gaps(section):
    def gaps(language):
        raw = tomllib.loads((bundled().texts / f"{language}.toml").read_text(encoding="utf-8"))
        return {
            key: {name for _, name, _, _ in Formatter().parse(text) if name}
            for key, text in raw[section].items()
        }

    assert gaps("de") == gaps("en")
