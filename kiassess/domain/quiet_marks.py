"""Marks of limited comparability in an anonymous comparison: told of five or of nobody.

A block is marked where more than 25 % of its weight does not apply. Many items may only be left
out as long as no AI is in use, so that a mark may point at the one municipality that uses none.
"""

from collections.abc import Sequence
from dataclasses import replace

from kiassess.domain.anonymity import LEAST
from kiassess.domain.compared_round import body_of
from kiassess.domain.comparison import ComparedPart, Comparison, Note


def with_quiet_marks(comparison: Comparison) -> Comparison:
    """The same, without the marks of blocks and areas that fewer than five municipalities have.

    That some are left out is said in a note; values and statistics stay.
    """
    bodies = [body_of(one.municipality) for one in comparison.chosen]
    blocks = tuple(_quiet(part, bodies) for part in comparison.blocks)
    areas = tuple(_quiet(part, bodies) for part in comparison.areas)
    if (blocks, areas) == (comparison.blocks, comparison.areas):
        return comparison
    marked = any(True in part.limited for part in (*blocks, *areas))
    notes = [note for note in comparison.notes if marked or note is not Note.LIMITED]
    if Note.LIMITED in comparison.notes:
        notes.append(Note.QUIET_MARKS)
    return replace(comparison, blocks=blocks, areas=areas, notes=tuple(notes))


def _quiet(part: ComparedPart, bodies: Sequence[object]) -> ComparedPart:
    marked = {body for body, limited in zip(bodies, part.limited, strict=True) if limited}
    if not marked or len(marked) >= LEAST:
        return part
    return replace(part, scores=replace(part.scores, limited=(False,) * len(bodies)))
