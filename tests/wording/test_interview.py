"""The interview plan as a text."""

from dataclasses import replace

import pytest
from builders import OPEN, UNKNOWN, make_item, make_questionnaire, open_assessment
from towns import GIVEN, small_town

from kiassess.domain.interview import interview_plan
from kiassess.domain.kinds import NotApplicableRule
from kiassess.domain.questionnaire import Role
from kiassess.wording.interview import interview_document, plan_name, table


def document(opened, texts):
    return interview_document(opened, interview_plan(opened), texts)


def one_item(given, texts, **facts):
    """The plan of a single question for the IT office."""
    item = make_item("data.one", **{"roles": ("IT", "DSB"), **facts})
    roles = (Role("IT", "IT office"), Role("DSB", "Data protection"))
    questionnaire = replace(make_questionnaire([item]), roles=roles)
    return document(open_assessment(questionnaire, {item.id: given}), texts)


def test_the_title_says_whose_plan_it_is(texts_de):
    opened = small_town()
    lines = document(opened, texts_de).splitlines()
    assert lines[0] == "# Gesprächsplan: Was noch offen ist"
    assert lines[2] == "Bad Musterbach, Stadt · Standortbestimmung 02.03.2026 · Vollanalyse"
    assert plan_name(opened, texts_de) == "Gesprächsplan Bad Musterbach, Stadt"


def test_every_question_has_its_number_its_words_and_a_rule(texts_de):
    opened = small_town()
    text = document(opened, texts_de)
    still_open = [item_id for item_id, given in GIVEN.items() if given in {UNKNOWN, OPEN}]
    for number, item_id in enumerate(still_open, start=1):
        assert f"### {number}. Title of {item_id}\n\n{item_id}?" in text
    assert text.count("\n***") == text.count("Notiz:") == len(still_open)
    assert "Title of data.one" not in text  # answered


def test_an_interview_says_who_how_long_and_what_to_bring(texts_de):
    text = one_item(UNKNOWN, texts_de, evidence=("Liste", "Vertrag"))
    assert "## IT office\n\nEine Frage, etwa 5 Minuten." in text
    assert "Bitte mitbringen, soweit vorhanden: Liste; Vertrag." in text
    assert "weiß es vielleicht auch: Data protection" in text
    assert "| IT office | 1 | 5 |" in text


def test_without_a_role_the_interview_has_a_name_all_the_same(texts_de):
    text = one_item(OPEN, texts_de, roles=())
    assert "## Noch niemandem zugeordnet" in text
    assert "| Noch niemandem zugeordnet | 1 | 5 |" in text
    assert "mitbringen" not in text


@pytest.mark.parametrize(("given", "marked"), [(UNKNOWN, True), (OPEN, False)])
def test_only_what_somebody_did_not_know_is_marked(texts_de, given, marked):
    assert ("**bisher: weiß nicht**" in one_item(given, texts_de)) is marked


@pytest.mark.parametrize(("gate", "said"), [(True, 1), (False, 0)])
def test_minimum_requirements_are_named(texts_de, gate, said):
    assert one_item(OPEN, texts_de, gate=gate).count("Mindestanforderung") == said


def test_where_it_may_be_answered_does_not_apply_is_offered(texts_de):
    rule = NotApplicableRule.WITH_REASON
    offered = "oder „trifft nicht zu“:"
    assert offered in one_item(OPEN, texts_de, not_applicable=rule)
    assert offered not in one_item(OPEN, texts_de)


def test_the_five_levels_are_explained_once(texts_en):
    text = one_item(OPEN, texts_en)
    assert [text.count(f"| {level} – Level {level} |") for level in range(5)] == [1] * 5


def test_when_nothing_is_open_that_is_said_kindly(texts_de):
    opened = small_town(dict.fromkeys(GIVEN, 3))
    text = document(opened, texts_de)
    assert text.endswith("Alle Fragen sind geklärt. Weitere Gespräche sind nicht nötig.")
    assert "***" not in text
    assert "|" not in text


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_in_a_name_is_taken_for_markdown(request, language):
    texts = request.getfixturevalue(f"texts_{language}")
    text = one_item(OPEN, texts, evidence=("*Liste* | [alt]",))
    assert r"\*Liste\* \| \[alt\]" in text


def test_tables_set_numbers_to_the_right():
    made = table([["A|B", "n"], ["x", "1"]], numbers=(1,))
    assert made.splitlines() == [r"| A\|B | n |", "| --- | --: |", "| x | 1 |"]
