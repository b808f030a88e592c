"""File names for what is handed out: readable, and possible on every system."""

import re

from kiassess.domain.assessment import Assessment

LONGEST_NAME = 120  # characters, suffix included
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


def safe_part(text: str) -> str:
    """A text as a part of a file name that every system accepts."""
    shown = "".join(c for c in _SPACES.sub(" ", _FORBIDDEN.sub("-", text)) if c.isprintable())
    cleaned = shown.strip(" .-")
    return f"{cleaned}-" if _RESERVED.fullmatch(cleaned) else cleaned or "Kommune"
