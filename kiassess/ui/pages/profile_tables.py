"""The values of the profile as tables: building blocks first, then areas."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.matrix import area_block_matrix, level_distribution
from kiassess.domain.profile import Profile
from kiassess.ui.models.blocks_model import BlocksModel, Column
from kiassess.ui.models.grid_model import GridModel
from kiassess.ui.models.grids import distribution_grid, matrix_grid
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts

WORDY = {Column.NAME, Column.NOTE}


class ProfileTables(QWidget):
    """Tables of building blocks and of areas, of both together, and of the levels chosen.

    Signals:
        block_asked: The user wants to know how the value of a building block came about.
                     arg: ``BuildingBlock.id``.
        area_asked: The same of an area.
                    arg: ``Area.id``.
    """

    block_asked = Signal(str)
    area_asked = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._legend = Label(role="help", parent=self)
        self._blocks = BlocksModel(texts, self)
        self._areas = BlocksModel(texts, self, areas=True)
        self._block_table = FullTable(self.tr("Building blocks"), self)
        self._area_table = FullTable(self.tr("Areas"), self)
        self._matrix = GridModel(self)
        self._levels = GridModel(self)
        self._grids = QWidget(self)
        self._matrix_table = FullTable(self.tr("Areas and building blocks"), self._grids)
        self._levels_table = FullTable(self.tr("Levels of each area"), self._grids)
        self._matrix_table.setObjectName("matrix")
        self._levels_table.setObjectName("levels")
        self._block_table.setObjectName("blocks")
        self._area_table.setObjectName("areas")

        self._block_table.asked.connect(self._on_block_asked)
        self._area_table.asked.connect(self._on_area_asked)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        layout.addWidget(self._legend)
        layout.addWidget(Label(self.tr("Building blocks"), "strong", parent=self))
        layout.addWidget(self._block_table)
        layout.addWidget(Label(self.tr("Areas"), "strong", parent=self))
        layout.addWidget(self._area_table)
        layout.addWidget(self._grids)
        inner = QVBoxLayout(self._grids)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(layout.spacing())
        for title, table in (
            (self.tr("Areas and building blocks"), self._matrix_table),
            (self.tr("Levels of each area"), self._levels_table),
        ):
            inner.addWidget(Label(title, "strong", parent=self._grids))
            inner.addWidget(table)

    def show_profile(self, profile: Profile, opened: OpenAssessment) -> None:
        """Show the values of a profile."""
        suffix = "_tendency" if profile.tendencies_only else ""
        self._legend.setText(self._texts(f"profile_page.table_legend{suffix}"))
        names = {
            facet.id: facet.name for block in opened.questionnaire.blocks for facet in block.facets
        }
        for model, table in ((self._blocks, self._block_table), (self._areas, self._area_table)):
            model.set_profile(profile, names)
            wordy = frozenset(n for n, column in enumerate(model.columns) if column in WORDY)
            table.show_model(model, sort_role=BlocksModel.SortRole, wordy=wordy)
            values = (n for n, column in enumerate(model.columns) if column is Column.VALUE)
            table.set_asking(frozenset(values))

        self._grids.setVisible(not profile.tendencies_only)
        if not profile.tendencies_only:
            matrix, levels = area_block_matrix(opened), level_distribution(opened)
            for grid, cells, shown in (
                (matrix_grid(matrix, self._texts), self._matrix, self._matrix_table),
                (distribution_grid(levels, self._texts), self._levels, self._levels_table),
            ):
                cells.set_grid(*grid)
                shown.show_model(cells, sort_role=GridModel.SortRole, wordy=frozenset({0}))

    @Slot(int)
    def _on_block_asked(self, row: int) -> None:
        self.block_asked.emit(self._blocks.id_of(row))

    @Slot(int)
    def _on_area_asked(self, row: int) -> None:
        self.area_asked.emit(self._areas.id_of(row))
