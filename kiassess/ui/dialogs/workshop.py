"""The workshop on the projector: one question a screen, votes, the agreed level, a note."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
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
from kiassess.ui.dialogs.workshop_foot import WorkshopFoot
from kiassess.ui.dialogs.workshop_memory import Remembered, WorkshopMemory
from kiassess.ui.dialogs.workshop_page import WorkshopPage
from kiassess.ui.models.choices import NOT_APPLICABLE, UNKNOWN
from kiassess.ui.theme import PROJECTOR, show_from_afar
from kiassess.ui.widgets.labels import Label, Rule
from kiassess.ui.widgets.stop_watch import MINUTE_S, StopWatch
from kiassess.wording.texts import Texts
from kiassess.wording.voices import role_names, voices_in_short, voices_sentence, workshop_note

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
        self._texts = texts
        self._today = today
        self._limit = limit_minutes * MINUTE_S or None
        self._memory = memory or WorkshopMemory()
        self._unsaved: dict[str, Answer] = {}
        self._noted: set[str] = set()  # items whose note says that they were agreed here
        self._place = 0

        self._position = Label(role="muted", parent=self)
        self._watch = StopWatch(parent=self)
        self._page = WorkshopPage(present, texts, self)
        self._arranged = QTimer(self, singleShot=True, interval=0)  # after the layout
        self._foot = WorkshopFoot(self)
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
        self._foot.show_saved()
        self._show_said()

    def show_problem(self) -> None:
        """An answer could not be saved; it is kept and tried again."""
        self._foot.show_problem()

    @Slot()
    def flush(self) -> None:
        """Report what is still being typed."""
        self._page.flush()

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
        note = self._page.note
        if level.item_id not in self._noted:
            self._noted.add(level.item_id)
            note = workshop_note(note, self._today, self._texts)
        self._page.show_note(note)
        state, number, reason = level.state, level.level, level.reason
        self._give(replace(self._answer(), state=state, level=number, reason=reason, note=note))

    @Slot()
    def _on_noted(self) -> None:
        note, before = self._page.note, self._answer()
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
        self._page.focus_levels()

    @Slot(dict)
    def _on_corrected(self, votes: dict[str, Answer]) -> None:
        self._remember()
        self._show_said()
        self.votes_revealed.emit(self._item.id, votes)

    @Slot()
    def _on_level_key(self) -> None:
        self._page.choose(int(self.sender().property("choice")))

    @Slot()
    def _on_enter(self) -> None:
        """Do what the focused button says; else show the votes, then go on."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and not isinstance(focused, QRadioButton):
            focused.click()
        elif not self._page.take_enter(focused):
            self.go_on()

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
        known = self._memory.of(item.id)
        self._page.show_item(
            item,
            self._answer(),
            questionnaire.levels,
            agreed=self._is_agreed(),
            may_not_apply=may_be_not_applicable(item, self._opened.assessment.ai_in_use),
            known=known,
        )
        self._show_said()
        self._watch.start(known.seconds, self._limit)
        self._foot.show_place(place, len(self._items))
        self._arranged.start()
        self._page.focus_begin()

    def _show_said(self) -> None:
        item_id = self._item.id
        voices = self._memory.heard(item_id, self._opened.voices.get(item_id, ()))
        agreed = self._answer() if self._is_agreed() else None
        said = "" if agreed is None else voices_sentence((), agreed, self._texts)
        self._page.show_said(said, voices_in_short(voices, role_names(self._opened), self._texts))

    @Slot()
    def _fit(self) -> None:
        """Use the largest type in which all is seen, and put things below each other if narrow."""
        for size in PROJECTOR:
            if self.property("afar") != size:
                show_from_afar(self, size)
            if self._page.fits(self.width()):
                break

    def _remember(self) -> None:
        page = self._page
        known = Remembered(page.signs(), page.is_revealed, self._watch.elapsed())
        self._memory.keep(self._item.id, known)

    def _connect(self) -> None:
        self._page.agreed.connect(self._on_agreed)
        self._page.noted.connect(self._on_noted)
        self._page.revealed.connect(self._on_revealed)
        self._page.corrected.connect(self._on_corrected)
        self._arranged.timeout.connect(self._fit)
        self._foot.back_requested.connect(self.go_back)
        self._foot.next_requested.connect(self.go_on)
        self._foot.full_screen_requested.connect(self.switch_full_screen)
        self._foot.end_requested.connect(self.reject)
        choices = {str(level): level for level in LEVELS} | {"W": UNKNOWN, "N": NOT_APPLICABLE}
        for key, choice in choices.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setProperty("choice", choice)
            shortcut.activated.connect(self._on_level_key)
        slots = {
            "K": self._page.focus_note,
            "V": self._page.focus_votes,
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
        self._watch.setObjectName("watch")
        head = QHBoxLayout()
        head.setContentsMargins(8 * unit, 3 * unit, 8 * unit, 0)
        head.addWidget(self._position, 1)
        head.addWidget(self._watch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit)
        layout.addLayout(head)
        layout.addWidget(self._page, 1)
        layout.addWidget(Rule(self))
        layout.addWidget(self._foot)
        self.resize(*WINDOWED)
