"""The results of an assessment as a workbook, for Excel or as OpenDocument.

Both have the same sheets and cells; charts are in the one for Excel only. Writing the file is a
separate step.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from kiassess.exchange.answers_sheet import write_answers
from kiassess.exchange.gates_sheet import write_gates
from kiassess.exchange.guide_sheet import write_guide
from kiassess.exchange.measures_sheet import write_measures
from kiassess.exchange.ods_pages import OdsBook
from kiassess.exchange.open_sheet import write_open
from kiassess.exchange.overview_sheet import CHART_PX, new_overview, write_overview
from kiassess.exchange.plain_text import plain_text
from kiassess.exchange.profile_charts import add_bars, add_charts
from kiassess.exchange.profile_sheet import WrittenProfile, write_profile
from kiassess.exchange.results import Results
from kiassess.exchange.trace_sheet import write_trace
from kiassess.exchange.voices_sheet import write_voices
from kiassess.exchange.workbook_pages import Book, Page, Paper
from kiassess.exchange.xlsx_pages import XlsxBook, XlsxPage

ONE_PAGE = Paper(landscape=False, tall=1)  # so that no chart is cut
LANDSCAPE = Paper(landscape=True)
LISTS = Paper(landscape=True, wide=3)  # with the titles of the questions repeated
LIST_SHEETS: tuple[tuple[Callable[[Book, Results], Page], Paper], ...] = (
    (write_answers, LISTS),
    (write_voices, LISTS),
    (write_trace, LANDSCAPE),
    (write_gates, LANDSCAPE),
    (write_open, Paper(landscape=True, wide=2)),
    (write_measures, LANDSCAPE),
    (write_guide, Paper(landscape=False)),
)


@dataclass(frozen=True, slots=True)
class _Written:
    """What charts are put on."""

    overview: Page
    chart_row: int
    profile: WrittenProfile


def results_workbook(results: Results) -> bytes:
    """The workbook for Excel, with native charts and results beside the formulas.

    Numbers and dates are real ones that are only formatted, so that the reader can go on
    calculating; what is not known is an empty cell, never 0. The quick check gives tendencies
    and neither charts nor a calculation. Same arguments, same bytes.
    """
    stream = BytesIO()
    book = XlsxBook(stream)
    book.describe(**_properties(results), created=results.now)
    written = _write_sheets(book, results, charts=True)
    overview, profile = written.overview, written.profile
    if not results.profile.tendencies_only:
        assert isinstance(overview, XlsxPage)
        assert isinstance(profile.page, XlsxPage)
        facts = results.profile, results.texts
        ranges = add_charts(profile.page, profile.end, profile.blocks, *facts)
        add_bars(overview, written.chart_row, ranges, *facts, size_px=CHART_PX)
    book.close()
    return stream.getvalue()


def results_ods(results: Results) -> bytes:
    """The same as an OpenDocument spreadsheet, without charts. Same arguments, same bytes."""
    book = OdsBook(results.texts.language, **_properties(results), created=results.now)
    _write_sheets(book, results, charts=False)
    return book.content()


def _properties(results: Results) -> dict[str, str]:
    texts = results.texts
    name = plain_text(results.opened.assessment.municipality.name)
    return {
        "title": texts("workbook.title", name=name),
        "comments": texts("summary.disclaimer"),
        "author": f"kiassess {results.version}",
    }


def _write_sheets(book: Book, results: Results, *, charts: bool) -> _Written:
    """Write all sheets in the order of their tabs, and lay them out on paper."""
    texts, opened = results.texts, results.opened
    overview = new_overview(book, texts)
    chart_row = write_overview(overview, results, charts=charts)
    profile = write_profile(book, results)
    pages = [(overview, ONE_PAGE), (profile.page, ONE_PAGE)]
    for write, paper in LIST_SHEETS:
        if write is write_trace and results.profile.tendencies_only:
            continue  # there are no values to work out
        if write is write_voices and not opened.voices:
            continue
        pages.append((write(book, results), paper))
    footer = f"{opened.assessment.municipality.name} · {texts.day(opened.assessment.round_date)}"
    page_words = texts("workbook.page", page="&P", pages="&N")
    for page, paper in pages:
        page.prepare_paper(paper, footer, page_words)
    return _Written(overview, chart_row, profile)
