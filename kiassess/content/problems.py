"""Problems of content files, each with its place, collected rather than raised one by one."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
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
    """One TOML file, or several that are read as one: content, lines, problems found so far.

    Attributes:
        name: Name of the file, with the folder of its version.
        data: What ``tomllib`` read; empty if the file cannot be read.
        readable: Whether the file could be read at all.
        problems: In the order they were found.
        strict: Whether keys nobody reads are problems. What a workspace has kept is read
            generously: an older program may have known more keys.
    """

    name: str
    data: Mapping[str, Any] = field(default_factory=dict)
    readable: bool = True
    problems: list[Problem] = field(default_factory=list)
    strict: bool = True
    _text: str = ""
    _parts: tuple["Source", ...] = ()

    @classmethod
    def read(cls, path: Path, name: str = "") -> "Source":
        """Read a file; a broken one gives a ``Source`` with one problem.

        Args:
            path: The file.
            name: How problems name it; by default file and folder.
        """
        source = cls(name or f"{path.absolute().parent.name}/{path.name}")
        try:
            text = path.read_text(encoding="utf-8-sig")  # Windows editors begin with a mark
        except UnicodeDecodeError:
            return source._broken(1, "not_utf8")
        except (OSError, ValueError) as error:  # the latter for a name no file can have
            reason = getattr(error, "strerror", None) or str(error)
            return source._broken(1, "unreadable", reason=reason)
        return cls.of_text(text, source.name)

    @classmethod
    def of_text(cls, text: str, name: str) -> "Source":
        """Read the text of a file; see ``read``."""
        source = cls(name)
        try:
            source.data = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # also numbers and nesting beyond measure
            place = search(r"line (\d+)", str(error))
            last = text.count("\n") + 1
            return source._broken(int(place[1]) if place else last, "syntax", detail=str(error))
        source._text = text
        return source

    @classmethod
    def joined(cls, parts: Sequence["Source"]) -> "Source":
        """Several files read as one; a problem still names the file it stands in.

        Tables of the same name are joined; what two files say about one thing is a problem.
        """
        whole = cls(
            parts[0].name, readable=all(part.readable for part in parts), _parts=tuple(parts)
        )
        data: dict[str, Any] = {}
        for part in parts:
            whole.problems += part.problems
            for key, value in part.data.items():
                if key not in data:
                    data[key] = dict(value) if isinstance(value, dict) else value
                elif isinstance(value, dict) and isinstance(data[key], dict):
                    for inner in value.keys() & data[key].keys():
                        where = f"{key} {inner}"
                        whole._note(part, (key, inner), where, "said_twice", key=where)
                    data[key] |= value
                else:
                    whole._note(part, (key,), key, "said_twice", key=key)
        whole.data = data
        return whole

    def report(self, path: KeyPath, where: str, what: str, /, **values: object) -> None:
        """Note a problem at a key."""
        self._note(self._owner(path), path, where, what, **values)

    def line(self, path: KeyPath) -> int:
        """The line of a key, counted from 1, or of the nearest table around it."""
        return self._lines.line(path)

    def _owner(self, path: KeyPath) -> "Source":
        """The file in which a key stands, or its nearest table."""
        for length in range(len(path), 0, -1):
            for part in self._parts:
                if _holds(part.data, path[:length]):
                    return part
        return self._parts[0] if self._parts else self

    def _note(
        self, part: "Source", path: KeyPath, where: str, what: str, /, **values: object
    ) -> None:
        self.problems.append(Problem(part.name, part.line(path), where, what, values))

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex.of(self._text)

    def _broken(self, line: int, what: str, **values: object) -> "Source":
        self.readable = False
        self.problems.append(Problem(self.name, line, "", what, values))
        return self


def _holds(data: Any, path: KeyPath) -> bool:
    for key in path:
        try:
            data = data[key]
        except (LookupError, TypeError):
            return False
    return True
