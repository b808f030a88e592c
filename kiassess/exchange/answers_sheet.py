"""The sheet with the answers: one row an item, every stored field, to sort and filter."""

from kiassess.exchange.answer_rows import COLUMNS, answer_rows, headings
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_pages import Book, Page

WIDTHS = {  # in characters
    "id": 18,
    "title": 24,
    "area": 16,
    "question": 38,
    "state": 13,
    "level": 8,
    "level_name": 16,
    "level_text": 44,
    "reason": 24,
    "note": 38,
    "evidence_type": 18,
    "evidence_pointer": 26,
    "evidence_date": 12,
    "confidence": 12,
    "delivery": 18,
    "responsible": 18,
    "target": 10,
    "default_target": 16,
    "changed_at": 17,
    "roles": 28,
    "legal": 24,
    "asked": 10,
}
FROZEN_COLUMNS = 2  # id and title


def write_answers(book: Book, results: Results) -> Page:
    """Write the rows of ``answer_rows``, which see, with their headings."""
    texts = results.texts
    page = book.page(texts("workbook.sheet_answers"), [WIDTHS[column] for column in COLUMNS])
    rows = answer_rows(results.opened, results.legal, texts, results.changed)
    page.add_table(0, headings(texts), rows, name="kiassess_answers")
    page.freeze(1, FROZEN_COLUMNS)
    page.repeat(0, FROZEN_COLUMNS)
    return page
