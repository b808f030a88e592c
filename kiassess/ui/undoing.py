"""What can be taken back in the open assessment, and what can be done again."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiassess.domain.errors import KiassessError
from kiassess.workflow.workspace import Workspace

if TYPE_CHECKING:
    from kiassess.domain.history import Undoable


class Undoing(QObject):
    """Reads from the journal what comes next, but only when somebody wants to know.

    Reading takes some 15 ms in a journal of 3,000 steps, which an answer must not wait for.

    Signals:
        changed: Something else may be taken back or done again now.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._assessment_id = ""
        self._next: tuple[Undoable | None, Undoable | None] | None = None
        self._just_changed = False

    @property
    def undo(self) -> "Undoable | None":
        """What can be taken back next."""
        return self._read()[0]

    @property
    def redo(self) -> "Undoable | None":
        """What can be done again next."""
        return self._read()[1]

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back; known at once after a change."""
        return self._just_changed or self.undo is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again; known at once after a change."""
        return not self._just_changed and self.redo is not None

    def look_at(self, assessment_id: str) -> None:
        """Read anew when asked, for this assessment; ``""`` for none."""
        self._assessment_id = assessment_id
        self._next = None
        self._just_changed = False
        self.changed.emit()

    def note_change(self) -> None:
        """A step was made: it can be taken back, and nothing can be done again."""
        self._next = None
        self._just_changed = True
        self.changed.emit()

    def _read(self) -> "tuple[Undoable | None, Undoable | None]":
        if self._next is None:
            self._just_changed = False
            self._next = None, None
            if self._assessment_id and self._workspace.writable:
                from kiassess.workflow.history import next_steps

                # Nobody has asked: what is wrong with the file is told where it stops somebody.
                with suppress(KiassessError):
                    self._next = next_steps(self._workspace, self._assessment_id)
        return self._next
