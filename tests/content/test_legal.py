"""The legal table: dated, complete in both languages, every problem with its place."""

from datetime import date
from pathlib import Path

import pytest

from kiassess.content.legal import load_legal_table, read_legal_table
from kiassess.domain.errors import InvalidQuestionnaireError
from kiassess.domain.legal import Certainty, LegalAnchor, Obligation

LEGAL = Path(__file__).parents[2] / "questionnaires" / "legal"

TABLE = """\
as_of = 2026-11-22

[[entry]]
id = "gdpr.30"
class = "today"
since = 2018-05-25
certainty = "verified"
source = "https://example.org/30"
de.name = "Artikel 30"
de.short = "Art. 30"
de.asks = "Verlangt ein Verzeichnis."
en.name = "Article 30"
en.short = "Art. 30 GDPR"
en.asks = "Asks for a record."

[[entry]]
id = "act.50"
class = "prepare"
until = 2027-08-02
certainty = "secondary"
source = "https://example.org/50"
de = { name = "Artikel 50", short = "Art. 50", asks = "Verlangt Transparenz." }
[entry.en]
name = "Article 50"
short = "Art. 50"
asks = "Asks for transparency."
"""


@pytest.fixture
def write(tmp_path):
    def write(old="", new="", name="2026-11-22.toml"):
        assert old in TABLE
        path = tmp_path / name
        path.write_text(TABLE.replace(old, new, 1), encoding="utf-8")
        return path

    return write


def test_a_table_is_read_in_each_language(write):
    table = load_legal_table(write(), "de")
    assert table.as_of == date(2026, 11, 22)
    assert list(table.anchors) == ["gdpr.30", "act.50"]
    assert table.anchors["gdpr.30"] == LegalAnchor(
        id="gdpr.30",
        name="Artikel 30",
        short="Art. 30",
        asks="Verlangt ein Verzeichnis.",
        obligation=Obligation.TODAY,
        certainty=Certainty.VERIFIED,
        source="https://example.org/30",
        since=date(2018, 5, 25),
    )
    english = load_legal_table(write(), "en").anchors["act.50"]
    assert (english.name, english.asks) == ("Article 50", "Asks for transparency.")
    assert (english.obligation, english.until) == (Obligation.PREPARE, date(2027, 8, 2))


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "what"),
    [
        ("as_of = 2026-11-22", "", 1, "", "date"),
        ("2026-11-22", '"2026-11-22"', 1, "", "date"),
        ("2026-11-22", "2026-11-22T10:00:00", 1, "", "date"),
        ("as_of", "asof = 1\nas_of", 1, "", "unknown_key"),
        ('id = "gdpr.30"\n', "", 3, "entry 1", "text_missing"),
        ('id = "gdpr.30"', "id = 30", 4, "entry 30", "text_missing"),
        ('id = "gdpr.30"', 'id = ["gdpr.30"]', 4, "entry ['gdpr.30']", "text_missing"),
        ('id = "act.50"', 'id = "gdpr.30"', 17, "entry gdpr.30", "repeated_id"),
        ('class = "today"', 'class = "now"', 5, "entry gdpr.30", "unknown_id"),
        ('class = "today"\n', "", 3, "entry gdpr.30", "text_missing"),
        ("2018-05-25", '"2018"', 6, "entry gdpr.30", "date"),
        ("2018-05-25", "2018-05-25T00:00:00Z", 6, "entry gdpr.30", "date"),
        ('"verified"', '"sure"', 7, "entry gdpr.30", "unknown_id"),
        ('source = "https://example.org/30"\n', "", 3, "entry gdpr.30", "text_missing"),
        ('de.name = "Artikel 30"', 'de.name = ""', 9, "entry gdpr.30", "text_missing"),
        ('de.asks = "Verlangt ein Verzeichnis."\n', "", 3, "entry gdpr.30", "text_missing"),
        ("de = {", "fr = {", 22, "entry act.50", "unknown_key"),
        ('name = "Artikel 50"', 'nam = "Artikel 50"', 22, "entry act.50", "text_missing"),
        ("until = 2027-08-02\n", "", 16, "entry act.50", "date"),
        ("2027-08-02", "true", 19, "entry act.50", "date"),
        ("[[entry]]", "entries = 3\n[[entry]]", 3, "", "unknown_key"),
    ],
)  # fmt: skip
def test_a_problem_is_named_with_its_line(write, old, new, line, where, what):
    table, problems = read_legal_table(write(old, new), "de")
    assert table is None
    name = f"{write(old, new).parent.name}/2026-11-22.toml"
    assert (name, line, where, what) in [(p.file, p.line, p.where, p.what) for p in problems]


@pytest.mark.parametrize(("language", "line"), [("de", 9), ("en", 12)])
def test_only_the_language_asked_for_is_checked(write, language, line):
    old = next(text for text in TABLE.split("\n") if text.startswith(f"{language}.name"))
    path = write(old, f"{language}.name = 3")
    for other in ("de", "en"):
        lines = [problem.line for problem in read_legal_table(path, other)[1]]
        assert lines == ([line] if other == language else [])


def test_a_language_that_is_no_table_is_a_problem(write):
    _, problems = read_legal_table(write("de = {", 'de = "x" # {'), "de")
    assert {(p.line, p.what) for p in problems} == {(22, "text_missing")}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("", {"date", "nothing_there"}, id="empty"),
        pytest.param("as_of = 2026-11-22", {"nothing_there"}, id="no-entry"),
        pytest.param("as_of = 2026-11-22\nentry = 3", {"not_tables"}, id="entry-is-no-table"),
        pytest.param("as_of =", {"syntax"}, id="broken"),
    ],
)
def test_a_table_without_entries_is_a_problem(tmp_path, text, what):
    path = tmp_path / "2026-11-22.toml"
    path.write_text(text, encoding="utf-8")
    table, problems = read_legal_table(path, "de")
    assert table is None
    assert {problem.what for problem in problems} == what


def test_all_problems_are_named_at_once(write):
    path = write()
    text = path.read_text(encoding="utf-8").replace("class", "klass").replace('"verified"', "1")
    path.write_text(text, encoding="utf-8")
    _, problems = read_legal_table(path, "de")
    assert [(problem.line, problem.what) for problem in problems] == [
        (5, "unknown_key"),
        (3, "text_missing"),
        (7, "text_missing"),
        (18, "unknown_key"),
        (16, "text_missing"),
    ]


def test_a_table_that_has_to_be_right_is_refused_with_its_places(write):
    path = write('class = "today"', 'class = "now"')
    with pytest.raises(InvalidQuestionnaireError, match=r"2026-11-22\.toml") as caught:
        load_legal_table(path, "de")
    assert caught.value.problems == (f"{path.parent.name}/2026-11-22.toml:5",)


# --- what came with this program


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("path", sorted(LEGAL.glob("*.toml")), ids=lambda path: path.stem)
def test_every_table_is_without_problems(path, language):
    table = load_legal_table(path, language)
    assert table.as_of.isoformat() == path.stem
    for anchor in table.anchors.values():
        assert anchor.source.startswith("https://")
        assert anchor.since is None or anchor.since <= table.as_of


def test_both_languages_have_the_same_entries():
    path = max(LEGAL.glob("*.toml"))
    german, english = (load_legal_table(path, language) for language in ("de", "en"))
    assert list(german.anchors) == list(english.anchors)


def test_no_entry_promises_compliance():
    for language, words in (
        ("de", ("konform", "rechtssicher")),
        ("en", ("compliant", "legally safe")),
    ):
        for anchor in load_legal_table(max(LEGAL.glob("*.toml")), language).anchors.values():
            assert not any(word in anchor.asks.lower() for word in words)
