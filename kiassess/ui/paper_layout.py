"""A text broken into the lines and pages of a sheet of paper."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)

LINE_HEIGHT = 125  # percent of the font's
NOTE_LINES = 2.2  # room to write by hand, in lines
RULE = QColor("#767676")
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"  # what Qt has in its place
LOWEST = 7  # one below the lowest heading


def lay_out(
    markdown: str,
    pictures: Mapping[str, QImage],
    device: QPagedPaintDevice,
    font: QFont,
    room: QSizeF,
) -> QTextDocument:
    """Lay a text out for a device.

    Lengths inside are those of the screen: Qt converts them to the device as it does the font.

    Args:
        markdown: The text.
        pictures: By the address they have in the text; each becomes as wide as the text.
        device: A printer or a PDF.
        font: Of the text; headings are larger.
        room: For the text on each page, in units of the device.
    """
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(device)
    document.setMarkdown(markdown)
    for name, picture in pictures.items():  # only now: a new text forgets those of the old one
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
    document.setPageSize(room)
    line = QFontMetricsF(font).height()
    _space_blocks(document, line)
    _space_tables(document, line)
    dpi = QGuiApplication.primaryScreen().logicalDotsPerInchX()
    _fit_pictures(document, room.width() * dpi / device.logicalDpiX())
    _break_pages(document, room.height())
    return document


def _space_blocks(document: QTextDocument, line: float) -> None:
    """Set the room between paragraphs."""
    heights = QTextBlockFormat.LineHeightTypes
    for block in _blocks(document):
        layout = QTextBlockFormat(block.blockFormat())
        if layout.headingLevel():
            layout.setTopMargin(0 if block.position() == 0 else 1.2 * line)
            layout.setBottomMargin(0.4 * line)
        elif _is_rule(block):
            layout.setLineHeight(NOTE_LINES * line, heights.FixedHeight.value)
        elif not _is_picture(block):
            layout.setLineHeight(LINE_HEIGHT, heights.ProportionalHeight.value)
        QTextCursor(block).setBlockFormat(layout)


def _space_tables(document: QTextDocument, line: float) -> None:
    """Rules between the rows, and the head again on every page."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            layout = frame.format()
            layout.setBorder(0)
            layout.setCellPadding(line / 4)
            layout.setTopMargin(line / 4)
            layout.setBottomMargin(line / 2)
            layout.setHeaderRowCount(1)
            layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(layout)
            for column in range(frame.columns()):
                _align_head(frame, column)
                for row in range(frame.rows()):
                    _format_cell(frame, row, column, line)


def _align_head(table: QTextTable, column: int) -> None:
    """Set the head of a column as its values; Markdown sets the values only."""
    if table.rows() > 1:
        below = table.cellAt(1, column).firstCursorPosition().blockFormat().alignment()
        head = table.cellAt(0, column).firstCursorPosition()
        layout = QTextBlockFormat(head.blockFormat())
        layout.setAlignment(below)
        head.setBlockFormat(layout)


def _format_cell(table: QTextTable, row: int, column: int, line: float) -> None:
    cell = table.cellAt(row, column)
    layout = cell.format().toTableCellFormat()
    layout.setLeftPadding(line / 3)
    layout.setRightPadding(line / 3)
    layout.setBottomBorder(1)
    layout.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    layout.setBottomBorderBrush(QBrush(RULE))
    cell.setFormat(layout)


def _fit_pictures(document: QTextDocument, width: float) -> None:
    for block in _blocks(document):
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            layout = part.charFormat().toImageFormat()
            if layout.isValid():
                _set_width(document, part.position(), layout, width)
                break  # the change has made the other parts of the block invalid
            parts += 1


def _set_width(
    document: QTextDocument, position: int, layout: QTextImageFormat, width: float
) -> None:
    picture = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(layout.name()))
    if isinstance(picture, QImage) and picture.width():
        layout.setWidth(width)
        layout.setHeight(width * picture.height() / picture.width())
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.movePosition(
            QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
        )
        cursor.setCharFormat(layout)


def _break_pages(document: QTextDocument, height: float) -> None:
    """Begin a page where else a paragraph would be divided, or a heading would end a page."""
    for chain in _chains(document):
        first, last = _top(chain[0]), _bottom(chain[-1])
        if last - first > height:  # no page holds all of it
            last = _bottom(chain[min(1, len(chain) - 1)])
        if first // height == last // height or last - first > height:
            continue
        layout = QTextBlockFormat(chain[0].blockFormat())
        layout.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        layout.setTopMargin(0)
        QTextCursor(chain[0]).setBlockFormat(layout)


def _chains(document: QTextDocument) -> list[list[QTextBlock]]:
    """Blocks that belong on one page, chain by chain; rows of tables are divided by Qt alone."""
    chains: list[list[QTextBlock]] = []
    chain: list[QTextBlock] = []
    for block, holding in zip(_blocks(document), _holding(document), strict=True):
        chain.append(block)
        if not holding:
            chains.append(chain)
            chain = []
    return [chain for chain in chains if QTextCursor(chain[0]).currentTable() is None]


def _holding(document: QTextDocument) -> list[bool]:
    """Whether each block holds on to the next one.

    A heading does. Below the first heading, so does what leads to a rule or to a lower heading.
    """
    blocks = list(_blocks(document))
    levels = [block.blockFormat().headingLevel() for block in blocks]
    sections: list[int] = []
    for level in levels:
        sections.append(level or (sections[-1] if sections else 0))
    holds: list[bool] = []
    leads_to = 0  # the level of the next heading; a rule is lower than all of them
    for block, level, section in reversed(list(zip(blocks, levels, sections, strict=True))):
        leads_on = section > 1 and leads_to > section and not _is_rule(block)
        holds.append(level > 0 or leads_on)
        leads_to = LOWEST if _is_rule(block) else level or leads_to
    holds.reverse()
    return holds


def _top(block: QTextBlock) -> float:
    return block.document().documentLayout().blockBoundingRect(block).top()


def _bottom(block: QTextBlock) -> float:
    """The end of a block; just above the edge if it ends with its page."""
    return block.document().documentLayout().blockBoundingRect(block).bottom() - 1


def _is_rule(block: QTextBlock) -> bool:
    rule = QTextFormat.Property.BlockTrailingHorizontalRulerWidth
    return block.blockFormat().hasProperty(rule)


def _is_picture(block: QTextBlock) -> bool:
    return block.text() == PICTURE


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
