"""The plan over two years: bars by the steps to a strategy, for screen and paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiassess.charts.canvas import MARGIN_IN, Chart, Header, make_chart, make_header, write
from kiassess.charts.lettering import SMALL_PT, text_height, wrap
from kiassess.charts.looks import Look
from kiassess.charts.roadmap_marks import Marks, axis_height, status_swatches
from kiassess.charts.roadmap_rows import (
    PAPER_COLUMNS,
    WINDOW_COLUMNS,
    Row,
    Rows,
    make_rows,
)
from kiassess.charts.roadmap_words import roadmap_legend, roadmap_words
from kiassess.charts.swatches import SwatchLegend, make_swatches
from kiassess.charts.words import ChartWords
from kiassess.domain.roadmap import ShownPlan
from kiassess.wording.texts import Texts

ONE_PAGE_SCALES = (1.0, 0.94, 0.88, 0.82)  # letters get no smaller to spare a second page
PAGES_SCALE = 0.88  # of letters where there are several pages
MOST_PAGES = 99
INTRO_GAP_IN = 0.08


def roadmap(
    shown: ShownPlan,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw the roadmap in one picture, however high.

    Each status has a pattern and its word; a diamond is the day something is due, a triangle a
    decision of the council, the dashed line today.

    Args:
        shown: What to show.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``roadmap_height`` rows are left out at the foot.
        font_scale: Size of letters and marks, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.
    """
    words = roadmap_words(shown, texts)
    sheet = _sheet(
        shown, texts, words, width_in=width_in, scale=font_scale, titled=titled, paper=False
    )
    return sheet.page(sheet.rows.rows, shown, words, look, texts=texts, height_in=height_in)


def roadmap_height(
    shown: ShownPlan,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The least height in inches at which every row has its place."""
    words = roadmap_words(shown, texts)
    sheet = _sheet(
        shown, texts, words, width_in=width_in, scale=font_scale, titled=titled, paper=False
    )
    return sheet.around_in + sum(row.height_in for row in sheet.rows.rows)


def roadmap_pages(
    shown: ShownPlan, texts: Texts, look: Look, *, width_in: float, page_in: float
) -> Iterator[Chart]:
    """Draw the roadmap for paper, with who, how much, until when and how far beside each bar.

    Letters get a little smaller where that spares a second page.

    Args:
        shown: What to show.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        page_in: Height of every page in inches.
    """
    words = roadmap_words(shown, texts)
    named = replace(words, title=_paper_title(shown, texts, 1, 1))
    for scale in ONE_PAGE_SCALES:
        sheet = _sheet(shown, texts, named, width_in=width_in, scale=scale, titled=True, paper=True)
        pages = sheet.rows.pages(page_in - sheet.around_in, texts)
        if len(pages) == 1:
            break
    else:
        longest = replace(words, title=_paper_title(shown, texts, MOST_PAGES, MOST_PAGES))
        form = {"width_in": width_in, "scale": PAGES_SCALE}
        sheet = _sheet(shown, texts, longest, **form, titled=True, paper=True)
        pages = sheet.rows.pages(page_in - sheet.around_in, texts)
    for number, rows in enumerate(pages, start=1):
        counted = replace(words, title=_paper_title(shown, texts, number, len(pages)))
        sheet = sheet.with_title(counted.title, texts)
        yield sheet.page(rows, shown, counted, look, texts=texts, height_in=page_in)


def _paper_title(shown: ShownPlan, texts: Texts, page: int, pages: int) -> str:
    key = "roadmap.paper" if pages == 1 else "roadmap.paper_page"
    day = texts.day(shown.roadmap.today)
    return texts(key, name=shown.place, date=day, page=page, pages=pages)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All that stands around the rows; lengths in inches.

    Attributes:
        header: The lines above.
        intro: The summary on paper, broken into lines; in a window it stands elsewhere.
        rows: The rows.
        legend: The fields of the bars.
        width_in: Width of the chart.
    """

    header: Header
    intro: str
    rows: Rows
    legend: SwatchLegend
    width_in: float

    @property
    def intro_in(self) -> float:
        """The height of the summary."""
        if not self.intro:
            return 0.0
        return text_height(self.intro, SMALL_PT * self.rows.scale) + INTRO_GAP_IN * self.rows.scale

    @property
    def around_in(self) -> float:
        """The height of everything but the rows."""
        above = self.header.height_in + self.intro_in + axis_height(self.rows.scale)
        return above + self.legend.height_in + MARGIN_IN

    def with_title(self, title: str, texts: Texts) -> "_Sheet":
        """The same below another title."""
        form = {"width_in": self.width_in, "scale": self.rows.scale}
        return replace(self, header=make_header(title, roadmap_legend(texts), **form))

    def page(
        self,
        rows: Sequence[Row],
        shown: ShownPlan,
        words: ChartWords,
        look: Look,
        *,
        texts: Texts,
        height_in: float,
    ) -> Chart:
        """Draw some rows."""
        chart = make_chart(self.header, look, width_in=self.width_in, height_in=height_in)
        chart.title, chart.description, chart.summary = (
            words.title,
            words.description,
            words.summary,
        )
        top = height_in - self.header.height_in
        if self.intro:
            size = SMALL_PT * self.rows.scale
            write(chart, self.intro, MARGIN_IN, top, size_pt=size, colour=look.text, gid="summary")
        marks = Marks(chart, self.rows, shown.roadmap, texts, look)
        marks.draw(rows, top - self.intro_in)
        self.legend.draw(chart, look)
        return chart


def _sheet(
    shown: ShownPlan,
    texts: Texts,
    words: ChartWords,
    *,
    width_in: float,
    scale: float,
    titled: bool,
    paper: bool,
) -> _Sheet:
    columns = PAPER_COLUMNS if paper else WINDOW_COLUMNS
    intro = wrap(" ".join(words.summary), width_in - 2 * MARGIN_IN, SMALL_PT * scale)
    return _Sheet(
        header=make_header(
            words.title if titled else "", roadmap_legend(texts), width_in=width_in, scale=scale
        ),
        intro=intro if paper else "",
        rows=make_rows(shown, texts, columns=columns, width_in=width_in, scale=scale),
        legend=make_swatches(status_swatches(texts), width_in=width_in, scale=scale),
        width_in=width_in,
    )
