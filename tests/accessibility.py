"""What a keyboard reaches and what a screen reader says, without either."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def nameless(window: QWidget) -> list[QWidget]:
    """The visible controls that take the focus and have no accessible name."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def tab_stops(start: QWidget, most: int = 30) -> list[str]:
    """Names of the objects the tab key visits, from one until it comes around.

    A date field is visited once for the day, the month and the year each, and named once.
    """
    start.setFocus()
    visited = [start]
    for _ in range(most):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is start:
            break
        if focused is not visited[-1]:
            visited.append(focused)
    return [widget.objectName() for widget in visited]
