"""Strengths and weaknesses on the profile page, in the words of the answers."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.guidance import Guidance
from kiassess.domain.highlights import Highlight, strengths, weaknesses
from kiassess.domain.profile import Profile
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.fold import Fold
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.link_button import FRAME_PX, LinkButton
from kiassess.wording.highlights import ends_sentences, guidance_lines, highlight_sentence
from kiassess.wording.texts import Texts


class HighlightsCard(Card):
    """What carries already, where to begin, and what the value of each block means.

    Signals:
        item_requested: The user wants to see a question.
                        arg: ``Item.id``.
    """

    item_requested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._profile: Profile | None = None
        self._load_guidance: Callable[[], Guidance] = dict
        self._strong = _Part(self.tr("What carries already"), "strengths", self)
        self._weak = _Part(self.tr("Where to begin"), "weaknesses", self)
        self._meanings = QWidget(self)
        self._rows = QVBoxLayout(self._meanings)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._fold = Fold(self.tr("What the values mean"), self._meanings, self)

        self.body.addWidget(Label(self.tr("Strengths and weaknesses"), "section", parent=self))
        for widget in (self._strong, self._weak, self._fold):
            self.body.addWidget(widget)
        self._strong.item_requested.connect(self.item_requested)
        self._weak.item_requested.connect(self.item_requested)
        self._fold.unfolded.connect(self._show_meanings)

    def show_profile(
        self, profile: Profile, opened: OpenAssessment, load_guidance: Callable[[], Guidance]
    ) -> None:
        """Show what stands out.

        Args:
            profile: Of the open assessment.
            opened: Its answers.
            load_guidance: Gives what values mean, by ``BuildingBlock.id``; asked for when the
                user wants to read it.
        """
        texts, quick = self._texts, profile.tendencies_only
        self._profile, self._load_guidance = profile, load_guidance
        for part, found, nothing in (
            (self._strong, strengths(opened), "highlights.no_strength"),
            (self._weak, weaknesses(opened), "highlights.no_weakness"),
        ):
            sentences = [highlight_sentence(h, texts, tendencies_only=quick) for h in found]
            part.show_highlights(found, sentences, "" if quick else texts(nothing))
            part.setVisible(bool(found) or not quick)
        self._fold.setVisible(any(block.score.value is not None for block in profile.blocks))
        if self._fold.is_unfolded:
            self._show_meanings()

    @Slot()
    def _show_meanings(self) -> None:
        if self._profile is None:
            return
        guidance = self._load_guidance()
        clear_layout(self._rows)
        ends = ends_sentences(self._profile, guidance)
        if ends:
            self._rows.addWidget(Label(" ".join(ends), parent=self._meanings))
        for name, meaning in guidance_lines(self._profile, guidance, self._texts):
            self._rows.addWidget(Label(name, "strong", parent=self._meanings))
            self._rows.addWidget(Label(meaning, parent=self._meanings))


class _Part(QWidget):
    """A heading with links to questions, each with a sentence below."""

    item_requested = Signal(str)

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._nothing = Label(role="muted", parent=self)
        self._list = QVBoxLayout()
        self._list.setSpacing(self.fontMetrics().height() // 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Label(title, "strong", parent=self))
        layout.addWidget(self._nothing)
        layout.addLayout(self._list)

    def show_highlights(
        self, highlights: tuple[Highlight, ...], sentences: list[str], nothing: str
    ) -> None:
        """Show answers that stand out with their sentences, or say that there are none."""
        self._nothing.setText(nothing)
        self._nothing.setVisible(not highlights)
        clear_layout(self._list)
        for highlight, sentence in zip(highlights, sentences, strict=True):
            link = LinkButton(highlight.item.title, highlight.item.id, self)
            link.setAccessibleDescription(sentence)
            link.followed.connect(self.item_requested)
            words = Label(sentence, "muted", parent=self)
            words.setContentsMargins(FRAME_PX, 0, 0, 0)
            lines = QVBoxLayout()
            lines.setSpacing(0)
            lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            lines.addWidget(words)
            self._list.addLayout(lines)
