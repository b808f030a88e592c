"""What desks have in common: they ask, write and print for one window, and tell how it went."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kiassess.domain.errors import KiassessError
from kiassess.ui.background import Background
from kiassess.ui.messages import Messages
from kiassess.ui.session import Session
from kiassess.ui.settings import Settings
from kiassess.wording.texts import Texts

if TYPE_CHECKING:
    from kiassess.ui.printing import Paper


@dataclass(frozen=True)
class Tools:
    """What every desk of a window works with.

    Attributes:
        window: Dialogs belong to it.
        session: What is open.
        background: Where files are written and charts drawn.
        messages: What has to be read before going on.
        settings: Where files went the last time.
    """

    window: QWidget
    session: Session
    background: Background
    messages: Messages
    settings: Settings


class Desk(QObject):
    """Carries out what a part of the window asks for; without a parent the window owns it.

    Signals:
        told: How it goes or what was done, for the status bar.
              arg: The sentence. arg: Whether it is a problem.
    """

    told = Signal(str, bool)

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent or tools.window)
        self._window = tools.window
        self._session = tools.session
        self._background = tools.background
        self._messages = tools.messages
        self._settings = tools.settings

    @property
    def _texts(self) -> Texts:
        return self._session.texts

    def _print(self, paper: "Paper") -> None:
        """Ask for a printer and print, or say that it would not."""
        from kiassess.ui.printing import print_document

        if not print_document(paper, self._window):
            self._say_refused()

    def _say_refused(self) -> None:
        """Say that a printer would not print."""
        self._messages.show_text(
            self.tr(
                "The printer did not accept the document. Nothing was changed. "
                "Please check whether it is switched on."
            )
        )

    def _tell_written(self, file: Path) -> str:
        """Say in the status bar that a file is written.

        Returns:
            A sentence that says where it lies.
        """
        self.told.emit(self.tr("Exported: {file}").format(file=file.name), False)
        text = self.tr("{file} has been written to {folder}.")
        return text.format(file=file.name, folder=str(file.parent))

    def _offer_to_open(self, text: str, file: Path) -> None:
        """Say that a file is written, and open it if that is wanted."""
        self._offer(text, self.tr("Open"), file)

    def _offer_folder(self, text: str, folder: Path) -> None:
        """Say that something is written, and show where if that is wanted."""
        self._offer(text, self.tr("Open folder"), folder)

    def _offer(self, text: str, yes: str, place: Path) -> None:
        if self._messages.offer(text, yes, self.tr("Close")):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    def _tell_failure(self, sentence: str, error: Exception) -> None:
        """Say that something went wrong, and why.

        Args:
            sentence: For the status bar.
            error: What the worker has raised; one of ours is shown, all others are defects.
        """
        self.told.emit(sentence, True)
        if not isinstance(error, KiassessError):
            raise error
        self._messages.show_error(error)
