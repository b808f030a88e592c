"""The rows of the roadmap: names of lanes, and entries with what stands beside their bars."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiassess.charts.canvas import MARGIN_IN
from kiassess.charts.lettering import NAME_PT, SMALL_PT, text_height, text_width, wrap
from kiassess.charts.roadmap_words import lane_name
from kiassess.domain.roadmap import Bar, ShownPlan
from kiassess.wording.planning import plain_number
from kiassess.wording.texts import NO_VALUE, Texts

GAP_IN = 0.1
PAD_IN = 0.045  # above and below what is written in a row
PLOT_SHARE = 0.5  # of the width, at least, for the bars
LEAST_TITLE_IN = 1.3  # where there is less room, the other columns go
MOST_CELL_IN = 1.3  # of a column beside the titles

WINDOW_COLUMNS = ("status",)
PAPER_COLUMNS = ("responsible", "days", "due", "status")


@dataclass(frozen=True, slots=True)
class Row:
    """One row, its words broken into lines; lengths in inches.

    Attributes:
        cells: What is written, the title first; of a lane its name only.
        height_in: With the room above and below.
        bar: The entry; ``None`` for the name of a lane.
        lane: Name of the lane, to be said again on the next page.
    """

    cells: tuple[str, ...]
    height_in: float
    bar: Bar | None
    lane: str


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows, and where what stands in them; lengths in inches from the left edge.

    Attributes:
        rows: Lane by lane, from above.
        columns: Names of the columns beside the titles.
        lefts: Where each column begins, that of the titles first.
        plot: Where the bars begin and end.
        scale: Size of the letters, 1.0 is normal.
    """

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    lefts: tuple[float, ...]
    plot: tuple[float, float]
    scale: float

    def pages(self, room_in: float, texts: Texts) -> list[tuple[Row, ...]]:
        """The rows page by page; a lane that goes on is named again, none ends with its name."""
        pages: list[tuple[Row, ...]] = []
        page: list[Row] = []
        left = room_in
        for at, row in enumerate(self.rows):
            needed = row.height_in + (self.rows[at + 1].height_in if row.bar is None else 0)
            if page and needed > left:
                pages.append(tuple(page))
                page, left = [], room_in
                if row.bar is not None:
                    again = texts("roadmap.continued", name=row.lane)
                    page.append(lane_row(again, row.lane, self.right, self.scale))
                    left -= page[0].height_in
            page.append(row)
            left -= row.height_in
        return [*pages, tuple(page)] if page else [*pages, ()]

    @property
    def right(self) -> float:
        """The right edge of the bars."""
        return self.plot[1]


def make_rows(
    shown: ShownPlan, texts: Texts, *, columns: Sequence[str], width_in: float, scale: float
) -> Rows:
    """Lay the rows out.

    Args:
        shown: What to show.
        texts: The language.
        columns: What stands beside the titles, of ``PAPER_COLUMNS``; too narrow a chart has none.
        width_in: Width of the chart.
        scale: Size of the letters, 1.0 is normal.
    """
    bars = shown.roadmap.bars
    size, gap = SMALL_PT * scale, GAP_IN * scale
    plot_left = MARGIN_IN + (width_in - 2 * MARGIN_IN) * (1 - PLOT_SHARE)
    widths = {name: _column_width(name, bars, texts, size) for name in columns}
    title_in = plot_left - MARGIN_IN - gap - sum(width + gap for width in widths.values())
    if title_in < LEAST_TITLE_IN * scale:
        widths, title_in = {}, plot_left - MARGIN_IN - gap
    lefts, x = [MARGIN_IN], MARGIN_IN + title_in + gap
    for width in widths.values():
        lefts.append(x)
        x += width + gap
    right = width_in - MARGIN_IN
    found: list[Row] = []
    for lane in shown.roadmap.lanes:
        name = lane_name(lane, shown, texts)
        found.append(lane_row(name, name, right, scale))
        for bar in lane.bars:
            title = wrap(bar.entry.title, title_in, size)
            cells = (title, *(wrap(_cell(n, bar, texts), widths[n], size) for n in widths))
            found.append(Row(cells, _height(cells, size, scale), bar, name))
    return Rows(tuple(found), tuple(widths), tuple(lefts), (plot_left, right), scale)


def lane_row(words: str, name: str, right: float, scale: float) -> Row:
    """The name of a lane across the whole chart."""
    size = NAME_PT * scale
    cells = (wrap(words, right - MARGIN_IN, size, bold=True),)
    return Row(cells, _height(cells, size, scale), None, name)


def column_title(name: str, texts: Texts) -> str:
    """The heading of a column."""
    return texts(f"roadmap.column_{name}")


def _height(cells: Sequence[str], size: float, scale: float) -> float:
    return max(text_height(cell, size) for cell in cells) + 2 * PAD_IN * scale


def _column_width(name: str, bars: Sequence[Bar], texts: Texts, size: float) -> float:
    words = [column_title(name, texts), *(_cell(name, bar, texts) for bar in bars)]
    widest = max(text_width(one, size) for one in words)
    return min(widest, MOST_CELL_IN * size / SMALL_PT)


def _cell(name: str, bar: Bar, texts: Texts) -> str:
    entry = bar.entry
    cells: Mapping[str, Callable[[], str]] = {
        "responsible": lambda: entry.responsible or NO_VALUE,
        "days": lambda: plain_number(entry.days, texts),
        "due": lambda: texts.day(entry.due),
        "status": lambda: texts(f"plan_status.{entry.status}"),
    }
    return cells[name]()
