"""The workshop: asks how it is held, leads through the questions, keeps what is agreed."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiassess.domain.assessment import Answer
from kiassess.domain.errors import KiassessError
from kiassess.domain.workshop import Agenda, Seat, agenda_items, seats
from kiassess.ui.dialogs.workshop import WorkshopDialog
from kiassess.ui.dialogs.workshop_memory import WorkshopMemory
from kiassess.ui.dialogs.workshop_start import WorkshopPlan, WorkshopStartDialog
from kiassess.ui.page_stack import PageStack
from kiassess.ui.session import Session


class Workshop(QObject):
    """Made when it is first asked for; who was present is known until the program is closed.

    Signals:
        told: How it went, for the status bar.
              arg: The sentence. arg: Whether it is a problem; never.
    """

    told = Signal(str, bool)

    def __init__(self, window: QWidget, session: Session, pages: PageStack) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._pages = pages
        self._plan = WorkshopPlan()
        self._memories: dict[str, WorkshopMemory] = {}  # by assessment id
        self._dialog: WorkshopDialog | None = None
        self._names: tuple[str, ...] = ()  # of those present who have entered one
        self._agreed: set[str] = set()
        self._unkept: dict[str, dict[str, Answer | None]] = {}  # votes by item id
        session.answer_saved.connect(self._on_answer_saved)
        session.failed.connect(self._on_failed)

    @Slot()
    def begin(self) -> None:
        """Ask how the workshop is held, and hold it."""
        self._pages.flush()
        opened = self._session.current
        if opened is None or not self._session.editable:
            return
        plan = WorkshopStartDialog.ask(
            self._window, opened, self._session.texts, self._plan, can_keep=True
        )
        if plan is not None:
            self._plan = plan
            self.hold(plan)

    @Slot()
    def begin_with_differing(self) -> None:
        """The same, beginning with the questions on which voices differ."""
        self._plan = WorkshopPlan(
            Agenda.CLARIFY,
            names=self._plan.names,
            count=self._plan.count,
            limit_minutes=self._plan.limit_minutes,
            keep_votes=self._plan.keep_votes,
        )
        self.begin()

    def hold(self, plan: WorkshopPlan) -> None:
        """Lead through the questions of a plan."""
        opened = self._session.current
        if opened is None:
            return
        dialog = self.make_dialog(plan)
        self._dialog = dialog
        self._agreed.clear()
        self._unkept.clear()
        self._names = tuple(seat.name for seat in self._seats(plan) if seat.named)
        dialog.answered.connect(self._on_answered)
        if plan.keep_votes and self._names:
            dialog.votes_revealed.connect(self._on_votes_revealed)
        dialog.setWindowState(dialog.windowState() | Qt.WindowState.WindowFullScreen)
        dialog.exec()
        self._keep()
        self._dialog = None
        last = dialog.item_id
        dialog.deleteLater()
        self._pages.show_item(last)
        opened = self._session.current
        agreed = self._agreed & opened.agreed if opened is not None else set()
        words = self.tr("Workshop ended: %n questions agreed", "", len(agreed))
        self.told.emit(words, False)

    def make_dialog(self, plan: WorkshopPlan) -> WorkshopDialog:
        """The screen of a workshop, not shown yet; an assessment must be open."""
        opened = self._session.current
        if opened is None:
            raise RuntimeError("no assessment is open")
        memory = self._memories.setdefault(opened.assessment.id, WorkshopMemory())
        return WorkshopDialog(
            opened,
            agenda_items(opened, plan.agenda, plan.area_id),
            self._seats(plan),
            self._session.texts,
            self._window,
            today=self._session.today(),
            limit_minutes=plan.limit_minutes,
            memory=memory,
        )

    def _seats(self, plan: WorkshopPlan) -> tuple[Seat, ...]:
        return seats(plan.names, plan.count, self._session.texts("workshop.place"))

    @Slot(Answer)
    def _on_answered(self, answer: Answer) -> None:
        if answer.touched:
            self._agreed.add(answer.item_id)
        self._session.save(answer)

    @Slot(str, dict)
    def _on_votes_revealed(self, item_id: str, votes: dict[str, Answer]) -> None:
        self._unkept[item_id] = {name: votes.get(name) for name in self._names}
        self._keep()

    def _keep(self) -> None:
        """Keep votes as voices, also those that could not be kept before."""
        for item_id in list(self._unkept):
            votes = self._unkept.pop(item_id)
            if not self._session.save_voices(item_id, votes):
                self._unkept[item_id] = votes
                break

    @Slot(Answer)
    def _on_answer_saved(self, answer: Answer) -> None:
        opened = self._session.current
        if self._dialog is None or opened is None:
            return
        self._dialog.show_saved(opened, answer.item_id)
        if self._unkept:
            self._keep()

    @Slot(KiassessError)
    def _on_failed(self, _error: KiassessError) -> None:
        if self._dialog is not None:
            self._dialog.show_problem()
