"""Pairs of answers that hardly go together, and the texts."""

import re
from collections.abc import Collection

from kiassess.content.fields import Fields, optional_tables, table
from kiassess.content.measure_fields import report_leftovers
from kiassess.content.problems import Source
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.plausibility import Pair

PAIR_ID = re.compile(r"p\.[a-z]+(-[a-z]+)*")
FINDING_LENGTH, QUESTION_LENGTH = 220, 180
RAISED = range(1, TOP_LEVEL + 1)  # nothing is below level 0, and everything reaches it


def read_pairs(facts: Source, texts: Source, *, items: Collection[str]) -> dict[str, Pair]:
    """All pairs by id; whatever is wrong is noted in the two sources.

    A pair without two known items is left out.
    """
    found = {}
    rows = optional_tables(facts, "pair")
    for f in rows:
        pair = _pair(f, texts, items)
        if pair is not None:
            found[pair.id] = pair
    report_leftovers(texts, "pair", [f.table.get("id", "") for f in rows])
    return found


def _pair(f: Fields, texts: Source, items: Collection[str]) -> Pair | None:
    f.only("id", "first", "at_least", "second", "below")
    pair_id = f.text("id")
    if pair_id and not PAIR_ID.fullmatch(pair_id):
        f.report("id", "pair_id", id=pair_id)
    first, second = _known(f, "first", items), _known(f, "second", items)
    if first and first == second:
        f.report("second", "same_item", id=second)
    at_least, below = f.number("at_least", allowed=RAISED), f.number("below", allowed=RAISED)
    text = table(texts, "pair", pair_id)
    text.only("finding", "question")
    finding = text.text("finding", most=FINDING_LENGTH)
    question = text.text("question", most=QUESTION_LENGTH)
    if not first or not second or first == second:
        return None
    return Pair(pair_id, first, at_least, second, below, finding, question)


def _known(f: Fields, key: str, items: Collection[str]) -> str:
    """The id of an item, ``""`` for a wrong one."""
    named = f.text(key)
    if named and named not in items:
        f.report(key, "unknown_item", id=named)
        return ""
    return named
