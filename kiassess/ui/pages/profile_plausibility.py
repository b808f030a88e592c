"""What is surprising about the answers, each with a question to ask and links to them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.plausibility import Finding
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.link_button import FRAME_PX, LinkButton
from kiassess.wording.plausibility import finding_words, plausibility_lead
from kiassess.wording.texts import Texts

SHOWN = 6
LINKED = 4  # answers of one finding that are linked at once
LEFT = Qt.AlignmentFlag.AlignLeft


class PlausibilityCard(Card):
    """The first findings; the others are behind a link.

    Signals:
        item_requested: The user wants to see a question.
                        arg: ``Item.id``.
    """

    item_requested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._opened: OpenAssessment | None = None
        self._rest: tuple[Finding, ...] = ()
        self._lead = Label(parent=self)
        self._lead.setObjectName("plausibility-lead")
        self._list = QWidget(self)
        self._list.setObjectName("plausibility-list")
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self.fontMetrics().height() // 2)

        self.body.addWidget(Label(self.tr("Does this fit together?"), "section", parent=self))
        self.body.addWidget(self._lead)
        self.body.addWidget(self._list)

    def show_findings(self, findings: Sequence[Finding], opened: OpenAssessment) -> None:
        """Show what stands out in an assessment; if nothing does, that is said."""
        self._lead.setText(plausibility_lead(findings, self._texts))
        clear_layout(self._rows)
        self._opened = opened
        for finding in findings[:SHOWN]:
            self._add(finding)
        self._rest = tuple(findings[SHOWN:])
        if self._rest:
            text = self._texts("plausibility.more", n=len(self._rest))
            more = LinkButton(text, parent=self._list)
            more.setObjectName("plausibility-more")
            more.clicked.connect(self._on_more)
            more.clicked.connect(more.hide)
            self._rows.addWidget(more, 0, LEFT)
        self._list.setVisible(bool(findings))

    @Slot()
    def _on_more(self) -> None:
        first, *_ = [self._add(finding) for finding in self._rest]
        self._rest = ()
        first.focus_first()

    def _add(self, finding: Finding) -> "_FindingRow":
        if self._opened is None:
            raise RuntimeError("nothing has been shown yet")
        row = _FindingRow(finding, self._opened, self._texts, self._list)
        row.setObjectName(f"finding-{self._rows.count()}")
        row.item_requested.connect(self.item_requested)
        self._rows.addWidget(row)
        row.show()
        return row


class _FindingRow(QWidget):
    """One finding: what stands out, what to ask, and the answers as links."""

    item_requested = Signal(str)

    def __init__(
        self, finding: Finding, opened: OpenAssessment, texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        sentence, question = finding_words(finding, opened, texts)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for text, role in ((sentence, "strong"), (question, "muted")):
            label = Label(text, role, parent=self)
            label.setContentsMargins(FRAME_PX, 0, 0, 0)
            lines.addWidget(label)
        self._links = [self._link(opened, one, question) for one in finding.item_ids]
        rest = len(self._links) - LINKED
        self._hidden = self._links[LINKED:] if rest > 1 else []  # one takes as much room as “more”
        for link in self._links:
            lines.addWidget(link, 0, LEFT)
            link.setVisible(link not in self._hidden)
        if self._hidden:
            more = LinkButton(texts("plausibility.more_items", n=rest), parent=self)
            more.setObjectName("finding-more")
            more.clicked.connect(self._on_more)
            more.clicked.connect(more.hide)
            lines.addWidget(more, 0, LEFT)

    def focus_first(self) -> None:
        """Give the focus to the first link."""
        self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _link(self, opened: OpenAssessment, item_id: str, question: str) -> LinkButton:
        link = LinkButton(opened.questionnaire.item(item_id).title, item_id, self)
        link.setObjectName(f"finding-{item_id}")
        link.setAccessibleDescription(question)
        link.followed.connect(self.item_requested)
        return link

    @Slot()
    def _on_more(self) -> None:
        for link in self._hidden:
            link.show()
        self._hidden[0].setFocus(Qt.FocusReason.OtherFocusReason)
