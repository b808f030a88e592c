"""Asking which assessments are compared, with the selections kept for that."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kiassess.domain.errors import KiassessError
from kiassess.domain.selection import Selection
from kiassess.ui.comparison_work import Stock
from kiassess.ui.dialogs.comparison_choice import ComparisonChoiceDialog
from kiassess.ui.messages import Messages
from kiassess.ui.session import Session
from kiassess.workflow.selections import delete_selection, save_selection, saved_selections
from kiassess.workflow.workspace import Workspace


class ComparisonChoosing(QObject):
    """Shows the dialog, and keeps and forgets selections as it asks for."""

    def __init__(
        self, window: QWidget, session: Session, workspace: Workspace, messages: Messages
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workspace = workspace
        self._messages = messages
        self._dialog: ComparisonChoiceDialog | None = None

    def ask(self, stock: Stock, ids: frozenset[str]) -> frozenset[str] | None:
        """Let the user choose; ``None`` if it stays as it is.

        Args:
            stock: All there are.
            ids: Of those ticked at first.
        """
        dialog = ComparisonChoiceDialog(
            stock.rounds,
            stock.versions,
            ids,
            self._session.texts,
            self._window,
            writable=self._session.writable,
        )
        dialog.save_requested.connect(self._on_save_requested)
        dialog.delete_requested.connect(self._on_delete_requested)
        self._dialog = dialog
        self._show_saved()
        accepted = dialog.exec() == ComparisonChoiceDialog.DialogCode.Accepted
        self._dialog = None
        wanted = dialog.value() if accepted else None
        dialog.deleteLater()
        return wanted

    @Slot(str, Selection)
    def _on_save_requested(self, name: str, wanted: Selection) -> None:
        self._try(partial(save_selection, self._workspace, name, wanted))
        self._show_saved()

    @Slot(str)
    def _on_delete_requested(self, name: str) -> None:
        self._try(partial(delete_selection, self._workspace, name))
        self._show_saved()

    @Slot()
    def _show_saved(self) -> None:
        self._try(self._offer_saved)

    def _offer_saved(self) -> None:
        if self._dialog is not None:
            self._dialog.show_saved(saved_selections(self._workspace))

    def _try(self, work: Callable[[], object]) -> None:
        """Do something; what stands in the way is told."""
        try:
            work()
        except KiassessError as error:
            self._messages.show_error(error)
