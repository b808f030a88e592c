"""Taking widgets out of layouts, and measuring what is in them."""

from PySide6.QtWidgets import QLayout, QWidget


def clear_layout(layout: QLayout) -> None:
    """Take all widgets out of a layout and the layouts in it, and delete them."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear_layout(inner)
        if widget is not None:
            widget.hide()  # one that was about to be shown would become a window of its own
            widget.setParent(None)  # at once: deleteLater alone leaves it to be found
            widget.deleteLater()


def true_height(layout: QLayout, width: int) -> int:
    """The height a layout needs at a width, by the texts its widgets have at this moment.

    Left to themselves, layouts learn of changes deep inside only when events have passed.
    """
    owner = layout.parentWidget()
    if owner is None:
        return layout.totalHeightForWidth(width)
    for inner in owner.findChildren(QLayout):
        inner.invalidate()
    for widget in owner.findChildren(QWidget):
        if widget.layout() is not None:
            widget.updateGeometry()
    return layout.totalHeightForWidth(width)
