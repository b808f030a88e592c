"""Qt view of a small table of words."""

from typing import Any

from PySide6.QtCore import Qt

from kiassess.marks import override
from kiassess.ui.models.grid_model import GridModel
from kiassess.ui.models.record_model import Index


class WordsModel(GridModel):
    """Read-only table; all columns are words, so all begin at the left."""

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return _at_left(super().headerData(section, orientation, role), role)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return _at_left(super().data(index, role), role)


def _at_left(given: Any, role: int) -> Any:
    if role == Qt.ItemDataRole.TextAlignmentRole and given is not None:
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    return given
