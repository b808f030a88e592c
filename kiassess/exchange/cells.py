"""What people write into the cell of an answer: a level in many spellings, or words without one.

Only what can mean one thing is taken. The rest is for a person to look at.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiassess.domain.assessment import AnswerState
from kiassess.domain.kinds import LEVELS

Cell = bool | int | float | str | date | datetime | None

UNKNOWN_WORDS = (
    "weiß nicht", "weiss nicht", "weiß ich nicht", "unbekannt", "don't know", "do not know",
    "dont know", "unknown",
)  # fmt: skip
NOT_APPLICABLE_WORDS = (
    "trifft nicht zu", "nicht zutreffend", "entfällt", "does not apply", "doesn't apply",
    "not applicable", "n/a",
)  # fmt: skip

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOOKALIKES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘ʼ´`", "'"))
_SPELLING = _FULL_WIDTH | _LOOKALIKES
_NUMBER = re.compile(r"(?:(?:stufe|level) ?:? ?)?(\d)(?:[.,]0{1,6})?", re.ASCII)
_WITH_NAME = re.compile(
    r"(?:(?:stufe|level) ?:? ?)?(?P<level>\d)(?: ?(?P<dash>[-:]) ?| )(?P<name>[^\d?/]{2,60})",
    re.ASCII,
)
_DOUBTS = frozenset({
    "almost", "between", "bis", "but", "eher", "eins", "fast", "four", "geplant", "ja", "kaum",
    "kein", "keine", "knapp", "nein", "nicht", "no", "noch", "none", "not", "null", "oder", "one",
    "only", "or", "planned", "rather", "three", "to", "two", "vier", "yes", "yet", "zero", "zwei",
    "zwischen", "drei",
})  # fmt: skip
LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says.

    Attributes:
        state: ``OPEN`` for an empty cell.
        level: 0–4 when answered, else ``None``.
    """

    state: AnswerState
    level: int | None = None


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What words mean; keys are spelled as ``spelled`` does.

    Attributes:
        levels: The names of the levels.
        states: Words for the two answers without a level.
    """

    levels: Mapping[str, int]
    states: Mapping[str, AnswerState]

    @classmethod
    def of(
        cls,
        names: Iterable[Sequence[str]],
        unknown: Iterable[str] = UNKNOWN_WORDS,
        not_applicable: Iterable[str] = NOT_APPLICABLE_WORDS,
    ) -> "AnswerWords":
        """Words from the names of the levels.

        Args:
            names: For each language the names of the levels 0–4.
            unknown: Words for “weiß nicht”.
            not_applicable: Words for “trifft nicht zu”.

        Raises:
            ValueError: A name stands for two levels.
        """
        levels: dict[str, int] = {}
        for language in names:
            for level, name in zip(LEVELS, language, strict=True):
                if levels.setdefault(spelled(name), level) != level:
                    raise ValueError(f"{name} stands for two levels")
        states = {spelled(word): AnswerState.UNKNOWN for word in unknown}
        states |= {spelled(word): AnswerState.NOT_APPLICABLE for word in not_applicable}
        return cls(levels, states)


def spelled(text: str) -> str:
    """A text without differences that mean nothing: capitals, blanks, dashes, full width, ß."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_SPELLING)
    return " ".join(plain.casefold().split()).removeprefix("'").strip(" .")


def read_level(value: Cell, words: AnswerWords) -> Said | None:
    """Read an answer.

    Args:
        value: What the cell holds.
        words: What words mean.

    Returns:
        What it says; ``None`` if that is unclear: 5, 2.5, TRUE, a date, an error, “0-1”, “3?”.
    """
    match value:
        case None:
            return Said(AnswerState.OPEN)
        case bool():
            return None
        case int() | float():
            return _answered(int(value)) if value in LEVELS else None
        case str():
            return _read_text(spelled(value), words)
        case _:
            return None


def _read_text(text: str, words: AnswerWords) -> Said | None:
    if not text:
        return Said(AnswerState.OPEN)
    if text in words.states:
        return Said(words.states[text])
    if text in words.levels:
        return _answered(words.levels[text])
    number = _NUMBER.fullmatch(text)
    return _answered(int(number[1])) if number else _read_numbered_name(text, words)


def _read_numbered_name(text: str, words: AnswerWords) -> Said | None:
    """Read “3 – Umgesetzt”; the number counts, as long as the name does not contradict."""
    found = _WITH_NAME.fullmatch(text)
    if found is None or found["name"] in words.states:
        return None
    level, name = int(found["level"]), found["name"]
    if name in words.levels:
        return _answered(level) if words.levels[name] == level else None
    # A name we do not know may come from another catalogue. It follows a dash and has no doubts.
    doubtful = not found["dash"] or not _DOUBTS.isdisjoint(re.findall(r"\w+", name))
    return None if doubtful else _answered(level)


def _answered(level: int) -> Said | None:
    return Said(AnswerState.ANSWERED, level) if level in LEVELS else None


def address(row: int, column: int) -> str:
    """The name of a cell, ``F12`` for row 11 and column 5, both from 0."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def shown(value: Cell) -> str:
    """What a cell holds as one short line, for a list of unclear cells."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime() | date():
            return value.isoformat()
        case _:
            line = "".join(sign if sign.isprintable() else " " for sign in str(value)).strip()
            return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"
