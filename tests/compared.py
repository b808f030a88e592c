"""Comparisons for charts: towns whose answers are all alike, so that their values are known."""

from dataclasses import replace
from datetime import date

from builders import UNKNOWN
from towns import small_questionnaire

from kiassess.domain.assessment import AiInUse
from kiassess.domain.compared_round import ComparedRound
from kiassess.domain.comparison import compare
from kiassess.domain.kinds import Extent
from kiassess.domain.levels_row import NOT_APPLICABLE, OPEN
from kiassess.domain.levels_row import UNKNOWN as NOT_KNOWN
from kiassess.domain.municipality import Municipality
from kiassess.domain.shown_comparison import ShownComparison
from kiassess.wording.comparing import names

SIGNS = {UNKNOWN: NOT_KNOWN, "N": NOT_APPLICABLE, None: OPEN}
QUESTIONNAIRE = small_questionnaire()
IDS = [item.id for item in QUESTIONNAIRE.items()]


def town(level, name="Ort", *, number=1, population=1_000, day=date(2026, 3, 2), **facts):
    """A round of a town that has answered every question alike, or as said by item id.

    Args:
        level: 0–4, ``UNKNOWN``, ``"N"`` (does not apply) or ``None`` (open); or these by item id.
        name: Of the town.
        number: What tells it from others.
        population: Of the town.
        day: Of the round.
        facts: What else is to be different in the ``ComparedRound``.
    """
    given = level if isinstance(level, dict) else dict.fromkeys(IDS, level)
    signs = [given.get(item_id) for item_id in IDS]
    made = ComparedRound(
        id=f"{number:08}-{day}",
        municipality=Municipality(name, key=f"{number:08}", population=population),
        edition=1,
        extent=Extent.FULL,
        round_date=day,
        levels=bytes(SIGNS.get(sign, sign) for sign in signs),
        ai_in_use=AiInUse.YES,
    )
    return replace(made, **facts)


def towns_of(*levels, **facts):
    """One town for each level: Ort 1, Ort 2 …."""
    return [town(level, f"Ort {n}", number=n, **facts) for n, level in enumerate(levels, 1)]


def shown(rounds, texts, questionnaire=QUESTIONNAIRE, **more):
    """What charts of a comparison are drawn from; anonymous ones call everybody by a number."""
    comparison = compare(rounds, {1: questionnaire})
    numbers = range(1, len(rounds) + 1) if more.get("anonymous") else None
    return ShownComparison(comparison, tuple(names(comparison, texts, numbers)), **more)
