"""What the ticked measures would change: sums, minimum requirements, chart, table."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.profile import Profile
from kiassess.ui.background import Background
from kiassess.ui.chart_work import draw_what_if
from kiassess.ui.models.grid_model import GridCell, GridModel
from kiassess.ui.pages.drawn_chart import DrawnChart
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
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

HEIGHT_IN_LINES = 16  # of the chart, at least


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
        self._shown: tuple[Profile, Profile] | None = None
        self._title = Label(role="section", parent=self)
        self._chart = DrawnChart(background, appearance, self, least_lines=HEIGHT_IN_LINES)
        self._summary = Label(parent=self)
        self._content = QWidget(self)
        self._grid = GridModel(self)
        self._table = FullTable(self.tr("Building blocks today and in the simulation"), self)
        self._fold = Fold(self.tr("Show as a table"), self._content, self)
        self._save = QPushButton(self.tr("Save &chart…"), self)
        self._arrange()

        self._save.clicked.connect(self.save_requested)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._chart.drawing

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
        self._chart.view.set_description(title, described)
        self._chart.view.set_file_name(f"kiassess {texts('what_if.simulated')}.png")
        head, *rows = what_if_rows(now, then, texts)
        cells = [tuple(GridCell(cell, cell) for cell in row) for row in rows]
        self._grid.set_grid(head, cells)
        self._table.show_model(
            self._grid, sort_role=GridModel.SortRole, wordy=frozenset(range(len(head)))
        )
        self._save.setVisible(not now.tendencies_only)
        if now.tendencies_only:
            self._fold.unfold()
            self._chart.hide()
        else:
            self._chart.draw(partial(draw_what_if, now, then, texts))

    def _arrange(self) -> None:
        self._title.setObjectName("simulation-title")
        self._summary.setObjectName("summary")
        self._table.setObjectName("simulation-table")
        self._save.setObjectName("save-chart")
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._table)
        for widget in (self._title, self._chart.view, self._chart.failure):
            self.body.addWidget(widget)
        self.body.addWidget(self._summary)
        self.body.addWidget(self._fold)
        self.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
