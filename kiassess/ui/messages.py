"""Telling people what went wrong, in their language.

Message boxes are imported when there is something to say, which is hardly ever at the start.
"""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kiassess.domain.errors import KiassessError
from kiassess.wording.texts import Texts


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

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("kiassess")
        first, _, rest = text.partition(". ")
        box.setText(f"{first}." if rest else text)
        box.setInformativeText(rest)
        box.exec()

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
