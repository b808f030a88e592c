"""What a workbook of ours says of itself to whoever reads it: whose it is, and what for."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kiassess.exchange.workbook_reading import Workbook
from kiassess.wording.texts import Texts

LONGEST_NAME = 60
_WHO = " – "  # behind the name in the headings of the questions
_GAP = "\N{OBJECT REPLACEMENT CHARACTER}"


def named_town(book: Workbook, texts: Sequence[Texts]) -> str:
    """The municipality a workbook names in its title; ``""`` if it names none.

    Args:
        book: The workbook.
        texts: The sentences, once for each language.
    """
    titles = [_pattern(one("fill_in.title", name=_GAP)) for one in texts]
    for sheet in book.sheets:
        for row in sheet.rows:
            for cell in row:
                for title in titles if isinstance(cell, str) else ():
                    if found := title.fullmatch(str(cell)):
                        return found[1].partition(_WHO)[0].strip()
    return ""


def has_results(book: Workbook, texts: Sequence[Texts]) -> bool:
    """Whether a workbook is one with results, by what its guide tells of the assessment.

    Args:
        book: The workbook.
        texts: The sentences, once for each language.
    """
    heads = {(one("stored.heading"), one("stored.id")) for one in texts}
    firsts = [[row[0] if row else None for row in sheet.rows] for sheet in book.sheets]
    return any(pair in heads for first in firsts for pair in pairwise(first))


def _pattern(title: str) -> re.Pattern[str]:
    before, _, after = title.partition(_GAP)
    name = rf"([^\W\d_][^\r\n\t]{{0,{LONGEST_NAME - 1}}})"
    return re.compile(re.escape(before) + name + re.escape(after))
