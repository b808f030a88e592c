"""A text with what is gone struck out and what is new underlined."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import (
    QFont,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from kiassess.marks import override

READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class Mark(Enum):
    """How a stretch of text is drawn."""

    PLAIN = auto()
    GONE = auto()  # struck out
    ADDED = auto()  # underlined


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A bold label and a text of several stretches; without any it is a heading.

    Text from outside is never read as markup.
    """

    label: str
    stretches: tuple[tuple[Mark, str], ...] = ()


class DifferenceView(QTextBrowser):
    """As high as its text; scrolling is left to the page. Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self.setAccessibleName(name)
        self.setTextInteractionFlags(READABLE)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_paragraphs(self, paragraphs: Sequence[Paragraph], spoken: str) -> None:
        """Show a text from its beginning.

        Args:
            paragraphs: In reading order.
            spoken: The same for those who cannot see what is struck out.
        """
        self._paragraphs = tuple(paragraphs)
        self.setAccessibleDescription(spoken)
        self._write()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._write()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @Slot()
    def _fit(self) -> None:
        frame = self.height() - self.viewport().height()
        self.setFixedHeight(round(self.document().size().height()) + frame)

    def _write(self) -> None:
        self.clear()
        line = self.fontMetrics().height()
        self.document().setDocumentMargin(line / 2)
        cursor = QTextCursor(self.document())
        for number, paragraph in enumerate(self._paragraphs):
            heading = not paragraph.stretches
            layout = QTextBlockFormat()
            layout.setTopMargin((line if heading else line / 2) if number else 0)
            if number:
                cursor.insertBlock(layout)
            cursor.insertText(paragraph.label, self._bold(larger=heading))
            if not heading:
                cursor.insertBlock(QTextBlockFormat())
                self._insert(cursor, paragraph.stretches)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert(self, cursor: QTextCursor, stretches: Sequence[tuple[Mark, str]]) -> None:
        before = Mark.PLAIN, ""
        for mark, text in stretches:
            # Else the last word gone and the first one new would be read as one.
            joined = Mark.PLAIN not in {mark, before[0]} and before[1][-1:].strip()
            if joined and text[:1].strip():
                cursor.insertText(" ", self._format(Mark.PLAIN))
            cursor.insertText(text, self._format(mark))
            before = mark, text

    def _format(self, mark: Mark) -> QTextCharFormat:
        made = QTextCharFormat()
        if mark is Mark.GONE:
            made.setFontStrikeOut(True)
            made.setForeground(self.palette().color(QPalette.ColorRole.BrightText))
        elif mark is Mark.ADDED:
            made.setFontUnderline(True)
            made.setFontWeight(QFont.Weight.DemiBold)
            made.setForeground(self.palette().color(QPalette.ColorRole.Link))
        return made

    def _bold(self, *, larger: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFontWeight(QFont.Weight.DemiBold)
        if larger:
            made.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 1)
        return made
