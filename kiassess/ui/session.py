"""The open assessment as the window sees it: calls ``workflow``, announces what changed."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kiassess.domain.assessment import (
    DEFAULT_QUESTIONNAIRE,
    Answer,
    Assessment,
    Facts,
    Listed,
    NewAssessment,
    OpenAssessment,
)
from kiassess.domain.errors import (
    InvalidAnswerError,
    InvalidQuestionnaireError,
    KiassessError,
    UnknownAssessmentError,
)
from kiassess.paths import Bundled
from kiassess.ui.undoing import Undoing
from kiassess.wording.texts import Texts
from kiassess.workflow import listing
from kiassess.workflow.workspace import Workspace, load_for_writing

if TYPE_CHECKING:
    from kiassess.domain.catalogue import Catalogue
    from kiassess.domain.history import Entry, Undoable
    from kiassess.domain.legal import LegalTable
    from kiassess.domain.profile import Profile
    from kiassess.domain.questionnaire import Published, Questionnaire
    from kiassess.workflow.states import OpenState

T = TypeVar("T")


def utc_now() -> datetime:
    """The present, the only clock of the window."""
    return datetime.now(UTC)


class Session(QObject):
    """The workspace and the assessment open in it, in memory and on disk alike.

    Pages call its methods and listen to its signals; they never see the database. What could
    not be saved is kept and tried again with the next change, with ``flush``, and on closing.

    Attributes:
        undoing: What can be taken back and done again.

    Signals:
        list_changed: Assessments came, went or were renamed.
        opened: Another assessment is open, or none.
        answer_saved: An answer is on disk, or was taken back there, or voices on it are.
                      arg: The ``Answer``.
        facts_changed: Extent, date, population, the use of AI or several targets changed.
        entries_changed: What is kept beside the answers changed.
        saved: Everything is on disk.
               arg: The moment, a ``datetime``.
        failed: Something the user must know.
                arg: The ``KiassessError``.
    """

    list_changed = Signal()
    opened = Signal()
    answer_saved = Signal(Answer)
    facts_changed = Signal()
    entries_changed = Signal()
    saved = Signal(datetime)
    failed = Signal(KiassessError)

    def __init__(
        self,
        workspace: Workspace,
        texts: Texts,
        bundled: Bundled,
        *,
        clock: Callable[[], datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._texts = texts
        self._bundled = bundled
        self._clock = clock
        self._current: OpenAssessment | None = None
        self._state: OpenState | None = None
        self._unsaved: dict[str, Answer] = {}
        self._profile: Profile | None = None
        self._previous: OpenAssessment | None = None
        self._previous_sought = False
        self._beside: OpenAssessment | None = None
        self._legal: LegalTable | None = None
        self._catalogues: dict[str, tuple[Catalogue, Questionnaire]] = {}
        self.undoing = Undoing(workspace, self)

    @property
    def texts(self) -> Texts:
        """The sentences in the language of the window."""
        return self._texts

    @property
    def bundled(self) -> Bundled:
        """The folders that came with the program."""
        return self._bundled

    @property
    def writable(self) -> bool:
        """Whether changes can be made; a second window only reads."""
        return self._workspace.writable

    @property
    def editable(self) -> bool:
        """Whether the open assessment can be changed; a frozen state never is."""
        return self.writable and self._current is not None and self._current.state is None

    @property
    def file(self) -> Path:
        """The workspace file."""
        return self._workspace.path

    @property
    def current(self) -> OpenAssessment | None:
        """The open assessment with its answers."""
        return self._current

    @property
    def has_unsaved(self) -> bool:
        """Whether an answer on the screen could not be saved yet."""
        return bool(self._unsaved)

    def listed(self) -> tuple[Listed, ...]:
        """All assessments, the one changed last first."""
        return listing.list_all(self._workspace)

    def published(self) -> "tuple[Published, ...]":
        """The questionnaires that can be begun, in the language of the window."""
        return self._workspace.library.published(self._texts.language)

    def now(self) -> datetime:
        """The present, UTC."""
        return self._clock()

    def today(self) -> date:
        """The present day of the local clock."""
        return self._clock().astimezone().date()

    def profile(self) -> "Profile | None":
        """The profile of the open assessment, worked out once per change."""
        from kiassess.domain.profile import make_profile

        if self._profile is None and self._current is not None:
            self._profile = make_profile(self._current)
        return self._profile

    def previous_round(self) -> OpenAssessment | None:
        """The round before the open assessment, sought once; ``None`` if there is none."""
        from kiassess.workflow import assessing

        if not self._previous_sought and self._current is not None:
            self._previous_sought = True
            try:
                self._previous = assessing.previous_round(
                    self._workspace, self._current, self._texts.language
                )
            except KiassessError as error:
                self.failed.emit(error)
        return self._previous

    def beside(self) -> OpenAssessment | None:
        """What the profile can be compared with: a state chosen for that, or the round before."""
        return self._beside or self.previous_round()

    def legal(self) -> "LegalTable":
        """The legal table in the language of the window, read once; of a state, that of its day."""
        from kiassess.workflow.knowledge import current_legal_table

        if self._state is not None:
            return self._state.legal
        if self._legal is None:
            library, language = self._workspace.library, self._texts.language
            self._legal, problem = current_legal_table(library, language)
            if problem is not None:
                self.failed.emit(problem)
        return self._legal

    def catalogue(self) -> "tuple[Catalogue, Questionnaire]":
        """What stands beside the questions of the open assessment, or else of ours; read once."""
        from kiassess.workflow.knowledge import current_catalogue

        opened = self._current
        wanted = DEFAULT_QUESTIONNAIRE if opened is None else opened.assessment.questionnaire_id
        if wanted not in self._catalogues:
            library, language = self._workspace.library, self._texts.language
            try:
                self._catalogues[wanted] = current_catalogue(library, wanted, language)
            except InvalidQuestionnaireError as error:
                self.failed.emit(error)
                self._catalogues[wanted] = current_catalogue(
                    library, DEFAULT_QUESTIONNAIRE, language
                )
        return self._catalogues[wanted]

    def changes(self) -> dict[str, datetime]:
        """When each answer of the open assessment was last changed, by item id."""
        from kiassess.workflow import assessing

        if self._current is None:
            return {}
        if self._state is not None:
            return self._state.changed
        return assessing.changes(self._workspace, self._current.assessment.id)

    def history(self, item_id: str) -> "tuple[Entry, ...]":
        """What has become of an answer of the open assessment, the newest change first."""
        from kiassess.workflow import history

        if self._current is None:
            return ()
        try:
            return history.of_item(self._workspace, self._current, item_id)
        except KiassessError as error:
            self.failed.emit(error)
            return ()

    def open(self, assessment_id: str) -> bool:
        """Open an assessment; false if that failed and was announced."""
        from kiassess.workflow import assessing

        if self.has_unsaved and not self.flush():
            return False
        try:
            self._show(assessing.load(self._workspace, assessment_id, self._texts.language))
        except KiassessError as error:
            self.failed.emit(error)
            return False
        return True

    def show_state(self, state: "OpenState") -> None:
        """Show a frozen state in the place of the open assessment; nothing can be changed in it."""
        self._show(state.opened, state)

    def compare_with(self, other: OpenAssessment) -> None:
        """Show a state of it beside the open assessment, until another one is opened."""
        self._beside = other
        self.facts_changed.emit()

    @Slot()
    def leave_state(self) -> None:
        """Show the assessment again as it is today."""
        if self._state is not None:
            self.open(self._state.opened.assessment.id)

    def reload(self) -> None:
        """Read everything anew: other content has come into the file.

        What is not saved yet is given up, so ``flush`` comes first.
        """
        from kiassess.workflow import assessing

        opened = None
        if self._current is not None:
            assessment_id, language = self._current.assessment.id, self._texts.language
            try:
                opened = assessing.load(self._workspace, assessment_id, language)
            except UnknownAssessmentError:
                pass  # it is gone
            except KiassessError as error:
                self.failed.emit(error)
        self._show(opened)
        self.list_changed.emit()
        self.saved.emit(self._clock())

    @Slot()
    def retry(self) -> bool:
        """Put the file back if it is gone, and save what is not saved yet."""
        try:
            self._workspace.put_back(now=self._clock())
        except KiassessError as error:
            self.failed.emit(error)
            return False
        return self.flush()

    def create(self, new: NewAssessment) -> bool:
        """Begin an assessment and open it; false if that failed and was announced."""
        from kiassess.workflow import assessing

        if self.has_unsaved and not self.flush():
            return False
        try:
            assessment = assessing.create(self._workspace, new, now=self._clock())
        except KiassessError as error:
            self.failed.emit(error)
            return False
        return self._begin(assessment)

    def open_example(self) -> bool:
        """Open the fictitious example, made if it is not there yet."""
        from kiassess.workflow.demo import make_example

        try:
            assessment = make_example(
                self._workspace, now=self._clock(), language=self._texts.language
            )
        except KiassessError as error:
            self.failed.emit(error)
            return False
        return self._begin(assessment)

    @Slot(Answer)
    def save(self, answer: Answer) -> None:
        """Keep an answer; when ``answer_saved`` is emitted, it is on disk."""
        self._unsaved[answer.item_id] = answer
        self.flush()

    @Slot()
    def flush(self) -> bool:
        """Save what is not saved yet; true if everything is on disk now."""
        for answer in list(self._unsaved.values()):
            try:
                self._save(answer)
            except KiassessError as error:
                if isinstance(error, InvalidAnswerError):
                    del self._unsaved[answer.item_id]  # trying again would not help
                self.failed.emit(error)
                return False
        self.saved.emit(self._clock())
        return True

    def change_facts(self, facts: Facts) -> bool:
        """Change what the assessment says about itself; false if that failed."""
        from kiassess.workflow import assessing

        if self._current is None or (self.has_unsaved and not self.flush()):
            return False
        try:
            self._current = assessing.change_facts(
                self._workspace, self._current, facts, now=self._clock()
            )
        except KiassessError as error:
            self.failed.emit(error)
            return False
        self._announce_facts()
        return True

    def set_targets(self, targets: Mapping[str, int | None]) -> bool:
        """Set the targets of several items, all or none; false if that failed.

        Args:
            targets: Level wanted, 0–4, by item id; ``None`` for the preset of the size class.
        """
        from kiassess.workflow import assessing

        if self._current is None or (self.has_unsaved and not self.flush()):
            return False
        try:
            self._current = assessing.set_targets(
                self._workspace, self._current, targets, now=self._clock()
            )
        except KiassessError as error:
            self.failed.emit(error)
            return False
        self._announce_facts()
        return True

    def save_voices(self, item_id: str, votes: Mapping[str, Answer | None]) -> bool:
        """Keep what people with a name have voted as their voices; false if that failed.

        Args:
            item_id: Of the question.
            votes: By name; ``None`` for a vote that was taken back.
        """
        from kiassess.workflow.voices import save_votes

        if self._current is None or (self.has_unsaved and not self.flush()):
            return False
        before, now = self._current, self._clock()
        try:
            self._current = save_votes(self._workspace, before, item_id, votes, now=now)
        except KiassessError as error:
            self.failed.emit(error)
            return False
        if self._current is not before:
            self._profile = None
            self.undoing.note_change()
            self.answer_saved.emit(self._current.answer(item_id))
            self.saved.emit(now)
        return True

    def keep(self, change: "Callable[..., OpenAssessment]") -> bool:
        """Change what is kept beside the answers; false if that failed and was announced.

        Args:
            change: Of ``workflow.planning``; it gets the workspace, the assessment and ``now``,
                and returns the assessment afterwards.
        """
        if self._current is None or (self.has_unsaved and not self.flush()):
            return False
        before, now = self._current, self._clock()
        try:
            self._current = change(self._workspace, before, now=now)
        except KiassessError as error:
            self.failed.emit(error)
            return False
        if self._current is not before:
            self.undoing.note_change()
            self.entries_changed.emit()
            self.saved.emit(now)
        return True

    def look_up(self, question: "Callable[[Workspace, OpenAssessment], T]", otherwise: T) -> T:
        """Ask ``workflow`` something about the open assessment; a failure is announced.

        Args:
            question: Gets the workspace and the assessment.
            otherwise: The answer if nothing is open or it failed.
        """
        if self._current is None:
            return otherwise
        try:
            return question(self._workspace, self._current)
        except KiassessError as error:
            self.failed.emit(error)
            return otherwise

    def undo(self) -> "Undoable | None":
        """Take the last change back; ``None`` if there is none, or that failed."""
        from kiassess.workflow.history import undo

        return self._go_back(undo)

    def redo(self) -> "Undoable | None":
        """Do again what was taken back last; ``None`` if there is nothing, or that failed."""
        from kiassess.workflow.history import redo

        return self._go_back(redo)

    def warm_up(self) -> None:
        """Load what the first answer and the first profile need; for the worker."""
        from kiassess.workflow import assessing, history  # noqa: F401 - only to be there
        from kiassess.workflow.knowledge import current_catalogue

        load_for_writing()
        library, language = self._workspace.library, self._texts.language
        loaded = current_catalogue(library, DEFAULT_QUESTIONNAIRE, language)
        self._catalogues.setdefault(DEFAULT_QUESTIONNAIRE, loaded)

    def close(self) -> None:
        """Close the workspace and let others write."""
        self.undoing.look_at("")
        self._workspace.close()

    def _save(self, answer: Answer) -> None:
        from kiassess.workflow import assessing

        if self._current is None:
            return
        now = self._clock()
        self._current = assessing.answer(self._workspace, self._current, answer, now=now)
        del self._unsaved[answer.item_id]
        self._profile = None
        self.undoing.note_change()
        self.answer_saved.emit(answer)

    def _go_back(self, step: "Callable[..., Undoable | None]") -> "Undoable | None":
        """Take back or do again, read what is on disk now, and announce it."""
        from kiassess.domain.history import Subject
        from kiassess.workflow import assessing

        if self._current is None or self._current.state is not None:
            return None
        if self.has_unsaved and not self.flush():
            return None
        assessment_id = self._current.assessment.id
        try:
            done = step(self._workspace, assessment_id, now=self._clock())
            opened = assessing.load(self._workspace, assessment_id, self._texts.language)
        except KiassessError as error:
            self.failed.emit(error)
            return None
        if done is None:
            self.undoing.look_at(assessment_id)
        elif any(change.subject is Subject.QUESTIONNAIRE for change in done.changes):
            self._show(opened)
            self.list_changed.emit()
            self.saved.emit(self._clock())
        elif len(done.changes) == 1 and done.changes[0].subject is Subject.ANSWER:
            self._current, self._profile = opened, None
            self.undoing.look_at(assessment_id)
            self.answer_saved.emit(opened.answer(done.changes[0].item_id))
            self.saved.emit(self._clock())
        else:
            self._current = opened
            self._announce_facts()
        return done

    def _announce_facts(self) -> None:
        if self._current is not None:
            self.undoing.look_at(self._current.assessment.id)
        self._profile = None
        self._forget_previous()
        self.facts_changed.emit()
        self.list_changed.emit()
        self.saved.emit(self._clock())

    def _begin(self, assessment: Assessment) -> bool:
        if not self.open(assessment.id):
            return False
        self.list_changed.emit()
        self.saved.emit(self._clock())
        return True

    def _show(self, opened: OpenAssessment | None, state: "OpenState | None" = None) -> None:
        self._current = opened
        self._state = state
        self._profile = self._beside = None
        self._forget_previous()
        self._unsaved.clear()
        changeable = opened is not None and opened.state is None
        self.undoing.look_at(opened.assessment.id if opened and changeable else "")
        self.opened.emit()

    def _forget_previous(self) -> None:
        self._previous, self._previous_sought = None, False
