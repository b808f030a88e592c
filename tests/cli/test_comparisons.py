"""``compare``: side by side, among peers, without names, for scripts."""

import csv
import json
from datetime import date
from statistics import median

import pytest
from builders import NOON, NOT_APPLICABLE, make_answer
from calls import misused, printed, refused
from workbooks import opened

from kiassess.content.library import Library
from kiassess.domain.assessment import NewAssessment
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.kinds import Extent, NotApplicableRule
from kiassess.domain.municipality import Municipality
from kiassess.domain.selection import Selection
from kiassess.paths import bundled
from kiassess.store.journal import record
from kiassess.workflow import assessing
from kiassess.workflow.selections import save_selection
from kiassess.workflow.workspace import open_for_writing

BLOCKS = ["VIS", "HF", "DI", "GB", "KQ", "EW", "RM"]


@pytest.fixture
def begin(file):
    """Begin assessments, each with the same level everywhere; returns their ids."""

    def begin(*levels, extent=Extent.FULL, population=1_000, year=2026, name="Ort"):
        ids = []
        with open_for_writing(file, Library(bundled().questionnaires)) as workspace:
            for number, level in enumerate(levels, 1):
                town = Municipality(f"{name} {number}", population=population)
                new = NewAssessment(town, date(year, 3, 2), extent=extent)
                made = assessing.create(workspace, new, now=NOON).id
                items = assessing.load(workspace, made, "de").items()
                given = {(Subject.ANSWER, i.id): make_answer(i.id, level) for i in items}
                record(workspace.db, made, StepKind.ANSWER, given, now=NOON)
                ids.append(made)
        return ids

    return begin


def test_scripts_read_values_and_statistics(run, begin):
    a, b, *_ = ids = begin(0, 1, 2, 4, 4)
    found = json.loads(printed(run("compare", *ids, "--json")))
    assert [one["id"] for one in found["assessments"]] == ids
    assert found["assessments"][0]["municipality"]["name"] == "Ort 1"
    assert (found["common_items"], found["suppressed"], found["notes"]) == (86, False, [])
    assert [block["id"] for block in found["blocks"]] == BLOCKS
    for block in found["blocks"]:
        assert list(block["values"].values()) == [0.0, 1.0, 2.0, 4.0, 4.0]
        assert (block["n"], block["median"], block["quartiles"]) == (5, 2.0, None)
        assert block["limited"] == []
    two = json.loads(printed(run("compare", b, a, "--json")))
    assert two["blocks"][0]["values"] == {b: 1.0, a: 0.0}
    assert (two["suppressed"], two["blocks"][0]["median"]) == (True, None)
    assert two["notes"] == ["small_group"]


def test_quartiles_are_told_from_twelve_on(run, begin):
    begin(*[n % 5 for n in range(12)])
    found = json.loads(printed(run("compare", "--json")))
    assert found["blocks"][0]["quartiles"] == [0.75, 3.0]
    assert found["blocks"][0]["median"] == median(n % 5 for n in range(12))


def test_a_quick_check_tells_tendencies(run, begin):
    (quick,) = begin(4, extent=Extent.QUICK)
    found = json.loads(printed(run("compare", quick, "--json")))
    assert found["common_items"] == 22
    assert found["blocks"][0]["values"] == {quick: None}
    assert found["blocks"][0]["tendencies"] == {quick: "high"}


def test_people_read_a_table_and_sentences(run, begin):
    begin(0, 1, 2, 4, 4)
    begin(3, extent=Extent.QUICK, name="Flink")
    lines = printed(run("compare")).splitlines()
    assert lines[0].split()[:3] == ["Vision", "&", "Zielbild"]
    assert lines[1].startswith("Flink 1, 02.03.2026")
    assert "hoch" in lines[1]
    assert lines[2].split() == ["Ort", "1,", "02.03.2026", *["0,0"] * 7]
    assert "Vision & Zielbild: Median 2,0 (5 Kommunen)" in lines
    assert "Verglichen werden 86 Fragen" in "\n".join(lines)
    assert lines[-1].startswith("Schnellchecks zeigen nur eine Tendenz.")


def test_a_small_group_is_told_no_median(run, begin):
    text = printed(run("--language", "en", "compare", *begin(1, 2)))
    assert "2 municipalities with a value, statistics from 5 on" in text
    assert "Median" not in text


def test_a_town_stands_among_its_peers(run, begin):
    own, *_ = begin(2, 0, 1, 2, 3, 3)
    begin(4, population=90_000, name="Stadt")
    found = json.loads(printed(run("compare", own, "--peer", "--json")))
    assert found["peers"] == {"type": "municipality", "size_class": "small", "n": 5}
    assert len(found["assessments"]) == 6
    for block in found["blocks"]:
        assert (block["n"], block["median"], block["percentile"]) == (5, 2.0, 0.5)
    text = printed(run("compare", own, "--peer"))
    size = "unter 5\N{NARROW NO-BREAK SPACE}000 Einwohnern"
    assert f"Vergleichsgruppe: 5 andere (Gemeinde oder Stadt, {size})." in text
    assert "2,0; 50\N{NO-BREAK SPACE}% der anderen liegen darunter" in text


def test_too_few_peers_say_nothing(run, begin):
    own, *_ = begin(2, 0, 1)
    found = json.loads(printed(run("compare", own, "--peer", "--json")))
    assert found["suppressed"]
    assert found["blocks"][0]["percentile"] is None
    assert "2 Kommunen mit Wert, Statistik ab 5" in printed(run("compare", own, "--peer"))


def test_an_anonymous_comparison_names_nobody(run, begin, tmp_path):
    ids = begin(0, 1, 2, 3, 4)
    key = tmp_path / "Schlüssel.csv"
    text = printed(run("compare", "--anonymous", "--json", "--key", key))
    assert "Ort" not in text
    assert not any(one[:8] in text for one in ids)
    found = json.loads(text)
    aliases = [f"Kommune {n}" for n in range(1, 6)]
    assert [one["id"] for one in found["assessments"]] == aliases
    with key.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0] == ["Nummer", "Kommune", "Kennung"]
    values = found["blocks"][0]["values"]
    for alias, name, one in rows[1:]:
        assert (ids[int(values[alias])], name) == (one, f"Ort {int(values[alias]) + 1}")
    assert "Kommune 1  " in printed(run("compare", "--anonymous"))


def test_the_order_of_an_anonymous_comparison_is_by_chance(run, begin):
    begin(*[n % 5 for n in range(9)])
    orders = {
        tuple(
            json.loads(printed(run("compare", "--anonymous", "--json")))["blocks"][0][
                "values"
            ].values()
        )
        for _ in range(6)
    }
    assert len(orders) > 1


def test_several_rounds_of_an_alias_are_numbered(run, begin):
    begin(0, 1, 2, 3, 4, year=2025)
    begin(1, 2, 3, 4, 4)
    text = printed(run("compare", "--anonymous"))
    assert "Kommune 1, Runde 1" in text
    assert "Kommune 5, Runde 2" in text


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--peer",), "Für „--peer“ wird genau eine Kennung gebraucht."),
        (("--key", "x.csv"), "„--key“ gibt es nur zusammen mit „--anonymous“."),
    ],
)
def test_a_wrong_call_is_explained(run, arguments, complaint):
    assert misused(run("compare", *arguments)) == complaint


def test_what_cannot_be_compared_is_refused_in_a_sentence(run, begin, file):
    assert refused(run("compare")).startswith("Es gibt noch keine Standortbestimmung")
    a, *_ = begin(0, 1, 2, 3)
    assert refused(run("compare", "--anonymous")).startswith("Ein anonymer Vergleich braucht")
    assert "ffff" in refused(run("compare", a, "ffffffff"))
    begin(3, name="Groß", population=None)
    assert refused(run("compare", "--anonymous", "--peer", a)).startswith("Ein anonymer")
    (unknown,) = begin(3, name="Fern", population=None)
    assert refused(run("compare", unknown, "--peer")).startswith("Die Einwohnerzahl von „Fern 1“")


def test_a_comparison_is_written_as_a_workbook(run, begin, tmp_path):
    a, b = begin(1, 2)
    file = tmp_path / "Vergleich Süd.XLSX"
    assert printed(run("compare", a, b, file)) == f"{file}\n"
    sheet = opened(file.read_bytes())["Heatmap"]
    assert [sheet.cell(row, 1).value for row in (2, 3)] == [
        "Ort 1, 02.03.2026",
        "Ort 2, 02.03.2026",
    ]
    assert [sheet.cell(row, 5).value for row in (2, 3)] == [1, 2]
    found = run("compare", a, b, file, "--json")
    assert json.loads(found.stdout)["common_items"] == 86
    assert refused(run("compare", a, tmp_path / "missing" / "x.xlsx")).startswith("„x.xlsx“")


def test_an_anonymous_workbook_names_nobody(run, begin, tmp_path):
    begin(0, 1, 2, 3, 4)
    file = tmp_path / "anonym.xlsx"
    printed(run("compare", file, "--anonymous"))
    sheet = opened(file.read_bytes())["Heatmap"]
    assert [sheet.cell(row, 1).value for row in range(1, 4)] == ["Nummer", "Kommune 1", "Kommune 2"]


def test_four_peers_and_oneself_are_not_anonymous(run, begin):
    own, *_ = begin(0, 1, 2, 3, 4)
    printed(run("compare", "--anonymous"))
    assert refused(run("compare", own, "--peer", "--anonymous")).startswith(
        "Ein anonymer Vergleich"
    )
    begin(2, name="Noch einer")
    found = json.loads(printed(run("compare", own, "--peer", "--anonymous", "--json")))
    assert (len(found["assessments"]), found["peers"]["n"]) == (6, 5)


def test_without_names_nothing_points_at_the_row_of_who_asks(run, begin):
    """Values, shares and medians of the others would tell which row is left out of them."""
    own, *_ = begin(3, 0, 1, 2, 3, 4, 4)
    found = json.loads(printed(run("compare", own, "--peer", "--anonymous", "--json")))
    for block in found["blocks"]:
        assert "percentile" not in block
        assert (block["n"], block["median"]) == (7, 3.0)
    text = printed(run("compare", own, "--peer", "--anonymous"))
    assert "6 andere" in text
    assert "Median 3,0 (7 Kommunen)" in text
    assert "der anderen" not in text


def test_without_names_no_mark_points_at_who_alone_uses_no_ai(run, begin, file):
    """Much of one block does not apply to it; only whoever uses no AI may say so."""
    ids = begin(0, 1, 2, 3, 4)
    with open_for_writing(file, Library(bundled().questionnaires)) as workspace:
        rule = NotApplicableRule.WHILE_NO_AI
        items = assessing.load(workspace, ids[2], "de").items()
        left_out = [one.id for one in items if one.not_applicable is rule]
        given = {(Subject.ANSWER, one): make_answer(one, NOT_APPLICABLE) for one in left_out}
        record(workspace.db, ids[2], StepKind.ANSWER, given, now=NOON)
    named = json.loads(printed(run("compare", "--json")))
    assert ids[2] in {one for block in named["blocks"] for one in block["limited"]}
    found = json.loads(printed(run("compare", "--anonymous", "--json")))
    assert [part["limited"] for part in (*found["blocks"], *found["areas"])] == [[]] * 13
    assert (named["notes"], found["notes"]) == (["limited"], ["quiet_marks"])


def test_the_key_never_lies_where_the_comparison_does(run, begin, tmp_path):
    begin(0, 1, 2, 3, 4)
    file = tmp_path / "anonym.xlsx"
    same = tmp_path / "x" / ".." / "anonym.xlsx"
    assert "je eine eigene Datei" in misused(run("compare", file, "--anonymous", "--key", same))
    assert not file.exists()


def test_an_empty_workspace_has_nothing_to_compare(run, begin):
    begin()
    assert refused(run("compare")).startswith("Es gibt noch keine Standortbestimmung")


def test_rounds_of_one_town_have_a_trend(run, begin):
    (then,) = begin(1, year=2025)
    (now,) = begin(3, year=2026)
    found = json.loads(printed(run("compare", now, then, "--json")))["trend"]
    assert [one["id"] for one in found["rounds"]] == [then, now]
    assert [one["round_date"] for one in found["rounds"]] == ["2025-03-02", "2026-03-02"]
    assert found["rounds"][0]["answered_by"] == {}
    assert found["common_items"] == 86
    assert [block["id"] for block in found["blocks"]] == BLOCKS
    for block in found["blocks"]:
        assert block["values"][then] == {
            "value": 1.0, "low": 1.0, "high": 1.0, "coverage": 1.0,
            "secured_level": 1, "limited": False,
        }  # fmt: skip
        assert block["values"][now]["value"] == 3.0
    (change,) = found["changes"]
    assert (change["from"], change["to"], len(change["moved"])) == (then, now, 86)
    assert change["blocks"][0] == {
        "id": "VIS", "before": 1.0, "after": 3.0,
        "real": 2.0, "newly_answered": 0.0, "not_applicable": 0.0, "questionnaire": 0.0,
    }  # fmt: skip


def test_there_is_no_trend_of_different_towns_or_of_one_round(run, begin):
    a, b = begin(1, 2)
    assert "trend" not in json.loads(printed(run("compare", a, b, "--json")))
    assert "trend" not in json.loads(printed(run("compare", a, "--json")))


def test_scripts_read_what_a_group_lacks(run, begin):
    begin(0, 1, 1, 1, 4, year=2025)
    begin(2, 2, 2, 1, 4)
    found = json.loads(printed(run("compare", "--json")))
    assert len(found["gates"]) == 12
    for gate in found["gates"]:
        assert (gate["met"], gate["lacked_by_most"]) == (4, False)
    assert found["item_counts"][0]["levels"] == [0, 1, 3, 0, 1]
    years = {one["year"]: one for one in found["gates_over_time"]}
    assert {year: one["n"] for year, one in years.items()} == {2025: 5, 2026: 5}
    assert set(years[2025]["met"].values()) == {1}
    assert set(years[2026]["met"].values()) == {4}


def test_a_saved_selection_is_compared(run, begin, file):
    begin(0, 1, 2, year=2025, name="Alt")
    begin(3, 4)
    with open_for_writing(file, Library(bundled().questionnaires)) as workspace:
        save_selection(workspace, "Runde 2025", Selection(years=frozenset({2025})))
    found = json.loads(printed(run("compare", "--selection", "Runde 2025", "--json")))
    names = [one["municipality"]["name"] for one in found["assessments"]]
    assert names == ["Alt 1", "Alt 2", "Alt 3"]


def test_an_unknown_selection_names_those_there_are(run, begin, file):
    (a,) = begin(0)
    assert misused(run("compare", "--selection", "x")) == "Es ist noch keine Auswahl gespeichert."
    with open_for_writing(file, Library(bundled().questionnaires)) as workspace:
        save_selection(workspace, "Kreis", Selection(years=frozenset({1999})))
    assert misused(run("compare", "--selection", "x")) == (
        "Eine Auswahl „x“ gibt es nicht. Gespeichert sind: Kreis."
    )
    assert misused(run("compare", "--selection", "Kreis", a)).startswith("Entweder eine Auswahl")
    assert refused(run("compare", "--selection", "Kreis")).startswith("Es gibt noch keine")


def test_the_workbook_has_measures_and_rounds(run, begin, tmp_path):
    begin(0, 1, 2, 3, 4, year=2025)
    begin(1, 2, 3, 4, 4)
    file = tmp_path / "Vergleich.xlsx"
    printed(run("compare", file))
    names = opened(file.read_bytes()).sheetnames
    assert names[5:] == ["Maßnahmen", "Entwicklung", "Über die Jahre", "Zur Methode"]
