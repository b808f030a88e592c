"""How a value comes about, in sentences."""

import re
from fractions import Fraction

import pytest
from builders import NOT_APPLICABLE, UNKNOWN, make_item, make_questionnaire, open_assessment
from hypothesis import given
from hypothesis import strategies as st
from towns import small_town

from kiassess.domain.municipality import SizeClass
from kiassess.domain.trace import trace_area, trace_block
from kiassess.paths import bundled
from kiassess.wording.texts import load_texts
from kiassess.wording.trace import left_out_words, trace_lines

GERMAN = load_texts(bundled().texts, "de")


@pytest.fixture(scope="module", params=["de", "en"])
def texts(request):
    return load_texts(bundled().texts, request.param)


def single(given, **facts):
    """The trace of a block of primary items."""
    items = [make_item(f"q.{number}", **facts) for number in range(len(given))]
    answers = {item.id: value for item, value in zip(items, given, strict=True)}
    opened = open_assessment(make_questionnaire(items), answers, population=4000)
    return trace_block(opened.questionnaire.blocks[0], opened)


def double(left, right):
    """The trace of a block with two halves."""
    named = {"Links": left, "Rechts": right}
    items, answers = [], {}
    for facet, values in named.items():
        for number, value in enumerate(values):
            item = make_item(f"q.{facet}{number}", "B", facets={"B": facet})
            items.append(item)
            answers[item.id] = value
    questionnaire = make_questionnaire(items, ("B",), {"B": tuple(named)})
    opened = open_assessment(questionnaire, answers)
    return trace_block(questionnaire.blocks[0], opened)


def said(trace, topic, texts=GERMAN):
    """The lines about one topic, with plain spaces."""
    return [
        line.text.replace("\xa0", " ") for line in trace_lines(trace, texts) if line.topic == topic
    ]


def block(block_id, opened):
    return trace_block({b.id: b for b in opened.questionnaire.blocks}[block_id], opened)


def test_the_formula_names_every_weight_and_level():
    assert said(block("VIS", small_town()), "Profilwert") == ["(2 × 1 + 2 × 2) ÷ 4 = 6 ÷ 4 = 1,5"]


def test_a_result_is_cut_and_then_rounded():
    assert said(single([1, 2, 2]), "Profilwert") == [
        "(2 × 1 + 2 × 2 + 2 × 2) ÷ 6 = 10 ÷ 6 = 1,666… → 1,7"
    ]
    assert said(single([1, 2, 2, 2]), "Profilwert")[0].endswith("= 14 ÷ 8 = 1,75 → 1,8")
    assert said(single([2, 2]), "Profilwert")[0].endswith("= 8 ÷ 4 = 2,0")


@pytest.mark.parametrize(
    ("count", "end"), [(13, " + 2 × 1)"), (14, " + … + 2 weitere)"), (20, " + … + 8 weitere)")]
)
def test_long_sums_end_with_a_number(count, end):
    formula = said(single([1] * count), "Profilwert")[0]
    assert formula.partition(" ÷ ")[0].endswith(end)
    assert formula.count("2 × 1") == (13 if count == 13 else 12)
    assert formula.endswith(f"÷ {2 * count} = {2 * count} ÷ {2 * count} = 1,0")


def test_in_an_area_weights_need_no_mention():
    trace = trace_area("infra", small_town({"infra.one": 2, "infra.two": 3}))
    assert said(trace, "Profilwert") == ["(2 + 3) ÷ 2 = 5 ÷ 2 = 2,5"]
    assert "einfache Durchschnitt" in said(trace, "Regel")[0]
    everything = " ".join(line.text for line in trace_lines(trace, GERMAN))
    assert "Gewicht" not in everything
    assert not said(trace, "Gesicherte Stufe")
    assert not said(trace, "Ziel und Lücke")


def test_without_enough_answers_it_says_what_is_missing():
    trace = single([1, UNKNOWN, UNKNOWN])
    assert said(trace, "Profilwert") == [
        "Es gibt keinen Profilwert. Beantwortet ist Gewicht 2 von 6, nötig ist mindestens"
        " Gewicht 4 (60 %)."
    ]
    area = trace_area("data", small_town())
    assert said(area, "Profilwert") == [
        "Es gibt keinen Profilwert. Beantwortet: 1 von 2 zutreffenden Fragen,"
        " nötig: mindestens 2 (60 %)."
    ]


def test_where_nothing_applies_there_is_nothing_to_work_out():
    trace = single([NOT_APPLICABLE])
    assert said(trace, "Profilwert") == ["Hier trifft keine Frage zu, darum gibt es keinen Wert."]
    assert said(trace, "Abdeckung") == [
        "Eine Frage trifft nicht zu. Sie bleibt ganz außer Betracht."
    ]
    topics = {line.topic for line in trace_lines(trace, GERMAN)}
    assert topics == {"Regel", "Profilwert", "Abdeckung"}


def test_the_band_shows_both_ends():
    assert said(single([1, 2, UNKNOWN]), "Spanne") == [
        "Falls alles Ungeklärte (Gewicht 2) bei Stufe 0 läge: (6 + 2 × 0) ÷ 6 = 1,0",
        "Falls alles Ungeklärte (Gewicht 2) bei Stufe 4 läge: (6 + 2 × 4) ÷ 6 = 2,333… → 2,3",
    ]
    assert said(single([1, 2]), "Spanne") == [
        "Nichts ist ungeklärt. Darum beginnt und endet die Spanne beim Profilwert."
    ]


def test_halves_that_carry_are_worked_out_apart():
    trace = double([1, 1, 1, 2], [3, 3, 3, 2, UNKNOWN])
    assert said(trace, "Regel")[1].startswith("Dieser Baustein hat zwei Teilbereiche, die gleich")
    assert said(trace, "Profilwert") == [
        "Links: (2 × 1 + 2 × 1 + 2 × 1 + 2 × 2) ÷ 8 = 10 ÷ 8 = 1,25 → 1,3",
        "Rechts: (2 × 3 + 2 × 3 + 2 × 3 + 2 × 2) ÷ 8 = 22 ÷ 8 = 2,75 → 2,8",
        "Mittel: (1,25 + 2,75) ÷ 2 = 2,0",
    ]
    assert said(trace, "Spanne")[1:3] == [
        "Rechts, falls alles Ungeklärte (Gewicht 2) bei Stufe 0 läge: (22 + 2 × 0) ÷ 10 = 2,2",
        "Mittel: (1,25 + 2,2) ÷ 2 = 1,725 → 1,7",
    ]
    assert said(trace, "Spanne")[-1] == "Mittel: (1,25 + 3,0) ÷ 2 = 2,125 → 2,1"


def test_halves_that_do_not_carry_say_why():
    rule = said(double([1], [3, 3, 3, 2, UNKNOWN]), "Regel")
    assert "Das ist hier nicht so" in rule[1]
    assert rule[2:] == [
        "Links: eine zutreffende Frage, beantwortet ist Gewicht 2 von 2.",
        "Rechts: 5 zutreffende Fragen, beantwortet ist Gewicht 8 von 10.",
    ]


def test_coverage_and_what_is_left_out():
    assert said(single([1, 2, UNKNOWN, NOT_APPLICABLE, NOT_APPLICABLE]), "Abdeckung") == [
        "Die zutreffenden Fragen haben zusammen Gewicht 6. Davon ist Gewicht 4 beantwortet,"
        " das sind 67 %.",
        "Eine Frage ist ungeklärt. Sie fehlt im Profilwert und weitet die Spanne.",
        "2 Fragen treffen nicht zu. Sie bleiben ganz außer Betracht.",
    ]


def test_the_secured_level_goes_up_to_the_first_that_fails():
    lines = said(single([1, 2, 2, 3]), "Gesicherte Stufe")
    assert lines[0].startswith("Gesichert ist Stufe 2.")
    assert lines[1:] == [
        "Stufe 1 ist gesichert: Erreicht ist Gewicht 8 von 8, nötig ist 6.",
        "Stufe 2 ist gesichert: Erreicht ist Gewicht 6 von 8, nötig ist 6.",
        "Stufe 3 ist nicht gesichert: Erreicht ist Gewicht 2 von 8, nötig ist 6.",
    ]
    assert len(said(single([4, 4]), "Gesicherte Stufe")) == 5


def test_minimum_requirements_that_lag_behind_are_named():
    lines = said(single([0, 4, UNKNOWN], gate=True), "Gesicherte Stufe")
    assert lines[-1].endswith(
        "Bei den Mindestanforderungen bleibt zurück: Title of q.0, Title of q.2."
    )


def test_target_and_gap_have_formulas_too():
    targets = {SizeClass.SMALL: 3}
    assert said(single([1, 4, UNKNOWN], targets=targets), "Ziel und Lücke") == [
        "Ziel, der gewichtete Durchschnitt der Zielstufen:"
        " (2 × 3 + 2 × 3 + 2 × 3) ÷ 6 = 18 ÷ 6 = 3,0",
        "Lücke, der gewichtete Durchschnitt der Stufen bis zum Ziel:"
        " (2 × 2 + 2 × 0) ÷ 4 = 4 ÷ 4 = 1,0",
    ]
    assert "erst nennen" in said(single([UNKNOWN], targets=targets), "Ziel und Lücke")[1]
    assert not said(single([1]), "Ziel und Lücke")


def test_every_row_says_whether_it_counts(texts):
    rows = single([1, UNKNOWN, "-", NOT_APPLICABLE]).rows
    words = [left_out_words(row, texts) for row in rows]
    assert len(set(words)) == 4
    yes, *others = (word.partition(":")[0] for word in words)
    assert (yes, set(others)) == (("ja", {"nein"}) if texts.language == "de" else ("yes", {"no"}))


def test_no_gap_stays_empty_in_any_language(texts):
    for trace in (
        *(block(b.id, small_town()) for b in small_town().questionnaire.blocks),
        trace_area("strat", small_town()),
        double([1] * 4, [2] * 5),
        double([1], [2]),
        single([NOT_APPLICABLE]),
    ):
        lines = trace_lines(trace, texts)
        assert all(line.topic and line.text and "{" not in line.text for line in lines)
        topics = [line.topic for line in lines]
        assert topics == sorted(topics, key=topics.index)  # a topic is never taken up again


# What a formula says is true: everything in it is worked out again.

LEVELS = st.lists(st.one_of(st.integers(0, 4), st.just(UNKNOWN)), min_size=1, max_size=13)
NUMBER = r"\d+(?:,\d+)?"


def worked_out(formula):
    """The exact result of the terms before the first “=”."""
    terms, _, weight = formula.partition(" = ")[0].rpartition(" ÷ ")
    total = Fraction()
    for term in terms.strip("()").split(" + "):
        product = Fraction(1)
        for factor in term.split(" × "):
            product *= Fraction(factor.replace(",", "."))
        total += product
    return total / int(weight)


def shown(formula):
    """What stands behind the last “=”: the number as far as it is shown, and as rounded."""
    result = formula.rpartition(" = ")[2]
    exact, _, rounded = result.partition(" → ")
    assert re.fullmatch(rf"{NUMBER}…?", exact)
    as_number = Fraction(exact.rstrip("…").replace(",", "."))
    last = rounded or exact
    return as_number, exact.endswith("…"), Fraction(last.replace(",", "."))


@given(LEVELS)
def test_every_formula_is_true(values):
    trace = single(values, targets={SizeClass.SMALL: 3})
    formulas = [
        text.rpartition(": ")[2]
        for topic in ("Profilwert", "Spanne", "Ziel und Lücke")
        for text in said(trace, topic)
        if "÷" in text
    ]
    assert formulas
    for formula in formulas:
        exact, (as_shown, cut, rounded) = worked_out(formula), shown(formula)
        assert 0 <= exact - as_shown < Fraction(1, 1000)
        assert cut == (exact != as_shown)
        assert abs(exact - rounded) <= Fraction(1, 20)
