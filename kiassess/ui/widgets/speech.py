"""Saying what changed to those who cannot see it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something that has changed beside the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
