"""Problems of content files, each with its place, collected rather than raised one by one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from re import search
from typing import Any

from kiassess.content.lines import LineIndex
from kiassess.content.lines import Path as KeyPath


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an author has to mend.

    Attributes:
        file: Name of the file, with the folder of its version.
        line: Counted from 1.
        where: The table or item, e.g. ``item data.access``.
        what: Key of the sentence in ``resources/texts`` under ``[problem]``.
        values: What goes into its gaps.
    """

    file: str
    line: int
    where: str
    what: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass
class Source:
    """One TOML file: its content, its lines, and the problems found in it so far.

    Attributes:
        name: Name of the file, with the folder of its version.
        data: What ``tomllib`` read; empty if the file cannot be read.
        readable: Whether the file could be read at all.
        problems: In the order they were found.
    """

    name: str
    data: Mapping[str, Any] = field(default_factory=dict)
    readable: bool = True
    problems: list[Problem] = field(default_factory=list)
    _lines: LineIndex = field(default_factory=LineIndex)

    @classmethod
    def read(cls, path: Path) -> "Source":
        """Read a file; a broken one gives a ``Source`` with one problem."""
        source = cls(f"{path.absolute().parent.name}/{path.name}")
        try:
            text = path.read_text(encoding="utf-8-sig")  # Windows editors begin with a mark
        except UnicodeDecodeError:
            return source._broken(1, "not_utf8")
        except (OSError, ValueError) as error:  # the latter for a name no file can have
            reason = getattr(error, "strerror", None) or str(error)
            return source._broken(1, "unreadable", reason=reason)
        try:
            source.data = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # also numbers and nesting beyond measure
            place = search(r"line (\d+)", str(error))
            last = text.count("\n") + 1
            return source._broken(int(place[1]) if place else last, "syntax", detail=str(error))
        source._lines = LineIndex.of(text)
        return source

    def report(self, path: KeyPath, where: str, what: str, /, **values: object) -> None:
        """Note a problem at a key."""
        self.problems.append(Problem(self.name, self._lines.line(path), where, what, values))

    def _broken(self, line: int, what: str, **values: object) -> "Source":
        self.readable = False
        self.problems.append(Problem(self.name, line, "", what, values))
        return self
