"""What keeps work safe beside answering: backups, restoring them, and the workplace check."""

import os
import platform
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot, qVersion
from PySide6.QtWidgets import QWidget

from kiassess import __version__
from kiassess.domain.errors import KiassessError
from kiassess.ui.archive import Archive
from kiassess.ui.background import Background
from kiassess.ui.exporter import Exporter
from kiassess.ui.messages import Messages
from kiassess.ui.page_stack import START, PageStack
from kiassess.ui.session import Session
from kiassess.ui.system import system_name
from kiassess.wording.texts import Texts

if TYPE_CHECKING:
    from kiassess.domain.backups import Backup, BackupContent, Rehearsal
    from kiassess.domain.workplace import Workplace
    from kiassess.ui.dialogs.restore import RestoreDialog

KEEP_SAFE_EVERY_MS = 10 * 60 * 1000


class Safekeeping(QObject):
    """Backs up without being asked, and restores when asked; made when the workspace is open.

    Signals:
        told: What was done, for the status bar.
              arg: The sentence. arg: Whether it is a problem.
        noticed: What the workplace check has found at the start.
                 arg: One sentence; ``""`` if there is nothing to be told.
    """

    told = Signal(str, bool)
    noticed = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        archive: Archive,
        *,
        pages: PageStack,
        background: Background,
        messages: Messages,
        exporter: Exporter,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._archive = archive
        self._pages = pages
        self._background = background
        self._messages = messages
        self._exporter = exporter
        self._restoring: RestoreDialog | None = None
        self._timer = QTimer(self, interval=KEEP_SAFE_EVERY_MS)
        self._timer.timeout.connect(self.keep_safe)

    @property
    def _texts(self) -> Texts:
        return self._session.texts

    @Slot()
    def begin(self) -> None:
        """Look at the workplace and back up, now and from time to time."""
        self._look(self._on_looked_at_start)
        if self._session.writable:
            self._timer.start()
            self.keep_safe()

    @Slot()
    def keep_safe(self) -> None:
        """Back up and rehearse in the background, if that is due."""
        self._background.run(
            self._archive.keep_safe, done=self._on_kept_safe, failed=self._on_not_kept_safe
        )

    @Slot()
    def restore(self) -> None:
        """Show the backups, and what restoring one would change."""
        from kiassess.ui.dialogs.restore import RestoreDialog

        self._pages.flush()
        if not self._session.flush():
            return
        backups = self._archive.backups()
        dialog = RestoreDialog(backups, self._texts, self._window)
        dialog.effects_requested.connect(self._on_effects_wanted)
        dialog.restore_requested.connect(self._on_restore_wanted)
        dialog.rehearsal_requested.connect(self._on_rehearsal_wanted)
        dialog.show_last_rehearsal(self._archive.stored_facts().last_rehearsal)
        self._restoring = dialog
        keys = [
            self._background.run(
                partial(self._read, backup), done=self._on_content_read, failed=_raise
            )
            for backup in backups
        ]
        dialog.exec()
        for key in keys:
            self._background.forget(key)
        self._restoring = None
        dialog.deleteLater()

    @Slot()
    def workplace(self) -> None:
        """Show what the workplace check finds."""
        self._look(self._on_looked)

    def _read(self, backup: "Backup") -> "tuple[Backup, BackupContent | None]":
        return backup, self._archive.read_content(backup)

    def _on_content_read(self, found: "tuple[Backup, BackupContent | None]") -> None:
        if self._restoring is not None:
            self._restoring.show_content(*found)

    def _on_effects_wanted(self, backup: "Backup") -> None:
        effects = self._archive.effects(backup)
        if self._restoring is None:
            return
        if effects is None:
            self._restoring.show_content(backup, None)
        else:
            self._restoring.show_effects(backup, effects)

    def _on_restore_wanted(self, backup: "Backup") -> None:
        from kiassess.wording.safekeeping import backup_reason

        before = self._archive.restore(backup)
        if before is None or self._restoring is None:
            return
        self._restoring.accept()
        self._pages.show_page(START)
        self._messages.show_text(
            self.tr(
                "The backup of {backup} has been restored. The data of before lies in the list of "
                "backups as “{reason}”. To take this back, restore that one."
            ).format(
                backup=self._texts.moment(backup.at),
                reason=backup_reason(before.kind, self._texts),
            )
        )

    @Slot()
    def _on_rehearsal_wanted(self) -> None:
        self._background.run(
            self._archive.rehearse, done=self._on_rehearsed, failed=self._on_not_rehearsed
        )

    def _on_rehearsed(self, rehearsal: "Rehearsal") -> None:
        from kiassess.wording.safekeeping import rehearsal_words

        if self._restoring is not None:
            self._restoring.show_rehearsal(rehearsal_words(rehearsal, self._texts))
            self._restoring.show_last_rehearsal(rehearsal.at)

    def _on_not_rehearsed(self, error: Exception) -> None:
        if not isinstance(error, KiassessError):
            raise error
        if self._restoring is not None:
            self._restoring.show_rehearsal(self._texts.error(error))

    def _on_kept_safe(self, backup: "Backup | None") -> None:
        if backup is not None:
            time = f"{backup.at.astimezone():%H:%M}"
            self.told.emit(self.tr("Backed up – {time}").format(time=time), False)

    def _on_not_kept_safe(self, error: Exception) -> None:
        if not isinstance(error, KiassessError):
            raise error
        self.told.emit(self._texts.error(error).partition(". ")[0] + ".", True)

    def _look(self, done: Callable[["Workplace"], None]) -> None:
        from kiassess.domain.workplace import Versions

        versions = Versions(
            program=__version__,
            python=platform.python_version(),
            qt=qVersion(),
            sqlite=self._archive.sqlite_version(),
            system=system_name(),
            language=self._texts.language,
        )
        look = self._archive.look_at_workplace(versions, os.environ)
        self._background.run(look, done=done, failed=_raise)

    def _on_looked_at_start(self, workplace: "Workplace") -> None:
        from kiassess.domain.workplace import findings
        from kiassess.wording.workplace import workplace_notice

        found = findings(workplace, self._session.now())
        self.noticed.emit(workplace_notice(found, workplace, self._texts))

    def _on_looked(self, workplace: "Workplace") -> None:
        from kiassess.domain.workplace import findings
        from kiassess.ui.dialogs.workplace import WorkplaceDialog
        from kiassess.wording.workplace import report_name

        found = findings(workplace, self._session.now())
        dialog = WorkplaceDialog(workplace, found, self._texts, self._window)
        dialog.save_requested.connect(
            partial(self._save_report, report_name(workplace, self._texts))
        )
        dialog.exec()
        dialog.deleteLater()

    def _save_report(self, name: str, report: str) -> None:
        target = self._exporter.ask_where(name, self.tr("Text file (*.txt)"))
        if target is not None and self._archive.save_report(report, target):
            self.told.emit(self.tr("Exported: {file}").format(file=target.name), False)


def _raise(error: Exception) -> None:
    """What goes wrong here is a defect of the program."""
    raise error
