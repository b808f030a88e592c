"""The sentences of both languages: complete, alike, and used; numbers and dates in them."""

import ast
import re
import tomllib
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain import (
    action_fields,
    assessment,
    errors,
    kinds,
    legal,
    measures,
    municipality,
    plan_checks,
    planning,
    precheck,
    profile,
    register,
)
from kiassess.domain.errors import InvalidInputError, KiassessError, WorkspaceTooNewError
from kiassess.wording.texts import LANGUAGES, Texts, load_texts

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "texts"
MODULES = sorted((ROOT / "kiassess").rglob("*.py"))

ERRORS = [
    found
    for found in vars(errors).values()
    if isinstance(found, type) and issubclass(found, KiassessError) and found is not KiassessError
]


def sentences(language):
    raw = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": text for section, texts in raw.items() for name, text in texts.items()
    }


GERMAN, ENGLISH = sentences("de"), sentences("en")
SHARED = sorted(key for key in GERMAN if not key.startswith("error."))


def gaps(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.fixture(scope="module")
def german():
    return load_texts(FOLDER, "de")


@pytest.fixture(scope="module")
def english():
    return load_texts(FOLDER, "en")


# --- both languages


def test_there_is_a_file_for_each_language():
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(LANGUAGES)


def test_both_languages_have_the_same_sentences():
    assert sorted(ENGLISH) == SHARED


def test_a_sentence_has_the_same_gaps_in_both_languages():
    assert {key for key in SHARED if gaps(GERMAN[key]) != gaps(ENGLISH[key])} == set()


@pytest.mark.parametrize("texts", [GERMAN, ENGLISH], ids=LANGUAGES)
def test_sentences_are_clean_texts(texts):
    straight = re.compile('["\N{RIGHT SINGLE QUOTATION MARK}]|  ')
    for key, text in texts.items():
        assert text == text.strip() != "", key
        assert all(name.isidentifier() for name in gaps(text)), key
        assert key.startswith("problem.") or not straight.search(text), key


def test_german_quotation_marks_are_german():
    for key, text in GERMAN.items():
        assert text.count("„") == text.count("“"), key
        assert "”" not in text, key


@pytest.mark.parametrize("texts", [GERMAN, ENGLISH], ids=LANGUAGES)
def test_a_singular_belongs_to_a_plural_with_a_number(texts):
    for key in (key for key in texts if key.endswith("_one")):
        plural = gaps(texts[key.removesuffix("_one")])
        assert "n" in plural, key
        assert gaps(texts[key]) <= plural, key


# --- errors


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_every_error_has_a_german_sentence_with_the_same_gaps(error):
    assert gaps(GERMAN[f"error.{error.__name__}"]) == gaps(error.template)


def test_there_is_no_sentence_for_an_error_that_does_not_exist():
    named = {key.partition(".")[2] for key in GERMAN if key.startswith("error.")}
    assert named == {error.__name__ for error in ERRORS}


def test_an_error_is_said_in_the_language(german, english):
    error = WorkspaceTooNewError(file="{Süd}.db")
    assert german.error(error).startswith("„{Süd}.db“ stammt aus einer neueren Version")
    assert english.error(error) == str(error)


@pytest.mark.parametrize(
    "what", sorted(key for key in GERMAN if key.startswith("input.")), ids=lambda key: key
)
def test_what_was_entered_is_named_by_its_word(german, english, what):
    error = InvalidInputError(what=what, value="x")
    assert german(what) in german.error(error)
    assert english(what) in english.error(error)
    assert what not in german.error(error)


# --- what the code says


def calls(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def name_of(function):
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def literal(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def test_every_sentence_the_code_says_exists():
    said = {
        (path.name, key)
        for path in MODULES
        for call in calls(path)
        if name_of(call.func) in {"texts", "_texts"} and call.args
        for key in [literal(call.args[0])]
        if key is not None and "." in key
    }
    assert len(said) > 10
    assert {(file, key) for file, key in said if key not in ENGLISH} == set()


PROBLEM_MAKERS = {
    "report": -1,
    "_broken": 1,
    "_whole": 1,
    "_note": 3,
    "Problem": 3,
}  # which argument names the sentence


def problems_in_code():
    """What the code reports: the name of the sentence, and what is given for its gaps."""
    for path in MODULES:
        for call in calls(path):
            name = name_of(call.func)
            if name not in PROBLEM_MAKERS or len(call.args) <= PROBLEM_MAKERS[name]:
                continue
            values = {keyword.arg for keyword in call.keywords}
            for argument in call.args:
                if isinstance(argument, ast.Dict):
                    values |= {literal(key) for key in argument.keys}
            for node in ast.walk(call.args[PROBLEM_MAKERS[name]]):
                if (what := literal(node)) is not None:
                    yield what, values


def test_every_problem_the_code_reports_has_a_sentence():
    reported = {what for what, _ in problems_in_code()}
    assert {"syntax", "unreadable", "text_missing", "date", "language_mismatch"} <= reported
    assert {f"problem.{what}" for what in reported} <= GERMAN.keys() & ENGLISH.keys()


def test_a_problem_fills_every_gap_of_its_sentence():
    for what, values in problems_in_code():
        assert gaps(GERMAN[f"problem.{what}"]) <= values, what


def test_every_sentence_about_a_problem_is_used():
    named = {key.partition(".")[2] for key in ENGLISH if key.startswith("problem.")}
    assert named - {what for what, _ in problems_in_code()} == {"line"}


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("extent", kinds.Extent),
        ("delivery", kinds.DeliveryMode),
        ("type", municipality.OrganisationType),
        ("size", municipality.SizeClass),
        ("ai", [*assessment.AiInUse, "open"]),
        ("state", assessment.AnswerState),
        ("evidence", assessment.EvidenceType),
        ("confidence", assessment.Confidence),
        ("gate", profile.GateStatus),
        ("tendency", [*profile.Tendency, "none"]),
        ("obligation", legal.Obligation),
        ("certainty", legal.Certainty),
        ("reference", measures.ReferenceKind),
        ("effort", measures.Effort),
        ("cost", measures.Cost),
        ("circumstance", measures.Circumstance),
        ("plan_status", planning.PlanStatus),
        ("use_status", register.UseStatus),
        ("ai_role", register.AiRole),
        ("dpia", register.Dpia),
        ("outcome", precheck.Outcome),
        ("action_field", action_fields.FIELDS),
        ("plan_order", plan_checks.OrderProblem),
        ("month", [f"m{month}" for month in range(1, 13)]),
    ],
)
def test_every_value_of_the_domain_has_its_word(section, values):
    for texts in (GERMAN, ENGLISH):
        words = [texts[f"{section}.{value}"] for value in values]
        assert len(set(words)) == len(words)
        assert {key for key in texts if key.startswith(f"{section}.")} == {
            f"{section}.{value}" for value in values
        }


# --- filling gaps


TEXTS = Texts("en", {"a": {"plain": "{braces} stay", "n": "{n} files", "n_one": "one file"}})


@pytest.mark.parametrize(
    ("key", "values", "sentence"),
    [
        pytest.param("a.plain", {}, "{braces} stay", id="nothing-to-fill"),
        pytest.param("a.plain", {"braces": "{x}"}, "{x} stay", id="braces-in-a-value"),
        pytest.param("a.n", {"n": 0}, "0 files", id="none"),
        pytest.param("a.n", {"n": 1}, "one file", id="one"),
        pytest.param("a.n", {"n": 2}, "2 files", id="two"),
        pytest.param("a.n", {"n": "1"}, "1 files", id="a-text-is-no-number"),
        pytest.param("a.plain", {"n": 1, "braces": "b"}, "b stay", id="no-singular-needed"),
    ],
)
def test_gaps_are_filled(key, values, sentence):
    assert TEXTS(key, **values) == sentence


def test_a_sentence_that_does_not_exist_is_a_bug():
    assert TEXTS.has("a.n")
    assert not TEXTS.has("a.gone")
    with pytest.raises(KeyError):
        TEXTS("a.gone")


# --- numbers and dates


@pytest.mark.parametrize(
    ("value", "digits", "de", "en"),
    [
        pytest.param(None, 1, "–", "–", id="none"),
        pytest.param(0, 1, "0,0", "0.0", id="zero"),
        pytest.param(2.25, 1, "2,3", "2.3", id="half-up"),
        pytest.param(3.0, 1, "3,0", "3.0", id="always-a-decimal"),
        pytest.param(2.5, 0, "3", "3", id="no-decimals"),
        pytest.param(1.005, 2, "1,01", "1.01", id="two-decimals"),
        pytest.param(-0.04, 1, "0,0", "0.0", id="no-minus-zero"),
        pytest.param(-1.25, 1, "-1,3", "-1.3", id="negative"),
    ],
)
def test_numbers(german, english, value, digits, de, en):
    assert (german.number(value, digits), english.number(value, digits)) == (de, en)


def test_one_decimal_is_usual(german):
    assert german.number(2.25) == "2,3"


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (0, "0"), (999, "999"), (1000, "1 000"), (1234567, "1 234 567")],
)
def test_counts_are_grouped(german, english, value, text):
    assert german.count(value) == text.replace(" ", "\N{NARROW NO-BREAK SPACE}")
    assert english.count(value) == text.replace(" ", ",")


def test_numbers_in_sentences_are_grouped_as_counts_are():
    dotted = {key for key, text in GERMAN.items() if re.search(r"\d\.\d{3}(?!\d)", text)}
    assert all(re.search("Euro|€", GERMAN[key]) for key in dotted)  # the dot is for money only


@pytest.mark.parametrize(
    ("value", "whole"),
    [(0, "0"), (0.595, "60"), (0.605, "61"), (2 / 3, "67"), (0.125, "13"), (1, "100")],
)
def test_shares_are_whole_percent(german, english, value, whole):
    assert german.share(value) == f"{whole}\N{NO-BREAK SPACE}%"
    assert english.share(value) == f"{whole}%"


def test_a_share_of_nothing_is_a_dash(german, english):
    assert german.share(None) == english.share(None) == "–"


def test_days(german, english):
    day = date(2026, 3, 2)
    assert (german.day(day), english.day(day)) == ("02.03.2026", "2 March 2026")
    assert german.day(None) == english.day(None) == "–"


def test_moments_are_those_of_the_local_clock(german, english):
    # The offset of the local clock, taken as it comes: no test changes the time zone.
    at = datetime(2026, 3, 2, 12, 5, tzinfo=UTC)
    local = at.astimezone()
    assert german.moment(at) == f"{local:%d.%m.%Y}, {local:%H:%M} Uhr"
    assert english.moment(at) == f"{local.day} March 2026, {local:%H:%M}"
    assert german.moment(at + timedelta(minutes=1)) != german.moment(at)


@given(st.integers(-9_999, 9_999), st.integers(0, 2))
def test_numbers_are_rounded_as_on_paper(hundredths, digits):
    exact = (Decimal(hundredths) / 100).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    shown = Texts("de", {}).number(hundredths / 100, digits)
    assert Decimal(shown.replace(",", ".")) == exact
    assert len(shown.partition(",")[2]) == digits
