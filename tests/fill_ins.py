"""Fill-in workbooks in the hands of people: filled in, rearranged, read back."""

from dataclasses import replace
from io import BytesIO

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
