"""Columns of text that stay in line."""

from collections.abc import Collection, Iterable, Sequence

GAP = "  "


def aligned(rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> Iterable[str]:
    """The rows as lines, every column as wide as its widest cell.

    Args:
        rows: All of the same length, the headings among them.
        right: The columns that stand at their right edge, counted from 0.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield GAP.join(cells).rstrip()
