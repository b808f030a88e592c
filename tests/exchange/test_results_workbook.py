import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from builders import NOON
from hostile import HOSTILE
from towns import GIVEN, full_answer, small_town
from workbooks import dump, opened, part, parts, results_of

from kiassess.domain.assessment import Evidence
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.profile import make_profile
from kiassess.exchange.plain_text import plain_text
from kiassess.exchange.results_workbook import results_workbook


@pytest.fixture
def book(texts_de):
    """The workbook of a town, as bytes."""

    def make(town, *, texts=texts_de, changed=None, **more):
        return results_workbook(results_of(town, texts, changed=changed or {}, **more))

    return make


def table(content, sheet, column=0):
    """The rows of a sheet by their cell in one column."""
    rows = opened(content)[sheet].iter_rows(values_only=True)
    return {row[column]: row for row in rows if row[column] is not None}


def notes_of(content):
    """The cell with the note of the first item."""
    sheet = opened(content)["Antworten"]
    return next(row[9] for row in sheet.iter_rows(min_row=2) if row[0].value == "data.one")


def test_the_whole_workbook(book, check_golden):
    town = small_town(answers=[full_answer()])
    check_golden("results_workbook.txt", dump(book(town, changed={"data.one": NOON})))


def test_the_quick_check(book, check_golden, texts_en):
    town = small_town(extent=Extent.QUICK)
    check_golden("results_workbook_quick_en.txt", dump(book(town, texts=texts_en)))


def test_same_results_same_bytes(book):
    assert book(small_town()) == book(small_town())


def test_values_are_unrounded_numbers(book):
    town = small_town()
    block = make_profile(town).blocks[1]
    row = table(book(town), "Profil")["Block DI"]
    score, scored = block.score, block.scored
    assert row[1:5] == pytest.approx((score.value, score.low, score.high, score.coverage))
    assert row[5:8] == pytest.approx((scored.secured_level, scored.target, scored.gap))


def test_what_is_not_known_is_an_empty_cell_and_never_0(book):
    content = book(small_town({}))
    for name in ("Block VIS", "Block DI", "Block RM", "Daten", "Area data"):
        row = table(content, "Profil")[name]
        assert row[1] is None
        assert row[8] == "nicht belastbar" or name == "Daten"
    for item, row in table(content, "Antworten").items():
        assert item == "Kennung" or row[5] is None
    assert [row[3] for row in table(content, "Mindestanforderungen").values()].count(0) == 0


def test_level_0_is_a_0(book):
    assert table(book(small_town({"data.one": 0})), "Antworten")["data.one"][5] == 0


def test_dates_and_times_are_real_ones(book):
    content = book(small_town(answers=[full_answer()]), changed={"data.one": NOON})
    row = table(content, "Antworten")["data.one"]
    assert row[12] == datetime.combine(datetime(2026, 5, 4, tzinfo=UTC), time())
    assert row[18] == NOON.astimezone().replace(tzinfo=None)


def test_a_key_keeps_its_zeros(book):
    assert table(book(small_town()), "Profil")["Amtlicher Schlüssel"][1] == "08421099"


def test_facts_that_are_not_known_are_left_out(book):
    town = small_town(municipality=Municipality("Musterverband"))
    rows = table(book(town), "Profil")
    assert not {"Amtlicher Schlüssel", "Kreis", "Bundesland", "Einwohner"} & set(rows)
    assert "Gemeindedaten" not in table(book(town), "Lesehilfe")


def test_the_register_is_named_where_it_was_used(book):
    row = table(book(small_town()), "Lesehilfe")["Gemeindedaten"]
    assert "Destatis" in row[1]
    assert "31.10.2025" in row[1]


def test_the_date_of_the_legal_table_is_told(book):
    assert "02.03.2026" in table(book(small_town()), "Lesehilfe")["Rechtsstand"][1]


def test_without_a_legal_table_there_is_no_date_of_it(book):
    content = book(small_town(), legal=None)
    assert "Rechtsstand" not in table(content, "Lesehilfe")
    assert table(content, "Antworten")["data.one"][20] == "gdpr.30, gdpr.32"


def test_limited_comparability_is_said(book):
    given = {**GIVEN, "infra.one": "N"}
    row = table(book(small_town(given)), "Profil")["Block DI"]
    assert "eingeschränkt vergleichbar" in row[8]


def test_without_minimum_requirements_there_is_no_table_of_them(book, recwarn):
    town = small_town()
    areas = tuple(
        replace(area, items=tuple(replace(item, gate=False) for item in area.items))
        for area in town.questionnaire.areas
    )
    content = book(replace(town, questionnaire=replace(town.questionnaire, areas=areas)))
    assert not opened(content)["Mindestanforderungen"].tables
    assert not recwarn.list


# Charts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("drawing", "kinds"), [(1, ["Balkendiagramm"]), (2, ["Balkendiagramm", "Netzdiagramm"])]
)
def test_charts_have_alternative_texts_with_the_values(book, drawing, kinds):
    xml = part(book(small_town()), f"xl/drawings/drawing{drawing}.xml")
    words = re.findall(r'descr="([^"]*)"', xml)
    assert [text.partition(" ")[0] for text in words] == kinds
    assert all("Block VIS: 1,5; Block DI: 2,5; Block RM: nicht belastbar" in w for w in words)


@pytest.mark.parametrize("chart", ["chart1", "chart2", "chart3"])
def test_charts_leave_a_gap_where_there_is_no_value(book, chart):
    xml = part(book(small_town()), f"xl/charts/{chart}.xml")
    values = re.findall(r"<c:val>.*?</c:val>", xml)[0]
    assert "Profil!$L$" in values
    assert re.findall(r'<c:pt idx="(\d)">', values) == ["0", "1"]
    assert 'dispNaAsBlank val="1"' in xml
    assert "plotVisOnly" not in xml  # hidden cells are drawn, too
    assert '<c:max val="4"/><c:min val="0"/>' in xml


def test_helper_cells_are_hidden_and_say_when_there_is_no_number(book):
    sheet = opened(book(small_town()))["Profil"]
    assert sheet.column_dimensions["K"].hidden
    formulas = [cell.value for cell in sheet["L"] if cell.value]
    assert len(formulas) == 3
    assert all(re.fullmatch(r"=IF\(ISNUMBER\((B\d+)\),\1,NA\(\)\)", f) for f in formulas)
    xml = part(book(small_town()), "xl/worksheets/sheet2.xml")
    assert xml.count('t="e"') == 1  # the value of RM
    assert "<v>#N/A</v>" in xml


def test_the_band_goes_along_with_the_bars(book):
    xml = part(book(small_town()), "xl/charts/chart1.xml")
    profile = make_profile(small_town())
    above = re.findall(r"<c:plus>.*?</c:plus>", xml)[0]
    known = [0.0 if b.score.value is None else b.score.high - b.score.value for b in profile.blocks]
    assert [float(v) for v in re.findall(r"<c:v>(.*?)</c:v>", above)] == pytest.approx(known)


def test_the_quick_check_has_neither_charts_nor_values(book):
    content = book(small_town(extent=Extent.QUICK))
    assert parts(content, "xl/charts/") == []
    row = table(content, "Profil")["Block VIS"]
    assert row[1:3] == ("mittel", pytest.approx(4 / 5))
    assert "Profilwert" not in table(content, "Lesehilfe")


# What people type -------------------------------------------------------------------------


@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_type_stays_text(book, name):
    typed = HOSTILE[name]
    answer = full_answer(
        note=typed, responsible=typed, reason=typed, evidence=Evidence(pointer=typed)
    )
    municipality = Municipality(f"{plain_text(typed)[:50]}-Stadt", key="", population=9_000)
    content = book(small_town(answers=[answer], municipality=municipality))
    cell = notes_of(content)
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert 1 <= len(cell.value) <= 32_767
    assert set(cell.value) <= set(typed) | {"…", " ", "\n"}
    assert parts(content, "xl/externalLinks") == []
    for sheet in opened(content):
        for row in sheet.iter_rows(max_col=9):
            assert not any(found.hyperlink for found in row)
            # Nothing of what was typed stands among the formulas of the calculation.
            assert sheet.title == "So kommt der Wert zustande" or all(
                found.data_type != "f" for found in row
            )


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("command", HOSTILE["command"]),
        ("emoji", HOSTILE["emoji"]),
        ("control", "abcdef"),
        ("surrogate", "xyz"),
        ("markup", "<r><t>bold</t></r> "),
        ("lines", "one\ntwo\nthree\nfour"),
        ("number", "007"),
    ],
)
def test_what_people_type_comes_back(book, name, kept):
    content = book(small_town(answers=[full_answer(note=HOSTILE[name])]))
    assert notes_of(content).value == kept


def test_an_escape_is_not_unescaped(book):
    content = book(small_town(answers=[full_answer(note="_x0041_")]))
    assert "<t>_x005F_x0041_</t>" in part(content, "xl/sharedStrings.xml")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", " =1"])
def test_text_that_looks_like_a_formula_stays_text_when_edited(book, text):
    assert notes_of(book(small_town(answers=[full_answer(note=text)]))).quotePrefix
    assert not notes_of(book(small_town(answers=[full_answer(note="x" + text)]))).quotePrefix


def test_a_footer_says_what_was_typed(book):
    town = small_town(municipality=Municipality("A&B\n&D " + 200 * "&", population=9_000))
    footer = opened(book(town))["Profil"].oddFooter
    assert footer.left.text.startswith("A&&B &&D &&")
    assert footer.right.text == "Seite &P von &N"


# A second opinion -------------------------------------------------------------------------


@pytest.fixture
def convert(companion, tmp_path):
    """Let LibreOffice read a workbook and write it in another format."""
    office = companion("soffice")

    def converted(content, suffix):
        source = tmp_path / "ours.xlsx"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        target = tmp_path / "theirs"
        command = [office, profile, "--headless", "--norestore", "--convert-to", suffix]
        subprocess.run(
            [*command, "--outdir", target, source], check=True, capture_output=True, timeout=120
        )
        return target / f"ours.{suffix}"

    return converted


def test_libreoffice_finds_every_value_again(book, convert):
    typed = "=1+1 & <Ämter> 👍 _x0041_"
    content = book(small_town(answers=[full_answer(note=typed)]), changed={"data.one": NOON})
    ours, theirs = opened(content), opened(convert(content, "xlsx").read_bytes())
    assert theirs.sheetnames == ours.sheetnames
    for sheet in (
        sheet for sheet in ours if sheet.title != "So kommt der Wert zustande"
    ):  # has its own test
        for row in sheet.iter_rows(max_col=22 if sheet.title == "Antworten" else 9):
            for cell in row:
                other = theirs[sheet.title][cell.coordinate]
                expected = typed if cell.value and "_x0041_" in str(cell.value) else cell.value
                assert _same(other.value, expected), f"{sheet.title} {cell.coordinate}"
                assert other.data_type != "f"
    assert [len(theirs[name]._charts) for name in ("Übersicht", "Profil")] == [1, 2]


def test_libreoffice_prints_every_sheet(book, convert, companion):
    document = convert(book(small_town(answers=[full_answer()])), "pdf")
    done = subprocess.run(
        [companion("pdftotext"), "-layout", document, "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    first, second, _ = done.stdout.split("\f", 2)
    for page in (first, second):  # overview and profile, each on one sheet of paper
        assert "KI-Standortbestimmung Bad Musterbach, Stadt" in page
        assert "Short DI" in page  # a name in the charts
    assert "Selbsteinschätzung, keine Zertifizierung und keine Rechtsberatung." in first
    assert re.search(r"Block VIS +1[.,]5 +1[.,]2 +2[.,]0 +80 %", second)
    for words in ("Discussed on Monday", "Mindestanforderungen", "Lesehilfe", "###"):
        assert (words in done.stdout) is (words != "###")


def _same(theirs, ours):
    if isinstance(ours, datetime):
        return abs(theirs - ours) < timedelta(seconds=1)
    if isinstance(ours, float):
        return theirs == pytest.approx(ours)
    return theirs == ours
