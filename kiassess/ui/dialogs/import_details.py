"""What there is to know about one of the files in the dialog “Dateien importieren”."""

from PySide6.QtWidgets import QWidget

from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.selectable import SELECTABLE
from kiassess.wording.import_preview import ImportRow


class ImportDetails(Card):
    """Shows one file: whose it is, sentences about it, and what both sides have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(role="strong", parent=self)
        self._effect = Label(parent=self)
        self._lines = Label(parent=self)
        self._about_conflicts = Label(
            self.tr("Changed on both sides since they were the same:"), "attention", parent=self
        )
        self._model = WordsModel(self)
        self._conflicts = FullTable(self.tr("Changed on both sides"), self)
        self._lines.setObjectName("lines")
        self._conflicts.setObjectName("conflicts")
        for label in (self._title, self._effect, self._lines):
            label.setTextInteractionFlags(SELECTABLE)
        for widget in (
            self._title, self._effect, self._lines, self._about_conflicts, self._conflicts
        ):  # fmt: skip
            self.body.addWidget(widget)
        self._conflicts.show_model(
            self._model, sort_role=WordsModel.SortRole, wordy=frozenset({0, 1, 2})
        )

    def show_row(self, row: ImportRow) -> None:
        """Show another file."""
        self._title.setText(row.file)
        self._effect.setText(f"{row.content}: {row.effect}")
        self._lines.setText("\n".join(row.lines))
        self._lines.setVisible(bool(row.lines))
        titles = self.tr("Question"), self.tr("Here"), self.tr("In the file")
        rows = [
            [GridCell(text, text.casefold()) for text in (one.title, one.here, one.there)]
            for one in row.conflicts
        ]
        self._model.set_grid(titles, rows)
        self._about_conflicts.setVisible(bool(rows))
        self._conflicts.setVisible(bool(rows))
