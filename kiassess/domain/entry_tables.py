"""Entries as plain tables of texts and numbers, and back; for files of every kind.

A table holds all fields of an entry but its id, by their names: days as ``2026-11-22``, words of
enumerations as they are called in code, lists and inner tables as such. A table of an earlier
program lacks what was added since, which then is as nobody has said it. Keys nobody knows are left
alone.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from kiassess.domain.action_fields import ActionField
from kiassess.domain.entries import KeptEntry
from kiassess.domain.history import Subject
from kiassess.domain.own_measures import HiddenMeasure, OwnMeasure
from kiassess.domain.planning import PlanEntry, PlanFrame
from kiassess.domain.register import AiSystem
from kiassess.domain.use_cases import UseCase

LONGEST_TEXT = 100_000  # characters
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

KINDS: dict[Subject, type[KeptEntry]] = {
    Subject.PLAN: PlanEntry,
    Subject.MEASURE: OwnMeasure,
    Subject.HIDDEN: HiddenMeasure,
    Subject.SYSTEM: AiSystem,
    Subject.FIELD: ActionField,
    Subject.USE_CASE: UseCase,
    Subject.FRAME: PlanFrame,
}
_SUBJECTS = {kind: subject for subject, kind in KINDS.items()}


def subject_of(entry: KeptEntry) -> Subject:
    """What kind of thing an entry is for the journal."""
    return _SUBJECTS[type(entry)]


def key_of(entry: KeptEntry) -> tuple[Subject, str]:
    """What names an entry in its assessment, as the journal does."""
    return subject_of(entry), entry.id


def entry_table(entry: KeptEntry) -> dict[str, Any]:
    """An entry as a table, without its id."""
    return {name: value for name, value in _table(entry).items() if name != "id"}


def entry_of(subject: Subject, entry_id: str, table: object) -> KeptEntry:
    """An entry back from its table.

    Raises:
        ValueError: The table is none we would have written; the sentence names the field.
    """
    made = _made(KINDS[subject], table, {"id": entry_id})
    assert isinstance(made, KeptEntry)
    return made


def in_their_order(entries: Iterable[KeptEntry]) -> tuple[KeptEntry, ...]:
    """Entries by kind and id, each once; of two with the same the later one stays."""
    found = {key_of(entry): entry for entry in entries}
    return tuple(found[key] for key in sorted(found))


def storable(entry: KeptEntry) -> KeptEntry:
    """The same entry with texts that every file can keep: no NUL, no half characters."""
    return replace(entry, **{one.name: _clean(getattr(entry, one.name)) for one in fields(entry)})


def _clean(value: Any) -> Any:
    match value:
        case StrEnum():
            return value
        case str():
            text = value.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
            return text[:LONGEST_TEXT]
        case tuple():
            return tuple(map(_clean, value))
        case _ if is_dataclass(value) and not isinstance(value, type):
            names = [one.name for one in fields(value)]
            return replace(value, **{name: _clean(getattr(value, name)) for name in names})
        case _:
            return value


def _table(value: Any) -> dict[str, Any]:
    kind: type = type(value)
    hints = _hints(kind)
    names = [one.name for one in fields(value)]
    return {name: _plain(getattr(value, name), hints[name]) for name in names}


def _plain(value: Any, hint: Any) -> Any:
    match value:
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(one, get_args(hint)[0]) for one in value]
        case int() if float in (hint, *get_args(hint)) and not isinstance(value, bool):
            return float(value)
        case _ if is_dataclass(value):
            return _table(value)
        case _:
            return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _made(kind: type, table: object, given: Mapping[str, Any]) -> Any:
    if type(table) is not dict:
        raise ValueError(kind.__name__)
    values = dict(given)
    for one in fields(kind):
        if one.name in given:
            continue
        if one.name in table:
            try:
                values[one.name] = _read(_hints(kind)[one.name], table[one.name])
            except ValueError as error:
                raise ValueError(one.name) from error
        elif _is_needed(one):
            raise ValueError(one.name)
    return kind(**values)


def _is_needed(one: "Field[Any]") -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _read(hint: Any, value: object) -> Any:
    """A value of a table as the field wants it.

    Raises:
        ValueError: It is something else.
    """
    if type(None) in get_args(hint):
        wanted = next(one for one in get_args(hint) if one is not type(None))
        return None if value is None else _read(wanted, value)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise ValueError("list")
        return tuple(_read(get_args(hint)[0], one) for one in value)
    kind: type = hint
    if is_dataclass(kind):
        return _made(kind, value, {})
    return _word(kind, value) if issubclass(kind, StrEnum) else _READERS[kind](value)


def _word(kind: type[StrEnum], value: object) -> StrEnum:
    if not isinstance(value, str) or value not in kind.__members__.values():
        raise ValueError(kind.__name__)
    return kind(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or "\0" in value:
        raise ValueError("text")
    return value


def _flag(value: object) -> bool:
    if type(value) is not bool:
        raise ValueError("flag")
    return value


def _count(value: object) -> int:
    if type(value) is not int:
        raise ValueError("number")
    return value


def _number(value: object) -> float:
    if type(value) not in {int, float}:
        raise ValueError("number")
    try:
        return float(value)  # type: ignore[arg-type] # a number, by its type
    except OverflowError as error:
        raise ValueError("number") from error


def _day(value: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("day")
    return date.fromisoformat(value)


_READERS: Mapping[type, Callable[[object], Any]] = {
    str: _text,
    bool: _flag,
    int: _count,
    float: _number,
    date: _day,
}
