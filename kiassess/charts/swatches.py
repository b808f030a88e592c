"""The legend below a chart: small fields with their meaning, side by side as far as they fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.patches import Rectangle

from kiassess.charts.canvas import MARGIN_IN, Chart, write
from kiassess.charts.lettering import SMALL_PT, text_height, text_width, wrap
from kiassess.charts.looks import Look
from kiassess.charts.shades import shade
from kiassess.domain.kinds import LEVELS
from kiassess.wording.texts import Texts

FIELD_IN = (0.2, 0.12)  # width and height of a field, times the letters' size
BESIDE_IN = 0.06
BETWEEN_IN = 0.18
ABOVE_IN = 0.1
LINE_PT = 0.8


@dataclass(frozen=True, slots=True)
class Swatch:
    """One entry.

    Attributes:
        id: Short key, to find it again.
        words: What the field means.
        level: Whose shade the field has; ``None`` for the ground of the chart.
        hatch: A pattern of matplotlib; ``""`` for none.
    """

    id: str
    words: str
    level: int | None = None
    hatch: str = ""

    def colour(self, look: Look) -> str:
        """The colour of the field."""
        return look.ground if self.level is None else shade(self.level, look)


@dataclass(frozen=True, slots=True)
class _Placed:
    swatch: Swatch
    words: str
    x: float
    y: float  # upper edge of the words, from the upper edge of the legend downwards


@dataclass(frozen=True, slots=True)
class SwatchLegend:
    """Entries with their places; lengths in inches.

    Attributes:
        entries: What is written where.
        height_in: The room it takes, with a gap above.
        scale: Size of the letters, 1.0 is normal.
    """

    entries: tuple[_Placed, ...]
    height_in: float
    scale: float

    def draw(self, chart: Chart, look: Look) -> None:
        """Draw it at the lower edge of a chart."""
        size = SMALL_PT * self.scale
        wide, tall = (side * self.scale for side in FIELD_IN)
        top = MARGIN_IN + self.height_in
        for entry in self.entries:
            middle = top - entry.y - text_height("", size) / 2
            chart.add_artist(
                Rectangle(
                    (entry.x, middle - tall / 2),
                    wide,
                    tall,
                    transform=chart.inches,
                    facecolor=entry.swatch.colour(look),
                    edgecolor=look.muted,
                    hatch=entry.swatch.hatch or None,
                    linewidth=LINE_PT * self.scale,
                    gid=f"swatch.{entry.swatch.id}",
                )
            )
            write(
                chart,
                entry.words,
                entry.x + wide + BESIDE_IN * self.scale,
                top - entry.y,
                size_pt=size,
                colour=look.muted,
                gid=f"legend.{entry.swatch.id}",
            )


def make_swatches(swatches: Sequence[Swatch], *, width_in: float, scale: float) -> SwatchLegend:
    """Set entries side by side, and in further lines where a chart is too narrow.

    Args:
        swatches: The entries in their order.
        width_in: Width of the chart.
        scale: Size of the letters, 1.0 is normal.
    """
    size = SMALL_PT * scale
    before = (FIELD_IN[0] + BESIDE_IN) * scale
    right = width_in - MARGIN_IN
    x, y, line_in = MARGIN_IN, ABOVE_IN * scale, 0.0
    placed = []
    for swatch in swatches:
        words = wrap(swatch.words, right - MARGIN_IN - before, size)
        needed = before + text_width(words, size)
        if x > MARGIN_IN and x + needed > right:
            x, y, line_in = MARGIN_IN, y + line_in, 0.0
        placed.append(_Placed(swatch, words, x, y))
        x += needed + BETWEEN_IN * scale
        line_in = max(line_in, text_height(words, size))
    return SwatchLegend(tuple(placed), y + line_in, scale)


def level_swatches(texts: Texts) -> list[Swatch]:
    """One entry for each level, with its name."""
    return [Swatch(f"level_{n}", texts(f"chart.level_{n}"), level=n) for n in LEVELS]
