"""Which alias of an anonymous comparison is whom: a table apart, for whoever made it."""

import csv
import io
from collections.abc import Iterable, Sequence

from kiassess.exchange.answers_csv import guarded


def alias_key_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """One line an assessment; written as ``answers_csv`` is."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows([guarded(field) for field in row] for row in (headings, *rows))
    return stream.getvalue().encode("utf-8-sig")
