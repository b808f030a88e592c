"""Scrolling past a control must not change it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from kiassess.marks import override


class WheelGuard(QObject):
    """Lets the mouse wheel scroll the page unless a control has been chosen to be changed."""

    def watch(self, *controls: QWidget) -> None:
        """Guard these controls."""
        for control in controls:
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            control.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        scrolling = event.type() == QEvent.Type.Wheel
        if scrolling and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
