"""The left edge of the window: whose assessment this is, the pages, how far it is."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts

WIDTH_IN_LETTERS = 27
PAGE_ROLE = Qt.ItemDataRole.UserRole


class Navigation(QWidget):
    """The list of pages with the municipality above and the progress below.

    Signals:
        page_chosen: The user wants to see a page.
                     arg: Its name.
    """

    page_chosen = Signal(str)

    def __init__(
        self,
        texts: Texts,
        pages: dict[str, str],
        parent: QWidget | None = None,
        *,
        free: Collection[str] = (),
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._free = frozenset(free)  # pages that need no open assessment
        self._name = Label("kiassess", "section", parent=self)
        self._round = Label(role="muted", parent=self)
        self._pages = QListWidget(self)
        self._progress_text = Label(role="muted", parent=self)
        self._progress = QProgressBar(self)
        self._showing = ""
        for name, title in pages.items():
            row = QListWidgetItem(title, self._pages)
            row.setData(PAGE_ROLE, name)
        self._arrange()
        self.show_assessment(None)

        self._pages.currentItemChanged.connect(self._on_current)

    def show_page(self, name: str) -> None:
        """Mark a page; this is not announced."""
        self._showing = name
        for row in range(self._pages.count()):
            if self._pages.item(row).data(PAGE_ROLE) == name:
                self._pages.setCurrentRow(row)

    def show_assessment(self, opened: OpenAssessment | None) -> None:
        """Show whose assessment is open and how far it is; without one only some pages."""
        for row in range(1, self._pages.count()):
            item = self._pages.item(row)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            free = opened is not None or item.data(PAGE_ROLE) in self._free
            item.setFlags(flags if free else Qt.ItemFlag.NoItemFlags)
        self._round.setVisible(opened is not None)
        self._progress.setVisible(opened is not None)
        self._progress_text.setVisible(opened is not None)
        if opened is None:
            self._name.setText("kiassess")
            return
        assessment, progress = opened.assessment, opened.progress()
        self._name.setText(assessment.municipality.short_name)
        self._round.setText(
            self._texts(
                "navigation.round",
                date=self._texts.day(assessment.round_date),
                extent=self._texts(f"extent.{assessment.extent}"),
            )
        )
        words = self._texts("navigation.progress", done=progress.settled, total=progress.total)
        if progress.unknown:
            words = self._texts("navigation.unknown", progress=words, unknown=progress.unknown)
        self._progress_text.setText(words)
        self._progress.setMaximum(max(1, progress.total))
        self._progress.setValue(progress.touched)
        self._progress.setAccessibleDescription(words)

    def focus_pages(self) -> None:
        """Put the focus on the list of pages."""
        self._pages.setFocus()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, current: QListWidgetItem | None, _previous: object) -> None:
        if current is not None and current.data(PAGE_ROLE) != self._showing:
            self._showing = current.data(PAGE_ROLE)
            self.page_chosen.emit(self._showing)

    def fit(self) -> None:
        """Take the width the size of the text needs."""
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS)

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages.setObjectName("pages")
        self._pages.setAccessibleName(self.tr("Pages"))
        self._pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * unit, 4 * unit, 2 * unit, 3 * unit)
        layout.setSpacing(unit)
        layout.addWidget(self._name)
        layout.addWidget(self._round)
        layout.addSpacing(2 * unit)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._progress_text)
        layout.addWidget(self._progress)
        self.fit()
