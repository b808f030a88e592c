"""Whether everything is saved, in words, at the bottom of the window."""

from PySide6.QtWidgets import QWidget

from kiassess.ui.widgets.labels import Label


class SaveState(Label):
    """A label in the status bar; what it says is also told to assistive technology."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(role="muted", parent=parent)

    def show_saved(self, text: str) -> None:
        """Everything is on disk."""
        self.setText(text)
        self.set_role("muted")

    def show_problem(self, text: str) -> None:
        """Something is not."""
        self.setText(text)
        self.set_role("bad")
