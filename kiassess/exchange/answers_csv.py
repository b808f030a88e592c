"""The answers as CSV, as spreadsheets of German offices open it with a double click."""

import csv
import io
import re
from collections.abc import Mapping
from datetime import date, datetime

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.legal import LegalTable
from kiassess.exchange.answer_rows import Value, answer_rows, headings
from kiassess.exchange.plain_text import cut, plain_text
from kiassess.wording.texts import Texts

# A spreadsheet takes a cell that begins like this for a formula, quoted or not. Blanks and
# invisible characters before it may be skipped by a spreadsheet; so they are skipped here.
_FORMULA = re.compile(
    "[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\\-@|%＝＋－＠｜％]|[\t\n\r]"
)


def answers_csv(
    opened: OpenAssessment,
    legal: LegalTable | None,
    texts: Texts,
    *,
    changed: Mapping[str, datetime],
) -> bytes:
    """One line an item with every stored field; see ``answer_rows`` for the arguments.

    UTF-8 with a byte order mark, ``;`` between fields, CRLF at the ends of lines. Text that a
    spreadsheet would take for a formula begins with ``'``. Times are those of this computer.
    """
    stream = io.StringIO()
    # Quotes around every text: no other separator than ours can cut it into cells.
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(headings(texts))
    day = "%d.%m.%Y" if texts.language == "de" else "%Y-%m-%d"
    for row in answer_rows(opened, legal, texts, changed):
        writer.writerow([_field(value, day) for value in row])
    return stream.getvalue().encode("utf-8-sig")


def _field(value: Value, day: str) -> str | int:
    match value:
        case None:
            return ""
        case int():
            return value
        case datetime():
            return value.strftime(f"{day} %H:%M")
        case date():
            return value.strftime(day)
        case _:
            return guarded(value)


def guarded(text: str) -> str:
    """A text as a field that no spreadsheet takes for a formula."""
    cleaned = plain_text(text)
    return cut(f"'{cleaned}" if _FORMULA.match(cleaned) else cleaned)
