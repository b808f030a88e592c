"""Records as SQLite writes them, read byte by byte."""

import struct
from dataclasses import dataclass

WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of a value, by its type
REAL, ZERO, ONE, FIRST_BLOB = 7, 8, 9, 12
RESERVED = frozenset({10, 11})

Value = None | int | float | str | bytes


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    Attributes:
        rowid: Its number; ``None`` in an index and in a table without such numbers.
        values: Its columns.
        whole: Whether all columns are there; else the last ones are missing.
    """

    rowid: int | None
    values: tuple[Value, ...]
    whole: bool


def read_record(rowid: int | None, payload: bytes, length: int) -> Record:
    """Read a record.

    Raises:
        IndexError, ValueError: It is none.
    """
    size, at = varint(payload, 0)
    types = []
    while at < size:
        kind, at = varint(payload, at)
        types.append(kind)
    if at != size or RESERVED & {*types} or min(types, default=0) < 0:
        raise ValueError("no record")
    widths = [WIDTHS[kind] if kind < len(WIDTHS) else (kind - FIRST_BLOB) // 2 for kind in types]
    if size + sum(widths) != length:
        raise ValueError("no record")
    values: list[Value] = []
    for kind, width in zip(types, widths, strict=True):
        if at + width > len(payload):
            return Record(rowid, tuple(values), whole=False)
        values.append(_value(kind, payload[at : at + width]))
        at += width
    return Record(rowid, tuple(values), whole=True)


def _value(kind: int, data: bytes) -> Value:
    if kind == 0:
        return None
    if kind == REAL:
        return float(struct.unpack(">d", data)[0])
    if kind in {ZERO, ONE}:
        return kind - ZERO
    if kind < FIRST_BLOB:
        return int.from_bytes(data, "big", signed=True)
    return data.decode("utf-8") if kind % 2 else data


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


def number(data: bytes, at: int, length: int = 4) -> int:
    """A whole number without a sign; what lies behind the end counts as nothing."""
    return int.from_bytes(data[at : at + length], "big")
