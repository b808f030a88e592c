"""The menu entries that take back and do again: their words, and what they do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiassess.ui.menus import Menus
from kiassess.ui.page_stack import QUESTIONS, PageStack
from kiassess.ui.session import Session

if TYPE_CHECKING:
    from kiassess.domain.history import Undoable

NAMING_PAUSE_MS = 300  # an answer does not wait for the words of a menu


class UndoActions(QObject):
    """Keeps the two entries of the menu “Bearbeiten” right and carries them out.

    The entries are enabled at once; their words follow when there is time, or when the menu opens.
    Words are imported when there is something to name.

    Signals:
        told: What was taken back or done again, for the status bar.
              arg: The sentence. arg: Whether it is a problem; never.
    """

    told = Signal(str, bool)

    def __init__(
        self, menus: Menus, session: Session, pages: PageStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._menus = menus
        self._session = session
        self._pages = pages
        self._pause = QTimer(self, singleShot=True, interval=NAMING_PAUSE_MS)

        self._pause.timeout.connect(self._name)
        session.undoing.changed.connect(self._on_changed)
        menus.edit.aboutToShow.connect(self._on_menu_opens)
        menus.undo.triggered.connect(self._on_undo)
        menus.redo.triggered.connect(self._on_redo)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        undoing = self._session.undoing
        self._menus.undo.setEnabled(undoing.can_undo)
        self._menus.redo.setEnabled(undoing.can_redo)
        self._pause.start()

    @Slot()
    def _on_menu_opens(self) -> None:
        """Save what is still being typed: it can be taken back, too."""
        self._pages.flush()
        self._name()

    @Slot()
    def _name(self) -> None:
        self._pause.stop()
        undoing = self._session.undoing
        self._menus.show_undo(self._what(undoing.undo))
        self._menus.show_redo(self._what(undoing.redo))
        self._menus.undo.setEnabled(undoing.can_undo)
        self._menus.redo.setEnabled(undoing.can_redo)

    @Slot()
    def _on_undo(self) -> None:
        self._pages.flush()
        if self._pages.drop_unfinished():
            return
        opened = self._session.current  # a move names its questions as they are asked now
        done = self._session.undo()
        if done is not None and opened is not None:
            self._go_to(done)
            from kiassess.wording.history import undone_words

            words = undone_words(
                done, opened.questionnaire, self._session.texts, self._titles(done)
            )
            self.told.emit(words, False)

    @Slot()
    def _on_redo(self) -> None:
        self._pages.flush()
        done = self._session.redo()
        opened = self._session.current
        if done is not None and opened is not None:
            self._go_to(done)
            from kiassess.wording.history import redone_words

            words = redone_words(
                done, opened.questionnaire, self._session.texts, self._titles(done)
            )
            self.told.emit(words, False)

    def _what(self, undoable: "Undoable | None") -> str:
        opened = self._session.current
        if undoable is None or opened is None:
            return ""
        from kiassess.wording.history import what_words

        titles = self._titles(undoable)
        return what_words(undoable, opened.questionnaire, self._session.texts, titles)

    def _titles(self, undoable: "Undoable") -> dict[str, str]:
        """What the measures of a change are called that may have no name of their own, by id."""
        from kiassess.domain.history import Subject

        of_measures = {Subject.MEASURE, Subject.HIDDEN}
        ids = {one.item_id for one in undoable.changes if one.subject in of_measures}
        opened = self._session.current
        if not ids or opened is None:
            return {}
        from kiassess.domain.kept import kept_of
        from kiassess.domain.next_level import find_measure
        from kiassess.domain.own_measures import with_own
        from kiassess.wording.recommending import measure_name

        questionnaire = opened.questionnaire
        own = kept_of(opened.entries).measures
        measures = with_own(self._session.catalogue()[0].measures, own.values())
        found = {one: find_measure(one, measures, questionnaire) for one in ids}
        return {
            key: measure_name(one, questionnaire, self._session.texts)
            for key, one in found.items()
            if one is not None
        }

    def _go_to(self, done: "Undoable") -> None:
        """Show the question whose answer is another now, where questions are shown."""
        from kiassess.domain.history import Subject

        opened = self._session.current
        answers = [c.item_id for c in done.changes if c.subject is Subject.ANSWER]
        if opened is None or len(answers) != len(done.changes) or len(answers) != 1:
            return
        asked = {item.id for item in opened.items()}
        if self._pages.current == QUESTIONS and answers[0] in asked:
            self._pages.questions.go_to_item(answers[0])
