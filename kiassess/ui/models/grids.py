"""The heatmap and the levels of each area as tables: what stands in which cell."""

from kiassess.domain.kinds import LEVELS
from kiassess.domain.matrix import AreaLevels, Cell, Distribution, Matrix
from kiassess.ui.models.grid_model import GridCell
from kiassess.wording.texts import NO_VALUE, Texts

NOTHING = -1.0  # cells without a value are sorted before all others

Grid = tuple[tuple[str, ...], tuple[tuple[GridCell, ...], ...]]  # titles, rows


def matrix_grid(matrix: Matrix, texts: Texts) -> Grid:
    """Areas down, building blocks across; each cell with its mean and number of answers."""
    titles = (
        texts("answers.area"),
        *(_broken(block.short or block.name) for block in matrix.blocks),
    )
    rows = (
        (GridCell(row.name), *(_matrix_cell(cell, texts) for cell in row.cells))
        for row in matrix.rows
    )
    return titles, tuple(rows)


def distribution_grid(distribution: Distribution, texts: Texts) -> Grid:
    """Areas down; how many questions stand on each level, or on none, across."""
    states = ("unknown", "open", "not_applicable")
    titles = (
        texts("answers.area"),
        *(texts("profile_page.level", level=level) for level in LEVELS),
        *(texts(f"state.{state}") for state in states),
    )
    return titles, tuple(_distribution_row(row) for row in distribution.rows)


def _broken(name: str) -> str:
    """A name in two lines where it joins two things."""
    return name.replace(" & ", " &\n").replace("/", "/\n")


def _matrix_cell(cell: Cell, texts: Texts) -> GridCell:
    if cell.value is None:
        return GridCell(NO_VALUE, NOTHING)
    count = texts("heatmap.n", n=cell.n_answered)
    return GridCell(f"{texts.number(cell.value)} ({count})", cell.value)


def _distribution_row(row: AreaLevels) -> tuple[GridCell, ...]:
    counts = (*row.levels, row.unknown, row.open, row.not_applicable)
    return (GridCell(row.name), *(GridCell(str(count), float(count)) for count in counts))
