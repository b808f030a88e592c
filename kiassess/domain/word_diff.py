"""Which words of a text went and which came."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

# A word with what joins its parts, a gap, or one other sign: together they are the whole text.
_TOKEN = re.compile(r"\w+(?:[-/.,'’]\w+)*|\s+|[^\w\s]")


class PieceKind(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, never empty."""

    kind: PieceKind
    text: str


def word_difference(old: str, new: str) -> tuple[Piece, ...]:
    """The difference of two texts, word by word.

    Gaps between two changed words count as changed, so that a passage written anew is read as
    one. What went stands before what came in its place.

    Returns:
        Pieces in reading order, no two neighbours of one kind. The kept and the gone ones joined
        are ``old``, the kept and the added ones ``new``, to the letter.
    """
    pieces = [
        Piece(kind, text)
        for changed, stretches in groupby(_stretches(old, new), key=lambda s: s[0])
        for kind, text in _joined(changed, [(gone, came) for _, gone, came in stretches])
        if text
    ]
    return tuple(pieces)


def plain(text: str) -> tuple[Piece, ...]:
    """A text with nothing to compare."""
    return (Piece(PieceKind.KEPT, text),) if text else ()


def _stretches(old: str, new: str) -> Iterator[tuple[bool, str, str]]:
    """Stretches of both texts that belong together, and whether they differ."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (tag, start, end, new_start, new_end) in enumerate(steps):
        gone, came = "".join(before[start:end]), "".join(after[new_start:new_end])
        inside = 0 < number < len(steps) - 1
        yield tag != "equal" or (inside and gone.isspace()), gone, came


def _joined(
    changed: bool,
    stretches: Sequence[tuple[str, str]],
) -> tuple[tuple[PieceKind, str], ...]:
    gone = "".join(gone for gone, _ in stretches)
    if not changed:
        return ((PieceKind.KEPT, gone),)
    return (
        (PieceKind.GONE, gone),
        (PieceKind.ADDED, "".join(came for _, came in stretches)),
    )
