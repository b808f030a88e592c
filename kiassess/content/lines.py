"""Where in a TOML file a key stands, so that a problem can name its line.

``tomllib`` forgets positions and no kept library gives them back. This reads headers and keys
only; values stay ``tomllib``'s business, so a file is searched after it has been parsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

_PART = re.compile(
    r"""\s*(?:"(?P<basic>(?:[^"\\]|\\.)*)"|'(?P<literal>[^']*)'|(?P<bare>[\w-]+))\s*"""
)
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
_LONG_ENDS = {  # up to two more quotation marks belong to the string itself
    '"""': re.compile(r"""(?:[^"\\]|\\(?:.|$)|"{1,2}(?!"))*"{3,5}"""),
    "'''": re.compile(r"""(?:[^']|'{1,2}(?!'))*'{3,5}"""),
}


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
                end = _LONG_ENDS[self.quote].match(text, position)
                if end is None:
                    return
                position, self.quote = end.end(), ""
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
        return cls(dict(_walk(text.split("\n"))))

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
        if line.lstrip().startswith("["):
            table = _table(line, counts)
            yield table, number
            continue
        key, end = _key(line, 0)
        if key and line[end : end + 1] == "=":
            yield (*table, *key), number
            value.feed(line[end + 1 :])


def _table(header: str, counts: dict[Path, int]) -> Path:
    """The path of a table; an array of tables has the number of its latest one in it."""
    opened = header.lstrip()
    path: Path = ()
    is_array = opened.startswith("[[")
    key, _ = _key(opened, 2 if is_array else 1)
    for depth, part in enumerate(key, start=1):
        path = (*path, part)
        if is_array and depth == len(key):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _key(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """The parts of a dotted key, and where it ends."""
    parts: list[str] = []
    while match := _PART.match(text, position):
        parts.append(match["basic"] or match["literal"] or match["bare"] or "")
        position = match.end()
        if text[position : position + 1] != ".":
            break
        position += 1
    return tuple(parts), position
