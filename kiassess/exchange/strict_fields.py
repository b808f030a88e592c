"""Single values out of a table that somebody else has written; a wrong one is damage."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from kiassess.domain.assessment import YEARS
from kiassess.exchange.strict_json import LONGEST_TEXT

LONGEST_PLACE = 60  # of the words that say where the damage is
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", re.ASCII)
_CHECKSUM = re.compile(r"[0-9a-f]{64}", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)

Kind = TypeVar("Kind", bound=StrEnum)


class DamagedError(Exception):
    """A value is missing or wrong.

    Attributes:
        where: Its place, such as ``answers.data.inventory.level``.
    """

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


@dataclass(frozen=True, slots=True)
class StrictFields:
    """One table; keys nobody reads are left alone.

    Every method raises ``DamagedError`` where the value is missing or wrong.

    Attributes:
        where: Its place.
        table: Its values.
    """

    where: str
    table: Mapping[str, Any]

    @classmethod
    def of(cls, where: str, value: object) -> "StrictFields":
        """A value that has to be a table."""
        if not isinstance(value, dict):
            raise DamagedError(_shown(where))
        return cls(where, value)

    def damaged(self, key: str) -> NoReturn:
        """Refuse the value of a key."""
        raise DamagedError(self.place(key))

    def place(self, key: str) -> str:
        """Where a key stands, for a sentence."""
        return _shown(f"{self.where}.{key}" if self.where else key)

    def raw(self, key: str) -> Any:
        """Whatever stands there; ``None`` where the key is missing."""
        return self.table.get(key)

    def inner(self, key: str) -> "StrictFields":
        """A table in this one."""
        return StrictFields.of(self.place(key), self.raw(key))

    def each(self, key: str) -> "Iterator[tuple[str, StrictFields]]":
        """The tables of a table, with their keys."""
        inner = self.inner(key)
        return ((name, inner.inner(name)) for name in inner.table)

    def listed(self, key: str) -> "Iterator[StrictFields]":
        """The tables of a list."""
        value = self.raw(key)
        if not isinstance(value, list):
            self.damaged(key)
        return (
            StrictFields.of(f"{self.place(key)} {number}", one)
            for number, one in enumerate(value, start=1)
        )

    def text(self, key: str, *, most: int = LONGEST_TEXT, blank: bool = True) -> str:
        """A text without NUL, of at most so many characters."""
        value = self.raw(key)
        if not isinstance(value, str) or len(value) > most or "\0" in value:
            self.damaged(key)
        if not blank and not value.strip():
            self.damaged(key)
        return value

    def flag(self, key: str) -> bool:
        """``true`` or ``false``."""
        value = self.raw(key)
        if not isinstance(value, bool):
            self.damaged(key)
        return value

    def number(self, key: str, *, most: int) -> int | None:
        """A whole number from 0 on, or ``null``."""
        value = self.raw(key)
        if value is None:
            return None
        if type(value) is not int or not 0 <= value <= most:
            self.damaged(key)
        return value

    def choice(self, key: str, known: type[Kind]) -> Kind:
        """One of the words of an enumeration."""
        value = self.raw(key)
        if not isinstance(value, str) or value not in known.__members__.values():
            self.damaged(key)
        return known(value)

    def choice_or_none(self, key: str, known: type[Kind]) -> Kind | None:
        """The same, or ``null``."""
        return None if self.raw(key) is None else self.choice(key, known)

    def day(self, key: str) -> date:
        """A day of our times."""
        try:
            day = date.fromisoformat(self._matching(key, _DAY))
        except ValueError:
            self.damaged(key)
        if day.year not in YEARS:
            self.damaged(key)
        return day

    def day_or_none(self, key: str) -> date | None:
        """The same, or ``null``."""
        return None if self.raw(key) is None else self.day(key)

    def moment(self, key: str) -> datetime:
        """A moment of our times: UTC, with milliseconds."""
        try:
            at = datetime.fromisoformat(self._matching(key, _MOMENT))
        except ValueError:
            self.damaged(key)
        if at.year not in YEARS:
            self.damaged(key)
        return at.astimezone(UTC)

    def uuid(self, key: str) -> str:
        """An id of an assessment."""
        return self._matching(key, _UUID)

    def checksum(self, key: str) -> str:
        """A SHA-256 in hexadecimal digits."""
        return self._matching(key, _CHECKSUM)

    def _matching(self, key: str, pattern: re.Pattern[str]) -> str:
        value = self.raw(key)
        if not isinstance(value, str) or not pattern.fullmatch(value):
            self.damaged(key)
        return value


def moment_text(at: datetime) -> str:
    """A moment as ``StrictFields.moment`` reads it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def _shown(where: str) -> str:
    """A place that may be shown: keys in it come from the file."""
    signs = (sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in where)
    return "".join(signs)[:LONGEST_PLACE]
