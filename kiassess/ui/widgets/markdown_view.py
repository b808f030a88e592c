"""A text with headings, lists and tables, to be read."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette, QTextBlockFormat, QTextCursor, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget

from kiassess.marks import override

LINE_HEIGHT = 135  # percent of the font's


class MarkdownView(QTextBrowser):
    """Shows Markdown with room between its parts; links are announced, never followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self.setOpenLinks(False)

    def show_markdown(self, text: str) -> None:
        """Show a text from its beginning."""
        self._markdown = text
        self.setMarkdown(text)
        self.document().setDocumentMargin(self.fontMetrics().height())
        self._space_blocks()
        self._space_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self.show_markdown(self._markdown)

    def _space_blocks(self) -> None:
        line = self.fontMetrics().height()
        block = self.document().begin()
        while block.isValid():
            layout = QTextBlockFormat(block.blockFormat())
            if layout.headingLevel():
                layout.setTopMargin(0 if block.position() == 0 else 1.2 * line)
                layout.setBottomMargin(0.4 * line)
            else:
                kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
                layout.setLineHeight(LINE_HEIGHT, kind.value)
            QTextCursor(block).setBlockFormat(layout)
            block = block.next()

    def _space_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                layout = frame.format()
                layout.setBorder(0)
                layout.setCellPadding(self.fontMetrics().height() / 3)
                frame.setFormat(layout)
                self._rule_rows(frame)

    def _rule_rows(self, table: QTextTable) -> None:
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                layout = cell.format().toTableCellFormat()
                layout.setBottomBorder(1)
                layout.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                layout.setBottomBorderBrush(self.palette().brush(QPalette.ColorRole.Mid))
                cell.setFormat(layout)
