"""The matrix of action fields with its message, summary and table; drawn in the worker."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kiassess.charts.words import SEPARATOR
from kiassess.domain.action_fields import ActionField
from kiassess.ui.background import Background
from kiassess.ui.field_work import draw_fields
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.pages.drawn_chart import DrawnChart
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.wording.action_fields import (
    RATINGS,
    describe_matrix,
    matrix_legend,
    matrix_summary,
    matrix_title,
    rate_words,
)
from kiassess.wording.planning import field_name
from kiassess.wording.texts import Texts


class FieldMatrixCard(Card):
    """Shows the matrix as soon as a field is rated in full.

    Signals:
        save_requested: The user wants the chart as a file.
    """

    save_requested = Signal()

    def __init__(
        self,
        texts: Texts,
        background: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._fields: tuple[ActionField, ...] = ()
        self._title = Label(role="section", parent=self)
        self._chart = DrawnChart(background, appearance, self)
        self._summary = Label(parent=self)
        self._table = FullTable(texts("field_matrix.field"), self)
        self._model = WordsModel(self)
        self._save = QPushButton(self.tr("Save &chart…"), self)
        self._arrange()

        self._save.clicked.connect(self.save_requested)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._chart.drawing

    def show_fields(self, fields: Sequence[ActionField]) -> None:
        """Show other ratings; the picture follows."""
        if self._fields == tuple(fields):
            return
        self._fields = tuple(fields)
        some = any(one.is_rated for one in fields)
        self._title.setText(matrix_title(fields, self._texts))
        self._summary.setText(" ".join(matrix_summary(fields, self._texts)))
        described = describe_matrix(fields, self._texts)
        legend = SEPARATOR.join(matrix_legend(self._texts))
        self._chart.view.set_description(self._title.text(), f"{described} {legend}")
        self._save.setVisible(some)
        self._fill_table()
        if some:
            self._chart.draw(partial(draw_fields, self._fields, self._texts))
        else:
            self._chart.hide()

    def _fill_table(self) -> None:
        texts = self._texts
        keys = ("field", *RATINGS[:2], "benefit_head")
        titles = [texts(f"field_matrix.{key}").replace(" ", "\n", 1) for key in keys]
        rows = []
        for one in self._fields:
            name = field_name(one, texts)
            rates = [
                (rate_words(key, getattr(one, key), texts), getattr(one, key)) for key in RATINGS
            ]
            cells = [GridCell(words, rate or 0) for words, rate in rates]
            rows.append([GridCell(name, name.casefold()), *cells])
        self._model.set_grid(titles, rows)
        columns = frozenset(range(len(titles)))
        self._table.show_model(self._model, sort_role=WordsModel.SortRole, wordy=columns)

    def _arrange(self) -> None:
        for widget, name in (
            (self._title, "chart-title"),
            (self._summary, "summary"),
            (self._table, "ratings"),
            (self._save, "save-chart"),
        ):
            widget.setObjectName(name)
        self._chart.view.set_file_name(f"kiassess {self._texts('field_matrix.file_name')}.png")
        self.body.addWidget(self._title)
        self.body.addWidget(self._chart.view)
        self.body.addWidget(self._chart.failure)
        self.body.addWidget(self._summary)
        self.body.addWidget(self._table)
        self.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
