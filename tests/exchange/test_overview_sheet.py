"""What the workbook tells first, and the lists of what is to be done."""

from dataclasses import replace

import pytest
from builders import NOON, OPEN, UNKNOWN
from towns import GIVEN, full_answer, small_town
from workbooks import opened, part, results_of

from kiassess.content.library import Library
from kiassess.domain.catalogue import Catalogue
from kiassess.domain.firing import Situation
from kiassess.domain.kinds import Extent
from kiassess.domain.measures import Circumstance, Cost, Effort, Measure, Trigger
from kiassess.domain.own_measures import HiddenMeasure, OwnMeasure
from kiassess.domain.planning import PlanEntry, PlanFrame
from kiassess.domain.recommending import recommend
from kiassess.domain.states import FrozenState
from kiassess.exchange.results_workbook import results_workbook
from kiassess.paths import bundled
from kiassess.wording.texts import load_texts


@pytest.fixture
def sheet(texts_de):
    """The lines of a sheet of a town's workbook: the cells that hold something."""

    def lines(town, name="Übersicht", **more):
        book = opened(results_workbook(results_of(town, texts_de, **more)))
        rows = [[cell for cell in row if cell is not None] for row in book[name].values]
        return [row for row in rows if row]

    return lines


def below(lines, heading, *, until):
    """The lines between two headings."""
    first = [line[0] for line in lines]
    return lines[first.index(heading) + 1 : first.index(until)]


def frozen(town):
    """The same as a state that was frozen."""
    return replace(town, state=FrozenState("Haushalt 2027", NOON, "Erika Muster", "1.0.0"))


def measure(name, *triggers, **facts):
    """A measure that fits below some levels."""
    texts = dict.fromkeys(("goal", "result", "pitfall", "kpi"), "…")
    known = {"effort": Effort.M, "cost": Cost.K0, "benefit": 1, "lead": "IT", "step": 1, **facts}
    found = tuple(Trigger(*trigger) for trigger in triggers)
    return Measure(f"m.{name}", f"Measure {name}", steps=(), triggers=found, **texts, **known)


def catalogue(*measures):
    """A catalogue of measures and nothing else."""
    empty = {name: {} for name in ("lenses", "pairs", "offers", "references", "guidance", "terms")}
    return Catalogue(measures={one.id: one for one in measures}, **empty)


# Overview ---------------------------------------------------------------------------------


def test_it_comes_first_and_is_laid_out_for_one_page(texts_de):
    book = opened(results_workbook(results_of(small_town(), texts_de)))
    first = book.worksheets[0]
    assert first.title == "Übersicht"
    setup = first.page_setup
    assert (setup.paperSize, setup.orientation) == (9, "portrait")
    assert first.sheet_properties.pageSetUpPr.fitToPage
    assert '<pageSetup paperSize="9" orientation="portrait"/>' in part(
        results_workbook(results_of(small_town(), texts_de)), "xl/worksheets/sheet1.xml"
    )  # 1 × 1 is what goes without saying


def test_minimum_requirements_are_listed_by_their_status(sheet):
    lines = sheet(small_town({**GIVEN, "data.one": 1}))
    found = below(lines, "Mindestanforderungen: 0 von 2 erfüllt", until="Bausteine")
    assert found[0][0].startswith("Prüfbedarf: KI ist im Einsatz, aber eine Mindestanforderung")
    assert found[1:] == [
        ["fehlt (1)", "Title of data.one"],
        ["ungeklärt (1)", "Title of strat.three"],
    ]


def test_strengths_weaknesses_and_next_steps_are_told_in_the_words_of_the_levels(sheet):
    lines = sheet(small_town(answers=[full_answer()]))
    assert below(lines, "Stärken", until="Wo Sie anfangen können") == [
        ["Title of data.one", "Stufe 3, Ziel 4: Level 3"]
    ]
    assert len(below(lines, "Wo Sie anfangen können", until="Nächste Schritte")) == 3
    steps = lines[lines.index(["Nächste Schritte"]) + 1 : -2]
    assert steps[0] == ["1. Title of strat.three", "Klären: strat.three?"]
    assert steps[2] == ["3. Title of strat.one", "Nächste Stufe 2: Level 2"]
    assert "keine Zertifizierung" in lines[-1][0]


def test_who_knows_is_told_where_the_questionnaire_says(sheet):
    lines = sheet(small_town({**GIVEN, "data.one": UNKNOWN}))
    said = "Klären: data.one? Meist weiß es: IT office, Data protection."
    assert ["1. Title of data.one", said] in lines


def test_without_answers_it_says_so_and_what_to_ask(sheet):
    lines = sheet(small_town(dict.fromkeys(GIVEN, OPEN)))
    nothing = [["Noch ist keine Frage beantwortet."]]
    assert below(lines, "Stärken", until="Wo Sie anfangen können") == nothing
    assert below(lines, "Wo Sie anfangen können", until="Nächste Schritte") == nothing
    assert sum(line[-1].startswith("Klären") for line in lines if isinstance(line[-1], str)) == 3


def test_where_all_is_reached_there_is_nothing_to_do(sheet):
    lines = sheet(small_town(dict.fromkeys(GIVEN, 4)))
    assert lines[-2][0].startswith("Es ist nichts offen")
    assert sheet(small_town(dict.fromkeys(GIVEN, 4)), "Offene Fragen")[1:] == [
        ["Es ist nichts mehr offen: Alle Fragen sind geklärt."]
    ]
    assert sheet(small_town(dict.fromkeys(GIVEN, 4)), "Maßnahmen")[1:] == [
        ["Zu diesen Antworten passt keine Maßnahme."]
    ]


def test_the_quick_check_tells_no_numbers_of_blocks(sheet):
    lines = sheet(small_town(extent=Extent.QUICK))
    found = below(lines, "Bausteine", until="Stärken")
    assert found[0] == ["Baustein", "Tendenz", "Abdeckung"]
    assert found[1][:2] == ["Block VIS", "mittel"]
    assert not any("Stufe 2" in str(cell) for line in lines for cell in line)


@pytest.mark.parametrize("name", ["Übersicht", "Profil", "Lesehilfe"])
def test_a_frozen_state_is_named(sheet, name):
    at = load_texts(bundled().texts, "de").moment(NOON)
    said = ["Festgehaltener Stand", f"Stand „Haushalt 2027“ vom {at}"]
    assert said in sheet(frozen(small_town()), name)
    assert "Festgehaltener Stand" not in {line[0] for line in sheet(small_town(), name)}


# Open questions ---------------------------------------------------------------------------


def test_open_questions_are_grouped_by_who_knows(sheet):
    note = full_answer("data.one", note="Frau Muster fragen", target=None)
    note = replace(note, state="unknown", level=None)
    lines = sheet(small_town(answers=[note]), "Offene Fragen")
    assert lines[1] == ["4 Fragen sind noch zu klären. Rechnen Sie zusammen mit etwa 10 Minuten."]
    assert lines[3] == [
        "IT office", "Title of data.one", "data.one?", "Area data", "weiß nicht", "ja",
        "Data protection", "Frau Muster fragen", "Main office",
    ]  # fmt: skip
    assert [line[0] for line in lines[4:]] == ["Noch niemandem zugeordnet"] * 3


# Measures ---------------------------------------------------------------------------------


@pytest.fixture
def table(texts_de):
    """The measures of a town's workbook, each with its cells by their headings."""

    def rows(town, **more):
        book = opened(results_workbook(results_of(town, texts_de, **more)))
        head, *found = list(book["Maßnahmen"].iter_rows(min_row=5, values_only=True))
        return [dict(zip(head, row, strict=True)) for row in found]

    return rows


def test_measures_stand_in_their_buckets_as_in_the_window(table):
    measures = catalogue(
        measure("quick", ("strat.one", 2), effort=Effort.XS, benefit=3),
        measure("good", ("strat.one", 3), ("strat.two", 3), benefit=3),
        measure("poor", ("strat.two", 3), effort=Effort.XL),
        measure("reached", ("strat.one", 1)),
        measure("other", ("strat.one", 4), circumstance=Circumstance.HIGH_RISK),
    )
    town = small_town()
    found = recommend(town, measures.measures, Situation())
    lines = table(town, catalogue=measures)
    named = [line["Maßnahme"] for line in lines]
    assert [name.startswith("Nächste Stufe") for name in named] == [one.generic for one in found]
    in_order = [one.measure.title for one in found if not one.generic]
    assert [name for name in named if name.startswith("Measure")] == in_order
    buckets = {line["Maßnahme"]: line["Wann"] for line in lines}
    assert buckets["Measure quick"] == "Sofort, in den nächsten 90 Tagen"
    assert buckets["Measure good"] == "Innerhalb von zwölf Monaten"
    assert buckets["Measure poor"] == "Später"
    assert "Measure reached" not in buckets
    assert "Measure other" not in buckets


def test_a_measure_says_why_and_what_it_takes(table):
    measures = catalogue(
        measure("first", ("strat.one", 2), effort=Effort.XS, benefit=3),
        measure("then", ("strat.one", 3), prerequisites=("m.first",)),
    )
    first, then = table(small_town(), catalogue=measures)[:2]
    assert "„Title of strat.one“ steht auf Stufe 1" in first["Warum sie hier steht"]
    assert first["Personentage"] == 1
    assert first["Kosten im ersten Jahr"] == "keine"
    assert first["Federführung"] == "IT office"
    assert "schneller Erfolg" in first["Hinweis"]
    assert then["Was vorher nötig ist"] == "Vorher: Measure first"
    assert {first["Stand im Plan"], then["Stand im Plan"]} == {None}


def test_what_the_town_has_said_is_counted_with(table, sheet):
    measures = catalogue(
        measure("one", ("strat.one", 2), effort=Effort.XS, benefit=3),
        measure("two", ("strat.two", 3), effort=Effort.XS, benefit=2),
        measure("gone", ("strat.one", 2)),
    )
    entries = (
        PlanFrame(days_per_quarter=1, neighbours=1),
        PlanEntry("m.one", "Measure one", measure_id="m.one"),
        HiddenMeasure("m.gone", "macht der Kreis"),
        OwnMeasure("own.1", title="Runder Tisch"),
        OwnMeasure("m.two", title="Eigene Worte"),
    )
    town = replace(small_town(), entries=entries)
    lines = {line["Maßnahme"]: line for line in table(town, catalogue=measures)}
    assert {"Measure one", "Eigene Worte", "Runder Tisch"} <= lines.keys()
    assert "Measure gone" not in lines
    assert lines["Measure one"]["Stand im Plan"] == "geplant"
    assert lines["Measure one"]["Personentage"] == pytest.approx(0.8)
    assert "passt nicht mehr in die 90 Tage" in lines["Eigene Worte"]["Hinweis"]
    assert "hängt von keiner Antwort ab" in lines["Runder Tisch"]["Warum sie hier steht"]
    said = sheet(town, "Maßnahmen", catalogue=measures)[2][0]
    assert "Personentage, die Sie in 90 Tagen haben: 1." in said
    assert "einer Nachbarkommune" in said


@pytest.mark.parametrize("none", [None, catalogue()], ids=["no catalogue", "an empty one"])
def test_without_a_catalogue_next_levels_stand_there(table, sheet, none):
    lines = table(small_town({**GIVEN, "data.one": 0, "infra.one": 0}), catalogue=none)
    assert "Kosten im ersten Jahr" not in lines[0]
    named = [line["Maßnahme"] for line in lines]
    assert named[0] == "Nächste Stufe: Title of data.one, Stufe 1"  # a minimum requirement
    assert {name.split(":")[0] for name in named} == {"Nächste Stufe"}
    assert lines[0]["Das gilt danach"] == "Level 1"
    said = sheet(small_town(), "Maßnahmen", catalogue=none)
    assert "liegt kein Katalog mit Maßnahmen vor" in said[1][0]


def test_the_measures_of_the_program_fit_its_questions(table):
    library = Library(bundled().questionnaires)
    measures, questionnaire = library.catalogue("ki-readiness", "de")
    town = replace(small_town(), questionnaire=questionnaire)
    answers = {item.id: replace(full_answer(item.id), level=0) for item in town.items()}
    told = {line["Maßnahme"] for line in table(replace(town, answers=answers), catalogue=measures)}
    for one in measures.measures.values():
        if one.triggers and one.circumstance is None:
            assert one.title in told
