"""The workshop on the projector: one question a screen, votes, the agreed level, a note."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kiassess.domain.assessment import Answer, OpenAssessment, may_be_not_applicable
from kiassess.domain.kinds import LEVELS
from kiassess.domain.questionnaire import Item
from kiassess.domain.voices import details_only
from kiassess.domain.workshop import Seat
from kiassess.marks import override
from kiassess.ui.dialogs.workshop_memory import Remembered, WorkshopMemory
from kiassess.ui.dialogs.workshop_question import WorkshopQuestion
from kiassess.ui.dialogs.workshop_votes import WorkshopVotes
from kiassess.ui.models.choices import NOT_APPLICABLE, UNKNOWN
from kiassess.ui.widgets.labels import Label, Rule, restyle
from kiassess.ui.widgets.layouts import true_height
from kiassess.ui.widgets.page import Page
from kiassess.ui.widgets.save_state import SaveState
from kiassess.ui.widgets.stop_watch import MINUTE_S, StopWatch
from kiassess.wording.texts import Texts
from kiassess.wording.voices import role_names, voices_in_short, voices_sentence, workshop_note

NARROW_IN_LETTERS = 95  # below, the votes stand under the levels
TYPING_PAUSE_MS = 600
NOTE_LINES = 3
BORDERS_PX = 8  # by which cards grow that are chosen and have the focus
SIZES = ("large", "medium", "small")  # see the style sheet
WINDOWED = 1024, 768


class WorkshopDialog(QDialog):
    """Leads through questions; every agreed level is reported at once.

    Keys: a digit or W typed into a field of the votes is a vote, anywhere else it is the agreed
    level. Enter shows the votes, then leads to the next question. Esc ends the workshop; nothing
    is lost by that.

    Signals:
        answered: A level is agreed, or a note was written.
                  arg: The new ``Answer``.
        votes_revealed: The votes on a question are seen now.
                        arg: ``Item.id``. arg: The votes as ``dict``, the ``Answer`` by name.
    """

    answered = Signal(Answer)
    votes_revealed = Signal(str, dict)

    def __init__(
        self,
        opened: OpenAssessment,
        items: Sequence[Item],
        present: Sequence[Seat],
        texts: Texts,
        parent: QWidget | None = None,
        *,
        today: date,
        limit_minutes: int = 0,
        memory: WorkshopMemory | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._items = tuple(items)
        self._present = tuple(present)
        self._texts = texts
        self._today = today
        self._limit = limit_minutes * MINUTE_S or None
        self._memory = memory or WorkshopMemory()
        self._unsaved: dict[str, Answer] = {}
        self._noted: set[str] = set()  # items whose note says that they were agreed here
        self._place = 0

        self._position = Label(role="muted", parent=self)
        self._watch = StopWatch(parent=self)
        self._page = Page(self)
        self._title = Label(role="title", parent=self._page)
        self._asked = Label(role="question", parent=self._page)
        self._question = WorkshopQuestion(self._page)
        self._said = Label(role="strong", parent=self._page)
        self._voices = Label(role="muted", parent=self._page)
        self._votes = WorkshopVotes(present, texts, self._page)
        self._note = QPlainTextEdit(self._page)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._arranged = QTimer(self, singleShot=True, interval=0)  # after the layout
        self._back = QPushButton(self.tr("&Back"), self)
        self._state = SaveState(parent=self)
        self._full = QPushButton(self.tr("&Full screen"), self)
        self._end = QPushButton(self.tr("&End"), self)
        self._next = QPushButton(self.tr("&Next"), self)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self._connect()
        ids = [item.id for item in self._items]
        last = self._memory.item_id
        self._show(ids.index(last) if last in ids else 0)

    @property
    def item_id(self) -> str:
        """The question shown."""
        return self._item.id

    def show_saved(self, opened: OpenAssessment, item_id: str) -> None:
        """An answer is on disk; show what counts now."""
        self._opened = opened
        self._unsaved.pop(item_id, None)
        self._state.show_saved(self.tr("Saved"))
        self._show_said()

    def show_problem(self) -> None:
        """An answer could not be saved; it is kept and tried again."""
        self._state.show_problem(self.tr("Not saved yet"))

    @Slot()
    def flush(self) -> None:
        """Report what is still being typed."""
        self._question.flush()
        if self._pause.isActive():
            self._pause.stop()
            self._report_note()

    @Slot()
    def go_on(self) -> None:
        """Go to the next question; after the last one the workshop ends."""
        if self._place + 1 < len(self._items):
            self._go_to(self._place + 1)
        else:
            self.accept()

    @Slot()
    def go_back(self) -> None:
        """Go to the previous question."""
        if self._place:
            self._go_to(self._place - 1)

    @Slot()
    def switch_full_screen(self) -> None:
        """Fill the screen, or become a window."""
        if self.isFullScreen():
            self.showNormal()
            self.resize(*WINDOWED)
        else:
            self.showFullScreen()

    @override
    def done(self, result: int) -> None:
        self.flush()
        self._remember()
        self._watch.stop()
        super().done(result)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arranged.start()

    @property
    def _item(self) -> Item:
        return self._items[self._place]

    def _answer(self) -> Answer:
        """The present answer, also one that could not be saved yet."""
        return self._unsaved.get(self._item.id) or self._opened.answer(self._item.id)

    def _is_agreed(self) -> bool:
        item_id = self._item.id
        given = self._unsaved.get(item_id)
        return item_id in self._opened.agreed or (given is not None and given.touched)

    @Slot(Answer)
    def _on_agreed(self, level: Answer) -> None:
        """Keep the level with the note, which says at first where it was agreed."""
        self._pause.stop()
        note = self._note.toPlainText().strip()
        if level.item_id not in self._noted:
            self._noted.add(level.item_id)
            note = workshop_note(note, self._today, self._texts)
            self._note.setPlainText(note)
            self._pause.stop()
        state, number, reason = level.state, level.level, level.reason
        self._give(replace(self._answer(), state=state, level=number, reason=reason, note=note))

    @Slot()
    def _on_typed(self) -> None:
        self._pause.start()

    @Slot()
    def _report_note(self) -> None:
        note, before = self._note.toPlainText().strip(), self._answer()
        if note == before.note:
            return
        answer = replace(before, note=note)
        only_said = self._item.id in self._opened.voices and not self._is_agreed()
        self._give(details_only(answer) if only_said else answer)

    def _give(self, answer: Answer) -> None:
        self._unsaved[answer.item_id] = answer
        self.answered.emit(answer)
        self._show_said()

    @Slot(dict)
    def _on_revealed(self, votes: dict[str, Answer]) -> None:
        self._on_corrected(votes)
        self._question.focus_choice()

    @Slot(dict)
    def _on_corrected(self, votes: dict[str, Answer]) -> None:
        self._remember()
        self._show_said()
        self.votes_revealed.emit(self._item.id, votes)

    @Slot()
    def _on_level_key(self) -> None:
        self._question.choose(int(self.sender().property("choice")))

    @Slot()
    def _on_enter(self) -> None:
        """Do what the focused button says; else show the votes, then go on."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and not isinstance(focused, QRadioButton):
            focused.click()
        elif focused is not None and self._votes.isAncestorOf(focused) and self._votes.votes():
            if not self._votes.is_revealed:
                self._votes.reveal()
            else:
                self._question.focus_choice()
        else:
            self.go_on()

    @Slot()
    def _on_votes_key(self) -> None:
        if self._present:
            self._votes.focus_first()

    def _go_to(self, place: int) -> None:
        self.flush()
        self._remember()
        self._show(place)

    def _show(self, place: int) -> None:
        self._place = place
        item, texts, questionnaire = self._item, self._texts, self._opened.questionnaire
        key = "card.position_gate" if item.gate else "card.position"
        area = questionnaire.area_of(item.id).name
        words = texts(key, area=area, number=place + 1, total=len(self._items))
        self._position.setText(words)
        self._title.setText(item.title)
        self._asked.setText(item.question)
        answer = self._answer()
        self._question.show_item(
            item,
            answer,
            questionnaire.levels,
            agreed=self._is_agreed(),
            may_not_apply=may_be_not_applicable(item, self._opened.assessment.ai_in_use),
        )
        known = self._memory.of(item.id)
        self._votes.show_votes(item.id, known.signs, revealed=known.revealed)
        self._note.setPlainText(answer.note)
        self._pause.stop()
        self._show_said()
        self._watch.start(known.seconds, self._limit)
        self._back.setEnabled(place > 0)
        last = place + 1 == len(self._items)
        self._next.setText(self.tr("&Finish") if last else self.tr("&Next"))
        self._arranged.start()
        self._page.verticalScrollBar().setValue(0)
        if self._present and not known.revealed:
            self._votes.focus_first()
        else:
            self._question.focus_choice()

    def _show_said(self) -> None:
        """Show what was said before the workshop, but not before those present have voted."""
        voices = self._opened.voices.get(self._item.id, ())
        agreed = self._answer() if self._is_agreed() else None
        self._said.setText(voices_sentence((), agreed, self._texts))
        self._said.setVisible(agreed is not None)
        unbiased = not self._present or self._votes.is_revealed or agreed is not None
        said = voices_in_short(voices, role_names(self._opened), self._texts)
        self._voices.setText(self._texts("workshop.before", said=said))
        self._voices.setVisible(unbiased and bool(voices))

    @Slot()
    def _fit(self) -> None:
        """Use the largest type in which all is seen, and put things below each other if narrow."""
        port, direction = self._page.viewport(), QBoxLayout.Direction
        for size in SIZES:
            if self.property("afar") != size:
                self.setProperty("afar", size)
                for widget in (self, *self.findChildren(QWidget)):
                    restyle(widget)
            metrics = self._note.fontMetrics()
            self._note.setFixedHeight((NOTE_LINES + 1) * metrics.lineSpacing())
            wide = self.width() >= NARROW_IN_LETTERS * metrics.averageCharWidth()
            self._body.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
            height = true_height(self._page.column, port.width())
            if height + BORDERS_PX <= port.height():
                break

    def _remember(self) -> None:
        votes = self._votes
        known = Remembered(votes.signs(), votes.is_revealed, self._watch.elapsed())
        self._memory.keep(self._item.id, known)

    def _connect(self) -> None:
        self._question.agreed.connect(self._on_agreed)
        self._votes.revealed.connect(self._on_revealed)
        self._votes.corrected.connect(self._on_corrected)
        self._note.textChanged.connect(self._on_typed)
        self._pause.timeout.connect(self._report_note)
        self._arranged.timeout.connect(self._fit)
        self._back.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)
        self._full.clicked.connect(self.switch_full_screen)
        self._end.clicked.connect(self.reject)
        choices = {str(level): level for level in LEVELS} | {"W": UNKNOWN, "N": NOT_APPLICABLE}
        for key, choice in choices.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setProperty("choice", choice)
            shortcut.activated.connect(self._on_level_key)
        slots = {
            "K": self._note.setFocus,
            "V": self._on_votes_key,
            "Return": self._on_enter,
            "Enter": self._on_enter,
            "PgDown": self.go_on,
            "PgUp": self.go_back,
            "F11": self.switch_full_screen,
        }
        for key, slot in slots.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        self.setObjectName("workshop")
        self.setWindowTitle(self.tr("Workshop"))
        names = {
            "back": self._back, "full": self._full, "end": self._end, "next": self._next,
            "note": self._note, "item-title": self._title, "said": self._said, "watch": self._watch,
            "voices": self._voices, "save-state": self._state,
        }  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(name)
        for button in (self._back, self._full, self._end, self._next):
            button.setAutoDefault(False)
        self._next.setProperty("primary", "true")
        for button, key in ((self._full, "F11"), (self._end, "Esc"), (self._next, "Enter")):
            button.setToolTip(key)
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setPlaceholderText(self.tr("Why this level? (K)"))
        self._votes.setVisible(bool(self._present))

        head = QHBoxLayout()
        head.setContentsMargins(8 * unit, 3 * unit, 8 * unit, 0)
        head.addWidget(self._position, 1)
        head.addWidget(self._watch)
        beside = QVBoxLayout()
        beside.setSpacing(2 * unit)
        for widget in (self._votes, self._said, self._voices, Label(self.tr("Note"), parent=self)):
            beside.addWidget(widget)
        beside.addWidget(self._note)
        beside.addStretch(1)
        self._body.setSpacing(5 * unit)
        self._body.addWidget(self._question, 2)
        self._body.addLayout(beside, 1)
        self._page.column.addWidget(self._title)
        self._page.column.addWidget(self._asked)
        self._page.column.addLayout(self._body, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8 * unit, 2 * unit, 8 * unit, 3 * unit)
        foot.setSpacing(2 * unit)
        foot.addWidget(self._back)
        foot.addWidget(self._state, 1)
        for button in (self._full, self._end, self._next):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit)
        layout.addLayout(head)
        layout.addWidget(self._page, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(foot)
        self.resize(*WINDOWED)
