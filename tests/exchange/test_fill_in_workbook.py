"""Fill-in workbooks: what stands in them, what can be changed, how they print."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from builders import NOT_APPLICABLE, make_answer
from fill_ins import KEY_ROW, QUESTIONS, Paper, asked_town, made
from hostile import HOSTILE
from openpyxl.utils import range_boundaries
from towns import full_answer
from workbooks import opened, parts

from kiassess.content.library import Library
from kiassess.domain.assessment import AiInUse, OpenAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.exchange.fill_in_workbook import blank_workbook
from kiassess.exchange.plain_text import cut, plain_text
from kiassess.paths import bundled
from kiassess.wording.texts import load_texts

WHOLE = {"data.one": 2, "data.two": "U", "infra.two": "N"}


@pytest.fixture
def paper(texts_de):
    """The workbook of a town, to be looked at."""

    def make(town=None, role_id=None, **more):
        return Paper(made(town or asked_town(WHOLE), texts_de, role_id, **more))

    return make


def offered(paper, item_id, key="answer"):
    """What the drop-down of a cell offers."""
    cell = paper.cell(item_id, key).coordinate
    rule = next(one for one in paper.sheet.data_validations.dataValidation if cell in one.sqref)
    name, _, place = rule.formula1.partition("!")
    left, top, right, bottom = range_boundaries(place)
    rows = paper.book[name.strip("'")].iter_rows(top, bottom, left, right, values_only=True)
    return [value for row in rows for value in row]


# --- what is asked


def test_every_question_has_one_row(paper):
    ids = [cell.value for cell in paper().sheet["A"]][KEY_ROW + 1 :]
    assert ids == [item.id for item in asked_town().items()]


def test_a_role_is_asked_what_names_it(paper):
    book = paper(role_id="DSB")
    assert [cell.value for cell in book.sheet["A"]][KEY_ROW + 1 :] == ["data.one"]
    assert "Data protection" in book.sheet["B1"].value


def test_a_smaller_extent_asks_less(paper):
    assert "strat.four" in [c.value for c in paper(asked_town()).sheet["A"]]
    small = asked_town(extent=Extent.SMALL)
    assert "strat.four" not in [c.value for c in paper(small).sheet["A"]]


def test_nothing_asked_is_a_bug(texts_de):
    with pytest.raises(ValueError, match="nothing is asked"):
        made(asked_town(), texts_de, "KAEM")


def test_question_and_levels_can_be_read_beside_the_answer(paper):
    book = paper()
    assert book.cell("data.one", "question").value == "Title of data.one\ndata.one?"
    levels = book.cell("data.one", "levels").value
    assert levels.split("\n") == [f"{level}  Level {level}" for level in range(5)]
    assert "Nur ohne eigene Server." in book.cell("infra.two", "levels").value


# --- what is offered


def test_answers_are_offered_by_name(paper):
    book = paper()
    assert offered(book, "data.one") == [
        "0 – Nicht vorhanden", "1 – Erste Ansätze", "2 – In Teilen geregelt", "3 – Umgesetzt",
        "4 – Wirksam", "weiß nicht",
    ]  # fmt: skip
    assert offered(book, "infra.two")[-1] == "trifft nicht zu"
    assert offered(book, "data.one", "evidence")[0] == "kein Nachweis"
    assert offered(book, "data.one", "confidence") == ["sicher", "eher sicher", "geschätzt"]


def test_no_list_is_longer_than_excel_allows(paper):
    rules = paper().sheet.data_validations.dataValidation
    assert rules
    for rule in rules:
        assert len(rule.formula1) < 255
        assert not rule.formula1.startswith('"')


# --- what is known already


def test_what_is_known_stands_in_it(paper):
    book = paper(asked_town(WHOLE, answers=[full_answer()]))
    row = {key: book.cell("data.one", key).value for key in book.columns}
    assert row["answer"] == "3 – Umgesetzt"
    assert row["evidence"] == "Dokument oder Link"
    assert (row["pointer"], row["note"]) == ("File 12-3", "Discussed on Monday")
    assert row["confidence"] == "eher sicher"
    assert book.cell("data.two", "answer").value == "weiß nicht"
    assert book.cell("infra.two", "answer").value == "trifft nicht zu"
    assert book.cell("infra.two", "reason").value == "nothing of the kind here"


def test_a_blank_workbook_gives_nothing_away(paper):
    book = paper(asked_town(WHOLE, answers=[full_answer()]), prefill=False)
    inputs = ("answer", "reason", "evidence", "pointer", "confidence", "note")
    assert {book.cell(item.id, key).value for item in asked_town().items() for key in inputs} == {
        None
    }


def test_an_answer_that_is_no_longer_allowed_is_open(paper):
    town = asked_town(answers=[make_answer("infra.one", NOT_APPLICABLE, note="alt")])
    assert paper(town).cell("infra.one", "answer").value is None
    assert paper(town).cell("infra.one", "note").value == "alt"


# --- what can be changed


def test_only_what_is_to_be_filled_in_can_be_changed(paper):
    book = paper()
    inputs = {"answer", "reason", "evidence", "pointer", "confidence", "note"}
    for key in book.columns:
        locked = book.cell("data.one", key).protection.locked
        assert locked is (key not in inputs), key
    guide = book.book["Anleitung"]
    marks = {row[0].value: row[2].protection.locked for row in guide.iter_rows() if row[0].value}
    assert marks == {"respondent": False, "department": False, "day": False}
    assert all(sheet.protection.sheet for sheet in book.book)
    assert all(not sheet.protection.password for sheet in book.book)


def test_what_is_typed_stays_as_it_is_typed(paper):
    formats = {paper().cell("data.one", k).number_format for k in ("answer", "pointer", "note")}
    assert formats == {"@"}


def test_ids_and_facts_are_hidden(paper):
    book = paper()
    assert book.sheet.column_dimensions["A"].hidden
    assert book.sheet.row_dimensions[KEY_ROW].hidden
    states = {sheet.title: sheet.sheet_state for sheet in book.book}
    assert states == {
        "Anleitung": "visible", "Fragen": "visible", "Listen": "hidden", "kiassess": "veryHidden",
    }  # fmt: skip
    rows = {row[0]: row[1] for row in book.book["kiassess"].iter_rows(values_only=True)}
    assert rows["kiassess-fill-in"] == 1
    assert (rows["questionnaire"], rows["version"], rows["language"]) == ("demo", "1.0.0", "de")
    assert rows["assessment"] == asked_town().assessment.id
    assert len(rows["checksum"]) == 32
    assert rows["program"] == "1.2.3"


# --- text of others


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
def test_what_people_typed_stays_text(texts_de, typed):
    town = asked_town(
        WHOLE, municipality=Municipality(f"A{typed}"), answers=[full_answer(note=typed)]
    )
    content = made(town, texts_de)
    book = opened(content)
    note = Paper(content).cell("data.one", "note")
    assert note.data_type in {"s", "n"}
    # openpyxl does not take the escape back that Excel needs
    assert (note.value or "").replace("_x005F_", "_") == cut(plain_text(typed))
    formulas = {
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert all(re.match(r"=(IF\(TRIM|COUNTIF)", str(one)) for one in formulas)
    assert not any("externalLink" in name or "hyperlink" in name for name in parts(content, ""))


def test_a_quote_in_the_questionnaire_breaks_no_formula(paper):
    town = asked_town(WHOLE)
    levels = tuple(
        replace(one, name=f'{one.name} "neu" & mehr') for one in town.questionnaire.levels
    )
    book = paper(replace(town, questionnaire=replace(town.questionnaire, levels=levels)))
    assert offered(book, "data.one")[2] == '2 – In Teilen geregelt "neu" & mehr'


def test_the_same_arguments_give_the_same_bytes(texts_de):
    town = asked_town(WHOLE, answers=[full_answer()])
    one, other = made(town, texts_de), made(town, texts_de)
    assert one == other
    with ZipFile(BytesIO(one)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# --- paper


def test_it_prints_on_a4_with_headings_on_every_page(paper):
    sheet = paper().sheet
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.oddFooter.right.text == "Seite &P von &N"
    assert "Bad Musterbach" in sheet.oddFooter.left.text


def test_on_paper_there_is_a_box_for_every_answer(texts_de):
    book = Paper(blank_workbook(asked_town(WHOLE), None, texts_de, version="1"))
    lines = book.cell("infra.two", "levels").value.split("\n")
    assert [line[:3] for line in lines] == ["☐ 0", "☐ 1", "☐ 2", "☐ 3", "☐ 4", "☐ w", "☐ t"]
    assert lines[-1].endswith("____")
    assert len(book.cell("data.one", "levels").value.split("\n")) == 6
    assert book.cell("data.one", "answer").value is None


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("on_paper", [False, True])
def test_every_word_is_in_the_language(language, on_paper):
    texts = load_texts(bundled().texts, language)
    edition = Library(bundled().questionnaires).load("ki-readiness")
    town = asked_town()
    questionnaire = edition.questionnaire(language)
    whole = OpenAssessment(replace(town.assessment, ai_in_use=AiInUse.NO), questionnaire)
    book = opened(made(whole, texts, prefill=not on_paper, for_print=on_paper))
    sheet = book[QUESTIONS[language]]
    assert sheet.max_row == 4 + 86
    assert max(dimension.height or 0 for dimension in sheet.row_dimensions.values()) < 409
    said = " ".join(
        str(cell.value) for one in book for row in one.iter_rows() for cell in row if cell.value
    )
    assert "fill_in." not in said
    assert "{" not in said


# --- a second opinion


@pytest.fixture
def convert(companion, tmp_path):
    """Let LibreOffice read a workbook and write it in another format."""
    office = companion("soffice")

    def converted(content, suffix):
        source = tmp_path / "ours.xlsx"
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


def test_libreoffice_prints_it_and_counts_the_answers(convert, companion, texts_de):
    book = Paper(made(asked_town({}), texts_de))
    book.fill("data.one", answer="2 – In Teilen geregelt")
    book.fill("data.two", answer=3).fill("infra.one", answer="weiß nicht")
    book.fill("infra.two", answer="trifft nicht zu").fill("strat.one", answer="ungefähr 2")
    document = convert(book.content(), "pdf")
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
    assert found.count("✓") == 3
    assert found.count("offen") == 3
    assert "bitte" in done.stdout
    assert "Seite 2 von" in done.stdout
    assert "###" not in done.stdout
    assert "Err:" not in done.stdout
    assert "#N" not in done.stdout
