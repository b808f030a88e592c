"""What a fill-in workbook and its reader agree on: marks, columns, fingerprints.

Nothing here depends on where a sheet, row or column stands, or on what it is called.
"""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

from kiassess.domain.assessment import Answer
from kiassess.domain.fill_in import FillInEntry
from kiassess.domain.questionnaire import Item
from kiassess.exchange.plain_text import cut, plain_text

XLSX, ODS = FILE_FORMATS = ("xlsx", "ods")
FORMAT = 1
MARK = "kiassess-fill-in"  # the first cell of the hidden sheet

# The hidden row above the headings names each column like this.
ID, NUMBER, AREA, QUESTION, LEVELS = "id", "number", "area", "question", "levels"
ANSWER, STATE, REASON = "answer", "state", "reason"
EVIDENCE, POINTER, CONFIDENCE, NOTE = "evidence", "pointer", "confidence", "note"
# By what stands above a column if the hidden row is lost: the sentences ``fill_in.<column>``.
COLUMNS = (
    ID, NUMBER, AREA, QUESTION, LEVELS, ANSWER, STATE, REASON, EVIDENCE, POINTER, CONFIDENCE, NOTE,
)  # fmt: skip

# The hidden sheet: a key, then its values.
QUESTIONNAIRE, VERSION, ASSESSMENT = "questionnaire", "version", "assessment"
ROLE, LANGUAGE, PROGRAM, CHECKSUM = "role", "language", "program", "checksum"
ITEM = "item"  # id, fingerprint of its texts, fingerprint of what was handed out

# The guide: this stands in a hidden column, two columns before what is filled in.
RESPONDENT, DEPARTMENT, DAY = "respondent", "department", "day"

LEVEL_GAP = "  "  # between the number of a level and its text
BOX = "☐"  # to tick on paper


def question_text(item: Item) -> str:
    """What stands in the cell of the question."""
    return f"{item.title}\n{item.question}"


def level_lines(item: Item) -> tuple[str, ...]:
    """What stands in the cell of the levels, a line each."""
    return tuple(f"{level}{LEVEL_GAP}{text}" for level, text in enumerate(item.levels))


def texts_fingerprint(question: str, levels: str) -> str:
    """Tells whether texts were changed; blanks, line ends and boxes to tick do not count."""
    return _digest([_squeezed(question), _squeezed(levels)])


def entry_fingerprint(entry: FillInEntry) -> str:
    """Tells whether a row says the same as when it was handed out."""
    return _digest([
        entry.state,
        entry.level,
        _squeezed(entry.reason),
        _squeezed(entry.note),
        entry.evidence,
        _squeezed(entry.pointer),
        entry.confidence,
    ])  # fmt: skip


def entry_of(answer: Answer) -> FillInEntry:
    """What a workbook is handed out with."""
    return FillInEntry(
        answer.item_id,
        cell="",
        state=answer.state,
        level=answer.level,
        reason=cell_safe(answer.reason),
        note=cell_safe(answer.note),
        evidence=answer.evidence.type,
        pointer=cell_safe(answer.evidence.pointer),
        confidence=answer.confidence,
    )


def checksum_of(fingerprints: Iterable[tuple[str, str]]) -> str:
    """One fingerprint of all ids and texts."""
    return _digest(sorted(fingerprints))


def cell_safe(text: str) -> str:
    """A text as a cell keeps it, without blanks around it."""
    return cut(plain_text(text)).strip()


def same_text(one: str, other: str) -> bool:
    """Whether two texts differ in blanks and line ends at most."""
    return _squeezed(one) == _squeezed(other)


def begins_with(text: str, start: str) -> bool:
    """Whether a text begins like another; blanks and line ends do not count."""
    return _squeezed(text).startswith(_squeezed(start))


def _squeezed(text: str) -> str:
    return " ".join(text.replace(BOX, " ").split())


def _digest(values: Sequence[object]) -> str:
    canonical = json.dumps(values, ensure_ascii=True, separators=(",", ":"))
    return sha256(canonical.encode("ascii")).hexdigest()[:32]
