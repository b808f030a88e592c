"""The roadmap of a plan on paper: page by page, and as a PDF."""

from collections.abc import Iterator
from pathlib import Path

from kiassess.charts.canvas import Chart
from kiassess.charts.looks import Look
from kiassess.charts.rendering import to_pdf_bytes
from kiassess.charts.roadmap import roadmap_pages
from kiassess.charts.roadmap_words import roadmap_words
from kiassess.content.themes import Theme
from kiassess.domain.roadmap import BORDER_MM, MM_PER_INCH, PlanPaper, ShownPlan
from kiassess.exchange.writing import write_file
from kiassess.wording.texts import Texts


def draw_roadmap_pages(
    shown: ShownPlan, texts: Texts, theme: Theme, paper: PlanPaper
) -> Iterator[Chart]:
    """Draw the roadmap page by page, without the border of the paper.

    Args:
        shown: The plan.
        texts: The language.
        theme: The colours.
        paper: What it goes on.
    """
    width_in, page_in = paper.room_in
    look = Look.of(theme.roles)
    return roadmap_pages(shown, texts, look, width_in=width_in, page_in=page_in)


def write_roadmap(
    shown: ShownPlan, target: Path, texts: Texts, theme: Theme, paper: PlanPaper
) -> Path:
    """Write the roadmap as a PDF whose pages are as large as the paper; returns the target.

    Raises:
        ExportBlockedError: It cannot be written; an older file is as it was.
    """
    words = roadmap_words(shown, texts)
    pages = draw_roadmap_pages(shown, texts, theme, paper)
    border_in = BORDER_MM / MM_PER_INCH
    write_file(target, to_pdf_bytes(pages, words.title, words.description, border_in=border_in))
    return target
