"""Action fields in a matrix: up by challenge, to the right by resources, circles by benefit."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kiassess.charts.canvas import MARGIN_IN, Chart, make_chart, write
from kiassess.charts.field_sheet import (
    BETWEEN_IN,
    GAP_IN,
    PAD_IN,
    FieldLabel,
    FieldSheet,
    circle_pt,
    make_field_sheet,
    stack_in,
)
from kiassess.charts.lettering import NAME_PT, POINTS_PER_INCH, SMALL_PT, text_height
from kiassess.charts.looks import Look
from kiassess.charts.words import SEPARATOR, ChartWords
from kiassess.domain.action_fields import MUCH, ActionField
from kiassess.domain.entries import RATES
from kiassess.wording.action_fields import (
    describe_matrix,
    matrix_legend,
    matrix_summary,
    matrix_title,
)
from kiassess.wording.texts import Texts

FRAME_PT = 2.2


def field_matrix(
    fields: Sequence[ActionField],
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw each rated field in its place; what is not rated in full is named below.

    Fields of the same place stand one below the other. Where names have no room beside their
    circles, they are numbered and named below.

    Args:
        fields: All fields, rated or not.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``field_matrix_height`` things come too close.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.
    """
    sheet = make_field_sheet(fields, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(sheet.header, look, width_in=width_in, height_in=height_in)
    words = field_matrix_words(fields, texts)
    chart.title, chart.description, chart.summary = words.title, words.description, words.summary
    spare = max(0.0, height_in - sheet.needed_in) / len(RATES)
    rows = tuple(row + spare for row in sheet.rows_in)
    axes = chart.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width_in)
    axes.set_ylim(0, height_in)
    axes.set_axis_off()
    bottom = MARGIN_IN + sheet.foot_in
    _draw_places(axes, sheet, rows, bottom, look)
    _write_axes(chart, sheet, rows, bottom, look)
    for (challenge, resources), labels in sheet.labels.items():
        lower = bottom + sum(rows[: challenge - 1])
        middle = lower + rows[challenge - 1] / 2
        left = sheet.left + (resources - 1) * sheet.column_in
        _draw_fields(chart, axes, labels, (left, middle), look)
    return chart


def field_matrix_height(
    fields: Sequence[ActionField],
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which nothing touches."""
    return make_field_sheet(
        fields, texts, width_in=width_in, font_scale=font_scale, titled=titled
    ).needed_in


def field_matrix_words(fields: Sequence[ActionField], texts: Texts) -> ChartWords:
    """What the matrix says, for those who show it; without drawing it."""
    return ChartWords(
        title=matrix_title(fields, texts),
        description=describe_matrix(fields, texts),
        legend=SEPARATOR.join(matrix_legend(texts)),
        summary=matrix_summary(fields, texts),
    )


def _draw_places(
    axes: Axes, sheet: FieldSheet, rows: Sequence[float], bottom: float, look: Look
) -> None:
    """The grid, and a frame where the challenge is great and something is at hand."""
    ups = [bottom + sum(rows[:number]) for number in range(len(rows) + 1)]
    for rate in range(len(RATES) + 1):
        x = sheet.left + rate * sheet.column_in
        axes.plot([x, x], [ups[0], ups[-1]], color=look.line, linewidth=1)
        axes.plot(
            [sheet.left, sheet.left + len(RATES) * sheet.column_in],
            [ups[rate], ups[rate]],
            color=look.line,
            linewidth=1,
        )
    corner = (sheet.left + (MUCH - 1) * sheet.column_in, ups[MUCH - 1])
    wide = (len(RATES) - MUCH + 1) * sheet.column_in
    frame = Rectangle(
        corner, wide, ups[-1] - corner[1], fill=False, edgecolor=look.accent, linewidth=FRAME_PT
    )
    frame.set_gid("frame")
    axes.add_patch(frame)


def _write_axes(
    chart: Chart, sheet: FieldSheet, rows: Sequence[float], bottom: float, look: Look
) -> None:
    small, muted = SMALL_PT * sheet.scale, look.muted
    top = bottom + sum(rows) + sheet.head_in
    write(chart, sheet.titles[0], MARGIN_IN, top, size_pt=small, colour=muted, gid="upright")
    for rate, word in zip(RATES, sheet.scales[0], strict=True):
        middle = bottom + sum(rows[: rate - 1]) + rows[rate - 1] / 2
        y = middle + text_height(word, small) / 2
        right = sheet.left - GAP_IN
        write(
            chart, word, right, y,
            size_pt=small, colour=look.text, align="right", gid=f"challenge.{rate}",
        )  # fmt: skip
    below = bottom - GAP_IN / 2
    lowest = below
    for rate, word in zip(RATES, sheet.scales[1], strict=True):
        x = sheet.left + (rate - 0.5) * sheet.column_in
        end = write(
            chart, word, x, below,
            size_pt=small, colour=look.text, align="center", gid=f"resources.{rate}",
        )  # fmt: skip
        lowest = min(lowest, end)
    middle = sheet.left + len(RATES) * sheet.column_in / 2
    y = write(
        chart, sheet.titles[1], middle, lowest,
        size_pt=small, colour=muted, align="center", gid="across",
    )  # fmt: skip
    y -= GAP_IN
    for line in sheet.key:
        y = write(chart, line, MARGIN_IN, y, size_pt=small, colour=look.text, gid="key")


def _draw_fields(
    chart: Chart,
    axes: Axes,
    labels: Sequence[FieldLabel],
    place: tuple[float, float],
    look: Look,
) -> None:
    """The fields of one place below each other, around its middle."""
    left, y = place[0], place[1] + stack_in(labels) / 2
    for label in labels:
        scale, middle = label.scale, y - label.height_in / 2
        room = circle_pt(None, scale) / POINTS_PER_INCH
        axes.plot(
            [left + PAD_IN + room / 2],
            [middle],
            marker="o",
            markersize=circle_pt(label.field, scale),
            color=look.accent,
            gid=f"field.{label.field.id}",
        )
        x = left + 2 * PAD_IN + room
        words_in = text_height(label.name, NAME_PT * scale)
        if label.benefit:
            words_in += text_height(label.benefit, SMALL_PT * scale)
        end = write(
            chart, label.name, x, middle + words_in / 2,
            size_pt=NAME_PT * scale, colour=look.text, gid=f"name.{label.field.id}",
        )  # fmt: skip
        if label.benefit:
            write(
                chart, label.benefit, x, end,
                size_pt=SMALL_PT * scale, colour=look.muted, gid=f"benefit.{label.field.id}",
            )  # fmt: skip
        y -= label.height_in + BETWEEN_IN
