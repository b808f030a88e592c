"""File names for what is handed out: readable, and possible on every system."""

import re

from kiassess.domain.assessment import Assessment

LONGEST_NAME = 120  # characters, suffix included
LONGEST_WHO = 50
ROOM_FOR_NUMBER = 6  # for what ``numbered`` adds
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def suggested_name(assessment: Assessment, suffix: str) -> str:
    """A name such as ``kiassess Bad Musterbach 2026-11-22.xlsx``.

    Umlauts stay; what Windows forbids becomes a hyphen.

    Args:
        assessment: Whose results are handed out.
        suffix: Without the dot.
    """
    day = assessment.round_date.isoformat()
    rest = f" {day}.{suffix}"
    town = safe_part(assessment.municipality.short_name)
    return f"{f'kiassess {town}'[: LONGEST_NAME - len(rest)].rstrip(' .')}{rest}"


def pack_name(kind: str, assessment: Assessment, who: str, suffix: str) -> str:
    """A name such as ``Umlaufmappe Musterstadt – Hauptamt.xlsx``.

    Args:
        kind: What the file is, in the language of the user.
        assessment: Whose questions are handed out.
        who: Whom it is for; ``""`` for nobody in particular.
        suffix: Without the dot.
    """
    town = safe_part(assessment.municipality.short_name)
    rest = f" – {safe_part(who)[:LONGEST_WHO].rstrip(' .')}" if who.strip() else ""
    begin = f"{kind} {town}"[: LONGEST_NAME - ROOM_FOR_NUMBER - len(rest) - len(suffix) - 1]
    return f"{begin.rstrip(' .')}{rest}.{suffix}"


def numbered(name: str, number: int) -> str:
    """The name with a number before its suffix, ``Umlaufmappe (2).xlsx``; as it is for 1."""
    stem, dot, suffix = name.rpartition(".")
    return name if number == 1 else f"{stem} ({number}){dot}{suffix}"


def safe_part(text: str) -> str:
    """A text as a part of a file name that every system accepts."""
    shown = "".join(c for c in _SPACES.sub(" ", _FORBIDDEN.sub("-", text)) if c.isprintable())
    cleaned = shown.strip(" .-")
    return f"{cleaned}-" if _RESERVED.fullmatch(cleaned) else cleaned or "Kommune"
