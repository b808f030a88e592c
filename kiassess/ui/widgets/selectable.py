"""Texts that can be marked and copied, by mouse and by keyboard."""

from PySide6.QtCore import Qt

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
