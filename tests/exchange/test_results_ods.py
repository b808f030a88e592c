"""The spreadsheet in OpenDocument, read by programs that are not ours."""

import re
import subprocess
import xml.etree.ElementTree as ET
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from builders import NOON
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from towns import full_answer, small_town
from workbooks import opened, results_of

from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.exchange.ods_cells import open_formula
from kiassess.exchange.plain_text import cut, plain_text
from kiassess.exchange.results_workbook import results_ods, results_workbook

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TRACE = "So kommt der Wert zustande"


@pytest.fixture
def ods(texts_de):
    """The spreadsheet of a town, as bytes."""

    def make(town, **more):
        return results_ods(results_of(town, texts_de, **more))

    return make


def sheets(content):
    """The rows of all sheets, by name."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def part(content, name):
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def test_the_kind_of_file_is_said_first_and_uncompressed(ods):
    with ZipFile(BytesIO(ods(small_town()))) as archive:
        first, *rest = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read(first) == b"application/vnd.oasis.opendocument.spreadsheet"
        named = re.findall(r'full-path="([^"]+)"', part(ods(small_town()), "META-INF/manifest.xml"))
        assert {"/", *(info.filename for info in rest)} - {"META-INF/manifest.xml"} == set(named)
        for info in rest:
            ET.fromstring(archive.read(info))


@pytest.mark.parametrize("extent", [Extent.FULL, Extent.QUICK])
def test_it_has_the_sheets_and_cells_of_the_workbook(ods, texts_de, extent):
    town = small_town(answers=[full_answer()], extent=extent)
    results = results_of(town, texts_de, changed={"data.one": NOON})
    book = load_workbook(BytesIO(results_workbook(results)), data_only=True)
    ours = sheets(results_ods(results))
    assert list(ours) == book.sheetnames
    # The overview has room for a chart in the workbook, so that rows differ.
    told = [value for row in ours.pop("Übersicht") for value in row if value != ""]
    shown = [v for row in book["Übersicht"].values for v in row if v is not None]
    assert told == [pytest.approx(v) if isinstance(v, float) else v for v in shown]
    book.remove(book["Übersicht"])
    for sheet in book:
        for row, cells in enumerate(ours[sheet.title], start=1):
            width = 9 if sheet.title == "Profil" else len(cells)  # helpers of charts stand behind
            for column, value in enumerate(cells[:width], start=1):
                other = sheet.cell(row, column).value
                same = value == other or (value == "" and other is None)
                if isinstance(value, float) and isinstance(other, float | int):
                    same = value == pytest.approx(other)
                if hasattr(other, "date") and not same:
                    same = str(value)[:16] == str(other)[: len(str(value)[:16])]
                assert same, (sheet.title, row, column, value, other)


def test_same_results_same_bytes(ods):
    assert ods(small_town()) == ods(small_town())


def test_lists_have_filters_and_repeated_frozen_heads(ods):
    content = ods(small_town())
    xml = part(content, "content.xml")
    ranges = dict(
        re.findall(r'database-range table:name="(\w+)" table:target-range-address="([^"]+)"', xml)
    )
    assert ranges["kiassess_answers"] == "'Antworten'.A1:'Antworten'.V9"
    assert ranges.keys() == {
        f"kiassess_{name}" for name in ("answers", "gates", "open", "measures")
    }
    assert xml.count('table:display-filter-buttons="true"') == xml.count("<table:table-header-rows")
    assert part(content, "settings.xml").count('"VerticalSplitMode"') == len(ranges)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_type_stays_text(ods, name):
    typed = HOSTILE[name]
    town = small_town(
        answers=[full_answer(note=typed, responsible=typed)],
        municipality=Municipality(f"{plain_text(typed)[:50]}-Stadt", population=9_000),
    )
    content = ods(town)
    row = next(row for row in sheets(content)["Antworten"] if row[0] == "data.one")
    kept = cut(plain_text(typed))
    assert row[9].rstrip(" ") == kept.rstrip(" ").replace("\t", " ")
    for cell in ET.fromstring(part(content, "content.xml")).iter(f"{TABLE}table-cell"):
        formula = cell.get(f"{TABLE}formula", "")
        assert formula == "" or formula.startswith("of:=")
        assert typed not in formula


@given(st.text(" a\n", max_size=12).filter(str.strip))
def test_every_gap_comes_back(texts_de, typed):
    town = small_town(answers=[full_answer(note=typed)])
    rows = sheets(results_ods(results_of(town, texts_de)))["Antworten"]
    assert next(row for row in rows if row[0] == "data.one")[9] == typed


@pytest.mark.parametrize(
    ("excel", "ours"),
    [
        ("=SUM(A1:B2)", "of:=SUM([.A1:.B2])"),
        ('=IF(D5<>"a,B2 ""x""",1,"")', 'of:=IF([.D5]<>"a,B2 ""x""";1;"")'),
        (
            "=SUMPRODUCT((F6:F9>0)*1,H6:H9)/$C$3",
            "of:=SUMPRODUCT(([.F6:.F9]>0)*1;[.H6:.H9])/[.$C$3]",
        ),
        ("=MATCH(A1,'Bob''s, B2'!$A$1:$B$2,0)", "of:=MATCH([.A1];[$'Bob''s, B2'.$A$1:.$B$2];0)"),
    ],
)
def test_formulas_are_those_of_opendocument(excel, ours):
    assert open_formula(excel) == ours


@pytest.fixture
def convert(companion, tmp_path):
    """Let LibreOffice read a spreadsheet and write it in another format."""
    office = companion("soffice")

    def converted(content, suffix):
        source = tmp_path / "ours.ods"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        command = [office, profile, "--headless", "--norestore", "--convert-to", suffix]
        subprocess.run(
            [*command, "--outdir", tmp_path / "theirs", source],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return tmp_path / "theirs" / f"ours.{suffix}"

    return converted


def test_libreoffice_reads_it_calculates_and_keeps_the_lists(ods, convert):
    content = ods(small_town(answers=[full_answer(note="=1+1 & <Ämter>")]))
    spoilt = BytesIO()  # with other results beside the formulas, which LibreOffice then ignores
    with ZipFile(BytesIO(content)) as old, ZipFile(spoilt, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "content.xml":
                wrong = rb'(table:formula="[^"]*" office:value-type="float") office:value="[^"]*"'
                data = re.sub(wrong, rb"\1", data)
            new.writestr(info, data)
    file = convert(spoilt.getvalue(), "xlsx")
    theirs = load_workbook(file, data_only=True)
    ours = sheets(content)
    assert theirs.sheetnames == list(ours)
    compared = 0
    for row, cells in enumerate(ours[TRACE], start=1):
        for column, value in enumerate(cells, start=1):
            if isinstance(value, float):
                other = theirs[TRACE].cell(row, column).value
                assert other == pytest.approx(value), (row, column)
                compared += 1
    assert compared > 50
    again = opened(file.read_bytes())
    assert again["Antworten"].freeze_panes in {"C2", None}  # headless it forgets them
    assert again["Antworten"].auto_filter.ref or again["Antworten"].tables
    assert again["Antworten"].print_title_rows == "$1:$1"
    assert again["Antworten"]["J2"].value == "=1+1 & <Ämter>"
    assert again["Antworten"]["J2"].data_type == "s"
    assert again[TRACE].data_validations.dataValidation


def test_libreoffice_prints_the_overview_on_one_sheet_of_paper(ods, convert, companion):
    document = convert(ods(small_town()), "pdf")
    done = subprocess.run(
        [companion("pdftotext"), "-layout", document, "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    first, second, _ = done.stdout.split("\f", 2)
    assert "Selbsteinschätzung, keine Zertifizierung und keine Rechtsberatung." in first
    assert "Seite 1 von" in first
    assert "Spanne von" in second
    assert "###" not in done.stdout
