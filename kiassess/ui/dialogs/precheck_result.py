"""What the pre-check came to: the outcome, its reasons, and the law behind them."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.legal import LegalAnchor
from kiassess.domain.precheck import Assessed, Reason
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.link_button import LinkButton
from kiassess.ui.widgets.selectable import SELECTABLE
from kiassess.ui.widgets.speech import announce
from kiassess.wording.register import anchor_words, as_of_words, reason_words
from kiassess.wording.texts import Texts


class PrecheckOutcome(QWidget):
    """The result in words; a click on a provision shows what it asks."""

    def __init__(
        self,
        found: Assessed,
        as_of: date,
        anchors: Mapping[str, LegalAnchor],
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._anchors = anchors
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(self.fontMetrics().height() * 3 // 4)
        card = Card(self, notice=True)
        outcome = Label(texts(f"outcome.{found.outcome}"), "section", parent=self)
        outcome.setObjectName("outcome")
        outcome.setTextInteractionFlags(SELECTABLE)
        hint = f"{as_of_words(as_of, texts)} · {texts('precheck.hint')}"
        hint_label = Label(hint, "muted", parent=self)
        hint_label.setObjectName("law-hint")
        card.body.addWidget(outcome)
        card.body.addWidget(Label(texts(f"precheck.next_{found.outcome}"), parent=self))
        card.body.addWidget(hint_label)
        self._layout.addWidget(card)
        self._layout.addWidget(Label(texts("precheck.reasons"), "strong", parent=self))
        if not found.reasons:
            self._layout.addWidget(Label(texts("precheck.no_reasons"), parent=self))
        for reason in found.reasons:
            self._layout.addWidget(self._reason(reason))

    def _reason(self, reason: Reason) -> Card:
        card = Card(self)
        card.setObjectName(f"reason-{reason.question.id}-{reason.option.id}")
        outcome = self._texts(f"outcome.{reason.outcome}")
        card.body.addWidget(Label(outcome, "strong", parent=card))
        card.body.addWidget(Label(reason.option.reason, parent=card))
        card.body.addWidget(Label(reason_words(reason, self._texts), "muted", parent=card))
        known = [self._anchors[key] for key in reason.option.anchors if key in self._anchors]
        if known:
            card.body.addWidget(_Provisions(known, self._texts, card))
        return card


class _Provisions(QWidget):
    """Links with the short names of provisions; the one followed last is shown below."""

    def __init__(self, anchors: list[LegalAnchor], texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._anchors = {one.id: one for one in anchors}
        self._texts = texts
        self._shown = ""
        self._said = Label(role="help", parent=self)
        self._said.setObjectName("provision")
        self._said.setTextInteractionFlags(SELECTABLE)
        self._said.hide()
        row = FlowLayout()
        row.setSpacing(self.fontMetrics().height())
        for anchor in anchors:
            link = LinkButton(anchor.short, anchor.id, self)
            link.setObjectName(f"anchor-{anchor.id}")
            link.setAccessibleDescription(anchor.name)
            link.followed.connect(self._on_followed)
            row.addWidget(link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._said)

    @Slot(str)
    def _on_followed(self, anchor_id: str) -> None:
        """Show what a provision asks; a second click hides it again."""
        self._shown = "" if self._shown == anchor_id else anchor_id
        words = anchor_words(self._anchors[anchor_id], self._texts) if self._shown else ""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self._said, words)
