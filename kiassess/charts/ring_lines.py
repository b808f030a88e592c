"""Lines around a ring: spokes and circles, closed lines with gaps, names with their values."""

from collections.abc import Sequence
from math import nan
from typing import Any

from matplotlib.projections.polar import PolarAxes

from kiassess.charts.canvas import Align, Chart, write
from kiassess.charts.lettering import NAME_PT, SMALL_PT, style, text_height
from kiassess.charts.looks import Look
from kiassess.charts.spokes import Label, Ring, angles
from kiassess.domain.kinds import LEVELS, TOP_LEVEL


def draw_ring(
    chart: Chart, ring: Ring, middle: tuple[float, float], look: Look, scale: float
) -> PolarAxes:
    """The empty ring: spokes, circles and the numbers of the levels between two spokes."""
    width_in, height_in = chart.get_size_inches()
    left, bottom = (middle[0] - ring.radius) / width_in, (middle[1] - ring.radius) / height_in
    size = (2 * ring.radius / width_in, 2 * ring.radius / height_in)
    axes = chart.add_axes((left, bottom, *size), projection="polar")
    assert isinstance(axes, PolarAxes)
    axes.set_theta_zero_location("N")
    axes.set_theta_direction(-1)
    axes.set_ylim(0, TOP_LEVEL)
    axes.set_facecolor(look.ground)
    spokes = angles(len(ring.labels))
    axes.set_xticks(spokes, [""] * len(spokes))
    axes.set_yticks(list(LEVELS), [""] * len(LEVELS))
    axes.grid(visible=True, color=look.line, linewidth=1, linestyle="-")
    axes.spines["polar"].set(color=look.line, linewidth=1)
    crowded = ring.radius / TOP_LEVEL < text_height("", SMALL_PT * scale)
    for level in LEVELS[2::2] if crowded else LEVELS[1:]:
        axes.text(
            (spokes[0] + spokes[1]) / 2,
            level,
            str(level),
            ha="center",
            va="center",
            zorder=1.5,
            bbox={"boxstyle": "circle,pad=0.1", "facecolor": look.ground, "edgecolor": "none"},
            gid=f"level.{level}",
            **style(SMALL_PT * scale, look.muted),
        )
    return axes


def draw_series(
    axes: PolarAxes, name: str, known: Sequence[float | None], looks: dict[str, Any]
) -> None:
    """A closed line; a missing value leaves a gap, and a lone one is still a mark."""
    values = [nan if value is None else value for value in known]
    spokes = angles(len(values))
    axes.plot([*spokes, spokes[0]], [*values, values[0]], clip_on=False, gid=name, **looks)


def plain(look: Look, scale: float) -> dict[str, Any]:
    """The looks of the line that is the message."""
    return {
        "color": look.accent,
        "linestyle": "-",
        "linewidth": 2 * scale,
        "marker": "o",
        "markersize": 7 * scale,
        "zorder": 3,
    }


def hollow(look: Look, scale: float) -> dict[str, Any]:
    """The looks of the line beside it: dashed, with rings."""
    return {
        "color": look.muted,
        "linestyle": "--",
        "linewidth": 1.4 * scale,
        "marker": "o",
        "markersize": 6 * scale,
        "markerfacecolor": look.ground,
        "zorder": 2,
    }


def write_label(
    chart: Chart,
    label: Label,
    at: tuple[float, float],
    look: Look,
    scale: float,
    *,
    block_id: str,
    known: bool,
) -> None:
    """The name of a block and below it the value, or why there is none."""
    name, _, value = label.text.rpartition("\n")
    align: Align = "center" if label.side == 0 else "left" if label.side > 0 else "right"
    x, y = at[0] - label.side * label.width / 2, at[1] + label.height / 2
    size = NAME_PT * scale
    y = write(
        chart, name, x, y, size_pt=size, colour=look.text, align=align, gid=f"name.{block_id}"
    )
    write(
        chart,
        value,
        x,
        y,
        size_pt=size if known else SMALL_PT * scale,
        colour=look.text if known else look.muted,
        bold=known,
        align=align,
        gid=f"words.{block_id}",
    )
