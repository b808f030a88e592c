"""A journal with gaps, made into one that counts on and can be taken back step by step."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kiassess.domain.history import ENTRIES, StepKind, Subject
from kiassess.store.table_rows import JournalRow

Key = tuple[int, str, str]  # step, subject and item id: a row of one assessment
Rows = Mapping[Key, JournalRow]
NOWHERE = 0  # a key that no row has
HEAD = slice(4, 9)  # the columns that are the same in all rows of a step


def joined(found: Rows, backup: Rows, *, ahead: bool) -> list[JournalRow]:
    """The journal of one assessment from what was found and what a backup knows.

    Where they disagree, what was found holds from there on.

    Args:
        found: Rows of the damaged file.
        backup: Rows of the backup.
        ahead: Whether the backup may know steps after the last one found.
    """
    heads = {row.step: row[HEAD] for row in found.values()}
    differing = (
        row.step
        for key, row in backup.items()
        if row[HEAD] != heads.get(row.step, row[HEAD]) or row != found.get(key, row)
    )
    last = max(heads, default=0)
    end = min(differing, default=last + 1 if heads and not ahead else None)
    known = {key: row for key, row in backup.items() if end is None or row.step < end}
    return sorted((known | dict(found)).values())


def mended(rows: Iterable[JournalRow], questionnaires: Mapping[int, object]) -> list[JournalRow]:
    """The same rows, numbered without gaps; what takes back what is lost becomes a plain change.

    Args:
        rows: All rows of one assessment in their order.
        questionnaires: By their keys; a move from or to any other is left out.
    """
    steps: dict[int, list[JournalRow]] = {}
    for row in rows:
        if _knows(row, questionnaires):
            steps.setdefault(row.step, []).append(row)
    counted = _Counting()
    return [row for number, step in steps.items() for row in counted.next(number, step)]


class _Counting:
    """Gives steps new numbers and keeps what can be taken back, as ``domain.history`` does."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._last = 0
        self._undo: list[int] = []
        self._redo: list[int] = []

    def next(self, old: int, step: list[JournalRow]) -> list[JournalRow]:
        """The rows of the next step, as they are to be kept."""
        number = self._numbers[old] = len(self._numbers) + 1
        follows, self._last = old == self._last + 1, old
        head = step[0]
        meant = self._numbers.get(head.undoes or 0)
        changes: dict[str, Any] = {"step": number}
        if head.kind == StepKind.UNDO and self._undo and self._undo[-1] == meant:
            self._redo.append(self._undo.pop())
            changes["undoes"] = meant
        elif head.kind == StepKind.REDO and self._redo and self._redo[-1] == meant:
            self._undo.append(self._redo.pop())
            changes["undoes"] = meant
        elif head.undoes is None and head.joins and follows and self._undo and not self._redo:
            pass  # it goes on with the step before
        else:
            self._undo.append(number)
            self._redo.clear()
            if not follows:
                changes["joins"] = 0
            if head.undoes is not None:
                changes |= {"kind": _plain_kind(step), "undoes": None}
        return [_with(row, changes) for row in step if row[HEAD] == head[HEAD]]


def last_changes(
    rows: Iterable[JournalRow], subject: Subject = Subject.ANSWER
) -> dict[str, JournalRow]:
    """The last change of each thing, by item id."""
    return {row.item_id: row for row in rows if row.subject == subject}


def renamed(row: JournalRow, keys: Mapping[int, int]) -> JournalRow:
    """A row with other keys of questionnaires."""
    if row.subject != Subject.QUESTIONNAIRE:
        return row
    old = (json.loads(text or "0") for text in (row.before, row.after))
    before, after = (json.dumps(keys.get(key, NOWHERE)) for key in old)
    return row._replace(before=before, after=after)


def questionnaires_of(row: JournalRow) -> set[int]:
    """The keys of the questionnaires a row names."""
    if row.subject != Subject.QUESTIONNAIRE:
        return set()
    return {int(json.loads(text or "0")) for text in (row.before, row.after)}


def _knows(row: JournalRow, questionnaires: Mapping[int, object]) -> bool:
    return questionnaires_of(row) <= questionnaires.keys()


def _plain_kind(step: list[JournalRow]) -> str:
    """What was done, of a step of which nobody knows any more what it took back."""
    subjects = {row.subject for row in step}
    if Subject.QUESTIONNAIRE in subjects:
        return StepKind.MOVE.value
    if Subject.VOICE in subjects:
        return StepKind.IMPORT.value
    if subjects & ENTRIES:
        return StepKind.PLAN.value
    return (StepKind.FACTS if Subject.FACTS in subjects else StepKind.ANSWER).value


def _with(row: JournalRow, changes: dict[str, Any]) -> JournalRow:
    return JournalRow(**(row._asdict() | changes))
