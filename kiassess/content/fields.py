"""Reading single values out of a TOML table, with every wrong one reported."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from kiassess.content.lines import Path
from kiassess.content.problems import Source

_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Fields:
    """One table of a source.

    Every ``get`` returns a value of the right type; where the file has none, it is reported and
    a harmless one is returned, so that the next problem is found too.

    Attributes:
        source: The file.
        path: Where the table stands.
        where: How a person would name the place.
        table: Its values.
        there: Whether the file has such a table; of a missing one only that is reported.
    """

    source: Source
    path: Path
    where: str
    table: Mapping[str, Any]
    there: bool = True

    def text(self, key: str, *, most: int = 0) -> str:
        """A non-blank text of at most ``most`` characters (0: any length)."""
        value = self.table.get(key)
        if not isinstance(value, str) or not value.strip():
            self.report(key, "text_missing", key=key)
            return ""
        if most and len(value) > most:
            self.report(key, "text_too_long", key=key, length=len(value), most=most)
        return value

    def texts(self, key: str, *, least: int = 0, most: int = 0) -> tuple[str, ...]:
        """At least ``least`` non-blank texts, each of at most ``most`` characters (0: any)."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self.report(key, "list_of_texts", key=key)
            return ()
        if len(value) < least:
            self.report(key, "list_too_short", key=key, least=least)
        for text in value:
            if most and len(text) > most:
                self.report(key, "text_too_long", key=key, length=len(text), most=most)
        if len(set(value)) != len(value):
            self.report(key, "list_repeats", key=key)
        return tuple(value)

    def numbers(self, key: str, *, allowed: Collection[int]) -> tuple[int, ...]:
        """A list of whole numbers out of ``allowed``."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(type(v) is int and v in allowed for v in value):
            self.report(key, "list_of_numbers", key=key, low=min(allowed), high=max(allowed))
            return ()
        return tuple(value)

    def number(self, key: str, *, allowed: range) -> int:
        """A whole number out of ``allowed``, which has no gaps."""
        value = self.table.get(key)
        if type(value) is not int or value not in allowed:
            self.report(key, "number", key=key, low=allowed[0], high=allowed[-1])
            return allowed[0]
        return value

    def flag(self, key: str) -> bool:
        """``true`` or ``false``; absent means ``false``."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self.report(key, "flag", key=key)
            return False
        return value

    def choices(self, key: str, known: Collection[str], *, least: int = 0) -> tuple[str, ...]:
        """A list of ids, all of them known."""
        values = self.texts(key, least=least)
        for value in values:
            if value not in known:
                self.report(key, "unknown_id", key=key, id=value, known=", ".join(known))
        return tuple(value for value in values if value in known)

    def choice(self, key: str, known: Collection[str], default: str = "") -> str:
        """One known id, ``""`` for a wrong one; absent means ``default``, if there is one."""
        if default and key not in self.table:
            return default
        value = self.text(key)
        if value and value not in known:
            self.report(key, "unknown_id", key=key, id=value, known=", ".join(known))
            return ""
        return value

    def only(self, *known: str) -> None:
        """Report keys nobody reads; they are mostly misspelt."""
        for key in self.table:
            if key not in known and self.source.strict:
                self.report(key, "unknown_key", key=key, known=", ".join(known))

    def report(self, key: str, what: str, /, **values: object) -> None:
        """Note a problem at one of the keys."""
        if not self.there:
            return
        self.source.report((*self.path, key), self.where, what, **values)


def tables(source: Source, key: str) -> list[Fields]:
    """The tables of an array of tables, each with an id of its own; at least one is needed."""
    if not source.data.get(key, True):
        source.report((key,), key, "nothing_there", key=key)
    if key not in source.data:
        source.report((), key, "nothing_there", key=key)
    return optional_tables(source, key)


def optional_tables(source: Source, key: str) -> list[Fields]:
    """The tables of an array of tables, each with an id of its own, or none."""
    value = source.data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, Mapping) for v in value):
        source.report((key,), key, "not_tables", key=key)
        return []
    found = [
        Fields(source, (key, number), f"{key} {raw.get('id', number + 1)}", raw)
        for number, raw in enumerate(value)
    ]
    ids = [f.table.get("id") for f in found]
    for number, f in enumerate(found):
        if "id" in f.table and f.table["id"] in ids[:number]:
            f.report("id", "repeated_id", id=f.table["id"])
    return found


def table(source: Source, *path: str) -> Fields:
    """One table; an absent one is reported and empty."""
    value: Any = source.data
    for part in path:
        value = value.get(part) if isinstance(value, Mapping) else None
    where = " ".join(path)
    if not isinstance(value, Mapping):
        source.report(path, where, "table_missing", key=".".join(map(_typed, path)))
        return Fields(source, path, where, {}, there=False)
    return Fields(source, path, where, value)


def _typed(part: str) -> str:
    """A part of a header as it has to be typed."""
    return part if _BARE.fullmatch(part) else f'"{part}"'
