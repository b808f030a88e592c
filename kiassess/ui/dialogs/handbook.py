"""The handbook in a window of its own: topics at the left, the text at the right."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from kiassess.marks import override
from kiassess.ui.widgets.markdown_view import MarkdownView

FIRST = "start"
WIDTH_IN_LETTERS, HEIGHT_IN_LINES = 130, 42
SCREEN_SHARE = 0.92  # the most of the screen the window takes


class HandbookWindow(QDialog):
    """Stays open beside the main window; Esc closes it."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._topics = QListWidget(self)  # fixed navigation
        self._view = MarkdownView(self)
        self.setWindowTitle(self.tr("Handbook"))
        self.setModal(False)
        self._topics.setObjectName("topics")
        self._topics.setAccessibleName(self.tr("Topics"))
        self._view.setObjectName("text")
        self._view.setAccessibleName(self.tr("Text of the handbook"))
        for topic, title in self._titles():
            item = QListWidgetItem(title, self._topics)
            item.setData(Qt.ItemDataRole.UserRole, topic)
        self._arrange()

        self._topics.currentItemChanged.connect(self._on_topic_changed)
        self._view.anchorClicked.connect(self._on_link_followed)

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
        topic = self._topics.currentItem().data(Qt.ItemDataRole.UserRole)
        text = (self._folder / f"{topic}.md").read_text(encoding="utf-8")
        self._view.show_markdown(text)

    @Slot(QUrl)
    def _on_link_followed(self, url: QUrl) -> None:
        """Follow a link from one topic to another; there are no others."""
        self._go_to(Path(url.path()).stem)

    def _go_to(self, topic: str) -> None:
        rows = {
            self._topics.item(row).data(Qt.ItemDataRole.UserRole): row
            for row in range(self._topics.count())
        }
        self._topics.setCurrentRow(rows.get(topic, rows[FIRST]))

    def _titles(self) -> tuple[tuple[str, str], ...]:
        return (
            (FIRST, self.tr("Start")),
            ("questions", self.tr("Questionnaire")),
            ("profile", self.tr("Profile")),
            ("method", self.tr("Method")),
        )

    def _arrange(self) -> None:
        metrics = self.fontMetrics()
        self._topics.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._topics.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        layout = QHBoxLayout(self)
        layout.addWidget(self._topics)
        layout.addWidget(self._view, 1)
        letter, line = metrics.averageCharWidth(), metrics.height()
        most = self.screen().availableSize() * SCREEN_SHARE
        self.resize(
            min(WIDTH_IN_LETTERS * letter, most.width()), min(HEIGHT_IN_LINES * line, most.height())
        )
