"""Where in a TOML file a key stands, so that a problem can name its line.

``tomllib`` forgets positions and no kept library gives them back. This reads headers and keys
only; values stay ``tomllib``'s business, so a file is searched after it has been parsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

_PART = re.compile(r"""\s*(?:"(?P<basic>[^"]*)"|'(?P<literal>[^']*)'|(?P<bare>[\w-]+))\s*""")
_HEADER = re.compile(r"\s*(?P<open>\[\[?)(?P<key>[^=]*?)\]\]?\s*(?:#.*)?$")
_TOKENS = re.compile(
    r"""
    (?P<long>\"{3}|'{3})              # a multi-line string begins or ends
    | "(?:[^"\\]|\\.)*"              # a basic string on one line
    | '[^']*'                         # a literal string on one line
    | \#.*                            # a comment
    | (?P<open>[\[{]) | (?P<close>[\]}])
    """,
    re.VERBOSE,
)


@dataclass
class _Value:
    """How far a value reaches: open brackets, and the multi-line string it is in."""

    depth: int = 0
    quote: str = ""

    @property
    def complete(self) -> bool:
        return not self.depth and not self.quote

    def feed(self, text: str) -> None:
        position = 0
        while position < len(text):
            if self.quote:
                end = text.find(self.quote, position)
                if end < 0:
                    return
                position, self.quote = end + 3, ""
                continue
            token = _TOKENS.search(text, position)
            if token is None:
                return
            position = token.end()
            self.quote = token["long"] or ""
            self.depth += bool(token["open"]) - bool(token["close"])


@dataclass(frozen=True)
class LineIndex:
    """The lines of headers and keys of one TOML text, counted from 1."""

    _lines: dict[Path, int] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "LineIndex":
        """Index a TOML text; of a broken one, as much as can be read."""
        return cls(dict(_walk(text.splitlines())))

    def line(self, path: Path) -> int:
        """The line of a key, or of the nearest table around it; 1 if there is none."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._lines:
                return self._lines[path[:length]]
        return 1


def _walk(lines: list[str]) -> Iterator[tuple[Path, int]]:
    table: Path = ()
    counts: dict[Path, int] = {}
    value = _Value()
    for number, line in enumerate(lines, start=1):
        if not value.complete:
            value.feed(line)
            continue
        if header := _HEADER.match(line):
            table = _parts(header["key"])
            if header["open"] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield table, number
            continue
        key, equals, rest = line.partition("=")
        if equals and not key.lstrip().startswith("#"):
            yield (*table, *_parts(key)), number
            value.feed(rest)


def _parts(key: str) -> Path:
    parts: list[str | int] = []
    position = 0
    while match := _PART.match(key, position):
        parts.append(match["basic"] or match["literal"] or match["bare"] or "")
        position = match.end() + 1  # the dot
        if match.end() >= len(key):
            break
    return tuple(parts)
