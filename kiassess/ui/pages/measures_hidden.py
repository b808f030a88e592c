"""The measures that are hidden, at the end of the list, each with its reason."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.kept import Kept
from kiassess.ui.widgets.fold import Fold
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.link_button import LinkButton
from kiassess.wording.measure_list import hidden_words
from kiassess.wording.texts import Texts


class HiddenMeasures(QWidget):
    """A part that unfolds; not there as long as nothing is hidden.

    Signals:
        show_again_requested: A measure is to be recommended again.
                              arg: ``Measure.id``.
    """

    show_again_requested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._content = QWidget(self)
        self._rows = QVBoxLayout(self._content)
        self._fold = Fold("", self._content, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._fold)
        self.hide()

    def show_hidden(self, kept: Kept, names: Mapping[str, str], *, editable: bool) -> None:
        """Show what is hidden.

        Args:
            kept: What is kept beside the answers.
            names: What the hidden measures are called, by ``Measure.id``.
            editable: Whether they can be shown again.
        """
        clear_layout(self._rows)
        self.setVisible(bool(kept.hidden))
        self._fold.set_title(self.tr("Hidden: %n measures", "", len(kept.hidden)))
        for key, words in hidden_words(kept, names, self._texts).items():
            self._rows.addWidget(Label(words, parent=self._content))
            if editable:
                again = LinkButton(self.tr("Show again"), key, self._content)
                again.setObjectName(f"again-{key}")
                again.setAccessibleName(
                    self.tr("Show again: {title}").format(title=names.get(key, key))
                )
                again.followed.connect(self.show_again_requested)
                self._rows.addWidget(again)
