"""Fill-in workbooks in OpenDocument: the same as for Excel, and taken back the same way."""

import re
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from fill_ins import QUESTIONS, OdsPaper, asked_town, german, made, read_back
from hostile import HOSTILE
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from towns import full_answer
from workbooks import part

from kiassess.content.library import Library
from kiassess.domain.assessment import (
    AiInUse,
    AnswerState,
    Confidence,
    EvidenceType,
    OpenAssessment,
)
from kiassess.domain.fill_in import UnclearKind
from kiassess.domain.municipality import Municipality
from kiassess.domain.questionnaire import LevelName
from kiassess.exchange.fill_in_reading import read_fill_in
from kiassess.exchange.workbook_reading import read_workbook
from kiassess.paths import bundled
from kiassess.wording.texts import load_texts

WHOLE = {"data.one": 2, "data.two": "U", "infra.two": "N"}
CALCULATES = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode"
oor:op="fuse"><value>0</value></prop></item></oor:items>"""
INPUTS = {"answer", "reason", "evidence", "pointer", "confidence", "note"}
NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, STYLE, OFFICE, FO, TEXT = (
    f"{{{NAMES}{name}:1.0}}" for name in ("table", "style", "office", "xsl-fo-compatible", "text")
)


@pytest.fixture
def ods(texts_de):
    """The workbook of a town, as bytes."""

    def make(town=None, role_id=None, **more):
        return made(town or asked_town(WHOLE), texts_de, role_id, file_format="ods", **more)

    return make


@pytest.fixture
def understand(texts_de, texts_en, tmp_path):
    """What a file says, read as any that comes back; the English words count too."""

    def read(content, name="Mappe.ods"):
        file = tmp_path / name
        file.write_bytes(content)
        levels = tuple(LevelName(f"Stage {level}", "") for level in range(5))
        english = replace(german(), language="en", levels=levels)
        book = read_workbook(file)
        return read_fill_in(book, [german(), english], [texts_de, texts_en], ai_in_use=None)

    return read


class Xml:
    """The parts of a workbook as trees."""

    def __init__(self, content):
        self.content = ET.fromstring(part(content, "content.xml"))
        self.styles = ET.fromstring(part(content, "styles.xml"))
        self.tables = {one.get(f"{TABLE}name"): one for one in self.content.iter(f"{TABLE}table")}

    def style(self, element):
        """The style of a cell, column or sheet."""
        name = element.get(f"{TABLE}style-name")
        styles = self.content.iter(f"{STYLE}style")
        return next(one for one in styles if one.get(f"{STYLE}name") == name)

    def cells(self, table):
        """The rows of a sheet, with their cells."""
        return [list(row) for row in self.tables[table].iter(f"{TABLE}table-row")]

    def is_open(self, cell):
        """Whether a cell can be changed."""
        properties = self.style(cell).find(f"{STYLE}table-cell-properties")
        return properties.get(f"{STYLE}cell-protect") == "none"

    def words(self, place):
        """What stands in a range such as ``$'Listen'.$A$6:.$A$11``."""
        sheet, _, cells = place.partition(".")
        left, top, right, bottom = range_boundaries(cells.replace(".", ""))
        rows = self.cells(sheet.strip("$'"))[top - 1 : bottom]
        return ["".join(cell.itertext()) for row in rows for cell in row[left - 1 : right]]


def answers(fill_in):
    return {one.item_id: one for one in fill_in.entries}


# --- what it is made of


def test_it_says_the_same_as_the_workbook_for_excel(texts_de, ods):
    town = asked_town(WHOLE, answers=[full_answer(note="=1+1 & <Ämter>\n  zwei")])
    for more in ({}, {"prefill": False}, {"for_print": True}):
        theirs, ours = read_back(made(town, texts_de, **more)), read_back(ods(town, **more))
        assert [(s.name, s.hidden) for s in ours.sheets] == [
            (s.name, s.hidden) for s in theirs.sheets
        ]
        for sheet, other in zip(ours.sheets, theirs.sheets, strict=True):
            for row, cells in enumerate(other.rows):
                for column, value in enumerate(cells):
                    if value is not None:  # results of formulas are ours alone
                        assert sheet.rows[row][column] == value, (sheet.name, row, column)


def test_results_stand_beside_the_formulas(ods):
    rows = next(s.rows for s in read_back(ods()).sheets if s.name == "Fragen")
    assert rows[1][4] == "3 von 8 Fragen beantwortet"
    # LibreOffice looks for it here, and shows 0 instead of a text in a paragraph
    assert 'office:string-value="3 von 8 Fragen beantwortet"' in part(ods(), "content.xml")
    assert [row[6] for row in rows[4:]] == ["✓", "✓", "offen", "✓", *["offen"] * 4]


def test_the_kind_of_file_is_said_first(ods):
    with ZipFile(BytesIO(ods())) as archive:
        first, *rest = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        for info in rest:
            ET.fromstring(archive.read(info))


def test_the_same_arguments_give_the_same_bytes(ods):
    town = asked_town(WHOLE, answers=[full_answer()])
    assert ods(town) == ods(town)
    with ZipFile(BytesIO(ods(town))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# --- what is offered, what can be changed, what is hidden


def test_answers_are_offered_by_name(ods):
    paper, xml = OdsPaper(ods()), Xml(ods())
    rules = {one.get(f"{TABLE}name"): one for one in xml.content.iter(f"{TABLE}content-validation")}

    def offered(item_id, key="answer"):
        name = re.search('content-validation-name="(.*?)"', paper.cell(item_id, key))[1]
        rule = rules[name]
        condition = rule.get(f"{TABLE}condition")
        assert rule.find(f"{TABLE}error-message").get(f"{TABLE}display") == "false"
        return xml.words(re.fullmatch(r"of:cell-content-is-in-list\(\[(.*)\]\)", condition)[1])

    assert offered("data.one") == [
        "0 – Nicht vorhanden", "1 – Erste Ansätze", "2 – In Teilen geregelt", "3 – Umgesetzt",
        "4 – Wirksam", "weiß nicht",
    ]  # fmt: skip
    assert offered("infra.two")[-1] == "trifft nicht zu"
    assert offered("data.one", "evidence")[0] == "kein Nachweis"
    assert offered("data.one", "confidence") == ["sicher", "eher sicher", "geschätzt"]
    assert "content-validation-name" not in paper.cell("data.one", "note")


def test_only_what_is_to_be_filled_in_can_be_changed(ods):
    paper, xml = OdsPaper(ods()), Xml(ods())
    for row in xml.cells("Fragen")[4:]:
        opened = {key for key, column in paper.columns.items() if xml.is_open(row[column])}
        assert opened == INPUTS
    marks = {"".join(row[0].itertext()): row for row in xml.cells("Anleitung")}
    for mark in ("respondent", "department", "day"):
        assert xml.is_open(marks[mark][2])
        assert not xml.is_open(marks[mark][1])
    assert {table.get(f"{TABLE}protected") for table in xml.tables.values()} == {"true"}
    assert not any(table.get(f"{TABLE}protection-key") for table in xml.tables.values())
    book = next(xml.content.iter(f"{OFFICE}spreadsheet"))
    assert book.get(f"{TABLE}structure-protected") == "true"


def test_ids_and_facts_are_hidden(ods):
    xml = Xml(ods())
    columns = list(xml.tables["Fragen"].iter(f"{TABLE}table-column"))
    hidden = [one.get(f"{TABLE}visibility") for one in columns]
    assert hidden == ["collapse", *[None] * 11]
    rows = list(xml.tables["Fragen"].iter(f"{TABLE}table-row"))
    assert [n for n, row in enumerate(rows) if row.get(f"{TABLE}visibility")] == [2]
    shown = {
        name: xml.style(table).find(f"{STYLE}table-properties").get(f"{TABLE}display")
        for name, table in xml.tables.items()
    }
    assert shown == {"Anleitung": "true", "Fragen": "true", "Listen": "false", "kiassess": "false"}


def test_what_is_typed_stays_as_it_is_typed(ods):
    xml = Xml(ods())
    texts = {
        one.get(f"{STYLE}name") for one in xml.content.iter() if one.tag.endswith("text-style")
    }
    row = xml.cells("Fragen")[4]
    styles = {xml.style(cell).get(f"{STYLE}data-style-name") for cell in row if xml.is_open(cell)}
    assert styles <= texts


def test_headings_stay_in_sight(ods):
    settings = part(ods(), "settings.xml")
    view = settings.partition('config:name="Fragen"')[2]
    assert re.search('"VerticalSplitPosition"[^>]*>4<', view)
    assert re.search('"HorizontalSplitPosition"[^>]*>4<', view)
    assert re.search('"ZoomValue"[^>]*>85<', view)


def test_it_prints_on_a4_with_headings_on_every_page(ods):
    xml = Xml(ods())
    repeated = list(xml.tables["Fragen"].iter(f"{TABLE}table-header-rows"))
    assert ["".join(cell.itertext()) for cell in repeated[0][0]][:2] == ["Kennung", "Nr."]
    assert xml.tables["Fragen"].get(f"{TABLE}print-ranges") == "'Fragen'.B1:'Fragen'.L12"
    papers = list(xml.styles.iter(f"{STYLE}page-layout-properties"))
    sizes = [(one.get(f"{FO}page-width"), one.get(f"{FO}page-height")) for one in papers]
    assert sizes == [("21.0cm", "29.7cm"), ("29.7cm", "21.0cm")]
    assert {one.get(f"{STYLE}scale-to-X") for one in papers} == {"1"}


def test_on_paper_there_is_a_box_for_every_answer(ods):
    paper = OdsPaper(ods(prefill=False, for_print=True))
    lines = re.findall("<text:p>(.*?)</text:p>", paper.cell("infra.two", "levels"))
    marks = [re.sub("<.*?>", "", line)[:3] for line in lines]
    assert marks == ["☐ 0", "☐ 1", "☐ 2", "☐ 3", "☐ 4", "☐ w", "☐ t"]
    assert "office:value" not in paper.cell("data.one", "answer")


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
def test_what_people_typed_stays_text(ods, understand, typed):
    note = f"A{typed}"
    town = asked_town(WHOLE, municipality=Municipality(note), answers=[full_answer(note=typed)])
    content = ods(town)
    assert answers(understand(content))["data.one"].untouched
    for cell in Xml(content).content.iter(f"{TABLE}table-cell"):
        formula = cell.get(f"{TABLE}formula")
        assert formula is None or re.match(r"of:=(IF\(TRIM|COUNTIF)", formula)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("on_paper", [False, True])
def test_every_word_is_in_the_language(language, on_paper):
    texts = load_texts(bundled().texts, language)
    questionnaire = Library(bundled().questionnaires).load("ki-readiness").questionnaire(language)
    whole = OpenAssessment(replace(asked_town().assessment, ai_in_use=AiInUse.NO), questionnaire)
    more = {"prefill": not on_paper, "for_print": on_paper, "file_format": "ods"}
    book = read_back(made(whole, texts, **more))
    sheet = next(one for one in book.sheets if one.name == QUESTIONS[language])
    assert len(sheet.rows) == 4 + 86
    said = " ".join(str(cell) for one in book.sheets for row in one.rows for cell in row if cell)
    assert "fill_in." not in said
    assert "{" not in said


# --- what comes back


def test_an_untouched_one_brings_nothing_new(ods, understand):
    fill_in = understand(ods(asked_town(WHOLE, answers=[full_answer()])))
    assert all(one.untouched for one in fill_in.entries)
    assert fill_in.unclear == fill_in.warnings == ()
    assert set(fill_in.open_ids) | {"data.one", "data.two", "infra.two"} == {
        item.id for item in german().items()
    }
    assert (fill_in.meta.assessment_id, fill_in.meta.role_id) == (asked_town().assessment.id, "")


def test_it_says_of_itself_what_the_one_for_excel_says(texts_de, ods, understand):
    town = asked_town(WHOLE, answers=[full_answer()])
    other = understand(made(town, texts_de, "DSB"), "Mappe.xlsx")
    ours = understand(ods(town, "DSB"))
    assert ours == other
    assert ours.meta.role_id == "DSB"


def test_what_was_filled_in_arrives(ods, understand):
    paper = OdsPaper(ods(asked_town({})))
    paper.fill("data.one", answer="2 – In Teilen geregelt", evidence="mündliche Auskunft")
    paper.fill("data.two", answer=3, pointer="12-3", note="Zeile 1\nZeile 2")
    paper.fill("infra.two", answer="trifft nicht zu", reason="Kreis", confidence="geschätzt")
    paper.fill("strat.one", answer="ungefähr 2").sign(respondent="Frau Ö", day="23.11.2026")
    fill_in = understand(paper.content())
    entries = answers(fill_in)
    assert (entries["data.one"].level, entries["data.one"].evidence) == (2, EvidenceType.ORAL)
    assert (entries["data.two"].level, entries["data.two"].pointer) == (3, "12-3")
    assert entries["data.two"].note == "Zeile 1\nZeile 2"
    assert entries["infra.two"].state is AnswerState.NOT_APPLICABLE
    assert (entries["infra.two"].reason, entries["infra.two"].confidence) == (
        "Kreis", Confidence.GUESSED,
    )  # fmt: skip
    assert [one.kind for one in fill_in.unclear] == [UnclearKind.LEVEL]
    assert (fill_in.respondent.name, fill_in.respondent.day) == ("Frau Ö", date(2026, 11, 23))
    assert fill_in.warnings == ()


# --- a second opinion


@pytest.fixture
def convert(companion, tmp_path):
    """Let LibreOffice open a workbook, calculate it anew and save it in a format."""
    office = companion("soffice")
    settings = tmp_path / "office" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(CALCULATES, encoding="utf-8")

    def converted(content, suffix):
        source = tmp_path / "in" / "Mappe.ods"
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        command = [office, profile, "--headless", "--norestore", "--convert-to", suffix]
        subprocess.run(
            [*command, "--outdir", tmp_path / "out", source],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return tmp_path / "out" / f"Mappe.{suffix}"

    return converted


@pytest.mark.parametrize("suffix", ["ods", "xlsx"])
def test_through_libreoffice_everything_arrives(ods, understand, convert, suffix):
    typed = "=1+1 & <Ämter> 👍 _x0041_\nZeile 2"
    town = asked_town({"strat.one": 4}, answers=[full_answer(note=typed)])
    paper = OdsPaper(ods(town))
    paper.fill("data.two", answer="2 – In Teilen geregelt", evidence="mündliche Auskunft")
    paper.fill("infra.two", answer="trifft nicht zu", reason="Kreis", pointer="12-3", note="3.4.")
    paper.fill("strat.two", answer=3, confidence="geschätzt").fill("strat.three", answer="5")
    before = understand(paper.sign(respondent="Frau Ö").content())
    fill_in = understand(convert(paper.content(), suffix).read_bytes(), f"Mappe.{suffix}")
    assert fill_in == before
    assert len(fill_in.entries) == 5
    assert answers(fill_in)["data.one"].note == typed
    assert answers(fill_in)["data.one"].untouched


def test_libreoffice_keeps_lists_locks_and_colours(ods, convert):
    book = load_workbook(convert(ods(), "xlsx"))
    sheet = book["Fragen"]
    rules = {str(cell): one for one in sheet.data_validations.dataValidation for cell in one.sqref}
    places = [place for place in rules if "F5" in place]
    assert [rules[place].formula1 for place in places] == ["Listen!$A$6:$A$11"]
    assert not rules[places[0]].showErrorMessage
    assert all(one.protection.sheet for one in book)
    assert not sheet["F5"].protection.locked
    assert sheet["E5"].protection.locked
    assert sheet.column_dimensions["A"].hidden
    assert book["Listen"].sheet_state == book["kiassess"].sheet_state == "hidden"
    assert [str(one.sqref) for one in sheet.conditional_formatting] == ["G5:G12"]
    assert sheet.print_title_rows == "$4:$4"
    assert [one.ref for one in sheet.tables.values()] == ["B4:L12"]


def test_libreoffice_prints_it_and_counts_the_answers(ods, convert, companion):
    paper = OdsPaper(ods(asked_town({})))
    paper.fill("data.one", answer="2 – In Teilen geregelt").fill("data.two", answer=3)
    paper.fill("infra.one", answer="weiß nicht").fill("infra.two", answer="trifft nicht zu")
    paper.fill("strat.one", answer="ungefähr 2")
    document = convert(paper.content(), "pdf")
    done = subprocess.run(
        [companion("pdftotext"), "-layout", document, "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    pages = done.stdout.split("\f")
    assert "Ausgefüllt von" in pages[0]
    assert "3 von 8 Fragen beantwortet" in done.stdout
    states = "Begründung|bitte prüfen|offen|✓"
    found = re.findall(states, done.stdout.partition("3 von 8")[2].partition("Notiz")[2])
    assert (found.count("✓"), found.count("offen")) == (3, 3)
    assert "bitte" in done.stdout
    assert f"Seite 2 von {len(pages) - 1}" in done.stdout
    for wrong in ("###", "Err:", "#N"):
        assert wrong not in done.stdout
