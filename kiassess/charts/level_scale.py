"""The scale over a dot plot: the levels 0 to 4 with their names, never on top of each other."""

from dataclasses import dataclass

from kiassess.charts.canvas import write
from kiassess.charts.lettering import POINTS_PER_INCH, SMALL_PT, text_height, widest_word, wrap
from kiassess.charts.rows import Plot
from kiassess.domain.kinds import LEVELS
from kiassess.wording.texts import Texts

GAP_PT = 4
FILL = 0.94  # of the room between two levels
FILL_STAGGERED = 1.8  # two levels apart


@dataclass(frozen=True, slots=True)
class LevelScale:
    """The words over the levels.

    Attributes:
        words: One text a level, broken into lines.
        staggered: Whether even levels stand above the odd ones, for want of width.
        unit_in: Width of one level in inches.
        scale: Size of the letters, 1.0 is normal.
    """

    words: tuple[str, ...]
    staggered: bool
    unit_in: float
    scale: float

    @property
    def height_in(self) -> float:
        """The room it takes, in inches."""
        odd, even = self._tallest(1), self._tallest(0)
        tiers = odd + even if self.staggered else max(odd, even)
        return tiers + GAP_PT * self.scale / POINTS_PER_INCH

    def draw(self, plot: Plot, left_in: float) -> None:
        """Write the words over the rows, and draw a quiet line down from each."""
        for level in LEVELS:
            lift = self._height(level) + GAP_PT * self.scale / POINTS_PER_INCH
            if self.staggered and level % 2 == 0:
                lift += self._tallest(1)
            plot.axes.axvline(level, color=plot.look.line, linewidth=1, zorder=0, clip_on=False)
            write(
                plot.chart,
                self.words[level],
                left_in + level * self.unit_in,
                plot.top + lift,
                size_pt=SMALL_PT * self.scale,
                colour=plot.look.muted,
                align="center",
                gid=f"level.{level}",
            )

    def _height(self, level: int) -> float:
        return text_height(self.words[level], SMALL_PT * self.scale)

    def _tallest(self, remainder: int) -> float:
        return max(self._height(level) for level in LEVELS if level % 2 == remainder)


def make_level_scale(texts: Texts, unit_in: float, scale: float) -> LevelScale:
    """Break the names of the levels to the room there is; numbers alone where it is too little.

    Args:
        texts: The language.
        unit_in: Width of one level in inches.
        scale: Size of the letters, 1.0 is normal.
    """
    size = SMALL_PT * scale
    names = [texts(f"chart.level_{level}") for level in LEVELS]
    widest = max(widest_word(name, size) for name in names)
    for fill in (FILL, FILL_STAGGERED):
        room = fill * unit_in
        if widest <= room:
            words = tuple(wrap(name, room, size) for name in names)
            return LevelScale(words, fill == FILL_STAGGERED, unit_in, scale)
    return LevelScale(tuple(map(str, LEVELS)), staggered=False, unit_in=unit_in, scale=scale)
