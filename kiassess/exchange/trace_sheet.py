"""The sheet that works out every value again, with formulas a reader can follow and try out.

Levels stand once, in the areas; building blocks fetch them from there. So one level changed by
hand changes every value it feeds, and nothing outside this sheet. The quick check gives no
numbers and gets no such sheet.
"""

from xlsxwriter.utility import xl_rowcol_to_cell

from kiassess.domain.assessment import AnswerState
from kiassess.domain.kinds import LEVELS
from kiassess.domain.trace import LeftOut, Trace, TraceRow, trace_area, trace_block
from kiassess.exchange.results import Results
from kiassess.exchange.trace_results import TEXT, WHOLE, Items, quoted, write_results
from kiassess.exchange.workbook_cells import Role
from kiassess.exchange.workbook_pages import Book, Page
from kiassess.wording.texts import Texts
from kiassess.wording.trace import left_out_words

ITEM, FACET, WEIGHT, LEVEL, STATE, APPLICABLE, ANSWERED, POINTS, COUNTS = range(9)
WIDTHS = (40, 14, 14, 14, 14, 14, 14, 14, 44)
HEADINGS = (
    "trace.item",
    "trace.facet",
    "trace.weight",
    "answers.level",
    "answers.state",
    "trace.sum_applicable",
    "trace.sum_answered",
    "trace.points",
    "trace.counts",
)
NUMBER_COLUMNS = (WEIGHT, LEVEL, APPLICABLE, ANSWERED, POINTS)


def write_trace(book: Book, results: Results) -> Page:
    """Write areas with their items and levels, then building blocks that fetch those levels.

    Raises:
        ValueError: The assessment is a quick check.
    """
    opened, texts = results.opened, results.texts
    name = texts("trace.sheet")
    page = book.page(name, WIDTHS)
    page.write((0, 0), name, Role.TITLE)
    page.write_wide(1, texts("trace.sheet_lead"))
    page.write_wide(2, texts("trace.sheet_try"))
    sheet = _Sheet(page, texts, row=4)
    sheet.write_title(texts("workbook.areas"))
    for area in opened.questionnaire.areas:
        sheet.write_value(trace_area(area.id, opened))
    sheet.write_title(texts("workbook.blocks"))
    for block in opened.questionnaire.blocks:
        sheet.write_value(trace_block(block, opened))
    return page


class _Sheet:
    """Writes one value below the other and knows where the levels stand."""

    def __init__(self, page: Page, texts: Texts, row: int) -> None:
        self._page, self._texts, self._row = page, texts, row
        self._rows_of: dict[str, int] = {}  # where the level of an item stands

    def write_title(self, title: str) -> None:
        """Write what the values below have in common."""
        self._page.write((self._row, 0), title, Role.TITLE)
        self._row += 2

    def write_value(self, trace: Trace) -> None:
        """Write the items behind a value and the formulas below them."""
        if not trace.rows and trace.of_area:
            return  # not asked in this extent, and so not in the profile
        self._page.write((self._row, 0), trace.name, Role.SECTION)
        self._row += 1
        if not trace.rows:
            self._page.write_wide(self._row, self._texts("trace.nothing_applies"))
            self._row += 2
            return
        self._write_headings()
        first = self._row
        facets = {half.facet_id: half.name for half in trace.halves}
        for row in trace.rows:
            self._write_item(row, facets.get(row.facet_id, ""))
        items = Items(first, self._row - 1, FACET, APPLICABLE, ANSWERED, POINTS)
        place = (self._row + 1, FACET)
        self._row = 1 + write_results(self._page, place, trace, items, self._texts)

    def _write_headings(self) -> None:
        words = [self._texts(key) for key in HEADINGS]
        self._page.write_row(self._row, words, Role.HEADING)
        for column in NUMBER_COLUMNS:
            self._page.write((self._row, column), words[column], Role.HEADING_OF_NUMBERS)
        self._row += 1

    def _write_item(self, row: TraceRow, facet: str) -> None:
        page, here = self._page, self._row
        words = left_out_words(row, self._texts)
        page.write((here, ITEM), row.item.title)
        page.write((here, FACET), facet)
        page.write((here, WEIGHT), row.weight)
        if row.item.id in self._rows_of:
            self._fetch_level(row)
        else:
            self._write_level(row)
        weight, level, state = (xl_rowcol_to_cell(here, c) for c in (WEIGHT, LEVEL, STATE))
        known = f"ISNUMBER({level})"
        excluded = quoted(self._texts(f"state.{AnswerState.NOT_APPLICABLE}"))
        applicable = f"=IF(OR({known},{state}<>{excluded}),{weight},0)"
        weighs = row.weight if row.applies else 0
        page.write_formula((here, APPLICABLE), applicable, weighs, number=WHOLE)
        answered = f"=IF({known},{weight},0)"
        weighs = row.weight if row.counted else 0
        page.write_formula((here, ANSWERED), answered, weighs, number=WHOLE)
        points = None if row.level is None else row.weight * row.level
        product = f'=IF({known},{weight}*{level},"")'
        page.write_formula((here, POINTS), product, points, number=WHOLE)
        page.write_formula((here, COUNTS), self._why(known, state), words, number=TEXT)
        page.fit_row(here, [row.item.title, *[None] * (COUNTS - 1), words])
        self._row += 1

    def _write_level(self, row: TraceRow) -> None:
        """The one place where the level of an item can be changed."""
        here = self._row
        self._rows_of[row.item.id] = here
        self._page.write((here, LEVEL), row.level, number=WHOLE)
        self._page.write((here, STATE), self._texts(f"state.{row.state}"))
        self._page.offer((here, LEVEL), LEVELS)

    def _fetch_level(self, row: TraceRow) -> None:
        source = self._rows_of[row.item.id]
        level, state = (xl_rowcol_to_cell(source, column) for column in (LEVEL, STATE))
        fetched = f'=IF(ISNUMBER({level}),{level},"")'
        self._page.write_formula((self._row, LEVEL), fetched, row.level, number=WHOLE)
        words = self._texts(f"state.{row.state}")
        self._page.write_formula((self._row, STATE), f"={state}", words, number=TEXT)

    def _why(self, known: str, state: str) -> str:
        """The words of ``left_out_words`` as a formula; what is neither of two is open."""
        say = {why: quoted(self._texts(f"trace.left_{why}")) for why in LeftOut}
        formula = say[LeftOut.OPEN]
        for why in (LeftOut.UNKNOWN, LeftOut.NOT_APPLICABLE):
            formula = f"IF({state}={quoted(self._texts(f'state.{why}'))},{say[why]},{formula})"
        return f"=IF({known},{quoted(self._texts('trace.counted'))},{formula})"
