"""What the ticked measures would change: sums, minimum requirements, chart, table."""

import logging
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.profile import Profile
from kiassess.ui.background import Background
from kiassess.ui.chart_work import Picture, WhatIfOrder, draw_what_if
from kiassess.ui.models.grid_model import GridCell, GridModel
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.chart_view import ChartView
from kiassess.ui.widgets.fold import Fold
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts
from kiassess.wording.what_if import (
    describe_what_if,
    what_if_rows,
    what_if_summary,
    what_if_title,
)

NORMAL_PT = 9.0  # of the text of the window, at which letters in charts have their normal size
HEIGHT_IN_LINES = 16  # of the chart, at least

log = logging.getLogger(__name__)


class SimulationCard(Card):
    """Clearly a simulation; the quick check has a table only.

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
        self._shown: tuple[Profile, Profile] | None = None
        self._job: int | None = None
        self._title = Label(role="section", parent=self)
        self._chart = ChartView(self)
        self._failure = Label(role="bad", parent=self)
        self._summary = Label(parent=self)
        self._content = QWidget(self)
        self._grid = GridModel(self)
        self._table = FullTable(self.tr("Building blocks today and in the simulation"), self)
        self._fold = Fold(self.tr("Show as a table"), self._content, self)
        self._save = QPushButton(self.tr("Save &chart…"), self)
        self._arrange()

        self._chart.render_requested.connect(self._draw)
        self._save.clicked.connect(self.save_requested)
        appearance.changed.connect(self._ask_for_picture)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._job is not None or self._chart.is_asking

    @property
    def shown(self) -> tuple[Profile, Profile] | None:
        """The profile as it is and as it would be."""
        return self._shown

    def show_profiles(self, now: Profile, then: Profile) -> None:
        """Show what would be; the picture follows."""
        self._shown = now, then
        texts = self._texts
        title = what_if_title(now, then, texts)
        self._title.setText(title)
        self._summary.setText(" ".join(what_if_summary(now, then, texts)))
        described = f"{describe_what_if(now, then, texts)} {texts('what_if.legend')}"
        self._chart.set_description(title, described)
        self._chart.set_file_name(f"kiassess {texts('what_if.simulated')}.png")
        head, *rows = what_if_rows(now, then, texts)
        cells = [tuple(GridCell(cell, cell) for cell in row) for row in rows]
        self._grid.set_grid(head, cells)
        self._table.show_model(
            self._grid, sort_role=GridModel.SortRole, wordy=frozenset(range(len(head)))
        )
        self._save.setVisible(not now.tendencies_only)
        if now.tendencies_only:
            self._fold.unfold()
        self._ask_for_picture()

    @Slot()
    def _ask_for_picture(self) -> None:
        numbers = self._shown is not None and not self._shown[0].tendencies_only
        self._failure.hide()
        self._chart.setVisible(numbers)
        if numbers:
            self._chart.request()

    @Slot()
    def _draw(self) -> None:
        if self._shown is None or self._shown[0].tendencies_only:
            return
        self._forget_job()
        now, then = self._shown
        order = WhatIfOrder(
            now=now,
            then=then,
            texts=self._texts,
            look=self._appearance.look,
            width_px=self._chart.width_px,
            least_height_px=self.fontMetrics().lineSpacing() * HEIGHT_IN_LINES,
            dpi=self._chart.logicalDpiX(),
            pixel_ratio=self._chart.devicePixelRatioF(),
            font_scale=QFontInfo(self.font()).pointSizeF() / NORMAL_PT,
        )
        self._job = self._background.run(
            partial(draw_what_if, order), done=self._on_drawn, failed=self._on_failed
        )

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
        log.error("The simulation could not be drawn", exc_info=error)
        self._chart.clear_picture()
        self._chart.hide()
        said = self.tr("The chart could not be drawn ({reason}). The table shows the same values.")
        self._failure.setText(f"! {said.format(reason=str(error) or type(error).__name__)}")
        self._failure.show()

    def _forget_job(self) -> None:
        if self._job is not None:
            self._background.forget(self._job)
            self._job = None

    def _arrange(self) -> None:
        self._title.setObjectName("simulation-title")
        self._chart.setObjectName("chart")
        self._chart.set_waiting_text(self.tr("The chart is being drawn …"))
        self._failure.setObjectName("chart-failure")
        self._failure.hide()
        self._summary.setObjectName("summary")
        self._table.setObjectName("simulation-table")
        self._save.setObjectName("save-chart")
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._table)
        for widget in (self._title, self._chart, self._failure, self._summary, self._fold):
            self.body.addWidget(widget)
        self.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
