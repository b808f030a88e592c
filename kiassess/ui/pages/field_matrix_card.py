"""The matrix of action fields with its message, summary and table; drawn in the worker."""

import logging
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QPushButton, QWidget

from kiassess.charts.words import SEPARATOR
from kiassess.domain.action_fields import ActionField
from kiassess.ui.background import Background
from kiassess.ui.chart_work import Picture
from kiassess.ui.field_work import FieldOrder, draw_fields
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.chart_view import ChartView
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

NORMAL_PT = 9.0  # of the text of the window, at which letters in charts have their normal size

log = logging.getLogger(__name__)


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
        self._background = background
        self._appearance = appearance
        self._fields: tuple[ActionField, ...] = ()
        self._job: int | None = None
        self._title = Label(role="section", parent=self)
        self._chart = ChartView(self)
        self._failure = Label(role="bad", parent=self)
        self._summary = Label(parent=self)
        self._table = FullTable(texts("field_matrix.field"), self)
        self._model = WordsModel(self)
        self._save = QPushButton(self.tr("Save &chart…"), self)
        self._arrange()

        self._chart.render_requested.connect(self._draw)
        self._save.clicked.connect(self.save_requested)
        appearance.changed.connect(self._chart.request)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._job is not None or self._chart.is_asking

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
        self._chart.set_description(self._title.text(), f"{described} {legend}")
        self._chart.setVisible(some)
        self._save.setVisible(some)
        self._fill_table()
        if some:
            self._chart.request()

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

    @Slot()
    def _draw(self) -> None:
        if self._job is not None:
            self._background.forget(self._job)
        self._failure.hide()
        order = FieldOrder(
            self._fields,
            self._texts,
            self._appearance.look,
            width_px=self._chart.width_px,
            dpi=self._chart.logicalDpiX(),
            pixel_ratio=self._chart.devicePixelRatioF(),
            font_scale=QFontInfo(self.font()).pointSizeF() / NORMAL_PT,
        )
        work = partial(draw_fields, order)
        self._job = self._background.run(work, done=self._on_drawn, failed=self._on_failed)

    def _on_drawn(self, picture: Picture) -> None:
        self._job = None
        image = QImage(
            picture.data,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGBA8888,
        ).copy()
        image.setDevicePixelRatio(picture.pixel_ratio)
        self._chart.show_picture(image)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        log.error("The matrix of action fields could not be drawn", exc_info=error)
        self._chart.clear_picture()
        self._chart.hide()
        said = self.tr("The chart could not be drawn ({reason}). The table shows the same values.")
        self._failure.setText(f"! {said.format(reason=str(error) or type(error).__name__)}")
        self._failure.show()

    def _arrange(self) -> None:
        for widget, name in (
            (self._title, "chart-title"),
            (self._chart, "chart"),
            (self._failure, "chart-failure"),
            (self._summary, "summary"),
            (self._table, "ratings"),
            (self._save, "save-chart"),
        ):
            widget.setObjectName(name)
        self._chart.set_waiting_text(self.tr("The chart is being drawn …"))
        self._chart.set_file_name(f"kiassess {self._texts('field_matrix.file_name')}.png")
        self._failure.hide()
        for widget in (self._title, self._chart, self._failure, self._summary, self._table):
            self.body.addWidget(widget)
        self.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
