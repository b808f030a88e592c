"""Backups, frozen states, moving and deleting, as the window asks for them."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from kiassess.domain.errors import KiassessError
from kiassess.ui.session import Session
from kiassess.workflow import deleting, moving, safekeeping, states
from kiassess.workflow.workspace import Workspace

if TYPE_CHECKING:
    from kiassess.domain.backups import Backup, BackupContent, Rehearsal
    from kiassess.domain.deletion import Belongings
    from kiassess.domain.package import Package
    from kiassess.domain.questionnaire import Questionnaire
    from kiassess.domain.restoring import RestoreEffect
    from kiassess.domain.states import FrozenState
    from kiassess.domain.workplace import Stored, Versions, Workplace

T = TypeVar("T")


class Archive(QObject):
    """Calls ``workflow`` and lets the session show what is different afterwards.

    What fails is announced, and ``None`` or false is returned.

    Signals:
        failed: Something the user must know.
                arg: The ``KiassessError``.
    """

    failed = Signal(KiassessError)

    def __init__(self, workspace: Workspace, session: Session) -> None:
        super().__init__(session)
        self._workspace = workspace
        self._session = session

    def backups(self) -> "tuple[Backup, ...]":
        """The backups, the newest first."""
        return safekeeping.list_backups(self._workspace.path)

    def read_content(self, backup: "Backup") -> "BackupContent | None":
        """What lies in a backup; for the worker. ``None`` if it cannot be read."""
        try:
            return safekeeping.content_of(self._workspace.path, backup)
        except KiassessError:
            return None

    def effects(self, backup: "Backup") -> "tuple[RestoreEffect, ...] | None":
        """What restoring a backup would change."""
        return self._tried(partial(safekeeping.effects, self._workspace, backup))

    def restore(self, backup: "Backup") -> "Backup | None":
        """Restore a backup; returns that of the data before."""
        if not self._nothing_unsaved():
            return None
        now = self._session.now()
        before = self._tried(partial(safekeeping.restore, self._workspace, backup, now=now))
        if before is not None:
            self._session.reload()
        return before

    def rehearse(self) -> "Rehearsal":
        """Restore the newest backup into memory; for the worker.

        Raises:
            BackupUnusableError: It cannot be restored, or there is none.
        """
        return safekeeping.rehearse(self._workspace.path, now=self._session.now())

    def keep_safe(self) -> "Backup | None":
        """Back up and rehearse if that is due; for the worker.

        Raises:
            KiassessError: It cannot be done.
        """
        return safekeeping.keep_safe(self._workspace.path, self._session.now())

    def stored_facts(self) -> "Stored":
        """What the workspace says about itself."""
        return safekeeping.stored_facts(self._workspace)

    def look_at_workplace(
        self, versions: "Versions", environ: Mapping[str, str]
    ) -> Callable[[], "Workplace"]:
        """The workplace check, ready for the worker."""
        from kiassess.workflow.workplace import look

        stored, now = self.stored_facts(), self._session.now()
        return partial(look, self._workspace.path, stored, versions, dict(environ), now)

    def save_report(self, report: str, target: Path) -> bool:
        """Write the report of the workplace check."""
        from kiassess.workflow.workplace import save_report

        return self._done(partial(save_report, report, target))

    def sqlite_version(self) -> str:
        """The version of SQLite, for the workplace check."""
        return self._workspace.db.version

    def states(self) -> "tuple[FrozenState, ...]":
        """The frozen states of the open assessment, the oldest first."""
        opened = self._session.current
        if opened is None:
            return ()
        return states.list_states(self._workspace, opened.assessment.id)

    def freeze(self, name: str) -> "FrozenState | None":
        """Keep the open assessment as it is now."""
        opened = self._session.current
        if opened is None or opened.state is not None or not self._session.flush():
            return None
        now = self._session.now()
        return self._tried(partial(states.freeze, self._workspace, opened, name, now=now))

    def show_state(self, name: str) -> bool:
        """Show a frozen state in the place of the open assessment."""
        opened = self._session.current
        if opened is None or not self._nothing_unsaved():
            return False
        language = self._session.texts.language
        found = self._tried(
            partial(states.open_state, self._workspace, opened.assessment.id, name, language)
        )
        if found is not None:
            self._session.show_state(found)
        return found is not None

    def compare_with(self, name: str) -> bool:
        """Show a frozen state beside the open assessment, in the place of the round before."""
        opened = self._session.current
        if opened is None:
            return False
        language = self._session.texts.language
        found = self._tried(
            partial(states.open_state, self._workspace, opened.assessment.id, name, language)
        )
        if found is not None:
            self._session.compare_with(found.opened)
        return found is not None

    def write_exchange_file(self, assessment_id: str, target: Path) -> bool:
        """Write an assessment with all that belongs to it."""
        from kiassess.workflow.exchanging import write_exchange_file

        if not self._nothing_unsaved():
            return False
        return self._done(partial(write_exchange_file, self._workspace, assessment_id, target))

    def package(self, *, nameless: bool = False) -> "Package | None":
        """All there is about the open assessment, or the same without names."""
        from kiassess.workflow.exchanging import anonymous_package, package_of

        opened = self._session.current
        if opened is None or not self._session.flush():
            return None
        found = self._tried(partial(package_of, self._workspace, opened.assessment.id))
        if found is None or not nameless:
            return found
        return anonymous_package(found, self._session.texts)

    def newer_number(self) -> str:
        """The number of a newer version of the questionnaire; ``""`` if there is none."""
        opened = self._session.current
        if opened is None or not self._session.writable:
            return ""
        return moving.newer_number(self._workspace, opened)

    def newer_version(self) -> "Questionnaire | None":
        """The newest version of the questionnaire, if the open assessment has an older one."""
        opened = self._session.current
        if opened is None or not self._session.writable:
            return None
        try:
            return moving.newer_version(self._workspace, opened)
        except KiassessError as error:
            self.failed.emit(error)
            return None

    def move(self, newer: "Questionnaire", accepted: Collection[str], state_name: str) -> bool:
        """Move the open assessment to a newer version of its questionnaire."""
        opened = self._session.current
        if opened is None or not self._session.flush():
            return False
        now = self._session.now()
        move = partial(moving.move, self._workspace, opened, newer, accepted)
        if self._tried(partial(move, state_name=state_name, now=now)) is None:
            return False
        self._session.reload()
        return True

    def belongings(self, assessment_id: str) -> "Belongings | None":
        """What goes if an assessment is deleted."""
        return self._tried(partial(deleting.belongings, self._workspace, assessment_id))

    def delete(self, assessment_id: str, *, from_backups: bool) -> bool:
        """Delete an assessment for good; an answer to another one is saved before."""
        opened = self._session.current
        other = opened is not None and opened.assessment.id != assessment_id
        if other and not self._nothing_unsaved():
            return False
        delete = partial(deleting.delete, self._workspace, assessment_id)
        if not self._done(partial(delete, from_backups=from_backups)):
            return False
        self._session.reload()
        return True

    def _nothing_unsaved(self) -> bool:
        """Whether everything is on disk; what is shown next would take its place."""
        return not self._session.has_unsaved or self._session.flush()

    def _done(self, work: Callable[[], object]) -> bool:
        """Do something and say whether that went well; a failure is announced."""
        try:
            work()
        except KiassessError as error:
            self.failed.emit(error)
            return False
        return True

    def _tried(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except KiassessError as error:
            self.failed.emit(error)
            return None
