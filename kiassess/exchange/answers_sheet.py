"""The sheet with the answers: one row an item, every stored field, to sort and filter."""

from collections.abc import Mapping
from datetime import datetime

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.legal import LegalTable
from kiassess.exchange.answer_rows import COLUMNS, answer_rows, headings
from kiassess.exchange.workbook_cells import Book, Page
from kiassess.wording.texts import Texts

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


def write_answers(
    book: Book,
    opened: OpenAssessment,
    legal: LegalTable | None,
    texts: Texts,
    *,
    changed: Mapping[str, datetime],
) -> Page:
    """Write the rows of ``answer_rows``, which see, with their headings."""
    name = texts("workbook.sheet_answers")
    page = Page(book, name, [WIDTHS[column] for column in COLUMNS])
    rows = answer_rows(opened, legal, texts, changed)
    page.add_table(0, headings(texts), rows, name="kiassess_answers")
    page.sheet.freeze_panes(1, FROZEN_COLUMNS)
    page.sheet.repeat_rows(0)
    page.sheet.repeat_columns(0, FROZEN_COLUMNS - 1)
    return page
