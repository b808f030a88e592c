"""What several respondents say about a question, side by side, and which answer is agreed."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.assessment import Answer, AnswerState, Voice
from kiassess.domain.questionnaire import LevelName
from kiassess.marks import override
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.pages.item_context import Said
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.fold import Fold
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.pick_table import PickTable
from kiassess.wording.texts import Texts
from kiassess.wording.voices import (
    confidence_words,
    is_urgent,
    remarks_words,
    said_in_full,
    voices_sentence,
    who_words,
)

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class VoicesPart(Card):
    """Hidden where there are no voices; folded away once an answer is agreed.

    Signals:
        adopted: The user agrees on what one respondent says.
                 arg: The ``Voice``.
    """

    adopted = Signal(Voice)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._said = Said()
        self._editable = True
        self._may_not_apply = False
        self._sentence = Label(role="strong", parent=self)
        self._content = QWidget(self)
        self._table = _VoicesTable(self.tr("Who says what"), self._content)
        self._model = WordsModel(self)
        self._adopt = QPushButton(self.tr("Take as the agreed answer"), self._content)
        self._fold = Fold(self.tr("Who says what"), self._content, self)
        self._arrange()
        self.hide()

        self._table.row_picked.connect(self._reflect)
        self._table.row_opened.connect(self._on_adopt_wanted)
        self._adopt.clicked.connect(self._on_adopt_wanted)

    def show_voices(self, said: Said, levels: Sequence[LevelName], *, may_not_apply: bool) -> None:
        """Show what the respondents say about another question.

        Args:
            said: The voices, and the agreed answer if there is one.
            levels: Names of the levels 0–4.
            may_not_apply: Whether “trifft nicht zu” can be agreed now.
        """
        self._said = said
        self._may_not_apply = may_not_apply
        titles = (
            self.tr("Who"),
            self.tr("Answer"),
            self.tr("How sure"),
            self.tr("Date"),
            self.tr("Note and\nevidence"),
        )
        rows = [self._row(voice, levels) for voice in said.voices]
        self._model.set_grid(titles, rows)
        columns = frozenset({0, 1, 4})
        self._table.show_model(self._model, sort_role=WordsModel.SortRole, wordy=columns)
        if rows:
            self._table.pick_row(0)
        self._fold.set_unfolded(unfolded=said.agreed is None and len(rows) > 1)
        self._show_sentence()
        self._reflect()
        self.setVisible(bool(rows))

    def show_agreed(self, agreed: Answer | None) -> None:
        """Show that another answer is agreed now, or none any more."""
        self._said = replace(self._said, agreed=agreed)
        self._show_sentence()

    def set_editable(self, editable: bool) -> None:
        """Let the user agree on an answer, or only read."""
        self._editable = editable
        self._reflect()

    @Slot()
    def _reflect(self) -> None:
        """Offer to take over what the chosen respondent says."""
        voice = self._picked()
        self._adopt.setEnabled(voice is not None and self._can_adopt(voice.answer))
        if voice is not None:
            who = who_words(voice, self._said.roles)
            self._adopt.setAccessibleDescription(who)

    @Slot()
    def _on_adopt_wanted(self) -> None:
        voice = self._picked()
        if voice is not None and self._can_adopt(voice.answer):
            self.adopted.emit(voice)

    def _picked(self) -> Voice | None:
        row = self._table.picked_row()
        return None if row is None or row >= len(self._said.voices) else self._said.voices[row]

    def _can_adopt(self, answer: Answer) -> bool:
        allowed = answer.state is not AnswerState.NOT_APPLICABLE or self._may_not_apply
        return self._editable and answer.touched and allowed

    def _row(self, voice: Voice, levels: Sequence[LevelName]) -> tuple[GridCell, ...]:
        texts, answer = self._texts, voice.answer
        who = who_words(voice, self._said.roles)
        remarks = remarks_words(answer, texts)
        return (
            GridCell(who, who.casefold()),
            GridCell(
                said_in_full(answer, levels, texts), -1 if answer.level is None else answer.level
            ),
            GridCell(words := confidence_words(answer, texts), words),
            GridCell(texts.day(voice.at.astimezone().date()), voice.at.timestamp()),
            GridCell(remarks, remarks.casefold()),
        )

    def _show_sentence(self) -> None:
        answers = [voice.answer for voice in self._said.voices]
        self._sentence.setText(voices_sentence(answers, self._said.agreed, self._texts))
        urgent = self._said.agreed is None and is_urgent(answers)
        self._sentence.set_role("attention" if urgent else "strong")

    def _arrange(self) -> None:
        self.setObjectName("voices-part")
        self._sentence.setObjectName("voices-sentence")
        self._table.setObjectName("voices")
        self._adopt.setObjectName("adopt")
        self._adopt.setAutoDefault(False)
        self._adopt.setToolTip(self.tr("You can then say in the note why."))
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        layout.addWidget(self._adopt, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._fold)


class _VoicesTable(PickTable):
    """As high as its rows; keeps Enter for itself, which on the page leads to the next question."""

    @override
    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in ENTER:
            event.accept()
            return True
        return super().event(event)

    @override
    def _shown_height(self, height: int) -> int:
        return height
