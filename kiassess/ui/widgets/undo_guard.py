"""Strg+Z takes back the typing first, and what the program has done only afterwards."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from kiassess.marks import override

UNDO = ("Ctrl+Z",)
REDO = ("Ctrl+Y", "Ctrl+Shift+Z")


class UndoGuard(QObject):
    """Leaves the keys of undo and redo to a text field only while it has something to undo.

    Qt's fields claim them even with nothing left, and which keys they know depends on the system.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo = [QKeySequence(key) for key in UNDO]
        self._redo = [QKeySequence(key) for key in REDO]

    def watch(self, *fields: QLineEdit | QPlainTextEdit) -> None:
        """Guard these fields."""
        for field in fields:
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asking = event.type() == QEvent.Type.ShortcutOverride
        if (
            (asking or event.type() == QEvent.Type.KeyPress)
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit | QPlainTextEdit)
        ):
            keys = QKeySequence(event.keyCombination())
            if keys in self._undo or keys in self._redo:
                return self._take(watched, event, undo=keys in self._undo, asking=asking)
        return super().eventFilter(watched, event)

    def _take(
        self, field: QLineEdit | QPlainTextEdit, event: QKeyEvent, *, undo: bool, asking: bool
    ) -> bool:
        """Do what the field can do; what it cannot is left to the window."""
        possible = _can_undo(field) if undo else _can_redo(field)
        event.setAccepted(possible)
        if possible and not asking:
            if undo:
                field.undo()
            else:
                field.redo()
        return True


def _can_undo(field: QLineEdit | QPlainTextEdit) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return field.document().isUndoAvailable()


def _can_redo(field: QLineEdit | QPlainTextEdit) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return field.document().isRedoAvailable()
