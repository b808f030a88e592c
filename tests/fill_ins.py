"""Fill-in workbooks in the hands of people: filled in, rearranged, read back."""

import re
from dataclasses import replace
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook, SheetVisibleEnum
from towns import small_questionnaire, small_town

from kiassess.domain.kinds import NotApplicableRule
from kiassess.domain.questionnaire import LevelName
from kiassess.exchange.fill_in_workbook import fill_in_workbook
from kiassess.exchange.workbook_reading import Sheet, Workbook

QUESTIONS = {"de": "Fragen", "en": "Questions"}
NAMES = ("Nicht vorhanden", "Erste Ansätze", "In Teilen geregelt", "Umgesetzt", "Wirksam")
KEY_ROW = 3


def asked_town(given=None, **facts):
    """A town whose levels have German names, and whose item ``data.one`` has a condition."""
    town = small_town(given, **facts)
    return replace(town, questionnaire=german())


def german():
    """The small questionnaire with German names of levels."""
    questionnaire = small_questionnaire()
    levels = tuple(LevelName(name, f"Das heißt {name}.") for name in NAMES)
    areas = tuple(
        replace(area, items=tuple(map(_with_condition, area.items))) for area in questionnaire.areas
    )
    return replace(questionnaire, language="de", levels=levels, areas=areas)


def _with_condition(item):
    if item.not_applicable is NotApplicableRule.NEVER:
        return item
    return replace(item, not_applicable_condition="Nur ohne eigene Server.")


def made(town, texts, role_id=None, **more):
    """A workbook as it is handed out."""
    return fill_in_workbook(town, role_id, texts, version="1.2.3", **more)


class Paper:
    """A workbook somebody fills in; columns by their key, rows by their id."""

    def __init__(self, content, language="de"):
        self.book = load_workbook(BytesIO(content))
        self.sheet = self.book[QUESTIONS[language]]
        self.columns = {
            cell.value: cell.column for cell in self.sheet[KEY_ROW] if cell.value is not None
        }

    def row(self, item_id):
        """The row of an item."""
        cells = self.sheet[get_column_letter(self.columns["id"])]
        return next(cell.row for cell in cells if cell.value == item_id)

    def cell(self, item_id, key):
        """A cell."""
        return self.sheet.cell(self.row(item_id), self.columns[key])

    def fill(self, item_id, **values):
        """Fill in some cells of a row; text stays text."""
        for key, value in values.items():
            cell = self.cell(item_id, key)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
        return self

    def content(self):
        """The file."""
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def read(self, name="Mappe.xlsx"):
        """What comes back."""
        return read_back(self.content(), name)


_ROW = re.compile("<table:table-row.*?</table:table-row>", re.DOTALL)
_CELL = re.compile(
    "<table:covered-table-cell/>|<table:table-cell/>|<table:table-cell.*?</table:table-cell>",
    re.DOTALL,
)


class OdsPaper:
    """An OpenDocument workbook somebody fills in, as ``Paper``; the rest of its XML stays."""

    def __init__(self, content):
        with ZipFile(BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.xml = self.parts["content.xml"].decode("utf-8")
        keys = next(row for row in self.rows() if "<text:p>answer</text:p>" in row)
        texts = [re.search("<text:p>(.*?)</text:p>", cell) for cell in _CELL.findall(keys)]
        self.columns = {found[1]: n for n, found in enumerate(texts) if found}

    def rows(self):
        """All rows of all sheets."""
        return _ROW.findall(self.xml)

    def cell(self, item_id, key):
        """A cell, as XML."""
        return _CELL.findall(self._row(item_id))[self.columns[key]]

    def fill(self, item_id, **values):
        """Fill in some cells of a row, as LibreOffice does: numbers stay text in these cells."""
        for key, value in values.items():
            self._put(self._row(item_id), self.columns[key], str(value))
        return self

    def sign(self, **values):
        """Fill in some of the fields about the one who fills in."""
        for mark, value in values.items():
            row = next(row for row in self.rows() if f"<text:p>{mark}</text:p>" in row)
            self._put(row, 2, value)
        return self

    def content(self):
        """The file."""
        stream = BytesIO()
        with ZipFile(stream, "w") as archive:
            for name, part in (self.parts | {"content.xml": self.xml.encode()}).items():
                archive.writestr(name, part)
        return stream.getvalue()

    def _row(self, item_id):
        start = f"<text:p>{item_id}</text:p>"
        return next(row for row in self.rows() if start in _CELL.findall(row)[0])

    def _put(self, row, place, text):
        cells = _CELL.findall(row)
        head = re.sub(' office:value-type="string"', "", cells[place].partition(">")[0])
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
        cell = f'{head} office:value-type="string">{lines}</table:table-cell>'
        cells[place] = cell if text else f"{head}></table:table-cell>"
        start = row[: row.index("<table:table-cell")]
        self.xml = self.xml.replace(row, f"{start}{''.join(cells)}</table:table-row>")


def read_back(content, name="Mappe.xlsx"):
    """A workbook as the guarded reader gives it, read within this process."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    sheets = []
    for facts in book.sheets_metadata:
        rows = book.get_sheet_by_name(facts.name).to_python(skip_empty_area=False)
        hidden = facts.visible is not SheetVisibleEnum.Visible
        sheets.append(Sheet(facts.name, hidden, tuple(_trimmed(row) for row in rows)))
    return Workbook(name, tuple(sheets))


def _trimmed(row):
    cells = [None if cell == "" else cell for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)
