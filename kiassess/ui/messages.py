"""Telling people what went wrong, in their language.

Message boxes are imported when there is something to say, which is hardly ever at the start.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kiassess.domain.errors import KiassessError
from kiassess.wording.texts import Texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Messages(QObject):
    """Shows errors as dialogs over one window; connect ``failed`` signals to ``show_error``."""

    def __init__(self, window: QWidget, texts: Texts) -> None:
        super().__init__(window)
        self._window = window
        self._texts = texts

    @Slot(KiassessError)
    def show_error(self, error: KiassessError) -> None:
        """Say what happened, what is safe and what to do."""
        self.show_text(self._texts.error(error))

    def show_text(self, text: str) -> None:
        """Say something that has to be read before going on."""
        from PySide6.QtWidgets import QMessageBox

        self._made(QMessageBox.Icon.Warning, text).exec()

    def retry(self, error: KiassessError) -> bool:
        """Say that something could not be saved; whether to try again now."""
        from PySide6.QtWidgets import QMessageBox

        box = self._made(QMessageBox.Icon.Warning, self._texts.error(error))
        again = box.addButton(self.tr("Try &again"), QMessageBox.ButtonRole.AcceptRole)
        later = box.addButton(self.tr("&Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(later)
        box.setEscapeButton(later)
        box.exec()
        return box.clickedButton() is again

    def offer(self, text: str, yes: str, no: str) -> bool:
        """Say that something is done and offer the next step; ``no`` is the default."""
        return self._ask("Information", text, yes, no)

    def confirm(self, question: str, yes: str, no: str) -> bool:
        """Ask before something that cannot be taken back; ``no`` is the safe default."""
        return self._ask("Question", question, yes, no)

    def _ask(self, icon: str, text: str, yes: str, no: str) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon[icon])
        box.setWindowTitle("kiassess")
        box.setText(text)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        reject = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(reject)
        box.setEscapeButton(reject)
        box.exec()
        return box.clickedButton() is accept

    def _made(self, icon: "QMessageBox.Icon", text: str) -> "QMessageBox":
        """A message box whose first sentence stands out."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(icon)
        box.setWindowTitle("kiassess")
        first, _, rest = text.partition(". ")
        box.setText(f"{first}." if rest else text)
        box.setInformativeText(rest)
        return box
