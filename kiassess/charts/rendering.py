"""Charts as pixels for the window and as bytes for files; the same figure for both."""

from collections.abc import Iterable
from io import BytesIO
from threading import Lock
from typing import Any, Literal

import matplotlib
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from kiassess.charts.canvas import Chart

FileFormat = Literal["png", "svg", "pdf"]
PRINT_DPI = 300
MAKER = "kiassess"
# Letters keep their shape and width at any size; fitted to pixels, bold ones look like a serif.
SETTINGS: dict[Any, Any] = {"text.hinting": "no_hinting"}
FILE_SETTINGS: dict[Any, Any] = SETTINGS | {
    "pdf.fonttype": 42,  # whole letters, so that a text in the file can be searched
    "svg.fonttype": "path",  # looks the same where our font is missing
    "svg.hashsalt": MAKER,  # same chart, same bytes
}
# What each format calls title, description and the program.
NAMES = {
    "png": ("Title", "Description", "Software"),
    "svg": ("Title", "Description", "Creator"),
    "pdf": ("Title", "Subject", "Creator"),
}
NO_DATE = {"svg": {"Date": None}, "pdf": {"CreationDate": None, "Producer": None}}

# matplotlib keeps its settings and its fonts for the whole process.
_drawing = Lock()


def to_rgba(figure: Figure, dpi: float) -> tuple[bytes, int, int]:
    """Draw a figure into memory, for a window.

    Args:
        figure: The chart; it is left as it was.
        dpi: Pixels an inch.

    Returns:
        Four bytes a pixel (red, green, blue, opacity) row by row from the top; width and
        height in pixels.
    """
    with _drawing, matplotlib.rc_context(SETTINGS):
        before = figure.dpi
        try:
            figure.set_dpi(dpi)
            canvas = FigureCanvasAgg(figure)
            canvas.draw()  # type: ignore[no-untyped-call]
            width, height = canvas.get_width_height()
            pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
            return pixels, width, height
        finally:
            figure.set_dpi(before)


def to_file_bytes(chart: Chart, file_format: FileFormat) -> bytes:
    """Save a chart: title and description go along, no date does, so equal charts are equal.

    Args:
        chart: The chart.
        file_format: ``"png"`` in print resolution, ``"svg"`` or ``"pdf"``.
    """
    metadata: dict[str, Any] = dict(
        zip(NAMES[file_format], (chart.title, chart.description, MAKER), strict=True)
    )
    metadata |= NO_DATE.get(file_format, {})
    stream = BytesIO()
    with _drawing, matplotlib.rc_context(FILE_SETTINGS):
        _canvas(chart, file_format).print_figure(
            stream,
            format=file_format,
            dpi=PRINT_DPI,
            facecolor=chart.get_facecolor(),
            metadata=metadata,
        )
    return stream.getvalue()


def to_pdf_bytes(
    charts: Iterable[Chart], title: str, description: str, *, border_in: float = 0.0
) -> bytes:
    """Save charts as the pages of one document; each page is drawn before the next is asked for.

    Args:
        charts: At least one.
        title: Of the document.
        description: Of the document, in words.
        border_in: Empty paper around each page, in inches.
    """
    from matplotlib.backends.backend_pdf import PdfPages

    names = zip(NAMES["pdf"], (title, description, MAKER), strict=True)
    stream = BytesIO()
    document = PdfPages(stream, metadata=dict(names) | NO_DATE["pdf"])
    for chart in charts:  # others may draw between two pages
        with _drawing, matplotlib.rc_context(FILE_SETTINGS):
            wide, tall = chart.get_size_inches() + 2 * border_in
            page = Bbox.from_bounds(-border_in, -border_in, wide, tall)
            document.savefig(  # type: ignore[no-untyped-call]
                chart, facecolor=chart.get_facecolor(), bbox_inches=page if border_in else None
            )
    with _drawing, matplotlib.rc_context(FILE_SETTINGS):
        document.close()  # type: ignore[no-untyped-call]
    return stream.getvalue()


def _canvas(chart: Chart, file_format: FileFormat) -> FigureCanvasBase:
    """Who draws a format; what only files need is loaded with the first file."""
    match file_format:
        case "pdf":
            from matplotlib.backends.backend_pdf import FigureCanvasPdf

            return FigureCanvasPdf(chart)
        case "svg":
            from matplotlib.backends.backend_svg import FigureCanvasSVG

            return FigureCanvasSVG(chart)
        case _:
            return FigureCanvasAgg(chart)
