"""The measures on their page, in words."""

from dataclasses import replace

import pytest
from builders import make_item, make_questionnaire, open_assessment

from kiassess.content.library import Library
from kiassess.domain.effort import Scale
from kiassess.domain.firing import Situation
from kiassess.domain.kept import Kept
from kiassess.domain.measures import Cost, Effort, Measure, Trigger
from kiassess.domain.next_level import next_level
from kiassess.domain.own_measures import HiddenMeasure
from kiassess.domain.planning import PlanEntry, PlanStatus
from kiassess.domain.recommending import recommend
from kiassess.paths import bundled
from kiassess.wording.measure_list import (
    before_words,
    effort_words,
    fact_lines,
    hidden_words,
    left_out_words,
    row_facts,
    situation_words,
    size_note,
    step_names,
)

ONE = Measure(
    "m.one", "Eins", "Ziel", ("a",), "Ergebnis", "Stein", "Zahl", Effort.S, Cost.K1, 3,
    lead="", step=5, triggers=(Trigger("data.one", 2),),
)  # fmt: skip
TWO = replace(ONE, id="m.two", title="Zwei", effort=Effort.XL, prerequisites=("m.one",))
NOTHING = Situation()
MEASURES = {one.id: one for one in (ONE, TWO)}
QUESTIONNAIRE = make_questionnaire([make_item("data.one", gate=True), make_item("data.two")])


def recommended(situation=NOTHING):
    opened = open_assessment(QUESTIONNAIRE, {"data.one": 1, "data.two": 4}, population=9_000)
    return recommend(opened, MEASURES, situation)


@pytest.mark.parametrize(
    ("scale", "said", "not_said"),
    [
        (Scale(9_000), "also auch für Ihre Größe", "malgenommen"),
        (
            Scale(2_000),
            "unter 5\N{NARROW NO-BREAK SPACE}000 Einwohnern. Deshalb wird er mit 0,6 malgenommen",
            "Nachbar",
        ),
        (Scale(30_000), "mit 1,5 malgenommen", "Nachbar"),
        (Scale(None), "Einwohnerzahl Ihrer Kommune ist nicht bekannt", "Nachbar"),
        (Scale(9_000, 1), "einer Nachbarkommune", "1 Nachbar"),
        (Scale(9_000, 2), "Zusammen wird er mit 0,73 malgenommen", "einer Nachbar"),
    ],
)
def test_it_is_said_what_efforts_are_multiplied_by(texts_de, scale, said, not_said):
    note = size_note(scale, texts_de)
    assert said in note
    assert not_said not in note


def test_an_effort_says_how_it_was_found(texts_de):
    assert effort_words(ONE, Scale(9_000), texts_de) == (
        "etwa 3,5 Personentage, die Mitte von „2 bis 5 Personentage“"
    )
    assert effort_words(ONE, Scale(2_000), texts_de).endswith("malgenommen mit 0,6")
    generic = next_level(QUESTIONNAIRE.item("data.one"), 2)
    assert "grob angenommen" in effort_words(generic, Scale(9_000), texts_de)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (PlanStatus.PLANNED, "steht im Plan"),
        (PlanStatus.RUNNING, "im Plan: läuft"),
        (PlanStatus.DONE, "im Plan: erledigt"),
        (PlanStatus.DROPPED, "im Plan: aufgegeben"),
    ],
)
def test_a_row_tells_what_counts_in_words(texts_de, status, said):
    (first, *_) = recommended()
    entry = PlanEntry(first.measure.id, "Titel", status=status)
    line = row_facts(first, QUESTIONNAIRE, texts_de, entry=entry)
    assert line.startswith("etwa 3,5 Personentage · Federführung: –")
    assert f" · {said} · " in line
    assert "⚡ schneller Erfolg" in line
    assert "passt nicht" not in line


def test_what_does_not_fit_is_counted_and_marked(texts_de):
    found = recommended(Situation(days=4))
    out = [one for one in found if not one.fits]
    assert [one.measure.id for one in out] == ["m.two"]
    assert left_out_words(found, 4, texts_de) == (
        "Eine Maßnahme passt nicht mehr in Ihre 4 Personentage."
    )
    assert "passt nicht mehr" in row_facts(out[0], QUESTIONNAIRE, texts_de, entry=None)
    assert left_out_words(recommended(), None, texts_de) == ""


@pytest.mark.parametrize(
    ("situation", "kept", "said"),
    [
        (Situation(), Kept(), "Eins: noch offen"),
        (Situation(), Kept(plan={"m.one": PlanEntry("m.one", "x")}), "noch offen, steht im Plan"),
        (Situation(done=frozenset({"m.one"})), Kept(), "Eins: erledigt"),
        (
            Situation(hidden=frozenset({"m.one"})),
            Kept(hidden={"m.one": HiddenMeasure("m.one", "Kreis")}),
            "Eins: von Ihnen ausgeblendet",
        ),
    ],
)
def test_a_prerequisite_says_how_it_stands(texts_de, situation, kept, said):
    two = next(one for one in recommended(situation) if one.measure.id == "m.two")
    (line,) = before_words(two, MEASURES, kept, texts_de)
    assert said in line


def test_of_a_next_level_neither_cost_nor_figure_is_told(texts_de):
    opened = open_assessment(QUESTIONNAIRE, {"data.one": 1}, population=9_000)
    (generic,) = recommend(opened, {}, Situation())
    lines = list(fact_lines(generic, QUESTIONNAIRE, None, Scale(9_000), texts_de))
    said = " ".join(f"{line.title} {line.text}" for line in lines)
    assert "Kosten" not in said
    assert "Erfolg" not in said
    assert "grob angenommen" in said


def test_the_seven_steps_have_names_where_the_catalogue_knows_them(texts_de):
    catalogue, _ = Library(bundled().questionnaires).catalogue("ki-readiness", "de")
    names = step_names(catalogue, texts_de)
    assert list(names) == list(range(1, 8))
    assert names[1] == "Schritt 1: Vision formulieren"
    assert step_names(None, texts_de)[3] == "Schritt 3"


def test_what_is_hidden_says_why(texts_de):
    kept = Kept(hidden={"m.one": HiddenMeasure("m.one", "macht der Kreis")})
    assert hidden_words(kept, {"m.one": "Eins"}, texts_de) == {
        "m.one": "Eins (Grund: macht der Kreis)"
    }
    assert hidden_words(kept, {}, texts_de)["m.one"].startswith("m.one")


def test_it_is_said_what_is_counted_with(texts_de):
    said = situation_words(Situation(days=12.5), Scale(9_000), texts_de)
    assert said.startswith("Personentage, die Sie in 90 Tagen haben: 12,5. ")
    assert "nicht angegeben" in situation_words(Situation(), Scale(9_000), texts_de)
