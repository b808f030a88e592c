"""What is still to be clarified, and who usually knows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import Profile
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.link_button import FRAME_PX, LinkButton
from kiassess.wording.findings import unknown_lead, who_knows
from kiassess.wording.texts import Texts

SHOWN = 6


class UnknownCard(Card):
    """The first questions answered “weiß nicht”, as links, with the roles that usually know.

    Signals:
        item_requested: The user wants to see a question.
                        arg: ``Item.id``.
        questions_requested: The user wants to see the others.
    """

    item_requested = Signal(str)
    questions_requested = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._lead = Label(parent=self)
        self._lead.setObjectName("unknown-lead")
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self.fontMetrics().height() // 2)

        self.body.addWidget(Label(self.tr("Still to be clarified"), "section", parent=self))
        self.body.addWidget(self._lead)
        self.body.addWidget(self._list)

    def show_profile(self, profile: Profile, opened: OpenAssessment) -> None:
        """Show what is unknown in a profile."""
        self._lead.setText(unknown_lead(opened, profile, self._texts))
        clear_layout(self._rows)
        for item_id in profile.unknown_items[:SHOWN]:
            self._add_item(opened, item_id)
        rest = len(profile.unknown_items) - SHOWN
        if rest > 0:
            more = LinkButton(self._texts("profile_page.unknown_more", n=rest), parent=self._list)
            more.setObjectName("unknown-more")
            more.clicked.connect(self.questions_requested)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.setVisible(bool(profile.unknown_items))

    def _add_item(self, opened: OpenAssessment, item_id: str) -> None:
        knows = who_knows(opened, item_id, self._texts)
        link = LinkButton(opened.questionnaire.item(item_id).title, item_id, self._list)
        link.setObjectName(f"unknown-{item_id}")
        link.setAccessibleDescription(knows)
        link.followed.connect(self.item_requested)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if knows:
            label = Label(knows, "muted", parent=self._list)
            label.setContentsMargins(FRAME_PX, 0, 0, 0)
            lines.addWidget(label)
        self._rows.addLayout(lines)
