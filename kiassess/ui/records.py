"""What the menus do with whole assessments: keeping a state, moving it on, deleting."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiassess.domain.naming import suggested_name
from kiassess.ui.archive import Archive
from kiassess.ui.exporter import Exporter
from kiassess.ui.messages import Messages
from kiassess.ui.page_stack import PROFILE, QUESTIONS, START, PageStack
from kiassess.ui.session import Session
from kiassess.wording.texts import Texts

if TYPE_CHECKING:
    from kiassess.domain.assessment import Assessment
    from kiassess.ui.dialogs.delete import DeleteDialog


class Records(QObject):
    """Asks, and carries out what was answered; made when the workspace is open.

    Signals:
        told: What was done, for the status bar.
              arg: The sentence. arg: Whether it is a problem; never.
    """

    told = Signal(str, bool)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        archive: Archive,
        *,
        pages: PageStack,
        messages: Messages,
        exporter: Exporter,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._archive = archive
        self._pages = pages
        self._messages = messages
        self._exporter = exporter
        self._deleting: tuple[DeleteDialog, Assessment] | None = None

    @property
    def _texts(self) -> Texts:
        return self._session.texts

    @Slot()
    def freeze(self) -> None:
        """Keep the open assessment under a name."""
        from kiassess.ui.dialogs.freeze import FreezeDialog

        self._pages.flush()
        taken = [state.name for state in self._archive.states()]
        name = FreezeDialog.ask(self._window, self._texts, self._session.today(), taken)
        if name is not None and self._archive.freeze(name) is not None:
            self.told.emit(self.tr("State kept: {name}").format(name=name), False)

    @Slot()
    def states(self) -> None:
        """Show the frozen states of the open assessment."""
        from kiassess.ui.dialogs.states import StatesDialog

        self._pages.flush()
        dialog = StatesDialog(self._archive.states(), self._texts, self._window)
        dialog.show_requested.connect(self._on_state_wanted)
        dialog.export_requested.connect(self._on_state_export_wanted)
        dialog.compare_requested.connect(self._on_comparison_wanted)
        dialog.exec()
        dialog.deleteLater()

    @Slot(str)
    def delete(self, assessment_id: str) -> None:
        """Delete an assessment after saying what goes."""
        from kiassess.ui.dialogs.delete import DeleteDialog

        self._pages.flush()
        found = self._archive.belongings(assessment_id)
        if found is None:
            return
        dialog = DeleteDialog(found, self._texts, self._window)
        dialog.exchange_requested.connect(self._on_exchange_wanted)
        self._deleting = dialog, found.assessment
        wanted, from_backups = dialog.exec(), dialog.from_backups()
        self._deleting = None
        dialog.deleteLater()
        if wanted and self._archive.delete(assessment_id, from_backups=from_backups):
            self._pages.show_page(START)
            name = found.assessment.municipality.name
            self.told.emit(self.tr("Deleted: {name}").format(name=name), False)

    @Slot()
    def delete_current(self) -> None:
        """Delete the open assessment after saying what goes."""
        if self._session.current is not None:
            self.delete(self._session.current.assessment.id)

    @Slot()
    def move(self) -> None:
        """Move the open assessment to the newest version of its questionnaire, after a preview."""
        from kiassess.ui.dialogs.edition_change import EditionChangeDialog

        self._pages.flush()
        opened, newer = self._session.current, self._archive.newer_version()
        if opened is None:
            return
        if newer is None:
            self._messages.show_text(
                self.tr("The questionnaire is up to date. There is no newer version on this PC.")
            )
            return
        accepted = EditionChangeDialog.ask(self._window, self._texts, opened, newer)
        if accepted is None:
            return
        name = self._texts("move.state_name", version=opened.questionnaire.version)
        if self._archive.move(newer, accepted, name):
            self._pages.show_page(QUESTIONS)
            said = self.tr("Moved to version {version}. The former state is kept as “{name}”.")
            self.told.emit(said.format(version=newer.version, name=name), False)

    @Slot(str)
    def _on_state_wanted(self, name: str) -> None:
        if self._archive.show_state(name):
            self._pages.show_page(PROFILE)

    @Slot(str)
    def _on_state_export_wanted(self, name: str) -> None:
        if self._archive.show_state(name):
            self._exporter.export_results()

    @Slot(str)
    def _on_comparison_wanted(self, name: str) -> None:
        if self._archive.compare_with(name):
            self._pages.show_page(PROFILE)

    @Slot()
    def _on_exchange_wanted(self) -> None:
        """Write an exchange file before an assessment is deleted."""
        if self._deleting is None:
            return
        dialog, assessment = self._deleting
        name = suggested_name(assessment, "kiassess")
        target = self._exporter.ask_where(name, self.tr("Exchange file (*.kiassess)"))
        if target is not None and self._archive.write_exchange_file(assessment.id, target):
            dialog.show_exchanged(target.name)
