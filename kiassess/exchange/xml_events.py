"""XML of others as a stream of events, without anything that could grow or fetch."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NoReturn
from xml.parsers import expat

from kiassess.domain.errors import DamagedFileError, SuspiciousFileError
from kiassess.exchange.refusals import RefusedError

DEEPEST = 100  # elements in one another

_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)

Start = Callable[[str, Mapping[str, str]], None]


class EnoughError(Exception):
    """Raised by whoever is told of an event: what follows is not needed."""


class Gathered:
    """A text that comes in parts, kept up to a length."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._parts: list[str] = []
        self._length = 0

    def clear(self) -> None:
        """Begin a new text."""
        self._parts = []
        self._length = 0

    def add(self, part: str) -> None:
        """What comes next in the text."""
        if self._length < self._longest:
            self._parts.append(part[: self._longest - self._length])
            self._length += len(self._parts[-1])

    def text(self) -> str:
        """The text as far as it was kept."""
        return "".join(self._parts)


def parse_xml(
    pieces: Iterator[bytes],
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Read XML as a stream of events; names come without their namespace.

    Args:
        pieces: The text, in any encoding XML knows.
        start: Told of each element: its name, and its attributes (see ``value``).
        end: Told when it is over.
        text: Told of each text, possibly in parts.

    Raises:
        RefusedError: It is no XML, defines types of its own, or nests too deeply.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0
    names: dict[str, str] = {}  # without namespace; there are few, and each comes often

    def started(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise RefusedError(SuspiciousFileError)
        name = names.get(tag)
        if name is None:
            name = names[tag] = tag.rpartition(" ")[2]
        start(name, attributes)

    def ended(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(names[tag])

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_types
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except EnoughError:
        return
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise RefusedError(DamagedFileError) from error


def _refuse_types(*_about: object) -> NoReturn:
    raise RefusedError(SuspiciousFileError)


def value(attributes: Mapping[str, str], name: str) -> str:
    """An attribute by its name without namespace; ``""`` if it is missing."""
    if name in attributes:
        return attributes[name]
    ending = f" {name}"
    return next((text for key, text in attributes.items() if key.endswith(ending)), "")


def whole(text: str) -> int:
    """A whole number from 0 on.

    Raises:
        RefusedError: The text is none, or is beyond all reason.
    """
    if not _WHOLE.fullmatch(text):
        raise RefusedError(DamagedFileError)
    return int(text)
