"""Whether everything is saved, in words, at the bottom of the window."""

from kiassess.ui.widgets.labels import Label


class SaveState(Label):
    """A label in the status bar; what it says is also told to assistive technology."""

    def show_saved(self, text: str) -> None:
        """Everything is on disk."""
        self.setText(text)
        self.set_role("muted")

    def show_problem(self, text: str) -> None:
        """Something is not."""
        self.setText(text)
        self.set_role("bad")
