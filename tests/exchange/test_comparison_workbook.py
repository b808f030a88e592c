"""The comparison as a workbook, read back with another library."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median
from zipfile import ZipFile

import pytest
from builders import NOON
from many_towns import Many, many_towns
from workbooks import opened, part, parts

from kiassess.content.library import Library
from kiassess.domain.comparison import compare
from kiassess.domain.group_gaps import at_the_top, measure_counts
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.exchange.comparison_workbook import ComparedResults, comparison_workbook
from kiassess.wording.comparing import anonymous_names, names

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"


@pytest.fixture(scope="module")
def catalogue():
    return Library(QUESTIONNAIRES).load("ki-readiness").questionnaire("de")


@pytest.fixture(scope="module")
def comparison(catalogue):
    """Fourteen towns; one has made a quick check, one has a name like a formula."""
    towns = list(many_towns(Many(14), catalogue))
    towns[0] = replace(towns[0], extent=Extent.QUICK)
    towns[1] = replace(towns[1], municipality=Municipality("=1+1", population=200))
    towns[2] = replace(towns[2], levels=bytes([6] * 60 + [2] * 26))
    towns[3] = replace(towns[3], levels=bytes([6] * 86))
    return compare(towns, {1: catalogue})


@pytest.fixture(scope="module")
def results(comparison, texts_de):
    return ComparedResults(comparison, names(comparison, texts_de), False, texts_de, NOON, "1.2.3")


@pytest.fixture(scope="module")
def book(results):
    return opened(comparison_workbook(results))


def table(sheet, top=1):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=top)]
    return rows[0], rows[1:]


def test_there_is_a_sheet_for_everything(book):
    assert book.sheetnames == [
        "Überblick", "Heatmap", "Alle Werte", "Fragen", "Mindestanforderungen", "Zur Methode"
    ]  # fmt: skip
    assert book.properties.creator == "kiassess 1.2.3"


def test_same_comparison_same_bytes(results):
    assert comparison_workbook(results) == comparison_workbook(results)


def test_the_heatmap_holds_every_value_as_a_number(book, comparison):
    head, rows = table(book["Heatmap"])
    assert head[0] == "Kommune"
    assert len(rows) == 14
    for at, row in enumerate(rows):
        values = [p.values[at] for p in (*comparison.blocks, *comparison.areas)]
        if comparison.chosen[at].quick:
            assert set(row[4:-1]) <= {"niedrig", "mittel", "hoch", None}
        else:
            assert row[4:-1] == [None if v is None else pytest.approx(v) for v in values]
    assert "Kompetenzen" in rows[2][-1]
    (rule,) = [r for found in book["Heatmap"].conditional_formatting for r in found.rules]
    assert rule.type == "colorScale"


def test_a_name_stays_a_text(book):
    cell = book["Heatmap"]["A3"]
    assert (cell.data_type, cell.value) == ("s", "=1+1, 02.02.2022")
    assert cell.quotePrefix


def test_all_values_stand_with_band_and_coverage(book, comparison):
    head, rows = table(book["Alle Werte"])
    assert head[4:6] == ["Vision & Zielbild: Wert", "Vision & Zielbild: mindestens"]
    assert rows[0][4:] == [None] * 28  # a quick check
    for at, row in enumerate(rows[1:], 1):
        found = [
            number
            for block in comparison.blocks
            for score in [block.scores.score(at)]
            for number in (score.value, score.low, score.high, score.coverage)
        ]
        assert row[4:] == [None if n is None else pytest.approx(n) for n in found]


def test_the_overview_tells_what_has_to_be_known_and_the_statistics(book, comparison):
    sheet = book["Überblick"]
    lines = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
    assert "Schnellchecks zeigen nur eine Tendenz." in "\n".join(filter(None, lines))
    top = lines.index("Baustein") + 1
    _, rows = table(sheet, top)
    block, group, n, middle, low, high = rows[0]
    known = [comparison.blocks[0].values[at] for at in comparison.counted]
    known = [value for value in known if value is not None]
    assert (block, group, n) == ("Vision & Zielbild", "alle", len(known))
    assert middle == pytest.approx(median(known))
    assert low <= middle <= high


def test_the_chart_says_what_it_shows(results):
    content = comparison_workbook(results)
    medians, gates = (part(content, name) for name in parts(content, "xl/drawings/drawing"))
    assert "Median je Baustein über alle Kommunen, Stufe 0 bis 4: Vision" in medians
    assert "Wie viele Kommunen eine Mindestanforderung erfüllen. " in gates


def test_items_and_gates_are_counted(book, comparison):
    _, items = table(book["Fragen"], 4)
    assert len(items) == len(comparison.items)
    assert all(sum(row[2:9]) == len(comparison.counted) for row in items)
    _, gates = table(book["Mindestanforderungen"], 4)
    assert all(sum(row[1:5]) == len(comparison.counted) for row in gates)
    assert {row[5] for row in gates} <= {"ja", None}


def test_a_small_group_has_no_counts_and_no_chart(comparison, catalogue, texts_en):
    few = compare(comparison.chosen[3:6], {1: catalogue})
    results = ComparedResults(few, names(few, texts_en), False, texts_en, NOON, "1")
    content = comparison_workbook(results)
    found = opened(content)
    assert found["Questions"].max_row == found["Minimum requirements"].max_row == 4
    assert parts(content, "xl/charts/") == []


@pytest.fixture(scope="module")
def measures():
    return Library(QUESTIONNAIRES).catalogue("ki-readiness", "de")[0].measures


@pytest.fixture(scope="module")
def over_time(catalogue):
    """Twelve towns with three rounds each."""
    return compare(list(many_towns(Many(12, 3), catalogue)), {1: catalogue})


def export(comparison, texts, **facts):
    results = ComparedResults(comparison, names(comparison, texts), False, texts, NOON, "1")
    return comparison_workbook(replace(results, **facts))


def test_the_measures_that_help_most_come_first(comparison, measures, texts_de):
    book = opened(export(comparison, texts_de, measures=measures))
    head, rows = table(book["Maßnahmen"], 4)
    assert head[:3] == ["Maßnahme", "Kommunen, denen sie hilft", "Anteil"]
    counts = measure_counts(comparison, measures)
    assert [tuple(row[:3]) for row in rows] == [
        (c.measure.title, c.helped, pytest.approx(c.helped / c.n)) for c in counts
    ]
    assert [row[4] == "ja" for row in rows] == [c.helps_most for c in counts]
    assert book["Maßnahmen"]["C5"].number_format == "0 %"


def test_who_is_at_the_top_of_an_item_stands_beside_it(book, comparison):
    head, rows = table(book["Fragen"], 4)
    assert head[-1] == "Auf Stufe 4"
    for row, item in zip(rows, comparison.items, strict=True):
        towns = [one.municipality.short_name for one in at_the_top(comparison, item.id)]
        said = (row[-1] or "").replace(" und eine weitere", ", x").split(", ")
        assert said[:5] == (towns[:5] or [""])
        assert row[6] == len(towns)


def test_several_rounds_have_a_trend_and_years(over_time, texts_de):
    book = opened(export(over_time, texts_de))
    assert book.sheetnames[-3:] == ["Entwicklung", "Über die Jahre", "Zur Methode"]
    head, rows = table(book["Entwicklung"])
    assert head[:4] == [
        "Kommune", "Runde", "Vision & Zielbild", "Vision & Zielbild: Veränderung"
    ]  # fmt: skip
    values = over_time.blocks[0].values
    for at, row in enumerate(rows):
        one = over_time.chosen[at]
        assert (row[0], row[1].date()) == (one.municipality.name, one.round_date)
        assert row[2] == pytest.approx(values[at])
        if at % 3:
            assert row[3] == pytest.approx(values[at] - values[at - 1])
        else:
            assert row[3] is None
    head, rows = table(book["Über die Jahre"], 4)
    assert head == ["Mindestanforderung", "2022", "2023", "2024"]
    assert rows[-1] == ["Kommunen", 12, 12, 12]
    gates = [item for item in over_time.items if item.gate]
    for gate, row in zip(gates, rows, strict=False):
        column = over_time.columns[gate.id]
        for year in range(3):
            met = sum(2 <= column[at] <= 4 for at in range(year, 36, 3))
            assert row[1 + year] == pytest.approx(met / 12)


def test_one_town_has_lines(over_time, catalogue, texts_de):
    one = compare(over_time.chosen[:3], {1: catalogue})
    content = export(one, texts_de)
    assert opened(content).sheetnames[-2:] == ["Entwicklung", "Zur Methode"]
    (drawing,) = parts(content, "xl/drawings/drawing")
    said = part(content, drawing)
    assert "Wert je Baustein über die Runden, Stufe 0 bis 4. " in said
    assert "01.01.2022, 01.01.2023, 01.01.2024" in said


def test_nothing_names_a_town_of_an_anonymous_comparison(comparison, catalogue, measures, texts_de):
    chosen = [one for one in comparison.chosen if not one.quick]
    found = compare(chosen, {1: catalogue})
    aliases = anonymous_names(range(1, 14), texts_de)
    results = ComparedResults(found, aliases, True, texts_de, NOON, "1", measures)
    content = comparison_workbook(results)
    with ZipFile(BytesIO(content)) as archive:
        whole = b"\n".join(archive.read(name) for name in archive.namelist())
    for one in chosen:
        town = one.municipality
        for secret in (town.name, town.key, town.state, town.district, one.id, str(one.round_date)):
            assert not secret or secret.encode() not in whole or secret == "=1+1"
    head, rows = table(opened(content)["Heatmap"])
    assert head[:2] == ["Nummer", "Vision & Zielbild"]
    assert [row[0] for row in rows] == aliases
    items = {cell.value for cell in opened(content)["Fragen"][4]}
    assert "unter Stufe 2" in items  # all are measured alike
    said = " ".join(str(row[0]) for row in opened(content)["Zur Methode"].values)
    assert "Gruppen, die sich überschneiden" in said


def test_libreoffice_reads_it(results, companion, tmp_path):
    import subprocess

    file = tmp_path / "Vergleich.xlsx"
    file.write_bytes(comparison_workbook(results))
    office = companion("soffice")
    command = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    command += ["--convert-to", "csv", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert "Median" in (tmp_path / "Vergleich.csv").read_text(encoding="utf-8", errors="replace")
