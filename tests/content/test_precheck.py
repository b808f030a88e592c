"""The pre-check that came with the program: complete, honest, and every problem has its place."""

from datetime import date
from pathlib import Path

import pytest

from kiassess.content.legal import load_legal_table
from kiassess.content.library import Library
from kiassess.content.precheck import load_precheck, read_precheck
from kiassess.domain.errors import InvalidQuestionnaireError
from kiassess.domain.precheck import END, Outcome, assess
from kiassess.workflow.knowledge import current_precheck

FOLDER = Path(__file__).parents[2] / "questionnaires"
(FILE,) = (FOLDER / "precheck").glob("*.toml")

SMALL = """\
as_of = 2026-11-22

[[question]]
id = "one"
next = "two"
de.text = "Eins?"
de.help = "Hilfe."
en.text = "One?"
en.help = "Help."

[[question.option]]
id = "yes"
de.text = "Ja"
en.text = "Yes"

[[question.option]]
id = "no"
outcome = "low"
anchors = ["aiact.3"]
next = "end"
de.text = "Nein"
de.reason = "Darum."
en.text = "No"
en.reason = "Because."

[[question]]
id = "two"
next = "end"
de.text = "Zwei?"
de.help = "Hilfe."
en.text = "Two?"
en.help = "Help."
option = [
  { id = "a", de.text = "A", en.text = "A" },
  { id = "b", de.text = "B", en.text = "B", outcome = "high_risk", de.reason = "B", en.reason = "B" },
]
"""  # noqa: E501 - a line of the file


@pytest.fixture
def write(tmp_path):
    def write(old="", new="", name="2026-11-22.toml"):
        assert old in SMALL
        path = tmp_path / name
        path.write_text(SMALL.replace(old, new, 1), encoding="utf-8")
        return path

    return write


def problems(path):
    found, said = read_precheck(path, "de", {"aiact.3"})
    assert (found is None) == bool(said)
    return [(one.what, one.line) for one in said]


def test_a_pre_check_is_read_in_each_language(write):
    found = load_precheck(write(), "de")
    assert found.as_of == date(2026, 11, 22)
    assert [one.text for one in found.questions] == ["Eins?", "Zwei?"]
    assert load_precheck(write(), "en").questions[0].option("no").reason == "Because."
    assert problems(write()) == []


@pytest.mark.parametrize(
    ("old", "new", "what", "line"),
    [
        ("as_of = 2026-11-22", "as_of = 2026", "date", 1),
        ("as_of = 2026-11-22", "as_of = 2026-11-23", "legal_name", 1),
        ('next = "two"', 'next = "one"', "unknown_id", 5),
        ('next = "two"', "", "text_missing", 3),
        ('anchors = ["aiact.3"]', 'anchors = ["aiact.9"]', "unknown_id", 19),
        ('outcome = "low"', 'outcome = "fine"', "unknown_id", 18),
        ('de.reason = "Darum."', "", "text_missing", 16),
        ('outcome = "low"\n', "", "unknown_key", 21),
        ('id = "no"', 'id = "yes"', "repeated_id", 17),
        ('id = "two"', 'id = "one"', "repeated_id", 27),
        ('de.text = "Eins?"', f'de.text = "{"E" * 161}"', "text_too_long", 6),
        ('de.text = "Eins?"', 'de.text = "Eins?"\nde.txt = "?"', "unknown_key", 7),
    ],
)
def test_every_problem_is_named_with_its_line(write, old, new, what, line):
    assert (what, line) in problems(write(old, new))


def test_a_broken_one_is_refused(write):
    with pytest.raises(InvalidQuestionnaireError):
        load_precheck(write("as_of", "="), "de")


@pytest.mark.parametrize("language", ["de", "en"])
def test_ours_is_sound_and_rests_on_the_legal_table_of_its_day(language):
    anchors = load_legal_table(FOLDER / "legal" / FILE.name, language).anchors
    found, said = read_precheck(FILE, language, anchors)
    assert said == ()
    for question in found.questions:
        for option in question.options:
            assert bool(option.anchors) == (option.outcome is not None), (question.id, option.id)


def routes(precheck, choices=None, question=None):
    """Every way through with one option a question."""
    question = question or precheck.questions[0]
    for option in question.options:
        made = {**(choices or {}), question.id: (option.id,)}
        then = option.next or question.next
        if then == END:
            yield made
        else:
            yield from routes(precheck, made, precheck.question(then))


def test_a_broken_newer_one_leaves_the_older_in_use(tmp_path):
    folder = tmp_path / "own" / "precheck"
    folder.mkdir(parents=True)
    (folder / "2027-01-01.toml").write_text("as_of =", encoding="utf-8")
    found = current_precheck(Library(FOLDER, tmp_path / "own"), "de")
    assert found == load_precheck(FILE, "de")
    with pytest.raises(InvalidQuestionnaireError):
        current_precheck(Library(tmp_path / "own"), "de")


def test_every_way_through_ours_ends_and_every_outcome_is_reached():
    precheck = load_precheck(FILE, "de")
    outcomes = {assess(precheck, route).outcome for route in routes(precheck)}
    assert outcomes == set(Outcome)


def test_what_is_unclear_never_passes_for_harmless():
    precheck = load_precheck(FILE, "de")
    unclear = [
        route
        for route in routes(precheck)
        if any("unclear" in chosen for question, chosen in route.items() if question != "system")
    ]
    assert unclear
    assert all(assess(precheck, route).outcome is not Outcome.LOW for route in unclear)


def test_both_languages_ask_the_same():
    de, en = (load_precheck(FILE, language) for language in ("de", "en"))

    def shape(precheck):
        return [
            [(o.id, o.outcome, o.anchors, o.next, o.alone) for o in question.options]
            for question in precheck.questions
        ]

    assert shape(de) == shape(en)
    texts = [{question.text for question in one.questions} for one in (de, en)]
    assert texts[0].isdisjoint(texts[1])
