"""What follows from the number of inhabitants, in a sentence."""

from PySide6.QtWidgets import QWidget

from kiassess.domain.municipality import size_class
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts


class SizeLine(Label):
    """Names the size class and says what the suggested targets mean."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(role="help", parent=parent)
        self._texts = texts
        self.setObjectName("size-class")
        self.show_population(None)

    def show_population(self, population: int | None) -> None:
        """Say what follows from this number of inhabitants; ``None`` if it is unknown."""
        size = size_class(population)
        if size is None:
            text = self.tr(
                "Without the population there are no suggested target levels; you can set "
                "targets of your own."
            )
        else:
            text = self.tr(
                "Size class: municipalities with {size}. The suggested target levels follow it: "
                "what is usually good enough for this size. You can change every target."
            ).format(size=self._texts(f"size.{size}"))
        self.setText(text)
