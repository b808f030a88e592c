"""Qt view of the facts of the workplace check: what each is about, and what was found."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from kiassess.marks import override
from kiassess.ui.models.grid_model import GridCell, GridModel, Index
from kiassess.wording.texts import Texts
from kiassess.wording.workplace import Fact


class WorkplaceModel(GridModel):
    """Read-only table of names and values; both are words, so both begin at the left."""

    def __init__(self, facts: Sequence[Fact], texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        rows = [(GridCell(fact.name), GridCell(fact.value, fact.value)) for fact in facts]
        self.set_grid((texts("workplace.fact"), texts("workplace.value")), rows)

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
