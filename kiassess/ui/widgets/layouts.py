"""Taking widgets out of layouts."""

from PySide6.QtWidgets import QLayout


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
