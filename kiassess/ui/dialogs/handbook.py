"""The handbook in a window of its own: topics at the left, the text at the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kiassess.marks import override
from kiassess.ui.widgets.markdown_view import MarkdownView
from kiassess.ui.widgets.search_field import SearchField

FIRST = "start"
WIDTH_IN_LETTERS, HEIGHT_IN_LINES = 130, 42
SCREEN_SHARE = 0.92  # the most of the screen the window takes


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic at the left of the handbook.

    Attributes:
        id: What links and pages call it.
        title: As the user reads it.
        text: Makes the text, as Markdown; called when the topic is shown.
        parts: Makes the texts that links in this one lead to, by the target of the link.
    """

    id: str
    title: str
    text: Callable[[], str]
    parts: Mapping[str, Callable[[], str]] = field(default_factory=dict)


class HandbookWindow(QDialog):
    """Stays open beside the main window; Esc closes it."""

    def __init__(
        self, folder: Path, knowledge: Sequence[Topic] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = (*self._chapters(folder), *knowledge)
        self._search = SearchField(self)
        self._topics = QListWidget(self)  # fixed navigation
        self._view = MarkdownView(self)
        self.setWindowTitle(self.tr("Handbook"))
        self.setModal(False)
        self._topics.setObjectName("topics")
        self._topics.setAccessibleName(self.tr("Topics"))
        self._view.setObjectName("text")
        self._view.setAccessibleName(self.tr("Text of the handbook"))
        self._search.setObjectName("search")
        self._search.setPlaceholderText(self.tr("Search in this text"))
        self._search.setAccessibleName(self.tr("Search in this text"))
        for topic in self._shown:
            item = QListWidgetItem(topic.title, self._topics)
            item.setData(Qt.ItemDataRole.UserRole, topic.id)
        self._arrange()

        self._topics.currentItemChanged.connect(self._on_topic_changed)
        self._view.anchorClicked.connect(self._on_link_followed)
        self._search.textEdited.connect(self._on_search_edited)
        self._search.entered.connect(self._find_next)
        self._search.went_down.connect(self._find_next)
        QShortcut(QKeySequence.StandardKey.Find, self, self._search.setFocus)

    def show_topic(self, topic: str) -> None:
        """Bring the window to the front with a topic; with the first one if there is none."""
        self.show()
        self._go_to(topic)
        self.raise_()
        self.activateWindow()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._topics.currentRow() < 0:
            self._topics.setCurrentRow(0)

    @Slot()
    def _on_topic_changed(self) -> None:
        self._view.show_markdown(self._shown[self._topics.currentRow()].text())
        self._search.clear()

    @Slot()
    def _on_search_edited(self) -> None:
        self._view.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    @Slot()
    def _find_next(self) -> None:
        """Go to the next place; after the last one to the first again."""
        wanted = self._search.text().strip()
        if wanted and not self._view.find(wanted):
            self._view.moveCursor(QTextCursor.MoveOperation.Start)
            self._view.find(wanted)

    @Slot(QUrl)
    def _on_link_followed(self, url: QUrl) -> None:
        """Follow a link to a part of the topic, or to another topic; there are no others."""
        part = self._shown[self._topics.currentRow()].parts.get(url.toString())
        topic = url.toString().removesuffix(".md")
        if part is not None:
            self._view.show_markdown(part())
            self._search.clear()
        elif topic in {shown.id for shown in self._shown}:
            self._go_to(topic)

    def _go_to(self, topic: str) -> None:
        rows = {
            self._topics.item(row).data(Qt.ItemDataRole.UserRole): row
            for row in range(self._topics.count())
        }
        row = rows.get(topic, rows[FIRST])
        if row == self._topics.currentRow():
            self._on_topic_changed()
        self._topics.setCurrentRow(row)

    def _chapters(self, folder: Path) -> tuple[Topic, ...]:
        titles = {
            FIRST: self.tr("Start"),
            "questions": self.tr("Questionnaire"),
            "profile": self.tr("Profile"),
            "measures": self.tr("Measures"),
            "comparison": self.tr("Comparison"),
            "method": self.tr("Method"),
            "exchange": self.tr("Handing on and importing"),
            "voices": self.tr("Several voices and workshop"),
            "data": self.tr("Your data"),
            "privacy": self.tr("Data protection"),
            "news": self.tr("What is new"),
        }
        return tuple(
            Topic(name, title, partial((folder / f"{name}.md").read_text, encoding="utf-8"))
            for name, title in titles.items()
        )

    def _arrange(self) -> None:
        metrics = self.fontMetrics()
        self._topics.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._topics.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        layout = QHBoxLayout(self)
        layout.addWidget(self._topics)
        self.setTabOrder(self._topics, self._search)
        self.setTabOrder(self._search, self._view)
        column = QVBoxLayout()
        column.addWidget(self._search)
        column.addWidget(self._view, 1)
        layout.addLayout(column, 1)
        letter, line = metrics.averageCharWidth(), metrics.height()
        most = self.screen().availableSize() * SCREEN_SHARE
        self.resize(
            min(WIDTH_IN_LETTERS * letter, most.width()), min(HEIGHT_IN_LINES * line, most.height())
        )
