"""Qt view of a small table of texts with the values they stand for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from kiassess.marks import override
from kiassess.ui.models.record_model import NOWHERE, Index


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell.

    Attributes:
        text: What is read.
        value: What the column is sorted by.
    """

    text: str
    value: float | str = ""


class GridModel(QAbstractTableModel):
    """Read-only table; the first column names the rows, the others hold numbers or words.

    Class attributes:
        SortRole: Role of the raw value, for a sort proxy.
    """

    SortRole = Qt.ItemDataRole.UserRole

    _titles: tuple[str, ...] = ()
    _rows: tuple[tuple[GridCell, ...], ...] = ()
    _words: frozenset[int] = frozenset({0})

    def set_grid(
        self,
        titles: Sequence[str],
        rows: Sequence[Sequence[GridCell]],
        words: frozenset[int] = frozenset({0}),
    ) -> None:
        """Show another table.

        Args:
            titles: Of the columns.
            rows: Each has a cell for each title.
            words: The columns that hold words and no numbers.
        """
        self.beginResetModel()
        self._words = words
        self._titles = tuple(titles)
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case self.SortRole:
                return cell.value or cell.text if index.column() == 0 else cell.value
            case _:
                return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        in_words = column in self._words
        side = Qt.AlignmentFlag.AlignLeft if in_words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter
