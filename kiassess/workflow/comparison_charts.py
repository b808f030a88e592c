"""Charts of a comparison as files; the suffix of the target says what is written.

What draws is imported when there is something to draw.
"""

from pathlib import Path
from typing import Literal, cast

from kiassess.charts.comparison_words import can_draw, comparison_words
from kiassess.charts.looks import Look
from kiassess.content.themes import Theme
from kiassess.domain.errors import NoSuchChartError, TooManyPagesError, UnknownFormatError
from kiassess.domain.naming import numbered
from kiassess.domain.shown_comparison import OF_ALL, ComparisonChart, ShownComparison
from kiassess.exchange.writing import write_file
from kiassess.wording.texts import Texts

FORMATS = ("png", "svg", "pdf")
WIDTH_IN = 7.2  # fits between the margins of A4
PAGE_IN = 10.2
MOST_PAGES = 50  # some 2,000 assessments, half a minute


def write_comparison_chart(
    target: Path, kind: ComparisonChart, shown: ShownComparison, texts: Texts, theme: Theme
) -> tuple[Path, ...]:
    """Write a chart; may run outside the thread of window and database.

    A heatmap that does not fit on a page becomes a document of several, or as PNG and SVG several
    files: “Vergleich.png”, “Vergleich (2).png” and so on. Title and description go along in the
    files; in an anonymous comparison both know only aliases.

    Args:
        target: Where it goes; its suffix is one of ``FORMATS``, in any case.
        kind: Which chart.
        shown: What it shows.
        texts: The language.
        theme: The colours; the light theme, for paper.

    Returns:
        The files, the target first.

    Raises:
        UnknownFormatError: The suffix is none of ours.
        NoSuchChartError: There is no such chart of what was chosen.
        TooManyPagesError: It would have more than ``MOST_PAGES`` at the least.
        ExportBlockedError: A file cannot be written; an older one is as it was.
    """
    from kiassess.charts.comparison_choice import pages_of
    from kiassess.charts.rendering import to_file_bytes, to_pdf_bytes
    from kiassess.charts.town_rows import least_pages

    file_format = target.suffix.lower().lstrip(".")
    if not is_picture(target):
        raise UnknownFormatError(file=target.name, known=", ".join(f".{one}" for one in FORMATS))
    if not can_draw(kind, shown):
        raise NoSuchChartError
    pages = least_pages(len(shown.names), PAGE_IN) if kind in OF_ALL else 1
    if pages > MOST_PAGES:
        raise TooManyPagesError(pages=pages, most=MOST_PAGES)
    look = Look.of(theme.roles)
    drawn = pages_of(kind, shown, texts, look, width_in=WIDTH_IN, page_in=PAGE_IN)
    if file_format == "pdf":
        words = comparison_words(kind, shown, texts)
        write_file(target, to_pdf_bytes(drawn, words.title, words.description))
        return (target,)
    written = []
    for number, page in enumerate(drawn, start=1):
        written.append(target.with_name(numbered(target.name, number)))
        picture = to_file_bytes(page, cast("Literal['png', 'svg']", file_format))
        write_file(written[-1], picture)
    return tuple(written)


def is_picture(target: Path) -> bool:
    """Whether a chart is what goes there."""
    return target.suffix.lower().lstrip(".") in FORMATS
