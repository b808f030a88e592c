"""All rounds of one municipality: a small picture for each building block, side by side."""

from dataclasses import dataclass
from math import ceil, nan

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kiassess.charts.canvas import MARGIN_IN, Chart, Header, make_chart, make_header, write
from kiassess.charts.comparison_words import comparison_legend, comparison_words
from kiassess.charts.lettering import (
    NAME_PT,
    POINTS_PER_INCH,
    SMALL_PT,
    text_height,
    text_width,
    wrap,
)
from kiassess.charts.looks import Look
from kiassess.charts.time_axis import TimeAxis, fitting_words, make_time_axis
from kiassess.domain.kinds import LEVELS, TOP_LEVEL
from kiassess.domain.shown_comparison import BlockRounds, ComparisonChart, ShownComparison
from kiassess.wording.compared_rounds import Rounds, rounds_shown, rounds_title, shown_words
from kiassess.wording.texts import Texts

KIND = ComparisonChart.TREND
PANEL_IN = 1.9  # least width of a picture
PLOT_IN = 1.25  # height of what is drawn in it
BETWEEN_IN = 0.24
SCALE_IN = 0.2  # for the numbers of the levels
GAP_IN = 0.06
BAND_PT = 8
UP_PT = 5.5  # of a number over its dot and its band
HIGH = 3.4  # where these end above it, the number stands below them


def trend(
    shown: ShownComparison,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw the values of each building block over time, each on its band, from 0 to 4.

    Rounds stand as far apart as their days, in an anonymous comparison evenly. Where a round has
    no value the line has a gap, and only the band is there.

    Args:
        shown: What to show; the municipality of its ``own`` has at least two rounds.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``trend_height`` pictures come too close.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: There are fewer than two rounds with numbers.
    """
    words = comparison_words(KIND, shown, texts)
    sheet = _sheet(shown, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    chart = make_chart(sheet.header, look, width_in=width_in, height_in=height_in)
    chart.title, chart.description, chart.summary = words.title, words.description, words.summary
    top = height_in - sheet.header.height_in
    row_in = (top - MARGIN_IN + BETWEEN_IN * font_scale) / sheet.n_rows
    for n, block in enumerate(sheet.rounds.blocks):
        row, column = divmod(n, sheet.n_columns)
        left = MARGIN_IN + column * (sheet.panel_in + BETWEEN_IN * font_scale)
        _Panel(chart, sheet, texts, look).draw(block, left, top - row * row_in, row_in)
    return chart


def trend_height(
    shown: ShownComparison,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which nothing touches."""
    sheet = _sheet(shown, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    rows = sheet.n_rows * (sheet.row_in + BETWEEN_IN * font_scale) - BETWEEN_IN * font_scale
    return sheet.header.height_in + rows + MARGIN_IN


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How the pictures share the room; lengths in inches.

    Attributes:
        header: The lines above.
        rounds: What to draw.
        axis: The days and their words.
        names: The names of the blocks, broken into lines.
        n_columns: Pictures side by side.
        panel_in: Width of a picture.
        scale: Size of letters and marks, 1.0 is normal.
    """

    header: Header
    rounds: Rounds
    axis: TimeAxis
    names: tuple[str, ...]
    n_columns: int
    panel_in: float
    scale: float

    @property
    def n_rows(self) -> int:
        return ceil(len(self.names) / self.n_columns)

    @property
    def name_in(self) -> float:
        """The height of the name that needs most."""
        tallest = max(text_height(name, NAME_PT * self.scale) for name in self.names)
        return tallest + GAP_IN * self.scale

    @property
    def days_in(self) -> float:
        """The height of the words below a picture."""
        return text_height("", SMALL_PT * self.scale) + GAP_IN * self.scale

    @property
    def row_in(self) -> float:
        """The least height of a picture with its words."""
        return self.name_in + PLOT_IN * self.scale + self.days_in


def _sheet(
    shown: ShownComparison, texts: Texts, *, width_in: float, font_scale: float, titled: bool
) -> _Sheet:
    rounds = rounds_shown(KIND, shown, texts)
    title = rounds_title(KIND, rounds, texts) if titled else ""
    legend = comparison_legend(KIND, shown, texts)
    room, between = width_in - 2 * MARGIN_IN, BETWEEN_IN * font_scale
    n_columns = int((room + between) / (PANEL_IN * font_scale + between))
    n_columns = min(max(1, n_columns), len(rounds.blocks))
    panel_in = (room + between) / n_columns - between
    return _Sheet(
        header=make_header(title, legend, width_in=width_in, scale=font_scale),
        rounds=rounds,
        axis=make_time_axis(shown, rounds.places, panel_in - SCALE_IN * font_scale, font_scale),
        names=tuple(wrap(b.name, panel_in, NAME_PT * font_scale) for b in rounds.blocks),
        n_columns=n_columns,
        panel_in=panel_in,
        scale=font_scale,
    )


@dataclass(frozen=True, slots=True)
class _Panel:
    """Draws one picture."""

    chart: Chart
    sheet: _Sheet
    texts: Texts
    look: Look

    def draw(self, block: BlockRounds, left: float, top: float, row_in: float) -> None:
        """Draw a block.

        Args:
            block: Its values.
            left: Left edge from that of the chart, in inches.
            top: Upper edge from the lower edge of the chart, in inches.
            row_in: Height with the gap below it, in inches.
        """
        sheet, scale = self.sheet, self.sheet.scale
        name = sheet.names[[one.id for one in sheet.rounds.blocks].index(block.id)]
        size = NAME_PT * scale
        write(
            self.chart, name, left, top, size_pt=size, colour=self.look.text, gid=f"name.{block.id}"
        )
        tall = row_in - BETWEEN_IN * scale - sheet.name_in - sheet.days_in
        left, bottom = left + SCALE_IN * scale, top - sheet.name_in - tall
        axes = self._axes(left, bottom, tall)
        self._draw_values(axes, block)
        self._write_values(block, left, bottom, tall / TOP_LEVEL)
        for x, words in zip(sheet.axis.places_in, sheet.axis.words, strict=True):
            self._write(words, left + x, bottom - GAP_IN * scale, f"day.{block.id}")

    def _axes(self, left: float, bottom: float, tall: float) -> Axes:
        """The empty picture: quiet lines for the levels, numbers beside them."""
        sheet, look = self.sheet, self.look
        width_in, height_in = self.chart.get_size_inches()
        wide = sheet.axis.width_in
        place = (left / width_in, bottom / height_in, wide / width_in, tall / height_in)
        axes = self.chart.add_axes(place)
        axes.set_xlim(0, wide)
        axes.set_ylim(0, TOP_LEVEL)
        axes.set_axis_off()
        small = text_height("", SMALL_PT * sheet.scale)
        for level in LEVELS:
            axes.axhline(level, color=look.line, linewidth=1, zorder=0, clip_on=False)
            y = bottom + level * tall / TOP_LEVEL + small / 2
            self._write(str(level), left - SCALE_IN * sheet.scale / 2, y, f"level.{level}")
        return axes

    def _draw_values(self, axes: Axes, block: BlockRounds) -> None:
        look, scale = self.look, self.sheet.scale
        xs = self.sheet.axis.places_in
        wide = BAND_PT * scale / POINTS_PER_INCH
        for x, score in zip(xs, block.scores, strict=True):
            if score.low is not None and score.high is not None and score.low < score.high:
                axes.add_patch(
                    Rectangle(
                        (x - wide / 2, score.low),
                        wide,
                        score.high - score.low,
                        facecolor=look.band,
                        edgecolor=look.accent,
                        linewidth=0.8 * scale,
                        clip_on=False,
                        zorder=1,
                        gid=f"band.{block.id}",
                    )
                )
        values = [nan if score.value is None else score.value for score in block.scores]
        axes.plot(
            xs,
            values,
            color=look.accent,
            linewidth=1.8 * scale,
            clip_on=False,
            zorder=2,
            gid=f"line.{block.id}",
        )
        for x, value, limited in zip(xs, values, block.limited, strict=True):
            axes.plot(
                [x],
                [value],
                marker="o",
                markersize=7 * scale,
                markeredgewidth=(1.8 if limited else 1.0) * scale,
                markeredgecolor=look.accent if limited else look.ground,
                markerfacecolor=look.ground if limited else look.accent,
                clip_on=False,
                zorder=3,
                gid=f"{'limited' if limited else 'value'}.{block.id}",
            )

    def _write_values(
        self, block: BlockRounds, left: float, bottom: float, level_in: float
    ) -> None:
        """The values over their dots, those at the ends first, as far as there is room."""
        size = SMALL_PT * self.sheet.scale
        up = UP_PT * self.sheet.scale / POINTS_PER_INCH
        words = [
            shown_words(score, limited=limited, texts=self.texts)
            for score, limited in zip(block.scores, block.limited, strict=True)
        ]
        for at in fitting_words(self.sheet.axis.places_in, [text_width(w, size) for w in words]):
            score = block.scores[at]
            if score.value is None:
                continue
            low = score.value if score.low is None else min(score.low, score.value)
            high = score.value if score.high is None else max(score.high, score.value)
            y = bottom + high * level_in + up + text_height("", size)
            if high > HIGH:
                y = bottom + low * level_in - up
            x = left + self.sheet.axis.places_in[at]
            self._write(words[at], x, y, f"words.{block.id}", strong=True)

    def _write(self, words: str, x: float, y: float, gid: str, *, strong: bool = False) -> None:
        look = self.look
        write(
            self.chart,
            words,
            x,
            y,
            size_pt=SMALL_PT * self.sheet.scale,
            colour=look.text if strong else look.muted,
            align="center",
            gid=gid,
        )
