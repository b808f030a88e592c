"""The questions behind one part of a lens, as links."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.lens_profile import PartResult
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.link_button import LinkButton
from kiassess.wording.texts import Texts


class LensPartView(QWidget):
    """What a part asks, and its questions: those at its core first, then those at its edge.

    Signals:
        item_requested: The user wants to see a question.
                        arg: ``Item.id``.
    """

    item_requested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._title = Label(role="strong", parent=self)
        self._title.setObjectName("lens-part-title")
        self._meaning = Label(parent=self)
        self._meaning.setObjectName("lens-part-meaning")
        self._links = QVBoxLayout()
        self._links.setSpacing(self.fontMetrics().height() // 4)
        self._others = Label(role="muted", parent=self)
        self._others.setObjectName("lens-part-others")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        layout.addWidget(self._title)
        layout.addWidget(self._meaning)
        layout.addLayout(self._links)
        layout.addWidget(self._others)

    @property
    def title(self) -> str:
        """What is shown, for those who cannot see it."""
        return self._title.text()

    def show_part(self, result: PartResult, opened: OpenAssessment) -> None:
        """Show the questions of a part that are asked, and how many are not."""
        self._title.setText(self._texts("lens.items_of", name=result.part.name))
        self._meaning.setText(result.part.meaning)
        clear_layout(self._links)
        self._add_links(self.tr("At the core"), result.primary, opened)
        self._add_links(self.tr("At the edge"), result.partial, opened)
        self._others.setText(self._others_words(result))
        self._others.setVisible(bool(self._others.text()))

    def _add_links(self, heading: str, item_ids: Sequence[str], opened: OpenAssessment) -> None:
        if not item_ids:
            return
        self._links.addWidget(Label(heading, "muted", parent=self))
        for item_id in item_ids:
            link = LinkButton(opened.questionnaire.item(item_id).title, item_id, self)
            link.setObjectName(f"lens-{item_id}")
            link.setAccessibleDescription(heading)
            link.followed.connect(self.item_requested)
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _others_words(self, result: PartResult) -> str:
        if not result.covered:
            return self._texts("handbook.not_covered")
        if not result.asked:
            return self._texts("lens.says_not_asked", n=len(result.not_asked))
        left_out = len(result.not_asked)
        return self._texts("lens.others", n=left_out) if left_out else ""
