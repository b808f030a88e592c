"""JSON of others: read without surprises, and written so that the same content is the same text.

Nothing is guessed at: a key said twice, a number that is none, half a character, nesting or
sizes beyond all reason are damage. So is a text that would need more memory than it is worth.
"""

import codecs
import json
import math
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NoReturn

MOST_VALUES = 2_000_000  # in a whole file; each takes up to some 150 bytes of memory
DEEPEST = 24  # lists and tables in one another
MOST_ENTRIES = 2_000  # of one list or table of a questionnaire
LONGEST_TEXT = 1_000_000  # characters


class BrokenJsonError(ValueError):
    """The text is not JSON as we write it, or not reasonable."""


def parse(data: bytes) -> Any:
    """Read a JSON text in UTF-8; a byte order mark before it does no harm.

    Raises:
        BrokenJsonError: It is not JSON, or it is more than a file of ours can hold.
    """
    if sum(map(data.count, (b",", b":", b"[", b"{"))) > MOST_VALUES:
        raise BrokenJsonError("too many values")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        return json.loads(text, object_pairs_hook=_unambiguous, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BrokenJsonError(str(error)) from error


def canonical(value: object) -> str:
    """The one way to write a value: keys sorted, no gaps, all characters as they are.

    Raises:
        BrokenJsonError: It holds an endless number, or nests too deeply.
    """
    try:
        return json.dumps(
            value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
        )
    except (ValueError, RecursionError) as error:
        raise BrokenJsonError(str(error)) from error


def checksum(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal digits.

    Raises:
        BrokenJsonError: The text holds half a character.
    """
    try:
        return sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise BrokenJsonError(str(error)) from error


def refuse_unreasonable(value: object, depth: int = 0) -> None:
    """Refuse a free-form value that is too deep, too long or holds what no text may hold.

    Raises:
        BrokenJsonError: It does.
    """
    if depth > DEEPEST:
        raise BrokenJsonError("nested too deeply")
    match value:
        case str():
            if len(value) > LONGEST_TEXT or "\0" in value:
                raise BrokenJsonError("not a text")
        case float():
            if not math.isfinite(value):
                raise BrokenJsonError("not a number")
        case Mapping() | list():
            if len(value) > MOST_ENTRIES:
                raise BrokenJsonError("too many entries")
            for key in value if isinstance(value, Mapping) else ():
                refuse_unreasonable(key, depth)
            for entry in value.values() if isinstance(value, Mapping) else value:
                refuse_unreasonable(entry, depth + 1)


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise BrokenJsonError("a key is said twice")
    return table


def _no_number(sign: str) -> NoReturn:
    raise BrokenJsonError(sign)
