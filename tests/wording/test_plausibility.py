"""What is surprising about answers, in sentences with a question to ask."""

import re
from dataclasses import replace
from datetime import date

import pytest
from builders import make_item, make_questionnaire, open_assessment

from kiassess.domain.assessment import Evidence, EvidenceType
from kiassess.domain.kinds import Extent
from kiassess.domain.plausibility import FindingKind, Pair, check_plausibility
from kiassess.wording.plausibility import finding_words, plausibility_lead

ROUND, BEFORE = date(2026, 3, 2), date(2025, 3, 2)
ITEMS = [make_item(f"data.i{number}") for number in range(6)]
PAIR = Pair("p.pair", "data.i0", 3, "data.i1", 1, "Das eine, aber nicht das andere.", "Wie?")
SINGULAR = re.compile(r"\b1 (Antworten|Stellen|answers|things)")


def opened(levels, *, dated=None, **facts):
    given = {item.id: level for item, level in zip(ITEMS, levels, strict=False)}
    found = open_assessment(make_questionnaire(ITEMS), given, **{"round_date": ROUND, **facts})
    if dated is None:
        return found
    evidence = Evidence(EvidenceType.DOCUMENT, dated=dated)
    answers = {one: replace(answer, evidence=evidence) for one, answer in found.answers.items()}
    return replace(found, answers=answers)


def words(kind, texts, levels, *, before=None, dated=None, **facts):
    """Sentence and question of the one finding of a kind."""
    now = opened(levels, dated=dated, **facts)
    previous = None if before is None else opened(before, round_date=BEFORE)
    findings = check_plausibility(now, {PAIR.id: PAIR}, previous)
    (finding,) = (finding for finding in findings if finding.kind is kind)
    return finding_words(finding, now, texts)


def test_a_contradiction_says_what_the_catalogue_says(texts_de):
    said = words(FindingKind.CONTRADICTION, texts_de, [4, 0])
    assert said == ("Das eine, aber nicht das andere.", "Wie?")


@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        (0, 3, "02.03.2025 von Stufe 0 auf Stufe 3 gestiegen."),
        (4, 1, "02.03.2025 von Stufe 4 auf Stufe 1 gesunken."),
    ],
    ids=["up", "down"],
)
def test_a_jump_names_both_levels_and_the_round_before(texts_de, before, now, sentence):
    said, question = words(FindingKind.JUMP, texts_de, [now], before=[before])
    assert said == f"„Title of data.i0“ ist seit der Standortbestimmung vom {sentence}"
    assert question.endswith("oder wurde die Frage damals anders verstanden?")


@pytest.mark.parametrize(
    ("kind", "levels", "dated", "sentence"),
    [
        (
            FindingKind.ALL_SAME,
            [2] * 6,
            None,
            "Im Bereich „Area data“ liegen alle 6 Antworten auf Stufe 2.",
        ),
        (
            FindingKind.UNPROVEN,
            [3, 4],
            None,
            "2 Antworten auf Stufe 3 oder 4 haben noch kein Dokument als Nachweis.",
        ),
        (
            FindingKind.UNPROVEN,
            [3],
            None,
            "Eine Antwort auf Stufe 3 oder 4 hat noch kein Dokument als Nachweis.",
        ),
        (
            FindingKind.OLD_EVIDENCE,
            [1],
            date(2020, 1, 1),
            "Bei einer Antwort ist der Nachweis am Tag der Standortbestimmung älter als 24 Monate.",
        ),
        (
            FindingKind.AFTER_ROUND,
            [1, 2],
            date(2027, 1, 1),
            "Bei 2 Antworten ist der Nachweis jünger als die Standortbestimmung vom 02.03.2026.",
        ),
    ],
    ids=["all-same", "unproven", "one-unproven", "old", "after"],
)
def test_other_findings_are_counted(texts_de, kind, levels, dated, sentence):
    said, question = words(kind, texts_de, levels, dated=dated)
    assert said == sentence
    assert question.endswith("?")


@pytest.mark.parametrize("language", ["texts_de", "texts_en"])
@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (FindingKind.JUMP, {"levels": [3], "before": [0]}),
        (FindingKind.JUMP, {"levels": [0], "before": [4]}),
        (FindingKind.ALL_SAME, {"levels": [2] * 6}),
        (FindingKind.UNPROVEN, {"levels": [3]}),
        (FindingKind.UNPROVEN, {"levels": [3, 4]}),
    ],
)
def test_the_quick_check_names_no_level(request, language, kind, facts):
    said, question = words(kind, request.getfixturevalue(language), extent=Extent.QUICK, **facts)
    assert not re.search(r"(Stufe|[Ll]evel) \d|[0-4] (oder|or) [0-4]", said + question)
    assert not SINGULAR.search(said)


def test_how_much_stands_out_is_counted(texts_de, texts_en):
    now = opened([4, 0])
    findings = check_plausibility(now, {PAIR.id: PAIR}, None)
    assert plausibility_lead(findings, texts_de).startswith("2 Stellen fallen auf.")
    assert plausibility_lead(findings[:1], texts_de).startswith("Eine Stelle fällt auf.")
    assert plausibility_lead(findings[:1], texts_en).startswith("One thing stands out.")


def test_when_nothing_stands_out_that_is_good_news(texts_de):
    assert plausibility_lead((), texts_de).startswith("Die bisherigen Antworten passen zusammen.")
