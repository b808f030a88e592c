"""What the parts of the page with the measures have in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiassess.ui.planning import Planning
from kiassess.wording.texts import Texts


class MeasuresPart(QWidget):
    """One part of the page, shown under its segment; it is filled when it is seen.

    Attributes:
        planning: What is asked and told.
        texts: The language.

    Signals:
        item_requested: The user wants to see a question.
                        arg: ``Item.id``.
        part_requested: The user wants another part of the page.
                        arg: Its ``Part``.
        reveal_requested: Something of it has to come into sight.
                          arg: The name of its object.
    """

    item_requested = Signal(str)
    part_requested = Signal(str)
    reveal_requested = Signal(str)

    def __init__(self, planning: Planning, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.planning = planning
        self.texts = texts

    @property
    def drawing(self) -> bool:
        """Whether a chart is still to come."""
        return False

    def refresh(self) -> None:
        """Show what is so now.

        Raises:
            NotImplementedError: A part has to say how.
        """
        raise NotImplementedError

    def print_out(self) -> bool:
        """Put the part on paper; false if it has nothing to print."""
        return False
