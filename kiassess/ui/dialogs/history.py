"""The dialog “Verlauf der Antwort”: who changed it when, from what to what."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from kiassess.domain.assessment import Answer, OpenAssessment
from kiassess.domain.history import Entry, can_return
from kiassess.domain.questionnaire import Item
from kiassess.ui.widgets.markdown_view import MarkdownView
from kiassess.wording.history import ENTRIES_AT_FIRST, OLDER, RETURN, history_document
from kiassess.wording.texts import Texts

WIDTH_IN_LETTERS, HEIGHT_IN_LINES = 100, 42
SCREEN_SHARE = 0.92  # the most of the screen the window takes


class HistoryDialog(QDialog):
    """Tells what has become of the answer to a question, the newest change first.

    An earlier answer can be entered again where its levels meant the same as today.
    """

    def __init__(
        self,
        item: Item,
        entries: Sequence[Entry],
        opened: OpenAssessment,
        texts: Texts,
        parent: QWidget | None = None,
        *,
        writable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._item = item
        self._entries = entries
        self._texts = texts
        self._returnable = [one for one in entries if writable and can_return(one, opened)]
        self._chosen: Answer | None = None
        self._view = MarkdownView(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.setWindowTitle(self.tr("History of the answer"))
        self._view.setObjectName("history-text")
        self._view.setAccessibleName(self.tr("History of the answer"))
        self._arrange()
        self._show(ENTRIES_AT_FIRST)

        self._view.anchorClicked.connect(self._on_link_followed)
        self._buttons.rejected.connect(self.reject)

    @staticmethod
    def ask(
        parent: QWidget | None,
        item: Item,
        entries: Sequence[Entry],
        opened: OpenAssessment,
        texts: Texts,
        *,
        writable: bool,
    ) -> Answer | None:
        """Show the history; the answer to be entered again, or ``None``."""
        dialog = HistoryDialog(item, entries, opened, texts, parent, writable=writable)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen if accepted else None
        dialog.deleteLater()
        return chosen

    @property
    def chosen(self) -> Answer | None:
        """The answer to be entered again, once the user has asked for one."""
        return self._chosen

    @Slot(QUrl)
    def _on_link_followed(self, url: QUrl) -> None:
        target = url.fragment()
        if target == OLDER:
            self._show(len(self._entries))
        for entry in self._returnable:
            if target == f"{RETURN}{entry.head.number}":
                self._chosen = entry.after
                self.accept()

    def _show(self, most: int) -> None:
        self._view.show_markdown(
            history_document(
                self._item.title,
                self._entries,
                self._texts,
                returnable=self._returnable,
                most=most,
            )
        )

    def _arrange(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setObjectName("reject")
        layout = QVBoxLayout(self)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._buttons)
        metrics = self.fontMetrics()
        letter, line = metrics.averageCharWidth(), metrics.height()
        most = self.screen().availableSize() * SCREEN_SHARE
        self.resize(
            min(WIDTH_IN_LETTERS * letter, most.width()), min(HEIGHT_IN_LINES * line, most.height())
        )
