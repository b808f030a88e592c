"""Areas by building blocks: in each field the mean level as a number, and as a shade behind it."""

from dataclasses import dataclass

from matplotlib.patches import Rectangle

from kiassess.charts.canvas import MARGIN_IN, Chart, make_chart, make_header, write
from kiassess.charts.column_heads import ColumnHeads, make_column_heads
from kiassess.charts.lettering import SMALL_PT, VALUE_PT, text_height, text_width
from kiassess.charts.looks import Look
from kiassess.charts.rows import GAP_IN, Plot, Room, draw_rows, names_width, row_label
from kiassess.charts.shades import ink, shade
from kiassess.charts.swatches import SwatchLegend, level_swatches, make_swatches
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.matrix import Cell, Matrix
from kiassess.wording.chart_summaries import (
    describe_heatmap,
    heatmap_summary,
    heatmap_title,
    short_name,
)
from kiassess.wording.texts import NO_VALUE, Texts

FILL = 0.86  # of a field, for what is written in it
INSET_IN = 0.02  # between fields


def heatmap(
    matrix: Matrix,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw a field for each area and building block, with its mean level and how many answered.

    The shade says the same as the number. A field without an answer has a dash and no shade;
    where there are questions at all it says “n = 0”.

    Args:
        matrix: What to show; not of the quick check.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``heatmap_height`` rows come too close.
        font_scale: Size of letters, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: The quick check has tendencies only, and no numbers.
    """
    if matrix.tendencies_only:
        raise ValueError("the quick check has no numbers to plot")
    sheet = _sheet(matrix, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(sheet.room.header, look, width_in=width_in, height_in=height_in)
    chart.title = heatmap_title(matrix, texts)
    chart.description = describe_heatmap(matrix, texts)
    chart.summary = heatmap_summary(matrix, texts)
    plot = draw_rows(chart, sheet.room, texts, look)
    plot.axes.set_xlim(0, sheet.heads.width_in)
    ids = [block.id for block in matrix.blocks]
    sheet.heads.draw(chart, ids, sheet.room.left, plot.top, look)
    letters = _letters(matrix, texts, sheet.heads.unit_in, font_scale)
    for row, edges in zip(matrix.rows, plot.edges, strict=True):
        for column, (block, cell) in enumerate(zip(ids, row.cells, strict=True)):
            left = column * sheet.heads.unit_in
            name = f"{row.id}.{block}"
            ground = _draw_field(plot, (left, *edges), sheet.heads.unit_in, cell, name)
            middle = (sheet.room.left + left + sheet.heads.unit_in / 2, sum(edges) / 2)
            _write_cell(plot, middle, cell, letters, ground, name=name)
    sheet.swatches.draw(chart, look)
    return chart


def heatmap_height(
    matrix: Matrix, texts: Texts, *, width_in: float, font_scale: float = 1.0, titled: bool = True
) -> float:
    """The least height in inches at which nothing touches."""
    sheet = _sheet(matrix, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    return sheet.room.needed_in


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All that stands around the fields."""

    room: Room
    heads: ColumnHeads
    swatches: SwatchLegend


@dataclass(frozen=True, slots=True)
class _Letters:
    """Sizes of what stands in a field, and whether there is room for “n = ”."""

    value_pt: float
    count_pt: float
    in_words: bool


def _sheet(
    matrix: Matrix,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float,
    titled: bool,
) -> _Sheet:
    title = heatmap_title(matrix, texts) if titled else ""
    header = make_header(title, texts("heatmap.legend"), width_in=width_in, scale=font_scale)
    names = names_width([row.name for row in matrix.rows], width_in=width_in, scale=font_scale)
    left = MARGIN_IN + names + GAP_IN
    columns = [short_name(block) for block in matrix.blocks]
    heads = make_column_heads(columns, width_in - MARGIN_IN - left, font_scale)
    swatches = make_swatches(level_swatches(texts), width_in=width_in, scale=font_scale)
    room = Room(
        left=left,
        right=left + heads.width_in,
        header=header,
        head_in=heads.height_in,
        labels=tuple(
            row_label(row.id, row.name, width_in=names, scale=font_scale) for row in matrix.rows
        ),
        scale=font_scale,
        foot_in=swatches.height_in,
    )
    return _Sheet(room, heads, swatches)


def _letters(matrix: Matrix, texts: Texts, unit_in: float, scale: float) -> _Letters:
    """Sizes at which all that is written fits into the fields."""
    counts = [cell.n_answered for row in matrix.rows for cell in row.cells]
    value_in = text_width(texts.number(TOP_LEVEL), VALUE_PT * scale, bold=True)
    size = SMALL_PT * scale
    in_words = max(text_width(texts("heatmap.n", n=n), size) for n in counts) <= FILL * unit_in
    count_in = max(text_width(str(n), size) for n in counts)
    return _Letters(
        value_pt=VALUE_PT * scale * min(1.0, FILL * unit_in / value_in),
        count_pt=size if in_words else size * min(1.0, FILL * unit_in / count_in),
        in_words=in_words,
    )


def _draw_field(
    plot: Plot, place: tuple[float, float, float], unit_in: float, cell: Cell, name: str
) -> str:
    """The shade of a field, or its outline where there is no answer; returns its colour."""
    left, lower, upper = place
    empty = cell.value is None
    ground = plot.look.ground if cell.value is None else shade(cell.value, plot.look)
    plot.axes.add_patch(
        Rectangle(
            (left + INSET_IN, lower + INSET_IN),
            unit_in - 2 * INSET_IN,
            upper - lower - 2 * INSET_IN,
            facecolor=ground,
            edgecolor=plot.look.line if empty else "none",
            linewidth=0.8,
            gid=f"field.{name}",
        )
    )
    return ground


def _write_cell(
    plot: Plot,
    middle: tuple[float, float],
    cell: Cell,
    letters: _Letters,
    ground: str,
    *,
    name: str,
) -> None:
    """The number and below it how many are answered; a dash alone where nothing is asked."""
    value = NO_VALUE if cell.value is None else plot.texts.number(cell.value)
    lines = [(value, letters.value_pt, cell.value is not None, "value")]
    if cell.n_items:
        n = cell.n_answered
        counted = plot.texts("heatmap.n", n=n) if letters.in_words else str(n)
        lines.append((counted, letters.count_pt, False, "count"))
    y = middle[1] + sum(text_height("", size) for _, size, _, _ in lines) / 2
    colour = plot.look.muted if cell.value is None else ink(ground, plot.look)
    for text, size, bold, kind in lines:
        y = write(
            plot.chart,
            text,
            middle[0],
            y,
            size_pt=size,
            colour=colour,
            bold=bold,
            align="center",
            gid=f"{kind}.{name}",
        )
