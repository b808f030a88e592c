"""Text that people typed, made fit for files that other programs open."""

import re

LONGEST_CELL = 32_767  # characters in a cell as Excel counts them: UTF-16 units
# Nothing of this can be seen, and much of it may not stand in an XML file.
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")


def plain_text(text: str) -> str:
    """The text without control characters and lone surrogates; tabs and line ends stay."""
    return _UNSTORABLE.sub("", _LINE_ENDS.sub("\n", text))


def cut(text: str, longest: int = LONGEST_CELL) -> str:
    """The text as far as it fits into a cell, with “…” where it was cut."""
    if len(text.encode("utf-16-le")) <= 2 * longest:
        return text
    kept = text.encode("utf-16-le")[: 2 * (longest - 1)]
    return f"{kept.decode('utf-16-le', errors='ignore')}…"
