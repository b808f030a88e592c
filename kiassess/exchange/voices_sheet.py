"""The sheet with what several respondents say: one row a voice, every stored field."""

from kiassess.exchange.answer_rows import VOICE_COLUMNS, voice_headings, voice_rows
from kiassess.exchange.answers_sheet import FROZEN_COLUMNS, WIDTHS
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_pages import Book, Page

VOICE_WIDTHS = {**WIDTHS, "respondent": 24, "role": 20, "given_at": 17}  # in characters


def write_voices(book: Book, results: Results) -> Page:
    """Write the rows of ``voice_rows``, which see, with their headings."""
    texts = results.texts
    widths = [VOICE_WIDTHS[column] for column in VOICE_COLUMNS]
    page = book.page(texts("voices_sheet.sheet"), widths)
    rows = voice_rows(results.opened, texts)
    page.add_table(0, voice_headings(texts), rows, name="kiassess_voices")
    page.freeze(1, FROZEN_COLUMNS)
    page.repeat(0, FROZEN_COLUMNS)
    return page
