"""Interpretation of values, and the glossary: texts alone."""

import re
from collections.abc import Collection, Mapping

from kiassess.content.fields import Fields, table
from kiassess.content.measure_fields import TEXT_LENGTH, report_leftovers
from kiassess.content.problems import Source
from kiassess.domain.guidance import BANDS, Band, BlockGuidance, Term

TERM_ID = re.compile(r"[a-z0-9-]+")


def read_guidance(texts: Source, *, blocks: Collection[str]) -> dict[str, BlockGuidance]:
    """What the value of every building block means; what is wrong is noted in the source."""
    found = {}
    names = [f"band_{number}" for number in range(BANDS)]
    for block in blocks:
        f = table(texts, "block", block)
        f.only("strength", "weakness", "foundation", *names)
        found[block] = BlockGuidance(
            bands=tuple(_band(table(texts, "block", block, name)) for name in names),
            strength=f.text("strength", most=TEXT_LENGTH),
            weakness=f.text("weakness", most=TEXT_LENGTH),
            foundation=f.text("foundation", most=TEXT_LENGTH),
        )
    report_leftovers(texts, "block", blocks)
    return found


def _band(f: Fields) -> Band:
    f.only("meaning", "next")
    return Band(f.text("meaning", most=TEXT_LENGTH), f.text("next", most=TEXT_LENGTH))


def read_terms(texts: Source) -> dict[str, Term]:
    """The glossary by term id; what is wrong is noted in the source."""
    found = {}
    rows = texts.data.get("term", {})
    for term_id in rows if isinstance(rows, Mapping) else ():
        f = table(texts, "term", term_id)
        f.only("name", "meaning", "also")
        if not TERM_ID.fullmatch(term_id):
            f.report("", "term_id", id=term_id)
        found[term_id] = Term(
            term_id, f.text("name"), f.text("meaning", most=TEXT_LENGTH), f.texts("also")
        )
    return found
