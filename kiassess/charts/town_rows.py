"""The rows of a heatmap of many assessments: one line each, in groups, broken into pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from kiassess.charts.lettering import SMALL_PT, text_height, text_width, widest_word, wrap
from kiassess.domain.shown_comparison import RowGroup, ShownComparison, row_groups
from kiassess.wording.texts import Texts

NAMES_SHARE = 0.36  # of the width, at most, unless a single word needs more
PAD_IN = 0.07  # above and below the words of a row, together
ABOVE_TITLE_IN = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a heatmap.

    Attributes:
        words: A name, or the title of a group; broken into lines.
        place: Of the assessment; ``None`` for a title.
        tall_in: Height in inches.
    """

    words: str
    place: int | None
    tall_in: float


@dataclass(frozen=True, slots=True)
class TownRows:
    """All lines.

    Attributes:
        groups: The lines of each group; the first is its title, if it has one.
        names_in: Width of the names in inches.
    """

    groups: tuple[tuple[Line, ...], ...]
    names_in: float

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them, one after the other."""
        return tuple(line for group in self.groups for line in group)

    def pages(self, room_in: float) -> list[tuple[Line, ...]]:
        """The lines of each page; a group that goes on there begins with its title again.

        Args:
            room_in: Height for the lines of a page; at least one row stands on each.
        """
        found: list[list[Line]] = [[]]
        left = room_in
        for group in self.groups:
            title = [line for line in group if line.place is None]
            title_in = sum(line.tall_in for line in title)
            waiting = title  # a title never stands alone at the foot of a page
            for row in group[len(title) :]:
                needed = row.tall_in + sum(line.tall_in for line in waiting)
                if found[-1] and needed > left:
                    found.append([])
                    waiting, left = title, room_in
                    needed = row.tall_in + title_in
                found[-1] += [*waiting, row]
                waiting, left = [], left - needed
        return [tuple(page) for page in found]


def make_rows(shown: ShownComparison, texts: Texts, *, width_in: float, scale: float) -> TownRows:
    """Break the names of all assessments to the room there is.

    Args:
        shown: The comparison.
        texts: The language.
        width_in: Width of the chart.
        scale: Size of the letters, 1.0 is normal.
    """
    size = SMALL_PT * scale
    widest = max(text_width(name, size) for name in shown.names)
    word = max(widest_word(name, size) for name in shown.names)
    names_in = max(min(widest, NAMES_SHARE * width_in), word)
    pad = PAD_IN * scale
    groups = []
    for group in row_groups(shown):
        lines = []
        if group.titled:
            title = wrap(_title(group, texts), width_in, size, bold=True)
            tall = text_height(title, size) + ABOVE_TITLE_IN * scale + pad
            lines.append(Line(title, None, tall))
        for at in group.places:
            name = wrap(shown.names[at], names_in, size)
            lines.append(Line(name, at, text_height(name, size) + pad))
        groups.append(tuple(lines))
    return TownRows(tuple(groups), names_in)


def least_pages(n_rows: int, page_in: float) -> int:
    """How many pages so many rows need at least, told at once: measuring names takes its time.

    Args:
        n_rows: Number of assessments.
        page_in: Height of a page in inches.
    """
    return ceil(n_rows * (text_height("", SMALL_PT) + PAD_IN) / page_in)


def lines_height(lines: Sequence[Line]) -> float:
    """The height of some lines in inches."""
    return sum(line.tall_in for line in lines)


def _title(group: RowGroup, texts: Texts) -> str:
    size = group.size_class
    words = texts("comparison_chart.size_unknown" if size is None else f"size.{size}")
    return texts("comparison_chart.group", size=words, n=texts.count(len(group.places)))
