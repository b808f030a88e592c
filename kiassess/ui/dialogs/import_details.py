"""What there is to know about one of the files in the dialog “Dateien importieren”."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiassess.domain.voices import RESPONDENT_LENGTH
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.corrected_line import CorrectedLine
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.selectable import SELECTABLE
from kiassess.wording.import_preview import ImportRow


class ImportDetails(Card):
    """Shows one file: whose it is, sentences about it, and what both sides have changed.

    Signals:
        respondent_corrected: Somebody else has filled in the workbook shown.
                              arg: The name; ``""`` to go by what stands in it.
    """

    respondent_corrected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(role="strong", parent=self)
        self._effect = Label(parent=self)
        self._respondent = CorrectedLine(self)
        self._who = Field(self.tr("Filled in &by (you can correct it)"), self._respondent, self)
        self._lines = Label(parent=self)
        self._about_conflicts = Label(
            self.tr("Changed on both sides since they were the same:"), "attention", parent=self
        )
        self._model = WordsModel(self)
        self._conflicts = FullTable(self.tr("Changed on both sides"), self)
        self._respondent.setObjectName("respondent")
        self._respondent.setMaxLength(RESPONDENT_LENGTH)
        self._lines.setObjectName("lines")
        self._conflicts.setObjectName("conflicts")
        for label in (self._title, self._effect, self._lines):
            label.setTextInteractionFlags(SELECTABLE)
        for widget in (
            self._title, self._effect, self._who, self._lines, self._about_conflicts,
            self._conflicts,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self._conflicts.show_model(
            self._model, sort_role=WordsModel.SortRole, wordy=frozenset({0, 1, 2})
        )
        self._respondent.corrected.connect(self.respondent_corrected)

    def show_row(self, row: ImportRow, *, correctable: bool) -> None:
        """Show another file.

        Args:
            row: What it brings, or has brought.
            correctable: Whether another respondent may be named.
        """
        self._respondent.show_text(row.respondent)
        self._who.setVisible(correctable and bool(row.respondent))
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
