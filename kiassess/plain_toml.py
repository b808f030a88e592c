"""Texts and colours from TOML files, each section read when it is first asked for.

The window waits for its colours and a few of its 1,600 sentences. In files with one text a line
they are found without the full reader, which takes 9 ms and 0.6 MB to load, and keeps all it
reads. What is written another way is left to that.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kiassess.marks import override

Sections = Mapping[str, Mapping[str, str]]

_TEXT = rb'\w++ = "[^"\\\n]*+(?:\\"[^"\\\n]*+)*+"(?: +#[^\n]*+)?'
_PLAIN = re.compile(rb"(?>(?:#[^\n]*+)?\n)*+(?>\[\w++\]\n(?>(?:" + _TEXT + rb"|#[^\n]*+)?\n)*+)*+")
_HEAD = re.compile(rb"^\[(\w+)\]\n", re.MULTILINE)
_LINE = re.compile(r'^(\w+) = "((?:[^"\\]|\\")*)"', re.MULTILINE)


def read_sections(file: Path) -> Sections:
    """What a file says, by section and key.

    Raises:
        ValueError: It is not TOML in UTF-8.
    """
    data = file.read_bytes().replace(b"\r\n", b"\n")
    return PlainSections(data) if _PLAIN.fullmatch(data) else _read_all(data)


class PlainSections(Sections):
    """A file of sections with one text a line, and nothing else but comments."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        heads = [*_HEAD.finditer(data)]
        ends = [*(head.start() for head in heads), len(data)][1:]
        self._places = {
            head[1].decode(): slice(head.end(), end) for head, end in zip(heads, ends, strict=True)
        }
        self._read: dict[str, dict[str, str]] = {}

    @override
    def __getitem__(self, name: str) -> dict[str, str]:
        if name not in self._read:
            lines = _LINE.findall(self._data[self._places[name]].decode())
            self._read[name] = {key: text.replace('\\"', '"') for key, text in lines}
        return self._read[name]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    @override
    def __len__(self) -> int:
        return len(self._places)


def _read_all(data: bytes) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - hardly ever needed

    return tomllib.loads(data.decode())
