"""Assessments by building blocks, areas or minimum requirements, for pictures and paper.

Each row is one line, each field a number with its shade, so that hundreds of rows stay readable;
what does not fit on a page goes on the next one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kiassess.charts.canvas import MARGIN_IN, Chart, Header, make_chart, make_header
from kiassess.charts.column_heads import ColumnHeads, make_column_heads
from kiassess.charts.comparison_words import comparison_legend, comparison_words
from kiassess.charts.lettering import SMALL_PT, text_width
from kiassess.charts.looks import Look
from kiassess.charts.swatches import SwatchLegend, level_swatches, make_swatches
from kiassess.charts.town_fields import Fields
from kiassess.charts.town_rows import Line, TownRows, lines_height, make_rows
from kiassess.charts.words import SEPARATOR, ChartWords
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.wording.compared_charts import overview_title, row_sentence
from kiassess.wording.compared_columns import Column, columns_of
from kiassess.wording.texts import Texts

FILL = 0.9  # of a field, for what is written in it
GAP_IN = 0.1
MOST_PAGES = 999  # what there is room to count


def town_heatmap(
    kind: ComparisonChart,
    shown: ShownComparison,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    height_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> Chart:
    """Draw all rows in one picture, however high.

    The shade says the same as the number. A field without a value has a dash and no shade, that
    of a quick check its tendency in words; “*” marks what is limited in comparability.

    Args:
        kind: ``HEATMAP``, ``AREAS`` or ``GATES``.
        shown: What to show, in which order and groups.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        height_in: Height in inches; below ``town_heatmap_height`` rows are left out at the foot.
        font_scale: Size of letters, 1.0 is normal.
        titled: Whether the message stands above; a window may show it itself.

    Raises:
        ValueError: There are no common items, or for ``GATES`` no gates among them.
    """
    words = comparison_words(kind, shown, texts)
    sheet = _sheet(kind, shown, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    lines = sheet.rows.lines
    return _page(sheet, lines, shown, words, look, texts=texts, height_in=height_in)


def town_heatmap_height(
    kind: ComparisonChart,
    shown: ShownComparison,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> float:
    """The height in inches that all rows need."""
    sheet = _sheet(kind, shown, texts, width_in=width_in, font_scale=font_scale, titled=titled)
    return sheet.around_in + lines_height(sheet.rows.lines)


def town_heatmap_pages(
    kind: ComparisonChart,
    shown: ShownComparison,
    texts: Texts,
    look: Look,
    *,
    width_in: float,
    page_in: float,
) -> Iterator[Chart]:
    """Draw all rows page by page; the last one is as high as it has to be.

    Args:
        kind: ``HEATMAP``, ``AREAS`` or ``GATES``.
        shown: What to show, in which order and groups.
        texts: The language.
        look: The colours.
        width_in: Width in inches.
        page_in: Greatest height in inches.

    Raises:
        ValueError: There are no common items, or for ``GATES`` no gates among them.
    """
    words = comparison_words(kind, shown, texts)
    title, legend = words.title, words.legend
    sheet = _sheet(kind, shown, texts, width_in=width_in)
    fullest = texts("comparison_chart.page", page=MOST_PAGES, pages=MOST_PAGES)
    sheet = sheet.with_header(title, legend, fullest)
    pages = sheet.rows.pages(page_in - sheet.around_in)
    if len(pages) == 1:
        sheet = sheet.with_header(title, legend)
    for number, lines in enumerate(pages, start=1):
        if len(pages) > 1:
            counted = texts("comparison_chart.page", page=number, pages=len(pages))
            words = replace(words, title=f"{title} ({counted})")
            sheet = sheet.with_header(title, legend, counted)
        tall = sheet.around_in + lines_height(lines)
        yield _page(sheet, lines, shown, words, look, texts=texts, height_in=tall)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All that stands around the fields, and what stands in them; lengths in inches.

    Attributes:
        header: The lines above.
        rows: The names and titles.
        columns: What stands in the fields.
        heads: The names of the columns.
        left: Left edge of the fields.
        width_in: Of the chart.
        swatches: The legend of the shades; ``None`` where signs alone say it.
        scale: Size of the letters, 1.0 is normal.
    """

    header: Header
    rows: TownRows
    columns: tuple[Column, ...]
    heads: ColumnHeads
    left: float
    width_in: float
    swatches: SwatchLegend | None
    scale: float

    @property
    def foot_in(self) -> float:
        """What stands below the rows."""
        return MARGIN_IN + (0.0 if self.swatches is None else self.swatches.height_in)

    @property
    def around_in(self) -> float:
        """The height of all but the rows."""
        return self.header.height_in + self.heads.height_in + self.foot_in

    def with_header(self, title: str, *legend: str) -> "_Sheet":
        """The same below other lines."""
        words = SEPARATOR.join(legend)
        header = make_header(title, words, width_in=self.width_in, scale=self.scale)
        return replace(self, header=header)

    def sizes(self) -> Mapping[str, float]:
        """The size of everything that stands in a field, so that it fits; words share one."""
        normal, room = SMALL_PT * self.scale, FILL * self.heads.unit_in
        signs = {sign for column in self.columns for sign in column.signs}
        fitting = {sign: normal * min(1.0, room / text_width(sign, normal)) for sign in signs}
        of_words = min((fitting[sign] for sign in signs if sign.isalpha()), default=normal)
        return {sign: of_words if sign.isalpha() else size for sign, size in fitting.items()}


def _sheet(
    kind: ComparisonChart,
    shown: ShownComparison,
    texts: Texts,
    *,
    width_in: float,
    font_scale: float = 1.0,
    titled: bool = True,
) -> _Sheet:
    title = overview_title(kind, shown, texts) if titled else ""
    legend = comparison_legend(kind, shown, texts)
    rows = make_rows(shown, texts, width_in=width_in, scale=font_scale)
    columns = columns_of(kind, shown, texts)
    left = MARGIN_IN + rows.names_in + GAP_IN
    names = [column.name for column in columns]
    swatches = make_swatches(level_swatches(texts), width_in=width_in, scale=font_scale)
    return _Sheet(
        header=make_header(title, legend, width_in=width_in, scale=font_scale),
        rows=rows,
        columns=columns,
        heads=make_column_heads(names, width_in - MARGIN_IN - left, font_scale),
        left=left,
        width_in=width_in,
        swatches=None if kind is ComparisonChart.GATES else swatches,
        scale=font_scale,
    )


def _page(
    sheet: _Sheet,
    lines: Sequence[Line],
    shown: ShownComparison,
    words: ChartWords,
    look: Look,
    *,
    texts: Texts,
    height_in: float,
) -> Chart:
    """A picture with some of the lines, and in words what stands in them."""
    chart = make_chart(sheet.header, look, width_in=sheet.width_in, height_in=height_in)
    places = [line.place for line in lines if line.place is not None]
    sentences = (row_sentence(shown.names[at], sheet.columns, at, texts) for at in places)
    chart.title, chart.summary = words.title, words.summary
    chart.description = " ".join((*words.summary, *sentences))
    y = height_in - sheet.header.height_in - sheet.heads.height_in
    ids = [column.id for column in sheet.columns]
    sheet.heads.draw(chart, ids, sheet.left, y, look)
    fields = Fields(
        chart,
        look,
        sheet.columns,
        sheet.sizes(),
        left=sheet.left,
        unit_in=sheet.heads.unit_in,
        scale=sheet.scale,
    )
    for line in lines:
        fields.draw_line(line, y, sheet.left - GAP_IN)
        y -= line.tall_in
    fields.draw_shades()
    if sheet.swatches is not None:
        sheet.swatches.draw(chart, look)
    return chart
