"""The values of the profile as tables: building blocks first, then areas."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import Profile
from kiassess.ui.models.blocks_model import BlocksModel, Column
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts

WORDY = {Column.NAME, Column.NOTE}


class ProfileTables(QWidget):
    """A table of building blocks and a table of areas, with what their columns mean.

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

    @Slot(int)
    def _on_block_asked(self, row: int) -> None:
        self.block_asked.emit(self._blocks.id_of(row))

    @Slot(int)
    def _on_area_asked(self, row: int) -> None:
        self.area_asked.emit(self._areas.id_of(row))
