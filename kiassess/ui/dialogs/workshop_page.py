"""What stands between head and foot of the workshop: a question, the votes on it, and a note."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kiassess.domain.assessment import Answer
from kiassess.domain.questionnaire import Item, LevelName
from kiassess.domain.workshop import Seat
from kiassess.ui.dialogs.workshop_memory import Remembered
from kiassess.ui.dialogs.workshop_question import WorkshopQuestion
from kiassess.ui.dialogs.workshop_votes import WorkshopVotes
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.layouts import true_height
from kiassess.ui.widgets.page import Page
from kiassess.wording.texts import Texts

NARROW_IN_LETTERS = 95  # below, the votes stand under the levels
TYPING_PAUSE_MS = 600
NOTE_LINES = 3
BORDERS_PX = 8  # by which cards grow that are chosen and have the focus


class WorkshopPage(Page):
    """Shows one question after the other, and reports what those present say to it.

    Signals:
        agreed: A level is agreed, or one of the choices set apart.
                arg: An ``Answer`` with nothing but state, level and reason.
        noted: The note is another one; after a pause in the typing.
        revealed: The votes are seen now.
                  arg: The votes as ``dict``, the ``Answer`` by the name of the seat.
        corrected: A vote that is seen already was changed.
                   arg: The votes, as above.
    """

    agreed = Signal(Answer)
    noted = Signal()
    revealed = Signal(dict)
    corrected = Signal(dict)

    def __init__(
        self, present: Sequence[Seat], texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Question"))
        self._texts = texts
        self._has_seats = bool(present)
        self._title = Label(role="title", parent=self)
        self._asked = Label(role="question", parent=self)
        self._question = WorkshopQuestion(self)
        self._votes = WorkshopVotes(present, texts, self)
        self._said = Label(role="strong", parent=self)
        self._voices = Label(role="muted", parent=self)
        self._note = QPlainTextEdit(self)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()

        self._question.agreed.connect(self.agreed)
        self._votes.revealed.connect(self.revealed)
        self._votes.corrected.connect(self.corrected)
        self._note.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.noted)

    @property
    def is_revealed(self) -> bool:
        """Whether the votes on the question shown are seen."""
        return self._votes.is_revealed

    @property
    def note(self) -> str:
        """The note as it is typed."""
        return self._note.toPlainText().strip()

    def signs(self) -> dict[str, str]:
        """What has been typed as votes, by the name of the seat; empty fields are missing."""
        return self._votes.signs()

    def show_item(
        self,
        item: Item,
        answer: Answer,
        levels: Sequence[LevelName],
        *,
        agreed: bool,
        may_not_apply: bool,
        known: Remembered,
    ) -> None:
        """Show a question from its top; nothing is reported for that.

        Args:
            item: The question.
            answer: The present answer to it.
            levels: Their names, the lowest first.
            agreed: Whether the answer is agreed.
            may_not_apply: Whether “trifft nicht zu” is allowed.
            known: What happened on it before.
        """
        self._title.setText(item.title)
        self._asked.setText(item.question)
        self._question.show_item(item, answer, levels, agreed=agreed, may_not_apply=may_not_apply)
        self._votes.show_votes(item.id, known.signs, revealed=known.revealed)
        self.show_note(answer.note)
        self.verticalScrollBar().setValue(0)

    def show_note(self, note: str) -> None:
        """Show another note; it is not reported."""
        if note != self._note.toPlainText():  # else the cursor would go back to the begin
            self._note.setPlainText(note)
        self._pause.stop()

    def show_said(self, agreed: str, before: str) -> None:
        """Show what is agreed, and what was said before the workshop; ``""`` hides it.

        What was said before is not shown before those present have voted.
        """
        self._said.setText(agreed)
        self._said.setVisible(bool(agreed))
        self._voices.setText(self._texts("workshop.before", said=before))
        unbiased = not self._has_seats or self._votes.is_revealed or bool(agreed)
        self._voices.setVisible(unbiased and bool(before))

    def flush(self) -> None:
        """Report what is still being typed."""
        self._question.flush()
        if self._pause.isActive():
            self._pause.stop()
            self.noted.emit()

    def choose(self, number: int) -> None:
        """Choose a level, ``UNKNOWN`` or ``NOT_APPLICABLE`` like the user."""
        self._question.choose(number)

    def take_enter(self, focused: QWidget | None) -> bool:
        """Show the votes, or go from them to the levels; false if Enter was not meant for that.

        Args:
            focused: Where Enter was pressed.
        """
        if focused is None or not self._votes.isAncestorOf(focused) or not self._votes.votes():
            return False
        if self._votes.is_revealed:
            self.focus_levels()
        else:
            self._votes.reveal()
        return True

    def focus_begin(self) -> None:
        """Put the focus where a question begins: on the votes, or else on the levels."""
        if self._has_seats and not self._votes.is_revealed:
            self._votes.focus_first()
        else:
            self.focus_levels()

    @Slot()
    def focus_levels(self) -> None:
        """Put the focus on what is chosen."""
        self._question.focus_choice()

    @Slot()
    def focus_votes(self) -> None:
        """Put the cursor into the first field of the votes, if there are any."""
        if self._has_seats:
            self._votes.focus_first()

    @Slot()
    def focus_note(self) -> None:
        """Put the cursor into the note."""
        self._note.setFocus()

    def fits(self, width: int) -> bool:
        """Put things beside or below each other, and say whether all is seen without scrolling.

        Args:
            width: Of the window, in pixels.
        """
        metrics, direction, port = self._note.fontMetrics(), QBoxLayout.Direction, self.viewport()
        self._note.setFixedHeight((NOTE_LINES + 1) * metrics.lineSpacing())
        wide = width >= NARROW_IN_LETTERS * metrics.averageCharWidth()
        self._body.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        return true_height(self.column, port.width()) + BORDERS_PX <= port.height()

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        names = {
            "item-title": self._title, "said": self._said, "voices": self._voices,
            "note": self._note,
        }  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(name)
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setPlaceholderText(self.tr("Why this level? (K)"))
        self._votes.setVisible(self._has_seats)
        beside = QVBoxLayout()
        beside.setSpacing(2 * unit)
        for widget in (self._votes, self._said, self._voices, Label(self.tr("Note"), parent=self)):
            beside.addWidget(widget)
        beside.addWidget(self._note)
        beside.addStretch(1)
        self._body.setSpacing(5 * unit)
        self._body.addWidget(self._question, 2)
        self._body.addLayout(beside, 1)
        self.column.addWidget(self._title)
        self.column.addWidget(self._asked)
        self.column.addLayout(self._body, 1)
