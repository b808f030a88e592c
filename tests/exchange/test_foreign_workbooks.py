"""Workbooks of other tools: refused with their own sentence before anybody gets impatient."""

import time
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from fill_ins import KEY_ROW, OdsPaper, Paper, asked_town, made
from hostile_workbooks import ods, ods_table, xlsx_parts, zipped

from kiassess.domain.errors import ForeignWorkbookError, TooLargeFileError
from kiassess.exchange.fill_in_meta import read_meta
from kiassess.exchange.fill_in_table import has_table, marks_of
from kiassess.exchange.workbook_reading import WorkbookReader, read_workbook
from kiassess.workflow.importing import refusals

SECONDS = 2.0


@cache
def numbers():
    """A million numbers in one sheet."""
    row = "".join(f"<c><v>{number}.5</v></c>" for number in range(100, 116))
    return zipped(xlsx_parts(f"<row>{row}</row>" * 62_500))


@cache
def texts_on_60_sheets():
    """An assessment of another kind: questions and answers on each of sixty sheets."""
    row = (
        '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><v>Wie gut ist das geregelt?</v></c>'
    )
    shared = "<si><t>Frage</t></si><si><t>Reifegrad</t></si>"
    names = [f"Bereich {number}" for number in range(60)]
    return zipped(xlsx_parts(f"<row>{row * 3}</row>" * 1_000, shared=shared, sheets=names))


@cache
def numbers_as_ods():
    """Almost as many as may be looked at at all."""
    cell = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p>'
    row = f"<table:table-row>{f'{cell}</table:table-cell>' * 16}</table:table-row>"
    return ods(ods_table(row * 60_000))


@cache
def dense():
    """As many numbers as fit into few bytes."""
    return zipped(xlsx_parts(f"<row>{'<c><v>1</v></c>' * 60}</row>" * 4_200))


FOREIGN = {
    "dense": (dense, "xlsx"),
    "numbers": (numbers, "xlsx"),
    "sixty sheets": (texts_on_60_sheets, "xlsx"),
    "ods": (numbers_as_ods, "ods"),
}


@pytest.fixture(params=FOREIGN)
def foreign(request, tmp_path):
    """A large workbook of another tool."""
    make, suffix = FOREIGN[request.param]
    file = tmp_path / f"Reifegrad.{suffix}"
    file.write_bytes(make())
    return file


def test_a_large_one_is_refused_in_a_moment(foreign, texts_de, texts_en):
    marks = marks_of([texts_de, texts_en])
    started = time.perf_counter()
    with WorkbookReader(marks=marks) as reader, pytest.raises(ForeignWorkbookError) as caught:
        reader.read(foreign)
    assert time.perf_counter() - started < SECONDS
    assert caught.value.values == {"file": foreign.name}


def test_without_a_workspace_it_is_refused_in_the_same_words(foreign):
    started = time.perf_counter()
    (found,) = refusals([foreign])
    assert time.perf_counter() - started < SECONDS
    assert isinstance(found.error, ForeignWorkbookError)


def test_what_is_larger_than_anything_is_not_looked_through(tmp_path, texts_de):
    file = tmp_path / "riesig.xlsx"
    file.write_bytes(zipped(xlsx_parts("<row/>" * 17_000_000)))
    with WorkbookReader(marks=marks_of([texts_de])) as reader, pytest.raises(TooLargeFileError):
        reader.read(file)


def heavier(content):
    """The same workbook with much beside it."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        new.writestr("docProps/more.xml", f"<more>{' ' * 8_000_000}</more>")
    return stream.getvalue()


def without_facts(paper):
    """The hidden sheet is gone."""
    del paper.book["kiassess"]


def without_facts_and_keys(paper):
    """The hidden sheet is gone, and the hidden row too."""
    without_facts(paper)
    for cell in paper.sheet[KEY_ROW]:
        cell.value = None


@pytest.mark.parametrize("spoil", [None, without_facts, without_facts_and_keys])
@pytest.mark.parametrize("on_paper", [False, True])
@pytest.mark.parametrize("language", ["de", "en"])
def test_ours_is_read_however_large(tmp_path, texts_de, texts_en, language, on_paper, spoil):
    texts = {"de": texts_de, "en": texts_en}
    content = made(asked_town({}), texts[language], for_print=on_paper)
    if spoil is not None:
        paper = Paper(content, language)
        spoil(paper)
        content = paper.content()
    file = tmp_path / "Mappe.xlsx"
    file.write_bytes(heavier(content))
    with WorkbookReader(marks=marks_of([texts_de, texts_en])) as reader:
        book = reader.read(file)
    assert any(has_table(sheet, [texts_de, texts_en]) for sheet in book.sheets)
    assert (read_meta(book) is None) is (spoil is not None)


def test_ours_is_read_as_an_ods_however_large(tmp_path, texts_de):
    file = tmp_path / "Mappe.ods"
    content = made(asked_town({}), texts_de, file_format="ods")
    file.write_bytes(heavier(OdsPaper(content).fill("data.one", answer=3).content()))
    with WorkbookReader(marks=marks_of([texts_de])) as reader:
        assert read_meta(reader.read(file)) is not None


def test_who_wants_any_workbook_gets_a_large_one(tmp_path):
    file = tmp_path / "Haushalt.xlsx"
    file.write_bytes(heavier(zipped(xlsx_parts())))
    assert read_workbook(file).sheets[0].rows == ((3,),)
