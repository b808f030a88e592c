"""The quick check: for each building block low, medium or high, and no number anywhere."""

from kiassess.charts.canvas import MARGIN_IN, Chart, make_chart, make_header, write
from kiassess.charts.lettering import NAME_PT, POINTS_PER_INCH, SMALL_PT, text_height, text_width
from kiassess.charts.looks import Look
from kiassess.charts.rows import GAP_IN, Plot, Room, draw_rows, names_width, row_label
from kiassess.charts.words import describe
from kiassess.domain.profile import BlockResult, Profile, Tendency
from kiassess.wording.summary import profile_summary, profile_title
from kiassess.wording.texts import Texts

COLUMNS = tuple(Tendency)
PLACE_PT = 13
HEAD_GAP_PT = 3


def tendency_chart(
    profile: Profile,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw the tendency of each building block as a filled place in one of three columns.

    A block without a tendency has no filled place and says so in words.

    Args:
        profile: What to show; of the quick check.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``tendency_height`` rows come too close.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.
    """
    room = _room(profile, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(room.header, look, width_in=width_in, height_in=height_in)
    chart.title = profile_title(profile, texts)
    chart.description = describe("tendency", profile, texts)
    chart.summary = profile_summary(profile, texts)
    plot = draw_rows(chart, room, texts, look)
    plot.axes.set_xlim(-0.5, len(COLUMNS) - 0.5)
    _write_heads(plot, room)
    for y, block in zip(plot.rows, profile.blocks, strict=True):
        _draw_places(plot, y, block)
        _write_tendency(plot, y, block, left_in=room.right + GAP_IN)
    return chart


def tendency_height(
    profile: Profile, texts: Texts, *, width_in: float, font_scale: float = 1.0, titled: bool = True
) -> float:
    """The least height in inches at which no row touches the next one."""
    room = _room(profile, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    return room.needed_in


def _room(
    profile: Profile, texts: Texts, *, width_in: float, font_scale: float, titled: bool
) -> Room:
    title = profile_title(profile, texts) if titled else ""
    legend = texts("chart.legend_tendency")
    names = names_width([b.name for b in profile.blocks], width_in=width_in, scale=font_scale)
    words_in = max(
        text_width(texts("tendency.none"), SMALL_PT * font_scale),
        *(text_width(texts(f"tendency.{t}"), NAME_PT * font_scale, bold=True) for t in COLUMNS),
    )
    return Room(
        left=MARGIN_IN + names + GAP_IN,
        right=width_in - MARGIN_IN - words_in - GAP_IN,
        header=make_header(title, legend, width_in=width_in, scale=font_scale),
        head_in=text_height("", SMALL_PT * font_scale) + HEAD_GAP_PT / POINTS_PER_INCH,
        labels=tuple(
            row_label(b.id, b.name, width_in=names, scale=font_scale) for b in profile.blocks
        ),
        scale=font_scale,
    )


def _write_heads(plot: Plot, room: Room) -> None:
    column_in = (room.right - room.left) / len(COLUMNS)
    for column, tendency in enumerate(COLUMNS):
        write(
            plot.chart,
            plot.texts(f"tendency.{tendency}"),
            room.left + (column + 0.5) * column_in,
            plot.top + room.head_in,
            size_pt=SMALL_PT * plot.scale,
            colour=plot.look.muted,
            align="center",
            gid=f"column.{tendency}",
        )


def _draw_places(plot: Plot, y: float, block: BlockResult) -> None:
    """Three places on a line, of which at most one is filled and larger."""
    plot.axes.plot(
        range(len(COLUMNS)),
        [y] * len(COLUMNS),
        color=plot.look.muted,
        linewidth=1,
        marker="o",
        markersize=0.6 * PLACE_PT * plot.scale,
        markerfacecolor=plot.look.ground,
        gid=f"places.{block.id}",
    )
    if block.tendency is not None:
        plot.axes.plot(
            [COLUMNS.index(block.tendency)],
            [y],
            marker="o",
            markersize=PLACE_PT * plot.scale,
            color=plot.look.accent,
            gid=f"tendency.{block.id}",
        )


def _write_tendency(plot: Plot, y: float, block: BlockResult, *, left_in: float) -> None:
    known = block.tendency is not None
    size = (NAME_PT if known else SMALL_PT) * plot.scale
    write(
        plot.chart,
        plot.texts(f"tendency.{block.tendency or 'none'}"),
        left_in,
        y + text_height("", size) / 2,
        size_pt=size,
        colour=plot.look.text if known else plot.look.muted,
        bold=known,
        gid=f"words.{block.id}",
    )
