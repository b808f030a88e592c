"""What is said of recommended measures: names, reasons, what comes before, the way."""

import pytest
from builders import make_item, make_questionnaire, open_assessment
from planning_cases import by_id, measure

from kiassess.domain.firing import Situation
from kiassess.domain.measures import Circumstance
from kiassess.domain.next_level import next_level
from kiassess.domain.recommending import recommend
from kiassess.wording.recommending import (
    before_sentences,
    facts_line,
    hint,
    lead_name,
    measure_name,
    path_sentences,
    some_titles,
    why_sentence,
)
from kiassess.workflow.recommending import least_effort

GIVEN = {"q.one": 0, "q.two": "U", "gate.three": 1}


def town(given, **facts):
    items = [make_item(one, gate=one.startswith("gate.")) for one in given]
    return open_assessment(make_questionnaire(items), given, population=9_000, **facts)


def recommended(*measures, given=None, situation=None):
    found = recommend(town(given or GIVEN), by_id(*measures), situation or Situation())
    return {one.measure.id: one for one in found}


def test_a_next_level_is_named_after_its_question(texts_de):
    questionnaire = town(GIVEN).questionnaire
    made = next_level(questionnaire.item("q.one"), 3)
    assert measure_name(made, questionnaire, texts_de) == "Nächste Stufe: Title of q.one, Stufe 3"
    assert lead_name(made, questionnaire) == "–"


def test_the_reasons_are_the_answers(texts_de):
    one = measure("m.a.b", ("q.one", 2), ("gate.three", 3), ("q.two", 2))
    assert why_sentence(recommended(one)["m.a.b"], texts_de) == (
        "Weil: „Title of q.one“ steht auf Stufe 0, die Maßnahme führt auf Stufe 2; "
        "„Title of gate.three“ steht auf Stufe 1, die Maßnahme führt auf Stufe 3"
    )


def test_of_many_reasons_some_are_named(texts_de):
    one = measure("m.meta.x", circumstance=Circumstance.MANY_UNKNOWN)
    found = recommended(one, given={f"q.n{n}": "U" for n in range(9)})["m.meta.x"]
    assert why_sentence(found, texts_de).endswith("Title of q.n4 und 4 weitere")
    assert some_titles(list("abcdef"), texts_de) == "a; b; c; d; e; f"


def test_a_circumstance_that_is_no_answer_is_reason_enough(texts_de):
    one = measure("m.a.b", circumstance=Circumstance.HIGH_RISK)
    found = recommended(one, situation=Situation(high_risk=True))["m.a.b"]
    assert "Hochrisiko-System" in why_sentence(found, texts_de)


@pytest.mark.parametrize("circumstance", Circumstance)
def test_every_circumstance_has_its_sentence(circumstance, texts_de, texts_en):
    for texts in (texts_de, texts_en):
        assert texts.has(f"recommending.because_{circumstance}")


def test_what_comes_before_is_named_and_what_is_unclear_apart(texts_de):
    first = measure("m.a.first", ("q.one", 2))
    unclear = measure("m.a.unclear", ("q.two", 2))
    gate = measure("m.a.gate", ("gate.three", 2), before=["m.a.first", "m.a.unclear"])
    measures = by_id(first, unclear, gate)
    found = recommended(first, unclear, gate)
    assert list(before_sentences(found["m.a.gate"], measures, texts_de)) == [
        "Vorher: Title of m.a.first",
        "Vorher klären, ob es schon erledigt ist: Title of m.a.unclear",
    ]
    assert hint(found["m.a.gate"], texts_de) == "Mindestanforderung, anderes kommt vorher"
    assert hint(found["m.a.first"], texts_de) == "Voraussetzung für anderes"


def test_the_facts_stand_in_one_line(texts_de):
    one = measure("m.a.b", ("gate.three", 2), effort="XS", benefit=3)
    line = facts_line(recommended(one)["m.a.b"], town(GIVEN).questionnaire, texts_de)
    assert line == (
        "Sofort, in den nächsten 90 Tagen · etwa 1,0 Personentage · Federführung: DIG · "
        "Mindestanforderung · schneller Erfolg"
    )


def said(texts, wanted, *measures, **how):
    opened = town(GIVEN)
    path = least_effort(opened, by_id(*measures), Situation(), wanted, **how)
    return list(path_sentences(path, opened.questionnaire, texts))


def test_a_way_says_its_sum_and_that_nothing_smaller_does_it(texts_de):
    one = measure("m.a.b", ("gate.three", 2))
    sentences = said(texts_de, {"gate.three": 2}, one)
    assert sentences[0] == "Eine Maßnahme mit etwa 3,5 Personentagen."
    assert sentences[1].startswith("Mit weniger Aufwand geht es nicht")
    assert len(sentences) == 2


def test_a_way_says_what_is_unclear_generic_and_out_of_reach(texts_de):
    sentences = said(texts_de, {"q.two": 2, "q.gone": 2})
    assert sentences[0] == "2 Maßnahmen, zusammen etwa 7,0 Personentage."
    assert sentences[2].endswith("Bitte klären Sie das zuerst: Title of q.two")
    assert sentences[3] == "Das erreicht keine Maßnahme: q.gone"
    assert sentences[4].startswith("Zu „Nächste Stufe“ gibt es keine ausgearbeitete Maßnahme.")


def test_a_way_says_what_the_days_are_not_enough_for(texts_de):
    made = [measure("m.a.b", ("q.one", 2)), measure("m.a.c", ("gate.three", 2), effort="L")]
    wanted = {"q.one": 2, "gate.three": 2}
    assert said(texts_de, wanted, *made, within=5)[2] == (
        "Dafür reichen die Personentage nicht, für alles wären es etwa 31,5: Title of gate.three"
    )
    assert said(texts_de, wanted, *made, within=1) == [
        "Die Personentage reichen für keine dieser Fragen. Für alle wären es etwa 31,5."
    ]


def test_nothing_to_do_is_said(texts_de):
    assert said(texts_de, {}) == [texts_de("recommending.path_nothing")]
