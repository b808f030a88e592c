"""Narrowing a list of measures down."""

import pytest
from builders import make_item, make_questionnaire

from kiassess.domain.measure_filter import MeasureFilter, blocks_of
from kiassess.domain.measures import Cost, Effort, Measure, Trigger

ITEMS = [make_item("data.one", "A", "B"), make_item("data.two", "C")]
QUESTIONNAIRE = make_questionnaire(ITEMS, blocks=("A", "B", "C"))
MEASURE = Measure(
    "m.one", "KI-Verzeichnis für Ämter", "Überblick gewinnen", ("Liste anlegen",), "", "", "",
    Effort.S, Cost.K0, 2, lead="office", step=5, triggers=(Trigger("data.one", 2),),
)  # fmt: skip


def lets(named=(), **wanted):
    return MeasureFilter(**wanted).lets(MEASURE, QUESTIONNAIRE, *named)


@pytest.mark.parametrize(
    "words",
    ["", "  ", "verzeich", "ki-verz", "liste", "Amter", "Aemter", "ämter ki", "ÜBER gew"],
)
def test_words_are_found_at_the_beginning_in_any_order_and_spelling(words):
    assert lets(words=words)


@pytest.mark.parametrize("words", ["zeichnis", "ki schulung", "xyz"])
def test_other_words_are_not_found(words):
    assert not lets(words=words)


def test_what_it_is_called_on_the_screen_is_searched_too():
    assert lets(words="nächste Stufe", named=("Nächste Stufe: Eins",))
    assert not lets(words="nächste Stufe")


@pytest.mark.parametrize(
    ("wanted", "stays"),
    [
        ({"lead": "office"}, True),
        ({"lead": "mayor"}, False),
        ({"step": 5}, True),
        ({"step": 4}, False),
        ({"block": "A"}, True),
        ({"block": "B"}, True),
        ({"block": "C"}, False),
        ({"block": "A", "step": 4}, False),
    ],
)
def test_everything_asked_for_has_to_be_so(wanted, stays):
    assert lets(**wanted) is stays


def test_a_measure_without_questions_feeds_no_block():
    assert blocks_of(MEASURE, QUESTIONNAIRE) == {"A", "B"}
    lone = Measure("m.x", "X", "", (), "", "", "", Effort.S, Cost.K0, 2, lead="", step=1)
    assert blocks_of(lone, QUESTIONNAIRE) == frozenset()


def test_it_is_active_as_soon_as_it_asks_for_anything():
    assert not MeasureFilter().active
    assert not MeasureFilter(words="  ").active
    assert MeasureFilter(words="x").active
    assert MeasureFilter(step=1).active
