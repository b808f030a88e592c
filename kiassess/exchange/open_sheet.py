"""The sheet with what nobody knows yet: whom to ask, and what would help."""

from collections.abc import Iterator

from kiassess.domain.interview import Interview, interview_plan
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.workbook_pages import Book, Page

WIDTHS = (28, 28, 46, 18, 12, 20, 30, 44, 38, 20)
HEADINGS = (
    "open_sheet.ask",
    "answers.title",
    "answers.question",
    "answers.area",
    "answers.state",
    "workbook.gate",
    "open_sheet.also",
    "open_sheet.evidence",
    "answers.note",
    "answers.responsible",
)
TOP = 3


def write_open(book: Book, results: Results) -> Page:
    """Write one row a question that is open or unknown, grouped by who most likely knows."""
    texts = results.texts
    name = texts("open_sheet.sheet")
    page = book.page(name, WIDTHS)
    page.write((0, 0), name, Role.TITLE)
    plan = interview_plan(results.opened)
    if not plan:
        page.write((1, 0), texts("open_sheet.nothing"), Role.FACT)
        return page
    questions = sum(len(one.items) for one in plan)
    minutes = sum(one.minutes for one in plan)
    page.write((1, 0), texts("interview.lead", n=questions, minutes=minutes), Role.FACT)
    rows = [row for interview in plan for row in _rows(interview, results)]
    page.add_table(TOP, [texts(key) for key in HEADINGS], rows, name="kiassess_open")
    page.freeze(TOP + 1, 2)
    page.repeat(TOP, 2)
    return page


def _rows(interview: Interview, results: Results) -> Iterator[tuple[Cell, ...]]:
    opened, texts = results.opened, results.texts
    for one in interview.items:
        answer = opened.answer(one.item.id)
        yield (
            interview.role_name or texts("interview.nobody"),
            one.item.title,
            one.item.question,
            opened.questionnaire.area_of(one.item.id).name,
            texts(f"state.{one.state}"),
            texts("answers.yes" if one.item.gate else "answers.no"),
            ", ".join(one.also_know),
            "; ".join(one.item.evidence),
            answer.note,
            answer.responsible,
        )
