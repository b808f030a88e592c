"""Texts on paper: laid out on A4 with a footer, for a printer or as a PDF.

The printer part of Qt is imported when somebody prints.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from kiassess.exchange.writing import write_file
from kiassess.ui.paper_layout import lay_out

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from kiassess.wording.texts import Texts

MARGINS_MM = QMarginsF(22, 18, 20, 12)  # the left one is wide enough to be punched
POINTS = 10.0
PDF_DPI = 600
INK = QColor("#000000")


@dataclass(frozen=True)
class Paper:
    """What goes on paper.

    Attributes:
        markdown: The text. A rule in it is a line to write on.
        title: What it is called, in the footer of every page and in the PDF.
        day: The day in the footer.
        texts: The language of the footer.
        pictures: By the address they have in the text; each is as wide as the text.
    """

    markdown: str
    title: str
    day: date
    texts: "Texts"
    pictures: Mapping[str, QImage] = field(default_factory=dict)


def print_document(paper: Paper, parent: "QWidget | None" = None) -> bool:
    """Ask for a printer and print; false if the printer does not accept it.

    Who closes the dialog without printing has got what was wanted: that is true, too.
    """
    printer = ask_printer(paper.title, parent)
    return printer is None or print_on(paper, printer)


def ask_printer(
    title: str, parent: "QWidget | None" = None, layout: QPageLayout | None = None
) -> "QPrinter | None":
    """Let the user choose a printer, and which pages; ``None`` if nothing is to be printed.

    Args:
        title: What the printer calls it.
        parent: The window below.
        layout: Of the sheets; ``None`` for upright A4 with our margins.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - see above

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    _set_page(printer)
    if layout is not None:
        printer.setPageLayout(layout)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def print_on(paper: Paper, printer: "QPrinter") -> bool:
    """Print the pages chosen in the dialog, all if none are; false if the printer refuses."""
    first = printer.fromPage() or 1
    return _paint(paper, printer, first, printer.toPage() or None)


def print_pictures(pictures: Sequence[QImage], printer: "QPrinter") -> bool:
    """Print pictures, each as large as its sheet lets it; false if the printer refuses."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    first, last = printer.fromPage() or 1, printer.toPage() or len(pictures)
    for number, picture in enumerate(pictures[first - 1 : last]):
        if number:
            printer.newPage()
        room = QRectF(0, 0, printer.width(), printer.height())
        size = QSizeF(picture.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(room.topLeft(), size), picture)
    return painter.end()


def save_pdf(paper: Paper, file: Path) -> None:
    """Write a PDF that looks as if printed.

    Raises:
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    write_file(file, pdf_bytes(paper))


def pdf_bytes(paper: Paper) -> bytes:
    """The PDF itself."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DPI)
    writer.setTitle(paper.title)
    writer.setCreator("kiassess")
    _set_page(writer)
    _paint(paper, writer)
    return bytes(buffer.data().data())


def _set_page(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setPageMargins(MARGINS_MM, QPageLayout.Unit.Millimeter)


def _paint(
    paper: Paper, device: QPagedPaintDevice, first: int = 1, last: int | None = None
) -> bool:
    """Draw pages on a device; the first one is 1."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    font = _font()
    footer_height = QFontMetricsF(font, device).height()
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    room = QRectF(0, 0, device.width(), device.height() - 2 * footer_height)
    document = lay_out(paper.markdown, paper.pictures, device, font, room.size())
    pages = document.pageCount()
    numbers = range(max(first, 1), min(last or pages, pages) + 1)
    for number in numbers:
        if number != numbers[0]:
            device.newPage()
        _draw_page(painter, document, room, number)
        footer = QRectF(0, room.height() + footer_height, room.width(), footer_height)
        painter.setFont(font)
        _draw_footer(painter, footer, paper, number, pages)
    return painter.end()


def _draw_page(painter: QPainter, document: QTextDocument, room: QRectF, number: int) -> None:
    top = (number - 1) * room.height()
    shown = QAbstractTextDocumentLayout.PaintContext()
    # A line that only touches the edge is on the next page; here it would be hidden in the PDF.
    shown.clip = room.translated(0, top).adjusted(0, 1, 0, -1)
    shown.palette = _ink()
    painter.save()
    painter.translate(0, -top)
    painter.setClipRect(shown.clip)
    document.documentLayout().draw(painter, shown)
    painter.restore()


def _draw_footer(painter: QPainter, room: QRectF, paper: Paper, number: int, pages: int) -> None:
    page = paper.texts("paper.page", page=number, pages=pages)
    about = paper.texts("paper.footer", title=paper.title, date=paper.texts.day(paper.day))
    metrics = painter.fontMetrics()
    painter.setPen(INK)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight, page)
    left = room.width() - metrics.horizontalAdvance(f"{page}    ")
    about = metrics.elidedText(about, Qt.TextElideMode.ElideMiddle, int(left))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft, about)


def _font() -> QFont:
    """The font of the window in the size of paper."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(POINTS)
    return font


def _ink() -> QPalette:
    """Black on white, whatever the window looks like."""
    palette = QPalette()
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(role, INK)
    return palette
