"""The band of a value: from where to where it could move, as a bar with soft corners."""

from matplotlib.patches import BoxStyle, FancyBboxPatch

from kiassess.charts.lettering import POINTS_PER_INCH
from kiassess.charts.rows import Plot
from kiassess.domain.scoring import Score

BAND_PT = 10  # height
CORNER_IN = 0.05


def draw_band(
    plot: Plot,
    y: float,
    score: Score,
    *,
    level_in: float,
    gid: str,
    tall_pt: float = BAND_PT,
    filled: bool = True,
) -> None:
    """Draw a bar from low to high; its ends are exact. A band of no width leaves no mark.

    Args:
        plot: Where to draw.
        y: Middle of the bar.
        score: Its band.
        level_in: Width of one level in inches.
        gid: Name of the bar, to find it again.
        tall_pt: Height of the bar.
        filled: Whether it has more than its outline.
    """
    low, high = score.low, score.high
    if low is None or high is None or low == high:
        return
    tall = tall_pt * plot.scale / POINTS_PER_INCH
    corner = min(CORNER_IN * plot.scale / level_in, (high - low) / 2)
    plot.axes.add_patch(
        FancyBboxPatch(
            (low, y - tall / 2),
            high - low,
            tall,
            boxstyle=BoxStyle.Round(pad=0, rounding_size=corner),
            mutation_aspect=level_in,  # round corners where a level is wider than an inch, too
            facecolor=plot.look.band if filled else plot.look.ground,
            edgecolor=plot.look.accent,
            linewidth=0.8 * plot.scale,
            clip_on=False,
            zorder=1,
            gid=gid,
        )
    )
