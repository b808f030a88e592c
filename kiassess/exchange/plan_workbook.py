"""The plan as a workbook: plan, register of AI systems, use cases, action fields, hints."""

from collections.abc import Callable, Sequence
from io import BytesIO

from kiassess.domain.history import Subject
from kiassess.exchange.plain_text import plain_text
from kiassess.exchange.plan_rows import (
    PlanExport,
    Sheet,
    field_sheet,
    hints,
    plan_sheet,
    register_sheet,
    use_case_sheet,
)
from kiassess.exchange.workbook_cells import Role
from kiassess.exchange.workbook_pages import Book, Page, Paper
from kiassess.exchange.xlsx_pages import XlsxBook
from kiassess.wording.planning import kind_label
from kiassess.wording.texts import Texts

WIDE = Paper(landscape=True, wide=2)  # with number and name repeated
LANDSCAPE = Paper(landscape=True)
SHEETS = ((plan_sheet, WIDE), (register_sheet, WIDE), (use_case_sheet, WIDE))
MONEY = '#,##0.00 "€"'
ANY_NUMBER = "General"
NUMBERS = {  # of fields with another look than their type has
    "cost_cents": MONEY, "kpi_start": ANY_NUMBER, "kpi_target": ANY_NUMBER,
    "kpi_actual": ANY_NUMBER,
}  # fmt: skip
TOP = 4  # row of the headings
NAMED = 2  # columns that tell a row from the others
HINT_WIDTHS = (26, 100)


def plan_workbook(export: PlanExport) -> bytes:
    """The workbook for Excel. Same arguments, same bytes.

    Numbers and days are real ones that are only formatted; what is not known is an empty cell,
    never 0. Where something does not go together, the last sheet says so.
    """
    sheets = [*SHEETS, (field_sheet, LANDSCAPE)]
    return _workbook(export, _title(export), sheets, hints(export))


def register_workbook(export: PlanExport) -> bytes:
    """The same with the register of AI systems only, for those who keep it."""
    title = f"{export.texts('plan_export.sheet_register')}: {_town(export)}"
    late = [one for one in hints(export) if one[0] == "reviews"]
    return _workbook(export, title, [(register_sheet, WIDE)], late)


def _workbook(
    export: PlanExport,
    title: str,
    sheets: Sequence[tuple[Callable[[PlanExport], Sheet], Paper]],
    found: Sequence[tuple[str, str]],
) -> bytes:
    stream, texts = BytesIO(), export.texts
    book = XlsxBook(stream)
    book.describe(
        title=title,
        comments=texts("summary.disclaimer"),
        author=f"kiassess {export.version}",
        created=export.now,
    )
    pages = [(_write(book, export, sheet(export)), paper) for sheet, paper in sheets]
    if found:
        pages.append((_write_hints(book, export, found), LANDSCAPE))
    page_words = texts("workbook.page", page="&P", pages="&N")
    for page, paper in pages:
        page.prepare_paper(paper, title, page_words)
    book.close()
    return stream.getvalue()


def _title(export: PlanExport) -> str:
    return export.texts("plan_export.title", name=_town(export))


def _town(export: PlanExport) -> str:
    return plain_text(export.opened.assessment.municipality.name)


def _write(book: Book, export: PlanExport, sheet: Sheet) -> Page:
    texts, names = export.texts, list(sheet.widths)
    page = _page(book, export, sheet.title, [*sheet.widths.values()])
    if sheet.lead:
        page.write((2, 0), sheet.lead, Role.FACT)
    if not sheet.rows:
        page.write((TOP, 0), texts(f"plan_export.{sheet.empty}"), Role.FACT)
        return page
    titles = [_heading(sheet.subject, name, texts) for name in names]
    rows = [[row[name] for name in names] for row in sheet.rows]
    page.add_table(TOP, titles, rows, name=f"kiassess_{sheet.subject}")
    for column, name in enumerate(names):
        if name in NUMBERS:
            for row, cells in enumerate(rows, start=TOP + 1):
                page.write((row, column), cells[column], number=NUMBERS[name])
    page.freeze(TOP + 1, NAMED)
    page.repeat(TOP, NAMED)
    return page


def _write_hints(book: Book, export: PlanExport, found: Sequence[tuple[str, str]]) -> Page:
    page = _page(book, export, "sheet_hints", HINT_WIDTHS)
    for row, (what, sentence) in enumerate(found, start=3):
        page.write_row(row, [export.texts(f"plan_export.{what}"), sentence])
    return page


def _page(book: Book, export: PlanExport, title: str, widths: Sequence[int]) -> Page:
    texts, name = export.texts, export.texts(f"plan_export.{title}")
    page = book.page(name, widths)
    page.write((0, 0), name, Role.TITLE)
    town, state = export.opened.assessment.municipality.name, export.opened.state
    at = export.now if state is None else state.at
    day = texts("plan_export.as_of", date=texts.day(at.astimezone().date()))
    page.write((1, 0), f"{town} · {day if state is None else f'{state.name}, {day}'}", Role.FACT)
    return page


def _heading(subject: Subject, name: str, texts: Texts) -> str:
    own = name == "number" or (name == "aims" and subject is Subject.PLAN)
    return texts(f"plan_export.{name}") if own else kind_label(subject, name, texts)
